/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scala_internal: the hooks of Scala that stand outside of scala.c, for its table.
 */
#ifndef PV_ENGINE_LANG_SCALA_SCALA_INTERNAL_H
#define PV_ENGINE_LANG_SCALA_SCALA_INTERNAL_H

#include "engine/lang/lang_table.h"

pv_lower_hook pv_scala_annotation;
pv_lower_hook pv_scala_block;
pv_lower_hook pv_scala_body;
pv_lower_hook pv_scala_case;
pv_lower_hook pv_scala_catch;
pv_lower_hook pv_scala_class;
pv_lower_hook pv_scala_file;
pv_lower_hook pv_scala_finally;
pv_lower_hook pv_scala_for;
pv_lower_hook pv_scala_function;
pv_lower_hook pv_scala_if;
pv_lower_hook pv_scala_import;
pv_lower_hook pv_scala_interpolation;
pv_lower_hook pv_scala_loop;
pv_lower_hook pv_scala_match;
pv_lower_hook pv_scala_string;
pv_lower_hook pv_scala_template;
pv_lower_hook pv_scala_try;
pv_lower_hook pv_scala_variables;

/* Blanks the types in `{ x: T => ... }`, which the grammar can't read. */
void pv_scala_blank(char *text, size_t n);

/* `if` where a value is asked for. */
void pv_scala_choice(struct pv_lower *lower, TSNode node, enum pv_role role);

/* The named ones of `kids` as statements. */
void pv_scala_stmts(struct pv_lower *lower, struct pv_kids kids);

#endif
