/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json: a writer of JSON (RFC 8259) that cannot produce unbalanced text.
 *
 * Bytes that are not UTF-8 become U+FFFD, so that any text can be written. The
 * buffer keeps the first failure; look at pv_buf_result at the end.
 */
#ifndef PV_TEXT_JSON_H
#define PV_TEXT_JSON_H

#include "base/buf.h"
#include "text/doc.h"
#include "text/text_limits.h"

#include <stdint.h>

struct pv_json {
    struct pv_buf *out;
    bool is_pretty;
    bool has_key; /* a key was written and waits for its value */
    size_t depth;
    char closers[PV_JSON_DEPTH_MAX];
    bool has_items[PV_JSON_DEPTH_MAX];
};

/* Deeper than PV_JSON_DEPTH_MAX is a bug, and stops the program. */
void pv_json_object(struct pv_json *json);
void pv_json_array(struct pv_json *json);

/* Closes the innermost object or array. */
void pv_json_end(struct pv_json *json);

/* In an object, before its value. */
void pv_json_key(struct pv_json *json, const char *key);

void pv_json_str(struct pv_json *json, struct pv_str text);
void pv_json_int(struct pv_json *json, int64_t number);
void pv_json_float(struct pv_json *json, double number); /* null for what JSON has no number for */
void pv_json_bool(struct pv_json *json, bool value);
void pv_json_null(struct pv_json *json);

/* A value that is JSON already, of this writer, in one line. */
void pv_json_raw(struct pv_json *json, struct pv_str value);

/* A key and its value in one. */
void pv_json_key_str(struct pv_json *json, const char *key, struct pv_str text);
void pv_json_key_int(struct pv_json *json, const char *key, int64_t number);
void pv_json_key_bool(struct pv_json *json, const char *key, bool value);

/* A value that was read from YAML; its nesting counts as the writer's. */
void pv_json_doc(struct pv_json *json, const struct pv_doc *doc);

#endif
