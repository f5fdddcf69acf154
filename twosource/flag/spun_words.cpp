// Was this reworded by a program?
//
// Programs that exchange words to hide a copy do not know what a name is. They leave
//
//   the us president      an abbreviation in small letters
//   state department      a name in small letters, which the same article writes with capitals
//   USA negotiators       "U.S." exchanged for the noun, where a noun follows
//   Kim Yong-choi         a name misspelt that the same article spells otherwise
//
// One of them alone may be a slip of the pen; each is shown with the form that it stands beside.
#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "twosource/flag/kinds.hpp"
#include "twosource/speech/person_name.hpp"
#include "twosource/text/lexicon.hpp"

namespace twosource {
namespace {

constexpr std::size_t shortest_name = 8;  // letters

bool is_upper(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool is_lower(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Letters to change, add or leave out to make one of the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t kept = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({kept, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

class Search {
 public:
  explicit Search(const ArticleReading& article) : article_(article) {}

  [[nodiscard]] std::vector<Flag> find() const {
    std::vector<Flag> flags;
    const auto sentences = article_.sentences();
    if (sentences.empty()) return flags;
    find_small_abbreviations(flags);
    find_small_names(flags);
    find_nouns_for_adjectives(flags);
    find_misspelt_names(flags);
    return flags;
  }

 private:
  [[nodiscard]] std::uint32_t body_token() const { return article_.sentences().front().end; }
  [[nodiscard]] std::uint32_t end_token() const {
    return static_cast<std::uint32_t>(article_.tagged().tokens.size());
  }

  // `other` is the form that it stands beside.
  [[nodiscard]] Flag flag_of(Span place, std::string note, Reason reason,
                             std::optional<Span> other) const {
    reason.spans.push_back({article_.index(), place});
    if (other) reason.spans.push_back({article_.index(), *other});
    return make_flag(article_, FlagKind::spun, place, std::move(note), {std::move(reason)});
  }

  // "the us secretary": "us" is a word, so only between "the" and a noun; others only if they are
  // no word and stand elsewhere in capitals.
  void find_small_abbreviations(std::vector<Flag>& flags) const {
    std::map<std::uint64_t, Span> capitals;
    const auto& tokens = article_.tagged().tokens;
    for (std::uint32_t i = body_token(); i < end_token(); ++i) {
      const std::string_view form = article_.form(i);
      if (form.size() >= 2 && form.size() <= 5 && is_upper(form) &&
          is_proper_noun(article_.part(i)))
        capitals.emplace(tokens[i].hash, tokens[i].span);
    }
    for (std::uint32_t i = body_token() + 1; i + 1 < end_token(); ++i) {
      const std::string_view form = article_.form(i);
      if (form.size() < 2 || form.size() > 5 || !is_lower(form)) continue;
      const auto found = capitals.find(tokens[i].hash);
      const bool word = Lexicon::english().kinds_of(tokens[i].hash) != 0 || form == "us";
      const bool in_phrase = article_.word(i - 1) == "the" && is_noun(article_.part(i + 1));
      if (form == "us" ? !in_phrase : found == capitals.end() || word || !in_phrase) continue;
      std::string upper;
      for (const char c : form) upper += static_cast<char>(c - 'a' + 'A');
      flags.push_back(
          flag_of(tokens[i].span, fmt::format("“{}” in small letters: “{}” is meant.", form, upper),
                  {"small_letters", "an abbreviation that has lost its capitals", {}},
                  found == capitals.end() ? std::nullopt : std::optional(found->second)));
    }
  }

  // Names of organisations of two words or more that stand in the text with and without capitals.
  void find_small_names(std::vector<Flag>& flags) const {
    std::map<std::vector<std::uint64_t>, std::vector<Span>> names;
    for (const ReadMention& mention : article_.mentions()) {
      if (article_.report().entities[mention.entity].kind != NameKind::organisation) continue;
      const std::uint32_t begin = article_.token_at(mention.span.begin);
      const std::uint32_t end = article_.token_at(mention.span.end);
      if (begin < body_token() || end < begin + 2 || !all_capitalised(begin, end)) continue;
      std::vector<std::uint64_t> key;
      for (std::uint32_t i = begin; i < end; ++i) key.push_back(article_.tagged().tokens[i].hash);
      names[std::move(key)].push_back(mention.span);
    }
    for (const auto& [key, places] : names) {
      if (places.size() < 2) continue;
      if (const auto place = in_small_letters(key)) {
        flags.push_back(
            flag_of(*place,
                    fmt::format("“{}” in small letters, and elsewhere “{}”.",
                                article_.text_of(*place), article_.text_of(places.front())),
                    {"small_letters", "a name that has lost its capitals", {}}, places.front()));
      }
    }
  }

  [[nodiscard]] bool all_capitalised(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const char first = article_.form(i).front();
      if (first < 'A' || first > 'Z') return false;
    }
    return true;
  }

  // The only place where the words stand in small letters; none if there are several: that is how
  // the text writes them.
  [[nodiscard]] std::optional<Span> in_small_letters(const std::vector<std::uint64_t>& key) const {
    const auto& tokens = article_.tagged().tokens;
    std::optional<Span> place;
    for (std::uint32_t i = body_token(); i + key.size() <= end_token(); ++i) {
      bool equal = true;
      for (std::size_t k = 0; equal && k < key.size(); ++k)
        equal = tokens[i + k].hash == key[k] &&
                is_lower(article_.form(i + static_cast<std::uint32_t>(k)));
      if (!equal) continue;
      if (place) return std::nullopt;
      place = Span{tokens[i].span.begin, tokens[i + key.size() - 1].span.end};
    }
    return place;
  }

  // "USA negotiators", where the same text has "U.S. officials".
  void find_nouns_for_adjectives(std::vector<Flag>& flags) const {
    std::optional<Span> usual;
    std::vector<std::uint32_t> odd;
    for (std::uint32_t i = body_token(); i + 1 < end_token(); ++i) {
      const std::string_view form = article_.form(i);
      if (form == "US" || form == "U.S.") {
        if (!usual) usual = article_.tagged().tokens[i].span;
      }
      const PartOfSpeech next = article_.part(i + 1);
      const bool noun = next == PartOfSpeech::nn || next == PartOfSpeech::nns;
      if (form == "USA" && noun && is_lower(article_.form(i + 1)) && !is_team(i)) odd.push_back(i);
    }
    if (!usual) return;
    for (const std::uint32_t i : odd) {
      const Span place{article_.tagged().tokens[i].span.begin,
                       article_.tagged().tokens[i + 1].span.end};
      flags.push_back(flag_of(
          place,
          fmt::format("“{}”, where the text elsewhere says “{}”.", article_.text_of(place),
                      article_.text_of(*usual)),
          {"other_form", "another abbreviation for the same name in the place of an adjective", {}},
          usual));
    }
  }

  [[nodiscard]] bool is_team(std::uint32_t token) const {
    return token > 0 && article_.word(token - 1) == "team";
  }

  // A full name as the article writes it, wherever it does.
  struct Form {
    EntityIndex entity = 0;
    PersonName name;
    std::vector<Span> places;
  };

  // A full name whose letters differ from the form that this article has more often.
  void find_misspelt_names(std::vector<Flag>& flags) const {
    std::map<std::pair<EntityIndex, std::string>, Form> forms;
    for (const ReadMention& mention : article_.mentions()) {
      if (article_.report().entities[mention.entity].kind != NameKind::person) continue;
      PersonName name = parse_person_name(article_.text_of(mention.span));
      if (!name.is_full()) continue;
      Form& form = forms[{mention.entity, name.key()}];
      form.entity = mention.entity;
      form.name = std::move(name);
      form.places.push_back(mention.span);
    }
    for (const auto& each : forms) {
      const Form& form = each.second;
      const auto usual = std::find_if(forms.begin(), forms.end(), [&](const auto& other) {
        return is_misspelling(form, other.second);
      });
      if (usual == forms.end()) continue;
      const Span right = usual->second.places.front();
      const Span wrong = form.places.front();
      flags.push_back(flag_of(wrong,
                              fmt::format("“{}” is spelt “{}” elsewhere in the text.",
                                          article_.text_of(wrong), article_.text_of(right)),
                              {"misspelt", "a spelling that the text has elsewhere otherwise", {}},
                              right));
    }
  }

  // Two letters of one person's name; one, behind the same given name, where `speech` did not dare
  // to say that it is one person.
  static bool is_misspelling(const Form& form, const Form& usual) {
    if (usual.places.size() <= form.places.size()) return false;
    const std::string one = form.name.key();
    const std::string other = usual.name.key();
    if (std::min(one.size(), other.size()) < shortest_name) return false;
    const std::size_t changes = distance(one, other);
    if (form.entity == usual.entity) return changes == 1 || changes == 2;
    return changes == 1 && form.name.parts.size() == usual.name.parts.size() &&
           form.name.parts.front() == usual.name.parts.front();
  }

  const ArticleReading& article_;
};

}  // namespace

std::vector<Flag> find_spun_words(const ArticleReading& article) {
  return Search(article).find();
}

}  // namespace twosource
