/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/dispose.h"

#include "base/attr.h"
#include "base/vec.h"
#include "ledger/store/envelope.h"
#include "ledger/store/store_limits.h"

enum { DAY = 86400 };

/* How long a finding may stay accepted, by the upper end of its priority. */
static const struct {
    const char *priority;
    int days;
} terms[] = {{"immediate", 7}, {"out-of-cycle", 30}, {"scheduled", 180}, {"defer", 365}};

struct pv_str pv_disposition_word(enum pv_disposition disposition)
{
    static const char *const words[] = {
#define X(name, word, meaning) word,
#include "ledger/store/disposition.def"
#undef X
    };
    return pv_str_of(words[disposition]);
}

struct state {
    struct pv_str priority;
    int64_t rank;
    char text[32];
    bool is_found;
};

static PV_RESULT take_state(void *context, const struct pv_sql_value *values, struct pv_err *err)
{
    struct state *state = context;
    struct pv_str text = values[0].text;
    (void)err;
    if (text.n >= sizeof state->text)
        text.n = sizeof state->text - 1;
    for (size_t i = 0; i < text.n; i++)
        state->text[i] = text.p[i];
    state->priority = (struct pv_str){state->text, text.n};
    state->rank = values[1].number;
    state->is_found = true;
    return PV_SUCCESS;
}

static PV_RESULT read_state(struct pv_ledger *ledger, int64_t finding, struct state *out,
                            struct pv_err *err)
{
    static const char get[] = "SELECT priority_text, priority FROM finding WHERE id = ?";
    PV_TRY(pv_sql_query(ledger->sql, get, PV_SQL(pv_sql_int(finding)), take_state, out, err));
    if (!out->is_found)
        return pv_fail(err, PV_NOT_FOUND, 0, "PV-%lld: there is no such finding in the ledger",
                       (long long)finding);
    return PV_SUCCESS;
}

static int days_of(struct pv_str priority)
{
    for (size_t i = 0; i < PV_COUNT(terms); i++)
        if (pv_str_has_suffix(priority, pv_str_of(terms[i].priority)))
            return terms[i].days;
    return terms[2].days; /* nothing decided: as what is planned */
}

static PV_RESULT find_end(const struct pv_disposal *disposal, const struct state *state,
                          int64_t *out, struct pv_err *err)
{
    int days = days_of(state->priority);
    int64_t longest = disposal->at + (int64_t)days * DAY;
    if (disposal->until && disposal->until <= disposal->at)
        return pv_fail(err, PV_INVALID, 0, "the acceptance would end before it begins");
    /* A date means its whole day. */
    if (disposal->until > longest + DAY)
        return pv_fail(
            err, PV_INVALID, 0, "PV-%lld is %.*s: it can be accepted for at most %d days",
            (long long)disposal->finding,
            PV_STR_FMT(state->priority.n ? state->priority : PV_STR("of no priority")), days);
    *out = disposal->until ? disposal->until : longest;
    return PV_SUCCESS;
}

static PV_RESULT set_disposition(struct pv_ledger *ledger, const struct pv_disposal *disposal,
                                 struct pv_sql_value until, struct pv_sql_value premise,
                                 struct pv_err *err)
{
    static const char set[] =
        "UPDATE finding SET disposition = ?, disposition_reason = ?, disposition_by = ?,"
        " until = ?, premise = ? WHERE id = ?";
    const struct pv_envelope_place place = pv_envelope_of(PV_ENVELOPE_REASON, disposal->finding);
    struct pv_arena mem = {0};
    struct pv_str reason = {0};
    struct pv_result result =
        pv_envelope_seal(&mem, ledger, &place, disposal->reason, &reason, err);
    if (pv_is_ok(result))
        result = pv_sql_run(ledger->sql, set,
                            PV_SQL(pv_sql_text(pv_disposition_word(disposal->disposition)),
                                   pv_sql_text(reason), pv_sql_text(disposal->by), until, premise,
                                   pv_sql_int(disposal->finding)),
                            err);
    pv_arena_clear(&mem);
    return result;
}

