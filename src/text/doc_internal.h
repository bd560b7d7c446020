/* SPDX-License-Identifier: Apache-2.0 */
/*
 * doc_internal: what the files of doc share.
 */
#ifndef PV_TEXT_DOC_INTERNAL_H
#define PV_TEXT_DOC_INTERNAL_H

#include "text/doc.h"

/* Decides what an unquoted scalar is; sets kind, number and real. */
void pv_doc_resolve_plain(struct pv_doc *doc);

struct pv_doc_problem {
    const char *says; /* static, or libyaml's own words when they are not known */
    bool is_at_start; /* about where the unfinished thing starts, not where reading stopped */
};

/* libyaml's problem in words that say what to do. */
struct pv_doc_problem pv_doc_problem_of(const char *problem);

/*
 * JSON writes a character beyond U+FFFF as two escapes, which YAML does not know:
 * gives a copy of `text` in `mem` in which each such pair is one YAML escape.
 * PV_NOT_FOUND when there is none.
 */
PV_RESULT pv_doc_join_surrogates(struct pv_arena *mem, struct pv_str text, struct pv_str *out,
                                 struct pv_err *err);

#endif
