# twosource_word_relations(TARGET CONTRASTS TONES OUTPUT) compiles WordNet and the tables CONTRASTS and
# TONES into the table that twosource/text/word_relations.cpp reads, before TARGET is built. cmake/Synonyms.cmake finds WordNet.
function(twosource_word_relations target contrasts tones output)
  set(script ${PROJECT_SOURCE_DIR}/cmake/make_word_relations.py)
  get_filename_component(sets ${contrasts} ABSOLUTE)
  get_filename_component(judging ${tones} ABSOLUTE)
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${script} ${WORDNET_FOLDER} ${sets} ${judging} ${output}
    DEPENDS ${script} ${PROJECT_SOURCE_DIR}/cmake/make_synonyms.py ${sets} ${judging}
      ${WORDNET_FOLDER}/data.noun
    COMMENT "Compiling WordNet's opposites, contrasts and tones" VERBATIM)
  add_custom_target(${target}_word_relations DEPENDS ${output})
  add_dependencies(${target} ${target}_word_relations)
endfunction()
