/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/sql.h"

#include "base/attr.h"
#include "ledger/store/sql_internal.h"

PV_RESULT pv_sql_open(struct pv_arena *mem, struct pv_str url, struct pv_sql **out,
                      struct pv_err *err)
{
    if (pv_str_has_prefix(url, PV_STR("postgres://")) ||
        pv_str_has_prefix(url, PV_STR("postgresql://")))
        return pv_postgres_open(mem, url, out, err);
    return pv_sqlite_open(mem, url, out, err);
}

PV_RESULT pv_sql_keep(struct pv_sql *sql, bool *out, struct pv_err *err)
{
    *out = false;
    return sql->driver->keep ? sql->driver->keep(sql, out, err) : PV_SUCCESS;
}

void pv_sql_close(struct pv_sql *sql)
{
    if (sql)
        sql->driver->close(sql);
}

PV_RESULT pv_sql_script(struct pv_sql *sql, struct pv_str text, struct pv_err *err)
{
    return sql->driver->script(sql, text, err);
}

static PV_RESULT ignore_row(void *context, const struct pv_sql_value *values, struct pv_err *err)
{
    (void)context;
    (void)values;
    (void)err;
    return PV_SUCCESS;
}

PV_RESULT pv_sql_run(struct pv_sql *sql, const char *text, struct pv_sql_values values,
                     struct pv_err *err)
{
    return sql->driver->run(sql, text, values, ignore_row, NULL, err);
}

PV_RESULT pv_sql_query(struct pv_sql *sql, const char *text, struct pv_sql_values values,
                       pv_sql_row *row, void *context, struct pv_err *err)
{
    return sql->driver->run(sql, text, values, row, context, err);
}

struct number {
    int64_t value;
    bool is_known;
};

static PV_RESULT take_number(void *context, const struct pv_sql_value *values, struct pv_err *err)
{
    struct number *out = context;
    (void)err;
    if (!out->is_known && values[0].kind == PV_SQL_INT)
        *out = (struct number){values[0].number, true};
    return PV_SUCCESS;
}

PV_RESULT pv_sql_number(struct pv_sql *sql, const char *text, struct pv_sql_values values,
                        int64_t missing, int64_t *out, struct pv_err *err)
{
    struct number number = {.value = missing};
    PV_TRY(pv_sql_query(sql, text, values, take_number, &number, err));
    *out = number.value;
    return PV_SUCCESS;
}

PV_RESULT pv_sql_begin(struct pv_sql *sql, struct pv_err *err)
{
    return pv_sql_script(sql, pv_str_of(sql->driver->begin), err);
}

PV_RESULT pv_sql_commit(struct pv_sql *sql, struct pv_err *err)
{
    return pv_sql_script(sql, PV_STR("COMMIT"), err);
}

void pv_sql_rollback(struct pv_sql *sql)
{
    pv_ignore(pv_sql_script(sql, PV_STR("ROLLBACK"), NULL));
}
