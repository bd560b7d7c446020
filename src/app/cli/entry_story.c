/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/entry_story.h"

#include "base/attr.h"
#include "text/date.h"
#include "text/json.h"

#include <inttypes.h>
#include <stdio.h>

static enum pv_ink ink_of(struct pv_str priority)
{
    static const struct {
        const char *word;
        enum pv_ink ink;
    } inks[] = {{"immediate", PV_INK_IMMEDIATE},
                {"out-of-cycle", PV_INK_OUT_OF_CYCLE},
                {"scheduled", PV_INK_SCHEDULED},
                {"defer", PV_INK_DEFER}};
    for (size_t i = 0; i < PV_COUNT(inks); i++)
        if (pv_str_has_suffix(priority, pv_str_of(inks[i].word)))
            return inks[i].ink;
    return PV_INK_QUIET;
}

static struct pv_str weight_of(const struct pv_entry *entry)
{
    return entry->priority.n ? entry->priority : entry->severity;
}

void pv_entry_story_line(struct pv_paint *paint, const struct pv_entry *entry)
{
    pv_buf_format(paint->out, "PV-%-6" PRId64 " ", entry->id);
    if (entry->state == PV_ENTRY_OPEN)
        pv_paint(paint, ink_of(weight_of(entry)), weight_of(entry));
    else
        pv_paint(paint, PV_INK_QUIET, pv_entry_state_word(entry->state));
    pv_buf_format(paint->out, "  ");
    pv_paint_begin(paint, PV_INK_RULE);
    pv_paint_clean(paint, entry->rule);
    pv_paint_end(paint);
    pv_buf_format(paint->out, "  ");
    pv_paint_begin(paint, PV_INK_PLACE);
    pv_paint_clean(paint, entry->path);
    pv_buf_format(paint->out, ":%u", entry->line);
    pv_paint_end(paint);
    if (entry->owner.n) {
        pv_buf_format(paint->out, "  ");
        pv_paint_clean(paint, entry->owner);
    }
    pv_buf_add_byte(paint->out, '\n');
}

static void add_field(struct pv_paint *paint, const char *name, struct pv_str value)
{
    if (value.n == 0)
        return;
    pv_buf_format(paint->out, "  %-12s ", name);
    pv_paint_clean(paint, value);
    pv_buf_add_byte(paint->out, '\n');
}

static void add_time(struct pv_paint *paint, const char *name, int64_t time)
{
    char text[sizeof "2026-12-01T10:20:30Z"];
    if (!time)
        return;
    pv_date_write_time(time, text);
    add_field(paint, name, pv_str_of(text));
}

void pv_entry_story_whole(struct pv_paint *paint, const struct pv_entry *entry)
{
    pv_entry_story_line(paint, entry);
    pv_paint_wrapped(paint, 2, entry->message);
    add_field(paint, "state", pv_entry_state_word(entry->state));
    add_field(paint, "observed", entry->observation);
    add_field(paint, "since", entry->observation_reason);
    add_field(paint, "disposition", entry->disposition);
    add_field(paint, "reason", entry->disposition_reason);
    add_field(paint, "by", entry->disposition_by);
    add_time(paint, "until", entry->until);
    add_field(paint, "verified", entry->verification);
    add_field(paint, "stands in", entry->scope);
    add_field(paint, "service", entry->service);
    add_field(paint, "class", entry->class);
    add_field(paint, "repository", entry->asset);
    add_field(paint, "tool", entry->tool);
    if (entry->issue != entry->id)
        pv_buf_format(paint->out, "  %-12s PV-%" PRId64 "\n", "same as", entry->issue);
    add_time(paint, "first seen", entry->first_seen);
    add_time(paint, "last seen", entry->last_seen);
}

void pv_entry_story_event(struct pv_paint *paint, const struct pv_ledger_event *event)
{
    char at[sizeof "2026-12-01T10:20:30Z"];
    pv_date_write_time(event->at, at);
    pv_buf_format(paint->out, "    ");
    pv_paint(paint, PV_INK_QUIET, pv_str_of(at));
    pv_buf_format(paint->out, "  %.*s ", PV_STR_FMT(event->kind));
    pv_paint_clean(paint, event->value);
    pv_buf_format(paint->out, " by ");
    pv_paint_clean(paint, event->actor);
    if (event->reason.n) {
        pv_buf_format(paint->out, ": ");
        pv_paint_clean(paint, event->reason);
    }
    pv_buf_add_byte(paint->out, '\n');
}

static void key_time(struct pv_json *json, const char *key, int64_t time)
{
    char text[sizeof "2026-12-01T10:20:30Z"];
    pv_date_write_time(time, text);
    pv_json_key(json, key);
    if (time)
        pv_json_str(json, pv_str_of(text));
    else
        pv_json_null(json);
}

void pv_entry_story_json(struct pv_buf *out, const struct pv_entry *entry)
{
    struct pv_json json = {.out = out};
    char id[32];
    (void)snprintf(id, sizeof id, "PV-%" PRId64, entry->id);
    pv_json_object(&json);
    pv_json_key_str(&json, "id", pv_str_of(id));
    pv_json_key_int(&json, "issue", entry->issue);
    pv_json_key_str(&json, "state", pv_entry_state_word(entry->state));
    pv_json_key_str(&json, "priority", entry->priority);
    pv_json_key_str(&json, "severity", entry->severity);
    pv_json_key_str(&json, "rule", entry->rule);
    pv_json_key_str(&json, "class", entry->class);
    pv_json_key_str(&json, "path", entry->path);
    pv_json_key_int(&json, "line", entry->line);
    pv_json_key_str(&json, "scope", entry->scope);
    pv_json_key_str(&json, "message", entry->message);
    pv_json_key_str(&json, "asset", entry->asset);
    pv_json_key_str(&json, "tool", entry->tool);
    pv_json_key_str(&json, "service", entry->service);
    pv_json_key_str(&json, "owner", entry->owner);
    pv_json_key_str(&json, "observation", entry->observation);
    pv_json_key_str(&json, "observation_reason", entry->observation_reason);
    pv_json_key_str(&json, "disposition", entry->disposition);
    pv_json_key_str(&json, "disposition_reason", entry->disposition_reason);
    pv_json_key_str(&json, "disposition_by", entry->disposition_by);
    pv_json_key_str(&json, "verification", entry->verification);
    key_time(&json, "until", entry->until);
    key_time(&json, "first_seen", entry->first_seen);
    key_time(&json, "last_seen", entry->last_seen);
    pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
}
