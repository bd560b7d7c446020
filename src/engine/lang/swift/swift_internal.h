/* SPDX-License-Identifier: Apache-2.0 */
/*
 * swift_internal: the hooks of Swift that stand outside of swift.c, for its table.
 */
#ifndef PV_ENGINE_LANG_SWIFT_SWIFT_INTERNAL_H
#define PV_ENGINE_LANG_SWIFT_SWIFT_INTERNAL_H

#include "engine/lang/lang_table.h"

pv_lower_hook pv_swift_accessor;
pv_lower_hook pv_swift_attribute;
pv_lower_hook pv_swift_body;
pv_lower_hook pv_swift_case;
pv_lower_hook pv_swift_catch;
pv_lower_hook pv_swift_class;
pv_lower_hook pv_swift_computed;
pv_lower_hook pv_swift_do;
pv_lower_hook pv_swift_entry;
pv_lower_hook pv_swift_file;
pv_lower_hook pv_swift_for;
pv_lower_hook pv_swift_function;
pv_lower_hook pv_swift_if;
pv_lower_hook pv_swift_loop;
pv_lower_hook pv_swift_modifier;
pv_lower_hook pv_swift_pattern;
pv_lower_hook pv_swift_transfer;
pv_lower_hook pv_swift_variables;

/* The statements between braces that are among `kids`, as one block. */
void pv_swift_block(struct pv_lower *lower, struct pv_kids kids, enum pv_role role, TSNode range);

bool pv_swift_is_type(TSNode node);

#endif
