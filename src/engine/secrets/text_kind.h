/* SPDX-License-Identifier: Apache-2.0 */
/*
 * text_kind: what the path of a text says about how values are written in it.
 */
#ifndef PV_ENGINE_SECRETS_TEXT_KIND_H
#define PV_ENGINE_SECRETS_TEXT_KIND_H

#include "base/str.h"

struct pv_text_kind {
    bool is_code;     /* a value without quotes is a name or an expression */
    bool is_prose;    /* for readers: what is not quoted may be code of any language */
    bool is_settings; /* what a program reads to know how it is to run */
    bool is_test;     /* in a folder of tests, fixtures, examples or translations, or named so */
};

struct pv_text_kind pv_text_kind_of(struct pv_str path);

/* The last part of a path. */
struct pv_str pv_text_kind_name(struct pv_str path);

#endif
