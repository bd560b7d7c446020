/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/paragraph.h"

void pv_paragraph_pad(struct pv_buf *out, size_t column, size_t until)
{
    if (column == until)
        return;
    do
        pv_buf_add_byte(out, ' ');
    while (++column < until);
}

static void add_words(struct pv_buf *out, struct pv_paragraph *form, struct pv_str line)
{
    struct pv_str word = {0};

    while (pv_str_split(&line, ' ', &word)) {
        bool is_first = form->column <= form->indent;
        if (!is_first && form->column + 1 + word.n > form->width) {
            pv_buf_add_byte(out, '\n');
            form->column = 0;
            is_first = true;
        }
        if (form->column < form->indent) {
            pv_paragraph_pad(out, form->column, form->indent);
            form->column = form->indent;
        }
        if (!is_first) {
            pv_buf_add_byte(out, ' ');
            form->column++;
        }
        pv_buf_add(out, word);
        form->column += word.n;
    }
}

void pv_paragraph_add(struct pv_buf *out, struct pv_paragraph form, struct pv_str text)
{
    struct pv_str line = {0};

    while (pv_str_split(&text, '\n', &line)) {
        add_words(out, &form, line);
        pv_buf_add_byte(out, '\n');
        form.column = 0;
    }
}
