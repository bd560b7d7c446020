/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/crypto_limits.h"
#include "crypto/header.h"
#include "crypto/message_format.h"

#include <pave/seal.h>

/* A message has the number of its recipients where values have the id of a key. */
static PV_STATUS inspect_message(const unsigned char *head, size_t size, struct pave_info *out)
{
    uint32_t recipients = pv_bytes_u32(head + 2);
    size_t overhead = PV_MSG_HEAD + PV_MSG_SEAL + PV_MSG_INNER + PV_MSG_TAG;

    if (recipients == 0 || recipients > PV_RECIPIENTS_MAX ||
        size < overhead + (size_t)recipients * PV_MSG_SLOT)
        return PAVE_NOT_SEALED;
    *out = (struct pave_info){.size = sizeof *out,
                              .version = PV_HEADER_VERSION,
                              .suite = pv_suite_name(pv_msg_suite(head)),
                              .message_size = size - overhead - (size_t)recipients * PV_MSG_SLOT,
                              .recipients = recipients};
    return PAVE_OK;
}

enum pave_status pave_inspect(const void *sealed, size_t size, struct pave_info *out)
{
    struct pv_header header = {0};
    if (!out || out->size < sizeof *out)
        return PAVE_ARGUMENT;
    if (sealed && size >= PV_MSG_HEAD && pv_msg_suite(sealed) != PV_SUITE_NONE)
        return inspect_message(sealed, size, out);
    PAVE_TRY(pv_header_read(sealed, size, &header));
    bool is_stream = pv_suite_kind(header.suite) == PV_KIND_STREAM;
    *out =
        (struct pave_info){.size = sizeof *out,
                           .version = PV_HEADER_VERSION,
                           .suite = pv_suite_name(header.suite),
                           .key_id = header.key_id,
                           .message_size = is_stream ? 0 : size - pv_suite_overhead(header.suite),
                           .is_stream = is_stream};
    return PAVE_OK;
}
