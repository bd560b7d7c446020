/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/proof_story.h"
#include "engine/scan/walk.h"
#include "risk/service_proof.h"
#include "sys/interrupt.h"

struct prove {
    struct pv_cli *cli;
    const struct pv_args *args;
    struct pv_catalog catalog;
    struct pv_buf out;
    bool is_json;
    struct pv_str unread; /* a file that may mark data; empty */
    bool is_proved;       /* everything */
    size_t n_items;
};

/* Learns of all catalogs at and below the paths. */
static PV_RESULT find_services(struct prove *prove, struct pv_err *err)
{
    const struct pv_str here = PV_STR(".");
    const struct pv_walk_options options = {0};
    const struct pv_args *args = prove->args;
    struct pv_targets targets = {0};
    bool is_here = args->operands.n == 0;
    PV_TRY(pv_walk(prove->cli->mem, is_here ? &here : args->operands.p,
                   is_here ? 1 : args->operands.n, &options, &targets, err));
    PV_VEC_EACH (const struct pv_target, target, &targets.files) {
        const struct pv_service *service = NULL;
        PV_TRY(pv_catalog_find(&prove->catalog, target->path, &service, err));
    }
    return PV_SUCCESS;
}

static PV_RESULT prove_service(struct prove *prove, size_t number, struct pv_err *err)
{
    const struct pv_proof_options options = {
        .threads = (unsigned)pv_args_number(prove->args, PV_OPT_PROVE_THREADS),
        .stop = pv_interrupt_flag(),
    };
    struct pv_sealings sealings = {0};
    struct pv_paint paint = {.out = &prove->out,
                             .style = {prove->cli->out.has_colour, prove->cli->out.has_links,
                                       prove->cli->out.has_utf8, prove->cli->out.columns}};
    struct pv_service service = prove->catalog.services.p[number];
    struct pv_result result =
        pv_sealings_prove(prove->cli->mem, &prove->catalog, &service, &options, &sealings, err);
    PV_VEC_EACH (const struct pv_sealing, sealing, &sealings.list) {
        if (sealing->proof.state != PV_PROOF_SEALED)
            prove->is_proved = false;
        prove->n_items++;
        if (prove->is_json)
            pv_proof_story_json(&prove->out, &service, sealing);
        else
            pv_proof_story_text(&paint, &service, sealing);
    }
    if (!prove->unread.n)
        prove->unread = sealings.unread;
    pv_sealings_clear(&sealings);
    return result;
}

static PV_RESULT run(struct prove *prove, struct pv_err *err)
{
    PV_TRY(find_services(prove, err));
    for (size_t i = 0; i < prove->catalog.services.n; i++)
        PV_TRY(prove_service(prove, i, err));
    return PV_SUCCESS;
}

static enum pv_exit say_what_is_missing(const struct prove *prove)
{
    enum pv_exit exit = PV_EXIT_DONE;
    PV_VEC_EACH (const struct pv_catalog_problem, problem, &prove->catalog.problems) {
        pv_cli_say("%.*s: %.*s", PV_STR_FMT(problem->file), PV_STR_FMT(problem->text));
        exit = PV_EXIT_USAGE;
    }
    if (exit != PV_EXIT_DONE || prove->n_items > 0)
        return exit;
    if (prove->unread.n) {
        pv_cli_say("%.*s: could not be read, and nothing else marks the data",
                   PV_STR_FMT(prove->unread));
        return PV_EXIT_FAILED;
    }
    if (prove->catalog.services.n == 0)
        pv_cli_say("no catalog-info.yaml here says which data a service holds");
    else
        pv_cli_say("no catalog names types; add an annotation such as "
                   "pave.dev/types: \"phi: Claim, Visit.note\"");
    return PV_EXIT_USAGE;
}

enum pv_exit pv_cmd_prove(struct pv_cli *cli, const struct pv_args *args)
{
    struct prove prove = {.cli = cli, .args = args, .is_proved = true};
    struct pv_err err = {0};

    pv_cli_colour(cli, pv_args_text(args, PV_OPT_PROVE_COLOR));
    prove.is_json = pv_str_eq(pv_args_text(args, PV_OPT_PROVE_FORMAT), PV_STR("json"));
    pv_interrupt_watch();
    struct pv_result result = run(&prove, &err);
    enum pv_exit exit = pv_is_ok(result) ? say_what_is_missing(&prove)
                                         : pv_cli_fail(pv_cli_exit_of(result.code), &err);
    exit = pv_cli_worse(exit, pv_cli_print(&prove.out));
    if (!prove.is_proved && pv_args_has(args, PV_OPT_PROVE_ERROR))
        exit = pv_cli_worse(exit, PV_EXIT_BLOCKED);
    pv_catalog_clear(&prove.catalog);
    return exit;
}
