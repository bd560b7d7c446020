/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decision_story: why a finding has its priority, for people: the sentence, the
 * facts and where they come from, the rows of the tables, and what would change it.
 */
#ifndef PV_APP_CLI_DECISION_STORY_H
#define PV_APP_CLI_DECISION_STORY_H

#include "engine/report/paint.h"
#include "text/doc.h"

struct pv_decision_story {
    struct pv_str title;         /* "python/weak-hash at a.py:3" */
    struct pv_str reason;        /* a sentence; may be empty */
    struct pv_str why;           /* what shows that it can be reached; may be empty */
    struct pv_str owner;         /* "team-a (catalog-info.yaml:1)", "nobody"; may be empty */
    const struct pv_doc *record; /* of risk/explanation.h */
};

void pv_decision_story_text(struct pv_paint *paint, const struct pv_decision_story *story);

#endif
