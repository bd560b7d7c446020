/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE "; }"
#define IN_FUNCTION "fn " NONE "() { "

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression", IN_FUNCTION "let " NONE " = ", "; }", PV_VAR, true, false},
    {"statements", IN_FUNCTION, " }", PV_BLOCK, true, false},
    {"statements", IN_FUNCTION, "; }", PV_BLOCK, true, false},
    {"items", "", "", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a header without its body", "", " {}", PV_FILE, true, false},
    {"an attribute", "", " fn " NONE "() " NO_BODY, PV_ATTR, false, false},
    {"members", "impl " NONE " { ", " }", PV_CLASS_BODY, true, false},
    {"a field", "struct " NONE " { ", " }", PV_CLASS_BODY, true, false},
    {"an arm", IN_FUNCTION "match " NONE " { ", " } }", PV_CASE, false, false},
    {"a parameter", "fn " NONE "(", ") " NO_BODY, PV_PARAMS, true, false},
    {"an argument", IN_FUNCTION NONE "(", "); }", PV_ARGS, true, false},
    {0},
};

/* No characters: 'a is a lifetime, too. */
static const struct pv_quote quotes[] = {{"\"", "\"", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_rust = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .switch_words = (const char *const[]){"match", NULL},
    .arm_words = (const char *const[]){"match", NULL},
    .definers = (const char *const[]){"fn", NULL},
    .plain_words =
        (const char *const[]){"return", "let", "mut", "if", "else", "match", "for", "in", "while",
                              "loop", "unsafe", "as", "move", "ref", "pub", NULL},
    .runs = {[PV_PLACE_STMT] = "%;",
             [PV_PLACE_MEMBER] = "const %: %;",
             [PV_PLACE_FIELD] = "%: %,",
             [PV_PLACE_CASE] = "% => %,",
             [PV_PLACE_ARM] = "% => %"},
    .vars = {[PV_PLACE_STMT] = "%;"},
    .var_first = {"(" PV_HOLE_TYPED ", ", " as ", ")"},
    .hint = "statements end with ';', and every bracket is closed",
};
