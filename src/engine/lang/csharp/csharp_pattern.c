/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE " " NONE "; }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"statements", "", "", PV_FILE, true, false},
    {"an attribute", "", " class " NONE " " NO_BODY, PV_ATTR, false, false},
    {"an attribute", "", " class " NONE " " NO_BODY, PV_FILE, true, false},
    {"an expression", NONE " " NONE " = ", ";", PV_VAR, true, false},
    {"an expression", NONE " " NONE " = ", "", PV_VAR, true, false},
    {"statements", "", ";", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a try without its handlers", "", " finally " NO_BODY, PV_FILE, true, false},
    {"a catch clause", "try " NO_BODY " ", "", PV_CATCH, false, false},
    {"a catch clause", "try " NO_BODY " ", NO_BODY, PV_CATCH, false, false},
    {"a finally clause", "try " NO_BODY " ", "", PV_TRY, false, false},
    {"an else clause", "if (" NONE ") " NO_BODY " ", "", PV_IF, false, false},
    {"a case", "switch (" NONE ") { ", " }", PV_CASE, false, false},
    {"members of a class", "class " NONE " { ", " }", PV_CLASS_BODY, true, false},
    {"members of a class", "class " NONE " { ", "; }", PV_CLASS_BODY, true, false},
    {"a header without its body", "class " NONE " { ", " " NO_BODY " }", PV_CLASS_BODY, true,
     false},
    {"a type", "class " NONE " { " NONE "<", "> " NONE "; }", PV_TYPE_ARGS, true, false},
    {"a parameter", "class " NONE " { void " NONE "(", ") " NO_BODY " }", PV_PARAMS, true, false},
    {"an argument", NONE "(", ");", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"\"\"", "\"\"\"", NULL, NULL}, {"$\"", "\"", "{", NULL},
    {"$@\"", "\"", "{", NULL},        {"@$\"", "\"", "{", NULL},
    {"@\"", "\"", NULL, NULL},        {"\"", "\"", NULL, NULL},
    {"'", "'", NULL, NULL},           {0}};

const struct pv_pattern_spelling pv_spelling_csharp = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_initializers = true,
    .has_typed_names = true,
    .plain_words =
        (const char *const[]){"return", "new",    "else", "throw",     "if",    "for",  "foreach",
                              "while",  "switch", "lock", "catch",     "using", "case", "is",
                              "as",     "in",     "do",   "try",       "yield", "not",  "await",
                              "out",    "ref",    "when", "namespace", NULL},
    .before_list = (const char *const[]){"=", "(", ",", "]", "new", NULL},
    .arm_words = (const char *const[]){"switch", NULL},
    .runs = {[PV_PLACE_STMT] = "% %;",
             [PV_PLACE_PARAM] = "% %",
             [PV_PLACE_ATTR_ARG] = "% = %",
             [PV_PLACE_CASE] = "case %: % %;",
             [PV_PLACE_ARM] = "% => %",
             [PV_PLACE_ENTRY] = "%: %",
             [PV_PLACE_FOR] = "%; %; %",
             [PV_PLACE_FOR_EACH] = "% % in %"},
    .vars = {[PV_PLACE_STMT] = "% %;", [PV_PLACE_PARAM] = (NONE " %")},
    .type_first = {PV_HOLE_TYPED "[(", ") ", "]"},
    .hint = "statements end with ';', and every bracket is closed",
};
