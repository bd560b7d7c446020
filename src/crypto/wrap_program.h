/* SPDX-License-Identifier: Apache-2.0 */
/*
 * wrap_program: asks another program to wrap or unwrap a key.
 *
 * One line goes in, one comes out:
 *
 *     pave-wrap/1 wrap KEYSET BASE64URL      (the key)
 *     pave-wrap/1 unwrap KEYSET TEXT         (what wrap answered)
 *     ok TEXT                                wrap: any text without blanks; unwrap: base64url
 *     error REASON
 *
 * The program is named by whoever unlocks, never by the keyset file.
 */
#ifndef PV_CRYPTO_WRAP_PROGRAM_H
#define PV_CRYPTO_WRAP_PROGRAM_H

#include "base/str.h"
#include "crypto/crypto_limits.h"
#include "crypto/hkdf.h"

struct pv_program_answer {
    size_t n;
    char line[PV_PROGRAM_LINE_MAX];
};

/*
 * Says `line` on a channel to a program that runs, and hears its answer, line end included. Whether
 * there was one in time: also that of a program which ended before the line was said.
 */
bool pv_program_talk(int channel, struct pv_str line, struct pv_program_answer *out);

PV_STATUS pv_wrap_program_wrap(const char *program, struct pv_str keyset, const unsigned char *key,
                               struct pv_arena *mem, struct pv_str *out, struct pave_error *err);

/* PAVE_LOCKED for every answer that is not a key. */
PV_STATUS pv_wrap_program_unwrap(const char *program, struct pv_str keyset, struct pv_str wrapped,
                                 unsigned char *key, struct pave_error *err);

#endif
