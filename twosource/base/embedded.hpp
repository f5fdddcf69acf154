#pragma once

#include <string_view>

/// Declares `NAME()`, the bytes of a file that `twosource_embed` (cmake/EmbedFile.cmake) put into
/// the library. To be used in .cpp files at namespace scope; the bytes live as long as the program.
#define TWOSOURCE_EMBEDDED(NAME)                                                 \
  extern "C" const char twosource_embedded_##NAME##_begin[];                     \
  extern "C" const char twosource_embedded_##NAME##_end[];                       \
  static std::string_view NAME() {                                               \
    return {twosource_embedded_##NAME##_begin, twosource_embedded_##NAME##_end}; \
  }
