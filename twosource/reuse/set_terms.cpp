#include "twosource/reuse/set_terms.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(set_terms)

namespace twosource {
namespace {

enum class Term { none, office, law, cue };

class TermTable {
 public:
  static Term of(std::uint64_t hash) {
    static const TermTable table;
    const auto found = table.terms_.find(hash);
    return found == table.terms_.end() ? Term::none : found->second;
  }

 private:
  TermTable() {
    std::string_view rest = set_terms();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      add_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void add_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t tab = line.find('\t');
    const std::string_view name = line.substr(0, tab);
    const Term term = name == "office" ? Term::office : name == "law" ? Term::law : Term::cue;
    for (const Word& word : find_words(line.substr(tab + 1))) terms_.emplace(word.hash, term);
  }

  std::unordered_map<std::uint64_t, Term> terms_;  // looked up, never walked
};

}  // namespace

bool is_of_office(std::uint64_t hash) {
  return TermTable::of(hash) == Term::office;
}
bool is_of_law(std::uint64_t hash) {
  return TermTable::of(hash) == Term::law;
}
bool is_reporting(std::uint64_t hash) {
  return TermTable::of(hash) == Term::cue;
}

}  // namespace twosource
