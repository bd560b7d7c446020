/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sql: one connection to a database that keeps a ledger: a file of SQLite, or a
 * server of PostgreSQL. All else in this room says what it wants in the SQL that
 * both understand, with '?' for values.
 */
#ifndef PV_LEDGER_STORE_SQL_H
#define PV_LEDGER_STORE_SQL_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

struct pv_sql;

enum pv_sql_kind { PV_SQL_NULL, PV_SQL_INT, PV_SQL_TEXT };

struct pv_sql_value {
    enum pv_sql_kind kind;
    int64_t number;
    struct pv_str text; /* in rows: until the next row */
};

static inline struct pv_sql_value pv_sql_int(int64_t number)
{
    return (struct pv_sql_value){.kind = PV_SQL_INT, .number = number};
}

static inline struct pv_sql_value pv_sql_text(struct pv_str text)
{
    return (struct pv_sql_value){.kind = PV_SQL_TEXT, .text = text};
}

/* The values of a statement, in order. */
struct pv_sql_values {
    const struct pv_sql_value *p;
    size_t n;
};

/* Called for each row of an answer; anything but PV_OK ends it and is given back. */
typedef PV_RESULT pv_sql_row(void *context, const struct pv_sql_value *values, struct pv_err *err);

/* What a kind of database does; `self` is its own struct, which begins with struct pv_sql. */
struct pv_sql_driver {
    PV_RESULT (*script)(struct pv_sql *self, struct pv_str text, struct pv_err *err);
    PV_RESULT(*run)
    (struct pv_sql *self, const char *text, struct pv_sql_values values, pv_sql_row *row,
     void *context, struct pv_err *err);
    PV_RESULT (*keep)(struct pv_sql *self, bool *out, struct pv_err *err); /* NULL: nothing to do */
    void (*close)(struct pv_sql *self);
    const char *begin;      /* a transaction that keeps other writers out from its start */
    const char *schema;     /* what only this kind of database says: triggers */
    const char *unlock;     /* takes them away; `schema` brings them back */
    const char *compact[2]; /* leave nothing of what was overwritten; outside a transaction */
};

struct pv_sql {
    const struct pv_sql_driver *driver;
};

/*
 * Opens `url`: postgres://… or postgresql://…, or the path of a file. One that is not
 * there is made in memory, and is lost unless pv_sql_keep is called.
 * PV_NOT_FOUND, PV_DENIED, PV_IO; PV_INVALID for a file that is no database.
 */
PV_RESULT pv_sql_open(struct pv_arena *mem, struct pv_str url, struct pv_sql **out,
                      struct pv_err *err);

/*
 * Puts a database that was made in memory in its place, whole or not at all, and goes on
 * there. `*out` says whether it was one; if another program was faster, its database is
 * what is open now. As pv_save_new, and pv_sql_open.
 */
PV_RESULT pv_sql_keep(struct pv_sql *sql, bool *out, struct pv_err *err);
void pv_sql_close(struct pv_sql *sql);

/* Several statements without values, in one go. */
PV_RESULT pv_sql_script(struct pv_sql *sql, struct pv_str text, struct pv_err *err);

/* One statement; `text` must be a literal, since prepared ones are kept by its address. */
PV_RESULT pv_sql_run(struct pv_sql *sql, const char *text, struct pv_sql_values values,
                     struct pv_err *err);
PV_RESULT pv_sql_query(struct pv_sql *sql, const char *text, struct pv_sql_values values,
                       pv_sql_row *row, void *context, struct pv_err *err);

/* The first column of the first row, `missing` when there is none or it is NULL. */
PV_RESULT pv_sql_number(struct pv_sql *sql, const char *text, struct pv_sql_values values,
                        int64_t missing, int64_t *out, struct pv_err *err);

PV_RESULT pv_sql_begin(struct pv_sql *sql, struct pv_err *err);
PV_RESULT pv_sql_commit(struct pv_sql *sql, struct pv_err *err);
void pv_sql_rollback(struct pv_sql *sql);

/* The values that are listed, or none; they live until the end of the block. */
#define PV_SQL(...)                                                                                \
    (struct pv_sql_values)                                                                         \
    {                                                                                              \
        (const struct pv_sql_value[]){__VA_ARGS__},                                                \
            sizeof((const struct pv_sql_value[]){__VA_ARGS__}) / sizeof(struct pv_sql_value)       \
    }
#define PV_SQL_NONE ((struct pv_sql_values){0})

#endif
