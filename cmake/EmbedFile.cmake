# twosource_embed(TARGET NAME FILE) makes FILE part of the library: NAME, a std::string_view with
# the file's bytes, declared in twosource/base/embedded.hpp. The assembler copies the bytes, so a
# table of megabytes costs no compile time.
function(twosource_embed target name file)
  set(assembly ${CMAKE_BINARY_DIR}/embedded/${name}.S)
  get_filename_component(path ${file} ABSOLUTE)
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [[
.section .rodata
.global twosource_embedded_@name@_begin
.global twosource_embedded_@name@_end
.balign 16
twosource_embedded_@name@_begin:
.incbin "@path@"
twosource_embedded_@name@_end:
.byte 0
.section .note.GNU-stack,"",%progbits
]])
  # The property is wanted where the target is made, not where the caller stands.
  set_source_files_properties(${assembly} TARGET_DIRECTORY ${target}
    PROPERTIES OBJECT_DEPENDS ${path})
  target_sources(${target} PRIVATE ${assembly})
endfunction()
