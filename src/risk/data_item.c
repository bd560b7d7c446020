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

static bool is_digit(unsigned char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

bool pv_data_class(struct pv_str name, unsigned *out)
{
    for (size_t i = 0; i < PV_COUNT(classes); i++) {
        if (pv_str_eq(classes[i].name, name)) {
            *out = classes[i].class;
            return true;
        }
    }
    return false;
}

bool pv_data_role(struct pv_str name, uint8_t *out)
{
    for (size_t i = 0; i < PV_COUNT(roles); i++) {
        if (pv_str_eq(roles[i], name)) {
            *out = (uint8_t)(1u << i);
            return true;
        }
    }
    return false;
}

struct pv_str pv_data_role_text(unsigned number)
{
    return number < PV_COUNT(roles) ? roles[number] : (struct pv_str){0};
}

static PV_RESULT read_class(struct pv_reader *in, struct pv_data_item *item)
{
    size_t at = in->at;
    PV_TRY(pv_reader_run(in, is_letter, "a data class such as phi or public", &item->name));
    if (pv_data_class(item->name, &item->class))
        return PV_SUCCESS;
    return pv_fail(in->err, PV_SYNTAX, at,
                   "'%.*s' is not a data class; use public, internal, pii, phi, pci, credential, "
                   "key, personal or regulated",
                   PV_STR_FMT(item->name));
}

static PV_RESULT read_role(struct pv_reader *in, struct pv_data_item *item)
{
    size_t at = in->at;
    PV_TRY(pv_reader_run(in, is_letter, "store, process or transit", &item->role));
    if (pv_data_role(item->role, &item->roles))
        return PV_SUCCESS;
    return pv_fail(in->err, PV_SYNTAX, at, "'%.*s' is not a role; use store, process or transit",
                   PV_STR_FMT(item->role));
}

/* "25000", or "1e6": nobody knows such numbers more exactly. */
static PV_RESULT read_count(struct pv_reader *in, uint64_t *out)
{
    enum { COUNT_MAX = 1000000000, ZEROS_MAX = 9 };
    struct pv_str digits = {0};
    uint32_t number = 0;
    uint32_t zeros = 0;
    if (!is_digit((unsigned char)pv_reader_peek(in, 0)))
        return pv_reader_run(in, is_digit, "a count such as 1e6", &digits);
    struct pv_result result = pv_reader_u32(in, COUNT_MAX, &number);
    if (pv_is_ok(result) && pv_reader_accept(in, 'e')) {
        (void)pv_reader_accept(in, '+');
        result = pv_reader_u32(in, ZEROS_MAX, &zeros);
    }
    if (!pv_is_ok(result))
        return (struct pv_result){PV_SYNTAX};
    for (*out = number; zeros > 0; zeros--)
        *out *= 10;
    return PV_SUCCESS;
}

static PV_RESULT read_item(struct pv_reader *in, struct pv_data_item *item)
{
    (void)pv_reader_skip(in, is_space);
    PV_TRY(read_class(in, item));
    item->roles = PV_HELD_ANY;
    if (pv_reader_accept(in, ':'))
        PV_TRY(read_role(in, item));
    if (item->role.n && pv_reader_accept(in, ':'))
        PV_TRY(read_count(in, &item->count));
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

struct pv_data_item *pv_data_items_find(struct pv_data_items *items, struct pv_str name)
{
    for (size_t i = 0; i < items->n; i++)
        if (pv_str_eq(items->items[i].name, name))
            return &items->items[i];
    return NULL;
}
