#pragma once

#include <string>

#include "twosource/model/article.hpp"

namespace twosource {

/// A plain text as an article: the text stays as it is, its first non-empty line is the title, the
/// rest the body.
///
/// The few short lines under the title may say outlet, date and authors ("The Selne Courier | 4 May
/// 2031", "By Ann Example", "Published: 2031-05-04 10:20"). They are believed only in those clear
/// forms, the date with source `text`, and stay part of the body.
Article read_plain(std::string text);

}  // namespace twosource
