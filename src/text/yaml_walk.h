/* SPDX-License-Identifier: Apache-2.0 */
/*
 * yaml_walk: the events of a YAML text in order, with the bytes that each is.
 *
 * For those who need the text as it was written; doc.h gives values.
 */
#ifndef PV_TEXT_YAML_WALK_H
#define PV_TEXT_YAML_WALK_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

enum pv_yaml_type {
    PV_YAML_DOCUMENT, /* one starts */
    PV_YAML_SCALAR,
    PV_YAML_ALIAS,
    PV_YAML_LIST,
    PV_YAML_MAP,
    PV_YAML_END, /* of the innermost list or map */
};

struct pv_yaml_event {
    enum pv_yaml_type type;
    bool is_plain;      /* a scalar without quotes, of no block */
    bool is_block;      /* a scalar of lines that follow */
    bool is_flow;       /* a collection in brackets */
    struct pv_str text; /* of a scalar, escapes resolved; of an alias, its name */
    struct pv_str anchor;
    struct pv_str tag;
    uint32_t start; /* bytes; the end of a collection not in brackets may lie behind blanks */
    uint32_t end;
};

/* Texts live as long as the call. */
typedef PV_RESULT pv_yaml_visit(void *context, const struct pv_yaml_event *event,
                                struct pv_err *err);

/*
 * Gives each event to `visit`. PV_SYNTAX where it is no YAML, which err->offset
 * says in bytes; PV_NO_MEMORY; what `visit` returns ends the walk.
 */
PV_RESULT pv_yaml_walk(struct pv_str text, pv_yaml_visit *visit, void *context, struct pv_err *err);

#endif
