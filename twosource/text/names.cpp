// Who, what and where is named?
//
// A linear model over the tokens of each sentence, asked twice. The first reading knows a token by
// its word, shape, part of speech and neighbours, by the run of capitalised words around it ("the
// Ministry of Fish and Ports": what it begins and ends with, what stands before it), and by how its
// word is written elsewhere in the text. It tells "Hale" in "Mayor Hale said"; in "Hale left" it
// may not. So the second reading is told in addition what each word mostly was in the first, here
// and next to it (Krishnan and Manning 2006).
#include "twosource/text/names.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "twosource/base/embedded.hpp"
#include "twosource/text/token_facts.hpp"

TWOSOURCE_EMBEDDED(names_first_en)
TWOSOURCE_EMBEDDED(names_second_en)

namespace twosource {
namespace {

constexpr std::array<std::string_view, name_kind_count> kind_names = {"person", "organisation",
                                                                      "place", "people", "other"};

// The numbers of the features; part of the models.
enum Template : std::uint32_t {
  word_here = 1,
  word_before,
  word_behind,
  word_two_before,
  word_two_behind,
  words_before,
  words_behind,
  last_two,
  last_three,
  last_four,
  first_three,
  ending_before,
  ending_behind,
  shape_here,
  shapes_before,
  shapes_behind,
  shapes_around,
  part_here,
  part_before,
  part_behind,
  parts_around,
  kind_and_shape,
  kind_before,
  kind_behind,
  run_place,
  run_first,
  run_last,
  run_before,
  run_behind,
  run_whole,
  elsewhere,
  elsewhere_and_shape,
  headline,
  memory_here,
  memory_before,
  memory_behind,
  memory_and_shape,
  memories,
  memory_of_run,
  known_name,
  known_name_before,
  known_name_behind,
  known_name_of_run,
  person_here,
  person_before,
  person_behind,
  run_before_and_last,
  run_last_and_behind,
  run_memory,
  run_memory_and_place,
};

constexpr std::size_t longest_run = 12;

// A token as the features see it.
struct Looked {
  TokenFacts facts;
  std::uint64_t part = 255;
  std::uint64_t memory = 0;      // what its word mostly was in the first reading, and how surely
  std::uint64_t elsewhere = 0;   // how its word is written elsewhere in the text
  std::uint64_t run_memory = 0;  // what its place in runs of the same words mostly was
  // The run of capitalised words it is in: its tokens [run_begin, run_end) of the sentence.
  std::size_t run_begin = 0;
  std::size_t run_end = 0;
};

bool is_capitalised(const TokenFacts& facts) {
  return (facts.shape & shape_capital) != 0;
}

// How a word is written over the whole text, and what it was.
struct WordRecord {
  std::uint32_t small = 0;
  std::uint32_t capital_inside = 0;  // with a capital, not at the beginning of a sentence
  std::array<std::uint32_t, name_kind_count + 1> kinds{};
};

class Document {
 public:
  Document(std::string_view text, const TaggedText& tagged, std::span<const Tag> first)
      : tokens_(tagged.tokens.size()) {
    static const Lexicon lexicon = Lexicon::english();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      tokens_[i].facts = facts_of(text, tagged.tokens[i], lexicon);
      tokens_[i].part = static_cast<std::uint64_t>(tagged.tokens[i].part);
    }
    record_words(tagged, first);
    for (Looked& token : tokens_) recall(token, !first.empty());
    if (!first.empty()) remember_runs(tagged, first);
  }

  // The tokens of one sentence, with their runs.
  std::span<Looked> sentence(std::size_t begin, std::size_t end) {
    const std::span<Looked> tokens = std::span(tokens_).subspan(begin, end - begin);
    for (std::size_t i = 0; i < tokens.size();) i = mark_run(tokens, i);
    return tokens;
  }

 private:
  void record_words(const TaggedText& tagged, std::span<const Tag> first) {
    std::size_t begin = 0;
    for (const std::size_t end : tagged.sentence_ends) {
      for (std::size_t i = begin; i < end; ++i) {
        const TokenFacts& facts = tokens_[i].facts;
        if ((facts.shape & shape_no_word) != 0) continue;
        WordRecord& record = records_[facts.word];
        if (!is_capitalised(facts)) ++record.small;
        if (is_capitalised(facts) && i > begin) ++record.capital_inside;
        if (!first.empty() && is_capitalised(facts)) ++record.kinds.at((first[i] + 1U) / 2);
      }
      begin = end;
    }
  }

