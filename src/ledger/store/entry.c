/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/entry.h"

#include "base/attr.h"
#include "ledger/store/envelope.h"

struct pv_str pv_entry_state_word(enum pv_entry_state state)
{
    static const char *const words[PV_ENTRY_STATES] = {
        [PV_ENTRY_OPEN] = "open",           [PV_ENTRY_FIXED] = "fixed",
        [PV_ENTRY_WITHDRAWN] = "withdrawn", [PV_ENTRY_UNOBSERVABLE] = "unobservable",
        [PV_ENTRY_SETTLED] = "settled",
    };
    return pv_str_of(words[state]);
}

#define COLUMNS                                                                                    \
    "SELECT f.id, f.issue, a.name, f.tool, f.rule, f.class, f.path, f.scope, f.line, f.message,"   \
    " f.severity, f.priority_text, f.service, f.owner, f.observation, f.observation_reason,"       \
    " f.disposition, f.disposition_reason, f.disposition_by, f.verification, f.until,"             \
    " f.first_seen, f.last_seen, f.first_run, f.last_run, f.content, f.context, f.record"          \
    " FROM finding f CROSS JOIN asset a WHERE a.id = f.asset AND "
#define NARROWED                                                                                   \
    " AND (? = '' OR a.name = ?) AND (? = '' OR f.tool = ?) AND (? = '' OR f.rule = ?)"            \
    " AND (? = '' OR f.path = ? OR SUBSTR(f.path, 1, LENGTH(?) + 1) = ? || '/')"                   \
    " AND (? = '' OR f.owner = ?) ORDER BY f.priority DESC, f.id LIMIT ?"
#define OPEN "f.observation = 'present' AND f.disposition IN ('new', 'confirmed')"

/* The first of them is what the index of open findings is made for. */
static const char *const by_state[PV_ENTRY_STATES] = {
    [PV_ENTRY_OPEN] = COLUMNS OPEN NARROWED,
    [PV_ENTRY_FIXED] = COLUMNS "f.observation = 'absent' AND f.observation_reason <> "
                               "'rule-changed'" NARROWED,
    [PV_ENTRY_WITHDRAWN] = COLUMNS "f.observation = 'absent' AND f.observation_reason = "
                                   "'rule-changed'" NARROWED,
    [PV_ENTRY_UNOBSERVABLE] = COLUMNS "f.observation = 'unobservable'" NARROWED,
    [PV_ENTRY_SETTLED] = COLUMNS "f.observation = 'present' AND NOT f.disposition IN ('new', "
                                 "'confirmed')" NARROWED,
};
static const char any_state[] = COLUMNS "f.id > 0" NARROWED;
static const char by_id[] = COLUMNS "f.id = ?";

static enum pv_entry_state state_of(const struct pv_entry *entry)
{
    if (pv_str_eq(entry->observation, PV_STR("absent")))
        return pv_str_eq(entry->observation_reason, PV_STR("rule-changed")) ? PV_ENTRY_WITHDRAWN
                                                                            : PV_ENTRY_FIXED;
    if (pv_str_eq(entry->observation, PV_STR("unobservable")))
        return PV_ENTRY_UNOBSERVABLE;
    bool is_open = pv_str_eq(entry->disposition, PV_STR("new")) ||
                   pv_str_eq(entry->disposition, PV_STR("confirmed"));
    return is_open ? PV_ENTRY_OPEN : PV_ENTRY_SETTLED;
}

struct taker {
    struct pv_ledger *ledger;
    struct pv_arena mem; /* of one row: what was sealed */
    pv_entry_take *take;
    pv_entry_take_event *take_event;
    void *context;
};

static PV_RESULT open_text(struct taker *taker, const struct pv_envelope_place *place,
                           struct pv_str *text, bool *is_open, struct pv_err *err)
{
    struct pv_envelope_text opened = {0};
    PV_TRY(pv_envelope_open(&taker->mem, taker->ledger, place, *text, &opened, err));
    *text = opened.text;
    *is_open = *is_open && opened.is_open;
    return PV_SUCCESS;
}

