/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/seal_transfer.h"

#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/header.h"
#include "crypto/safefile.h"
#include "sys/file.h"
#include "sys/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { MODE = 0600, PIECE = 1 << 16 };
static const char text_prefix[] = "pave1:";

struct transfer {
    enum pv_transfer_way way;
    const char *in;  /* NULL: standard input */
    const char *out; /* NULL: standard output */
};

static struct pv_str shown(const char *path)
{
    return path ? pv_str_of(path) : PV_STR("standard input");
}

enum pv_exit pv_transfer_read(const char *path, struct pv_buf *out)
{
    struct pv_err err = {0};
    const size_t max = (size_t)PV_MESSAGE_BYTES_MAX * 2;
    struct pv_result result =
        path ? pv_file_read(pv_str_of(path), max, out, &err) : pv_file_read_stdin(max, out, &err);
    return pv_is_ok(result) ? PV_EXIT_DONE : pv_cli_fail(pv_cli_exit_of(result.code), &err);
}

static enum pv_exit fail_output(const struct pv_err *err)
{
    pv_cli_say("standard output: %s", err->text);
    return PV_EXIT_FAILED;
}

typedef enum pave_status begin_file(struct pv_safefile *file, const char *path, mode_t mode,
                                    struct pave_error *err);

static enum pv_exit write_by(begin_file *begin, const char *path, const void *bytes, size_t n)
{
    struct pave_error error = PAVE_ERROR_INIT;
    struct pv_safefile file = {0};
    struct pv_err err = {0};

    if (!path) {
        struct pv_result result =
            pv_output_write(PV_OUTPUT_STDOUT, (struct pv_str){bytes, n}, &err);
        return pv_is_ok(result) ? PV_EXIT_DONE : fail_output(&err);
    }
    enum pave_status status = begin(&file, path, MODE, &error);
    if (status == PAVE_OK)
        status = pv_safefile_write(&file, bytes, n, &error);
    if (status == PAVE_OK)
        status = pv_safefile_commit(&file, &error);
    pv_safefile_abort(&file);
    return status == PAVE_OK ? PV_EXIT_DONE : pv_sealing_fail(pv_str_of(path), status, &error);
}

enum pv_exit pv_transfer_write(const char *path, const void *bytes, size_t n)
{
    return write_by(pv_safefile_begin, path, bytes, n);
}

enum pv_exit pv_transfer_renew(const char *path, const void *bytes, size_t n)
{
    return write_by(pv_safefile_renew, path, bytes, n);
}

bool pv_transfer_is_file(const char *path)
{
    struct pv_file_info info = {0};
    struct pv_err err = {0};
    if (!pv_is_ok(pv_file_look(pv_str_of(path), &info, &err)))
        pv_cli_say("%s", err.text);
    else if (info.kind != PV_FILE_REGULAR)
        pv_cli_say("%s: %s, not a regular file", path, pv_file_kind_name(info.kind));
    else
        return true;
    return false;
}

/* A value with a newline behind it is what people have in files. */
static bool is_text(struct pv_str *bytes)
{
    if (!pv_str_has_prefix(*bytes, PV_STR(text_prefix)))
        return false;
    *bytes = pv_str_trim(*bytes);
    return true;
}

static enum pv_exit fail_value(const struct pv_sealing *sealing, const struct transfer *transfer,
                               struct pv_str bytes, enum pave_status status)
{
    unsigned char head[PV_HEADER_BYTES];
    size_t n = 0;

    if (transfer->way != PV_TRANSFER_OPEN)
        return pv_sealing_fail_seal(sealing->key, shown(transfer->in), status, NULL);
    /* Eight characters of the text form are the six bytes. */
    if (pv_str_has_prefix(bytes, PV_STR(text_prefix)) && bytes.n >= sizeof text_prefix - 1 + 8 &&
        pv_base64url_read(pv_str_sub(bytes, sizeof text_prefix - 1, sizeof text_prefix - 1 + 8),
                          head, sizeof head, &n))
        bytes = (struct pv_str){(const char *)head, n};
    return pv_sealing_fail_open(sealing->key, shown(transfer->in), bytes, status, NULL);
}

static enum pv_exit run_value(struct pv_sealing *sealing, const struct transfer *transfer)
{
    PV_DEFER(pv_buf_clear) struct pv_buf in = {0};
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status = PAVE_OK;

