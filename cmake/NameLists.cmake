# twosource_name_lists(TARGET OUTPUT) compiles the lists of names into the table that
# twosource/text/name_lists.cpp reads, before TARGET is built.
function(twosource_name_lists target output)
  set(scripts ${PROJECT_SOURCE_DIR}/cmake/make_name_lists.py ${PROJECT_SOURCE_DIR}/cmake/make_synonyms.py)
  set(names ${PROJECT_SOURCE_DIR}/twosource/text/tables/places.tsv
    ${PROJECT_SOURCE_DIR}/twosource/text/tables/person_names.tsv)
  add_custom_command(OUTPUT ${output}
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/make_name_lists.py ${names} ${output}
    DEPENDS ${scripts} ${names}
    COMMENT "Compiling lists of names" VERBATIM)
  add_custom_target(${target}_name_lists DEPENDS ${output})
  add_dependencies(${target} ${target}_name_lists)
endfunction()
