/* SPDX-License-Identifier: Apache-2.0 */
/* All texts of a ledger: sealing those that are there, and looking whether they open. */
#include "base/attr.h"
#include "base/vec.h"
#include "ledger/store/envelope.h"
#include "ledger/store/store_limits.h"

/* Where texts are: the pages of a column, in order, and what replaces one of them. */
static const struct column {
    const char *name; /* NULL: of events */
    const char *page;
    const char *replace;
} columns[] = {
    {PV_ENVELOPE_MESSAGE,
     "SELECT id, id, 0, '', message FROM finding WHERE id > ? ORDER BY id LIMIT ?",
     "UPDATE finding SET message = ? WHERE id = ?"},
    {PV_ENVELOPE_RECORD,
     "SELECT id, id, 0, '', record FROM finding WHERE id > ? ORDER BY id LIMIT ?",
     "UPDATE finding SET record = ? WHERE id = ?"},
    {PV_ENVELOPE_REASON,
     "SELECT id, id, 0, '', disposition_reason FROM finding WHERE id > ? ORDER BY id LIMIT ?",
     "UPDATE finding SET disposition_reason = ? WHERE id = ?"},
    {NULL, "SELECT id, finding, at, value, reason FROM event WHERE id > ? ORDER BY id LIMIT ?",
     "UPDATE event SET reason = ? WHERE id = ?"},
};

struct row {
    int64_t id;
    struct pv_envelope_place place;
    struct pv_str text;
};

struct page {
    struct pv_arena mem;
    const struct column *column;
    PV_VEC(struct row) rows;
};

static PV_RESULT take_row(void *context, const struct pv_sql_value *v, struct pv_err *err)
{
    struct page *page = context;
    struct row *row = NULL;
    struct pv_ledger_event event = {.finding = v[1].number, .at = v[2].number};
    PV_TRY(PV_VEC_PUSH(&page->mem, &page->rows, &row, err));
    PV_TRY(pv_str_copy(&page->mem, v[3].text, &event.value, err));
    *row =
        (struct row){.id = v[0].number,
                     .place = page->column->name ? pv_envelope_of(page->column->name, v[1].number)
                                                 : pv_envelope_of_event(&event)};
    return pv_str_copy(&page->mem, v[4].text, &row->text, err);
}

/* What is done with one text. */
typedef PV_RESULT visit(struct pv_ledger *ledger, struct page *page, const struct row *row,
                        int64_t *count, struct pv_err *err);

static PV_RESULT visit_page(struct pv_ledger *ledger, struct page *page, visit *each,
                            int64_t *count, struct pv_err *err)
{
    PV_VEC_EACH (const struct row, row, &page->rows)
        PV_TRY(each(ledger, page, row, count, err));
    return PV_SUCCESS;
}

static PV_RESULT visit_column(struct pv_ledger *ledger, const struct column *column, visit *each,
                              int64_t *count, struct pv_err *err)
{
    int64_t after = 0;
    bool is_last = false;
    while (!is_last) {
        struct page page = {.column = column};
        struct pv_result result = pv_sql_query(
            ledger->sql, column->page, PV_SQL(pv_sql_int(after), pv_sql_int(PV_STORE_PAGE_ROWS)),
            take_row, &page, err);
        if (pv_is_ok(result))
            result = visit_page(ledger, &page, each, count, err);
        is_last = page.rows.n < PV_STORE_PAGE_ROWS;
        after = page.rows.n ? page.rows.p[page.rows.n - 1].id : after;
        pv_arena_clear(&page.mem);
        PV_TRY(result);
    }
    return PV_SUCCESS;
}

static PV_RESULT visit_all(struct pv_ledger *ledger, visit *each, int64_t *count,
                           struct pv_err *err)
{
    for (size_t i = 0; i < PV_COUNT(columns); i++)
        PV_TRY(visit_column(ledger, &columns[i], each, count, err));
    return PV_SUCCESS;
}

static PV_RESULT seal_row(struct pv_ledger *ledger, struct page *page, const struct row *row,
                          int64_t *count, struct pv_err *err)
{
    struct pv_str sealed = {0};
    if (row->text.n == 0)
        return PV_SUCCESS;
    PV_TRY(pv_envelope_seal(&page->mem, ledger, &row->place, row->text, &sealed, err));
    (*count)++;
    return pv_sql_run(ledger->sql, page->column->replace,
                      PV_SQL(pv_sql_text(sealed), pv_sql_int(row->id)), err);
}

/* The one change that is ever made to the log: the same reasons, sealed. */
static PV_RESULT seal_all(struct pv_ledger *ledger, int64_t *count, struct pv_err *err)
{
    PV_TRY(pv_envelope_find(ledger, err));
    if (ledger->is_sealed)
        return pv_fail(err, PV_EXISTS, 0, "the texts of this ledger are sealed already");
    PV_TRY(pv_sql_script(ledger->sql, pv_str_of(ledger->sql->driver->unlock), err));
    ledger->is_sealed = true;
    PV_TRY(visit_all(ledger, seal_row, count, err));
    PV_TRY(pv_envelope_require(ledger, err));
    return pv_sql_script(ledger->sql, pv_str_of(ledger->sql->driver->schema), err);
}

PV_RESULT pv_ledger_seal(struct pv_ledger *ledger, int64_t *out, struct pv_err *err)
{
    int64_t count = 0;
    if (!ledger->key)
        return pv_fail(err, PV_INVALID, 0,
                       "there is no key to seal with: set PAVE_LEDGER_POLICY and "
                       "PAVE_LEDGER_TRUST");
    PV_TRY(pv_sql_begin(ledger->sql, err));
    struct pv_result result = seal_all(ledger, &count, err);
    if (pv_is_ok(result))
        result = pv_sql_commit(ledger->sql, err);
    if (!pv_is_ok(result)) {
        pv_sql_rollback(ledger->sql);
        pv_ignore(pv_envelope_find(ledger, NULL)); /* what it was before */
        return result;
    }
    *out = count;
    for (size_t i = 0; i < PV_COUNT(ledger->sql->driver->compact); i++)
        PV_TRY(pv_sql_script(ledger->sql, pv_str_of(ledger->sql->driver->compact[i]), err));
    return PV_SUCCESS;
}

static PV_RESULT check_row(struct pv_ledger *ledger, struct page *page, const struct row *row,
                           int64_t *count, struct pv_err *err)
{
    struct pv_envelope_text opened = {0};
    PV_TRY(pv_envelope_open(&page->mem, ledger, &row->place, row->text, &opened, err));
    *count += !opened.is_open;
    return PV_SUCCESS;
}

PV_RESULT pv_ledger_check_seals(struct pv_ledger *ledger, int64_t *out, struct pv_err *err)
{
    int64_t count = 0;
    if (ledger->is_sealed && ledger->key)
        PV_TRY(visit_all(ledger, check_row, &count, err));
    *out = count;
    return PV_SUCCESS;
}
