/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY NONE " = " NONE

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression", "return ", "", PV_RETURN, true, false},
    {"statements", "", "", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY " end", PV_FILE, true, false},
    {"a key and its value", "return {", "}", PV_DICT, true, false},
    {"an argument", NONE "(", ")", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"", "\"", NULL, NULL}, {"'", "'", NULL, NULL}, {"[[", "]]", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_lua = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "--",
    .lines_end_statements = true,
    .braces_are_entries = true,
    .definers = (const char *const[]){"function", NULL},
    .plain_words =
        (const char *const[]){"return", "if", "for", "while", "do", "then", "else", "elseif", "and",
                              "or", "not", "in", "local", "until", "repeat", "end", NULL},
    .before_list = (const char *const[]){"=", "(", ",", "{", "return", NULL},
    .runs = {[PV_PLACE_STMT] = "% = %"},
    .hint = "every block has its end",
};
