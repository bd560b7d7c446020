/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#define NONE PV_HOLE_NONE
#define NO_BODY "{ " NONE "; }"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression", "<?php ", ";", PV_FILE, true, false},
    {"statements", "<?php ", "", PV_FILE, true, false},
    {"a header without its body", "<?php ", " " NO_BODY, PV_FILE, true, false},
    {"a try without its handlers", "<?php ", " finally " NO_BODY, PV_FILE, true, false},
    {"a catch clause", "<?php try " NO_BODY " ", "", PV_CATCH, false, false},
    {"a finally clause", "<?php try " NO_BODY " ", "", PV_TRY, false, false},
    {"an else clause", "<?php if (" NONE ") " NO_BODY " ", "", PV_IF, false, false},
    {"a case", "<?php switch (" NONE ") { ", " }", PV_CASE, false, false},
    {"members of a class", "<?php class " NONE " { ", " }", PV_CLASS_BODY, true, false},
    {"members of a class", "<?php class " NONE " { ", " " NO_BODY " }", PV_CLASS_BODY, true, false},
    {"a key and its value", "<?php [", "];", PV_ARRAY, true, false},
    {"a parameter", "<?php function " NONE "(", ") {}", PV_PARAMS, true, false},
    {"an argument", "<?php " NONE "(", ");", PV_ARGS, true, false},
    {"an attribute", "<?php ", " class " NONE " {}", PV_ATTR, false, false},
    {"a file", "", "", PV_FILE, true, false},
    {0},
};

static const struct pv_quote quotes[] = {
    {"\"", "\"", NULL, NULL}, {"'", "'", NULL, NULL}, {"`", "`", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_php = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "//",
    .has_block_comments = true,
    .has_dollar = true,
    .strings_name_vars = true,
    .has_spread = true,
    .has_arrow_fields = true,
    .has_members_in_enums = true,
    .arm_words = (const char *const[]){"match", NULL},
    .definers = (const char *const[]){"function", "fn", NULL},
    .plain_words =
        (const char *const[]){
            "return",  "new",     "else",         "throw",        "if",     "for",        "while",
            "switch",  "case",    "do",           "try",          "catch",  "instanceof", "foreach",
            "echo",    "print",   "as",           "yield",        "and",    "or",         "xor",
            "include", "require", "include_once", "require_once", "global", "static",     NULL},
    .bare_after =
        (const char *const[]){"function", "class", "interface", "trait", "extends", "implements",
                              "instanceof", "goto", "use", "enum", "const", "namespace", NULL},
    .plain_vars = (const char *const[]){"$_GET", "$_POST", "$_SERVER", "$_FILES", "$_COOKIE",
                                        "$_SESSION", "$_REQUEST", "$_ENV", "$GLOBALS", NULL},
    .before_list = (const char *const[]){"=", "(", ",", "[", "=>", "return", NULL},
    .runs = {[PV_PLACE_STMT] = "%;",
             [PV_PLACE_PARAM] = "$%",
             [PV_PLACE_MEMBER] = "use %;",
             [PV_PLACE_CASE] = "case %: %;",
             [PV_PLACE_ARM] = "% => %",
             [PV_PLACE_FOR] = "%; %; %",
             [PV_PLACE_FOR_EACH] = "% as $%"},
    .vars = {[PV_PLACE_STMT] = "%;"},
    .var_first = {PV_HOLE_TYPED "[", ", ", "]"},
    .hint = "statements end with ';', and every bracket is closed",
};
