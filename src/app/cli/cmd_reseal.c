/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/seal_transfer.h"

#include "crypto/base64url.h"
#include "crypto/library.h"
#include "crypto/safefile.h"

#include <stdio.h>

_Static_assert((int)PV_OPT_RESEAL_OUTPUT == (int)PV_OPT_SEALING_OUTPUT, "sealing.def comes first");

enum { PREFIX = 6, HEAD_TEXT = 8, MODE = 0600, PIECE = 1 << 16 };

/* Six bytes of a header are eight characters of its text form. */
static enum pave_status read_header(const char *path, struct pv_header *out, bool *is_text)
{
    unsigned char head[PREFIX + HEAD_TEXT] = {0};
    unsigned char raw[PV_HEADER_BYTES];
    FILE *in = fopen(path, "rb");
    if (!in)
        return PAVE_NO_FILE;
    size_t n = fread(head, 1, sizeof head, in);
    (void)fclose(in);
    *is_text = n == sizeof head && memcmp(head, "pave1:", PREFIX) == 0;
    if (!*is_text)
        return pv_header_read(head, n == sizeof head ? SIZE_MAX : n, out);
    if (!pv_base64url_bytes((struct pv_str){(char *)head + PREFIX, HEAD_TEXT}, raw, sizeof raw))
        return PAVE_NOT_SEALED;
    return pv_header_read(raw, SIZE_MAX, out);
}

static bool is_current(const struct pv_sealing *sealing, struct pv_header header)
{
    const struct pave_key *key = sealing->key;
    return key->primary != SIZE_MAX && key->entries[key->primary].header.key_id == header.key_id;
}

static enum pv_exit reseal_value(struct pv_sealing *sealing, const char *path, bool is_text)
{
    PV_DEFER(pv_buf_clear) struct pv_buf in = {0};
    struct pave_bytes message = PAVE_BYTES_INIT;
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    const struct pave_field *fields = sealing->fields;
    size_t n = sealing->n_fields;

    enum pv_exit exit = pv_transfer_read(path, &in);
    if (exit != PV_EXIT_DONE)
        return exit;
    struct pv_str text = pv_str_trim(pv_buf_str(&in));
    enum pave_status status =
        is_text ? pave_open_text(sealing->key, text.p, text.n, fields, n, &message)
                : pave_open(sealing->key, in.p, in.n, fields, n, &message);
    if (status == PAVE_OK)
        status = is_text ? pave_seal_text(sealing->key, message.p, message.n, fields, n, &sealed)
                         : pave_seal(sealing->key, message.p, message.n, fields, n, &sealed);
    pave_bytes_free(&message);
    if (status != PAVE_OK)
        return pv_sealing_fail(pv_str_of(path), status, NULL);
    exit = pv_transfer_renew(path, sealed.p, sealed.n);
    pave_bytes_free(&sealed);
    return exit;
}

/* A stream's old and new file while one becomes the other. */
struct move {
    FILE *in;
    struct pv_safefile out;
    struct pave_error *error;
};

static enum pave_status source(void *user, void *bytes, size_t capacity, size_t *size)
{
    struct move *move = user;
    *size = fread(bytes, 1, capacity, move->in);
    return *size == 0 && ferror(move->in) ? PAVE_IO : PAVE_OK;
}

static enum pave_status sink(void *user, const void *bytes, size_t size)
{
    struct move *move = user;
    return pv_safefile_write(&move->out, bytes, size, move->error);
}

static enum pave_status move_stream(struct pv_sealing *sealing, struct move *move)
{
    const struct pave_pipe pipe = {.sink = sink, .source = source, .user = move};
    struct pave_reader *reader = NULL;
    struct pave_writer *writer = NULL;
    static char piece[PIECE];
    size_t n = 0;

    enum pave_status status =
        pave_reader_open(sealing->key, sealing->fields, sealing->n_fields, &pipe, &reader);
    if (status == PAVE_OK)
        status = pave_writer_open(sealing->key, sealing->fields, sealing->n_fields, &pipe, &writer);
    do {
        if (status == PAVE_OK)
            status = pave_reader_read(reader, piece, sizeof piece, &n);
        if (status == PAVE_OK)
            status = pave_writer_write(writer, piece, n);
    } while (status == PAVE_OK && n > 0);
    pave_wipe(piece, sizeof piece);
    enum pave_status closed = pave_reader_close(reader);
    if (status == PAVE_OK)
        status = closed;
    if (status == PAVE_OK)
        status = pave_writer_finish(writer);
    pave_writer_close(writer);
    return status;
}

static enum pv_exit reseal_stream(struct pv_sealing *sealing, const char *path)
{
    struct pave_error error = PAVE_ERROR_INIT;
    struct move move = {.in = fopen(path, "rb"), .error = &error};
    if (!move.in)
        return pv_sealing_fail(pv_str_of(path), PAVE_NO_FILE, NULL);
    enum pave_status status = pv_safefile_renew(&move.out, path, MODE, &error);
    if (status == PAVE_OK)
        status = move_stream(sealing, &move);
    if (status == PAVE_OK)
        status = pv_safefile_commit(&move.out, &error);
    pv_safefile_abort(&move.out);
    (void)fclose(move.in);
    return status == PAVE_OK ? PV_EXIT_DONE : pv_sealing_fail(pv_str_of(path), status, &error);
}

static enum pv_exit reseal(struct pv_sealing *sealing, const char *path, struct pv_buf *out)
{
    struct pv_header header = {0};
    bool is_text = false;

    if (!pv_transfer_is_file(path))
        return PV_EXIT_USAGE;
    enum pave_status status = read_header(path, &header, &is_text);
    if (status != PAVE_OK)
        return pv_sealing_fail(pv_str_of(path), status, NULL);
    bool is_stream = pv_suite_kind(header.suite) == PV_KIND_STREAM;
    if (is_current(sealing, header)) {
        pv_buf_format(out, "%s: is current\n", path);
        return PV_EXIT_DONE;
    }
    enum pv_exit exit =
        is_stream ? reseal_stream(sealing, path) : reseal_value(sealing, path, is_text);
    if (exit == PV_EXIT_DONE)
        pv_buf_format(out, "%s: sealed anew\n", path);
    return exit;
}

enum pv_exit pv_cmd_reseal(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_sealing sealing = {0};
    struct pv_buf out = {0};

    if (args->operands.n == 0 || pv_args_has(args, PV_OPT_SEALING_OUTPUT)) {
        pv_cli_say("reseal: expected files, which are replaced");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = pv_sealing_open(cli, args, &sealing);
    for (size_t i = 0; sealing.key && i < args->operands.n; i++) {
        const char *path = NULL;
        struct pv_err err = {0};
        if (pv_is_ok(pv_str_z(cli->mem, args->operands.p[i], &path, &err)))
            exit = pv_cli_worse(exit, reseal(&sealing, path, &out));
        else
            exit = pv_cli_worse(exit, pv_cli_fail(PV_EXIT_USAGE, &err));
    }
    pv_sealing_close(&sealing);
    return pv_cli_worse(exit, pv_cli_print(&out));
}
