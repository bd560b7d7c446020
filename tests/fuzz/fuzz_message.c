/* SPDX-License-Identifier: Apache-2.0 */
/* The first line is a trust file; no bytes open as a message to an identity that nobody knows. */
#include "support/fuzz.h"

#include "crypto/message_format.h"

#include <sodium.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static union {
        struct pave_identity identity;
        unsigned char room[sizeof(struct pave_identity) + sizeof(struct pv_identity_key)];
    } me;
    static const struct pave_message message = {.size = sizeof message, .purpose = "fuzz"};
    struct pave_received out = {.size = sizeof out};
    struct pave_trust *trust = NULL;
    struct pv_str sealed = fuzz_text(data, size);
    struct pv_str text = {0};

    pv_assert(sodium_init() >= 0);
    me.identity.n_keys = 1;
    memset(me.identity.keys[0].exchange_secret, 7, PV_PARTY_KEY_BYTES);
    memset(me.identity.keys[0].party.id, 'i', PV_PARTY_ID_BYTES);
    (void)pv_str_split(&sealed, '\n', &text);
    if (pave_trust_read(text.n > 0 ? text.p : "", text.n, &trust, NULL) != PAVE_OK)
        return 0;
    pv_assert(pave_msg_open(&me.identity, trust, &message, sealed.p, sealed.n, &out) != PAVE_OK);
    pv_assert(!out.body.p && out.sender[0] == 0);
    pave_trust_close(trust);
    return 0;
}