  // For each token of a run the tag that its place in equal runs mostly had, where there are
  // others.
  void remember_runs(const TaggedText& tagged, std::span<const Tag> first) {
    std::unordered_map<std::uint64_t, std::array<std::uint32_t, name_tag_count>> tags;
    const auto each_place = [&](const auto& use) {
      std::size_t begin = 0;
      for (const std::size_t end : tagged.sentence_ends) {
        const std::span<Looked> tokens = std::span(tokens_).subspan(begin, end - begin);
        for (std::size_t i = 0; i < tokens.size();) {
          const std::size_t next = mark_run(tokens, i);
          const std::uint64_t whole = words_of_run(tokens.subspan(i, next - i));
          for (std::size_t k = i; k < next && tokens[i].run_begin != tokens[i].run_end; ++k)
            use(tags[whole + k - i], begin + k);
          i = next;
        }
        begin = end;
      }
    };
    each_place([&](auto& counts, std::size_t token) { ++counts.at(first[token]); });
    each_place([&](auto& counts, std::size_t token) {
      const auto most = std::max_element(counts.begin(), counts.end());
      std::uint32_t all = 0;
      for (const std::uint32_t count : counts) all += count;
      const auto tag = static_cast<std::uint64_t>(most - counts.begin());
      if (all > 1) tokens_[token].run_memory = 1 + tag * 2 + (*most == all ? 1U : 0U);
    });
  }

  // The same for the same words.
  static std::uint64_t words_of_run(std::span<const Looked> tokens) {
    std::uint64_t words = 0;
    for (const Looked& token : tokens) words = feature_of(run_whole, words, token.facts.word);
    return words;
  }

  void recall(Looked& token, bool second) const {
    const auto found = records_.find(token.facts.word);
    if (found == records_.end()) return;
    const WordRecord& record = found->second;
    token.elsewhere = 1 + (record.small > 0 ? 1U : 0U) + (record.capital_inside > 0 ? 2U : 0U) +
                      (record.capital_inside > 2 ? 4U : 0U);
    if (!second) return;
    const auto most = static_cast<std::size_t>(
        std::max_element(record.kinds.begin(), record.kinds.end()) - record.kinds.begin());
    std::uint32_t all = 0;
    for (const std::uint32_t count : record.kinds) all += count;
    if (all == 0) return;
    const std::uint64_t sure = record.kinds.at(most) == all ? 1 : 0;
    const std::uint64_t often = all > 2 ? 2 : all - 1;
    token.memory = 1 + most * 8 + often * 2 + sure;
  }

  // A run is capitalised words with at most one small word of a name ("of", "and", "the", "for")
  // between two of them. Returns the place behind the run, or behind the token.
  static std::size_t mark_run(std::span<Looked> tokens, std::size_t begin) {
    if (!is_capitalised(tokens[begin].facts)) {
      tokens[begin].run_begin = tokens[begin].run_end = begin;
      return begin + 1;
    }
    std::size_t end = begin + 1;
    while (end < tokens.size() && end - begin < longest_run) {
      if (is_capitalised(tokens[end].facts)) {
        ++end;
      } else if (end + 1 < tokens.size() && is_link(tokens[end]) &&
                 is_capitalised(tokens[end + 1].facts)) {
        end += 2;
      } else {
        break;
      }
    }
    for (std::size_t i = begin; i < end; ++i) {
      tokens[i].run_begin = begin;
      tokens[i].run_end = end;
    }
    return end;
  }

  static bool is_link(const Looked& token) {
    const auto part = static_cast<PartOfSpeech>(token.part);
    constexpr std::uint32_t word_of = 'o' << 8U | 'f';
    constexpr std::uint32_t word_for = 'f' << 16U | 'o' << 8U | 'r';
    return part == PartOfSpeech::hyph || token.facts.ending == word_of ||
           token.facts.ending == word_for;
  }