static PV_RESULT write_disposal(struct pv_ledger *ledger, const struct pv_disposal *disposal,
                                struct pv_err *err)
{
    struct state state = {0};
    struct pv_sql_value until = {.kind = PV_SQL_NULL};
    struct pv_sql_value premise = {.kind = PV_SQL_NULL};
    struct pv_str word = pv_disposition_word(disposal->disposition);
    PV_TRY(read_state(ledger, disposal->finding, &state, err));
    if (disposal->disposition == PV_DISPOSITION_ACCEPTED) {
        int64_t end = 0;
        PV_TRY(find_end(disposal, &state, &end, err));
        until = pv_sql_int(end);
        premise = pv_sql_int(state.rank);
    }
    PV_TRY(set_disposition(ledger, disposal, until, premise, err));
    const struct pv_ledger_event event = {.at = disposal->at,
                                          .finding = disposal->finding,
                                          .actor = disposal->by,
                                          .kind = PV_STR("disposed"),
                                          .value = word,
                                          .reason = disposal->reason};
    return pv_ledger_log(ledger, &event, err);
}

static PV_RESULT end_transaction(struct pv_ledger *ledger, struct pv_result result,
                                 struct pv_err *err)
{
    if (pv_is_ok(result))
        result = pv_sql_commit(ledger->sql, err);
    if (!pv_is_ok(result))
        pv_sql_rollback(ledger->sql);
    return result;
}

PV_RESULT pv_ledger_dispose(struct pv_ledger *ledger, const struct pv_disposal *disposal,
                            struct pv_err *err)
{
    bool needs_reason = disposal->disposition != PV_DISPOSITION_NEW &&
                        disposal->disposition != PV_DISPOSITION_CONFIRMED;
    if (needs_reason && pv_str_trim(disposal->reason).n == 0)
        return pv_fail(err, PV_INVALID, 0, "it needs a reason: --reason TEXT");
    if (disposal->reason.n > PV_STORE_REASON_BYTES)
        return pv_fail(err, PV_LIMIT, 0, "the reason has more than %d bytes",
                       PV_STORE_REASON_BYTES);
    PV_TRY(pv_sql_begin(ledger->sql, err));
    return end_transaction(ledger, write_disposal(ledger, disposal, err), err);
}

static PV_RESULT write_verification(struct pv_ledger *ledger, int64_t finding, struct pv_str value,
                                    struct pv_str by, int64_t at, struct pv_err *err)
{
    struct state state = {0};
    const struct pv_ledger_event event = {
        .at = at, .finding = finding, .actor = by, .kind = PV_STR("verified"), .value = value};
    PV_TRY(read_state(ledger, finding, &state, err));
    PV_TRY(pv_sql_run(ledger->sql, "UPDATE finding SET verification = ? WHERE id = ?",
                      PV_SQL(pv_sql_text(value), pv_sql_int(finding)), err));
    return pv_ledger_log(ledger, &event, err);
}

PV_RESULT pv_ledger_verify(struct pv_ledger *ledger, int64_t finding, struct pv_str value,
                           struct pv_str by, int64_t at, struct pv_err *err)
{
    PV_TRY(pv_sql_begin(ledger->sql, err));
    return end_transaction(ledger, write_verification(ledger, finding, value, by, at, err), err);
}

struct expired {
    struct pv_arena mem;
    PV_VEC(int64_t) list;
};

static PV_RESULT take_expired(void *context, const struct pv_sql_value *values, struct pv_err *err)
{
    struct expired *expired = context;
    int64_t *slot = NULL;
    PV_TRY(PV_VEC_PUSH(&expired->mem, &expired->list, &slot, err));
    *slot = values[0].number;
    return PV_SUCCESS;
}

static PV_RESULT expire(struct pv_ledger *ledger, const struct expired *expired, int64_t now,
                        struct pv_err *err)
{
    for (size_t i = 0; i < expired->list.n; i++) {
        const struct pv_disposal disposal = {.finding = expired->list.p[i],
                                             .disposition = PV_DISPOSITION_CONFIRMED,
                                             .reason = PV_STR("the acceptance has expired"),
                                             .by = PV_STR("pave"),
                                             .at = now};
        PV_TRY(write_disposal(ledger, &disposal, err));
    }
    return PV_SUCCESS;
}

PV_RESULT pv_ledger_expire(struct pv_ledger *ledger, int64_t now, struct pv_err *err)
{
    static const char find[] =
        "SELECT id FROM finding WHERE disposition = 'accepted' AND until <= ? ORDER BY until";
    struct expired expired = {0};
    struct pv_result result =
        pv_sql_query(ledger->sql, find, PV_SQL(pv_sql_int(now)), take_expired, &expired, err);
    if (pv_is_ok(result) && expired.list.n > 0) {
        result = pv_sql_begin(ledger->sql, err);
        if (pv_is_ok(result))
            result = end_transaction(ledger, expire(ledger, &expired, now, err), err);
    }
    pv_arena_clear(&expired.mem);
    return result;
}
