/* SPDX-License-Identifier: Apache-2.0 */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

#undef pv_fail /* the analysers' */
struct pv_result pv_fail(struct pv_err *err, enum pv_code code, size_t offset, const char *format,
                         ...)
{
    if (err) {
        va_list args;
        err->code = code;
        err->offset = offset;
        va_start(args, format);
        /* A text that is cut is still a text: nothing depends on its length. */
        (void)vsnprintf(err->text, sizeof err->text, format, args);
        va_end(args);
    }
    return (struct pv_result){code};
}

const char *pv_code_meaning(enum pv_code code)
{
    switch (code) {
#define X(name, meaning)                                                                           \
    case name:                                                                                     \
        return meaning;
#include "base/code.def"
#undef X
    }
    return "unknown";
}
