// Whose name is it? Names are compared as lists of parts in Latin letters, so that "Kim Jong-un",
// "KIM Jong Un" and "Kim Jongun" are one, and so are "Orlová" and "Orlova".
//
// Two questions are kept apart. Inside a text `same_person` asks whether two full names are the
// same person's: spelling is trusted there. Between texts spelling differs: `name_likeness` looks
// for the best pairs of parts, forgives what transliteration and haste do to a part, and counts
// what is left over. It is a measure for candidates; who is who is decided with more than a name
// (across.cpp).
#include "twosource/speech/person_name.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "twosource/base/embedded.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/text/lexicon.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(nicknames)

namespace twosource {
namespace {

using Words = std::set<std::string_view>;

const Words& man_titles() {
  static const Words words = {"mr", "mister", "sir", "lord", "king", "prince", "herr", "monsieur"};
  return words;
}

const Words& woman_titles() {
  static const Words words = {"mrs",  "ms",    "miss",     "madam", "madame",   "dame",
                              "lady", "queen", "princess", "frau",  "baroness", "duchess"};
  return words;
}

// Titles that stand before a name and are no part of it.
const Words& titles() {
  static const Words words = {
      "dr",          "doctor",       "prof",          "professor",    "president",    "premier",
      "prime",       "minister",     "secretary",     "chancellor",   "senator",      "sen",
      "rep",         "congressman",  "congresswoman", "gov",          "governor",     "mayor",
      "judge",       "justice",      "general",       "gen",          "colonel",      "col",
      "captain",     "capt",         "major",         "maj",          "lieutenant",   "lt",
      "sgt",         "sergeant",     "admiral",       "adm",          "chairman",     "chairwoman",
      "chairperson", "chief",        "ambassador",    "envoy",        "pope",         "bishop",
      "archbishop",  "cardinal",     "reverend",      "rev",          "rabbi",        "imam",
      "sheikh",      "shaikh",       "ayatollah",     "commissioner", "councillor",   "councilor",
      "councilman",  "councilwoman", "spokesman",     "spokeswoman",  "spokesperson", "former",
      "ex",          "vice",         "deputy",        "acting",       "the",          "hon",
      "honourable",  "honorable",    "detective",     "inspector",    "officer",      "sheriff",
      "attorney",    "director",     "leader",        "supreme",      "coach",        "dear"};
  return words;
}

const Words& generations() {
  static const Words words = {"jr",  "sr", "junior", "senior", "ii",  "iii", "iv",
                              "phd", "md", "esq",    "mp",     "mbe", "obe", "cbe"};
  return words;
}

// The commonest family names of languages in which they stand first.
const Words& first_family_names() {
  static const Words words = {
      "kim",   "lee",    "yi",    "park", "pak",     "choi", "choe",  "jung",  "jeong", "chung",
      "kang",  "cho",    "jo",    "yoon", "yun",     "jang", "chang", "lim",   "im",    "han",
      "oh",    "shin",   "seo",   "kwon", "hwang",   "ahn",  "an",    "song",  "hong",  "moon",
      "ri",    "ro",     "roh",   "ryu",  "xi",      "li",   "wang",  "zhang", "liu",   "chen",
      "yang",  "huang",  "zhao",  "wu",   "zhou",    "xu",   "sun",   "ma",    "zhu",   "hu",
      "guo",   "he",     "lin",   "gao",  "luo",     "deng", "mao",   "jiang", "wen",   "nguyen",
      "tran",  "le",     "pham",  "phan", "vu",      "vo",   "dang",  "bui",   "do",    "ngo",
      "duong", "truong", "to",    "qin",  "tsai",    "hun",  "hsieh", "tan",   "ho",    "lam",
      "cheng", "wong",   "leung", "abe",  "kishida", "suga"};
  return words;
}

bool is_in(const Words& words, std::string_view word) {
  return words.contains(word);
}

// Runs of letters and digits; an apostrophe or a stop between two of them parts nothing.
std::vector<std::string> parts_of(std::string_view latin) {
  std::vector<std::string> parts(1);
  for (const char c : latin) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      parts.back() += c;
    } else if (c != '\'' && c != '`' && !parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

Gender title_gender(std::string_view word) {
  if (is_in(man_titles(), word)) return Gender::man;
  return is_in(woman_titles(), word) ? Gender::woman : Gender::unknown;
}

bool is_title(std::string_view word) {
  return is_in(titles(), word) || title_gender(word) != Gender::unknown;
}

// "secretary of state mike pompeo": the title and what it is of, as far as one word behind "of".
std::size_t title_length(const std::vector<std::string>& parts, std::size_t at) {
  if (!is_title(parts[at])) return 0;
  if (at + 3 < parts.size() && parts[at + 1] == "of") return 3;
  return 1;
}

// From every given name to the number of its set; a name may be in several.
using Nicknames = std::unordered_multimap<std::string_view, std::size_t>;

const Nicknames& nickname_sets() {
  static const Nicknames sets = [] {
    Nicknames all;
    std::string_view rest = nicknames();
    for (std::size_t line_number = 0; !rest.empty(); ++line_number) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (line.starts_with('#')) continue;
      while (!line.empty()) {
        const std::string_view word = line.substr(0, line.find('\t'));
        line.remove_prefix(std::min(line.size(), word.size() + 1));
        all.emplace(word, line_number);
      }
    }
    return all;
  }();
  return sets;
}

bool are_nicknames(std::string_view a, std::string_view b) {
  const auto [begin, end] = nickname_sets().equal_range(a);
  if (begin == end) return false;
  const auto [other_begin, other_end] = nickname_sets().equal_range(b);
  for (auto i = begin; i != end; ++i) {
    for (auto j = other_begin; j != other_end; ++j) {
      if (i->second == j->second) return true;
    }
  }
  return false;
}

bool is_initial_of(std::string_view initial, std::string_view name) {
  return initial.size() == 1 && name.starts_with(initial);
}

bool same_given_name(std::string_view a, std::string_view b) {
  return a == b || is_initial_of(a, b) || is_initial_of(b, a) || are_nicknames(a, b);
}

// Every part of `inner` is in `outer`, in order, equal or as an initial.
bool is_within(std::span<const std::string> inner, std::span<const std::string> outer) {
  std::size_t next = 0;
  for (const std::string& part : inner) {
    while (next < outer.size() && outer[next] != part && !is_initial_of(part, outer[next]) &&
           !is_initial_of(outer[next], part)) {
      ++next;
    }
    if (next == outer.size()) return false;
    ++next;
  }
  return true;
}

bool same_in_order(const PersonName& a, const PersonName& b) {
  if (a.parts.back() != b.parts.back() || !same_given_name(a.parts.front(), b.parts.front())) {
    return false;
  }
  const auto middle = [](const PersonName& name) {
    return std::span(name.parts).subspan(1, name.parts.size() - 2);
  };
  return is_within(middle(a), middle(b)) || is_within(middle(b), middle(a));
}

// "kim yong chol" and "yong chol kim".
bool is_turned(const PersonName& a, const PersonName& b) {
  if (a.parts.size() != b.parts.size()) return false;
  std::vector<std::string> turned = a.parts;
  std::rotate(turned.begin(), turned.begin() + 1, turned.end());
  return turned == b.parts;
}

// "honest ana orlo" ends with "ana orlo".
bool ends_with_name(const PersonName& longer, const PersonName& shorter) {
  return longer.parts.size() > shorter.parts.size() &&
         std::equal(shorter.parts.rbegin(), shorter.parts.rend(), longer.parts.rbegin());
}

WordKinds kinds_of(std::string_view part) {
  return Lexicon::english().kinds_of(hash_folded(part));
}

}  // namespace

std::string PersonName::key() const {
  std::string all;
  for (const std::string& part : parts) all += part;
  return all;
}

PersonName parse_person_name(std::string_view name) {
  PersonName result;
  const std::string latin = to_latin(name);
  const std::size_t comma = latin.find(',');
  std::vector<std::string> parts = parts_of(std::string_view(latin).substr(0, comma));
  if (comma != std::string::npos) {
    std::vector<std::string> given = parts_of(std::string_view(latin).substr(comma + 1));
    std::erase_if(given, [](const std::string& part) { return is_in(generations(), part); });
    parts.insert(parts.begin(), given.begin(), given.end());
  }
  std::size_t first = 0;
  while (first + 1 < parts.size()) {
    const std::size_t length = title_length(parts, first);
    if (length == 0) break;
    if (result.title == Gender::unknown) result.title = title_gender(parts[first]);
    first += length;
  }
  while (parts.size() > first + 1 && is_in(generations(), parts.back())) parts.pop_back();
  // The clitic of a possessor is no part: "Orlo's" was cut before, "Orlo’s" may not have been.
  result.parts.assign(parts.begin() + static_cast<std::ptrdiff_t>(first), parts.end());
  if (result.is_full()) {
    const bool hyphen = latin.find('-') != std::string::npos;
    const bool listed = is_in(first_family_names(), result.parts.front());
    const bool given_behind = has_kind(kinds_of(result.parts.back()), WordKind::given_name);
    result.family_first = listed && !given_behind && (result.parts.size() > 2 || !hyphen);
  }
  return result;
}

bool can_be_family_name(const PersonName& name, std::string_view part) {
  if (name.parts.empty()) return false;
  if (name.parts.back() == part) return !(name.family_first && name.parts.size() > 2);
  return name.family_first && name.parts.front() == part;
}

bool same_person(const PersonName& a, const PersonName& b) {
  if (a.parts.empty() || b.parts.empty()) return false;
  if (a.key() == b.key()) return true;
  if (!a.is_full() || !b.is_full()) return false;
  const bool other_title =
      a.title != Gender::unknown && b.title != Gender::unknown && a.title != b.title;
  if (other_title) return false;
  return same_in_order(a, b) || is_turned(a, b) || is_turned(b, a) || ends_with_name(a, b) ||
         ends_with_name(b, a);
}

Gender gender_of(const PersonName& name) {
  if (name.title != Gender::unknown) return name.title;
  if (!name.is_full() || (name.family_first && name.parts.size() > 2)) return Gender::unknown;
  const WordKinds kinds = kinds_of(name.parts.front());
  if (has_kind(kinds, WordKind::man_name)) return Gender::man;
  return has_kind(kinds, WordKind::woman_name) ? Gender::woman : Gender::unknown;
}

namespace {

// What transliteration does to a part: letters that stand for each other become one, doubled ones
// single. "wladimir" and "vladimir", "sergej" and "sergey", "yusuf" and "yousef" meet halfway.
struct Sound {
  std::size_t length = 1;   // letters it takes
  std::string_view sounds;  // what they become
};

// The longest change that begins at `part`, which is not empty.
Sound sound_of(std::string_view part) {
  static const std::array<std::pair<std::string_view, std::string_view>, 22> changes = {{
      {"sch", "sh"}, {"tsch", "ch"}, {"kh", "h"}, {"gh", "g"}, {"ph", "f"}, {"th", "t"},
      {"ck", "k"},   {"ou", "u"},    {"oo", "u"}, {"ee", "i"}, {"ie", "i"}, {"ei", "i"},
      {"ey", "i"},   {"iy", "i"},    {"ij", "i"}, {"yj", "i"}, {"yy", "i"}, {"dj", "j"},
      {"dzh", "j"},  {"zh", "j"},    {"ks", "x"}, {"q", "k"},
  }};
  Sound best{0, {}};
  for (const auto& [from, to] : changes) {
    if (part.starts_with(from) && from.size() > best.length) best = {from.size(), to};
  }
  if (best.length > 0) return best;
  switch (part.front()) {
    case 'w':
      return {1, "v"};
    case 'y':
      return {1, "i"};
    case 'c':
      return {1, "k"};
    default:
      return {1, part.substr(0, 1)};
  }
}

std::string skeleton(std::string_view part) {
  std::string out;
  for (std::size_t i = 0; i < part.size();) {
    const Sound sound = sound_of(part.substr(i));
    for (const char c : sound.sounds) {
      if (out.empty() || out.back() != c) out += c;
    }
    i += sound.length;
  }
  return out;
}

// Damerau and Levenshtein: inserted, dropped, changed letters, and two that changed places.
std::size_t edits(std::string_view a, std::string_view b) {
  // Three rows of the table: this one, the one before, and the one before that.
  std::vector<std::size_t> rows(3 * (b.size() + 1));
  const auto row = [&](std::size_t i) { return rows.data() + (i % 3) * (b.size() + 1); };
  for (std::size_t i = 0; i <= a.size(); ++i) {
    std::size_t* const here = row(i);
    here[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      if (i == 0) {
        here[j] = j;
        continue;
      }
      const std::size_t* const above = row(i - 1);
      const std::size_t change = a[i - 1] == b[j - 1] ? 0U : 1U;
      here[j] = std::min({above[j] + 1, here[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        here[j] = std::min(here[j], row(i - 2)[j - 2] + 1);
    }
  }
  return row(a.size())[b.size()];
}

// One bit for each letter and digit that is there.
Spelling spelling(std::string letters) {
  std::uint64_t kinds = 0;
  for (const char c : letters) kinds |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return {std::move(letters), kinds};
}

using SpelledPart = SpelledName::Part;
using SpelledParts = std::vector<SpelledPart>;

double share_kept(std::size_t changes, std::size_t length) {
  return 1.0 - static_cast<double>(changes) / static_cast<double>(length);
}

// At most so alike are two by their letters: each letter that only one of them has is an edit, and
// so is each that one has more.
double most_alike(const Spelling& a, const Spelling& b) {
  const auto [shorter, longer] = std::minmax({a.letters.size(), b.letters.size()});
  if (longer == 0) return 0.0;
  const auto own = std::max(std::popcount(a.kinds & ~b.kinds), std::popcount(b.kinds & ~a.kinds));
  return share_kept(std::max(static_cast<std::size_t>(own), longer - shorter), longer);
}

// How alike, or 0 if that is less than `floor`. Most pairs are spared the counting.
double letters_alike(const Spelling& a, const Spelling& b, double floor) {
  if (most_alike(a, b) < floor) return 0.0;
  const std::size_t longer = std::max(a.letters.size(), b.letters.size());
  const double alike = share_kept(edits(a.letters, b.letters), longer);
  return alike < floor ? 0.0 : alike;
}

bool is_initial(const SpelledPart& a, const SpelledPart& b) {
  return is_initial_of(a.written.letters, b.written.letters) ||
         is_initial_of(b.written.letters, a.written.letters);
}

bool share_short_form(const SpelledPart& a, const SpelledPart& b) {
  return std::find_first_of(a.short_forms.begin(), a.short_forms.end(), b.short_forms.begin(),
                            b.short_forms.end()) != a.short_forms.end();
}

constexpr double by_sound = 0.95;
constexpr double by_short_form = 0.9;
constexpr double by_initial = 0.85;

// Two parts: 1 for equal ones, 0 for other names.
double parts_alike(const SpelledPart& a, const SpelledPart& b) {
  constexpr double floor = 0.65;
  if (a.written.letters == b.written.letters) return 1.0;
  if (is_initial(a, b)) return by_initial;
  if (share_short_form(a, b)) return by_short_form;
  if (a.sound.letters == b.sound.letters && a.sound.letters.size() > 2) return by_sound;
  return std::max(letters_alike(a.written, b.written, floor),
                  letters_alike(a.sound, b.sound, floor));
}

// No less than `parts_alike`.
double most_alike(const SpelledPart& a, const SpelledPart& b) {
  double most = std::max(most_alike(a.written, b.written), most_alike(a.sound, b.sound));
  if (most < by_short_form && share_short_form(a, b)) most = by_short_form;
  if (most < by_initial && is_initial(a, b)) most = by_initial;
  return most;
}

bool is_particle(std::string_view part) {
  static const Words words = {"al", "el", "bin", "ben", "ibn", "von", "van", "de", "der",
                              "da", "di", "la",  "le",  "abu", "ul",  "ad",  "ud", "dos"};
  return is_in(words, part);
}

double weight_of(std::string_view part) {
  if (is_particle(part)) return 0.3;
  return part.size() == 1 ? 0.5 : 1.0;
}

// What is left over: on both sides it is another name, on one side only a longer form.
double left_over(const SpelledParts& parts, const std::vector<bool>& taken) {
  double left = 0.0;
  for (std::size_t i = 0; i < parts.size(); ++i) left += taken[i] ? 0.0 : parts[i].weight;
  return left;
}

struct PartPair {
  double alike;
  std::size_t i, j;
};

// All pairs of parts that are alike, the best first.
std::vector<PartPair> alike_pairs(const SpelledParts& few, const SpelledParts& many) {
  std::vector<PartPair> pairs;
  for (std::size_t i = 0; i < few.size(); ++i) {
    for (std::size_t j = 0; j < many.size(); ++j) {
      const double alike = parts_alike(few[i], many[j]);
      if (alike > 0) pairs.push_back({alike, i, j});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const PartPair& x, const PartPair& y) { return x.alike > y.alike; });
  return pairs;
}

double parts_aligned(const SpelledParts& few, const SpelledParts& many) {
  constexpr double other_name = 2.0;
  constexpr double longer_form = 0.15;
  std::vector<bool> few_taken(few.size());
  std::vector<bool> many_taken(many.size());
  double sum = 0.0;
  double weight = 0.0;
  for (const PartPair& pair : alike_pairs(few, many)) {
    if (few_taken[pair.i] || many_taken[pair.j]) continue;
    few_taken[pair.i] = many_taken[pair.j] = true;
    const double w = std::max(few[pair.i].weight, many[pair.j].weight);
    sum += pair.alike * w;
    weight += w;
  }
  const double left_few = left_over(few, few_taken);
  const double left_many = left_over(many, many_taken);
  const double clash = std::min(left_few, left_many);
  const double extra = std::max(left_few, left_many) - clash;
  return sum / (weight + other_name * clash + longer_form * extra + 1e-9);
}

}  // namespace

SpelledName spell_name(std::string_view name) {
  const PersonName person = parse_person_name(name);
  SpelledName spelled;
  spelled.together = spelling(person.key());
  for (const std::string& part : person.parts) {
    SpelledPart each{spelling(part), spelling(skeleton(part)), {}, weight_of(part)};
    const auto [begin, end] = nickname_sets().equal_range(part);
    for (auto set = begin; set != end; ++set) each.short_forms.push_back(set->second);
    spelled.parts.push_back(std::move(each));
  }
  return spelled;
}

bool may_be_alike(const SpelledName& a, const SpelledName& b, double floor) {
  // Likeness is that of all letters together, or the mean of that of parts at most.
  if (most_alike(a.together, b.together) >= floor) return true;
  for (const SpelledPart& part : a.parts) {
    for (const SpelledPart& other : b.parts)
      if (most_alike(part, other) >= floor) return true;
  }
  return false;
}

double name_likeness(const SpelledName& a, const SpelledName& b) {
  if (a.parts.empty() || b.parts.empty()) return 0.0;
  const auto has_fewer = [](const auto& x, const auto& y) { return x.size() < y.size(); };
  const auto& [few, many] = std::minmax(a.parts, b.parts, has_fewer);
  // Written together, in whatever order.
  if (a.together.letters == b.together.letters) return 1.0;

  const double aligned = parts_aligned(few, many);
  // A space too many or too few.
  constexpr double one_letter = 0.85;
  const double together =
      few.size() == many.size() ? 0.0 : letters_alike(a.together, b.together, one_letter);
  return std::max(aligned, together);
}

double name_likeness(std::string_view a, std::string_view b) {
  return name_likeness(spell_name(a), spell_name(b));
}

}  // namespace twosource