  std::vector<Looked> tokens_;
  std::unordered_map<std::uint64_t, WordRecord> records_;
};

const Looked& at(std::span<const Looked> tokens, std::size_t i, int offset) {
  static const Looked outside{.facts = {.word = 1, .kind = 1}};
  const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(i) + offset;
  const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(tokens.size());
  return inside ? tokens[static_cast<std::size_t>(place)] : outside;
}

void add_word_features(std::span<const Looked> tokens, std::size_t i, FeatureRows& rows) {
  const auto facts = [&](int offset) -> const TokenFacts& { return at(tokens, i, offset).facts; };
  const auto part = [&](int offset) { return at(tokens, i, offset).part; };
  rows.add(feature_of(word_here, facts(0).word));
  rows.add(feature_of(word_before, facts(-1).word));
  rows.add(feature_of(word_behind, facts(1).word));
  rows.add(feature_of(word_two_before, facts(-2).word));
  rows.add(feature_of(word_two_behind, facts(2).word));
  rows.add(feature_of(words_before, facts(-1).word, facts(0).word));
  rows.add(feature_of(words_behind, facts(0).word, facts(1).word));
  rows.add(feature_of(last_two, facts(0).last(2), is_capitalised(facts(0)) ? 1 : 0));
  rows.add(feature_of(last_three, facts(0).last(3), is_capitalised(facts(0)) ? 1 : 0));
  rows.add(feature_of(last_four, facts(0).ending, is_capitalised(facts(0)) ? 1 : 0));
  rows.add(feature_of(first_three, facts(0).beginning, is_capitalised(facts(0)) ? 1 : 0));
  rows.add(feature_of(ending_before, facts(-1).last(3), is_capitalised(facts(-1)) ? 1 : 0));
  rows.add(feature_of(ending_behind, facts(1).last(3), is_capitalised(facts(1)) ? 1 : 0));
  rows.add(feature_of(shape_here, facts(0).shape, i == 0 ? 1 : 0));
  rows.add(feature_of(shapes_before, facts(-2).shape * 256U + facts(-1).shape, facts(0).shape));
  rows.add(feature_of(shapes_behind, facts(2).shape * 256U + facts(1).shape, facts(0).shape));
  rows.add(feature_of(shapes_around, facts(-1).shape * 256U + facts(1).shape, facts(0).shape));
  rows.add(feature_of(part_here, part(0)));
  rows.add(feature_of(part_before, part(-1), part(0)));
  rows.add(feature_of(part_behind, part(0), part(1)));
  rows.add(feature_of(parts_around, part(-1) << 8U | part(0), part(1)));
  rows.add(feature_of(kind_and_shape, facts(0).kind, facts(0).shape));
  rows.add(feature_of(kind_before, facts(-1).kind, facts(0).shape));
  rows.add(feature_of(kind_behind, facts(1).kind, facts(0).shape));
  rows.add(feature_of(known_name, facts(0).names, facts(0).shape));
  rows.add(feature_of(known_name_before, facts(-1).names, facts(0).names << 8U | facts(0).shape));
  rows.add(feature_of(known_name_behind, facts(1).names, facts(0).names << 8U | facts(0).shape));
}

// What the lexicon knows of persons: "spokesman" before, a woman's name here.
void add_person_features(std::span<const Looked> tokens, std::size_t i, FeatureRows& rows) {
  const auto facts = [&](int offset) -> const TokenFacts& { return at(tokens, i, offset).facts; };
  rows.add(feature_of(person_here, facts(0).persons, facts(0).shape));
  rows.add(feature_of(person_before, facts(-1).persons << 8U | facts(0).persons, facts(0).shape));
  rows.add(feature_of(person_behind, facts(1).persons << 8U | facts(0).persons, facts(0).shape));
}

void add_run_features(std::span<const Looked> tokens, std::size_t i, bool headline_case,
                      FeatureRows& rows) {
  const Looked& here = tokens[i];
  rows.add(feature_of(elsewhere, here.elsewhere));
  rows.add(
      feature_of(elsewhere_and_shape, here.elsewhere, here.facts.shape * 2U + (i == 0 ? 1 : 0)));
  rows.add(feature_of(headline, headline_case ? 1 : 0, here.facts.shape));
  if (here.run_begin == here.run_end) return;
  const std::size_t size = here.run_end - here.run_begin;
  const std::size_t place = i - here.run_begin;
  const auto at_end = static_cast<int>(here.run_end - i);
  const auto to_begin = -static_cast<int>(place);
  std::uint64_t whole = 0;
  for (std::size_t k = here.run_begin; k < here.run_end; ++k)
    whole = feature_of(run_whole, whole, tokens[k].facts.word);
  rows.add(feature_of(run_place, place * 16 + size));
  rows.add(feature_of(run_first, tokens[here.run_begin].facts.word, place == 0 ? 0 : 1));
  rows.add(feature_of(run_last, tokens[here.run_end - 1].facts.word, place == 0 ? 0 : 1));
  rows.add(feature_of(run_before, at(tokens, i, to_begin - 1).facts.word, place == 0 ? 0 : 1));
  rows.add(feature_of(run_behind, at(tokens, i, at_end).facts.word, place == 0 ? 0 : 1));
  const std::uint64_t last = tokens[here.run_end - 1].facts.word;
  rows.add(feature_of(run_before_and_last, at(tokens, i, to_begin - 1).facts.word, last));
  rows.add(feature_of(run_last_and_behind, last, at(tokens, i, at_end).facts.word));
  rows.add(feature_of(run_whole, whole, place));
  rows.add(feature_of(known_name_of_run, tokens[here.run_end - 1].facts.names, place * 16 + size));
}

void add_memory_features(std::span<const Looked> tokens, std::size_t i, FeatureRows& rows) {
  const auto memory = [&](int offset) { return at(tokens, i, offset).memory; };
  const Looked& here = tokens[i];
  rows.add(feature_of(memory_here, memory(0)));
  rows.add(feature_of(memory_before, memory(-1), memory(0)));
  rows.add(feature_of(memory_behind, memory(0), memory(1)));
  rows.add(feature_of(memory_and_shape, memory(0), here.facts.shape));
  rows.add(feature_of(memories, memory(-1) << 8U | memory(0), memory(1)));
  if (here.run_begin == here.run_end) return;
  rows.add(feature_of(memory_of_run, memory(0), tokens[here.run_end - 1].memory));
  rows.add(feature_of(run_memory, here.run_memory));
  rows.add(feature_of(run_memory_and_place, here.run_memory, i - here.run_begin));
}

// In a headline nearly every word has a capital, which then says little.
bool is_headline(std::span<const Looked> tokens) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (const Looked& token : tokens) {
    if ((token.facts.shape & (shape_no_word | shape_digits)) != 0) continue;
    ++words;
    capitals += is_capitalised(token.facts) ? 1 : 0;
  }
  return words > 2 && 10 * capitals >= 6 * words;
}

}  // namespace

