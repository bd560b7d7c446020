/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/finding_hide.h"

#include "base/hash.h"
#include "base/num.h"

/* The first letters of a token say whose it is, and are the same in each of them. */
enum { SHOWN = 4 };

/* What of `secret` lies in the part from `start` to `end`, without what may be shown. */
static bool overlap(const struct pv_secret *secret, size_t start, size_t end, size_t *from,
                    size_t *to)
{
    bool is_token = secret->kind != PV_SECRET_NONE && secret->kind < PV_SECRET_AGE;
    *from = pv_max(secret->start + (is_token ? SHOWN : 0), start);
    *to = pv_min(secret->end, end);
    return *from < *to;
}

bool pv_finding_has_secret(const struct pv_finding_source *source, struct pv_str part)
{
    if (!source->hidden || part.n == 0)
        return false;
    size_t start = (size_t)(part.p - source->lines->text.p);
    PV_VEC_EACH (const struct pv_secret, secret, &source->hidden->list)
        if (secret->start < start + part.n && secret->end > start)
            return true;
    return false;
}

void pv_finding_hide(const struct pv_finding_source *source, struct pv_str part, char *copy)
{
    if (!source->hidden || part.n == 0)
        return;
    size_t start = (size_t)(part.p - source->lines->text.p);
    PV_VEC_EACH (const struct pv_secret, secret, &source->hidden->list) {
        size_t from = 0;
        size_t to = 0;
        if (!overlap(secret, start, start + part.n, &from, &to))
            continue;
        for (size_t at = from; at < to; at++)
            if (part.p[at - start] != '\n')
                copy[at - start] = '*';
    }
}

struct pv_result pv_finding_copy(struct pv_arena *mem, const struct pv_finding_source *source,
                                 struct pv_str part, struct pv_str *out, struct pv_err *err)
{
    char *bytes = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, part.n + 1, &bytes, err));
    if (part.n)
        memcpy(bytes, part.p, part.n);
    pv_finding_hide(source, part, bytes);
    *out = (struct pv_str){bytes, part.n};
    return PV_SUCCESS;
}

struct pv_result pv_finding_signed_text(struct pv_arena *mem,
                                        const struct pv_finding_source *source,
                                        const struct pv_finding *finding, struct pv_str *out,
                                        struct pv_err *err)
{
    struct pv_str text = source->lines->text;
    size_t start = finding->start.offset - source->shift;
    struct pv_str part = pv_str_sub(text, start, finding->end.offset - source->shift);
    struct pv_str copy = {0};
    *out = part;
    if (!source->hidden || source->hidden->list.n == 0)
        return PV_SUCCESS;
    PV_TRY(pv_finding_copy(mem, source, part, &copy, err));
    unsigned sum = 0;
    PV_VEC_EACH (const struct pv_secret, secret, &source->hidden->list)
        if (secret->end > start && secret->start < start + part.n)
            sum = (sum + (unsigned)pv_hash_str(pv_str_sub(text, secret->start, secret->end))) &
                  0xffff;
    return pv_str_format(mem, out, err, "%.*s%04x", PV_STR_FMT(copy), sum);
}
