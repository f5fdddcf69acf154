# twosource_word_relations(TARGET CONTRASTS OUTPUT) compiles WordNet and the table CONTRASTS into the
# table of opposites and contrasts that twosource/text/word_relations.cpp reads, before TARGET is
# built. cmake/Synonyms.cmake finds WordNet.
function(twosource_word_relations target contrasts output)
  set(script ${PROJECT_SOURCE_DIR}/cmake/make_word_relations.py)
  get_filename_component(sets ${contrasts} ABSOLUTE)
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${script} ${WORDNET_FOLDER} ${sets} ${output}
    DEPENDS ${script} ${PROJECT_SOURCE_DIR}/cmake/make_synonyms.py ${sets}
      ${WORDNET_FOLDER}/data.noun
    COMMENT "Compiling WordNet's opposites and contrasts" VERBATIM)
  add_custom_target(${target}_word_relations DEPENDS ${output})
  add_dependencies(${target} ${target}_word_relations)
endfunction()