std::vector<std::string> name_tags() {
  std::vector<std::string> tags = {"outside"};
  for (const std::string_view kind : kind_names) {
    tags.push_back(std::string(kind) + " begins");
    tags.push_back(std::string(kind) + " goes on");
  }
  return tags;
}

std::vector<NameMention> mentions_of(std::span<const Tag> tags, std::size_t begin) {
  std::vector<NameMention> mentions;
  Tag before = 0;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const Tag tag = tags[i];
    const auto place = static_cast<std::uint32_t>(begin + i);
    // Odd tags begin, even ones go on.
    const bool same_kind = tag != 0 && before != 0 && (tag - 1) / 2 == (before - 1) / 2;
    if (tag != 0 && tag % 2 == 0 && same_kind) {
      mentions.back().end = place + 1;
    } else if (tag != 0) {
      mentions.push_back({place, place + 1, static_cast<NameKind>((tag - 1) / 2)});
    }
    before = tag;
  }
  return mentions;
}

void add_name_features(std::string_view text, const TaggedText& tagged, std::span<const Tag> first,
                       FeatureRows& rows) {
  Document document(text, tagged, first);
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    const std::span<const Looked> tokens = document.sentence(begin, end);
    const bool headline_case = is_headline(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      add_word_features(tokens, i, rows);
      add_person_features(tokens, i, rows);
      add_run_features(tokens, i, headline_case, rows);
      if (!first.empty()) add_memory_features(tokens, i, rows);
      rows.end_row();
    }
    begin = end;
  }
}

namespace {

const LinearModel& opened(const Result<LinearModel>& model) {
  // The bytes are part of the program; if they are no model, the program was built wrong.
  assert(model);
  return *model;
}

}  // namespace

const LinearModel& first_name_model() {
  static const Result<LinearModel> model = LinearModel::open(names_first_en());
  return opened(model);
}

const LinearModel& second_name_model() {
  static const Result<LinearModel> model = LinearModel::open(names_second_en());
  return opened(model);
}

NameFinder::NameFinder() : NameFinder(first_name_model(), second_name_model()) {}

NameFinder::NameFinder(const LinearModel& first, const LinearModel& second)
    : first_(first), second_(second) {
  assert(first.tag_count() == name_tag_count && second.tag_count() == name_tag_count);
}

std::vector<Tag> NameFinder::read(SequenceDecoder& decoder, const TaggedText& tagged) {
  std::vector<Tag> tags;
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    const std::vector<Tag>& found = decoder.decode(rows_, begin, end);
    tags.insert(tags.end(), found.begin(), found.end());
    begin = end;
  }
  return tags;
}

std::vector<NameMention> NameFinder::find(std::string_view text, const TaggedText& tagged) {
  rows_.clear();
  add_name_features(text, tagged, {}, rows_);
  const std::vector<Tag> first = read(first_, tagged);
  rows_.clear();
  add_name_features(text, tagged, first, rows_);
  const std::vector<Tag> tags = read(second_, tagged);
  std::vector<NameMention> mentions;
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    const std::vector<NameMention> found =
        mentions_of(std::span(tags).subspan(begin, end - begin), begin);
    mentions.insert(mentions.end(), found.begin(), found.end());
    begin = end;
  }
  return mentions;
}

}  // namespace twosource
