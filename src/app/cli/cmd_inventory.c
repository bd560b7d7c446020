/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "app/cli/incomplete.h"
#include "app/cli/inventory_story.h"
#include "app/cli/repository.h"
#include "engine/scan/scan_limits.h"
#include "engine/scan/walk.h"
#include "inventory/cbom.h"
#include "pave/random.h"
#include "sys/clock.h"
#include "sys/interrupt.h"
#include "sys/save.h"

struct job {
    struct pv_cli *cli;
    const struct pv_args *args;
    struct pv_catalog catalog;
    struct pv_inventory inventory;
    struct pv_buf out;
};

static PV_RESULT write_cbom(struct job *job, struct pv_err *err)
{
    struct pv_repository repository = {0};
    char serial[PAVE_UUID_TEXT];
    if (pave_random_uuid(serial) != PAVE_OK)
        return pv_fail(err, PV_IO, 0, "no random numbers for the serial number");
    PV_TRY(pv_repository_find(job->cli->mem, &repository, err));
    const struct pv_cbom cbom = {.name = repository.name,
                                 .version = PV_STR(PAVE_VERSION),
                                 .now = pv_clock_unix_s(),
                                 .serial = serial};
    return pv_cbom_write(job->cli->mem, &cbom, &job->inventory, &job->out, err);
}

static PV_RESULT write(struct job *job, struct pv_err *err)
{
    struct pv_str format = pv_args_text(job->args, PV_OPT_INVENTORY_FORMAT);
    const struct pv_terminal *terminal = &job->cli->out;
    bool is_file = pv_args_has(job->args, PV_OPT_INVENTORY_OUTPUT);
    struct pv_paint paint = {.out = &job->out};
    if (!is_file)
        paint.style = (struct pv_report_style){terminal->has_colour, terminal->has_links,
                                               terminal->has_utf8, terminal->columns};
    if (pv_str_eq(format, PV_STR("cyclonedx")))
        return write_cbom(job, err);
    if (pv_str_eq(format, PV_STR("json")))
        pv_inventory_story_json(&job->out, &job->inventory);
    else
        PV_TRY(pv_inventory_story_text(job->cli->mem, &paint, &job->inventory, &job->catalog, err));
    return pv_buf_result(&job->out, err);
}

static PV_RESULT run(struct job *job, struct pv_err *err)
{
    const struct pv_str here = PV_STR(".");
    const struct pv_walk_options options = {0};
    const struct pv_args *args = job->args;
    struct pv_targets targets = {0};
    struct pv_str path = pv_args_text(args, PV_OPT_INVENTORY_OUTPUT);
    bool is_here = args->operands.n == 0;
    PV_TRY(pv_walk(job->cli->mem, is_here ? &here : args->operands.p,
                   is_here ? 1 : args->operands.n, &options, &targets, err));
    PV_TRY(pv_inventory_take(&targets, &job->catalog,
                             (unsigned)pv_args_number(args, PV_OPT_INVENTORY_THREADS),
                             &job->inventory, err));
    PV_TRY(write(job, err));
    if (!path.n)
        return PV_SUCCESS;
    PV_TRY(pv_save(path, pv_buf_str(&job->out), err));
    pv_buf_reset(&job->out);
    return PV_SUCCESS;
}

enum pv_exit pv_cmd_inventory(struct pv_cli *cli, const struct pv_args *args)
{
    struct job job = {.cli = cli, .args = args};
    struct pv_err err = {0};

    pv_cli_colour(cli, pv_args_text(args, PV_OPT_INVENTORY_COLOR));
    pv_interrupt_watch();
    struct pv_result result = run(&job, &err);
    enum pv_exit exit = PV_EXIT_DONE;
    if (!pv_is_ok(result))
        exit = pv_cli_fail(pv_cli_exit_of(result.code), &err);
    if (job.inventory.scan.is_partial) {
        pv_cli_say("interrupted: the inventory is not complete");
        exit = PV_EXIT_FAILED;
    }
    exit = pv_cli_worse(exit, pv_incomplete_say(&job.inventory.scan));
    size_t n_large = job.inventory.scan.counts.skip[PV_SKIP_TOO_LARGE];
    if (n_large)
        pv_cli_say("%zu file%s left out: larger than %d bytes", n_large,
                   n_large == 1 ? " was" : "s were", PV_SCAN_FILE_BYTES);
    exit = pv_cli_worse(exit, pv_cli_print(&job.out));
    pv_inventory_clear(&job.inventory);
    pv_catalog_clear(&job.catalog);
    return exit;
}
