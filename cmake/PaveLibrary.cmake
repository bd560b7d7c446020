# SPDX-License-Identifier: Apache-2.0
# libpave, static and shared: the rooms base and crypto, without the scanner. What the shared library
# exports is tools/libpave.symbols, no more; tests hold the headers against it.
set(PAVE_SOVERSION 0)
set(library_objects $<TARGET_OBJECTS:room_base> $<TARGET_OBJECTS:room_crypto>)
set(library_symbols ${CMAKE_SOURCE_DIR}/tools/libpave.symbols)
set(library_map ${CMAKE_BINARY_DIR}/generated/libpave.map)

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${library_symbols})
file(STRINGS ${library_symbols} symbols REGEX "^pave_")
set(exported "")
foreach(symbol IN LISTS symbols)
    string(APPEND exported "    ${symbol};\n")
endforeach()
file(WRITE ${library_map} "PAVE_${PAVE_SOVERSION} {\nglobal:\n${exported}local:\n    *;\n};\n")

add_library(pave_static STATIC ${library_objects})
add_library(pave_shared SHARED ${library_objects})
foreach(target pave_static pave_shared)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME pave LINKER_LANGUAGE C)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR}/include)
    target_link_libraries(${target} PRIVATE pave_hardening PkgConfig::LIBCRYPTO PkgConfig::SODIUM
        Threads::Threads)
endforeach()
set_target_properties(pave_shared PROPERTIES
    VERSION ${PROJECT_VERSION} SOVERSION ${PAVE_SOVERSION} LINK_DEPENDS "${library_symbols}")
target_link_options(pave_shared PRIVATE LINKER:--version-script=${library_map})
if(NOT PAVE_SANITIZER)
    target_link_options(pave_shared PRIVATE LINKER:--no-undefined)
endif()

set(pc ${CMAKE_BINARY_DIR}/pave.pc)
file(RELATIVE_PATH pc_up /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
file(WRITE ${pc} "prefix=\${pcfiledir}/${pc_up}
includedir=\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}
libdir=\${prefix}/${CMAKE_INSTALL_LIBDIR}

Name: pave
Description: Sealing, signing and keys by purpose, without a choice to get wrong
Version: ${PROJECT_VERSION}
Requires.private: libcrypto >= 3.0, libsodium >= 1.0.18
Libs: -L\${libdir} -lpave
Cflags: -I\${includedir}
")

# `cmake --install BUILD --component libpave` installs the library alone.
install(TARGETS pave_static pave_shared COMPONENT libpave
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/pave DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT libpave)
install(FILES ${pc} DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT libpave)

# Manual pages of section 3, made of the headers: what is documented is what is declared.
add_executable(man3 ${CMAKE_SOURCE_DIR}/tools/man3.c)
set(man3_folder ${CMAKE_BINARY_DIR}/libpave-man)
file(MAKE_DIRECTORY ${man3_folder})
file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/include/pave/*.h)
set(man3_pages "")
foreach(header IN LISTS headers)
    get_filename_component(noun ${header} NAME_WE)
    set(page ${man3_folder}/libpave_${noun}.3)
    add_custom_command(OUTPUT ${page} COMMAND man3 ${man3_folder} ${PROJECT_VERSION} ${header}
        DEPENDS man3 ${header} VERBATIM)
    list(APPEND man3_pages ${page})
endforeach()
add_custom_target(pages3 ALL DEPENDS ${man3_pages})
add_dependencies(pave_shared pages3)
install(DIRECTORY ${man3_folder}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man3 COMPONENT libpave OPTIONAL)

# For find_package(pave), which works wherever the installed copy was put.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/pave)
file(RELATIVE_PATH PAVE_UP /prefix/${package_dir} /prefix)
configure_file(cmake/pave-config.cmake.in ${CMAKE_BINARY_DIR}/pave-config.cmake @ONLY)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/pave-config-version.cmake
    VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/pave-config.cmake ${CMAKE_BINARY_DIR}/pave-config-version.cmake
    DESTINATION ${package_dir} COMPONENT libpave)
