# SPDX-License-Identifier: Apache-2.0
# Files that programs carry: data beside its reader, made into a C array by tools/embed.c.
add_executable(embed ${CMAKE_SOURCE_DIR}/tools/embed.c)

# Adds `const struct pv_embedded SYMBOL[]` to ROOM's library: the files under ROOT that match PATTERN.
function(pave_embed room symbol root pattern)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${root}/${pattern})
    list(SORT files)
    set(out ${CMAKE_BINARY_DIR}/generated/${symbol}.c)
    add_custom_command(OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
        COMMAND embed ${out} ${symbol} ${CMAKE_SOURCE_DIR}/${root} ${files}
        DEPENDS embed ${files} VERBATIM)
    pave_room_target(${room} target)
    target_sources(${target} PRIVATE ${out})
endfunction()

pave_embed(risk pv_shipped_tables src/risk/tables *.csv)
pave_embed(engine/rule pv_shipped_rules rules rule.yaml)
pave_embed(engine/rule pv_shipped_entries entries *.yaml)
pave_embed(inventory pv_shipped_inventory inventory *.yaml)
pave_embed(engine/proof pv_shipped_seals seals *.yaml)
pave_embed(app/cli pv_shipped_classes rules classes.yaml)
pave_embed(app/cli pv_shipped_measured rules measured.yaml)
pave_embed(app/cli pv_shipped_bad rules bad.*)
pave_embed(app/cli pv_shipped_good rules good.*)

# `const char pv_engine_id[]`: a hash of all that decides what a rule needs, so that what one build keeps
# of rules is not taken by another.
set(engine_id ${CMAKE_BINARY_DIR}/generated/pv_engine_id.c)
set(engine_roots src/base src/text src/engine rules entries)
set(engine_patterns ${engine_roots})
list(TRANSFORM engine_patterns PREPEND ${CMAKE_SOURCE_DIR}/)
list(TRANSFORM engine_patterns APPEND /*.[chdy]*)
file(GLOB_RECURSE engine_files CONFIGURE_DEPENDS ${engine_patterns})
list(APPEND engine_files ${CMAKE_SOURCE_DIR}/third_party/grammars/package-lock.json)
list(SORT engine_files)
list(JOIN engine_files "\n" engine_list)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/engine_files.txt CONTENT "${engine_list}\n" @ONLY)
add_custom_command(OUTPUT ${engine_id}
    COMMAND ${CMAKE_COMMAND} -DOUT=${engine_id} -DFILES=${CMAKE_BINARY_DIR}/generated/engine_files.txt
        -P ${CMAKE_SOURCE_DIR}/cmake/engine_id.cmake
    DEPENDS ${engine_files} ${CMAKE_BINARY_DIR}/generated/engine_files.txt
        ${CMAKE_SOURCE_DIR}/cmake/engine_id.cmake VERBATIM)
pave_room_target(engine/rule engine_rule_target)
target_sources(${engine_rule_target} PRIVATE ${engine_id})
