/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

static const struct pv_pattern_wrapper wrappers[] = {
    {"instructions or commands", "", "", PV_FILE, true, false},
    {0},
};

static const struct pv_quote quotes[] = {{"\"", "\"", "$(", NULL}, {"'", "'", NULL, NULL}, {0}};

const struct pv_pattern_spelling pv_spelling_dockerfile = {
    .wrappers = wrappers,
    .quotes = quotes,
    .line_comment = "#",
    .has_vars_in_strings = true,
    .has_expansions = true,
    .lines_end_statements = true,
    .hint = "each line begins with an instruction, or is a command of a shell",
};
