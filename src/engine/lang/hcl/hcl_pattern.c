/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define BODY PV_HOLE_DOTS "0"

static const struct pv_pattern_wrapper wrappers[] = {
    {"blocks or attributes", "", "", PV_FILE, true, false},
    {"an expression", NONE " = ", "", PV_PAIR, true, false},
    {"a block without its body", "", " { " BODY " = " BODY " }", PV_FILE, true, false},
    {0},
};

static const struct pv_quote quotes[] = {{"\"", "\"", "${", NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_hcl = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "#",
    .has_block_comments = true,
    .lines_end_statements = true,
    .has_settings = true,
    .runs = {[PV_PLACE_STMT] = "% = %", [PV_PLACE_ENTRY] = "% = %"},
    .hint = "a block has a type, labels and braces, an attribute an = and a value",
};
