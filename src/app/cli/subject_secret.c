/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/subject_secret.h"

#include "app/cli/seal_transfer.h"
#include "app/cli/sealing_fail.h"
#include "sys/file.h"

enum { SECRET_FILE_MAX = 4096 };

static enum pv_exit make(const char *path, const char *purpose, struct pave_subject *subject,
                         struct pv_sealing *sealing, struct pave_bytes *secret)
{
    struct pave_error error = PAVE_ERROR_INIT;
    enum pave_status status = pave_subject_new(sealing->library, purpose, subject, secret, &error);
    if (status != PAVE_OK)
        return pv_sealing_fail(pv_str_of(path), status, &error);
    /* Before anything is sealed with it: what opens only with a secret that was lost is lost. */
    return pv_transfer_write(path, secret->p, secret->n);
}

static enum pv_exit open_key(const char *path, const char *purpose, struct pave_subject *subject,
                             struct pv_sealing *sealing)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pave_error error = PAVE_ERROR_INIT;
    struct pave_bytes made = PAVE_BYTES_INIT;
    struct pv_err err = {0};
    enum pv_exit exit = PV_EXIT_DONE;

    struct pv_result result = pv_file_read(pv_str_of(path), SECRET_FILE_MAX, &text, &err);
    if (result.code == PV_NOT_FOUND && sealing->makes_secret)
        exit = make(path, purpose, subject, sealing, &made);
    else if (!pv_is_ok(result))
        exit = pv_cli_fail(PV_EXIT_USAGE, &err);
    if (exit == PV_EXIT_DONE) {
        subject->secret = made.p ? (const void *)made.p : text.p ? text.p : "";
        subject->secret_size = made.p ? made.n : text.n;
        enum pave_status status =
            pave_subject_key(sealing->library, purpose, subject, &sealing->key, &error);
        if (status != PAVE_OK)
            exit = pv_sealing_fail(pv_str_of(path), status, &error);
    }
    pave_bytes_free(&made);
    return exit;
}

enum pv_exit pv_subject_secret_open(struct pv_cli *cli, const struct pv_args *args,
                                    const char *purpose, struct pv_sealing *sealing)
{
    struct pv_str name = pv_args_text(args, PV_OPT_SEALING_SUBJECT);
    struct pave_subject subject = {.name = name.p, .name_size = name.n};
    const char *path = NULL;

    if (name.n == 0) {
        pv_cli_say("--subject-secret: needs --subject, whose secret it is");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = pv_option_path(cli, args, PV_OPT_SEALING_SUBJECT_SECRET, &path);
    if (exit != PV_EXIT_DONE || !path)
        return exit;
    return open_key(path, purpose, &subject, sealing);
}
