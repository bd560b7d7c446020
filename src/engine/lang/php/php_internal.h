/* SPDX-License-Identifier: Apache-2.0 */
/*
 * php_internal: the hooks of PHP that stand outside of php.c, for its table.
 */
#ifndef PV_ENGINE_LANG_PHP_PHP_INTERNAL_H
#define PV_ENGINE_LANG_PHP_PHP_INTERNAL_H

#include "engine/lang/lang_table.h"

/* php_name.c */
pv_lower_hook pv_php_call;
pv_lower_hook pv_php_name;
pv_lower_hook pv_php_type;
/* `f(...)` of a file: a closure of what is called. False for any other call. */
bool pv_php_closure(struct pv_lower *lower, TSNode node, TSNode object, enum pv_role role);

/* php_declare.c */
pv_lower_hook pv_php_attribute;
pv_lower_hook pv_php_constants;
pv_lower_hook pv_php_lambda;
pv_lower_hook pv_php_parameter;
pv_lower_hook pv_php_properties;

/* php_statement.c */
pv_lower_hook pv_php_array;
pv_lower_hook pv_php_list;
pv_lower_hook pv_php_element;
pv_lower_hook pv_php_foreach;
pv_lower_hook pv_php_heredoc;
pv_lower_hook pv_php_if;
pv_lower_hook pv_php_match_arm;
pv_lower_hook pv_php_shell;
pv_lower_hook pv_php_string;

/* Blanks, in a copy of a file, what the grammar does not know: php_declare.c. */
void pv_php_blank(char *text, size_t n);

#endif
