/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_sound: whether a tree is one: in preorder, each node inside its parent,
 * in the array and in the text.
 */
#ifndef PV_TESTS_SUPPORT_TREE_SOUND_H
#define PV_TESTS_SUPPORT_TREE_SOUND_H

#include "engine/ast/tree.h"

bool pv_tree_is_sound(const struct pv_tree *tree);

#endif
