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
