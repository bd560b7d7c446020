/* SPDX-License-Identifier: Apache-2.0 */
/*
 * javascript_internal: hooks in more than one file.
 */
#ifndef PV_ENGINE_LANG_JAVASCRIPT_JAVASCRIPT_INTERNAL_H
#define PV_ENGINE_LANG_JAVASCRIPT_JAVASCRIPT_INTERNAL_H

#include "engine/lang/lang_table.h"

/* javascript_module.c */
pv_lower_hook pv_js_export;
pv_lower_hook pv_js_import;

/* javascript_apart.c */
pv_lower_hook pv_js_pair;
pv_lower_hook pv_js_short_pair;

/* For `blank`: leaves of a page its scripts alone: javascript_markup.c. */
void pv_js_blank_markup(char *text, size_t n);

#endif
