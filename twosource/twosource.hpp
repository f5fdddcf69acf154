#pragma once

// The one header that most users include: analyze(Settings) gives a Report, which the renderers
// turn into text, JSON or one HTML file.
#include "twosource/engine/pipeline.hpp"
#include "twosource/engine/why.hpp"
#include "twosource/report/html.hpp"
#include "twosource/report/json.hpp"
#include "twosource/report/terminal.hpp"
