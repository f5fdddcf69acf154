#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twosource::bench {

/// The texts in one file of a collection of news, by the ending of its name:
///   *.jsonl, *.jsonl.gz   the member `text` of each line; where lines have a member `story`, only
///                         the stories whose XXH3 is even: the others are left to test with
///   *.sgm                 the bodies of the Reuters-21578 collection, lines wrapped as they are
///   *.tsv                 a token and its label a line (en-worldwide-newswire)
///   *.txt                 the whole file
/// None for others. `bytes` is the content, unpacked.
std::vector<std::string> news_texts(const std::string& path, std::string_view bytes);

}  // namespace twosource::bench
