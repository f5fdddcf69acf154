// Given: sections `article NAME`, all of one story. Computed:
// `origins`, the counted ones, one a line: name, then the articles that carry it;
// `additions`, the same for those that do not count;
// `sum`, "2 shown, at most 3"; `steps`, the sentences under it;
// `sentences NAME`, the sentences of that article with their origins, none as "-";
// `lineage`, one edge a line: from, to, kind and share in per cent;
// `directions`, one copy a line: who had it first and why.
#include <fmt/format.h>

#include <cmath>

#include "tests/cases/case_articles.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/origins.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::tests {
namespace {

struct Traced {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  std::vector<Copy> copies;
  Origins origins;
};

Traced trace(const GoldenCase& golden) {
  Traced traced{.articles = articles_of(golden)};
  Story story{.id = "story"};
  for (const Article& article : traced.articles) {
    story.articles.push_back(static_cast<ArticleIndex>(traced.analyses.size()));
    traced.analyses.push_back(analyze_structure(article, analyze_words(article)));
  }
  const OriginTables& tables = built_in_tables();
  std::vector<Copy> copies = find_copies(traced.articles, traced.analyses, Jobs{1}).copies;
  traced.copies = direct_copies(traced.articles, traced.analyses, std::move(copies), tables);
  const std::vector<Story> stories = {story};
  traced.origins =
      trace_origins({traced.articles, traced.analyses, traced.copies, stories, Jobs{1}}, tables);
  return traced;
}

void add_line(std::string& out, const std::string& line) {
  if (!out.empty()) out += '\n';
  out += line;
}

std::string render_origins(const Traced& traced, bool counted) {
  std::string out;
  for (const Origin& origin : traced.origins.origins) {
    if (origin.counted != counted) continue;
    std::string line = origin.name + ":";
    for (const ArticleIndex article : origin.articles) line += " " + traced.articles[article].id;
    add_line(out, line);
  }
  return out.empty() ? "none" : out;
}

std::string render_steps(const Traced& traced) {
  std::string out;
  for (const Reason& step : traced.origins.sums.front().steps) add_line(out, step.text);
  return out;
}

std::string render_sentences(const Traced& traced, std::string_view name) {
  std::string out;
  for (ArticleIndex a = 0; a < traced.articles.size(); ++a) {
    if (traced.articles[a].id != name) continue;
    for (std::uint32_t i = 1; i < traced.analyses[a].sentences.size(); ++i) {
      std::string origin = "-";
      for (const SentenceOrigin& sentence : traced.origins.sentences) {
        if (sentence.article == a && sentence.sentence == i) {
          origin = traced.origins.origins[sentence.origin].name;
        }
      }
      const std::string_view text = slice(traced.articles[a].text, traced.analyses[a].sentences[i]);
      add_line(out, fmt::format("{} | {}", origin, text));
    }
  }
  return out;
}

std::string render_lineage(const Traced& traced) {
  std::string out;
  for (const Lineage& edge : traced.origins.lineage) {
    const std::string from = edge.from_origin
                                 ? fmt::format("({})", traced.origins.origins[edge.from].name)
                                 : traced.articles[edge.from].id;
    add_line(out, fmt::format("{} -> {} {} {} %", from, traced.articles[edge.to].id,
                              name_of(edge.kind), std::lround(100 * edge.share)));
  }
  return out.empty() ? "none" : out;
}

std::string render_directions(const Traced& traced) {
  std::string out;
  for (const Copy& copy : traced.copies) {
    std::string line = fmt::format("{} {} {}", traced.articles[copy.a].id,
                                   traced.articles[copy.b].id, name_of(copy.direction));
    for (const Reason& reason : copy.reasons) {
      if (copy.direction != Direction::unknown && &reason == &copy.reasons.back()) {
        line += ": " + reason.text;
      }
    }
    add_line(out, line);
  }
  return out.empty() ? "none" : out;
}

}  // namespace

std::optional<std::string> render_origin(const GoldenCase& golden, std::string_view output) {
  constexpr std::string_view sentences = "sentences ";
  if (output.starts_with("article ")) return std::nullopt;
  const Traced traced = trace(golden);
  if (output == "origins") return render_origins(traced, true);
  if (output == "additions") return render_origins(traced, false);
  if (output == "steps") return render_steps(traced);
  if (output == "lineage") return render_lineage(traced);
  if (output == "directions") return render_directions(traced);
  if (output == "sum") {
    const Sum& sum = traced.origins.sums.front();
    return fmt::format("{} shown, at most {}", sum.shown, sum.possible);
  }
  if (output.starts_with(sentences)) {
    return render_sentences(traced, output.substr(sentences.size()));
  }
  return std::nullopt;
}

}  // namespace twosource::tests
