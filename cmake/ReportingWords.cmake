# twosource_reporting_words(TARGET OUTPUT) compiles WordNet (cmake/Synonyms.cmake finds it) into the table of
# words for speech and thought that twosource/text/reporting_words.cpp reads, before TARGET is built.
function(twosource_reporting_words target output)
  set(scripts ${PROJECT_SOURCE_DIR}/cmake/make_reporting_words.py
    ${PROJECT_SOURCE_DIR}/cmake/make_synonyms.py)
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/make_reporting_words.py
      ${WORDNET_FOLDER} ${output}
    DEPENDS ${scripts} ${WORDNET_FOLDER}/data.verb
    COMMENT "Compiling WordNet's words for speech and thought" VERBATIM)
  add_custom_target(${target}_reporting_words DEPENDS ${output})
  add_dependencies(${target} ${target}_reporting_words)
endfunction()
