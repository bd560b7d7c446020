/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rust_internal: the hooks of Rust's table that are not in rust.c: what stands
 * in lists of statements in rust_statement.c, macros in rust_macro.c, and the texts
 * that these fill in in rust_format.c.
 */
#ifndef PV_ENGINE_LANG_RUST_RUST_INTERNAL_H
#define PV_ENGINE_LANG_RUST_RUST_INTERNAL_H

#include "engine/lang/lang_table.h"

pv_lower_hook pv_rust_attribute;
pv_lower_hook pv_rust_case;
pv_lower_hook pv_rust_macro;
pv_lower_hook pv_rust_params;
pv_lower_hook pv_rust_stmts;
/* What is in the brackets of a macro or an attribute: arguments, or a tuple among those. */
pv_lower_hook pv_rust_tokens;
pv_lower_hook pv_rust_use;

/* Whether the macro of this name, with its mark, fills in a text. */
bool pv_rust_is_format(struct pv_str name);
/* Adds the variables that the text among the tokens of `tree` names in braces. */
void pv_rust_captures(struct pv_lower *lower, TSNode tree);

#endif
