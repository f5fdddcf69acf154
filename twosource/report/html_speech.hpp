#pragma once

#include <string>

#include "twosource/report/view.hpp"

namespace twosource {

/// The parts "Who said what" and "Names" of a story's section; empty where nothing was said and
/// nobody named. All of it is markup: each thing said unfolds to its places, without a script.
std::string speech_part(const ReportView& view, StoryIndex story);

}  // namespace twosource
