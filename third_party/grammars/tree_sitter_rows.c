/* SPDX-License-Identifier: Apache-2.0 */
#include "tree_sitter_rows.h"

#include <stdlib.h>
#include <string.h>

_Thread_local struct pv_grammar_rows *pv_grammar_rows;

/* Empty, with room for the rows of `language`. */
static bool begin(struct pv_grammar_rows *rows, const TSLanguage *language)
{
    size_t n_cells = (size_t)PV_GRAMMAR_ROWS * language->symbol_count;
    if (rows->n_cells < n_cells) {
        pv_grammar_rows_clear(rows);
        rows->cells = malloc(n_cells * sizeof *rows->cells);
        if (!rows->cells)
            return false;
        rows->n_cells = n_cells;
    }
    rows->language = language;
    memset(rows->states, 0, sizeof rows->states);
    return true;
}

const uint16_t *pv_grammar_rows_write(struct pv_grammar_rows *rows, const TSLanguage *language,
                                      TSStateId state)
{
    if (rows->language != language && !begin(rows, language))
        return NULL;
    uint16_t *row = &rows->cells[(size_t)(state % PV_GRAMMAR_ROWS) * language->symbol_count];
    const uint16_t *at =
        &language->small_parse_table[language->small_parse_table_map[state -
                                                                     language->large_state_count]];
    memset(row, 0, language->symbol_count * sizeof *row);
    /* A list of groups: a value, how many symbols have it, and which. */
    for (unsigned groups = *at++; groups > 0; groups--) {
        uint16_t value = *at++;
        for (unsigned symbols = *at++; symbols > 0; symbols--)
            row[*at++] = value;
    }
    rows->states[state % PV_GRAMMAR_ROWS] = state;
    return row;
}

void pv_grammar_rows_clear(struct pv_grammar_rows *rows)
{
    free(rows->cells);
    *rows = (struct pv_grammar_rows){0};
}
