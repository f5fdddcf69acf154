#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twosource {

/// The paragraphs found on a page, or the body that the page gives in JSON-LD, cut at its line
/// breaks: the latter where it is long, longer than the paragraphs, and less than half of it stands
/// in them, as on pages whose text is loaded by a script.
std::vector<std::string> reconcile_body(std::vector<std::string> paragraphs,
                                        std::string_view linked_body);

}  // namespace twosource
