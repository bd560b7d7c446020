# SPDX-License-Identifier: Apache-2.0
# Programs that are only measured: bench/bench_NAME.c with bench/NAME/*.c, built by `make bench`.
add_custom_target(bench)
file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/bench_*.c)
foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    string(REPLACE "bench_" "" noun ${name})
    file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/${noun}/*.c)
    add_executable(${name} EXCLUDE_FROM_ALL ${file} ${parts})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/bench)
    target_compile_definitions(${name} PRIVATE _GNU_SOURCE)
    target_link_libraries(${name} PRIVATE pave_warnings ${PAVE_ROOM_TARGETS})
    add_dependencies(bench ${name})
endforeach()
