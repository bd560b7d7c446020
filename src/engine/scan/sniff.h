/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sniff: whether a file is source that people wrote.
 */
#ifndef PV_ENGINE_SCAN_SNIFF_H
#define PV_ENGINE_SCAN_SNIFF_H

#include "engine/scan/target.h"

/* By its name alone: PV_SKIP_MINIFIED for "x.min.js", PV_SKIP_GENERATED for "x.pb.go". */
enum pv_skip pv_sniff_path(struct pv_str path);

/* By its bytes: PV_SKIP_BINARY, PV_SKIP_GENERATED or PV_SKIP_MINIFIED. */
enum pv_skip pv_sniff_text(struct pv_str text);

#endif
