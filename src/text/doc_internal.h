/* SPDX-License-Identifier: Apache-2.0 */
/*
 * doc_internal: what doc.c and doc_read.c share.
 */
#ifndef PV_TEXT_DOC_INTERNAL_H
#define PV_TEXT_DOC_INTERNAL_H

#include "text/doc.h"

/* Decides what an unquoted scalar is; sets kind, number and real. */
void pv_doc_resolve_plain(struct pv_doc *doc);

/* libyaml's problem in words that say what to do; static text. */
const char *pv_doc_problem(const char *problem);

#endif
