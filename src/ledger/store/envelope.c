/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/envelope.h"

#include <pave/pave.h>

#include <inttypes.h>
#include <stdio.h>

enum { FIELDS = 4, NUMBER_BYTES = 24 };

/* What a sealed text begins with; in a sealed ledger nothing else is believed. */
static const char mark[] = "pave1:";

struct context {
    struct pave_field fields[FIELDS];
    char finding[NUMBER_BYTES];
    char at[NUMBER_BYTES];
};

/* Numbers as text, so that a ledger opens on every kind of machine. */
static void fill(const struct pv_envelope_place *place, struct context *out)
{
    (void)snprintf(out->finding, sizeof out->finding, "%" PRId64, place->finding);
    (void)snprintf(out->at, sizeof out->at, "%" PRId64, place->at);
    out->fields[0] = pave_field_text("column", place->column);
    out->fields[1] = pave_field_text("finding", out->finding);
    out->fields[2] = pave_field_text("at", out->at);
    out->fields[3] =
        pave_field_bytes("value", place->value.p ? place->value.p : "", place->value.n);
}

static PV_RESULT take(struct pv_arena *mem, struct pave_bytes *bytes, struct pv_str *out,
                      struct pv_err *err)
{
    struct pv_result result =
        pv_str_copy(mem, (struct pv_str){(const char *)bytes->p, bytes->n}, out, err);
    pave_bytes_free(bytes);
    return result;
}

struct pv_envelope_place pv_envelope_of_event(const struct pv_ledger_event *event)
{
    return (struct pv_envelope_place){.column = "event.reason",
                                      .finding = event->finding,
                                      .at = event->at,
                                      .value = event->value};
}

PV_RESULT pv_envelope_seal(struct pv_arena *mem, const struct pv_ledger *ledger,
                           const struct pv_envelope_place *place, struct pv_str text,
                           struct pv_str *out, struct pv_err *err)
{
    struct context context;
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    if (!ledger->is_sealed || text.n == 0) {
        *out = text;
        return PV_SUCCESS;
    }
    if (!ledger->key)
        return pv_fail(err, PV_DENIED, 0,
                       "the texts of this ledger are sealed; to write into it set "
                       "PAVE_LEDGER_POLICY and PAVE_LEDGER_TRUST");
    fill(place, &context);
    enum pave_status status =
        pave_seal_text(ledger->key, text.p, text.n, context.fields, FIELDS, &sealed);
    if (status != PAVE_OK)
        return pv_fail(err, status == PAVE_NO_MEMORY ? PV_NO_MEMORY : PV_DENIED, 0,
                       "the ledger's key can't seal: %s", pave_error_text(status));
    return take(mem, &sealed, out, err);
}

PV_RESULT pv_envelope_open(struct pv_arena *mem, const struct pv_ledger *ledger,
                           const struct pv_envelope_place *place, struct pv_str kept,
                           struct pv_envelope_text *out, struct pv_err *err)
{
    struct context context;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    *out = (struct pv_envelope_text){.text = kept, .is_open = true};
    if (!ledger->is_sealed || kept.n == 0)
        return PV_SUCCESS;
    *out = (struct pv_envelope_text){.text = PV_STR("(sealed)")};
    if (!ledger->key)
        return PV_SUCCESS;
    fill(place, &context);
    enum pave_status status =
        pv_str_has_prefix(kept, pv_str_of(mark))
            ? pave_open_text(ledger->key, kept.p, kept.n, context.fields, FIELDS, &opened)
            : PAVE_NOT_SEALED;
    if (status == PAVE_NO_MEMORY)
        return pv_fail(err, PV_NO_MEMORY, 0, "%s", pv_code_meaning(PV_NO_MEMORY));
    if (status != PAVE_OK) {
        out->text = PV_STR("(does not open: changed, moved, or sealed with another key)");
        return PV_SUCCESS;
    }
    out->is_open = true;
    return take(mem, &opened, &out->text, err);
}

PV_RESULT pv_envelope_find(struct pv_ledger *ledger, struct pv_err *err)
{
    static const char count[] =
        "SELECT COUNT(*) FROM setting WHERE name = 'texts' AND value = 'sealed'";
    int64_t n = 0;
    PV_TRY(pv_sql_number(ledger->sql, count, PV_SQL_NONE, 0, &n, err));
    ledger->is_sealed = n > 0;
    return PV_SUCCESS;
}

PV_RESULT pv_envelope_require(struct pv_ledger *ledger, struct pv_err *err)
{
    static const char put[] = "INSERT INTO setting (name, value) VALUES ('texts', 'sealed')";
    return pv_sql_run(ledger->sql, put, PV_SQL_NONE, err);
}
