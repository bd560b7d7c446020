/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"
#include "base/buf.h"
#include "ledger/store/libpq.h"
#include "ledger/store/sql_internal.h"
#include "ledger/store/store_limits.h"

#include <stdio.h>
#include <stdlib.h>

enum { VALUES_MAX = PV_STORE_COLUMNS_MAX, NUMBER_BYTES = 24, OID_INT8 = 20, OID_INT4 = 23 };

struct postgres {
    struct pv_sql base;
    struct pv_libpq pq;
    PGconn *connection;
    const char *prepared[PV_STORE_STATEMENTS_MAX]; /* by the address of their text */
    size_t n_prepared;
};

static struct postgres *postgres_of(struct pv_sql *self)
{
    return (struct postgres *)(void *)self;
}

/* The server's first line; it ends in a line feed. */
static PV_RESULT fail(const char *text, struct pv_err *err)
{
    struct pv_str rest = pv_str_of(text);
    struct pv_str line = {0};
    (void)pv_str_split(&rest, '\n', &line);
    return pv_fail(err, PV_IO, 0, "the ledger: %.*s", PV_STR_FMT(line));
}

static PV_RESULT judge(const struct postgres *p, PGresult *answer, struct pv_err *err)
{
    ExecStatusType status = p->pq.PQresultStatus(answer);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return PV_SUCCESS;
    const char *text = p->pq.PQresultErrorMessage(answer);
    return fail(text && *text ? text : p->pq.PQerrorMessage(p->connection), err);
}

static PV_RESULT script(struct pv_sql *self, struct pv_str text, struct pv_err *err)
{
    struct postgres *p = postgres_of(self);
    struct pv_arena mem = {0};
    const char *z = NULL;
    struct pv_result result = pv_str_z(&mem, text, &z, err);
    if (pv_is_ok(result)) {
        PGresult *answer = p->pq.PQexec(p->connection, z);
        result = judge(p, answer, err);
        p->pq.PQclear(answer);
    }
    pv_arena_clear(&mem);
    return result;
}

/* '?' becomes $1, $2 …; no statement of this room has one in a text. */
static void number_values(const char *text, struct pv_buf *out)
{
    unsigned n = 0;
    for (; *text; text++) {
        if (*text == '?')
            pv_buf_format(out, "$%u", ++n);
        else
            pv_buf_add_byte(out, *text);
    }
    pv_buf_add_byte(out, '\0');
}

