/* SPDX-License-Identifier: Apache-2.0 */
/*
 * need_internal: what a regular expression says about the words of a file.
 */
#ifndef PV_ENGINE_MATCH_NEED_INTERNAL_H
#define PV_ENGINE_MATCH_NEED_INTERNAL_H

#include "engine/match/formula.h"

/* Each alternative between `before` and `after` is one word: get, Header|Cookies, "". */
struct pv_need_words {
    struct pv_str before;
    struct pv_str alternatives; /* parted by bars, at least one, none empty */
    struct pv_str after;
};

/*
 * Whether all that the anchored expression `text` matches is one of a few words,
 * or ends in one after a dot: `(GET|POST)$`, `get(Header|Cookies)$`,
 * `(.*\.)?md5$`. False for all that is not certain.
 */
bool pv_need_read_regex(struct pv_str text, struct pv_need_words *out);

/* Whether a regular expression in `formula` can bind a metavariable to part of a word. */
bool pv_need_binds_pieces(const struct pv_formula *formula);

#endif
