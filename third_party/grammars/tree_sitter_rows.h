/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_sitter_rows: rows of a grammar's parse table, written out.
 *
 * Most states of a grammar are kept as lists of the symbols that they know, which
 * the runtime searches from the start each time; where a text can't be read it asks
 * a state for every symbol there is. Here the row of a state is written out the
 * first time that it is asked for, and looked up from then on.
 *
 * Put before the runtime's sources, in place of its ts_language_lookup.
 */
#ifndef PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_ROWS_H
#define PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_ROWS_H

#include "tree_sitter_runtime.h"

#define ts_language_lookup pv_language_search /* what the runtime itself does */
#include "language.h"
#undef ts_language_lookup

enum { PV_GRAMMAR_ROWS = 512 };

/* Of one grammar at a time. */
struct pv_grammar_rows {
    const TSLanguage *language;
    uint16_t *cells;                  /* PV_GRAMMAR_ROWS rows of a cell for each symbol */
    size_t n_cells;                   /* that there is room for */
    uint16_t states[PV_GRAMMAR_ROWS]; /* whose row it is; 0, which has no list: nobody's */
};

/* The thread's; NULL: states are searched. */
extern _Thread_local struct pv_grammar_rows *pv_grammar_rows;

/* The row of a state of `language` that is kept as a list; NULL when there is no memory for it. */
const uint16_t *pv_grammar_rows_write(struct pv_grammar_rows *rows, const TSLanguage *language,
                                      TSStateId state);

void pv_grammar_rows_clear(struct pv_grammar_rows *rows);

static inline uint16_t ts_language_lookup(const TSLanguage *self, TSStateId state, TSSymbol symbol)
{
    if (state < self->large_state_count)
        return self->parse_table[state * self->symbol_count + symbol];
    struct pv_grammar_rows *rows = pv_grammar_rows;
    if (!rows)
        return pv_language_search(self, state, symbol);
    size_t at = state % PV_GRAMMAR_ROWS;
    if (rows->language == self && rows->states[at] == state)
        return rows->cells[at * self->symbol_count + symbol];
    const uint16_t *row = pv_grammar_rows_write(rows, self, state);
    return row ? row[symbol] : pv_language_search(self, state, symbol);
}

/* In place of one that searches. */
#define ts_language_has_actions(self, state, symbol) (ts_language_lookup(self, state, symbol) != 0)

#endif
