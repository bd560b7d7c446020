# SPDX-License-Identifier: Apache-2.0
# How Pave is compiled. Two interface targets:
#   pave_hardening  for everything, outside sources too
#   pave_warnings   for our own code
include(CheckCCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Release builds keep assertions that are ours (pv_assert) and drop those of outside code (NDEBUG).
set(CMAKE_C_FLAGS_RELEASE "-O3 -DNDEBUG")

add_library(pave_hardening INTERFACE)
add_library(pave_warnings INTERFACE)

# Adds FLAG to TARGET if the compiler takes it without a word.
function(pave_compile_flag target flag)
    string(MAKE_C_IDENTIFIER "HAS${flag}" has)
    set(CMAKE_REQUIRED_FLAGS -Werror)
    check_c_compiler_flag(${flag} ${has})
    if(${has})
        target_compile_options(${target} INTERFACE ${flag})
    endif()
endfunction()

function(pave_link_flag target flag)
    string(MAKE_C_IDENTIFIER "LINKS${flag}" has)
    check_linker_flag(C ${flag} ${has})
    if(${has})
        target_link_options(${target} INTERFACE ${flag})
    endif()
endfunction()

# The same bytes wherever the tree is.
pave_compile_flag(pave_hardening -ffile-prefix-map=${CMAKE_BINARY_DIR}=build)
pave_compile_flag(pave_hardening -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
pave_compile_flag(pave_hardening -Wdate-time)

foreach(flag
        -fstack-protector-strong
        -fstack-clash-protection
        -fcf-protection=full
        -ftrivial-auto-var-init=zero
        -fno-strict-aliasing
        -fno-delete-null-pointer-checks
        -fno-strict-overflow)
    pave_compile_flag(pave_hardening ${flag})
endforeach()
foreach(flag -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,separate-code -Wl,--as-needed)
    pave_link_flag(pave_hardening ${flag})
endforeach()

check_pie_supported(OUTPUT_VARIABLE pie_output LANGUAGES C)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# With visible symbols the rooms' libraries would pay for a symbol table that no program has; parsing
# took 7 % longer.
set(CMAKE_C_VISIBILITY_PRESET hidden)

# Fortified calls need optimisation, and hide from the sanitizers what they check themselves.
if(NOT PAVE_SANITIZER AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    set(CMAKE_REQUIRED_FLAGS "-Werror -O2")
    check_c_compiler_flag("-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3" HAS_FORTIFY_3)
    unset(CMAKE_REQUIRED_FLAGS)
    if(HAS_FORTIFY_3)
        target_compile_options(pave_hardening INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
    endif()
endif()

if(PAVE_SANITIZER STREQUAL "address")
    target_compile_options(pave_hardening INTERFACE -fsanitize=address -fno-omit-frame-pointer)
    target_link_options(pave_hardening INTERFACE -fsanitize=address,undefined)
    # Generated parsers are not ours to mend; memory errors in them matter, arithmetic style does not.
    target_compile_options(pave_warnings INTERFACE -fsanitize=undefined -fno-sanitize-recover=all)
elseif(PAVE_SANITIZER STREQUAL "thread")
    target_compile_options(pave_hardening INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(pave_hardening INTERFACE -fsanitize=thread)
elseif(PAVE_SANITIZER)
    message(FATAL_ERROR "PAVE_SANITIZER: ${PAVE_SANITIZER}: expected address or thread")
endif()
if(PAVE_FUZZ)
    target_compile_options(pave_hardening INTERFACE -fsanitize=fuzzer-no-link)
endif()

foreach(flag
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
        -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
        -Wvla -Wundef -Wswitch -Wimplicit-fallthrough -Wcast-qual -Wcast-align=strict
        -Wpointer-arith -Wwrite-strings -Wformat=2 -Wnull-dereference
        -Wduplicated-cond -Wduplicated-branches -Walloca)
    pave_compile_flag(pave_warnings ${flag})
endforeach()
# Tables of X(...) leave out trailing arguments.
pave_compile_flag(pave_warnings -Wno-gnu-zero-variadic-macro-arguments)
if(PAVE_WERROR)
    target_compile_options(pave_warnings INTERFACE -Werror)
endif()
if(PAVE_ANALYZE)
    # GCC 12 does not see that a view with bytes has a pointer to them; clang-tidy checks the same.
    target_compile_options(pave_warnings INTERFACE -fanalyzer -Wno-analyzer-null-argument)
    target_compile_definitions(pave_warnings INTERFACE PV_ANALYZE=1)
endif()
if(PAVE_FAULT)
    target_compile_definitions(pave_warnings INTERFACE PV_FAULT=1)
endif()
target_compile_definitions(pave_warnings INTERFACE PAVE_VERSION="${PAVE_VERSION}")
target_include_directories(pave_warnings INTERFACE
    ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/generated)
target_link_libraries(pave_warnings INTERFACE pave_hardening)
