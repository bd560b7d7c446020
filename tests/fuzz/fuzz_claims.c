/* SPDX-License-Identifier: Apache-2.0 */
/* Genuine tokens of any claims: whoever verifies one gets the claims that it was made of, or none.
 */
#include "crypto/claims.h"
#include "support/fuzz.h"

#include <pave/paseto.h>

#include <string.h>

static const char key_text[] = "k4.local.cHFyc3R1dnd4eXp7fH1-f4CBgoOEhYaHiImKi4yNjo8";

/* A date is one in the years that stamps know, or no date. */
static void check_date(struct pv_str text)
{
    const int64_t year_10000 = 253402300800;
    const int64_t day = 86400;
    int64_t seconds = 0;
    if (pv_claims_date(text, &seconds))
        pv_assert(seconds >= -day && seconds < year_10000 + day);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct pave_paseto_beside beside = {.size = sizeof beside};
    static const struct pave_token_rules rules = {
        .size = sizeof rules, .audience = "a", .issuer = "i", .now = 1795420800};
    struct pave_paseto_key *key = NULL;
    struct pave_bytes token = {0};
    struct pave_bytes claims = {0};
    struct pv_str text = fuzz_text(data, size);

    check_date(text);
    if (pave_paseto_key_read(key_text, sizeof key_text - 1, &key) != PAVE_OK)
        return 0;
    if (pave_paseto_issue(key, text.p, text.n, &beside, &token) == PAVE_OK) {
        enum pave_status status =
            pave_paseto_verify(key, (const char *)token.p, token.n, &rules, &claims, NULL);
        pv_assert(status != PAVE_REFUSED && (claims.p != NULL) == (status == PAVE_OK));
        pv_assert(!claims.p || (claims.n == size && memcmp(claims.p, data, size) == 0));
    }
    pave_bytes_free(&token);
    pave_bytes_free(&claims);
    pave_paseto_key_close(key);
    return 0;
}
