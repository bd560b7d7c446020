/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rust_internal: the hooks of Rust's table that are not in rust.c: what stands
 * in lists of statements in rust_statement.c, macros in rust_macro.c.
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

#endif
