/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE "; }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression", "(", ");", PV_FILE, true, false},
    {"statements", "", "", PV_FILE, true, false},
    {"a try without its handlers", "", " finally " NO_BODY, PV_FILE, true, false},
    {"a header without its body", "", " " NO_BODY, PV_FILE, true, false},
    {"a decorator", "", " class " NONE " {}", PV_ATTR, false, false},
    {"a catch clause", "try " NO_BODY " ", "", PV_CATCH, false, false},
    {"a finally clause", "try " NO_BODY " ", "", PV_TRY, false, false},
    {"an else clause", "if (" NONE ") " NO_BODY " ", "", PV_IF, false, false},
    {"a case", "switch (" NONE ") { ", " }", PV_CASE, false, false},
    {"a key and its value", "({ ", " })", PV_RECORD, true, false},
    {"members of a class", "class " NONE " { ", " }", PV_CLASS_BODY, true, false},
    {"members of a class", "class " NONE " { ", " " NO_BODY " }", PV_CLASS_BODY, true, false},
    {"a parameter", "function " NONE "(", ") {}", PV_PARAMS, true, false},
    {"an argument", NONE "(", ");", PV_ARGS, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"", "\"", NULL, NULL}, {"'", "'", NULL, NULL}, {"`", "`", "${", NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_javascript = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_dollar = true,
    .has_spread = true,
    .has_elements = true,
    .definers = (const char *const[]){"function", NULL},
    .plain_words =
        (const char *const[]){
            "return", "new",        "else",   "throw", "if",  "for",    "while", "switch", "catch",
            "case",   "instanceof", "typeof", "in",    "of",  "do",     "try",   "yield",  "await",
            "import", "export",     "const",  "let",   "var", "delete", "void",  NULL},
    .before_list = (const char *const[]){"=", "(", ",", "[", ":", "return", "import", "type",
                                         "export", "const", "let", "var", "?", "&&", "||", NULL},
    .runs = {[PV_PLACE_STMT] = "%;",
             [PV_PLACE_CASE] = "case %: %;",
             [PV_PLACE_FOR] = "%; %; %",
             [PV_PLACE_ELEMENT] = "{%}"},
    .vars = {[PV_PLACE_STMT] = "%;", [PV_PLACE_ELEMENT] = "{%}"},
    .var_first = {PV_HOLE_TYPED "[", " as ", "]"},
    .hint = "every bracket is closed, and objects stand in parentheses or after '='",
};
