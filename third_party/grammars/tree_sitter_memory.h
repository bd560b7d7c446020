/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_sitter_memory: what the runtime takes while one text is parsed, given
 * back all at once.
 *
 * Between begin and end all that the runtime takes on this thread lies in the
 * memory, and trees need not be deleted; what external scanners take is theirs.
 * Without one the runtime uses malloc and free. What is freed is used again for
 * the next of its size, so that a text that the parser goes round with costs no
 * more than with malloc.
 */
#ifndef PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_MEMORY_H
#define PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_MEMORY_H

#include <stdbool.h>

struct pv_grammar_memory; /* of one thread at a time */

/* NULL when there is no memory for it. `free` takes NULL. */
struct pv_grammar_memory *pv_grammar_memory_new(void);
void pv_grammar_memory_free(struct pv_grammar_memory *memory);

/* From here on the thread's runtime uses `memory`; it must not use one already. */
void pv_grammar_memory_begin(struct pv_grammar_memory *memory);

/* The thread's memory is empty, and not used any more. Does nothing when there is none. */
void pv_grammar_memory_end(void);

/* Whether what the runtime makes now goes with a memory by itself. */
bool pv_grammar_memory_is_used(void);

#endif
