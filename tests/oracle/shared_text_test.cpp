// The shared sentences against a twin that looks at every word of every pair of articles: on all
// small stories first, then on random ones.
#include "twosource/origin/shared_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

using Places = std::set<SentenceRef>;

struct Material {
  Newsroom room;
  std::vector<ArticleReading> readings;
};

Material read(const std::vector<std::string>& bodies) {
  std::vector<Print> prints;
  for (const std::string& body : bodies) prints.push_back({.text = "Title\n\n" + body});
  Material material{Newsroom(prints), {}};
  const SourceNames names = collect_names(material.room.articles, {}, Jobs{1});
  for (std::size_t i = 0; i < prints.size(); ++i) {
    material.readings.push_back(
        examine_article(material.room.articles[i], material.room.analyses[i], {}, names));
  }
  return material;
}

/// What the twin knows of one sentence and one other article.
struct Cover {
  std::uint32_t covered = 0;
  std::uint32_t equal = 0;
  std::uint32_t best_copy = 0;  ///< equal words of the copy that holds most
  std::uint32_t partner = 0;
};

class Twin {
 public:
  explicit Twin(const Material& material) : material_(material) {}

  /// Groups of places, found by joining until nothing changes.
  std::set<Places> groups() const {
    std::vector<Places> groups;
    for (const SentenceRef place : places()) groups.push_back({place});
    bool changed = true;
    while (changed) {
      changed = false;
      for (std::size_t i = 0; i < groups.size() && !changed; ++i) {
        for (std::size_t j = i + 1; j < groups.size() && !changed; ++j) {
          if (!joined(groups[i], groups[j])) continue;
          groups[i].insert(groups[j].begin(), groups[j].end());
          groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(j));
          changed = true;
        }
      }
    }
    return {groups.begin(), groups.end()};
  }

 private:
  const std::vector<Word>& words(ArticleIndex article) const {
    return material_.room.analyses[article].words;
  }

  bool inside(ArticleIndex article, std::size_t word, Span span) const {
    return span.contains(words(article)[word].span);
  }

  /// What one copy has of the sentence.
  struct Part {
    std::set<std::size_t> covered;
    std::uint32_t equal = 0;
    std::uint32_t partner = 0;
  };

  std::vector<Part> parts(SentenceRef place, ArticleIndex other) const {
    std::vector<Part> list;
    for (const Copy& copy : material_.room.copies) {
      const bool forward = copy.a == place.article && copy.b == other;
      const bool backward = copy.b == place.article && copy.a == other;
      if ((!forward && !backward) || copy.quoted() || copy.furniture) continue;
      std::vector<std::uint32_t> partners(material_.readings[other].sentences.size(), 0);
      Part part;
      for (std::size_t x = 0; x < words(place.article).size(); ++x) {
        if (material_.readings[place.article].sentence_of_word[x] != place.sentence) continue;
        if (inside(place.article, x, forward ? copy.a_span : copy.b_span)) part.covered.insert(x);
        for (const AlignedRun& run : copy.runs) {
          if (!inside(place.article, x, forward ? run.a : run.b)) continue;
          ++part.equal;
          const std::size_t y = counterpart(place.article, x, forward ? run.a : run.b, other,
                                            forward ? run.b : run.a);
          const std::uint32_t sentence = material_.readings[other].sentence_of_word[y];
          if (sentence != ArticleReading::no_sentence) ++partners[sentence];
        }
      }
      const auto best = std::max_element(partners.begin(), partners.end());
      if (best == partners.end() || *best == 0) continue;
      part.partner = static_cast<std::uint32_t>(best - partners.begin());
      list.push_back(part);
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Part& x, const Part& y) { return x.equal > y.equal; });
    return list;
  }

  /// All copies together; one most of whose words a better one covers counts for nothing.
  Cover cover(SentenceRef place, ArticleIndex other) const {
    Cover cover;
    std::vector<Part> kept;
    for (const Part& part : parts(place, other)) {
      const bool doubled = std::any_of(kept.begin(), kept.end(), [&](const Part& better) {
        const auto both = std::count_if(part.covered.begin(), part.covered.end(),
                                        [&](auto x) { return better.covered.contains(x); });
        return 2 * static_cast<std::size_t>(both) > part.covered.size();
      });
      if (doubled) continue;
      kept.push_back(part);
      cover.covered += static_cast<std::uint32_t>(part.covered.size());
      cover.equal += part.equal;
    }
    if (!kept.empty()) {
      cover.best_copy = kept.front().equal;
      cover.partner = kept.front().partner;
    }
    return cover;
  }

  /// The word of the other side at the same position in the run.
  std::size_t counterpart(ArticleIndex article, std::size_t word, Span run, ArticleIndex other,
                          Span other_run) const {
    std::size_t position = 0;
    for (std::size_t x = 0; x < word; ++x) position += inside(article, x, run) ? 1 : 0;
    for (std::size_t y = 0; y < words(other).size(); ++y) {
      if (!inside(other, y, other_run)) continue;
      if (position == 0) return y;
      --position;
    }
    return 0;
  }

  bool shared(SentenceRef place, ArticleIndex other) const {
    const SentenceReading& reading = material_.readings[place.article].sentences[place.sentence];
    if (!reading.counts() || other == place.article) return false;
    const Cover found = cover(place, other);
    const auto count = static_cast<double>(reading.words);
    return found.best_copy > 0 && std::min<double>(found.covered, count) >= 0.7 * count &&
           std::min<double>(found.equal, count) >= needed(reading);
  }

  static double needed(const SentenceReading& reading) {
    const double frame = reading.words - reading.quoted_words;
    return reading.quoted_words >= frame ? reading.quoted_words + 0.8 * frame : 0.5 * reading.words;
  }

  Places places() const {
    Places found;
    for (ArticleIndex a = 0; a < material_.readings.size(); ++a) {
      for (std::uint32_t s = 1; s < material_.readings[a].sentences.size(); ++s) {
        for (ArticleIndex b = 0; b < material_.readings.size(); ++b) {
          if (shared({a, s}, b)) found.insert({a, s});
        }
      }
    }
    return found;
  }

  bool points_to(SentenceRef from, SentenceRef to) const {
    return shared(from, to.article) && cover(from, to.article).partner == to.sentence &&
           shared(to, from.article);
  }

  bool joined(const Places& x, const Places& y) const {
    for (const SentenceRef a : x) {
      for (const SentenceRef b : y) {
        if (points_to(a, b) || points_to(b, a)) return true;
      }
    }
    return false;
  }

  const Material& material_;
};

