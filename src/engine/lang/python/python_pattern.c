/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression or statements", "", "", false, PV_KIND_NONE},
    {"a header without its body", "", ": pass", true, PV_KIND_NONE},
    {"a header without its body", "", " pass", true, PV_KIND_NONE},
    {"a header without its body", "", "\n    pass", true, PV_KIND_NONE},
    {"a decorator", "", "\ndef pv(): pass", false, PV_KIND_NONE},
    {"a key and its value", "{", "}", false, PV_KIND_NONE},
    {"an except clause", "try: pass\n", "", false, PV_KIND_NONE},
    {"an except clause", "try: pass\n", " pass", true, PV_KIND_NONE},
    {"a finally clause", "try: pass\n", "", false, PV_TRY},
    {"an else clause", "if pv: pass\n", "", false, PV_IF},
    {"an argument", "pv(", ")", false, PV_KIND_NONE},
    {0},
};

const struct pv_pattern_spelling pv_spelling_python = {
    .wrappers = wrappers,
    .member_dots = "pvdots",
    .param_dots = "pvdots",
    .dict_dots = "**pvdots",
    .statement_dots = "pvdots",
    .def_words = (const char *const[]){"def", NULL},
    .plain_words = (const char *const[]){"return", "in", "not", "and", "or", "is", "if", "else",
                                         "lambda", "yield", "await", "assert", "print", NULL},
};
