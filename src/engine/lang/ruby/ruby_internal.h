/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ruby_internal: the hooks of Ruby that stand outside of ruby.c, for its table.
 */
#ifndef PV_ENGINE_LANG_RUBY_RUBY_INTERNAL_H
#define PV_ENGINE_LANG_RUBY_RUBY_INTERNAL_H

#include "engine/lang/lang_table.h"

/* Whether what stands in `role` may be a method that is called without arguments. */
enum pv_node_flag pv_ruby_bare(enum pv_role role);

/* ruby_call.c */
pv_lower_hook pv_ruby_block;
pv_lower_hook pv_ruby_block_argument;
pv_lower_hook pv_ruby_call;
pv_lower_hook pv_ruby_pair;
pv_lower_hook pv_ruby_shell;
pv_lower_hook pv_ruby_symbol;
pv_lower_hook pv_ruby_yield;

/* ruby_statement.c */
pv_lower_hook pv_ruby_begin;
pv_lower_hook pv_ruby_case;
pv_lower_hook pv_ruby_class;
pv_lower_hook pv_ruby_file;
pv_lower_hook pv_ruby_for;
pv_lower_hook pv_ruby_if;
pv_lower_hook pv_ruby_jump;
pv_lower_hook pv_ruby_method;
pv_lower_hook pv_ruby_modifier;

/* The statements of `node`, with the handlers among them if it has any, as one block. */
void pv_ruby_body(struct pv_lower *lower, TSNode node, enum pv_role role);

#endif
