/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/cli.h"

#include "sys/output.h"

#include <stdarg.h>
#include <stdio.h>

enum { LINE_MAX_BYTES = 4096 };

void pv_cli_colour(struct pv_cli *cli, struct pv_str when)
{
    bool is_always = pv_str_eq(when, PV_STR("always"));

    if (!is_always && !pv_str_eq(when, PV_STR("never")))
        return;
    cli->out.has_colour = is_always;
    cli->err.has_colour = is_always;
    if (!is_always) {
        cli->out.has_links = false;
        cli->err.has_links = false;
    }
}

/* File names come from strangers; a terminal would obey the control bytes in them. */
static void mask_control(char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool is_c1 = byte == 0xc2 && i + 1 < n && (unsigned char)text[i + 1] < 0xa0;
        if (byte < 0x20 || byte == 0x7f || is_c1)
            text[i] = '?';
        if (is_c1)
            text[i + 1] = '?';
    }
}

void pv_cli_say(const char *format, ...)
{
    char line[LINE_MAX_BYTES] = "pave: ";
    size_t start = sizeof("pave: ") - 1;
    va_list args;

    va_start(args, format);
    int n = vsnprintf(line + start, sizeof line - start - 1, format, args);
    va_end(args);
    if (n < 0)
        return;
    size_t end = start + (size_t)n;
    if (end > sizeof line - 2)
        end = sizeof line - 2;
    mask_control(line, end);
    line[end] = '\n';
    /* Nobody is left to tell when the error stream fails. */
    pv_ignore(pv_output_write(PV_OUTPUT_STDERR, (struct pv_str){line, end + 1}, NULL));
}

enum pv_exit pv_cli_fail(enum pv_exit exit, const struct pv_err *err)
{
    pv_cli_say("%s", err->text[0] ? err->text : pv_code_meaning(err->code));
    return exit;
}

enum pv_exit pv_cli_exit_of(enum pv_code code)
{
    switch (code) {
    case PV_OK: return PV_EXIT_DONE;
    case PV_SYNTAX:
    case PV_RANGE:
    case PV_NOT_FOUND:
    case PV_EXISTS:
    case PV_UNSUPPORTED:
    case PV_INVALID: return PV_EXIT_USAGE;
    case PV_NO_MEMORY:
    case PV_LIMIT:
    case PV_DENIED:
    case PV_IO:
    case PV_STOPPED: break;
    }
    return PV_EXIT_FAILED;
}

enum pv_exit pv_cli_print(struct pv_buf *text)
{
    struct pv_err err = {0};
    struct pv_result result = pv_buf_result(text, &err);

    /* Half a result would pass for a whole one. */
    if (pv_is_ok(result))
        result = pv_output_write(PV_OUTPUT_STDOUT, pv_buf_str(text), &err);
    pv_buf_clear(text);
    if (pv_is_ok(result) || result.code == PV_STOPPED)
        return PV_EXIT_DONE;
    pv_cli_say("standard output: %s", err.text);
    return PV_EXIT_FAILED;
}

enum pv_exit pv_cli_worse(enum pv_exit a, enum pv_exit b)
{
    return a > b ? a : b;
}
