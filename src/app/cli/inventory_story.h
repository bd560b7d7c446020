/* SPDX-License-Identifier: Apache-2.0 */
/*
 * inventory_story: an inventory of cryptography, for people and for programs.
 */
#ifndef PV_APP_CLI_INVENTORY_STORY_H
#define PV_APP_CLI_INVENTORY_STORY_H

#include "engine/report/paint.h"
#include "inventory/inventory.h"

/* A line for each algorithm and library, then how far each service has come. PV_NO_MEMORY. */
PV_RESULT pv_inventory_story_text(struct pv_arena *mem, struct pv_paint *paint,
                                  const struct pv_inventory *inventory, struct pv_catalog *catalog,
                                  struct pv_err *err);

/* A line of JSON for each use. */
void pv_inventory_story_json(struct pv_buf *out, const struct pv_inventory *inventory);

#endif
