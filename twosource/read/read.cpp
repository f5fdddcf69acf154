#include "twosource/read/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "twosource/read/charset.hpp"
#include "twosource/read/format.hpp"
#include "twosource/read/html.hpp"
#include "twosource/read/outlet.hpp"
#include "twosource/read/plain.hpp"
#include "twosource/read/records.hpp"
#include "twosource/read/whitespace.hpp"

namespace twosource {
namespace {

// A text that lost more than one place in twenty in decoding is none.
constexpr double most_lost = 0.05;

// Offsets have 32 bits, and decoding can make three bytes of one.
constexpr std::size_t largest_article = std::size_t{1} << 30U;

class Reading {
 public:
  Reading(std::string_view path, const ReadOptions& options) : path_(path), options_(options) {
    options_.max_article_bytes = std::min(options_.max_article_bytes, largest_article);
  }

  ReadOutcome read(std::string_view bytes) {
    if (trim(bytes).empty()) {
      refuse({ErrorKind::empty, "the file is empty; nothing to compare"});
    } else if (const Result<Done> text = refuse_binary(bytes); !text) {
      refuse(text.error());
    } else {
      read_text(bytes);
    }
    return std::move(outcome_);
  }

 private:
  void refuse(const Error& error) {
    outcome_.problems.push_back({path_, error.kind, fmt::format("{}: {}", path_, error.message)});
  }

  void read_text(std::string_view bytes) {
    const Result<Format> format = tell_format(bytes);
    if (!format) {
      refuse(format.error());
    } else if (*format == Format::json) {
      outcome_ = read_json(path_, bytes, options_);
    } else if (bytes.size() > options_.max_article_bytes) {
      refuse({ErrorKind::too_large, fmt::format("{} bytes, more than the {} of --max-article-bytes",
                                                bytes.size(), options_.max_article_bytes)});
    } else {
      read_decoded(bytes);
    }
  }

  void read_decoded(std::string_view bytes) {
    Result<Decoded> decoded = decode_text(bytes, declared_charset(bytes));
    if (!decoded) {
      refuse({decoded.error().kind,
              "not a text (" + decoded.error().message + "); give pages, texts or JSON Lines"});
      return;
    }
    if (trim(decoded->text).empty()) {
      refuse({ErrorKind::empty, "the file is empty; nothing to compare"});
      return;
    }
    if (!report_losses(*decoded)) return;
    // What hid behind UTF-16 or UTF-32 shows only now.
    const Result<Format> format = tell_format(decoded->text);
    if (!format) {
      refuse(format.error());
    } else if (*format == Format::json) {
      ReadOutcome records = read_json(path_, decoded->text, options_);
      std::move(records.problems.begin(), records.problems.end(),
                std::back_inserter(outcome_.problems));
      outcome_.articles = std::move(records.articles);
    } else if (*format == Format::html) {
      add(read_html(decoded->text));
    } else {
      add(read_plain(std::move(decoded->text)));
    }
  }

  // False where too little of the text is left.
  bool report_losses(const Decoded& decoded) {
    if (decoded.lost == 0 && !decoded.guessed) return true;
    const double size = static_cast<double>(decoded.text.size());
    if (static_cast<double>(decoded.lost) > most_lost * size) {
      refuse(
          {ErrorKind::encoding, "its bytes are no text in any known encoding; save it as UTF-8"});
      return false;
    }
    refuse({ErrorKind::encoding,
            decoded.lost > 0
                ? fmt::format(
                      "not all of it is {}; U+FFFD stands for the rest (count: {}); save it as "
                      "UTF-8",
                      decoded.charset, decoded.lost)
                : fmt::format("its encoding is unclear and was read as {}; save it as UTF-8",
                              decoded.charset)});
    return true;
  }

  void add(Result<Article> article) {
    if (!article) {
      refuse(article.error());
      return;
    }
    article->path = path_;
    if (article->outlet.empty()) article->outlet = registrable_domain(article->url);
    outcome_.articles.push_back(std::move(*article));
  }

  std::string path_;
  ReadOptions options_;
  ReadOutcome outcome_;
};

}  // namespace

ReadOutcome read_bytes(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  return Reading(path, options).read(bytes);
}

}  // namespace twosource
