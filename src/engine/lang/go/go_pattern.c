/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE "() }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression", "var " NONE " = ", "\n", PV_VAR, true, false},
    {"a key and its value", "var " NONE " = " NONE "{ ", " }\n", PV_ARRAY, true, false},
    {"statements", "func " NONE "() {\n", "\n}", PV_BLOCK, true, false},
    {"top-level declarations", "", "\n", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a header without its body", "func " NONE "() {\n", " " NO_BODY "\n}", PV_BLOCK, true, false},
    {"a type", "var " NONE " ", "\n", PV_VAR, true, false},
    {"a case", "func " NONE "() {\nswitch " NONE " {\n", "\n}\n}", PV_CASE, false, false},
    {"a field", "type " NONE " struct {\n", "\n}", PV_CLASS_BODY, true, false},
    {"a method of an interface", "type " NONE " interface {\n", "\n}", PV_CLASS_BODY, true, false},
    {"a composite literal", "var " NONE " = " NONE "[" NONE "]", "\n", PV_ARRAY, false, false},
    {"an argument", "var " NONE " = " NONE "(", ")\n", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"", "\"", NULL, NULL}, {"'", "'", NULL, NULL}, {"`", "`", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_go = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .lines_end_statements = true,
    .switch_words = (const char *const[]){"switch", "select", NULL},
    .definers = (const char *const[]){"func", NULL},
    .plain_words = (const char *const[]){"return", "if", "for", "switch", "case", "range", "go",
                                         "defer", "else", "select", "import", "package", NULL},
    .before_list = (const char *const[]){"=", "(", ",", "[", ":", ":=", NULL},
    .runs = {[PV_PLACE_PARAM] = "% %", [PV_PLACE_CASE] = "case %: %;", [PV_PLACE_FOR] = "%; %; %"},
    .var_first = {PV_HOLE_TYPED "[", ", ", "]"},
    .hint = "every bracket is closed, and statements stand on their own lines",
};
