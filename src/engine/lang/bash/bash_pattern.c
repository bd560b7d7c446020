/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

static const struct pv_pattern_wrapper wrappers[] = {
    {"commands", "", "", PV_FILE, true, false},
    {"a header without its body", "", " { " PV_HOLE_NONE "; }", PV_FILE, true, false},
    {"a header without its body", "", " " PV_HOLE_NONE "; fi", PV_FILE, true, false},
    {"a header without its body", "", " " PV_HOLE_NONE "; done", PV_FILE, true, false},
    {0},
};

static const struct pv_quote quotes[] = {{"\"", "\"", "$(", NULL}, {"'", "'", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_bash = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "#",
    .has_vars_in_strings = true,
    .has_expansions = true,
    .lines_end_statements = true,
    .plain_words = (const char *const[]){"if", "then", "else", "elif", "fi", "for", "in", "do",
                                         "done", "while", "until", "case", "esac", NULL},
    .runs = {[PV_PLACE_STMT] = "%;"},
    .vars = {[PV_PLACE_STMT] = "%;"},
    .hint = "every quote, bracket and block is closed",
};
