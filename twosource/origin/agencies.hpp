#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/article.hpp"
#include "twosource/origin/lines.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// Where a text names an agency.
struct Naming {
  std::uint32_t agency = 0;  ///< position in the index
  std::size_t tokens = 0;    ///< how many tokens the name takes
  bool credit_only = false;  ///< the form means the agency only in a credit
};

/// Finds the names of agencies among the tokens of a line. Forms of several words match in any
/// case (ASCII), single words exactly as written. Building it costs the size of the table; a
/// look-up one hash and as many comparisons as forms begin with the same word.
class AgencyIndex {
 public:
  explicit AgencyIndex(std::vector<Agency> agencies);

  /// The longest form that begins at token `first`.
  [[nodiscard]] std::optional<Naming> match(std::string_view text,
                                            std::span<const LineToken> tokens,
                                            std::size_t first) const;
  /// The agency with this domain or one above it.
  [[nodiscard]] std::optional<std::uint32_t> by_host(std::string_view host) const;
  /// The agency of which `name`, as a whole, is a form or the short name.
  [[nodiscard]] std::optional<std::uint32_t> by_name(std::string_view name) const;

  [[nodiscard]] const Agency& operator[](std::uint32_t agency) const { return agencies_[agency]; }
  [[nodiscard]] std::size_t size() const { return agencies_.size(); }

 private:
  struct Form {
    std::vector<std::string> words;  ///< folded where there are several
    std::uint32_t agency = 0;
    bool credit_only = false;
  };
  void add(std::string_view form, std::uint32_t agency, bool credit_only);
  void add_name(std::string_view name, std::uint32_t agency);
  [[nodiscard]] bool may_begin(std::string_view word) const;
  [[nodiscard]] static bool is_word(const Form& form, std::string_view text,
                                    std::span<const LineToken> tokens, std::size_t first);
  [[nodiscard]] static bool is_phrase(const Form& form, std::string_view text,
                                      std::span<const LineToken> tokens, std::size_t first);

  std::vector<Agency> agencies_;
  std::unordered_map<std::string, std::vector<Form>> by_first_word_;
  std::unordered_map<std::string, std::uint32_t> by_domain_;
  std::unordered_map<std::string, std::uint32_t> by_name_;  ///< by outlet_key
  std::array<std::uint32_t, 256> first_words_{};  ///< by first byte: bit n for a word of n bytes
};

/// "Petra Lund", "the Reuters Institute", "KCNA Watch": behind the token at `i` follows, with only
/// a space between, a capitalised word that is not an office ("AP Writer").
bool goes_on_as_name(std::string_view text, std::span<const LineToken> tokens, std::size_t i);

/// Agencies that no table knows and that the texts themselves show: names such as "Northwater News
/// Agency", abbreviations behind such a name, and two to six capitals in the parentheses of a
/// dateline, "SELNE (NWA) —". A name and an abbreviation are one agency where a text puts one
/// behind the other, or where one article has the name in its head and the abbreviation in its
/// dateline. Sorted by short name; the same for any order of the articles.
std::vector<Agency> discover_agencies(std::span<const Article> articles, const AgencyIndex& known,
                                      Jobs jobs);

}  // namespace twosource