    enum pv_exit exit = pv_transfer_read(transfer->in, &in);
    if (exit != PV_EXIT_DONE)
        return exit;
    struct pv_str bytes = pv_buf_str(&in);
    bytes.p = bytes.p ? bytes.p : "";
    if (transfer->way == PV_TRANSFER_SEAL)
        status =
            pave_seal(sealing->key, bytes.p, bytes.n, sealing->fields, sealing->n_fields, &out);
    else if (transfer->way == PV_TRANSFER_SEAL_TEXT)
        status = pave_seal_text(sealing->key, bytes.p, bytes.n, sealing->fields, sealing->n_fields,
                                &out);
    else if (is_text(&bytes))
        status = pave_open_text(sealing->key, bytes.p, bytes.n, sealing->fields, sealing->n_fields,
                                &out);
    else
        status =
            pave_open(sealing->key, bytes.p, bytes.n, sealing->fields, sealing->n_fields, &out);
    if (status != PAVE_OK)
        exit = fail_value(sealing, transfer, bytes, status);
    pave_wipe(in.p, in.n);
    if (status != PAVE_OK)
        return exit;
    exit = pv_transfer_write(transfer->out, out.p ? (const char *)out.p : "", out.n);
    pave_bytes_free(&out);
    return exit;
}

/* The two ends of a pipe that are not both files. */
struct ends {
    FILE *in;
    struct pv_safefile file;
    bool is_file;
    struct pave_error *error; /* of the file */
    struct pv_err output;     /* of standard output, when it failed */
    bool has_output_failed;
};

static enum pave_status source(void *user, void *bytes, size_t capacity, size_t *size)
{
    struct ends *ends = user;
    *size = fread(bytes, 1, capacity, ends->in);
    return *size == 0 && ferror(ends->in) ? PAVE_IO : PAVE_OK;
}

static enum pave_status sink(void *user, const void *bytes, size_t size)
{
    struct ends *ends = user;
    if (ends->is_file)
        return pv_safefile_write(&ends->file, bytes, size, ends->error);
    struct pv_str piece = {bytes, size};
    struct pv_result result = pv_output_write(PV_OUTPUT_STDOUT, piece, &ends->output);
    ends->has_output_failed = !pv_is_ok(result);
    return ends->has_output_failed ? PAVE_IO : PAVE_OK;
}

static enum pave_status seal_pipe(struct pv_sealing *sealing, struct ends *ends)
{
    const struct pave_pipe pipe = {.sink = sink, .user = ends};
    struct pave_writer *writer = NULL;
    static char piece[PIECE];
    size_t n = 0;

    enum pave_status status =
        pave_writer_open(sealing->key, sealing->fields, sealing->n_fields, &pipe, &writer);
    do {
        if (status == PAVE_OK)
            status = source(ends, piece, sizeof piece, &n);
        if (status == PAVE_OK)
            status = pave_writer_write(writer, piece, n);
    } while (status == PAVE_OK && n > 0);
    if (status == PAVE_OK)
        status = pave_writer_finish(writer);
    pave_wipe(piece, sizeof piece);
    pave_writer_close(writer);
    return status;
}

static enum pave_status open_pipe(struct pv_sealing *sealing, struct ends *ends)
{
    const struct pave_pipe pipe = {.source = source, .user = ends};
    struct pave_reader *reader = NULL;
    static char piece[PIECE];
    size_t n = 0;

    enum pave_status status =
        pave_reader_open(sealing->key, sealing->fields, sealing->n_fields, &pipe, &reader);
    do {
        if (status == PAVE_OK)
            status = pave_reader_read(reader, piece, sizeof piece, &n);
        if (status == PAVE_OK && n > 0)
            status = sink(ends, piece, n);
    } while (status == PAVE_OK && n > 0);
    pave_wipe(piece, sizeof piece);
    enum pave_status closed = pave_reader_close(reader);
    return status == PAVE_OK ? closed : status;
}

