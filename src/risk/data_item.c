/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/data_item.h"

#include "base/attr.h"
#include "base/reader.h"

#define NAME(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* What people call their data, and the class that it belongs to. */
static const struct {
    struct pv_str name;
    unsigned class;
} classes[] = {
    {NAME("public"), PV_DATA_PUBLIC},       {NAME("internal"), PV_DATA_INTERNAL},
    {NAME("personal"), PV_DATA_PERSONAL},   {NAME("pii"), PV_DATA_PERSONAL},
    {NAME("regulated"), PV_DATA_REGULATED}, {NAME("phi"), PV_DATA_REGULATED},
    {NAME("pci"), PV_DATA_REGULATED},       {NAME("credential"), PV_DATA_REGULATED},
    {NAME("key"), PV_DATA_REGULATED},
};

static const struct pv_str roles[] = {NAME("store"), NAME("process"), NAME("transit")};

static bool is_letter(unsigned char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_count(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || byte == 'e' || byte == '+';
}

static bool is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\t';
}

static PV_RESULT read_class(struct pv_reader *in, struct pv_data_item *item)
{
    size_t at = in->at;
    PV_TRY(pv_reader_run(in, is_letter, "a data class such as phi or public", &item->name));
    for (size_t i = 0; i < PV_COUNT(classes); i++) {
        if (pv_str_eq(classes[i].name, item->name)) {
            item->class = classes[i].class;
            return PV_SUCCESS;
        }
    }
    return pv_fail(in->err, PV_SYNTAX, at,
                   "'%.*s' is not a data class; use public, internal, pii, phi, pci, credential, "
                   "key, personal or regulated",
                   PV_STR_FMT(item->name));
}

static PV_RESULT read_role(struct pv_reader *in, struct pv_data_item *item)
{
    size_t at = in->at;
    PV_TRY(pv_reader_run(in, is_letter, "store, process or transit", &item->role));
    for (size_t i = 0; i < PV_COUNT(roles); i++) {
        if (pv_str_eq(roles[i], item->role))
            return PV_SUCCESS;
    }
    return pv_fail(in->err, PV_SYNTAX, at, "'%.*s' is not a role; use store, process or transit",
                   PV_STR_FMT(item->role));
}

static PV_RESULT read_item(struct pv_reader *in, struct pv_data_item *item)
{
    struct pv_str count = {0};
    (void)pv_reader_skip(in, is_space);
    PV_TRY(read_class(in, item));
    if (pv_reader_accept(in, ':'))
        PV_TRY(read_role(in, item));
    /* How many records there are decides nothing yet, but people write it. */
    if (item->role.n && pv_reader_accept(in, ':'))
        PV_TRY(pv_reader_run(in, is_count, "a count such as 1e6", &count));
    (void)pv_reader_skip(in, is_space);
    return PV_SUCCESS;
}

struct pv_result pv_data_items_parse(struct pv_str text, struct pv_data_items *out,
                                     struct pv_err *err)
{
    struct pv_reader in = {.text = text, .err = err};
    struct pv_data_items items = {0};
    do {
        if (items.n == PV_RISK_ITEMS_MAX)
            return pv_fail(err, PV_LIMIT, in.at, "more than %d data items", PV_RISK_ITEMS_MAX);
        struct pv_data_item item = {0};
        PV_TRY(read_item(&in, &item));
        items.items[items.n++] = item;
    } while (pv_reader_accept(&in, ','));
    PV_TRY(pv_reader_end(&in));
    *out = items;
    return PV_SUCCESS;
}
