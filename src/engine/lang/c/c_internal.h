/* SPDX-License-Identifier: Apache-2.0 */
/*
 * c_internal: the hooks of C++ for the table that it shares with C: cpp.c.
 */
#ifndef PV_ENGINE_LANG_C_C_INTERNAL_H
#define PV_ENGINE_LANG_C_C_INTERNAL_H

#include "engine/lang/lang_table.h"

pv_lower_hook pv_c_literal;
pv_lower_hook pv_cpp_catch;
pv_lower_hook pv_cpp_for_range;
pv_lower_hook pv_cpp_lambda;
pv_lower_hook pv_cpp_namespace;
pv_lower_hook pv_cpp_new;
pv_lower_hook pv_cpp_qualified;
pv_lower_hook pv_cpp_raw_string;
pv_lower_hook pv_cpp_template;
pv_lower_hook pv_cpp_template_name;
pv_lower_hook pv_cpp_using;

#endif
