/* SPDX-License-Identifier: Apache-2.0 */
/* What --time says: stages, then the rules and the files that took longest. */
#include "app/cli/scan_job.h"
#include "base/num.h"
#include "sys/usage.h"

#include <inttypes.h>
#include <stdlib.h>

enum { SLOWEST = 10 };

static double ms(uint64_t ns)
{
    return (double)ns / 1e6;
}

static void say_stages(const struct pv_scan_job *job)
{
    const struct pv_scan_times *times = &job->result.times;
    const struct pv_scan_counts *counts = &job->result.counts;

    pv_cli_say("time: %.1f ms for the rules, then %.1f ms on %u thread%s; %zu MB",
               ms(job->rules_ns), ms(times->wall_ns), counts->threads,
               counts->threads == 1 ? "" : "s", pv_usage_peak_bytes() >> 20);
    pv_cli_say(
        "of all threads together: reading %.1f, prefilter %.1f, parsing %.1f, matching %.1f ms",
        ms(times->read_ns), ms(times->prefilter_ns), ms(times->parse_ns), ms(times->match_ns));
    pv_cli_say("parsed %zu of %zu KB", counts->bytes_parsed >> 10, counts->bytes_read >> 10);
    if (counts->joined > 0)
        pv_cli_say("followed values into %zu file%s from others; not all others for %zu",
                   counts->joined, counts->joined == 1 ? "" : "s", counts->cut);
}

/* Of which files it is not known all that others bring to them. */
static void say_left(const struct pv_scan_result *result)
{
    size_t n = 0;

    for (size_t i = 0; i < result->n_files; i++) {
        const struct pv_scan_file *file = &result->files[i];
        if (file->left.n > 0 && n++ < SLOWEST)
            pv_cli_say("%.*s: %.*s", PV_STR_FMT(file->path), PV_STR_FMT(file->left));
    }
    if (n > SLOWEST)
        pv_cli_say("the same for %zu more: --json names all", n - SLOWEST);
}

static void say_rules(const struct pv_scan_result *result)
{
    for (size_t i = 0; i < pv_min(result->n_rule_times, SLOWEST); i++) {
        const struct pv_rule_time *time = &result->rule_times[i];
        if (time->files == 0)
            break;
        if (i == 0)
            pv_cli_say("rules by the time that they took:");
        pv_cli_say("%10.2f ms  %zu file%s  %.*s", ms(time->time_ns), time->files,
                   time->files == 1 ? " " : "s", PV_STR_FMT(time->rule->check_id));
    }
}

/* The slowest files, the slowest first; `slowest` has room for SLOWEST. */
static size_t find_slowest(const struct pv_scan_result *result, const struct pv_scan_file **slowest)
{
    size_t n = 0;

    for (size_t i = 0; i < result->n_files; i++) {
        const struct pv_scan_file *file = &result->files[i];
        size_t at = n;
        while (at > 0 && slowest[at - 1]->time_ns < file->time_ns)
            at--;
        if (at == SLOWEST || file->time_ns == 0)
            continue;
        n = pv_min(n + 1, SLOWEST);
        for (size_t k = n - 1; k > at; k--)
            slowest[k] = slowest[k - 1];
        slowest[at] = file;
    }
    return n;
}

static void say_files(const struct pv_scan_result *result)
{
    const struct pv_scan_file *slowest[SLOWEST] = {0};
    size_t n = find_slowest(result, slowest);

    if (n > 0)
        pv_cli_say("files by the time that they took:");
    for (size_t i = 0; i < n; i++)
        pv_cli_say("%10.2f ms  %zu KB  %.*s", ms(slowest[i]->time_ns), slowest[i]->size_bytes >> 10,
                   PV_STR_FMT(slowest[i]->path));
}

void pv_scan_job_say_times(const struct pv_scan_job *job)
{
    say_stages(job);
    say_left(&job->result);
    say_rules(&job->result);
    say_files(&job->result);
}
