/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/cmd_keys.h"

#include "app/cli/sealing.h"
#include "app/cli/verb.h"
#include "crypto/keyset.h"
#include "sys/passphrase.h"

#include <stdint.h>

enum { STAGE_HOURS = 24, HOUR_SECONDS = 3600 };

const char *pv_keys_operand(struct pv_cli *cli, const struct pv_args *args, size_t index,
                            const char *what)
{
    const char *z = NULL;
    if (index < args->operands.n && pv_is_ok(pv_str_z(cli->mem, args->operands.p[index], &z, NULL)))
        return z;
    pv_cli_say("keys %.*s: expected %s", PV_STR_FMT(args->operands.p[0]), what);
    return NULL;
}

enum pv_exit pv_keys_unlock(struct pv_cli *cli, const struct pv_args *args, const char *path,
                            bool is_new, struct pv_unlocking *out)
{
    const struct pv_unlocking_options options = {PV_OPT_KEYS_PASSPHRASE_FILE, PV_OPT_KEYS_PARENT,
                                                 PV_OPT_KEYS_PARENT_PASSPHRASE_FILE,
                                                 PV_OPT_KEYS_PROGRAM};
    enum pv_exit exit = pv_unlocking_read(cli, args, options, out);
    if (exit == PV_EXIT_DONE && !pv_unlocking_has_way(out))
        exit = pv_unlocking_ask(out, pv_str_of(path), is_new);
    if (exit != PV_EXIT_DONE)
        pv_unlocking_clear(out);
    return exit;
}

static const char *text_z(struct pv_cli *cli, const struct pv_args *args, size_t option)
{
    const char *z = NULL;
    struct pv_str text = pv_args_text(args, option);
    if (text.p && pv_is_ok(pv_str_z(cli->mem, text, &z, NULL)))
        return z;
    return NULL;
}

/* What every verb that changes a keyset has. */
struct change {
    const char *path;
    struct pv_unlocking unlocking;
    struct pave_error error;
};

static enum pv_exit begin(struct pv_cli *cli, const struct pv_args *args, struct change *change,
                          bool is_new)
{
    change->error = (struct pave_error)PAVE_ERROR_INIT;
    change->path = pv_keys_operand(cli, args, 1, "a keyset file");
    return change->path ? pv_keys_unlock(cli, args, change->path, is_new, &change->unlocking)
                        : PV_EXIT_USAGE;
}

static enum pv_exit finish(struct change *change, enum pave_status status)
{
    pv_unlocking_clear(&change->unlocking);
    return status == PAVE_OK ? PV_EXIT_DONE
                             : pv_sealing_fail(pv_str_of(change->path), status, &change->error);
}

static enum pv_exit create(struct pv_cli *cli, const struct pv_args *args)
{
    struct change change = {0};
    const struct pave_keyset_options options = {.size = sizeof options,
                                                .name = text_z(cli, args, PV_OPT_KEYS_NAME),
                                                .kind = text_z(cli, args, PV_OPT_KEYS_KIND),
                                                .suite = text_z(cli, args, PV_OPT_KEYS_SUITE)};
    if (!options.name) {
        pv_cli_say("--name: needed; a policy names the keyset so");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = begin(cli, args, &change, true);
    if (exit != PV_EXIT_DONE)
        return exit;
    return finish(&change, pave_keyset_create(change.path, &options, &change.unlocking.unlock,
                                              &change.error));
}

static enum pv_exit rotate(struct pv_cli *cli, const struct pv_args *args)
{
    struct change change = {0};
    struct pv_buf out = {0};
    uint64_t hours = pv_args_number(args, PV_OPT_KEYS_STAGE);
    uint32_t id = 0;

    hours = hours ? hours : STAGE_HOURS;
    enum pv_exit exit = begin(cli, args, &change, false);
    if (exit != PV_EXIT_DONE)
        return exit;
    exit = finish(&change,
                  pave_keyset_rotate(change.path, &change.unlocking.unlock,
                                     pv_args_has(args, PV_OPT_KEYS_NOW) ? 0 : hours * HOUR_SECONDS,
                                     &id, &change.error));
    if (exit == PV_EXIT_DONE)
        pv_buf_format(&out, "%08x\n", (unsigned)id);
    return pv_cli_worse(exit, pv_cli_print(&out));
}

static enum pv_exit set_state(struct pv_cli *cli, const struct pv_args *args,
                              enum pave_key_state state)
{
    struct change change = {0};
    uint32_t id = 0;

