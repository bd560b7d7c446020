/* SPDX-License-Identifier: Apache-2.0 */
/*
 * uri: paths as parts of URIs (RFC 3986, section 3.3).
 */
#ifndef PV_ENGINE_REPORT_URI_H
#define PV_ENGINE_REPORT_URI_H

#include "base/buf.h"

/* Appends `path`; what is neither unreserved nor a slash is escaped. */
void pv_uri_add_path(struct pv_buf *out, struct pv_str path);

#endif