static enum pv_exit run_pipe(struct pv_sealing *sealing, const struct transfer *transfer)
{
    struct pave_error error = PAVE_ERROR_INIT;
    struct ends ends = {.in = transfer->in ? fopen(transfer->in, "rb") : stdin,
                        .is_file = transfer->out != NULL,
                        .error = &error};
    if (!ends.in) {
        pv_cli_say("%s: %s", transfer->in, strerror(errno));
        return PV_EXIT_USAGE;
    }
    enum pave_status status =
        ends.is_file ? pv_safefile_begin(&ends.file, transfer->out, MODE, &error) : PAVE_OK;
    if (status == PAVE_OK)
        status = transfer->way == PV_TRANSFER_OPEN ? open_pipe(sealing, &ends)
                                                   : seal_pipe(sealing, &ends);
    if (status == PAVE_OK && ends.is_file)
        status = pv_safefile_commit(&ends.file, &error);
    pv_safefile_abort(&ends.file);
    if (transfer->in)
        (void)fclose(ends.in);
    if (ends.has_output_failed)
        return fail_output(&ends.output);
    if (status == PAVE_OK)
        return PV_EXIT_DONE;
    return transfer->way == PV_TRANSFER_OPEN
               ? pv_sealing_fail(shown(transfer->in), status, &error)
               : pv_sealing_fail_seal(sealing->key, shown(transfer->in), status, &error);
}

/* With the header of the file that could not be opened, when it can be read. */
static enum pv_exit fail_file(const struct pv_sealing *sealing, const struct transfer *transfer,
                              enum pave_status status, const struct pave_error *error)
{
    char head[PV_HEADER_BYTES];
    size_t n = 0;
    FILE *in = transfer->way == PV_TRANSFER_OPEN ? fopen(transfer->in, "rb") : NULL;
    if (in) {
        n = fread(head, 1, sizeof head, in);
        (void)fclose(in);
    }
    return pv_sealing_fail_open(sealing->key, shown(transfer->in), (struct pv_str){head, n}, status,
                                error);
}

static enum pv_exit run_file(struct pv_sealing *sealing, const struct transfer *transfer)
{
    struct pave_error error = PAVE_ERROR_INIT;
    const struct pave_file_job job = {.size = sizeof job,
                                      .in = transfer->in,
                                      .out = transfer->out,
                                      .fields = sealing->fields,
                                      .n_fields = sealing->n_fields,
                                      .progress = pv_sealing_progress,
                                      .user = sealing};
    enum pave_status status = transfer->way == PV_TRANSFER_OPEN
                                  ? pave_file_unseal(sealing->key, &job, &error)
                                  : pave_file_seal(sealing->key, &job, &error);
    return status == PAVE_OK ? PV_EXIT_DONE : fail_file(sealing, transfer, status, &error);
}

static enum pv_exit run(struct pv_sealing *sealing, const struct transfer *transfer)
{
    struct pv_file_info info = {0};

    if (!pv_sealing_is_stream(sealing))
        return run_value(sealing, transfer);
    if (transfer->way == PV_TRANSFER_SEAL_TEXT) {
        pv_cli_say("--text: is for values, and the purpose is for streams");
        return PV_EXIT_USAGE;
    }
    bool is_regular = transfer->in &&
                      pv_is_ok(pv_file_look(pv_str_of(transfer->in), &info, NULL)) &&
                      info.kind == PV_FILE_REGULAR;
    return is_regular && transfer->out ? run_file(sealing, transfer) : run_pipe(sealing, transfer);
}

enum pv_exit pv_transfer_command(struct pv_cli *cli, const struct pv_args *args,
                                 enum pv_transfer_way way)
{
    struct pv_sealing sealing = {.makes_secret = way != PV_TRANSFER_OPEN};
    struct transfer transfer = {.way = way};
    struct pv_str out = pv_args_text(args, PV_OPT_SEALING_OUTPUT);
    struct pv_err err = {0};

    if (args->operands.n > 1) {
        pv_cli_say("%.*s: expected one file at most", PV_STR_FMT(args->operands.p[1]));
        return PV_EXIT_USAGE;
    }
    if (args->operands.n == 1 && !pv_str_eq(args->operands.p[0], PV_STR("-")) &&
        !pv_is_ok(pv_str_z(cli->mem, args->operands.p[0], &transfer.in, &err)))
        return pv_cli_fail(PV_EXIT_USAGE, &err);
    if (out.p && !pv_str_eq(out, PV_STR("-")) &&
        !pv_is_ok(pv_str_z(cli->mem, out, &transfer.out, &err)))
        return pv_cli_fail(PV_EXIT_USAGE, &err);
    enum pv_exit exit = pv_sealing_open(cli, args, &sealing);
    if (exit == PV_EXIT_DONE)
        exit = run(&sealing, &transfer);
    pv_sealing_close(&sealing);
    return exit;
}
