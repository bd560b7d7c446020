/* SPDX-License-Identifier: Apache-2.0 */
/*
 * paint: text for a terminal: colours by meaning, links, wrapping, and code
 * that cannot steer the terminal that it is shown on.
 */
#ifndef PV_ENGINE_REPORT_PAINT_H
#define PV_ENGINE_REPORT_PAINT_H

#include "base/buf.h"
#include "engine/report/report.h"

/* What a piece of text means, not how it looks; the looks are in ink.def. */
enum pv_ink {
#define X(name, code) PV_INK_##name,
#include "engine/report/ink.def"
#undef X
};

struct pv_paint {
    struct pv_buf *out;
    struct pv_report_style style;
};

void pv_paint_begin(struct pv_paint *paint, enum pv_ink ink);
void pv_paint_end(struct pv_paint *paint);
void pv_paint(struct pv_paint *paint, enum pv_ink ink, struct pv_str text);

/*
 * Text from outside. Control characters, and those that reorder text, are
 * shown as U+FFFD (or ?); a tab becomes spaces up to the next multiple of four.
 */
void pv_paint_clean(struct pv_paint *paint, struct pv_str text);

/* How many columns pv_paint_clean takes for `text` when it starts at column 0. */
size_t pv_paint_width(struct pv_str text);

/* How many bytes of `text` fit into so many columns; whole characters only. */
size_t pv_paint_fit(struct pv_str text, size_t columns);

/* How wide the output is. */
size_t pv_paint_columns(const struct pv_paint *paint);

/* Words of `text`, wrapped, each line behind `indent` spaces; ends the line. */
void pv_paint_wrapped(struct pv_paint *paint, size_t indent, struct pv_str text);

/* `label` as a link to a place in a file, where links work. */
void pv_paint_place(struct pv_paint *paint, struct pv_str folder, struct pv_str path,
                    struct pv_str label);

#endif
