/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE " }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an annotation", "", " class " NONE, PV_ATTR, false, false},
    {"a catch clause", "try " NO_BODY " ", "", PV_CATCH, false, false},
    {"statements", "", "", PV_FILE, true, false},
    {"a finally clause", "try " NO_BODY " ", "", PV_TRY, false, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a case", NONE " match { ", " }", PV_CASE, false, false},
    {"an annotation", "", " class " NONE, PV_FILE, true, false},
    {"a type", "val " NONE ": " NONE "[", "]", PV_TYPE_ARGS, true, false},
    {"a parameter", "def " NONE "(", ") = " NONE, PV_PARAMS, true, false},
    {"an argument", NONE "(", ")", PV_ARGS, true, false},
    {0},
};

/* No characters: 'a begins a symbol too. */
static const struct pv_quote quotes[] = {
    {"\"\"\"", "\"\"\"", "${", NULL}, {"\"", "\"", "${", NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_scala = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_dollar = true,
    .has_vars_in_strings = true,
    .lines_end_statements = true,
    .switch_words = (const char *const[]){"match", "catch", NULL},
    .definers = (const char *const[]){"def", "class", "trait", NULL},
    .plain_words = (const char *const[]){"return", "if", "for", "while", "match", "throw", "else",
                                         "case", "do", "try", "val", "var", "new", "yield", NULL},
    .runs =
        {[PV_PLACE_PARAM] = "%: %", [PV_PLACE_FOR] = "% <- %", [PV_PLACE_CASE] = "case % => %\n"},
    .vars = {[PV_PLACE_PARAM] = ("%: " NONE)},
    .var_first = {"(" PV_HOLE_TYPED ", ", " : ", ")"},
    .hint = "statements stand on their own lines, and every bracket is closed",
};
