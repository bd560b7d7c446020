/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE

static const struct pv_pattern_wrapper wrappers[] = {
    {"statements", "", "", PV_FILE, true, false},
    {"an expression", "(", ")", PV_FILE, true, false},
    {"a header without its body", "", "\n" NONE "\nend", PV_FILE, true, false},
    {"a rescue clause", "begin\n" NONE "\n", "\nend", PV_CATCH, false, false},
    {"a rescue clause", "begin\n" NONE "\n", "\n" NONE "\nend", PV_CATCH, false, false},
    {"a case", "case " NONE "\n", "\nend", PV_CASE, false, false},
    {"a key and its value", "{", "}", PV_DICT, true, false},
    {"an argument", NONE "(", ")", PV_ARGS, true, false},
    {"a parameter", "def " NONE "(", ")\nend", PV_PARAMS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"", "\"", "#{", NULL}, {"'", "'", NULL, NULL}, {"`", "`", "#{", NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_ruby = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "#",
    .lines_end_statements = true,
    .begins_with_entries = true,
    .definers = (const char *const[]){"def", NULL},
    .upper_after = (const char *const[]){"class", "module", "<", "::", NULL},
    .plain_words =
        (const char *const[]){"return", "if",     "unless", "while", "until", "case", "when",
                              "in",     "and",    "or",     "not",   "do",    "then", "else",
                              "elsif",  "rescue", "ensure", "raise", "yield", "puts", NULL},
    .before_list = (const char *const[]){"=", "(", ",", "[", "=>", "return", NULL},
    .runs = {[PV_PLACE_CASE] = "when % then %\n", [PV_PLACE_ENTRY] = "**%"},
    .var_first = {PV_HOLE_TYPED "[", ", ", "]"},
    .hint = "what is opened is closed with 'end'",
};
