/* SPDX-License-Identifier: Apache-2.0 */
/*
 * finding_fill: from a match to a finding that stands by itself.
 */
#ifndef PV_ENGINE_SCAN_FINDING_FILL_H
#define PV_ENGINE_SCAN_FINDING_FILL_H

#include "engine/match/pattern.h"
#include "engine/scan/finding.h"
#include "engine/scan/line_index.h"
#include "engine/secrets/secrets.h"

/* The file that matches are of. */
struct pv_finding_source {
    struct pv_str path; /* must outlive the finding */
    const struct pv_line_index *lines;
    const struct pv_vocab *vocab;
    uint32_t shift;     /* bytes before the text in the file: a byte order mark */
    bool is_transcoded; /* bytes of the text are not bytes of the file: there can be no fix */
    const struct pv_constants *constants; /* NULL, or without a tree: nothing is followed */
    const struct pv_secrets *hidden;      /* what no finding may show; NULL: nothing */
};

/*
 * Fills `*out` for `match` of `rule`; its text is copied to `mem`. The
 * fingerprint waits for pv_finding_sign.
 */
PV_RESULT pv_finding_fill(struct pv_arena *mem, const struct pv_finding_source *source,
                          const struct pv_rule *rule, const struct pv_match *match,
                          struct pv_finding *out, struct pv_err *err);

/* Fills `*out` for a secret of the text, which `rule` is for. It is told without its content. */
PV_RESULT pv_finding_fill_secret(struct pv_arena *mem, const struct pv_finding_source *source,
                                 const struct pv_rule *rule, const struct pv_secret *secret,
                                 struct pv_finding *out, struct pv_err *err);

/*
 * The matched text as it is signed: with two bytes' worth of each secret in it. That is enough to
 * see that a secret was changed, and too little to check a guess by. In `mem`, or the text itself.
 */
PV_RESULT pv_finding_signed_text(struct pv_arena *mem, const struct pv_finding_source *source,
                                 const struct pv_finding *finding, struct pv_str *out,
                                 struct pv_err *err);

/* Fills in one place of a way; `source` is the file that it is in. */
PV_RESULT pv_finding_fill_step(struct pv_arena *mem, const struct pv_finding_source *source,
                               struct pv_taint_step at, struct pv_finding_step *out,
                               struct pv_err *err);

/* Adds the way that a value took to a finding that is filled. */
PV_RESULT pv_finding_fill_steps(struct pv_arena *mem, const struct pv_finding_source *source,
                                const struct pv_taint_finding *flow, struct pv_finding *finding,
                                struct pv_err *err);

/*
 * Fills in the fingerprint: of the rule, the path, the matched text and `twin`, which
 * counts equal findings of the file from 0. Lines do not count: code may move.
 */
void pv_finding_sign(struct pv_finding *finding, struct pv_str matched, size_t twin);

/*
 * Copies `text` with each metavariable that `match` binds replaced by what it
 * stands for; "value($X)" with the literal that the name X is bound to has, if it has one.
 * PV_LIMIT past PV_SCAN_MESSAGE_BYTES.
 */
PV_RESULT pv_finding_interpolate(struct pv_arena *mem, const struct pv_finding_source *source,
                                 struct pv_str text, const struct pv_match *match,
                                 struct pv_str *out, struct pv_err *err);

/* "$NAME", "$...NAME" or "$1" at the front of `rest`; empty when there is none. */
struct pv_str pv_finding_name(struct pv_str rest);

/* What that is bound to; NULL when it is not. */
const struct pv_binding *pv_finding_binding(const struct pv_finding_source *source,
                                            const struct pv_match *match, struct pv_str name);

#endif
