/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE "; }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression", NONE " " NONE " = ", ";", PV_VAR, true, false},
    {"statements", "void " NONE "(void) { ", " }", PV_BLOCK, true, false},
    {"statements", "void " NONE "(void) { ", "; }", PV_BLOCK, true, false},
    {"top-level declarations", "", "\n", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a header without its body", "void " NONE "(void) { ", " " NO_BODY " }", PV_BLOCK, true,
     false},
    {"an else clause", "void " NONE "(void) { if (" NONE ") " NO_BODY " ", " }", PV_IF, false,
     false},
    {"a case", "void " NONE "(void) { switch (" NONE ") { ", " } }", PV_CASE, false, false},
    {"a field", "struct " NONE " { ", "; };", PV_CLASS_BODY, true, false},
    {"an argument", "int " NONE " = " NONE "(", ");", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {{"\"", "\"", NULL, NULL}, {"'", "'", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_c = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_typed_names = true,
    .has_arrow_fields = true,
    .plain_words = (const char *const[]){"return", "else", "if", "for", "while", "switch", "case",
                                         "do", "goto", "sizeof", NULL},
    .before_list = (const char *const[]){"=", "(", ",", "]", NULL},
    .runs = {[PV_PLACE_STMT] = "%;",
             [PV_PLACE_PARAM] = "% %",
             [PV_PLACE_CASE] = "case %: %;",
             [PV_PLACE_FOR] = "%; %; %"},
    .vars = {[PV_PLACE_STMT] = "%;", [PV_PLACE_PARAM] = (NONE " %")},
    .type_first = {PV_HOLE_TYPED "[(", ") ", "]"},
    .hint = "statements end with ';', and every bracket is closed",
};

static const struct pv_pattern_wrapper cpp_wrappers[] = {
    {"an expression", NONE " " NONE " = ", ";", PV_VAR, true, false},
    {"statements", "void " NONE "(void) { ", " }", PV_BLOCK, true, false},
    {"statements", "void " NONE "(void) { ", "; }", PV_BLOCK, true, false},
    {"top-level declarations", "", "\n", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a header without its body", "void " NONE "(void) { ", " " NO_BODY " }", PV_BLOCK, true,
     false},
    {"an else clause", "void " NONE "(void) { if (" NONE ") " NO_BODY " ", " }", PV_IF, false,
     false},
    {"a case", "void " NONE "(void) { switch (" NONE ") { ", " } }", PV_CASE, false, false},
    {"a field", "struct " NONE " { ", "; };", PV_CLASS_BODY, true, false},
    {"an argument", "int " NONE " = " NONE "(", ");", PV_ARGS, true, false},
    {"a catch clause", "void " NONE "(void) { try " NO_BODY " ", " }", PV_CATCH, false, false},
    {"a class member", "class " NONE " { ", " };", PV_CLASS_BODY, true, false},
    {0},
};

const struct pv_pattern_spelling pv_spelling_cpp = {
    .wrappers = cpp_wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_typed_names = true,
    .has_arrow_fields = true,
    .has_initializers = true,
    .plain_words =
        (const char *const[]){"return", "else", "if", "for", "while", "switch", "case", "do",
                              "goto", "sizeof", "new", "delete", "throw", "try", "catch", NULL},
    .before_list = (const char *const[]){"=", "(", ",", NULL},
    .runs = {[PV_PLACE_STMT] = "%;",
             [PV_PLACE_PARAM] = "% %",
             [PV_PLACE_CASE] = "case %: %;",
             [PV_PLACE_FOR] = "%; %; %"},
    .vars = {[PV_PLACE_STMT] = "%;", [PV_PLACE_PARAM] = (NONE " %")},
    .type_first = {PV_HOLE_TYPED "[(", ") ", "]"},
    .hint = "statements end with ';', and every bracket is closed",
};
