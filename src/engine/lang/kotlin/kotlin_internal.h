/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kotlin_internal: the hooks of Kotlin that stand outside of kotlin.c, for its table.
 */
#ifndef PV_ENGINE_LANG_KOTLIN_KOTLIN_INTERNAL_H
#define PV_ENGINE_LANG_KOTLIN_KOTLIN_INTERNAL_H

#include "engine/lang/lang_table.h"

pv_lower_hook pv_kotlin_annotated;
pv_lower_hook pv_kotlin_accessor;
pv_lower_hook pv_kotlin_base;
pv_lower_hook pv_kotlin_block;
pv_lower_hook pv_kotlin_catch;
pv_lower_hook pv_kotlin_class;
pv_lower_hook pv_kotlin_constructor_call;
pv_lower_hook pv_kotlin_do;
pv_lower_hook pv_kotlin_file;
pv_lower_hook pv_kotlin_for;
pv_lower_hook pv_kotlin_function;
pv_lower_hook pv_kotlin_function_body;
pv_lower_hook pv_kotlin_if;
pv_lower_hook pv_kotlin_import;
pv_lower_hook pv_kotlin_modifier;
pv_lower_hook pv_kotlin_object;
pv_lower_hook pv_kotlin_parameter;
pv_lower_hook pv_kotlin_parameters;
pv_lower_hook pv_kotlin_property;
pv_lower_hook pv_kotlin_string;
pv_lower_hook pv_kotlin_type_test;
pv_lower_hook pv_kotlin_variable;
pv_lower_hook pv_kotlin_when;
pv_lower_hook pv_kotlin_when_entry;
pv_lower_hook pv_kotlin_while;

/* The named ones of `kids` as statements. */
void pv_kotlin_stmts(struct pv_lower *lower, struct pv_kids kids);

/* What a variable declaration names, as the target of the node that is open, and its type. */
void pv_kotlin_target(struct pv_lower *lower, TSNode declaration);

/* Blanks, in a copy of a file, what the grammar does not know: kotlin_text.c. */
void pv_kotlin_blank(char *text, size_t n);

#endif
