/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE " }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an attribute", "", " class " NONE " {}", PV_ATTR, false, false},
    {"a catch clause", "do " NO_BODY " ", "", PV_CATCH, false, false},
    {"statements", "", "", PV_FILE, true, false},
    {"statements", "func " NONE "() { ", " }", PV_BLOCK, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a header without its body", "", " { deinit " NO_BODY " }", PV_FILE, true, false},
    {"a case", "switch " NONE " { ", " }", PV_CASE, false, false},
    {"members of a class", "class " NONE " { ", " }", PV_CLASS_BODY, true, false},
    {"an attribute", "", " class " NONE " {}", PV_FILE, true, false},
    {"a type", "let " NONE ": " NONE "<", ">", PV_TYPE_ARGS, true, false},
    {"a parameter", "func " NONE "(", ") " NO_BODY, PV_PARAMS, true, false},
    {"an argument", NONE "(", ")", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"\"\"", "\"\"\"", "\\(", NULL}, {"\"", "\"", "\\(", NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_swift = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_dollar = true,
    .has_labels = true,
    .lines_end_statements = true,
    .has_members_in_enums = true,
    .definers = (const char *const[]){"func", "init", NULL},
    .plain_words =
        (const char *const[]){"return", "if", "for", "while", "switch", "throw", "else", "case",
                              "in", "is", "as", "do", "let", "var", "guard", "try", "await", NULL},
    .runs = {[PV_PLACE_MEMBER] = "deinit { % }\n",
             [PV_PLACE_PARAM] = "%: %",
             [PV_PLACE_CASE] = "case %: %\n"},
    .vars = {[PV_PLACE_PARAM] = ("%: " NONE)},
    .var_first = {"(" PV_HOLE_TYPED ", ", " as ", ")"},
    .hint = "statements stand on their own lines, and every bracket is closed",
};
