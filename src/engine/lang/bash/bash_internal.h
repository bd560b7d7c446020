/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bash_internal: the hooks of Bash's statements, for its table.
 */
#ifndef PV_ENGINE_LANG_BASH_BASH_INTERNAL_H
#define PV_ENGINE_LANG_BASH_BASH_INTERNAL_H

#include "engine/lang/lang_table.h"

/* Statements in braces, between `do` and `done`, behind `else`, and of a file. */
pv_lower_hook pv_bash_block;
/* (a; b), $(a), `a` */
pv_lower_hook pv_bash_commands;
pv_lower_hook pv_bash_if;
pv_lower_hook pv_bash_while;
pv_lower_hook pv_bash_for;
pv_lower_hook pv_bash_case;
/* a | b, a && b */
pv_lower_hook pv_bash_list;

#endif
