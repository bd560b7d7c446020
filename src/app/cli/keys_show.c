/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/cmd_keys.h"
#include "app/cli/seal_transfer.h"
#include "crypto/crypto_limits.h"
#include "crypto/crypto_policy.h"
#include "crypto/keyset.h"
#include "crypto/stamp.h"

static const char *wrapped_by(const struct pv_wrap *wrap)
{
    switch (wrap->by) {
    case PV_WRAP_PASSPHRASE: return "a passphrase";
    case PV_WRAP_KEYSET: return "another keyset";
    case PV_WRAP_PROGRAM: return "a program";
    }
    return "";
}

static void add_key(struct pv_buf *out, const struct pv_keyset_key *key)
{
    char created[PV_STAMP_TEXT];
    char changed[PV_STAMP_TEXT];
    pv_stamp_write(key->created, created);
    pv_stamp_write(key->changed, changed);
    pv_buf_format(out, "  %08x  %-9s  %-23s  created %.10s  changed %.10s\n", (unsigned)key->id,
                  pv_key_state_name(key->state), pv_suite_name(key->suite), created, changed);
}

static enum pv_exit list_one(const char *path, struct pv_buf *out)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keyset = {0};
    struct pave_error error = PAVE_ERROR_INIT;
    enum pave_status status = pv_keyset_load(&keyset, path, &error);
    if (status != PAVE_OK)
        return pv_sealing_fail(pv_str_of(path), status, &error);
    pv_buf_format(out, "%s: %.*s, %s, revision %llu, wrapped by %s\n", path,
                  PV_STR_FMT(keyset.name), pv_key_kind_name(keyset.kind),
                  (unsigned long long)keyset.revision, wrapped_by(&keyset.wrap));
    for (size_t i = 0; i < keyset.keys.n; i++)
        add_key(out, &keyset.keys.p[i]);
    return PV_EXIT_DONE;
}

enum pv_exit pv_keys_list(struct pv_cli *cli, const struct pv_args *args)
{
    enum pv_exit exit = PV_EXIT_DONE;
    struct pv_buf out = {0};

    if (args->operands.n < 2) {
        pv_cli_say("keys list: expected keyset files");
        return PV_EXIT_USAGE;
    }
    for (size_t i = 1; i < args->operands.n; i++) {
        const char *path = pv_keys_operand(cli, args, i, "a keyset file");
        exit = pv_cli_worse(exit, path ? list_one(path, &out) : PV_EXIT_USAGE);
    }
    return pv_cli_worse(exit, pv_cli_print(&out));
}

/* The file does not hold the public half, so this needs the key. */
static enum pv_exit show_identity(struct pv_cli *cli, const struct pv_args *args, const char *path)
{
    struct pave_identity *identity = NULL;
    struct pave_error error = PAVE_ERROR_INIT;
    struct pv_unlocking unlocking = {0};
    char text[PAVE_IDENTITY_TEXT];
    struct pv_buf out = {0};

    enum pv_exit exit = pv_keys_unlock(cli, args, path, false, &unlocking);
    if (exit != PV_EXIT_DONE)
        return exit;
    enum pave_status status = pave_identity_open(path, &unlocking.unlock, &identity, &error);
    if (status == PAVE_OK)
        status = pave_identity_public(identity, text);
    pave_identity_close(identity);
    pv_unlocking_clear(&unlocking);
    if (status != PAVE_OK)
        return pv_sealing_fail(pv_str_of(path), status, &error);
    pv_buf_format(&out, "%s\n", text);
    return pv_cli_print(&out);
}

enum pv_exit pv_keys_public(struct pv_cli *cli, const struct pv_args *args)
{
    PV_DEFER(pv_keyset_clear) struct pv_keyset keyset = {0};
    struct pave_error error = PAVE_ERROR_INIT;
    struct pv_buf out = {0};
    const char *path = pv_keys_operand(cli, args, 1, "a keyset file");
    if (!path)
        return PV_EXIT_USAGE;
    enum pave_status status = pv_keyset_load(&keyset, path, &error);
    if (status != PAVE_OK)
        return pv_sealing_fail(pv_str_of(path), status, &error);
    const struct pv_keyset_key *key = pv_keyset_primary(&keyset);
    if (key && keyset.kind == PV_KIND_IDENTITY)
        return show_identity(cli, args, path);
    if (!key || keyset.kind != PV_KIND_SIGN) {
        pv_cli_say("%s: has no public key; only keysets of kind sign and identity have", path);
        return PV_EXIT_USAGE;
    }
    pv_buf_format(&out, PV_POLICY_KEY_PREFIX "%.*s\n", PV_STR_FMT(key->public_key));
    return pv_cli_print(&out);
}

static enum pv_exit sign(const struct pv_unlocking *unlocking, const char *signer, const char *path,
                         const char *target)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pave_error error = PAVE_ERROR_INIT;

    enum pv_exit exit = pv_transfer_read(path, &text);
    if (exit != PV_EXIT_DONE)
        return exit;
    enum pave_status status =
        pv_crypto_policy_sign(pv_buf_str(&text), &unlocking->unlock, signer, &out, &error);
    if (status != PAVE_OK) {
        pv_cli_say("%s: byte %zu: %s", path, error.offset, error.text);
        error.text[0] = 0;
        return status == PAVE_LOCKED ? PV_EXIT_FAILED : PV_EXIT_USAGE;
    }
    return pv_transfer_renew(target, out.p, out.n);
}

enum pv_exit pv_keys_policy(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_unlocking unlocking = {0};
    const char *path = pv_keys_operand(cli, args, 1, "a policy file");
    struct pv_str target = pv_args_text(args, PV_OPT_KEYS_OUTPUT);
    const char *signer = NULL;
    const char *target_z = path;

    if (!path)
        return PV_EXIT_USAGE;
    if (!pv_args_has(args, PV_OPT_KEYS_SIGNER)) {
        pv_cli_say("--signer: needed, the keyset of kind sign that signs the policy");
        return PV_EXIT_USAGE;
    }
    if (!pv_is_ok(pv_str_z(cli->mem, pv_args_text(args, PV_OPT_KEYS_SIGNER), &signer, NULL)) ||
        (target.p && !pv_is_ok(pv_str_z(cli->mem, target, &target_z, NULL))))
        return PV_EXIT_USAGE;
    enum pv_exit exit = pv_keys_unlock(cli, args, signer, false, &unlocking);
    if (exit != PV_EXIT_DONE)
        return exit;
    exit = sign(&unlocking, signer, path, target_z);
    pv_unlocking_clear(&unlocking);
    return exit;
}
