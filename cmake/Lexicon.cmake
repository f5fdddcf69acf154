# twosource_lexicon(TARGET OUTPUT) compiles WordNet (cmake/Synonyms.cmake finds it) into the table of
# forms and lemmas that twosource/text/lexicon.cpp reads, before TARGET is built.
function(twosource_lexicon target output)
  set(scripts ${PROJECT_SOURCE_DIR}/cmake/make_lexicon.py ${PROJECT_SOURCE_DIR}/cmake/make_synonyms.py)
  set(names ${PROJECT_SOURCE_DIR}/twosource/text/tables/name_words.tsv
    ${PROJECT_SOURCE_DIR}/twosource/text/tables/given_names.tsv)
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/make_lexicon.py
      ${WORDNET_FOLDER} ${names} ${output}
    DEPENDS ${scripts} ${names} ${WORDNET_FOLDER}/data.noun
    COMMENT "Compiling WordNet's forms" VERBATIM)
  add_custom_target(${target}_lexicon DEPENDS ${output})
  add_dependencies(${target} ${target}_lexicon)
endfunction()
