/* SPDX-License-Identifier: Apache-2.0 */
/*
 * c_internal: the hooks of C++ for the table that it shares with C: cpp.c.
 */
#ifndef PV_ENGINE_LANG_C_C_INTERNAL_H
#define PV_ENGINE_LANG_C_C_INTERNAL_H

#include "engine/lang/lang_table.h"

pv_lower_hook pv_c_call;
pv_lower_hook pv_c_literal;
pv_lower_hook pv_cpp_catch;
pv_lower_hook pv_cpp_delete;
pv_lower_hook pv_cpp_for_range;
pv_lower_hook pv_cpp_lambda;
pv_lower_hook pv_cpp_namespace;
pv_lower_hook pv_cpp_new;
pv_lower_hook pv_cpp_qualified;
pv_lower_hook pv_cpp_raw_string;
pv_lower_hook pv_cpp_template;
pv_lower_hook pv_cpp_template_name;
pv_lower_hook pv_cpp_using;
/* a::b as a value, whatever the grammar takes it for. */
pv_lower_hook pv_cpp_qualified_value;

/* `T x(a);` within a function, where `a` may be a value: cpp_construct.c. */
bool pv_cpp_is_construction(TSNode declaration, TSNode function);
void pv_cpp_construct(struct pv_lower *lower, TSNode parameters);

#endif
