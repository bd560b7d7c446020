/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/mended.h"

#include <stdint.h>

/* One text on its way to another. */
struct making {
    struct pv_arena *mem;
    const struct pv_mending *from;
    struct pv_mended *out;
    size_t done; /* the text up to here is in the new one */
};

/* What stands between the last place and this one; and the place, whose new bytes follow. */
static PV_RESULT begin_place(struct making *m, struct pv_mended_place at,
                             struct pv_mended_place **place, struct pv_err *err)
{
    pv_buf_add(&m->out->text, pv_str_sub(m->from->text, m->done, at.start));
    m->done = at.end;
    at.new_start = m->out->text.n;
    PV_TRY(PV_VEC_PUSH(m->mem, &m->out->places, place, err));
    **place = at;
    return PV_SUCCESS;
}

/* Whether no fix before this one needs the same. */
static bool is_first_need(const struct pv_mending *from, size_t number)
{
    for (size_t i = 0; i < number; i++)
        if (from->is_made[i] && pv_str_eq(from->findings[i].import, from->findings[number].import))
            return false;
    return true;
}

static PV_RESULT add_imports(struct making *m, size_t at, struct pv_err *err)
{
    const struct pv_mended_place where = {.start = at, .end = at, .finding = SIZE_MAX};
    struct pv_mended_place *place = NULL;
    PV_TRY(begin_place(m, where, &place, err));
    for (size_t i = 0; i < m->from->n; i++)
        if (m->from->is_made[i] && m->from->findings[i].import.n && is_first_need(m->from, i))
            pv_buf_add(&m->out->text, m->from->findings[i].import);
    place->new_end = m->out->text.n;
    return PV_SUCCESS;
}

static PV_RESULT add_fix(struct making *m, size_t number, struct pv_err *err)
{
    const struct pv_finding *finding = &m->from->findings[number];
    const struct pv_mended_place where = {.start = finding->start.offset - m->from->shift,
                                          .end = finding->end.offset - m->from->shift,
                                          .finding = number};
    struct pv_mended_place *place = NULL;
    PV_TRY(begin_place(m, where, &place, err));
    pv_buf_add(&m->out->text, finding->fix);
    place->new_end = m->out->text.n;
    return PV_SUCCESS;
}

/* The one place of the file for imports; SIZE_MAX when no fix that is made needs any. */
static size_t import_place(const struct pv_mending *from)
{
    for (size_t i = 0; i < from->n; i++)
        if (from->is_made[i] && from->findings[i].import.n)
            return from->findings[i].import_at.offset - from->shift;
    return SIZE_MAX;
}

PV_RESULT pv_mended_make(struct pv_arena *mem, const struct pv_mending *mending,
                         struct pv_mended *out, struct pv_err *err)
{
    struct making m = {.mem = mem, .from = mending, .out = out};
    size_t import = import_place(mending);
    pv_buf_reset(&out->text);
    out->places.n = 0;
    for (size_t i = 0; i < mending->n; i++) {
        if (!mending->is_made[i])
            continue;
        if (import >= m.done && import <= mending->findings[i].start.offset - mending->shift) {
            PV_TRY(add_imports(&m, import, err));
            import = SIZE_MAX;
        }
        PV_TRY(add_fix(&m, i, err));
    }
    if (import != SIZE_MAX)
        PV_TRY(add_imports(&m, import, err));
    pv_buf_add(&out->text, pv_str_sub(mending->text, m.done, mending->text.n));
    return pv_buf_result(&out->text, err);
}
