/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/suite.h"

/* By number: every call of the library looks here. Numbers without a name are of no suite. */
static const struct row {
    const char *name;
    size_t overhead;
    enum pv_key_kind kind;
} rows[] = {
#define X(id, number, name, kind, overhead) [number] = {name, overhead, PV_KIND_##kind},
#include "crypto/suite.def"
#undef X
};

static const char *const kinds[PV_KIND_COUNT] = {"seal",  "stream", "sign",  "identity",
                                                 "token", "index",  "derive"};

static const struct row *row_of(enum pv_suite suite)
{
    return (size_t)suite < PV_COUNT(rows) && rows[suite].name ? &rows[suite] : NULL;
}

enum pv_suite pv_suite_of_name(struct pv_str name)
{
    for (size_t i = 0; i < PV_COUNT(rows); i++) {
        if (rows[i].name && pv_str_eq(name, pv_str_of(rows[i].name)))
            return (enum pv_suite)i;
    }
    return PV_SUITE_NONE;
}

enum pv_suite pv_suite_of_number(unsigned number)
{
    const struct row *row = row_of((enum pv_suite)number);
    return row && row->kind < PV_KIND_SIGN ? (enum pv_suite)number : PV_SUITE_NONE;
}

const char *pv_suite_name(enum pv_suite suite)
{
    const struct row *row = row_of(suite);
    return row ? row->name : "none";
}

enum pv_key_kind pv_suite_kind(enum pv_suite suite)
{
    const struct row *row = row_of(suite);
    return row ? row->kind : PV_KIND_COUNT;
}

size_t pv_suite_overhead(enum pv_suite suite)
{
    const struct row *row = row_of(suite);
    return row ? row->overhead : 0;
}

const char *pv_key_kind_name(enum pv_key_kind kind)
{
    return kind < PV_KIND_COUNT ? kinds[kind] : "none";
}

enum pv_key_kind pv_key_kind_of_name(struct pv_str name)
{
    for (size_t i = 0; i < PV_KIND_COUNT; i++) {
        if (pv_str_eq(name, pv_str_of(kinds[i])))
            return (enum pv_key_kind)i;
    }
    return PV_KIND_COUNT;
}

enum pv_suite pv_key_kind_suite(enum pv_key_kind kind)
{
    for (size_t i = 0; i < PV_COUNT(rows); i++) {
        if (rows[i].name && rows[i].kind == kind)
            return (enum pv_suite)i;
    }
    return PV_SUITE_NONE;
}
