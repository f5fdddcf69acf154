#pragma once

#include <cstdint>
#include <vector>

#include "bench/generator/draft.hpp"
#include "bench/generator/random.hpp"
#include "bench/generator/writer.hpp"

namespace twosource::bench {

/// The sentences of a text that can be taken over, marked as taken from text `source` of the
/// family; furniture, credits and emptied paragraphs are left behind.
std::vector<Paragraph> take_all(const Text& text, std::uint32_t source);

/// Keeps that share of the sentences, counted from the beginning; at least three.
void trim_from_end(std::vector<Paragraph>& paragraphs, double share);

/// One run of `count` sentences from anywhere in it, paragraphs kept.
std::vector<Paragraph> lift_passage(std::vector<Paragraph> paragraphs, std::uint32_t count,
                                    Random& random);

/// Drops that share of the sentences, anywhere but at the head.
void cut_inside(std::vector<Paragraph>& paragraphs, double share, Random& random);

/// Moves paragraphs, the first one stays.
void reorder(std::vector<Paragraph>& paragraphs, Random& random);

/// Inserts, drops, changes or misspells words in that share of the sentences.
void edit_sentences(std::vector<Paragraph>& paragraphs, double share, Writer& writer,
                    Random& random);

/// Says every sentence in other words, as far as the writer knows any.
void reword_sentences(std::vector<Paragraph>& paragraphs, Writer& writer, Random& random);

/// How many sentences, credits and furniture left out.
std::uint32_t count_sentences(const std::vector<Paragraph>& paragraphs);

}  // namespace twosource::bench
