/* SPDX-License-Identifier: Apache-2.0 */
/*
 * properties: what *.properties files of the scanned tree say, so that
 * `properties.getProperty("hash")` is a constant where it is known which file was
 * loaded. Format: java.util.Properties, class documentation of Java SE 17.
 */
#ifndef PV_ENGINE_FACTS_PROPERTIES_H
#define PV_ENGINE_FACTS_PROPERTIES_H

#include "base/map.h"
#include "base/vec.h"

/* Zero is empty. Immutable once all files are added; shared by threads. */
struct pv_properties {
    struct pv_map keys;           /* "NAME\nKEY": number in `values` */
    PV_VEC(struct pv_str) values; /* p is NULL where files of one name disagree */
};

/*
 * Adds a file by its name without folders. Escapes and lines that are continued
 * are left out: their values are not known. PV_NO_MEMORY, PV_LIMIT.
 */
PV_RESULT pv_properties_add(struct pv_arena *mem, struct pv_properties *properties,
                            struct pv_str name, struct pv_str text, struct pv_err *err);

/* False when the file is not there, has no such key, or the value is not known. */
bool pv_properties_find(const struct pv_properties *properties, struct pv_str name,
                        struct pv_str key, struct pv_str *out);

#endif
