// Common texts and stitched credits against slow twins that work from lists of who carries what.
#include "twosource/origin/common_texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "twosource/origin/stitched_credits.hpp"

namespace twosource {
namespace {

using Set = std::set<std::size_t>;
/// Which sentences each article carries.
using Table = std::vector<Set>;

struct Material {
  SharedText shared;
  PairSentences pairs;
};

Material material_of(const Table& table, std::size_t sentences) {
  Material material;
  material.shared.sentences.resize(sentences);
  for (std::size_t i = 0; i < sentences; ++i) {
    for (ArticleIndex a = 0; a < table.size(); ++a) {
      if (table[a].contains(i)) material.shared.sentences[i].articles.push_back(a);
    }
  }
  for (ArticleIndex a = 0; a < table.size(); ++a) {
    for (ArticleIndex b = a + 1; b < table.size(); ++b) {
      for (const std::size_t i : table[a]) {
        if (table[b].contains(i)) material.pairs[{a, b}].push_back({i, 0});
      }
    }
  }
  return material;
}

Set meet(const Set& x, const Set& y) {
  Set both;
  for (const std::size_t i : x) {
    if (y.contains(i)) both.insert(i);
  }
  return both;
}

class Twin {
 public:
  Twin(const Table& table, std::size_t sentences) : table_(table), carriers_(sentences) {
    for (std::size_t i = 0; i < sentences; ++i) {
      for (std::size_t a = 0; a < table.size(); ++a) {
        if (table[a].contains(i)) carriers_[i].insert(a);
      }
    }
  }

  [[nodiscard]] std::set<Set> texts(const std::vector<bool>& open) const {
    std::vector<Set> groups;
    for (std::size_t i = 0; i < carriers_.size(); ++i) {
      if (open[i]) groups.push_back({i});
    }
    for (std::size_t a = 0; a < table_.size(); ++a) {
      for (std::size_t b = a + 1; b < table_.size(); ++b) join_pair(a, b, open, groups);
    }
    std::set<Set> result;
    while (!groups.empty()) {
      const Set group = groups.back();
      groups.pop_back();
      const auto parts = split(group);
      if (parts.empty()) result.insert(group);
      groups.insert(groups.end(), parts.begin(), parts.end());
    }
    return result;
  }

 private:
  static void join(std::size_t i, std::size_t k, std::vector<Set>& groups) {
    const auto of = [&](std::size_t sentence) {
      return std::ranges::find_if(groups, [&](const Set& g) { return g.contains(sentence); });
    };
    if (of(i) == of(k)) return;
    of(i)->insert(of(k)->begin(), of(k)->end());
    const auto rest =
        std::find_if(groups.rbegin(), groups.rend(), [&](const Set& g) { return g.contains(k); });
    const auto first = of(k);
    // Of the two that hold k now, the smaller one was joined to the other.
    if (first->size() <= rest->size()) {
      groups.erase(first);
    } else {
      groups.erase(std::next(rest).base());
    }
  }

  void join_pair(std::size_t a, std::size_t b, const std::vector<bool>& open,
                 std::vector<Set>& groups) const {
    std::vector<std::vector<std::size_t>> parts;
    for (const std::size_t i : meet(table_[a], table_[b])) {
      if (!open[i]) continue;
      const auto part = std::ranges::find_if(parts, [&](const auto& known) {
        const std::size_t both = meet(carriers_[known[0]], carriers_[i]).size();
        return 3 * both >= 2 * (carriers_[known[0]].size() + carriers_[i].size() - both);
      });
      if (part == parts.end()) {
        parts.push_back({i});
      } else {
        part->push_back(i);
        join(part->front(), i, groups);
      }
    }
    for (const auto& x : parts) {
      for (const auto& y : parts) {
        if (x.size() < 3 || y.size() < 3) continue;
        const Set& smaller = carriers_[x[0]];
        if (meet(smaller, carriers_[y[0]]) == smaller) join(x[0], y[0], groups);
      }
    }
  }

  /// The two sides of a group with strangers; empty without.
  [[nodiscard]] std::vector<Set> split(const Set& group) const {
    std::vector<std::size_t> few;
    for (std::size_t a = 0; a < table_.size(); ++a) {
      if (meet(table_[a], group).size() >= 2) few.push_back(a);
    }
    std::ranges::stable_sort(few, {}, [&](std::size_t a) { return meet(table_[a], group).size(); });
    for (std::size_t x = 0; x < few.size(); ++x) {
      for (std::size_t y = x + 1; y < few.size(); ++y) {
        const Set of_x = meet(table_[few[x]], group);
        const Set of_y = meet(table_[few[y]], group);
        if (meet(of_x, of_y).empty()) return sides(group, of_x, of_y);
      }
    }
    return {};
  }

