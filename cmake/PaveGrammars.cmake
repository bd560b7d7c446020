# SPDX-License-Identifier: Apache-2.0
# The tree-sitter runtime and the grammars of third_party/grammars/GRAMMARS, as one target:
# pave_grammars. Their sources are fetched while configuring, when the lock file has changed.
set(grammar_home ${CMAKE_SOURCE_DIR}/third_party/grammars)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${grammar_home}/GRAMMARS ${grammar_home}/package-lock.json ${CMAKE_SOURCE_DIR}/tools/fetch_grammars.sh)

set(grammar_dir ${PAVE_GRAMMAR_DIR})
if(NOT grammar_dir)
    set(grammar_dir ${grammar_home}/sources)
    execute_process(COMMAND sh ${CMAKE_SOURCE_DIR}/tools/fetch_grammars.sh RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR
            "The grammars could not be fetched; without a network, set PAVE_GRAMMAR_DIR to a copy.")
    endif()
endif()

# Generated code: without our warnings, with our hardening.
function(pave_grammar_library name)
    add_library(${name} STATIC ${ARGN})
    target_link_libraries(${name} PRIVATE pave_hardening)
    target_compile_options(${name} PRIVATE -w)
    set_target_properties(${name} PROPERTIES C_STANDARD 11)
endfunction()

set(core ${grammar_dir}/tree-sitter/lib)
pave_grammar_library(tree_sitter ${core}/src/lib.c ${grammar_home}/tree_sitter_children.c
    ${grammar_home}/tree_sitter_memory.c ${grammar_home}/tree_sitter_rows.c)
target_compile_options(tree_sitter PRIVATE -include ${grammar_home}/tree_sitter_rows.h)
target_include_directories(tree_sitter PRIVATE ${core}/src ${grammar_home})
target_include_directories(tree_sitter SYSTEM PUBLIC ${core}/include ${grammar_home})
target_compile_definitions(tree_sitter PRIVATE _DEFAULT_SOURCE _POSIX_C_SOURCE=200809L)

add_library(pave_grammars INTERFACE)
target_link_libraries(pave_grammars INTERFACE tree_sitter)

file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)
file(STRINGS ${grammar_home}/GRAMMARS lines REGEX "^[a-z]")
foreach(line IN LISTS lines)
    string(REGEX REPLACE "[ \t]+" ";" fields ${line})
    list(GET fields 0 grammar)
    list(GET fields 1 package)
    list(GET fields 2 folder)
    set(src ${grammar_dir}/${package}/${folder}/src)
    set(files ${src}/parser.c)
    set(scanner ${src}/scanner.c)
    set(mending ${grammar_home}/${grammar}_scanner.sed)
    if(EXISTS ${mending})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${mending})
        set(scanner ${CMAKE_BINARY_DIR}/generated/${grammar}_scanner.c)
        execute_process(COMMAND sed -f ${mending} ${src}/scanner.c OUTPUT_FILE ${scanner}
            COMMAND_ERROR_IS_FATAL ANY)
    endif()
    if(EXISTS ${scanner})
        list(APPEND files ${scanner})
    endif()
    pave_grammar_library(grammar_${grammar} ${files})
    target_include_directories(grammar_${grammar} PRIVATE ${src})
    target_link_libraries(pave_grammars INTERFACE grammar_${grammar})
endforeach()
