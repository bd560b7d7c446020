/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/status_internal.h"

#include <pave/pave.h>

#include <stdarg.h>
#include <stdio.h>

static const struct word {
    enum pave_status status;
    const char *name;
    const char *text;
} words[] = {
#define X(name, value, text) {name, #name, text},
    PAVE_STATUS_TABLE(X)
#undef X
};

static const struct word *word_of(enum pave_status status)
{
    for (size_t i = 0; i < PV_COUNT(words); i++) {
        if (words[i].status == status)
            return &words[i];
    }
    return NULL;
}

const char *pave_error_text(enum pave_status status)
{
    const struct word *word = word_of(status);
    return word ? word->text : "an unknown status";
}

const char *pave_error_name(enum pave_status status)
{
    const struct word *word = word_of(status);
    return word ? word->name : "PAVE_UNKNOWN";
}

const char *pave_version(void)
{
    return PAVE_VERSION;
}

enum pave_status(pv_refuse)(struct pave_error *err, enum pave_status status, size_t offset,
                            const char *format, ...)
{
    va_list arguments;

    if (!err || err->size < sizeof *err)
        return status;
    err->status = status;
    err->offset = offset;
    va_start(arguments, format);
    if (vsnprintf(err->text, sizeof err->text, format, arguments) < 0)
        err->text[0] = 0;
    va_end(arguments);
    return status;
}

enum pave_status pv_status_of(struct pv_result result)
{
    switch (result.code) {
    case PV_OK: return PAVE_OK;
    case PV_NO_MEMORY: return PAVE_NO_MEMORY;
    case PV_LIMIT:
    case PV_RANGE: return PAVE_LIMIT;
    case PV_SYNTAX:
    case PV_INVALID:
    case PV_UNSUPPORTED: return PAVE_SYNTAX;
    case PV_NOT_FOUND: return PAVE_NO_FILE;
    case PV_EXISTS: return PAVE_EXISTS;
    case PV_DENIED:
    case PV_IO:
    case PV_STOPPED: return PAVE_IO;
    }
    return PAVE_IO;
}
