/* SPDX-License-Identifier: Apache-2.0 */
/*
 * dockerfile_internal: building the tree of a Dockerfile, instruction by
 * instruction. Offsets are bytes of the file throughout.
 */
#ifndef PV_ENGINE_LANG_DOCKERFILE_DOCKERFILE_INTERNAL_H
#define PV_ENGINE_LANG_DOCKERFILE_DOCKERFILE_INTERNAL_H

#include "engine/lang/lang_internal.h"

struct pv_docker {
    const struct pv_lower_job *job;
    const struct pv_parse_options *options;
    struct pv_err *err;
    struct pv_result failure; /* the first; what comes after it does nothing */
    struct pv_str text;
    char *code;  /* the text with what interrupts an instruction blanked */
    char escape; /* what continues a line */
    pv_node parent;
};

/* Bytes of the file; empty when start == end. */
struct pv_span {
    uint32_t start;
    uint32_t end;
};

/* An instruction: its own lines, and the here-documents behind them. */
struct pv_docker_line {
    struct pv_span span; /* without blanks at its end */
    struct pv_span heredoc;
    uint32_t end;   /* with its here-documents */
    uint32_t after; /* where the next line begins */
};

/* Whether one begins at or behind `at`; blanks what interrupts it: dockerfile_line.c. */
bool pv_docker_next(struct pv_docker *d, uint32_t at, struct pv_docker_line *out);

/* The escape directive, if the file begins with one; else a backslash. */
char pv_docker_escape(struct pv_str text);

/* Takes the first word off `rest`; false when there is none: dockerfile_line.c. */
bool pv_docker_word(const struct pv_docker *d, struct pv_span *rest, struct pv_span *out);

struct pv_str pv_docker_text(const struct pv_docker *d, struct pv_span span);

bool pv_docker_is_instruction(struct pv_str text);

/* Building: dockerfile_build.c. */
void pv_docker_open(struct pv_docker *d, enum pv_kind kind, enum pv_role role, struct pv_span span);
void pv_docker_name(struct pv_docker *d, struct pv_str word, uint8_t flags);
void pv_docker_close(struct pv_docker *d);
void pv_docker_leaf(struct pv_docker *d, enum pv_kind kind, enum pv_role role, struct pv_span span);

/* Whether the span is one hole of a pattern, and nothing else. */
bool pv_docker_is_hole(const struct pv_docker *d, struct pv_span span);

/* A word, which may be quoted and have expansions in it: dockerfile_word.c. */
void pv_docker_value(struct pv_docker *d, enum pv_role role, struct pv_span span);

/* A list of strings in brackets; false, and nothing built, when it is none. */
bool pv_docker_array(struct pv_docker *d, enum pv_role role, struct pv_span span);

/* The commands in `span`, as Bash: dockerfile_shell.c. */
void pv_docker_shell(struct pv_docker *d, enum pv_role role, struct pv_span span);

#endif