/* A record that does not open is none: it would be read as JSON. */
static PV_RESULT open_texts(struct taker *taker, struct pv_entry *entry, struct pv_err *err)
{
    const struct pv_envelope_place message = pv_envelope_of(PV_ENVELOPE_MESSAGE, entry->id);
    const struct pv_envelope_place reason = pv_envelope_of(PV_ENVELOPE_REASON, entry->id);
    const struct pv_envelope_place record = pv_envelope_of(PV_ENVELOPE_RECORD, entry->id);
    bool has_record = true;
    entry->is_open = true;
    PV_TRY(open_text(taker, &message, &entry->message, &entry->is_open, err));
    PV_TRY(open_text(taker, &reason, &entry->disposition_reason, &entry->is_open, err));
    PV_TRY(open_text(taker, &record, &entry->record, &has_record, err));
    if (!has_record)
        entry->record = (struct pv_str){0};
    entry->is_open = entry->is_open && has_record;
    return PV_SUCCESS;
}

static PV_RESULT take_row(void *context, const struct pv_sql_value *v, struct pv_err *err)
{
    struct taker *taker = context;
    struct pv_entry entry = {
        .id = v[0].number,
        .issue = v[1].number,
        .asset = v[2].text,
        .tool = v[3].text,
        .rule = v[4].text,
        .class = v[5].text,
        .path = v[6].text,
        .scope = v[7].text,
        .line = (uint32_t)v[8].number,
        .message = v[9].text,
        .severity = v[10].text,
        .priority = v[11].text,
        .service = v[12].text,
        .owner = v[13].text,
        .observation = v[14].text,
        .observation_reason = v[15].text,
        .disposition = v[16].text,
        .disposition_reason = v[17].text,
        .disposition_by = v[18].text,
        .verification = v[19].text,
        .until = v[20].kind == PV_SQL_INT ? v[20].number : 0,
        .first_seen = v[21].number,
        .last_seen = v[22].number,
        .first_run = v[23].number,
        .last_run = v[24].number,
        .content = (uint64_t)v[25].number,
        .context = (uint64_t)v[26].number,
        .record = v[27].text,
    };
    entry.state = state_of(&entry);
    PV_TRY(open_texts(taker, &entry, err));
    struct pv_result result = taker->take(taker->context, &entry, err);
    pv_arena_reset(&taker->mem);
    return result;
}

PV_RESULT pv_entry_each(struct pv_ledger *ledger, const struct pv_entry_filter *filter,
                        pv_entry_take *take, void *context, struct pv_err *err)
{
    struct taker taker = {.ledger = ledger, .take = take, .context = context};
    struct pv_sql_value asset = pv_sql_text(filter->asset);
    struct pv_sql_value tool = pv_sql_text(filter->tool);
    struct pv_sql_value rule = pv_sql_text(filter->rule);
    struct pv_sql_value path = pv_sql_text(filter->path);
    struct pv_sql_value owner = pv_sql_text(filter->owner);
    struct pv_sql_value max = pv_sql_int(filter->max ? filter->max : INT32_MAX);
    struct pv_result result =
        filter->id
            ? pv_sql_query(ledger->sql, by_id, PV_SQL(pv_sql_int(filter->id)), take_row, &taker,
                           err)
            : pv_sql_query(ledger->sql, filter->is_any_state ? any_state : by_state[filter->state],
                           PV_SQL(asset, asset, tool, tool, rule, rule, path, path, path, path,
                                  owner, owner, max),
                           take_row, &taker, err);
    pv_arena_clear(&taker.mem);
    return result;
}

static PV_RESULT take_event(void *context, const struct pv_sql_value *v, struct pv_err *err)
{
    struct taker *taker = context;
    struct pv_ledger_event event = {
        .at = v[0].number,
        .finding = v[1].number,
        .run = v[2].kind == PV_SQL_INT ? v[2].number : 0,
        .actor = v[3].text,
        .kind = v[4].text,
        .value = v[5].text,
        .reason = v[6].text,
    };
    const struct pv_envelope_place place = pv_envelope_of_event(&event);
    bool is_open = true;
    PV_TRY(open_text(taker, &place, &event.reason, &is_open, err));
    struct pv_result result = taker->take_event(taker->context, &event, err);
    pv_arena_reset(&taker->mem);
    return result;
}

PV_RESULT pv_entry_events(struct pv_ledger *ledger, int64_t finding, pv_entry_take_event *take,
                          void *context, struct pv_err *err)
{
    static const char get[] = "SELECT at, finding, run, actor, kind, value, reason FROM event"
                              " WHERE finding = ? ORDER BY id";
    struct taker taker = {.ledger = ledger, .take_event = take, .context = context};
    struct pv_result result =
        pv_sql_query(ledger->sql, get, PV_SQL(pv_sql_int(finding)), take_event, &taker, err);
    pv_arena_clear(&taker.mem);
    return result;
}
