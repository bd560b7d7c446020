/* SPDX-License-Identifier: Apache-2.0 */
/*
 * message: what one service says to others, sealed whatever the channel is.
 *
 * Only the recipients can read it, and they know who sent it: the sender's signature covers the
 * recipients, purpose, context, time and body, so that a message cannot be passed on as if
 * it had been meant for somebody else. The network does not see who the sender is.
 */
#ifndef PAVE_MESSAGE_H
#define PAVE_MESSAGE_H

#include <pave/context.h>
#include <pave/identity.h>
#include <pave/seal.h>

PAVE_BEGIN

enum { PAVE_MESSAGE_ID_BYTES = 16, PAVE_MESSAGE_NAME = 65 };

/*
 * Whether a message is new: PAVE_OK, and remember its id until `until`; else PAVE_REPLAYED.
 * Called for genuine messages only.
 */
typedef enum pave_status (*pave_replay_call)(void *user,
                                             const unsigned char id[PAVE_MESSAGE_ID_BYTES],
                                             int64_t until);

/* What both sides must agree on. Zero all of it, then set `size` and what is needed. */
struct pave_message {
    size_t size;         /* sizeof(struct pave_message) */
    const char *purpose; /* 1 to 64 of a-z 0-9 _ . - */
    const struct pave_field *fields;
    size_t n_fields;
    const char *const *to; /* of pave_msg_seal: names of the trust file, 1 to 64 */
    size_t n_to;
    uint32_t ttl_s;          /* of pave_msg_seal: how long it is valid; 1 to 31 days */
    int64_t now;             /* seconds since 1970; 0: the system's clock */
    pave_replay_call replay; /* of pave_msg_open; NULL: a message may come more than once */
    void *user;
};

struct pave_received {
    size_t size;                    /* sizeof(struct pave_received) */
    struct pave_bytes body;         /* freed by pave_bytes_free */
    char sender[PAVE_MESSAGE_NAME]; /* its name in the trust file */
    int64_t sent;
    int64_t expires;
};

/* Seals `body` for all of `message->to`. PAVE_UNTRUSTED when the trust file lacks one. */
PAVE_API PAVE_CHECKED enum pave_status pave_msg_seal(const struct pave_identity *from,
                                                     const struct pave_trust *trust,
                                                     const struct pave_message *message,
                                                     const void *body, size_t size,
                                                     struct pave_bytes *out);

/*
 * Opens what was sealed for `to`. PAVE_NOT_SEALED, PAVE_NEWER; PAVE_NO_KEY: for others;
 * PAVE_REFUSED. Of messages that were opened: PAVE_UNTRUSTED (a sender not in the trust file),
 * PAVE_EXPIRED, PAVE_MISDIRECTED (from the future), PAVE_REPLAYED.
 */
PAVE_API PAVE_CHECKED enum pave_status pave_msg_open(const struct pave_identity *to,
                                                     const struct pave_trust *trust,
                                                     const struct pave_message *message,
                                                     const void *sealed, size_t size,
                                                     struct pave_received *out);

PAVE_END

#endif
