/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/sealing.h"

#include "app/cli/sealing_fail.h"
#include "app/cli/subject_secret.h"
#include "crypto/library.h"
#include "sys/file.h"
#include "sys/output.h"

#include <stdio.h>

enum { TRUST_MAX = 4096, PROGRESS_FROM = 8 << 20 };

static enum pv_exit read_fields(struct pv_cli *cli, const struct pv_args *args,
                                struct pv_sealing *out)
{
    struct pv_str *texts = NULL;
    struct pv_err err = {0};

    if (!pv_is_ok(
            pv_args_all(cli->mem, args, PV_OPT_SEALING_CONTEXT, &texts, &out->n_fields, &err)) ||
        !pv_is_ok(PV_NEW_ARRAY(cli->mem, out->n_fields + 1, &out->fields, &err)))
        return pv_cli_fail(PV_EXIT_FAILED, &err);
    for (size_t i = 0; i < out->n_fields; i++) {
        struct pv_str value = texts[i];
        struct pv_str name = {0};
        const char *z = NULL;
        bool has_value = pv_str_find(value, PV_STR("="), 0) != SIZE_MAX;
        if (!has_value || !pv_str_split(&value, '=', &name) ||
            !pv_is_ok(pv_str_z(cli->mem, name, &z, NULL))) {
            pv_cli_say("--context: expected FIELD=VALUE, not '%.*s'", PV_STR_FMT(texts[i]));
            return PV_EXIT_USAGE;
        }
        out->fields[i] = pave_field_bytes(z, value.p ? value.p : "", value.n);
    }
    return PV_EXIT_DONE;
}

static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    struct pv_sealing *sealing = user;
    if (!pv_unlocking_has_way(&sealing->unlocking) &&
        pv_unlocking_ask(&sealing->unlocking, pv_str_of(keyset), false) != PV_EXIT_DONE)
        return PAVE_LOCKED;
    *out = sealing->unlocking.unlock;
    return PAVE_OK;
}

enum pv_exit pv_sealing_library(struct pv_cli *cli, struct pv_str policy, struct pv_str trust_path,
                                struct pv_sealing *out)
{
    struct pave_error error = PAVE_ERROR_INIT;
    struct pv_err err = {0};
    struct pv_str trust = {0};
    struct pave_library_options options = {.size = sizeof options, .unlock = unlock, .user = out};

    if (!pv_is_ok(pv_str_z(cli->mem, policy, &options.policy, &err)) ||
        !pv_is_ok(pv_file_read_text(cli->mem, trust_path, TRUST_MAX, &trust, &err)) ||
        !pv_is_ok(pv_str_z(cli->mem, trust, &options.trust, &err)))
        return pv_cli_fail(PV_EXIT_USAGE, &err);
    enum pave_status status = pave_library_open(&options, &out->library, &error);
    return status == PAVE_OK ? PV_EXIT_DONE : pv_sealing_fail(policy, status, &error);
}

static enum pv_exit open_library(struct pv_cli *cli, const struct pv_args *args,
                                 struct pv_sealing *out)
{
    struct pv_str policy = pv_args_text(args, PV_OPT_SEALING_POLICY);
    struct pv_str trust = pv_args_text(args, PV_OPT_SEALING_TRUST);

    if (policy.p && trust.p)
        return pv_sealing_library(cli, policy, trust, out);
    pv_cli_say("--policy and --trust: both are needed, since a policy counts only when signed");
    return PV_EXIT_USAGE;
}

static enum pv_exit open_key(struct pv_cli *cli, const struct pv_args *args, struct pv_sealing *out)
{
    struct pave_error error = PAVE_ERROR_INIT;
    struct pv_str purpose = pv_args_text(args, PV_OPT_SEALING_PURPOSE);
    struct pv_str subject = pv_args_text(args, PV_OPT_SEALING_SUBJECT);
    const char *z = NULL;

    enum pv_exit exit = pv_option_path(cli, args, PV_OPT_SEALING_PURPOSE, &z);
    if (exit != PV_EXIT_DONE)
        return exit;
    if (!z) {
        pv_cli_say("--purpose: needed; the policy lists the purposes");
        return PV_EXIT_USAGE;
    }
    if (pv_args_has(args, PV_OPT_SEALING_SUBJECT_SECRET))
        return pv_subject_secret_open(cli, args, z, out);
    enum pave_status status =
        subject.p ? pave_key_open_subject(out->library, z, subject.p, subject.n, &out->key)
                  : pave_key_open(out->library, z, &out->key, &error);
    if (status == PAVE_NO_PURPOSE)
        return pv_sealing_fail_purpose(out->library, purpose);
    return status == PAVE_OK ? PV_EXIT_DONE : pv_sealing_fail(purpose, status, &error);
}

/* The library says that a field is missing; people want to know which. */
static enum pv_exit check_fields(const struct pv_sealing *sealing)
{
    const struct pv_purpose *purpose = sealing->key->purpose;
    for (size_t i = 0; i < purpose->n_fields; i++) {
        bool is_given = false;
        for (size_t k = 0; !is_given && k < sealing->n_fields; k++)
            is_given = pv_str_eq(pv_str_of(sealing->fields[k].name), purpose->fields[i]);
        if (!is_given) {
            pv_cli_say("--context %.*s=VALUE: the policy asks for it",
                       PV_STR_FMT(purpose->fields[i]));
            return PV_EXIT_USAGE;
        }
    }
    return PV_EXIT_DONE;
}

enum pv_exit pv_sealing_open(struct pv_cli *cli, const struct pv_args *args, struct pv_sealing *out)
{
    const struct pv_unlocking_options options = {
        PV_OPT_SEALING_PASSPHRASE_FILE, PV_OPT_SEALING_PARENT,
        PV_OPT_SEALING_PARENT_PASSPHRASE_FILE, PV_OPT_SEALING_PROGRAM};

    out->terminal = cli->err;
    enum pv_exit exit = read_fields(cli, args, out);
    if (exit == PV_EXIT_DONE)
        exit = pv_unlocking_read(cli, args, options, &out->unlocking);
    if (exit == PV_EXIT_DONE)
        exit = open_library(cli, args, out);
    if (exit == PV_EXIT_DONE)
        exit = open_key(cli, args, out);
    if (exit == PV_EXIT_DONE)
        exit = check_fields(out);
    return exit;
}

void pv_sealing_close(struct pv_sealing *sealing)
{
    pave_key_close(sealing->key);
    pave_library_close(sealing->library);
    pv_unlocking_clear(&sealing->unlocking);
    *sealing = (struct pv_sealing){0};
}

bool pv_sealing_is_stream(const struct pv_sealing *sealing)
{
    return sealing->key->n_entries > 0 &&
           pv_suite_kind(sealing->key->entries[0].header.suite) == PV_KIND_STREAM;
}

void pv_sealing_progress(void *user, uint64_t done, uint64_t all)
{
    struct pv_sealing *sealing = user;
    char line[64];
    unsigned percent = all ? (unsigned)(done * 100 / all) : 100;

    if (!sealing->terminal.is_terminal || all < PROGRESS_FROM || percent == sealing->percent)
        return;
    sealing->percent = percent;
    int n = percent < 100 ? snprintf(line, sizeof line, "\r\x1b[K%u %% of %llu MiB", percent,
                                     (unsigned long long)(all >> 20))
                          : snprintf(line, sizeof line, "\r\x1b[K");
    if (n > 0) /* a line that cannot be drawn is not worth a word */
        pv_ignore(pv_output_write(PV_OUTPUT_STDERR, (struct pv_str){line, (size_t)n}, NULL));
}
