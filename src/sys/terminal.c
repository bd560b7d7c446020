/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_DEFAULT = 80, COLUMNS_MIN = 20, COLUMNS_MAX = 1000 };

static bool is_set(const char *value)
{
    return value && *value;
}

static bool is_on(const char *value)
{
    return is_set(value) && strcmp(value, "0") != 0;
}

static bool decide_colour(bool is_terminal, const char *(*environment)(const char *))
{
    const char *term = environment("TERM");
    if (is_set(environment("NO_COLOR")))
        return false;
    if (is_on(environment("CLICOLOR_FORCE")))
        return true;
    if (!is_terminal || !is_set(term) || strcmp(term, "dumb") == 0)
        return false;
    const char *wish = environment("CLICOLOR");
    return !is_set(wish) || is_on(wish);
}

/* A terminal that does not know OSC 8 may print it: only those that are known to. */
static bool decide_links(bool is_terminal, const char *(*environment)(const char *))
{
    static const char *const programs[] = {"iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty"};
    static const char *const terms[] = {"xterm-kitty", "alacritty", "foot", "xterm-ghostty"};
    const char *program = environment("TERM_PROGRAM");
    const char *term = environment("TERM");
    const char *vte = environment("VTE_VERSION");
    if (is_set(environment("FORCE_HYPERLINK")))
        return is_on(environment("FORCE_HYPERLINK"));
    if (!is_terminal || !is_set(term) || strcmp(term, "dumb") == 0)
        return false;
    for (size_t i = 0; is_set(program) && i < sizeof programs / sizeof *programs; i++)
        if (strcmp(program, programs[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        if (strcmp(term, terms[i]) == 0)
            return true;
    if (is_set(environment("WT_SESSION")) || is_set(environment("KONSOLE_VERSION")))
        return true;
    /* VTE before 0.50 crashed on some links. */
    return is_set(vte) && strtol(vte, NULL, 10) >= 5000;
}

static bool decide_utf8(const char *(*environment)(const char *))
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = environment(names[i]);
        if (is_set(value)) /* the first that is set decides, as for setlocale */
            return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
    }
    return false;
}

static unsigned usable_columns(unsigned long columns)
{
    if (columns < COLUMNS_MIN || columns > COLUMNS_MAX)
        return COLUMNS_DEFAULT;
    return (unsigned)columns;
}

struct pv_terminal pv_terminal_decide(bool is_terminal, const char *(*environment)(const char *))
{
    const char *columns = environment("COLUMNS");
    return (struct pv_terminal){
        .is_terminal = is_terminal,
        .has_colour = decide_colour(is_terminal, environment),
        .has_links = decide_links(is_terminal, environment),
        .has_utf8 = decide_utf8(environment),
        .columns = usable_columns(columns ? strtoul(columns, NULL, 10) : 0),
    };
}

static const char *environment_of_process(const char *name)
{
    return getenv(name);
}

struct pv_terminal pv_terminal_look(int descriptor)
{
    struct winsize size = {0};
    bool is_terminal = isatty(descriptor) == 1;
    struct pv_terminal terminal = pv_terminal_decide(is_terminal, environment_of_process);
    if (is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        terminal.columns = usable_columns(size.ws_col);
    return terminal;
}
