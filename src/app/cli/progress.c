/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/progress.h"

#include "base/num.h"
#include "sys/clock.h"
#include "sys/output.h"

#include <stdio.h>

enum { BAR_MAX = 30, TEXT_COLUMNS = 44, LINE_BYTES = 256 };

static const uint64_t FIRST_NS = 300000000;
static const uint64_t NEXT_NS = 100000000;

/* Back to the line's start, and nothing behind the cursor. */
#define WIPE "\r\x1b[K"

struct pv_progress pv_progress_begin(struct pv_terminal terminal, uint64_t now_ns)
{
    return (struct pv_progress){.terminal = terminal, .start_ns = now_ns};
}

static void write_text(struct pv_str text)
{
    /* A bar that cannot be drawn is not worth a word. */
    pv_ignore(pv_output_write(PV_OUTPUT_STDERR, text, NULL));
}

size_t pv_progress_line(char *out, size_t size, struct pv_terminal terminal, size_t done,
                        size_t all, size_t findings)
{
    static const char full[] = "##############################";
    static const char empty[] = "..............................";
    size_t spare = terminal.columns > TEXT_COLUMNS ? terminal.columns - TEXT_COLUMNS : 0;
    size_t width = pv_min(spare, BAR_MAX);
    size_t drawn = all ? done * width / all : 0;
    int n = 0;

    if (width > 0)
        n = snprintf(out, size, "[%.*s%.*s] %zu/%zu files, %zu findings", (int)drawn, full,
                     (int)(width - drawn), empty, done, all, findings);
    else
        n = snprintf(out, size, "%zu/%zu files", done, all);
    return n < 0 ? 0 : pv_min((size_t)n, size - 1);
}

void pv_progress_step(struct pv_progress *progress, size_t done, size_t all, size_t findings)
{
    char line[LINE_BYTES] = WIPE;
    size_t start = sizeof WIPE - 1;
    uint64_t now = 0;

    if (!progress->terminal.is_terminal)
        return;
    now = pv_clock_ns();
    if (now - progress->start_ns < FIRST_NS || now - progress->drawn_ns < NEXT_NS)
        return;
    progress->drawn_ns = now;
    size_t n = pv_progress_line(line + start, sizeof line - start, progress->terminal, done, all,
                                findings);
    write_text((struct pv_str){line, start + n});
}

void pv_progress_end(struct pv_progress *progress)
{
    if (progress->drawn_ns)
        write_text(PV_STR(WIPE));
    progress->drawn_ns = 0;
}
