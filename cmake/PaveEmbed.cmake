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
pave_embed(engine/proof pv_shipped_seals seals *.yaml)
pave_embed(app/cli pv_shipped_classes rules classes.yaml)
pave_embed(app/cli pv_shipped_bad rules bad.*)
pave_embed(app/cli pv_shipped_good rules good.*)
