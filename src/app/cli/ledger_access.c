/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/ledger_access.h"

#include "ledger/store/envelope.h"
#include "sys/environment.h"
#include "sys/file.h"

static enum pv_exit open_key(struct pv_cli *cli, struct pv_sealing *out)
{
    struct pave_error error = PAVE_ERROR_INIT;
    struct pv_str policy = pv_environment("PAVE_LEDGER_POLICY");
    struct pv_str trust = pv_environment("PAVE_LEDGER_TRUST");

    if (!policy.n)
        return PV_EXIT_DONE;
    if (!trust.n) {
        pv_cli_say("PAVE_LEDGER_TRUST: not set; PAVE_LEDGER_POLICY counts only when signed by the "
                   "key in the file that it names");
        return PV_EXIT_USAGE;
    }
    out->terminal = cli->err;
    enum pv_exit exit = pv_unlocking_take(cli, pv_environment("PAVE_LEDGER_PASSPHRASE_FILE"),
                                          pv_environment("PAVE_LEDGER_PROGRAM"), &out->unlocking);
    if (exit == PV_EXIT_DONE)
        exit = pv_sealing_library(cli, policy, trust, out);
    if (exit != PV_EXIT_DONE)
        return exit;
    enum pave_status status = pave_key_open(out->library, PV_ENVELOPE_PURPOSE, &out->key, &error);
    if (status == PAVE_NO_PURPOSE)
        return pv_sealing_fail_purpose(out->library, PV_STR(PV_ENVELOPE_PURPOSE));
    return status == PAVE_OK ? PV_EXIT_DONE : pv_sealing_fail(policy, status, &error);
}

static bool is_on_server(struct pv_str url)
{
    return pv_str_has_prefix(url, PV_STR("postgres://")) ||
           pv_str_has_prefix(url, PV_STR("postgresql://"));
}

/* "mysql://…" would be taken for a file in folders that are not there. */
static bool is_of_no_store(struct pv_str url)
{
    return pv_str_find(url, PV_STR("://"), 0) != SIZE_MAX && !is_on_server(url) &&
           !pv_str_has_prefix(url, PV_STR("/")) && !pv_str_has_prefix(url, PV_STR("."));
}

enum pv_exit pv_ledger_access_make(struct pv_cli *cli, struct pv_str url,
                                   struct pv_ledger_access *out)
{
    struct pv_err err = {0};
    if (is_of_no_store(url)) {
        pv_cli_say("%.*s: no such kind of ledger; expected a file, or postgres://…",
                   PV_STR_FMT(url));
        return PV_EXIT_USAGE;
    }
    enum pv_exit exit = open_key(cli, &out->sealing);
    if (exit != PV_EXIT_DONE)
        return exit;
    struct pv_result result = pv_ledger_open(cli->mem, url, out->sealing.key, &out->ledger, &err);
    return pv_is_ok(result) ? PV_EXIT_DONE : pv_cli_fail(pv_cli_exit_of(result.code), &err);
}

/* An empty ledger in place of a misspelt one would say that all is well. */
enum pv_exit pv_ledger_access_open(struct pv_cli *cli, struct pv_str url,
                                   struct pv_ledger_access *out)
{
    struct pv_file_info info = {0};
    if (!is_on_server(url) && !is_of_no_store(url) &&
        pv_file_look(url, &info, NULL).code == PV_NOT_FOUND) {
        pv_cli_say("%.*s: there is no ledger there; `pave scan --ledger` and "
                   "`pave findings import` make one",
                   PV_STR_FMT(url));
        return PV_EXIT_USAGE;
    }
    return pv_ledger_access_make(cli, url, out);
}

void pv_ledger_access_close(struct pv_ledger_access *access)
{
    if (access->ledger.sql)
        pv_ledger_close(&access->ledger);
    pv_sealing_close(&access->sealing);
}
