/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/context.h"

#include "crypto/bytes.h"

#include <string.h>

/* What names are made of; every call of the library looks at every byte of its names. */
static const unsigned char is_part[256] = {
    ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1,
    ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1,
    ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1,
    ['y'] = 1, ['z'] = 1, ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1,
    ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1, ['_'] = 1, ['.'] = 1, ['-'] = 1,
};

bool pv_context_is_name(struct pv_str name)
{
    if (name.n == 0 || name.n > PV_CONTEXT_NAME_MAX)
        return false;
    for (size_t i = 0; i < name.n; i++) {
        if (!is_part[(unsigned char)name.p[i]])
            return false;
    }
    return true;
}

static PV_STATUS check_field(const struct pave_field *field, struct pv_str *name)
{
    size_t n = 0;

    if (!field->name)
        return PAVE_CONTEXT;
    /* Never looks further than a name may be long. */
    while (n <= PV_CONTEXT_NAME_MAX && is_part[(unsigned char)field->name[n]])
        n++;
    if (n == 0 || n > PV_CONTEXT_NAME_MAX || field->name[n] != '\0')
        return PAVE_CONTEXT;
    *name = (struct pv_str){field->name, n};
    if (!field->value && field->size > 0)
        return PAVE_ARGUMENT;
    return field->size > PV_CONTEXT_BYTES_MAX ? PAVE_LIMIT : PAVE_OK;
}

/* Names are never empty, and most differ at once. */
static int compare(struct pv_str a, struct pv_str b)
{
    int first = (unsigned char)a.p[0] - (unsigned char)b.p[0];
    return first != 0 ? first : pv_str_cmp(a, b);
}

/* Indices of the fields by name; insertion, since most calls have three fields at most. */
static PV_STATUS sort_fields(const struct pave_field *fields, size_t n_fields, struct pv_str *names,
                             unsigned char *order)
{
    for (size_t i = 0; i < n_fields; i++) {
        PAVE_TRY(check_field(&fields[i], &names[i]));
        size_t at = i;
        while (at > 0) {
            int way = compare(names[order[at - 1]], names[i]);
            if (way == 0)
                return PAVE_CONTEXT;
            if (way < 0)
                break;
            order[at] = order[at - 1];
            at--;
        }
        order[at] = (unsigned char)i;
    }
    return PAVE_OK;
}

PV_STATUS pv_context_write(const struct pave_field *fields, size_t n_fields, struct pv_context *out)
{
    unsigned char *start = out->bytes + PV_CONTEXT_HEAD;
    unsigned char *at = start;

    if (!fields && n_fields > 0)
        return PAVE_ARGUMENT;
    if (n_fields > PV_CONTEXT_FIELDS_MAX)
        return PAVE_LIMIT;
    PAVE_TRY(sort_fields(fields, n_fields, out->names, out->order));
    at = pv_bytes_put_u16(at, (uint16_t)n_fields);
    for (size_t i = 0; i < n_fields; i++) {
        const struct pave_field *field = &fields[out->order[i]];
        struct pv_str name = out->names[out->order[i]];
        size_t left = PV_CONTEXT_BYTES_MAX - (size_t)(at - start);
        if (6 + name.n + field->size > left)
            return PAVE_LIMIT;
        at = pv_bytes_put_u16(at, (uint16_t)name.n);
        at = pv_bytes_put(at, name.p, name.n);
        at = pv_bytes_put_u32(at, (uint32_t)field->size);
        at = pv_bytes_put(at, field->value, field->size);
    }
    out->n = (size_t)(at - out->bytes);
    return PAVE_OK;
}

/* `n` bytes from the front of `*rest`; false when there are fewer. */
static bool take(struct pv_str *rest, size_t n, struct pv_str *out)
{
    if (n > rest->n)
        return false;
    *out = (struct pv_str){rest->p, n};
    *rest = (struct pv_str){rest->p + n, rest->n - n};
    return true;
}

static bool take_field(struct pv_str *rest, struct pv_str *name, struct pv_str *value)
{
    struct pv_str length = {0};
    if (!take(rest, 2, &length) || !take(rest, pv_bytes_u16(length.p), name))
        return false;
    return take(rest, 4, &length) && take(rest, pv_bytes_u32(length.p), value);
}

PV_STATUS pv_context_read(struct pv_str bytes, struct pave_field *fields, struct pv_str *names,
                          size_t *n_fields)
{
    struct pv_str rest = bytes;
    struct pv_str count = {0};

    if (bytes.n > PV_CONTEXT_BYTES_MAX || !take(&rest, 2, &count))
        return PAVE_SYNTAX;
    size_t n = pv_bytes_u16(count.p);
    if (n > PV_CONTEXT_FIELDS_MAX)
        return PAVE_SYNTAX;
    for (size_t i = 0; i < n; i++) {
        struct pv_str value = {0};
        if (!take_field(&rest, &names[i], &value) || !pv_context_is_name(names[i]))
            return PAVE_SYNTAX;
        if (i > 0 && pv_str_cmp(names[i - 1], names[i]) >= 0)
            return PAVE_SYNTAX;
        fields[i] = (struct pave_field){names[i].p, value.p, value.n};
    }
    if (rest.n > 0)
        return PAVE_SYNTAX;
    *n_fields = n;
    return PAVE_OK;
}
