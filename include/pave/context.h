/* SPDX-License-Identifier: Apache-2.0 */
/*
 * context: what a sealed value belongs to, in named fields.
 *
 * The same fields must be given to open as were given to seal: a value that
 * was moved to another row, column or patient is refused. The order does not
 * matter. Fields are not stored in the sealed value and cannot be read from it.
 */
#ifndef PAVE_CONTEXT_H
#define PAVE_CONTEXT_H

#include <pave/api.h>

#include <string.h>

PAVE_BEGIN

/* Layout is part of the interface and does not change. Views: nothing is kept after a call. */
struct pave_field {
    const char *name; /* 1 to 64 of a-z 0-9 _ . - */
    const void *value;
    size_t size;
};

/* A field whose value is text. */
static inline struct pave_field pave_field_text(const char *name, const char *value)
{
    struct pave_field field;
    field.name = name;
    field.value = value;
    field.size = value ? strlen(value) : 0;
    return field;
}

/* A field whose value is bytes. */
static inline struct pave_field pave_field_bytes(const char *name, const void *value, size_t size)
{
    struct pave_field field;
    field.name = name;
    field.value = value;
    field.size = size;
    return field;
}

PAVE_END

#endif
