/* SPDX-License-Identifier: Apache-2.0 */
/*
 * service_text: a service from the text of a catalog file.
 */
#ifndef PV_TESTS_SUPPORT_SERVICE_TEXT_H
#define PV_TESTS_SUPPORT_SERVICE_TEXT_H

#include "risk/service.h"

/* The first Component of `catalog`, with all that the text says, on a day (0: no day). */
struct pv_service service_of(struct pv_arena *mem, const char *catalog, int64_t now);

#endif
