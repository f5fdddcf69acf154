# Installs into an empty folder, builds a small program against it, runs that on the sample story.
file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "failed (${code}): ${ARGV}\n${out}\n${err}")
  endif()
  set(last_output "${out}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${SOURCE}/tests/install -B ${WORK}/build -G Ninja
  -D CMAKE_PREFIX_PATH=${prefix} -D CMAKE_BUILD_TYPE=Release -D CMAKE_CXX_COMPILER=${CXX})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/count_origins ${SOURCE}/examples/sample-story)
if(NOT last_output MATCHES "independent origins shown")
  message(FATAL_ERROR "the installed library printed: ${last_output}")
endif()
message("${last_output}")
run(${prefix}/bin/twosource --version)

# The same program by pkg-config alone.
file(GLOB_RECURSE pc_file ${prefix}/*/twosource.pc)
get_filename_component(pc_folder ${pc_file} DIRECTORY)
run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${pc_folder}
  pkg-config --static --cflags --libs twosource)
string(STRIP "${last_output}" flags)
separate_arguments(flags UNIX_COMMAND "${flags}")
run(${CXX} -std=c++20 ${SOURCE}/tests/install/count_origins.cpp -o ${WORK}/by_pkg_config ${flags})
run(${WORK}/by_pkg_config ${SOURCE}/examples/sample-story)
