/* SPDX-License-Identifier: Apache-2.0 */
/*
 * paragraph: text broken into lines for reading.
 */
#ifndef PV_APP_CLI_PARAGRAPH_H
#define PV_APP_CLI_PARAGRAPH_H

#include "base/buf.h"
#include "base/str.h"

struct pv_paragraph {
    size_t column; /* where the text stands now */
    size_t indent; /* where its next lines begin */
    size_t width;
};

/*
 * Adds the words of `text`, each line at most `width` columns if words allow, and a line end.
 * A line end in the text stays one.
 */
void pv_paragraph_add(struct pv_buf *out, struct pv_paragraph form, struct pv_str text);

/* Spaces from `column` up to `until`; at least one when they are not the same. */
void pv_paragraph_pad(struct pv_buf *out, size_t column, size_t until);

#endif
