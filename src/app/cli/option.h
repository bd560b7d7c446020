/* SPDX-License-Identifier: Apache-2.0 */
/*
 * option: what may be written behind a command, and what was.
 *
 * A command's options are a table; parsing, help, manual pages and shell
 * completion all read it, so they cannot disagree.
 */
#ifndef PV_APP_CLI_OPTION_H
#define PV_APP_CLI_OPTION_H

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

#include <stdint.h>

enum pv_option_kind {
    PV_OPTION_FLAG,   /* takes no value */
    PV_OPTION_TEXT,   /* any text */
    PV_OPTION_FILE,   /* a path */
    PV_OPTION_CHOICE, /* one of the words in its value's name: "text|json" */
    PV_OPTION_COUNT,  /* a number from 1 to 9999 */
    PV_OPTION_SIZE,   /* bytes: 500, 64k, 5M, 1G */
};

struct pv_option {
    struct pv_str name;  /* without dashes */
    struct pv_str value; /* what its value is called; empty for a flag */
    struct pv_str heading;
    struct pv_str help;
    enum pv_option_kind kind;
    char letter; /* 0: none */
};

/* Another name for an option, perhaps with a value of its own: --json is --format=json. */
struct pv_option_alias {
    struct pv_str name;
    struct pv_str option;
    struct pv_str value; /* empty: takes one as the option does */
};

/* For every command that has the option; ended by an empty name. */
extern const struct pv_option_alias pv_option_aliases[];

/* Whether `option` has that other name: only where it takes the value that comes with it. */
bool pv_option_has_alias(const struct pv_option *option, const struct pv_option_alias *alias);

struct pv_options {
    const struct pv_option *p;
    size_t n;
};

struct pv_arg {
    size_t option; /* index in the table */
    struct pv_str value;
};

/* What was written. Views into the words it was read from. */
struct pv_args {
    struct pv_options options;
    PV_VEC(struct pv_arg) given;
    PV_VEC(struct pv_str) operands; /* what is not an option, in order */
};

/*
 * Reads words as people write them: --name value, --name=value, -n value, -nvalue,
 * -abc for three flags, "--" before operands that begin with a dash. "-" is an operand.
 * PV_INVALID: `err` names the word and what would have been right.
 */
PV_RESULT pv_args_parse(struct pv_arena *mem, struct pv_options options, const char *const *words,
                        size_t n_words, struct pv_args *out, struct pv_err *err);

bool pv_args_has(const struct pv_args *args, size_t option);

/* The last value that was given; p is NULL when there is none. */
struct pv_str pv_args_text(const struct pv_args *args, size_t option);

/* The last value of an option that counts or measures; 0 when there is none. */
uint64_t pv_args_number(const struct pv_args *args, size_t option);

/* All values in order; `*out` lives in `mem`. */
PV_RESULT pv_args_all(struct pv_arena *mem, const struct pv_args *args, size_t option,
                      struct pv_str **out, size_t *n_out, struct pv_err *err);

#endif
