// The articles that the models of names learn from are not of one mind where a name ends: "Kigali,
// Rwanda" is one place in one of them and two in the next. A reader is. Four habits of the models
// are put right here, one step each, in the order in which they need each other.
#include "twosource/text/name_mending.hpp"

#include <algorithm>
#include <array>

#include "twosource/base/span.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::array<std::string_view, 12> combining_forms = {"Indo",   "Afro",  "Anglo", "Sino",
                                                              "Franco", "Euro",  "Russo", "Asia",
                                                              "Trans",  "Cross", "Greco", "Austro"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 5> small_words = {"of", "for", "and", "the", "de"};
// "Republic of" with a place behind it is a place; all others are organisations.
constexpr std::array<std::string_view, 6> realms = {"Republic", "Kingdom",    "State",
                                                    "Emirate",  "Federation", "Commonwealth"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Mending {
 public:
  Mending(std::string_view text, const TaggedText& tagged) : text_(text), tagged_(tagged) {}

  // "-Pacific" begins at its word, or with the combining form before the hyphen.
  void mend_hyphens(std::vector<NameMention>& names) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
      NameMention& name = names[i];
      const std::uint32_t hyphen = name.begin;
      if (bytes(hyphen) != "-" || name.end == hyphen + 1) continue;
      ++name.begin;
      const bool joined = hyphen > 0 && is_one_of(combining_forms, bytes(hyphen - 1)) &&
                          tagged_.tokens[hyphen - 1].span.end == tagged_.tokens[hyphen].span.begin;
      if (!joined) continue;
      const bool named = i > 0 && names[i - 1].end == hyphen;
      if (named && names[i - 1].begin + 1 != hyphen) continue;
      name.begin = hyphen - 1;
      if (named) names[i - 1].end = names[i - 1].begin;
    }
    remove_empty(names);
  }

  // "Times of" and "Selne" become one; without a name behind it the small words go.
  void mend_open_ends(std::vector<NameMention>& names) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
      NameMention& name = names[i];
      const std::uint32_t closed = end_without_small(name);
      if (closed == name.end) continue;
      const bool open = bytes(closed) == "of" && closed > name.begin;
      const bool goes_on = open && i + 1 < names.size() && names[i + 1].begin == name.end &&
                           same_sentence(name, names[i + 1]);
      if (!goes_on) {
        // "Office of the": one word that is left of an organisation is no name.
        const bool one_word = closed == name.begin + 1 && name.kind == NameKind::organisation;
        name.end = one_word ? name.begin : closed;
        continue;
      }
      const bool place = names[i + 1].kind == NameKind::place;
      const bool realm = is_one_of(realms, bytes(closed - 1));
      names[i + 1].begin = name.begin;
      names[i + 1].kind = place && realm ? NameKind::place : NameKind::organisation;
      name.end = name.begin;
    }
    remove_empty(names);
  }

  void drop_weekdays(std::vector<NameMention>& names) const {
    for (NameMention& name : names) {
      const bool bearer = name.kind == NameKind::place || name.kind == NameKind::person;
      if (bearer && name.end - name.begin > 1 && is_one_of(weekdays, bytes(name.end - 1)))
        --name.end;
    }
  }

  [[nodiscard]] std::vector<NameMention> split_places(const std::vector<NameMention>& names) const {
    std::vector<NameMention> split;
    for (NameMention name : names) {
      for (std::uint32_t k = name.begin + 1; k + 1 < name.end; ++k) {
        if (name.kind != NameKind::place || bytes(k) != "," || bytes(k + 1) == "D.C.") continue;
        split.push_back({name.begin, k, name.kind});
        name.begin = k + 1;
      }
      split.push_back(name);
    }
    return split;
  }

 private:
  [[nodiscard]] std::string_view bytes(std::uint32_t token) const {
    return slice(text_, tagged_.tokens[token].span);
  }
  // Where the small words begin with which the name ends; its end if there are none, or no others.
  [[nodiscard]] std::uint32_t end_without_small(const NameMention& name) const {
    std::uint32_t end = name.end;
    while (end > name.begin && is_one_of(small_words, bytes(end - 1))) --end;
    return end == name.begin ? name.end : end;
  }
  [[nodiscard]] bool same_sentence(const NameMention& a, const NameMention& b) const {
    const std::vector<std::uint32_t>& ends = tagged_.sentence_ends;
    return std::upper_bound(ends.begin(), ends.end(), a.begin) ==
           std::upper_bound(ends.begin(), ends.end(), b.begin);
  }
  static void remove_empty(std::vector<NameMention>& names) {
    names.erase(std::remove_if(names.begin(), names.end(),
                               [](const NameMention& name) { return name.begin == name.end; }),
                names.end());
  }

  std::string_view text_;
  const TaggedText& tagged_;
};

}  // namespace

std::vector<NameMention> mend_names(std::string_view text, const TaggedText& tagged,
                                    std::vector<NameMention> names) {
  const Mending mending(text, tagged);
  mending.mend_hyphens(names);
  mending.mend_open_ends(names);
  mending.drop_weekdays(names);
  return mending.split_places(names);
}

}  // namespace twosource
