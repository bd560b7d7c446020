# SPDX-License-Identifier: Apache-2.0
# Tests are found by where they are; see tests/README.md.
pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)
set(tests ${CMAKE_SOURCE_DIR}/tests)

set(test_env
    PAVE_SOURCE_DIR=${CMAKE_SOURCE_DIR}
    PAVE_BUILD_DIR=${CMAKE_BINARY_DIR}
    PAVE_SARIF_SCHEMA=${CMAKE_SOURCE_DIR}/third_party/schemas/sources/sarif-2.1.0.json
    PAVE_CYCLONEDX_SCHEMAS=${CMAKE_SOURCE_DIR}/third_party/schemas/sources
    PAVE_PEERS=${CMAKE_SOURCE_DIR}/third_party/peers/sources
    PYTHONDONTWRITEBYTECODE=1
    PYTHONPATH=${tests}/support
    UBSAN_OPTIONS=print_stacktrace=1
    CMOCKA_MESSAGE_OUTPUT=stdout)
if(TARGET pave)
    list(APPEND test_env PAVE=$<TARGET_FILE:pave>)
endif()

# What every compiled test is made with.
function(pave_test_program name)
    add_executable(${name} ${ARGN})
    target_include_directories(${name} PRIVATE ${tests})
    target_compile_definitions(${name} PRIVATE _GNU_SOURCE)
    target_link_libraries(${name} PRIVATE pave_warnings)
endfunction()

function(pave_register name)
    add_test(NAME ${name} ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "${test_env}" TIMEOUT 300 SKIP_RETURN_CODE 77)
endfunction()

# Members of the library are linked only where they are used, so a helper may use any room.
file(GLOB support CONFIGURE_DEPENDS ${tests}/support/*.c)
list(REMOVE_ITEM support ${tests}/support/fuzz_main.c)
if(support)
    add_library(test_support STATIC ${support})
    target_include_directories(test_support PRIVATE ${tests})
    target_compile_definitions(test_support PRIVATE _GNU_SOURCE)
    target_include_directories(test_support SYSTEM PRIVATE
        $<TARGET_PROPERTY:tree_sitter,INTERFACE_INCLUDE_DIRECTORIES>)
    # Scratch folders need the system, which a room that leans on base alone does not bring.
    target_link_libraries(test_support PRIVATE pave_warnings PkgConfig::CMOCKA PkgConfig::SQLITE room_sys)
else()
    add_library(test_support INTERFACE)
endif()

# Unit tests: tests/unit/ROOM/test_FILE.c, linked with its room and the floors below.
foreach(room IN LISTS PAVE_ROOMS)
    pave_room_target(${room} target)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${tests}/unit/${room}/test_*.c)
    foreach(file IN LISTS files)
        get_filename_component(name ${file} NAME_WE)
        pave_test_program(${name} ${file})
        target_link_libraries(${name} PRIVATE test_support ${target} PkgConfig::CMOCKA)
        pave_register(unit/${room}/${name} COMMAND ${name})
    endforeach()
endforeach()

# Fuzz targets: the corpus is always replayed; with PAVE_FUZZ there is a libFuzzer program too.
file(GLOB files CONFIGURE_DEPENDS ${tests}/fuzz/fuzz_*.c)
foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    string(REPLACE "fuzz_" "" noun ${name})
    set(corpus ${tests}/fuzz/corpus/${noun})
    pave_test_program(replay_${noun} ${file} ${tests}/support/fuzz_main.c)
    target_link_libraries(replay_${noun} PRIVATE test_support ${PAVE_ROOM_TARGETS})
    pave_register(fuzz/${noun} COMMAND replay_${noun} ${corpus})
    if(PAVE_FUZZ)
        pave_test_program(${name} ${file})
        target_link_libraries(${name} PRIVATE test_support ${PAVE_ROOM_TARGETS})
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    endif()
endforeach()

# What tests/e2e/test_vectors.py puts published vectors to.
pave_test_program(vector_probe ${tests}/vectors/vector_probe.c)
target_link_libraries(vector_probe PRIVATE room_crypto)

# What tests/e2e/test_peers.py has exchange data with implementations of others.
pave_test_program(peer_probe ${tests}/vectors/peer_probe.c)
target_link_libraries(peer_probe PRIVATE test_support room_crypto PkgConfig::CMOCKA)

# Secrets under valgrind: the rooms compiled once more, without sanitizers, and telling valgrind what
# is decided. The probe is not linked with pave_hardening, which brings the sanitizers.
include(CheckIncludeFile)
check_include_file(valgrind/memcheck.h HAS_MEMCHECK)
if(HAS_MEMCHECK)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/base/*.c ${CMAKE_SOURCE_DIR}/src/crypto/*.c)
    add_executable(secret_probe ${tests}/secrets/secret_probe.c ${files})
    target_include_directories(secret_probe PRIVATE
        ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/generated)
    target_compile_definitions(secret_probe PRIVATE
        _GNU_SOURCE PV_VALGRIND PAVE_VERSION="${PROJECT_VERSION}")
    target_compile_options(secret_probe PRIVATE -O2 -g -fno-sanitize=all)
    target_link_libraries(secret_probe PRIVATE PkgConfig::LIBCRYPTO PkgConfig::SODIUM Threads::Threads)
endif()
pave_register(secrets/branches COMMAND sh ${tests}/secrets/run.sh ${CMAKE_BINARY_DIR}/secret_probe)

# Tests of the program and of the tools: scripts.
# Of several Pythons, one that can validate JSON is the better one; tests skip what it cannot do.
if(NOT PAVE_PYTHON)
    find_program(python_of_path python3 REQUIRED)
    find_program(python_of_system python3 PATHS /usr/bin NO_DEFAULT_PATH)
    set(best ${python_of_path})
    foreach(python ${python_of_path} ${python_of_system})
        execute_process(COMMAND ${python} -c "import jsonschema" RESULT_VARIABLE failed ERROR_QUIET)
        if(NOT failed)
            set(best ${python})
            break()
        endif()
    endforeach()
    set(PAVE_PYTHON ${best} CACHE FILEPATH "The Python that runs tests")
endif()
file(GLOB files CONFIGURE_DEPENDS
    ${tests}/e2e/test_*.py ${tests}/e2e/test_*.sh ${tests}/tools/test_*.py ${tests}/tools/test_*.sh)
foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${tests} ${file})
    string(REGEX REPLACE "\\.(py|sh)$" "" name ${name})
    if(file MATCHES "\\.py$")
        pave_register(${name} COMMAND ${PAVE_PYTHON} ${file} --verbose) # says why a case is skipped
    else()
        pave_register(${name} COMMAND sh ${file})
    endif()
endforeach()
