/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"
#include "ledger/store/sql_internal.h"
#include "ledger/store/store_limits.h"
#include "sys/file.h"
#include "sys/save.h"

#include <sqlite3.h>

/* One prepared statement, kept by the address of its text. */
struct prepared {
    const char *text;
    sqlite3_stmt *statement;
};

struct sqlite {
    struct pv_sql base;
    sqlite3 *db;
    const char *path; /* with an end */
    bool is_new;      /* in memory only, as yet */
    struct prepared prepared[PV_STORE_STATEMENTS_MAX];
    size_t n_prepared;
};

static struct sqlite *sqlite_of(struct pv_sql *self)
{
    return (struct sqlite *)(void *)self;
}

static enum pv_code code_of(int status)
{
    switch (status & 0xff) {
    case SQLITE_OK:
    case SQLITE_DONE: return PV_OK;
    case SQLITE_NOMEM: return PV_NO_MEMORY;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH: return PV_DENIED;
    case SQLITE_NOTADB: return PV_INVALID;
    case SQLITE_TOOBIG: return PV_LIMIT;
    default: return PV_IO;
    }
}

static PV_RESULT fail(struct sqlite *s, int status, struct pv_err *err)
{
    static const char busy[] = "another program is writing to it; try again when that has ended";
    static const char full[] = "there is no room left on the disk; nothing was changed";
    int kind = status & 0xff;
    const char *text = kind == SQLITE_BUSY || kind == SQLITE_LOCKED ? busy
                       : kind == SQLITE_FULL                        ? full
                       : s->db                                      ? sqlite3_errmsg(s->db)
                                                                    : sqlite3_errstr(status);
    return pv_fail(err, code_of(status), 0, "the ledger: %s", text);
}

static PV_RESULT script(struct pv_sql *self, struct pv_str text, struct pv_err *err)
{
    struct sqlite *s = sqlite_of(self);
    struct pv_arena mem = {0};
    const char *z = NULL;
    struct pv_result result = pv_str_z(&mem, text, &z, err);
    int status = pv_is_ok(result) ? sqlite3_exec(s->db, z, NULL, NULL, NULL) : SQLITE_OK;
    pv_arena_clear(&mem);
    return status == SQLITE_OK ? result : fail(s, status, err);
}

static PV_RESULT prepare(struct sqlite *s, const char *text, sqlite3_stmt **out, struct pv_err *err)
{
    for (size_t i = 0; i < s->n_prepared; i++)
        if (s->prepared[i].text == text) {
            *out = s->prepared[i].statement;
            return PV_SUCCESS;
        }
    if (s->n_prepared == PV_STORE_STATEMENTS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d statements", PV_STORE_STATEMENTS_MAX);
    int status = sqlite3_prepare_v3(s->db, text, -1, SQLITE_PREPARE_PERSISTENT, out, NULL);
    if (status != SQLITE_OK)
        return fail(s, status, err);
    s->prepared[s->n_prepared++] = (struct prepared){text, *out};
    return PV_SUCCESS;
}

static int bind(sqlite3_stmt *statement, int at, const struct pv_sql_value *value)
{
    if (value->kind == PV_SQL_INT)
        return sqlite3_bind_int64(statement, at, value->number);
    if (value->kind == PV_SQL_TEXT)
        return sqlite3_bind_text64(statement, at, value->text.p ? value->text.p : "", value->text.n,
                                   SQLITE_STATIC, SQLITE_UTF8);
    return sqlite3_bind_null(statement, at);
}

static struct pv_sql_value column(sqlite3_stmt *statement, int at)
{
    switch (sqlite3_column_type(statement, at)) {
    case SQLITE_NULL: return (struct pv_sql_value){.kind = PV_SQL_NULL};
    case SQLITE_INTEGER: return pv_sql_int(sqlite3_column_int64(statement, at));
    default: break;
    }
    const char *text = (const char *)sqlite3_column_text(statement, at);
    return pv_sql_text((struct pv_str){text, (size_t)sqlite3_column_bytes(statement, at)});
}

static PV_RESULT step(struct sqlite *s, sqlite3_stmt *statement, pv_sql_row *row, void *context,
                      struct pv_err *err)
{
    struct pv_sql_value values[PV_STORE_COLUMNS_MAX];
    int n = sqlite3_column_count(statement);
    int status = SQLITE_OK;
    if (n > PV_STORE_COLUMNS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d columns", PV_STORE_COLUMNS_MAX);
    while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = 0; i < n; i++)
            values[i] = column(statement, i);
        PV_TRY(row(context, values, err));
    }
    return status == SQLITE_DONE ? PV_SUCCESS : fail(s, status, err);
}

