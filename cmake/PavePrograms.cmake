# SPDX-License-Identifier: Apache-2.0
# Programs: one main.c in a room under src/app.
function(pave_program name room)
    pave_room_target(${room} target)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/src/${room}/main.c)
        return()
    endif()
    add_executable(${name} ${CMAKE_SOURCE_DIR}/src/${room}/main.c)
    target_link_libraries(${name} PRIVATE pave_warnings ${target})
    target_compile_options(${name} PRIVATE -include base/banned.h)
endfunction()

pave_program(pave app/cli)
# Its own objects come before any library: what they define is not looked for in libcrypto and SQLite,
# which are then not linked. Names of libraries are as on Linux.
if(TARGET pave AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_sources(pave PRIVATE $<TARGET_OBJECTS:room_late>)
endif()

# What the program prints of its one table of commands: manual pages and completions.
function(pave_print out)
    get_filename_component(folder ${out} DIRECTORY)
    add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/${out}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/${folder}
        COMMAND pave ${ARGN} > ${CMAKE_BINARY_DIR}/${out}
        DEPENDS pave VERBATIM)
endfunction()

if(TARGET pave)
    set(printed man/pave.1)
    pave_print(man/pave.1 help --man)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/src/app/cli/command.def)
    file(STRINGS ${CMAKE_SOURCE_DIR}/src/app/cli/command.def lines REGEX "^X\\(")
    foreach(line IN LISTS lines)
        string(REGEX MATCH "^X\\(([a-z]+)" unused "${line}")
        set(command ${CMAKE_MATCH_1})
        pave_print(man/pave-${command}.1 help --man ${command})
        list(APPEND printed man/pave-${command}.1)
    endforeach()
    # Each shell has its own name for the file.
    foreach(pair "bash;pave" "zsh;_pave" "fish;pave.fish")
        list(GET pair 0 shell)
        list(GET pair 1 name)
        pave_print(completions/${shell}/${name} completion ${shell})
        list(APPEND printed completions/${shell}/${name})
    endforeach()
    list(TRANSFORM printed PREPEND ${CMAKE_BINARY_DIR}/)
    add_custom_target(pages ALL DEPENDS ${printed})
endif()
