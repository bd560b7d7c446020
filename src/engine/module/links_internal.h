/* SPDX-License-Identifier: Apache-2.0 */
/*
 * links_internal: what the files that build links share.
 */
#ifndef PV_ENGINE_MODULE_LINKS_INTERNAL_H
#define PV_ENGINE_MODULE_LINKS_INTERNAL_H

#include "engine/module/links.h"

/* One more link, if it is not there and is not of a file to itself. */
PV_RESULT pv_links_add(struct pv_arena *mem, struct pv_links *links, uint32_t user, uint32_t used,
                       struct pv_err *err);

/* The links of languages that import files by their paths: links_path.c. */
PV_RESULT pv_links_add_paths(struct pv_arena *mem, struct pv_links *links, struct pv_err *err);

#endif
