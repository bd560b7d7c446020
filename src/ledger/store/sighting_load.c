/* SPDX-License-Identifier: Apache-2.0 */
/* What the ledger knows of an asset, as observations that later ones are matched with. */
#include "base/attr.h"
#include "base/map.h"
#include "ledger/store/envelope.h"
#include "ledger/store/sighting_internal.h"

#include <stdlib.h>

enum { HEX = 8, BASE = 16 };

PV_RESULT pv_hashes_write(struct pv_arena *mem, const uint32_t *hashes, uint32_t n,
                          struct pv_str *out, struct pv_err *err)
{
    static const char digits[] = "0123456789abcdef";
    char *text = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, (size_t)n * HEX + 1, &text, err));
    for (uint32_t i = 0; i < n; i++)
        for (unsigned k = 0; k < HEX; k++)
            text[i * HEX + k] = digits[(hashes[i] >> (4 * (HEX - 1 - k))) & 0xf];
    *out = (struct pv_str){text, (size_t)n * HEX};
    return PV_SUCCESS;
}

static uint32_t digit(char c)
{
    return c >= '0' && c <= '9' ? (uint32_t)(c - '0') : (uint32_t)(c - 'a' + 10) & 0xf;
}

static uint32_t read_hashes(struct pv_str text, uint32_t *out, uint32_t max)
{
    uint32_t n = 0;
    for (size_t at = 0; at + HEX <= text.n && n < max; at += HEX) {
        uint32_t hash = 0;
        for (unsigned k = 0; k < HEX; k++)
            hash = hash << 4 | digit(text.p[at + k]);
        out[n++] = hash;
    }
    return n;
}

struct load {
    struct pv_record *record;
    struct pv_map files; /* path: number */
};

static PV_RESULT add_file(struct load *load, struct pv_str path, uint32_t *out, struct pv_err *err)
{
    struct pv_record *r = load->record;
    struct pv_observed_file *file = NULL;
    if (pv_map_find(&load->files, path, out))
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->files, &file, err));
    *file = (struct pv_observed_file){0};
    PV_TRY(pv_str_copy(r->mem, path, &file->path, err));
    *out = (uint32_t)r->files.n - 1;
    return pv_map_put(r->mem, &load->files, file->path, *out, err);
}

/* The columns of `findings`, in order. */
enum {
    ID,
    RULE,
    PATH,
    SCOPE,
    LINE,
    CONTENT,
    CONTEXT,
    TOKENS,
    FILE_DIGEST,
    OBSERVATION,
    OBSERVATION_REASON,
    DISPOSITION,
    DISPOSITION_REASON,
    UNTIL,
    PREMISE,
    FIRST_SEEN
};

static PV_RESULT take_finding(void *context, const struct pv_sql_value *values, struct pv_err *err)
{
    struct load *load = context;
    struct pv_record *r = load->record;
    struct pv_known *known = NULL;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->known, &known, err));
    *known = (struct pv_known){
        .id = values[ID].number,
        .at = {.line = (uint32_t)values[LINE].number,
               .footprint = {.content = (uint64_t)values[CONTENT].number,
                             .context = (uint64_t)values[CONTEXT].number}},
        .file_digest = (uint64_t)values[FILE_DIGEST].number,
        .first_seen = values[FIRST_SEEN].number,
        .until = values[UNTIL].kind == PV_SQL_INT ? values[UNTIL].number : 0,
        .premise = values[PREMISE].kind == PV_SQL_INT ? (unsigned)values[PREMISE].number : 0,
    };
    known->at.footprint.n_tokens =
        read_hashes(values[TOKENS].text, known->at.footprint.tokens, PV_IDENTITY_TOKENS_MAX);
    PV_TRY(add_file(load, values[PATH].text, &known->at.file, err));
    known->at.path = r->files.p[known->at.file].path;
    PV_TRY(pv_str_copy(r->mem, values[RULE].text, &known->at.rule, err));
    PV_TRY(pv_str_copy(r->mem, values[SCOPE].text, &known->at.scope, err));
    PV_TRY(pv_str_copy(r->mem, values[OBSERVATION].text, &known->observation, err));
    PV_TRY(pv_str_copy(r->mem, values[OBSERVATION_REASON].text, &known->observation_reason, err));
    PV_TRY(pv_str_copy(r->mem, values[DISPOSITION].text, &known->disposition, err));
    const struct pv_envelope_place place = pv_envelope_of(PV_ENVELOPE_REASON, known->id);
    struct pv_envelope_text reason = {0};
    PV_TRY(
        pv_envelope_open(r->mem, r->ledger, &place, values[DISPOSITION_REASON].text, &reason, err));
    return pv_str_copy(r->mem, reason.text, &known->disposition_reason, err);
}

static PV_RESULT take_sketch(void *context, const struct pv_sql_value *values, struct pv_err *err)
{
    struct load *load = context;
    struct pv_record *r = load->record;
    uint32_t number = 0;
    (void)err;
    if (pv_map_find(&load->files, values[0].text, &number)) {
        struct pv_sketch *sketch = &r->files.p[number].sketch;
        sketch->n = read_hashes(values[1].text, sketch->lines, PV_IDENTITY_SKETCH_MAX);
    }
    return PV_SUCCESS;
}

PV_RESULT pv_record_load(struct pv_record *r, struct pv_err *err)
{
    static const char findings[] =
        "SELECT id, rule, path, scope, line, content, context, tokens, file_digest,"
        " observation, observation_reason, disposition, disposition_reason, until, premise, first_seen"
        " FROM finding WHERE asset = ? AND tool = ? ORDER BY id";
    static const char sketches[] = "SELECT path, sketch FROM file WHERE asset = ?";
    struct load load = {.record = r};
    PV_TRY(pv_sql_query(r->ledger->sql, findings,
                        PV_SQL(pv_sql_int(r->asset), pv_sql_text(r->run->tool)), take_finding,
                        &load, err));
    return pv_sql_query(r->ledger->sql, sketches, PV_SQL(pv_sql_int(r->asset)), take_sketch, &load,
                        err);
}
