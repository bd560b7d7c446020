/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE " }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an annotation", "", " class " NONE, PV_ATTR, false, false},
    {"a catch clause", "try " NO_BODY " ", "", PV_CATCH, false, false},
    {"a finally clause", "try " NO_BODY " ", "", PV_TRY, false, false},
    {"statements", "", "", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a try without its handlers", "", " finally " NO_BODY, PV_FILE, true, false},
    {"a catch clause", "try " NO_BODY " ", NO_BODY, PV_CATCH, false, false},
    {"a case", "when (" NONE ") { ", " }", PV_CASE, false, false},
    {"members of a class", "class " NONE " { ", " }", PV_CLASS_BODY, true, false},
    {"an annotation", "", " class " NONE, PV_FILE, true, false},
    {"a type", "val " NONE ": " NONE "<", ">", PV_TYPE_ARGS, true, false},
    {"a parameter", "fun " NONE "(", ") " NO_BODY, PV_PARAMS, true, false},
    {"an argument", NONE "(", ")", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"\"\"", "\"\"\"", "${", NULL}, {"\"", "\"", "${", NULL}, {"'", "'", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_kotlin = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_vars_in_strings = true,
    .lines_end_statements = true,
    .switch_words = (const char *const[]){"when", NULL},
    .definers = (const char *const[]){"fun", "class", "constructor", NULL},
    .plain_words = (const char *const[]){"return", "if", "for", "while", "when", "throw", "else",
                                         "in", "is", "as", "do", "try", "val", "var", NULL},
    .runs = {[PV_PLACE_MEMBER] = "init { % }\n",
             [PV_PLACE_PARAM] = "%: %",
             [PV_PLACE_FOR] = "% in %",
             [PV_PLACE_CASE] = "% -> %\n"},
    .vars = {[PV_PLACE_PARAM] = ("%: " NONE)},
    .var_first = {PV_HOLE_TYPED "[", " as ", "]"},
    .hint = "statements stand on their own lines, and every bracket is closed",
};
