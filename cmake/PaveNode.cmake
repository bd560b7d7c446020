# SPDX-License-Identifier: Apache-2.0
# The Node.js binding, as a package that can be used from where it is built: BUILD/node/pave. It needs the headers of
# Node-API and no Node.js: those of third_party/node, of the system, or those beside the node in PATH.
# libpave is inside, so that the one file pave.node is what a package has to bring.
file(GLOB fetched CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/third_party/node/sources/STAMP)
find_program(PAVE_NODE node)
if(PAVE_NODE)
    get_filename_component(node_real ${PAVE_NODE} REALPATH)
    get_filename_component(node_prefix ${node_real}/../.. ABSOLUTE)
endif()
if(fetched)
    set(node_headers ${CMAKE_SOURCE_DIR}/third_party/node/sources/include)
else()
    find_path(PAVE_NODE_HEADERS node_api.h HINTS ${node_prefix}/include/node PATHS /usr/include/node)
    set(node_headers ${PAVE_NODE_HEADERS})
endif()
if(NOT node_headers)
    message(STATUS "No headers of Node-API: the Node.js binding is left out")
    return()
endif()

set(node_source ${CMAKE_SOURCE_DIR}/bindings/node)
set(node_package ${CMAKE_BINARY_DIR}/node/pave)
file(GLOB files CONFIGURE_DEPENDS ${node_source}/src/*.c)
add_library(node_binding MODULE ${files})
if(NOT PAVE_TESTS)
    set_target_properties(node_binding PROPERTIES EXCLUDE_FROM_ALL ON) # asked for by name
endif()
target_include_directories(node_binding PRIVATE ${CMAKE_SOURCE_DIR}/include)
target_include_directories(node_binding SYSTEM PRIVATE ${node_headers})
target_link_libraries(node_binding PRIVATE pave_warnings pave_static
    PkgConfig::LIBCRYPTO PkgConfig::SODIUM Threads::Threads)
# libpave's functions are its own, whatever else is loaded; and what belongs to threads outlives a worker.
target_link_options(node_binding PRIVATE LINKER:--exclude-libs,ALL LINKER:-z,nodelete)

# Names as Node.js has them; see lib/native.js.
set(node_arch ${CMAKE_SYSTEM_PROCESSOR})
foreach(pair "x86_64;x64" "amd64;x64" "aarch64;arm64" "i686;ia32" "armv7l;arm")
    list(GET pair 0 theirs)
    list(GET pair 1 ours)
    if(CMAKE_SYSTEM_PROCESSOR STREQUAL theirs)
        set(node_arch ${ours})
    endif()
endforeach()
string(TOLOWER ${CMAKE_SYSTEM_NAME} node_system)
set_target_properties(node_binding PROPERTIES PREFIX "" OUTPUT_NAME pave SUFFIX .node
    LIBRARY_OUTPUT_DIRECTORY ${node_package}/prebuilds/${node_system}-${node_arch})

file(GLOB files CONFIGURE_DEPENDS ${node_source}/index.* ${node_source}/package.json ${node_source}/lib/*.js)
set(copies "")
foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${node_source} ${file})
    add_custom_command(OUTPUT ${node_package}/${name}
        COMMAND ${CMAKE_COMMAND} -E copy ${file} ${node_package}/${name} DEPENDS ${file} VERBATIM)
    list(APPEND copies ${node_package}/${name})
endforeach()
add_custom_target(node_package DEPENDS ${copies})
add_dependencies(node_binding node_package)
