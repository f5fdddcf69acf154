# The target `tidy` runs clang-tidy over the .cpp files of the targets named, each once until it
# or a header changes. Tests are left out: doctest's macros expand to what the checks forbid.
function(twosource_tidy)
  find_program(CLANG_TIDY_PROGRAM NAMES clang-tidy-14 clang-tidy)
  if(NOT CLANG_TIDY_PROGRAM)
    add_custom_target(tidy COMMAND ${CMAKE_COMMAND} -E echo "tidy: clang-tidy-14 is not installed")
    return()
  endif()
  get_target_property(headers twosource HEADER_SET)
  set(stamps "")
  foreach(target IN LISTS ARGN)
    get_target_property(sources ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    foreach(source IN LISTS sources)
      cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${folder} NORMALIZE)
      cmake_path(IS_PREFIX CMAKE_BINARY_DIR ${source} generated)
      if(generated OR NOT source MATCHES "\\.cpp$")
        continue()
      endif()
      cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE name)
      string(REPLACE "/" "." stamp ${name})
      set(stamp ${PROJECT_BINARY_DIR}/tidy/${stamp}.stamp)
      if(stamp IN_LIST stamps)
        continue()  # a source of several targets
      endif()
      add_custom_command(OUTPUT ${stamp}
        COMMAND ${CLANG_TIDY_PROGRAM} --quiet -p ${PROJECT_BINARY_DIR} ${source}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/tidy
        COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
        DEPENDS ${source} ${headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
        COMMENT "clang-tidy ${name}" VERBATIM)
      list(APPEND stamps ${stamp})
    endforeach()
  endforeach()
  add_custom_target(tidy DEPENDS ${stamps})
endfunction()
