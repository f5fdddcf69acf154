# twosource_synonyms(TARGET OUTPUT) compiles WordNet (Debian: wordnet-base) into the table of synonyms that
# twosource/text/synonyms.cpp reads, before TARGET is built.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_path(WORDNET_FOLDER data.noun PATHS /usr/share/wordnet /usr/share/wordnet-3.0 NO_DEFAULT_PATH
  DOC "Folder with index.noun, data.noun, noun.exc and their like of WordNet 3.0")
if(NOT WORDNET_FOLDER)
  message(FATAL_ERROR "WordNet is missing: install the package wordnet-base (scripts/setup does), "
    "or set WORDNET_FOLDER to the folder that holds data.noun.")
endif()

function(twosource_synonyms target output)
  set(script ${PROJECT_SOURCE_DIR}/cmake/make_synonyms.py)
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${script} ${WORDNET_FOLDER} ${output}
    DEPENDS ${script} ${WORDNET_FOLDER}/data.noun
    COMMENT "Compiling WordNet's synonyms" VERBATIM)
  add_custom_target(${target}_synonyms DEPENDS ${output})
  add_dependencies(${target} ${target}_synonyms)
endfunction()
