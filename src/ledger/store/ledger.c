/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/ledger.h"

#include "base/attr.h"
#include "ledger/store/envelope.h"

/* Kept apart from the schema, so that every version of the program can read it. */
static const char marker[] = "CREATE TABLE IF NOT EXISTS pave_ledger (version INTEGER NOT NULL)";

static const struct {
    int version;
    const char *statements;
} migrations[] = {
#define MIGRATION(version, what, statements) {version, statements},
#include "ledger/store/schema.def"
#undef MIGRATION
};

static PV_RESULT migrate(struct pv_sql *sql, int64_t from, struct pv_err *err)
{
    for (size_t i = 0; i < PV_COUNT(migrations); i++) {
        if (migrations[i].version <= from)
            continue;
        PV_TRY(pv_sql_script(sql, pv_str_of(migrations[i].statements), err));
        PV_TRY(pv_sql_run(sql, "DELETE FROM pave_ledger", PV_SQL_NONE, err));
        PV_TRY(pv_sql_run(sql, "INSERT INTO pave_ledger (version) VALUES (?)",
                          PV_SQL(pv_sql_int(migrations[i].version)), err));
        if (migrations[i].version == 1)
            PV_TRY(pv_sql_script(sql, pv_str_of(sql->driver->schema), err));
    }
    return PV_SUCCESS;
}

static const char get_version[] = "SELECT version FROM pave_ledger";

static PV_RESULT bring_up(struct pv_ledger *ledger, struct pv_err *err)
{
    struct pv_sql *sql = ledger->sql;
    int64_t version = 0;
    PV_TRY(pv_sql_script(sql, pv_str_of(marker), err));
    PV_TRY(pv_sql_number(sql, get_version, PV_SQL_NONE, 0, &version, err));
    if (version > PV_LEDGER_VERSION)
        return pv_fail(err, PV_UNSUPPORTED, 0,
                       "the ledger was written by a newer pave (schema %lld, this one knows %d); "
                       "update pave",
                       (long long)version, PV_LEDGER_VERSION);
    if (version == PV_LEDGER_VERSION)
        return PV_SUCCESS;
    PV_TRY(migrate(sql, version, err));
    return version == 0 && ledger->key ? pv_envelope_require(ledger, err) : PV_SUCCESS;
}

/* One that is as it should be is not written to: a reader waits for nobody. */
static PV_RESULT make_current(struct pv_ledger *ledger, struct pv_err *err)
{
    int64_t version = 0;
    if (pv_is_ok(pv_sql_number(ledger->sql, get_version, PV_SQL_NONE, 0, &version, NULL)) &&
        version == PV_LEDGER_VERSION)
        return PV_SUCCESS;
    PV_TRY(pv_sql_begin(ledger->sql, err));
    struct pv_result result = bring_up(ledger, err);
    if (pv_is_ok(result))
        result = pv_sql_commit(ledger->sql, err);
    if (!pv_is_ok(result))
        pv_sql_rollback(ledger->sql);
    return result;
}

static PV_RESULT settle(struct pv_ledger *ledger, struct pv_err *err)
{
    bool was_new = false;
    PV_TRY(make_current(ledger, err));
    PV_TRY(pv_sql_keep(ledger->sql, &was_new, err));
    /* Another program, and an older one, may have been faster. */
    if (was_new)
        PV_TRY(make_current(ledger, err));
    return pv_envelope_find(ledger, err);
}

PV_RESULT pv_ledger_open(struct pv_arena *mem, struct pv_str url, struct pave_key *key,
                         struct pv_ledger *out, struct pv_err *err)
{
    struct pv_ledger ledger = {.mem = mem, .key = key};
    PV_TRY(pv_sql_open(mem, url, &ledger.sql, err));
    struct pv_result result = settle(&ledger, err);
    if (!pv_is_ok(result)) {
        pv_sql_close(ledger.sql);
        return result;
    }
    *out = ledger;
    return PV_SUCCESS;
}

void pv_ledger_close(struct pv_ledger *ledger)
{
    pv_sql_close(ledger->sql);
    ledger->sql = NULL;
}

PV_RESULT pv_ledger_asset(struct pv_ledger *ledger, struct pv_str name, int64_t *out,
                          struct pv_err *err)
{
    static const char find[] = "SELECT id FROM asset WHERE name = ?";
    int64_t id = 0;
    PV_TRY(pv_sql_number(ledger->sql, find, PV_SQL(pv_sql_text(name)), 0, &id, err));
    if (!id) {
        PV_TRY(pv_sql_number(ledger->sql, "SELECT MAX(id) FROM asset", PV_SQL_NONE, 0, &id, err));
        id++;
        PV_TRY(pv_sql_run(ledger->sql, "INSERT INTO asset (id, name) VALUES (?, ?)",
                          PV_SQL(pv_sql_int(id), pv_sql_text(name)), err));
    }
    *out = id;
    return PV_SUCCESS;
}

PV_RESULT pv_ledger_log(struct pv_ledger *ledger, const struct pv_ledger_event *event,
                        struct pv_err *err)
{
    static const char add[] =
        "INSERT INTO event (id, at, finding, run, actor, kind, value, reason)"
        " VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM event), ?, ?, ?, ?, ?, ?, ?)";
    const struct pv_envelope_place place = pv_envelope_of_event(event);
    struct pv_sql_value run = pv_sql_int(event->run);
    struct pv_arena mem = {0};
    struct pv_str reason = {0};
    if (!event->run)
        run.kind = PV_SQL_NULL;
    struct pv_result result = pv_envelope_seal(&mem, ledger, &place, event->reason, &reason, err);
    if (pv_is_ok(result))
        result = pv_sql_run(ledger->sql, add,
                            PV_SQL(pv_sql_int(event->at), pv_sql_int(event->finding), run,
                                   pv_sql_text(event->actor), pv_sql_text(event->kind),
                                   pv_sql_text(event->value), pv_sql_text(reason)),
                            err);
    pv_arena_clear(&mem);
    return result;
}

PV_RESULT pv_ledger_check(struct pv_ledger *ledger, int64_t *out, struct pv_err *err)
{
    static const char wrong[] =
        "SELECT COUNT(*) FROM finding f WHERE"
        " f.observation <> COALESCE((SELECT e.value FROM event e WHERE e.finding = f.id"
        "   AND e.kind = 'observed' ORDER BY e.id DESC LIMIT 1), '')"
        " OR f.disposition <> COALESCE((SELECT e.value FROM event e WHERE e.finding = f.id"
        "   AND e.kind = 'disposed' ORDER BY e.id DESC LIMIT 1), 'new')"
        " OR f.verification <> COALESCE((SELECT e.value FROM event e WHERE e.finding = f.id"
        "   AND e.kind = 'verified' ORDER BY e.id DESC LIMIT 1), 'none')";
    return pv_sql_number(ledger->sql, wrong, PV_SQL_NONE, 0, out, err);
}
