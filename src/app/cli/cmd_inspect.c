/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/seal_transfer.h"

#include "crypto/base64url.h"
#include "crypto/sealed_file.h"
#include "sys/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { HEAD_BYTES = 256, PREFIX = 6 };

/* The first bytes of a file, and how many it has. What is wrong was said. */
static bool read_head(const char *path, unsigned char *out, size_t *n, uint64_t *size)
{
    struct pv_file_info info = {0};
    FILE *in = NULL;

    if (!pv_transfer_is_file(path) || !pv_is_ok(pv_file_look(pv_str_of(path), &info, NULL)))
        return false;
    in = fopen(path, "rb");
    if (!in) {
        pv_cli_say("%s: %s", path, strerror(errno));
        return false;
    }
    *n = fread(out, 1, HEAD_BYTES, in);
    *size = info.size_bytes;
    (void)fclose(in);
    return true;
}

/* A value as text: its beginning is enough, and its size follows from that of the text. */
static size_t untext(unsigned char *bytes, size_t n, uint64_t *size)
{
    unsigned char raw[HEAD_BYTES];
    size_t got = 0;
    struct pv_str text = pv_str_trim((struct pv_str){(const char *)bytes, n});
    uint64_t shorter = n == *size ? n - text.n : 0;

    if (!pv_str_has_prefix(text, PV_STR("pave1:")))
        return n;
    size_t whole = (text.n - PREFIX) / 4 * 4;
    if (!pv_base64url_read(pv_str_sub(text, PREFIX, PREFIX + whole), raw, sizeof raw, &got))
        return n;
    *size = (*size - shorter - PREFIX) * 3 / 4;
    memcpy(bytes, raw, got);
    return got;
}

static enum pv_exit inspect(const char *path, struct pv_buf *out)
{
    unsigned char head[HEAD_BYTES] = {0};
    struct pave_info info = {.size = sizeof info};
    uint64_t size = 0;
    size_t n = 0;

    if (!read_head(path, head, &n, &size))
        return PV_EXIT_USAGE;
    n = untext(head, n, &size);
    enum pave_status status = n >= 6 ? pave_inspect(head, (size_t)size, &info) : PAVE_NOT_SEALED;
    if (status != PAVE_OK)
        return pv_sealing_fail(pv_str_of(path), status, NULL);
    uint64_t message = info.message_size;
    if (info.is_stream && !pv_sealed_file_message_size(size, &message)) {
        pv_cli_say("%s: a stream that was cut off", path);
        return PV_EXIT_FAILED;
    }
    if (info.recipients > 0) {
        pv_buf_format(out, "%s: version %u, %s, %u recipient%s, %zu bytes\n", path, info.version,
                      info.suite, (unsigned)info.recipients, info.recipients == 1 ? "" : "s",
                      info.message_size);
        return PV_EXIT_DONE;
    }
    pv_buf_format(out, "%s: version %u, %s, key %08x, %llu bytes\n", path, info.version, info.suite,
                  (unsigned)info.key_id, (unsigned long long)message);
    return PV_EXIT_DONE;
}

enum pv_exit pv_cmd_inspect(struct pv_cli *cli, const struct pv_args *args)
{
    enum pv_exit exit = PV_EXIT_DONE;
    struct pv_buf out = {0};

    if (args->operands.n == 0) {
        pv_cli_say("inspect: expected files");
        return PV_EXIT_USAGE;
    }
    for (size_t i = 0; i < args->operands.n; i++) {
        struct pv_err err = {0};
        const char *path = NULL;
        if (pv_is_ok(pv_str_z(cli->mem, args->operands.p[i], &path, &err)))
            exit = pv_cli_worse(exit, inspect(path, &out));
        else
            exit = pv_cli_worse(exit, pv_cli_fail(PV_EXIT_USAGE, &err));
    }
    return pv_cli_worse(exit, pv_cli_print(&out));
}
