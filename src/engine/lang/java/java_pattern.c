/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

static const struct pv_pattern_wrapper wrappers[] = {
    {"an expression", "class Pv { Object pv = ", "; }", false, PV_KIND_NONE},
    {"statements", "class Pv { void pv() { ", " } }", false, PV_KIND_NONE},
    {"statements", "class Pv { void pv() { ", "; } }", true, PV_KIND_NONE},
    {"members of a class", "class Pv { ", " }", false, PV_KIND_NONE},
    {"top-level declarations", "", "", false, PV_KIND_NONE},
    {"a header without its body", "", " {}", true, PV_KIND_NONE},
    {"a header without its body", "class Pv { ", " {} }", true, PV_KIND_NONE},
    {"an annotation", "", " class Pv {}", false, PV_KIND_NONE},
    {"a catch clause", "class Pv { void pv() { try {} ", " } }", false, PV_KIND_NONE},
    {"a finally clause", "class Pv { void pv() { try {} ", " } }", false, PV_TRY},
    {0},
};

const struct pv_pattern_spelling pv_spelling_java = {
    .wrappers = wrappers,
    .member_dots = "int pvdots;",
    .param_dots = "int pvdots",
    .statement_dots = "pvdots;",
    .class_words = (const char *const[]){"class", "interface", "enum", "record", NULL},
    .plain_words = (const char *const[]){"return", "new", "else", "throw", "if", "for", "while",
                                         "switch", "catch", "synchronized", "assert", "case", NULL},
    .is_type_first = true,
};
