/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lang_text: what code becomes, written as tree_text writes trees, so that a
 * test can state it in a line.
 *
 *     x = f(1);    (EXPR_STMT; VALUE:(ASSIGN== TARGET:(NAME x) VALUE:(CALL …)))
 *
 * A semicolon after the kind is PV_NODE_SEMICOLON.
 */
#ifndef PV_TESTS_SUPPORT_LANG_TEXT_H
#define PV_TESTS_SUPPORT_LANG_TEXT_H

#include "base/buf.h"
#include "engine/lang/lang.h"

/* Lowers `code` and writes what stands in the file. Fails the test when it can't be lowered. */
void text_of_code(const char *lang, struct pv_str code, struct pv_buf *out);

struct lang_case {
    const char *code;
    const char *tree;
};

/* Fails the test at the first case whose code becomes another tree, and says which. */
void check_lang_cases(const char *lang, const struct lang_case *cases, size_t n);

void check_pattern_cases(const char *lang, const struct lang_case *cases, size_t n);

#endif
