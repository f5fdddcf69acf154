#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bench/generator/random.hpp"
#include "bench/generator/writer.hpp"

namespace twosource::bench {

/// A made-up language for articles that nobody owns: 200,000 words in Zipf's proportions, the most
/// common ones those English has, so that programs take it for the text it stands for. It is the
/// same for every seed.
class Language {
 public:
  Language();

  /// A word by how common it is.
  [[nodiscard]] const std::string& word(Random& random) const;
  /// A word that few sentences have.
  [[nodiscard]] const std::string& rare_word(Random& random) const;
  /// A capitalised name of one word.
  [[nodiscard]] const std::string& name(Random& random) const { return random.one_of(names_); }

 private:
  std::vector<std::string> words_;  // the most common first
  std::vector<std::string> names_;
  // Walker's alias method: one look at a column gives a word in constant time.
  std::vector<std::uint32_t> aliases_;
  std::vector<double> keeps_;
};

/// A name such as "Tavel Moru", a place, an outlet's town.
std::string full_name(const Language& language, Random& random);

/// Writes about one made-up event in that language: it has its people, places and topical words.
std::unique_ptr<Writer> write_about_event(const Language& language, Random& random);

}  // namespace twosource::bench
