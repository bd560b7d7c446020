/* SPDX-License-Identifier: Apache-2.0 */
/*
 * doc: a value read from YAML or JSON, with the place of each part.
 *
 * YAML 1.1 by libyaml, narrowed to what configuration needs: plain `true` and
 * `false` are the only Booleans (yes, no, on and off stay text), decimal
 * numbers are numbers, and everything else that is plain is text: 0123, 0x1f,
 * 1_000 and 12:30 too. A key stands once in its map and, unless "? " is before it,
 * has at most 1,024 bytes; "<<" does not merge; no tag changes what a value is.
 * JSON is read as the YAML that it almost is.
 */
#ifndef PV_TEXT_DOC_H
#define PV_TEXT_DOC_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

enum pv_doc_kind {
    PV_DOC_NULL,
    PV_DOC_BOOL,
    PV_DOC_INT,
    PV_DOC_FLOAT,
    PV_DOC_TEXT,
    PV_DOC_LIST,
    PV_DOC_MAP,
};

enum pv_doc_style {
    PV_DOC_PLAIN,
    PV_DOC_QUOTED,
    PV_DOC_BLOCK, /* a literal or folded block: its text starts on the next line */
};

/* Both 1-based; columns count characters. */
struct pv_doc_place {
    uint32_t line;
    uint32_t column;
};

struct pv_doc {
    enum pv_doc_kind kind;
    enum pv_doc_style style;
    struct pv_doc_place place;
    struct pv_str text;   /* of every scalar, as written, escapes resolved */
    int64_t number;       /* BOOL: 0 or 1; INT */
    double real;          /* INT and FLOAT */
    struct pv_doc *items; /* LIST: values; MAP: values in written order */
    struct pv_doc_key *keys;
    size_t n;
};

struct pv_doc_key {
    struct pv_str text;
    struct pv_doc_place place;
};

/* Where a text could not be read; the line and column are also in err->text. */
struct pv_doc_error {
    struct pv_doc_place place;
};

/*
 * Reads the documents of `text`: `*out` is a list of them, in `mem`. Texts are
 * copies. PV_SYNTAX, or PV_LIMIT; `at` may be NULL.
 */
PV_RESULT pv_doc_read_all(struct pv_arena *mem, struct pv_str text, struct pv_doc *out,
                          struct pv_doc_error *at, struct pv_err *err);

/* As pv_doc_read_all for a text with exactly one document; an empty text is a PV_DOC_NULL. */
PV_RESULT pv_doc_read(struct pv_arena *mem, struct pv_str text, struct pv_doc *out,
                      struct pv_doc_error *at, struct pv_err *err);

/* The value of `key`; NULL when `doc` is NULL, no map, or has no such key. */
const struct pv_doc *pv_doc_get(const struct pv_doc *doc, struct pv_str key);

/* Whether it is a scalar of any kind, and so has text. */
bool pv_doc_is_scalar(const struct pv_doc *doc);

/* Views into a doc. */
struct pv_doc_texts {
    const struct pv_doc *p;
    size_t n;
};

/*
 * Where one may be written or several: a scalar as a list of one, a list as it is (its items may be
 * anything; those that are no scalars have no text), and none of NULL, of null and of maps.
 */
struct pv_doc_texts pv_doc_texts(const struct pv_doc *doc);

/* "a list", "text"; static. */
const char *pv_doc_kind_name(enum pv_doc_kind kind);

/* Adds "libyaml 0.2.5": the library as it runs. */
struct pv_buf;
void pv_doc_add_library(struct pv_buf *out);

#endif