static PV_RESULT prepare(struct postgres *p, const char *text, char name[NUMBER_BYTES],
                         struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf numbered = {0};
    size_t i = 0;
    while (i < p->n_prepared && p->prepared[i] != text)
        i++;
    (void)snprintf(name, NUMBER_BYTES, "s%zu", i);
    if (i < p->n_prepared)
        return PV_SUCCESS;
    if (i == PV_STORE_STATEMENTS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d statements", PV_STORE_STATEMENTS_MAX);
    number_values(text, &numbered);
    PV_TRY(pv_buf_result(&numbered, err));
    PGresult *answer = p->pq.PQprepare(p->connection, name, numbered.p, 0, NULL);
    struct pv_result result = judge(p, answer, err);
    p->pq.PQclear(answer);
    if (pv_is_ok(result))
        p->prepared[p->n_prepared++] = text;
    return result;
}

static struct pv_sql_value value_at(const struct postgres *p, const PGresult *answer, int row,
                                    int column)
{
    if (p->pq.PQgetisnull(answer, row, column))
        return (struct pv_sql_value){.kind = PV_SQL_NULL};
    const char *text = p->pq.PQgetvalue(answer, row, column);
    Oid type = p->pq.PQftype(answer, column);
    if (type == OID_INT8 || type == OID_INT4)
        return pv_sql_int(strtoll(text, NULL, 10));
    return pv_sql_text((struct pv_str){text, (size_t)p->pq.PQgetlength(answer, row, column)});
}

static PV_RESULT give_rows(const struct postgres *p, const PGresult *answer, pv_sql_row *row,
                           void *context, struct pv_err *err)
{
    struct pv_sql_value values[PV_STORE_COLUMNS_MAX];
    int columns = p->pq.PQnfields(answer);
    if (columns > PV_STORE_COLUMNS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d columns", PV_STORE_COLUMNS_MAX);
    for (int i = 0; i < p->pq.PQntuples(answer); i++) {
        for (int k = 0; k < columns; k++)
            values[k] = value_at(p, answer, i, k);
        PV_TRY(row(context, values, err));
    }
    return PV_SUCCESS;
}

/* Values as texts: the server knows the types of the columns. */
static PV_RESULT write_values(struct pv_arena *mem, struct pv_sql_values values,
                              const char *texts[VALUES_MAX], struct pv_err *err)
{
    for (size_t i = 0; i < values.n; i++) {
        const struct pv_sql_value *value = &values.p[i];
        struct pv_str text = value->text;
        texts[i] = NULL;
        if (value->kind == PV_SQL_NULL)
            continue;
        if (value->kind == PV_SQL_INT)
            PV_TRY(pv_str_format(mem, &text, err, "%lld", (long long)value->number));
        PV_TRY(pv_str_z(mem, text, &texts[i], err));
    }
    return PV_SUCCESS;
}

static PV_RESULT run(struct pv_sql *self, const char *text, struct pv_sql_values values,
                     pv_sql_row *row, void *context, struct pv_err *err)
{
    struct postgres *p = postgres_of(self);
    char name[NUMBER_BYTES];
    const char *texts[VALUES_MAX];
    struct pv_arena mem = {0};
    if (values.n > VALUES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d values", VALUES_MAX);
    PV_TRY(prepare(p, text, name, err));
    struct pv_result result = write_values(&mem, values, texts, err);
    if (pv_is_ok(result)) {
        PGresult *answer =
            p->pq.PQexecPrepared(p->connection, name, (int)values.n, texts, NULL, NULL, 0);
        result = judge(p, answer, err);
        if (pv_is_ok(result))
            result = give_rows(p, answer, row, context, err);
        p->pq.PQclear(answer);
    }
    pv_arena_clear(&mem);
    return result;
}

static void close_connection(struct pv_sql *self)
{
    struct postgres *p = postgres_of(self);
    p->pq.PQfinish(p->connection);
    p->connection = NULL;
}

static const struct pv_sql_driver driver = {
    .script = script,
    .run = run,
    .close = close_connection,
    /* One writer at a time, as with a file; readers see what was committed. */
    .begin = "BEGIN; SELECT pg_advisory_xact_lock(5787213827046133840)",
    .schema = "CREATE FUNCTION event_is_kept() RETURNS trigger LANGUAGE plpgsql AS"
              " $$ BEGIN RAISE EXCEPTION 'events are never changed or deleted'; END $$;"
              "CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE ON event"
              " FOR EACH ROW EXECUTE FUNCTION event_is_kept();",
    .unlock = "DROP TRIGGER event_kept ON event; DROP FUNCTION event_is_kept()",
    .compact = {"VACUUM FULL finding", "VACUUM FULL event"},
};

static void ignore_notice(void *context, const PGresult *answer)
{
    (void)context;
    (void)answer;
}

PV_RESULT pv_postgres_open(struct pv_arena *mem, struct pv_str url, struct pv_sql **out,
                           struct pv_err *err)
{
    struct postgres *p = NULL;
    const char *z = NULL;
    PV_TRY(PV_NEW(mem, &p, err));
    *p = (struct postgres){.base = {&driver}};
    PV_TRY(pv_libpq_load(&p->pq, err));
    PV_TRY(pv_str_z(mem, url, &z, err));
    p->connection = p->pq.PQconnectdb(z);
    if (p->pq.PQstatus(p->connection) != CONNECTION_OK) {
        struct pv_result result = fail(p->pq.PQerrorMessage(p->connection), err);
        close_connection(&p->base);
        return result;
    }
    (void)p->pq.PQsetNoticeReceiver(p->connection, ignore_notice, NULL);
    *out = &p->base;
    return PV_SUCCESS;
}
