# SPDX-License-Identifier: Apache-2.0
# One static library per room of src/ROOMS, linked to the rooms on lower floors.
# A room without sources yet is an interface library, so that its headers can be used already.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(LIBCRYPTO REQUIRED IMPORTED_TARGET libcrypto>=3.0)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.40)
pkg_check_modules(LIBPQ REQUIRED IMPORTED_TARGET libpq)

# What a room may use from outside: the fences of conventions, as the linker sees them.
set(OUTSIDE_sys Threads::Threads ${CMAKE_DL_LIBS})
set(OUTSIDE_crypto PkgConfig::LIBCRYPTO PkgConfig::SODIUM Threads::Threads)
set(OUTSIDE_text PkgConfig::YAML PkgConfig::PCRE2)
set(OUTSIDE_engine_lang pave_grammars)
# libpq's header alone: the library is loaded when it is needed.
add_library(pave_libpq_header INTERFACE)
target_include_directories(pave_libpq_header SYSTEM INTERFACE ${LIBPQ_INCLUDE_DIRS})
set(OUTSIDE_ledger_store PkgConfig::SQLITE pave_libpq_header)

# The room's library: engine/lang is room_engine_lang.
function(pave_room_target room out)
    string(REPLACE "/" "_" name ${room})
    set(${out} room_${name} PARENT_SCOPE)
endfunction()

function(pave_add_room room lower)
    pave_room_target(${room} target)
    string(REPLACE "room_" "OUTSIDE_" outside ${target})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.c)
    # Programs' main files are compiled into the programs.
    list(FILTER files EXCLUDE REGEX "/main\\.c$")
    if(files)
        add_library(${target} STATIC ${files})
        target_link_libraries(${target} PRIVATE pave_warnings PUBLIC ${lower} ${${outside}})
        # Functions that cannot be used safely do not compile anywhere. OpenSSL's header has parameters
        # of such a name, so it is read before the name is poisoned.
        if(room STREQUAL "crypto")
            target_compile_options(${target} PRIVATE "SHELL:-include openssl/evp.h")
        endif()
        target_compile_options(${target} PRIVATE "SHELL:-include base/banned.h")
        if(room STREQUAL "sys" OR room STREQUAL "crypto")
            target_compile_definitions(${target} PRIVATE _GNU_SOURCE)
        endif()
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE ${lower} ${${outside}})
    endif()
endfunction()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/ROOMS)
file(STRINGS ${CMAKE_SOURCE_DIR}/src/ROOMS lines REGEX "^[0-9]")
set(PAVE_ROOMS "")       # all, in the file's order, which is from the ground up
set(PAVE_ROOM_TARGETS "")
foreach(line IN LISTS lines)
    string(REGEX MATCH "^([0-9]+)[ \t]+([^ \t]+)" unused "${line}")
    set(floor ${CMAKE_MATCH_1})
    set(room ${CMAKE_MATCH_2})
    set(lower "")
    foreach(other IN LISTS PAVE_ROOMS)
        pave_room_target(${other} other_target)
        if(FLOOR_${other_target} LESS floor)
            list(PREPEND lower ${other_target})
        endif()
    endforeach()
    pave_add_room(${room} "${lower}")
    pave_room_target(${room} target)
    set(FLOOR_${target} ${floor})
    list(APPEND PAVE_ROOMS ${room})
    list(PREPEND PAVE_ROOM_TARGETS ${target})
endforeach()
