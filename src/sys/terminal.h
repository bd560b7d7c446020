/* SPDX-License-Identifier: Apache-2.0 */
/*
 * terminal: what the reader of a stream can show.
 */
#ifndef PV_SYS_TERMINAL_H
#define PV_SYS_TERMINAL_H

#include <stdbool.h>

struct pv_terminal {
    bool is_terminal;
    bool has_colour;  /* NO_COLOR, TERM=dumb and CLICOLOR_FORCE are honoured */
    bool has_links;   /* OSC 8 hyperlinks; only where they are known to work */
    bool has_utf8;    /* LC_ALL, LC_CTYPE or LANG says UTF-8 */
    unsigned columns; /* 80 when it is not known */
};

struct pv_terminal pv_terminal_look(int descriptor);

/* The rules alone, for tests: `environment` gives a variable's value or NULL. */
struct pv_terminal pv_terminal_decide(bool is_terminal, const char *(*environment)(const char *));

#endif