  [[nodiscard]] std::vector<Set> sides(const Set& group, const Set& of_x, const Set& of_y) const {
    Set with_x;
    Set with_y;
    for (const std::size_t i : group) {
      const bool x = of_x.contains(i) || (!of_y.contains(i) &&
                                          likeness(i, *of_x.begin()) >= likeness(i, *of_y.begin()));
      (x ? with_x : with_y).insert(i);
    }
    return {with_x, with_y};
  }

  [[nodiscard]] double likeness(std::size_t i, std::size_t k) const {
    Set all = carriers_[i];
    all.insert(carriers_[k].begin(), carriers_[k].end());
    return static_cast<double>(meet(carriers_[i], carriers_[k]).size()) /
           static_cast<double>(all.size());
  }

  const Table& table_;
  std::vector<Set> carriers_;
};

/// Articles that print runs of one of two texts, or of both.
Table random_table(std::mt19937& random, std::size_t articles, std::size_t sentences) {
  Table table(articles);
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (Set& carried : table) {
    const std::size_t runs = 1 + below(2);
    for (std::size_t run = 0; run < runs; ++run) {
      const std::size_t begin = below(sentences);
      for (std::size_t i = begin; i < std::min(sentences, begin + 1 + below(6)); ++i) {
        if (below(8) > 0) carried.insert(i);
      }
    }
  }
  return table;
}

std::set<Set> fast_texts(const Material& material, const std::vector<bool>& open) {
  std::set<Set> texts;
  for (const auto& group : group_common_texts(material.shared, material.pairs, open)) {
    texts.insert(Set(group.begin(), group.end()));
  }
  return texts;
}

TEST_CASE("common texts are those of the slow twin") {
  const std::uint32_t seed = 20310305;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const std::size_t sentences = 2 + random() % 12;
    const Table table = random_table(random, 2 + random() % 7, sentences);
    std::vector<bool> open(sentences);
    for (std::size_t i = 0; i < sentences; ++i) open[i] = random() % 6 > 0;
    CHECK(fast_texts(material_of(table, sentences), open) == Twin(table, sentences).texts(open));
  }
}

/// By the definition in stitched_credits.hpp, word for word.
bool slow_stitched(const Table& table, std::size_t sentence, const Set& credits) {
  Set credited;
  Set others;
  for (std::size_t a = 0; a < table.size(); ++a) {
    if (table[a].contains(sentence)) (credits.contains(a) ? credited : others).insert(a);
  }
  const auto common = [&](std::size_t a, std::size_t b) { return meet(table[a], table[b]).size(); };
  const auto two_with_all = [&](std::size_t a) {
    return std::ranges::all_of(credited, [&](std::size_t c) { return common(a, c) >= 2; });
  };
  for (std::size_t apart = 0; apart < table.size(); ++apart) {
    if (table[apart].contains(sentence) || !two_with_all(apart)) continue;
    std::size_t strangers = 0;
    for (const std::size_t other : others) {
      if (!two_with_all(other) || common(other, apart) > 0) continue;
      std::size_t either = 0;
      std::size_t both = 0;
      for (std::size_t third = 0; third < table.size(); ++third) {
        const bool x = third == other || common(third, other) > 0;
        const bool y = third == apart || common(third, apart) > 0;
        either += x || y ? 1 : 0;
        both += x && y ? 1 : 0;
      }
      strangers += 3 * both < 2 * either ? 1 : 0;
    }
    const bool enough = credited.size() == 1 ? strangers > 1 || 2 * strangers >= others.size()
                                             : 2 * strangers > others.size();
    if (strangers > 0 && enough) return true;
  }
  return false;
}

TEST_CASE("stitched credits are those of the slow twin") {
  const std::uint32_t seed = 20310306;
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::size_t stitched = 0;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const std::size_t sentences = 4 + random() % 10;
    const Table table = random_table(random, 3 + random() % 6, sentences);
    const Material material = material_of(table, sentences);
    Set credits;
    std::vector<ArticleIndex> members;
    for (ArticleIndex a = 0; a < table.size(); ++a) {
      members.push_back(a);
      if (random() % 3 == 0) credits.insert(a);
    }
    for (std::size_t i = 0; i < sentences; ++i) {
      Carriers carriers;
      for (const ArticleIndex a : material.shared.sentences[i].articles) {
        (credits.contains(a) ? carriers.credited : carriers.others).push_back(a);
      }
      if (carriers.credited.empty()) continue;
      const bool found = may_be_stitched(carriers, members, material.pairs);
      stitched += found ? 1 : 0;
      CHECK(found == slow_stitched(table, i, credits));
    }
  }
  CHECK(stitched > 0);
}

}  // namespace
}  // namespace twosource
