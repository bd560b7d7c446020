/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/cmd_keys.h"
#include "app/cli/seal_transfer.h"
#include "crypto/context.h"
#include "crypto/crypto_limits.h"
#include "crypto/identity.h"
#include "sys/file.h"

static const char empty[] = "{\"pave\":\"trust/1\",\"identities\":[]}";

static enum pv_exit read_trust(const char *path, bool may_be_new, struct pave_trust **out)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pave_error error = PAVE_ERROR_INIT;
    struct pv_err err = {0};
    struct pv_str found = PV_STR(empty);

    struct pv_result result = pv_file_read(pv_str_of(path), PV_TRUST_BYTES_MAX, &text, &err);
    if (pv_is_ok(result))
        found = pv_buf_str(&text);
    else if (result.code != PV_NOT_FOUND || !may_be_new)
        return pv_cli_fail(PV_EXIT_USAGE, &err);
    enum pave_status status = pave_trust_read(found.p, found.n, out, &error);
    if (status == PAVE_OK)
        return PV_EXIT_DONE;
    pv_cli_say("%s: byte %zu: %s", path, error.offset,
               error.text[0] ? error.text : pave_error_text(status));
    return PV_EXIT_USAGE;
}

static void add_one(struct pv_buf *out, bool is_first, struct pv_str name,
                    const struct pv_party *party)
{
    char text[PAVE_IDENTITY_TEXT];
    pv_party_write(party, text);
    pv_buf_format(out, "%s\n  {\"name\":\"%.*s\",\"public\":\"%s\"}", is_first ? "" : ",",
                  PV_STR_FMT(name), text);
}

/* Behind those that are there: the last of a name is the one that is sealed to. */
static enum pv_exit add(const char *path, const struct pave_trust *trust, struct pv_str name,
                        const struct pv_party *party)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    const struct pv_trusted *same = pv_trust_of_id(trust, party->id);

    if (same) {
        pv_cli_say("%s: %.*s has this identity already", path, PV_STR_FMT(same->name));
        return PV_EXIT_USAGE;
    }
    pv_buf_add(&out, PV_STR("{\"pave\":\"trust/1\",\"identities\":["));
    PV_VEC_EACH (struct pv_trusted, one, &trust->list)
        add_one(&out, one == trust->list.p, one->name, &one->party);
    add_one(&out, trust->list.n == 0, name, party);
    pv_buf_add(&out, PV_STR("\n]}\n"));
    if (!pv_is_ok(pv_buf_result(&out, NULL)) || out.n > PV_TRUST_BYTES_MAX) {
        pv_cli_say("%s: a trust file has at most %d bytes", path, PV_TRUST_BYTES_MAX);
        return PV_EXIT_FAILED;
    }
    return pv_transfer_renew(path, out.p, out.n);
}

static enum pv_exit show(const struct pave_trust *trust)
{
    struct pv_buf out = {0};
    PV_VEC_EACH (struct pv_trusted, one, &trust->list) {
        char text[PAVE_IDENTITY_TEXT];
        pv_party_write(&one->party, text);
        pv_buf_format(&out, "%.*s  %s%s\n", PV_STR_FMT(one->name), text,
                      pv_trust_named(trust, one->name) == one ? "" : "  replaced");
    }
    return pv_cli_print(&out);
}

enum pv_exit pv_keys_trust(struct pv_cli *cli, const struct pv_args *args)
{
    struct pave_trust *trust = NULL;
    struct pv_party party = {0};
    struct pv_str name = pv_args_text(args, PV_OPT_KEYS_NAME);
    const char *path = pv_keys_operand(cli, args, 1, "a trust file");

    if (!path)
        return PV_EXIT_USAGE;
    if ((args->operands.n == 3) != (name.p != NULL) || args->operands.n > 3) {
        pv_cli_say("keys trust: expected a trust file, or one with --name NAME and a public key");
        return PV_EXIT_USAGE;
    }
    if (name.p && !pv_context_is_name(name)) {
        pv_cli_say("--name: expected 1 to 64 of a-z 0-9 _ . -");
        return PV_EXIT_USAGE;
    }
    if (name.p && pv_party_read(args->operands.p[2], &party) != PAVE_OK) {
        pv_cli_say("keys trust: expected pave-id1:… as `pave keys public` prints it");
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = read_trust(path, name.p != NULL, &trust);
    if (trust)
        exit = name.p ? add(path, trust, name, &party) : show(trust);
    pave_trust_close(trust);
    return exit;
}
