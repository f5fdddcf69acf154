#include "bench/polnear.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "bench/brat.hpp"
#include "twosource/base/code_points.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/read/plain.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/clauses.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/spans.hpp"
#include "twosource/text/tokens.hpp"

namespace twosource::bench {
namespace {

struct Files {
  std::string text;
  std::string annotations;  // empty: none
};

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.rfind('/') + 1;
  return path.substr(slash, path.rfind('.') - slash);
}

// The files of each article by its name. The file of one annotator of several ends in "_xxxx"
// behind the text's name, or has the text's name.
std::map<std::string, Files> pair_files(const std::vector<std::string>& paths) {
  std::map<std::string, Files> files;
  for (const std::string& path : paths) {
    if (path.ends_with(".txt")) files[stem_of(path)].text = path;
  }
  for (const std::string& path : paths) {  // sorted: the first annotator comes first
    if (!path.ends_with(".ann")) continue;
    const std::string stem = stem_of(path);
    auto found = files.find(stem);
    if (found == files.end()) found = files.find(stem.substr(0, stem.rfind('_')));
    if (found != files.end() && found->second.annotations.empty()) found->second.annotations = path;
  }
  return files;
}

// Byte offset of each code point of the text and of its end.
std::vector<std::uint32_t> byte_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  offsets.reserve(text.size() + 1);
  std::size_t i = 0;
  while (i < text.size()) {
    offsets.push_back(static_cast<std::uint32_t>(i));
    i += code_point_at(text, i).size;
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

// The ranges of a mark as spans; no span for what lies outside of the text.
std::vector<Span> spans_of(const BratMark& mark, const std::string& text,
                           const std::vector<std::uint32_t>& offsets) {
  std::vector<Span> spans;
  for (const BratRange& range : mark.ranges) {
    if (range.end >= offsets.size()) continue;
    const Span span = trim(text, {offsets[range.begin], offsets[range.end]});
    if (!span.empty()) spans.push_back(span);
  }
  return spans;
}

// Whether nothing stands between the spans but a space; a new paragraph begins a piece of its own.
bool touches(std::string_view text, Span before, Span behind) {
  if (behind.begin <= before.end) return true;
  const Span between{before.end, behind.begin};
  return trim(text, between).empty() && slice(text, between).find('\n') == std::string_view::npos;
}

std::vector<Span> join_neighbours(std::string_view text, std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> joined;
  for (Span span : spans) {
    if (!joined.empty() && touches(text, joined.back(), span)) {
      joined.back().end = std::max(joined.back().end, span.end);
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

// Where the spans of a role go; null for a role that is not read.
std::vector<Span>* spans_for(std::string_view role, MarkedAttribution& attribution) {
  if (role == "Source") return &attribution.source;
  if (role == "Cue") return &attribution.cue;
  return role == "Content" ? &attribution.content : nullptr;
}

std::vector<MarkedAttribution> attributions_of(const BratFile& file, const std::string& text) {
  const std::vector<std::uint32_t> offsets = byte_offsets(text);
  std::vector<MarkedAttribution> attributions;
  for (const BratEvent& event : file.events) {
    MarkedAttribution attribution;
    for (const auto& [role, id] : event.roles) {
      const auto mark = file.marks.find(id);
      if (mark == file.marks.end()) continue;
      std::vector<Span>* spans = spans_for(role, attribution);
      if (spans == nullptr) continue;
      const std::vector<Span> found = spans_of(mark->second, text, offsets);
      spans->insert(spans->end(), found.begin(), found.end());
    }
    for (auto* spans : {&attribution.source, &attribution.cue, &attribution.content}) {
      *spans = join_neighbours(text, std::move(*spans));
    }
    if (!attribution.content.empty()) attributions.push_back(std::move(attribution));
  }
  return attributions;
}

struct Finders {
  PartTagger parts;
  ClauseFinder clauses;
};

Result<MarkedArticle> read_article(const std::string& name, const Files& files, Finders& finders) {
  Result<std::string> text = read_file(files.text, max_input_bytes);
  if (!text) return text.error();
  const Result<std::string> standoff = read_file(files.annotations, max_input_bytes);
  if (!standoff) return standoff.error();
  const Result<BratFile> brat = parse_brat(*standoff);
  if (!brat) return Error{brat.error().kind, files.annotations + ": " + brat.error().message};
  MarkedArticle marked;
  marked.name = name;
  marked.article = read_plain(std::move(*text));
  marked.analysis = analyze_structure(marked.article, analyze_words(marked.article));
  marked.tagged =
      find_tokens(marked.article.text, marked.analysis.words, marked.analysis.sentences);
  finders.parts.tag(marked.article.text, marked.tagged);
  finders.clauses.find(marked.tagged);
  marked.attributions = attributions_of(*brat, marked.article.text);
  return marked;
}

}  // namespace

Result<std::vector<MarkedArticle>> read_polnear(const Request& request) {
  const FoundInputs inputs = find_inputs(request.paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  std::vector<MarkedArticle> articles;
  Finders finders;
  for (const auto& [name, files] : pair_files(inputs.files)) {
    if (files.annotations.empty()) continue;
    Result<MarkedArticle> article = read_article(name, files, finders);
    if (!article) return article.error();
    articles.push_back(std::move(*article));
  }
  if (articles.empty())
    return Error{ErrorKind::missing, "no text/*.txt with attributions/*.ann lies under the paths"};
  return articles;
}

bool is_tuning_part(const std::string& name) {
  return hash_bytes(name) % 10 == 0;
}

}  // namespace twosource::bench