std::set<Places> fast_groups(const Material& material) {
  std::vector<std::uint32_t> all(material.room.copies.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  std::set<Places> groups;
  for (const SharedSentence& sentence :
       find_shared_text(material.room.analyses, material.readings, material.room.copies, all)
           .sentences) {
    groups.insert(Places(sentence.places.begin(), sentence.places.end()));
  }
  return groups;
}

void compare(const std::vector<std::string>& bodies) {
  const Material material = read(bodies);
  CHECK(fast_groups(material) == Twin(material).groups());
}

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> list = {
      "Three people were hurt when a ferry struck the eastern pier of the harbour.",
      "Divers examined the hull until nightfall and found a crack below the waterline.",
      "Three people were hurt when a ferry struck the eastern pier of the harbour, and divers "
      "examined the hull until nightfall.",
      "A crack below the waterline was found before three people were hurt on Monday."};
  return list;
}

TEST_CASE("shared sentences are those of the slow twin: all stories of three small articles") {
  std::vector<std::string> bodies = {""};
  for (const std::string& first : sentences()) {
    bodies.push_back(first);
    for (std::size_t i = 0; i < 3; ++i) bodies.push_back(first + " " + sentences()[i]);
  }
  for (const std::string& a : bodies) {
    for (const std::string& b : bodies) {
      compare({a, b});
      compare({a, b, bodies[(a.size() + b.size()) % bodies.size()]});
    }
  }
}

TEST_CASE("shared sentences are those of the slow twin: random stories") {
  const std::uint32_t seed = 20310304;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    std::vector<std::string> bodies(2 + below(3));
    for (std::string& body : bodies) {
      for (std::size_t count = below(5); count > 0; --count) {
        std::string sentence = sentences()[below(sentences().size())];
        if (below(3) == 0) sentence.erase(0, sentence.find(' ') + 1);  // an edit
        if (below(4) == 0) sentence.insert(sentence.find(' '), " old and grey");
        body += (body.empty() ? "" : " ") + sentence;
      }
    }
    compare(bodies);
  }
}

}  // namespace
}  // namespace twosource
