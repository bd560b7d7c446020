/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/cve.h"

#include "text/doc.h"

enum { YEAR = 4, NUMBER_MIN = 4 };

static bool is_digit(struct pv_str text, size_t at)
{
    return at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
}

static size_t count_digits(struct pv_str text, size_t at)
{
    size_t n = 0;
    while (is_digit(text, at + n))
        n++;
    return n;
}

bool pv_cve_find(struct pv_str text, struct pv_str *out)
{
    const struct pv_str start = PV_STR("CVE-");
    for (size_t at = pv_str_find(text, start, 0); at != SIZE_MAX;
         at = pv_str_find(text, start, at + 1)) {
        size_t year = at + start.n;
        size_t number = year + YEAR + 1;
        if (count_digits(text, year) != YEAR || text.p[number - 1] != '-')
            continue;
        size_t digits = count_digits(text, number);
        if (digits < NUMBER_MIN)
            continue;
        *out = pv_str_sub(text, at, number + digits);
        return true;
    }
    return false;
}

PV_RESULT pv_kev_read(struct pv_arena *mem, struct pv_str text, struct pv_kev *out,
                      struct pv_err *err)
{
    struct pv_doc doc = {0};
    struct pv_kev kev = {.is_given = true};
    PV_TRY(pv_doc_read(mem, text, &doc, NULL, err));
    const struct pv_doc *list = pv_doc_get(&doc, PV_STR("vulnerabilities"));
    if (!list || list->kind != PV_DOC_LIST)
        return pv_fail(err, PV_INVALID, 0, "expected a list `vulnerabilities`, each with a cveID");
    for (size_t i = 0; i < list->n; i++) {
        const struct pv_doc *name = pv_doc_get(&list->items[i], PV_STR("cveID"));
        if (!name || !pv_doc_is_scalar(name))
            return pv_fail(err, PV_INVALID, 0, "line %u: a vulnerability has a cveID",
                           list->items[i].place.line);
        PV_TRY(pv_map_put(mem, &kev.names, name->text, 1, err));
    }
    *out = kev;
    return PV_SUCCESS;
}

pv_fact pv_kev_fact(const struct pv_kev *kev, struct pv_str cve)
{
    uint32_t unused = 0;
    if (!kev->is_given)
        return pv_fact_unknown(PV_DIM_KEV);
    return pv_fact_of(pv_map_find(&kev->names, cve, &unused) ? PV_KEV_YES : PV_KEV_NO);
}
