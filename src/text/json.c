/* SPDX-License-Identifier: Apache-2.0 */
#include "text/json.h"

#include "base/assert.h"
#include "text/utf8.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static void add_line(struct pv_json *json)
{
    if (!json->is_pretty)
        return;
    pv_buf_add_byte(json->out, '\n');
    for (size_t i = 0; i < json->depth; i++)
        PV_BUF_LIT(json->out, "  ");
}

/* What stands before a value: its key, or the comma after the one before. */
static void begin_value(struct pv_json *json)
{
    if (json->has_key || json->depth == 0) {
        json->has_key = false;
        return;
    }
    pv_assert(json->closers[json->depth - 1] == ']');
    if (json->has_items[json->depth - 1])
        pv_buf_add_byte(json->out, ',');
    json->has_items[json->depth - 1] = true;
    add_line(json);
}

static void open_level(struct pv_json *json, char opener, char closer)
{
    begin_value(json);
    pv_assert(json->depth < PV_JSON_DEPTH_MAX);
    pv_buf_add_byte(json->out, opener);
    json->closers[json->depth] = closer;
    json->has_items[json->depth] = false;
    json->depth++;
}

void pv_json_object(struct pv_json *json)
{
    open_level(json, '{', '}');
}

void pv_json_array(struct pv_json *json)
{
    open_level(json, '[', ']');
}

void pv_json_end(struct pv_json *json)
{
    pv_assert(json->depth > 0 && !json->has_key);
    json->depth--;
    if (json->has_items[json->depth])
        add_line(json);
    pv_buf_add_byte(json->out, json->closers[json->depth]);
}

/*
 * What may stand bare in JSON, but is acted on by those who show it or read it as
 * something else: control characters, other line ends, changes of direction, marks.
 */
static bool is_acted_on(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7f && code_point <= 0x9f) ||
           (code_point >= 0x2028 && code_point <= 0x202e) ||
           (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0xfeff ||
           code_point == 0xfffe || code_point == 0xffff;
}

static void add_code_point(struct pv_buf *out, uint32_t code_point)
{
    switch (code_point) {
    case '"': PV_BUF_LIT(out, "\\\""); break;
    case '\\': PV_BUF_LIT(out, "\\\\"); break;
    case '\n': PV_BUF_LIT(out, "\\n"); break;
    case '\r': PV_BUF_LIT(out, "\\r"); break;
    case '\t': PV_BUF_LIT(out, "\\t"); break;
    default:
        if (is_acted_on(code_point))
            pv_buf_format(out, "\\u%04x", code_point);
        else
            pv_utf8_add(out, code_point);
    }
}

static void add_text(struct pv_buf *out, struct pv_str text)
{
    pv_buf_add_byte(out, '"');
    for (size_t at = 0; at < text.n;)
        add_code_point(out, pv_utf8_take(text, &at));
    pv_buf_add_byte(out, '"');
}

static void add_key(struct pv_json *json, struct pv_str key)
{
    pv_assert(json->depth > 0 && json->closers[json->depth - 1] == '}' && !json->has_key);
    if (json->has_items[json->depth - 1])
        pv_buf_add_byte(json->out, ',');
    json->has_items[json->depth - 1] = true;
    add_line(json);
    add_text(json->out, key);
    pv_buf_add_byte(json->out, ':');
    if (json->is_pretty)
        pv_buf_add_byte(json->out, ' ');
    json->has_key = true;
}

void pv_json_key(struct pv_json *json, const char *key)
{
    add_key(json, pv_str_of(key));
}

void pv_json_str(struct pv_json *json, struct pv_str text)
{
    begin_value(json);
    add_text(json->out, text);
}

void pv_json_int(struct pv_json *json, int64_t number)
{
    begin_value(json);
    pv_buf_format(json->out, "%lld", (long long)number);
}

void pv_json_bool(struct pv_json *json, bool value)
{
    begin_value(json);
    pv_buf_add(json->out, value ? PV_STR("true") : PV_STR("false"));
}

void pv_json_null(struct pv_json *json)
{
    begin_value(json);
    PV_BUF_LIT(json->out, "null");
}

void pv_json_key_str(struct pv_json *json, const char *key, struct pv_str text)
{
    pv_json_key(json, key);
    pv_json_str(json, text);
}

void pv_json_key_int(struct pv_json *json, const char *key, int64_t number)
{
    pv_json_key(json, key);
    pv_json_int(json, number);
}

void pv_json_key_bool(struct pv_json *json, const char *key, bool value)
{
    pv_json_key(json, key);
    pv_json_bool(json, value);
}

/* Of what reads back as the same number, the shortest. */
void pv_json_float(struct pv_json *json, double number)
{
    enum { DIGITS_ALWAYS_KEPT = 15, DIGITS_ENOUGH = 17, TEXT_MAX = 32 };
    char text[TEXT_MAX] = "null";
    begin_value(json);
    for (int digits = DIGITS_ALWAYS_KEPT; isfinite(number) && digits <= DIGITS_ENOUGH; digits++) {
        (void)snprintf(text, sizeof text, "%.*g", digits, number);
        if (!(strtod(text, NULL) < number || strtod(text, NULL) > number))
            break;
    }
    pv_buf_add(json->out, pv_str_of(text));
}

static void add_scalar(struct pv_json *json, const struct pv_doc *doc)
{
    switch (doc->kind) {
    case PV_DOC_NULL: pv_json_null(json); break;
    case PV_DOC_BOOL: pv_json_bool(json, doc->number != 0); break;
    case PV_DOC_INT: pv_json_int(json, doc->number); break;
    case PV_DOC_FLOAT: pv_json_float(json, doc->real); break;
    case PV_DOC_TEXT:
    case PV_DOC_LIST:
    case PV_DOC_MAP: pv_json_str(json, doc->text); break;
    }
}

/* One open collection of the value that is being written. */
struct level {
    const struct pv_doc *doc;
    size_t next;
};

static void open_doc(struct pv_json *json, const struct pv_doc *doc)
{
    if (doc->kind == PV_DOC_MAP)
        pv_json_object(json);
    else
        pv_json_array(json);
}

void pv_json_doc(struct pv_json *json, const struct pv_doc *doc)
{
    struct level levels[PV_DOC_DEPTH_MAX];
    size_t depth = 0;
    for (;;) {
        if (doc && pv_doc_is_scalar(doc)) {
            add_scalar(json, doc);
        } else if (doc) {
            pv_assert(depth < PV_DOC_DEPTH_MAX);
            open_doc(json, doc);
            levels[depth++] = (struct level){.doc = doc};
        }
        while (depth > 0 && levels[depth - 1].next == levels[depth - 1].doc->n) {
            pv_json_end(json);
            depth--;
        }
        if (depth == 0)
            return;
        struct level *level = &levels[depth - 1];
        if (level->doc->kind == PV_DOC_MAP)
            add_key(json, level->doc->keys[level->next].text);
        doc = &level->doc->items[level->next++];
    }
}

void pv_json_raw(struct pv_json *json, struct pv_str value)
{
    begin_value(json);
    pv_buf_add(json->out, value);
}
