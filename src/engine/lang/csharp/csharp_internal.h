/* SPDX-License-Identifier: Apache-2.0 */
/*
 * csharp_internal: the hooks of C# that lower declarations, for its table.
 */
#ifndef PV_ENGINE_LANG_CSHARP_CSHARP_INTERNAL_H
#define PV_ENGINE_LANG_CSHARP_CSHARP_INTERNAL_H

#include "engine/lang/lang_table.h"

pv_lower_hook pv_csharp_accessor;
pv_lower_hook pv_csharp_arrow;
pv_lower_hook pv_csharp_attribute;
pv_lower_hook pv_csharp_attributes;
pv_lower_hook pv_csharp_conditional;
pv_lower_hook pv_csharp_constructor_call;
pv_lower_hook pv_csharp_declaration_pattern;
pv_lower_hook pv_csharp_modifier;
pv_lower_hook pv_csharp_namespace;
pv_lower_hook pv_csharp_parameters;
pv_lower_hook pv_csharp_property;
pv_lower_hook pv_csharp_using;
pv_lower_hook pv_csharp_using_directive;
pv_lower_hook pv_csharp_variables;

/* Blanks, in a copy of a file, what the grammar does not know: csharp_text.c. */
void pv_csharp_blank(char *text, size_t n);

#endif
