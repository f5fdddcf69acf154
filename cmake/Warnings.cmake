# Warnings for our own code. They are errors only with TWOSOURCE_WERROR, which every preset sets:
# a newer compiler's new warning must not stop a user who builds from source.
add_library(twosource_flags INTERFACE)
target_compile_features(twosource_flags INTERFACE cxx_std_20)
target_compile_options(twosource_flags INTERFACE
  -Wall -Wextra -Wpedantic
  -Wshadow               # an inner name that hides an outer one is a reader's trap
  -Wconversion           # offsets are 32 bits wide: every narrowing has to be said
  -Wold-style-cast
  -Wnon-virtual-dtor
  -Woverloaded-virtual
  -Wimplicit-fallthrough
  -Wno-missing-field-initializers)  # designated initializers leave out what keeps its default
if(TWOSOURCE_WERROR)
  target_compile_options(twosource_flags INTERFACE -Werror)
endif()

set(TWOSOURCE_SANITIZE "" CACHE STRING "Sanitizers for our own code, as -fsanitize takes them")
if(TWOSOURCE_SANITIZE)
  target_compile_options(twosource_flags INTERFACE
    -fsanitize=${TWOSOURCE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(twosource_flags INTERFACE -fsanitize=${TWOSOURCE_SANITIZE})
endif()
