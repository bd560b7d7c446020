/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_text: small trees written down, for tests of what works on trees.
 *
 *     (CALL CALLEE:(NAME foo) ARGS:(ARGS (NAME x) (MVAR $X)))
 *
 * ROLE: before a node is its role. What follows a kind before the first child
 * is its text, and its word unless the kind is TEXT; KIND=WORD gives a word to
 * a node with children, as for operators. Texts become the tree's text, with a
 * space between; a text with spaces or brackets is written 'so'.
 */
#ifndef PV_TESTS_SUPPORT_TREE_TEXT_H
#define PV_TESTS_SUPPORT_TREE_TEXT_H

#include "engine/ast/tree.h"

/*
 * Fails the test when `written` can't be read. Adds words when `adds_words`, as
 * a pattern does, else numbers them as a file does.
 */
void tree_of_text(struct pv_arena *mem, const char *written, struct pv_vocab *vocab,
                  bool adds_words, struct pv_tree *out);

#endif