    if (args->operands.n != 3 || !pv_key_id_read(args->operands.p[2], &id)) {
        pv_cli_say("keys %.*s: expected a keyset file and the id of a key, eight digits",
                   PV_STR_FMT(args->operands.p[0]));
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = begin(cli, args, &change, false);
    if (exit != PV_EXIT_DONE)
        return exit;
    return finish(&change, pave_keyset_change(change.path, &change.unlocking.unlock, id, state,
                                              &change.error));
}

static enum pv_exit promote(struct pv_cli *cli, const struct pv_args *args)
{
    return set_state(cli, args, PAVE_KEY_PRIMARY);
}

static enum pv_exit retire(struct pv_cli *cli, const struct pv_args *args)
{
    return set_state(cli, args, PAVE_KEY_DISABLED);
}

static enum pv_exit restore(struct pv_cli *cli, const struct pv_args *args)
{
    return set_state(cli, args, PAVE_KEY_ACTIVE);
}

static enum pv_exit destroy(struct pv_cli *cli, const struct pv_args *args)
{
    return set_state(cli, args, PAVE_KEY_DESTROYED);
}

static enum pv_exit rewrap(struct pv_cli *cli, const struct pv_args *args)
{
    const struct pv_unlocking_options options = {
        PV_OPT_KEYS_NEW_PASSPHRASE_FILE, PV_OPT_KEYS_NEW_PARENT, PV_OPT_KEYS_PARENT_PASSPHRASE_FILE,
        PV_OPT_KEYS_NEW_PROGRAM};
    struct pv_unlocking with = {0};
    struct change change = {0};
    enum pave_status status = PAVE_OK;

    if (!pv_args_has(args, PV_OPT_KEYS_NEW_PASSPHRASE_FILE) &&
        !pv_args_has(args, PV_OPT_KEYS_NEW_PARENT) && !pv_args_has(args, PV_OPT_KEYS_NEW_PROGRAM) &&
        !pv_passphrase_can_ask()) {
        pv_cli_say("keys rewrap: expected --new-passphrase-file, --new-parent or --new-program");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = begin(cli, args, &change, false);
    if (exit == PV_EXIT_DONE)
        exit = pv_unlocking_read(cli, args, options, &with);
    if (exit == PV_EXIT_DONE && !pv_unlocking_has_way(&with))
        exit = pv_unlocking_ask(&with, pv_str_of(change.path), true);
    if (exit == PV_EXIT_DONE)
        status =
            pave_keyset_rewrap(change.path, &change.unlocking.unlock, &with.unlock, &change.error);
    pv_unlocking_clear(&with);
    if (exit == PV_EXIT_DONE)
        return finish(&change, status);
    pv_unlocking_clear(&change.unlocking);
    return exit;
}

static enum pv_exit check(struct pv_cli *cli, const struct pv_args *args)
{
    struct change change = {0};
    struct pv_buf out = {0};
    enum pv_exit exit = begin(cli, args, &change, false);
    if (exit != PV_EXIT_DONE)
        return exit;
    exit = finish(&change, pave_keyset_check(change.path, &change.unlocking.unlock, &change.error));
    if (exit == PV_EXIT_DONE)
        pv_buf_format(&out, "%s: whole, unlocked, and nobody changed it\n", change.path);
    return pv_cli_worse(exit, pv_cli_print(&out));
}

#define VERBS(X)                                                                                   \
    X("create", create)                                                                            \
    X("list", pv_keys_list)                                                                        \
    X("rotate", rotate)                                                                            \
    X("promote", promote)                                                                          \
    X("retire", retire)                                                                            \
    X("restore", restore)                                                                          \
    X("destroy", destroy)                                                                          \
    X("rewrap", rewrap)                                                                            \
    X("check", check)                                                                              \
    X("public", pv_keys_public)                                                                    \
    X("policy", pv_keys_policy)                                                                    \
    X("trust", pv_keys_trust)

static const char *const names[] = {VERBS(PV_VERB_NAME)};
static enum pv_exit (*const runs[])(struct pv_cli *cli,
                                    const struct pv_args *args) = {VERBS(PV_VERB_RUN)};

enum pv_exit pv_cmd_keys(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_str word = args->operands.n ? args->operands.p[0] : PV_STR("");
    size_t verb = pv_verb_find("keys", names, PV_COUNT(names), word);
    return verb == SIZE_MAX ? PV_EXIT_USAGE : runs[verb](cli, args);
}