static PV_RESULT run(struct pv_sql *self, const char *text, struct pv_sql_values values,
                     pv_sql_row *row, void *context, struct pv_err *err)
{
    struct sqlite *s = sqlite_of(self);
    sqlite3_stmt *statement = NULL;
    int status = SQLITE_OK;
    PV_TRY(prepare(s, text, &statement, err));
    for (size_t i = 0; i < values.n && status == SQLITE_OK; i++)
        status = bind(statement, (int)i + 1, &values.p[i]);
    struct pv_result result =
        status == SQLITE_OK ? step(s, statement, row, context, err) : fail(s, status, err);
    (void)sqlite3_reset(statement);
    (void)sqlite3_clear_bindings(statement);
    return result;
}

static void close_db(struct pv_sql *self)
{
    struct sqlite *s = sqlite_of(self);
    for (size_t i = 0; i < s->n_prepared; i++)
        (void)sqlite3_finalize(s->prepared[i].statement);
    (void)sqlite3_close(s->db);
    s->db = NULL;
    s->n_prepared = 0;
}

/*
 * A commit is on the disk before it is told (synchronous = FULL), and readers
 * are not held up by the writer (WAL). What the file says is not trusted.
 */
static const char settings[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                               "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
                               "PRAGMA cell_size_check = ON;";

static PV_RESULT open_db(struct sqlite *s, const char *name, struct pv_err *err)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE;
    int status = sqlite3_open_v2(name, &s->db, flags, NULL);
    if (status == SQLITE_OK)
        status = sqlite3_busy_timeout(s->db, PV_STORE_BUSY_MS);
    if (status == SQLITE_OK)
        status = sqlite3_exec(s->db, settings, NULL, NULL, NULL);
    if (status == SQLITE_OK)
        return PV_SUCCESS;
    bool is_other = (status & 0xff) == SQLITE_NOTADB;
    struct pv_result result =
        pv_fail(err, code_of(status), 0, "%s: %s", s->path,
                is_other ? "is not a ledger: it is no database" : sqlite3_errmsg(s->db));
    close_db(&s->base);
    return result;
}

static PV_RESULT keep(struct pv_sql *self, bool *out, struct pv_err *err)
{
    struct sqlite *s = sqlite_of(self);
    sqlite3_int64 n = 0;
    if (!s->is_new)
        return PV_SUCCESS;
    unsigned char *bytes = sqlite3_serialize(s->db, "main", &n, 0);
    if (!bytes)
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    struct pv_result result =
        pv_save_new(pv_str_of(s->path), (struct pv_str){(const char *)bytes, (size_t)n}, err);
    sqlite3_free(bytes);
    if (!pv_is_ok(result) && result.code != PV_EXISTS)
        return result;
    close_db(self);
    s->is_new = false;
    *out = true;
    return open_db(s, s->path, err);
}

static const struct pv_sql_driver driver = {
    .script = script,
    .run = run,
    .keep = keep,
    .close = close_db,
    .begin = "BEGIN IMMEDIATE",
    .schema = "CREATE TRIGGER event_kept BEFORE UPDATE ON event BEGIN"
              " SELECT RAISE(ABORT, 'events are never changed'); END;"
              "CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN"
              " SELECT RAISE(ABORT, 'events are never deleted'); END;",
    .unlock = "DROP TRIGGER event_kept; DROP TRIGGER event_stays",
    .compact = {"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"},
};

PV_RESULT pv_sqlite_open(struct pv_arena *mem, struct pv_str path, struct pv_sql **out,
                         struct pv_err *err)
{
    struct sqlite *s = NULL;
    struct pv_file_info info = {0};
    PV_TRY(PV_NEW(mem, &s, err));
    *s = (struct sqlite){.base = {&driver}};
    PV_TRY(pv_str_z(mem, path, &s->path, err));
    struct pv_result look = pv_file_look(path, &info, NULL);
    s->is_new = look.code == PV_NOT_FOUND;
    if (pv_is_ok(look) && info.kind != PV_FILE_REGULAR)
        return pv_fail(err, PV_INVALID, 0, "%s: is not a ledger: it is %s", s->path,
                       pv_file_kind_name(info.kind));
    PV_TRY(open_db(s, s->is_new ? ":memory:" : s->path, err));
    *out = &s->base;
    return PV_SUCCESS;
}
