/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain: the story of a rule, for people and for programs.
 */
#ifndef PV_APP_CLI_EXPLAIN_H
#define PV_APP_CLI_EXPLAIN_H

#include "app/cli/rule_story.h"
#include "base/buf.h"

/* As plain text for a terminal. */
void pv_explain_add_text(struct pv_buf *out, const struct pv_rule_story *story);

/* As a page of Markdown. */
void pv_explain_add_page(struct pv_buf *out, const struct pv_rule_story *story);

/* As one line of JSON. */
void pv_explain_add_json(struct pv_buf *out, const struct pv_rule_story *story);

#endif
