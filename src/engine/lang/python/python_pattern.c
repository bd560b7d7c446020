/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression or statements", "", "", PV_FILE, true, false},
    {"a header without its body", "", ": " NONE, PV_FILE, true, false},
    {"a header without its body", "", " " NONE, PV_FILE, true, false},
    {"a try without its handlers", "", "\nfinally: " NONE, PV_FILE, true, false},
    {"a try without its handlers", "", " " NONE "\nfinally: " NONE, PV_FILE, true, false},
    {"a decorator", "", "\ndef " NONE "(" NONE "): " NONE, PV_ATTR, false, false},
    {"a decorator", "", "\ndef " NONE "(" NONE "): " NONE, PV_FILE, true, false},
    {"an except clause", "try: " NONE "\n", "", PV_CATCH, false, false},
    {"an except clause", "try: " NONE "\n", " " NONE, PV_CATCH, false, false},
    {"an except clause", "try: " NONE "\n", ": " NONE, PV_CATCH, false, false},
    {"an else clause", "if " NONE ": " NONE "\n", "", PV_IF, false, false},
    {"a finally clause", "try: " NONE "\n", "", PV_TRY, false, false},
    {"a case", "match " NONE ":\n ", "", PV_CASE, false, true},
    {"a case", "match " NONE ":\n ", " " NONE, PV_CASE, false, true},
    {"a case", "match " NONE ":\n ", ": " NONE, PV_CASE, false, true},
    {"a key and its value", "{", "}", PV_DICT, true, false},
    {"an argument", NONE "(", ")", PV_ARGS, true, false},
    {"a parameter", "def " NONE "(", "): " NONE, PV_PARAMS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"\"\"", "\"\"\"", "{", "fF"}, {"'''", "'''", "{", "fF"},        {"\"", "\"", "{", "fF"},
    {"'", "'", "{", "fF"},           {"\"\"\"", "\"\"\"", NULL, NULL}, {"'''", "'''", NULL, NULL},
    {"\"", "\"", NULL, NULL},        {"'", "'", NULL, NULL},           {0},
};

const struct pv_pattern_spelling pv_spelling_python = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "#",
    .lines_end_statements = true,
    .braces_are_entries = true,
    .definers = (const char *const[]){"def", NULL},
    .plain_words =
        (const char *const[]){"return", "in",   "not",   "and",    "or",    "is",    "if",
                              "else",   "elif", "while", "lambda", "yield", "await", "assert",
                              "print",  "for",  "with",  "as",     "del",   "raise", NULL},
    .runs = {[PV_PLACE_ENTRY] = "**%", [PV_PLACE_CASE] = "case %: %"},
    .var_first = {PV_HOLE_TYPED "[", ",", "]"},
    .hint = "statements need a line each, and what is in a block its indentation",
};
