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

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(names_first_en)
TWOSOURCE_EMBEDDED(names_second_en)

namespace twosource {
namespace {

constexpr std::array<std::string_view, name_kind_count> kind_names = {"person", "organisation",
                                                                      "place", "people", "other"};

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
