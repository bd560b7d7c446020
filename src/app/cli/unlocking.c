/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/unlocking.h"

#include "base/num.h"
#include "sys/file.h"
#include "sys/passphrase.h"

#include <stdio.h>

enum { PASSPHRASE_MAX = 4096, PROMPT_MAX = 256 };

/* The first line of a file, in memory for secrets. */
static enum pv_exit read_passphrase(struct pv_str path, struct pave_secret **out)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_err err = {0};
    struct pv_str line = {0};

    if (!pv_is_ok(pv_file_read(path, PASSPHRASE_MAX, &text, &err)))
        return pv_cli_fail(PV_EXIT_USAGE, &err);
    struct pv_str rest = pv_buf_str(&text);
    (void)pv_str_split(&rest, '\n', &line);
    if (pv_str_has_suffix(line, PV_STR("\r")))
        line.n--;
    enum pave_status status = line.n ? pave_secret_copy(line.p, line.n, out) : PAVE_ARGUMENT;
    pave_wipe(text.p, text.n);
    if (status == PAVE_OK)
        return PV_EXIT_DONE;
    pv_cli_say("%.*s: expected a passphrase on the first line", PV_STR_FMT(path));
    return PV_EXIT_USAGE;
}

static enum pv_exit take_file(struct pv_str path, struct pave_secret **secret,
                              struct pave_unlock *unlock)
{
    enum pv_exit exit = read_passphrase(path, secret);
    if (exit == PV_EXIT_DONE) {
        unlock->passphrase = pave_secret_bytes(*secret);
        unlock->passphrase_size = pave_secret_size(*secret);
    }
    return exit;
}

static enum pv_exit take_passphrase(const struct pv_args *args, size_t option,
                                    struct pave_secret **secret, struct pave_unlock *unlock)
{
    struct pv_str path = option == SIZE_MAX ? (struct pv_str){0} : pv_args_text(args, option);
    return path.p ? take_file(path, secret, unlock) : PV_EXIT_DONE;
}

enum pv_exit pv_unlocking_take(struct pv_cli *cli, struct pv_str passphrase_file,
                               struct pv_str program, struct pv_unlocking *out)
{
    struct pv_err err = {0};
    out->unlock.size = sizeof out->unlock;
    out->parent.size = sizeof out->parent;
    if (program.n && !pv_is_ok(pv_str_z(cli->mem, program, &out->unlock.program, &err)))
        return pv_cli_fail(PV_EXIT_USAGE, &err);
    return passphrase_file.n ? take_file(passphrase_file, &out->passphrase, &out->unlock)
                             : PV_EXIT_DONE;
}

enum pv_exit pv_option_path(struct pv_cli *cli, const struct pv_args *args, size_t option,
                            const char **out)
{
    struct pv_err err = {0};
    struct pv_str path = option == SIZE_MAX ? (struct pv_str){0} : pv_args_text(args, option);
    if (!path.p)
        return PV_EXIT_DONE;
    if (pv_is_ok(pv_str_z(cli->mem, path, out, &err)))
        return PV_EXIT_DONE;
    return pv_cli_fail(PV_EXIT_USAGE, &err);
}

/* Typed at the terminal, into memory for secrets. */
static enum pv_exit ask_one(struct pv_str keyset, const char *words, struct pave_secret **secret,
                            struct pave_unlock *unlock)
{
    char prompt[PROMPT_MAX];
    struct pave_secret *typed = NULL;
    struct pv_err err = {0};

    int n =
        snprintf(prompt, sizeof prompt, "%s %.*s: ", words, (int)pv_min(keyset.n, 160), keyset.p);
    if (n < 0 || pave_secret_new(PASSPHRASE_MAX, &typed) != PAVE_OK) {
        pv_cli_say("%s", pv_code_meaning(PV_NO_MEMORY));
        return PV_EXIT_FAILED;
    }
    struct pv_passphrase room = {.p = (char *)pave_secret_bytes(typed), .capacity = PASSPHRASE_MAX};
    enum pv_exit exit = PV_EXIT_DONE;
    if (!pv_is_ok(pv_passphrase_ask((struct pv_str){prompt, (size_t)n}, &room, &err)))
        exit = pv_cli_fail(err.code == PV_STOPPED ? PV_EXIT_FAILED : PV_EXIT_USAGE, &err);
    else if (pave_secret_copy(room.p, room.n, secret) != PAVE_OK)
        exit = PV_EXIT_FAILED;
    pave_secret_free(typed);
    if (exit == PV_EXIT_DONE) {
        unlock->passphrase = pave_secret_bytes(*secret);
        unlock->passphrase_size = pave_secret_size(*secret);
    }
    return exit;
}

enum pv_exit pv_unlocking_read(struct pv_cli *cli, const struct pv_args *args,
                               struct pv_unlocking_options options, struct pv_unlocking *out)
{
    struct pave_unlock *unlock = &out->unlock;

    unlock->size = sizeof *unlock;
    out->parent.size = sizeof out->parent;
    enum pv_exit exit = take_passphrase(args, options.passphrase_file, &out->passphrase, unlock);
    exit = pv_cli_worse(exit, take_passphrase(args, options.parent_passphrase_file,
                                              &out->parent_passphrase, &out->parent));
    exit = pv_cli_worse(exit, pv_option_path(cli, args, options.parent, &unlock->parent));
    exit = pv_cli_worse(exit, pv_option_path(cli, args, options.program, &unlock->program));
    if (unlock->parent)
        unlock->parent_unlock = &out->parent;
    if (exit == PV_EXIT_DONE && !pv_unlocking_has_way(out) && !pv_passphrase_can_ask()) {
        pv_cli_say("nothing to unlock the keyset with: give --passphrase-file, --parent or "
                   "--program");
        return PV_EXIT_USAGE;
    }
    if (exit == PV_EXIT_DONE && unlock->parent && !out->parent.passphrase &&
        pv_passphrase_can_ask())
        exit = ask_one(pv_str_of(unlock->parent), "Passphrase of", &out->parent_passphrase,
                       &out->parent);
    return exit;
}

bool pv_unlocking_has_way(const struct pv_unlocking *unlocking)
{
    const struct pave_unlock *unlock = &unlocking->unlock;
    return unlock->passphrase || unlock->parent || unlock->program;
}

static bool is_same(struct pave_secret *a, struct pave_secret *b)
{
    return pave_secret_size(a) == pave_secret_size(b) &&
           pave_equal(pave_secret_bytes(a), pave_secret_bytes(b), pave_secret_size(a));
}

enum pv_exit pv_unlocking_ask(struct pv_unlocking *unlocking, struct pv_str keyset, bool is_new)
{
    struct pave_unlock ignored = {0};
    struct pave_secret *again = NULL;

    enum pv_exit exit = ask_one(keyset, is_new ? "New passphrase of" : "Passphrase of",
                                &unlocking->passphrase, &unlocking->unlock);
    if (exit != PV_EXIT_DONE || !is_new)
        return exit;
    exit = ask_one(keyset, "Again, the new passphrase of", &again, &ignored);
    if (exit == PV_EXIT_DONE && !is_same(unlocking->passphrase, again)) {
        pv_cli_say("the two passphrases differ; nothing was changed");
        exit = PV_EXIT_USAGE;
    }
    pave_secret_free(again);
    return exit;
}

void pv_unlocking_clear(struct pv_unlocking *unlocking)
{
    pave_secret_free(unlocking->passphrase);
    pave_secret_free(unlocking->parent_passphrase);
    *unlocking = (struct pv_unlocking){0};
}
