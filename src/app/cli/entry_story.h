/* SPDX-License-Identifier: Apache-2.0 */
/*
 * entry_story: findings of a ledger, for people and for programs.
 */
#ifndef PV_APP_CLI_ENTRY_STORY_H
#define PV_APP_CLI_ENTRY_STORY_H

#include "engine/report/paint.h"
#include "ledger/store/entry.h"

/* One line of a list. */
void pv_entry_story_line(struct pv_paint *paint, const struct pv_entry *entry);

/* Everything but the events. */
void pv_entry_story_whole(struct pv_paint *paint, const struct pv_entry *entry);
void pv_entry_story_event(struct pv_paint *paint, const struct pv_ledger_event *event);

/* One line of JSON. */
void pv_entry_story_json(struct pv_buf *out, const struct pv_entry *entry);

#endif
