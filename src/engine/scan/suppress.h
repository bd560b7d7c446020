/* SPDX-License-Identifier: Apache-2.0 */
/*
 * suppress: comments by which people say that a finding is known and fine.
 *
 *     pave: ignore weak-hash -- the digest is a cache key
 *     pave: ignore weak-hash, python/weak-cipher -- test data only
 *
 * on the finding's first line, or alone on the line before it; a colon will do for
 * the dashes. The rule and the reason are both needed: without either nothing is
 * suppressed, and the comment is itself reported. "nosem", "nosemgrep" and
 * "noopengrep", with or without ": RULE, RULE", mean what they mean to Semgrep.
 */
#ifndef PV_ENGINE_SCAN_SUPPRESS_H
#define PV_ENGINE_SCAN_SUPPRESS_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "engine/rule/rule.h"

#include <stdint.h>

enum pv_suppress_flaw {
    PV_SUPPRESS_GOOD,
    PV_SUPPRESS_NO_RULE,
    PV_SUPPRESS_NO_REASON,
};

struct pv_suppression {
    uint32_t line; /* 1-based: where the comment is */
    uint32_t last; /* the last line that it holds for: the next one when it stands alone */
    bool is_alone; /* nothing but the comment on its line */
    bool is_used;  /* it has suppressed something */
    enum pv_suppress_flaw flaw;
    struct pv_str rules;  /* as written, separated by commas; empty: all (nosem only) */
    struct pv_str reason; /* of a nosem: the comment's own word */
};

struct pv_suppressions {
    PV_VEC(struct pv_suppression) list; /* in order of lines */
};

/* Reads all comments of `text`; the views point into it. PV_LIMIT past PV_SCAN_SUPPRESSIONS_MAX. */
PV_RESULT pv_suppressions_read(struct pv_arena *mem, struct pv_str text,
                               struct pv_suppressions *out, struct pv_err *err);

/* The one that holds for a finding of `rule` that begins on `line`, which is then used; or NULL. */
const struct pv_suppression *pv_suppressions_use(struct pv_suppressions *suppressions,
                                                 const struct pv_rule *rule, uint32_t line);

/* Whether `rules` (as in struct pv_suppression) names `rule`: ID, LANGUAGE/ID or a dotted path. */
bool pv_suppression_names(struct pv_str rules, const struct pv_rule *rule);

/* What is wrong, in words for the user; static text, empty for PV_SUPPRESS_GOOD. */
struct pv_str pv_suppress_flaw_meaning(enum pv_suppress_flaw flaw);

#endif
