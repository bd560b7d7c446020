/* SPDX-License-Identifier: Apache-2.0 */
/*
 * err: results that cannot be ignored, and what went wrong in words.
 *
 * A function that can fail returns PV_RESULT. It is a struct, so that dropping
 * it, testing it as a bool or returning an int in its place does not compile.
 */
#ifndef PV_BASE_ERR_H
#define PV_BASE_ERR_H

#include "base/attr.h"

#include <stdbool.h>
#include <stddef.h>

enum pv_code {
#define X(code, meaning) code,
#include "base/code.def"
#undef X
};

struct pv_result {
    enum pv_code code;
};

#define PV_RESULT PV_MUST_USE struct pv_result
#define PV_SUCCESS ((struct pv_result){PV_OK})

enum { PV_ERR_TEXT_MAX = 320 };

/* The caller has it, usually on the stack; it needs no clean-up. */
struct pv_err {
    enum pv_code code;
    size_t offset;              /* the byte of the input at fault, where there is an input */
    char text[PV_ERR_TEXT_MAX]; /* lower case, no full stop, cut at its end if too long */
};

static inline bool pv_is_ok(struct pv_result result)
{
    return result.code == PV_OK;
}

/* For the few places where going on after a failure is right; each says why. */
static inline void pv_ignore(struct pv_result result)
{
    (void)result;
}

/* Leaves the function with the same result when `call` fails. */
#define PV_TRY(call)                                                                               \
    do {                                                                                           \
        struct pv_result pv_try_result = (call);                                                   \
        if (!pv_is_ok(pv_try_result))                                                              \
            return pv_try_result;                                                                  \
    } while (0)

/*
 * Starts a failure: fills `err` (which may be NULL) and returns `code`.
 * The text says what was expected or what to do.
 */
PV_RESULT pv_fail(struct pv_err *err, enum pv_code code, size_t offset, const char *format, ...)
    PV_PRINTF(4, 5);

/* Analysers see one file at a time: this tells them that a failure is never a success. */
#if defined(__clang_analyzer__) || defined(PV_ANALYZE)
#define pv_fail(err, what, ...)                                                                    \
    (pv_ignore((pv_fail)((err), (what), __VA_ARGS__)), (struct pv_result){(what)})
#endif

/* The meaning of a code in a few words; static text. */
const char *pv_code_meaning(enum pv_code code);

#endif
