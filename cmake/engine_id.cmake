# SPDX-License-Identifier: Apache-2.0
# Writes OUT: a hash of the files that FILES lists, a line each. The same sources give the same bytes.
file(STRINGS ${FILES} files)
set(all "")
foreach(file IN LISTS files)
    file(SHA256 ${file} hash)
    string(APPEND all ${hash})
endforeach()
string(SHA256 id "${all}")
file(WRITE ${OUT} "/* Made by cmake/engine_id.cmake of the sources of the engine. */\n\
extern const char pv_engine_id[65];\n\
const char pv_engine_id[65] = \"${id}\";\n")
