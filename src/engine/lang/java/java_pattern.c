/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE " " NONE "; }"

/* Constructors may be called `catch` as far as the grammar knows: clauses come before members. */
static const struct pv_pattern_wrapper wrappers[] = {
    {"statements", "", "", PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"an expression", "", ";", PV_FILE, true, false},
    {"an expression", NONE " " NONE " = ", ";", PV_VAR, true, false},
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
    {"an annotation", "", " class " NONE " " NO_BODY, PV_ATTR, false, false},
    {"an annotation", "", " class " NONE " " NO_BODY, PV_FILE, true, false},
    {"a type", "class " NONE " extends " NONE "<", "> " NO_BODY, PV_TYPE_ARGS, true, false},
    {"a parameter", "class " NONE " { void " NONE "(", ") " NO_BODY " }", PV_PARAMS, true, false},
    {"an argument", NONE "(", ");", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"\"\"", "\"\"\"", NULL, NULL}, {"\"", "\"", NULL, NULL}, {"'", "'", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_java = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_dollar = true,
    .ends = ";}",
    .has_typed_names = true,
    .plain_words =
        (const char *const[]){"return", "new", "else", "throw", "if", "for", "while", "switch",
                              "catch", "synchronized", "assert", "case", "instanceof", "do", "try",
                              "yield", "package", "import", NULL},
    .before_list = (const char *const[]){"=", "(", ",", "]", NULL},
    .runs = {[PV_PLACE_STMT] = "% %;",
             [PV_PLACE_PARAM] = "% %",
             [PV_PLACE_ATTR_ARG] = "% = %",
             [PV_PLACE_CASE] = "case %: %;",
             [PV_PLACE_FOR] = "%; %; %"},
    .vars = {[PV_PLACE_STMT] = "%;", [PV_PLACE_PARAM] = (NONE " %")},
    .type_first = {PV_HOLE_TYPED "[(", ") ", "]"},
    .var_first = {PV_HOLE_TYPED "[", " instanceof ", "]"},
    .hint = "statements end with ';', and every bracket is closed",
};
