# cmake --install: the program, the library with just its public headers, the package config and a
# .pc file, the man page, and the sample story.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/twosource)
install(TARGETS twosource EXPORT twosource-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS twosource-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT twosource-targets NAMESPACE twosource:: DESTINATION ${package_dir})
configure_package_config_file(cmake/twosource-config.cmake.in
  ${PROJECT_BINARY_DIR}/twosource-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/twosource-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/twosource-config.cmake
  ${PROJECT_BINARY_DIR}/twosource-config-version.cmake
  cmake/FindCld2.cmake
  DESTINATION ${package_dir})
# Relative to the file itself, so that `cmake --install --prefix` may put it anywhere.
file(RELATIVE_PATH prefix_from_pc_file /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/twosource.pc.in ${PROJECT_BINARY_DIR}/twosource.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/twosource.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# The man page is written in Markdown; without lowdown it is left out.
find_program(LOWDOWN_PROGRAM lowdown)
if(LOWDOWN_PROGRAM)
  set(man_page ${PROJECT_BINARY_DIR}/twosource.1)
  add_custom_command(OUTPUT ${man_page}
    COMMAND ${LOWDOWN_PROGRAM} -s -Tman -o ${man_page} ${PROJECT_SOURCE_DIR}/docs/man/twosource.1.md
    DEPENDS docs/man/twosource.1.md VERBATIM)
  add_custom_target(man ALL DEPENDS ${man_page})
  add_dependencies(twosource-cli man)
  install(FILES ${man_page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
