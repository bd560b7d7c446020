/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/doc_internal.h"
#include "text/text_limits.h"

#include <yaml.h>

/* One open collection. */
struct level {
    struct pv_doc *doc;
    PV_VEC(struct pv_doc) items;
    PV_VEC(struct pv_doc_key) keys;
    bool has_key; /* a map's key was read and waits for its value */
};

struct anchor {
    struct pv_str name;
    struct pv_doc value;
};

struct builder {
    struct pv_arena *mem;
    yaml_parser_t *parser;
    struct pv_doc_error *at;
    struct pv_err *err;
    PV_VEC(struct level) levels;
    PV_VEC(struct anchor) anchors;
    size_t n_nodes;
};

static struct pv_doc_place place_of(yaml_mark_t mark)
{
    return (struct pv_doc_place){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

static struct pv_str str_of(const yaml_char_t *p, size_t n)
{
    return (struct pv_str){(const char *)p, n};
}

static PV_RESULT fail_at(struct builder *b, enum pv_code code, struct pv_doc_place place,
                         const char *text, struct pv_str about)
{
    if (b->at)
        b->at->place = place;
    return pv_fail(b->err, code, 0, "line %u, column %u: %s%.*s", place.line, place.column, text,
                   PV_STR_FMT(about));
}

static PV_RESULT count_nodes(struct builder *b, size_t more, struct pv_doc_place place)
{
    b->n_nodes += more;
    if (b->n_nodes > PV_DOC_NODES_MAX)
        return fail_at(b, PV_LIMIT, place, "too many values; are there aliases of aliases?",
                       (struct pv_str){0});
    return PV_SUCCESS;
}

/* How many values are in `doc`, itself included: what an alias adds. */
static size_t weight(const struct pv_doc *doc)
{
    return doc->kind == PV_DOC_LIST || doc->kind == PV_DOC_MAP ? (size_t)doc->number : 1;
}

static PV_RESULT add_key(struct builder *b, struct level *level, const struct pv_doc *value)
{
    struct pv_doc_key *key = NULL;
    if (value->kind == PV_DOC_LIST || value->kind == PV_DOC_MAP)
        return fail_at(b, PV_SYNTAX, value->place, "expected text as a key, not a collection",
                       (struct pv_str){0});
    for (size_t i = 0; i < level->keys.n; i++) {
        if (pv_str_eq(level->keys.p[i].text, value->text))
            return fail_at(b, PV_SYNTAX, value->place, "this key stands here twice: ", value->text);
    }
    PV_TRY(PV_VEC_PUSH(b->mem, &level->keys, &key, b->err));
    *key = (struct pv_doc_key){.text = value->text, .place = value->place};
    level->has_key = true;
    return PV_SUCCESS;
}

/* Puts a finished value where it belongs: into the innermost open collection. */
static PV_RESULT place_value(struct builder *b, const struct pv_doc *value)
{
    struct level *level = &b->levels.p[b->levels.n - 1];
    struct pv_doc *slot = NULL;
    if (level->doc->kind == PV_DOC_MAP && !level->has_key)
        return add_key(b, level, value);
    PV_TRY(PV_VEC_PUSH(b->mem, &level->items, &slot, b->err));
    *slot = *value;
    level->has_key = false;
    return PV_SUCCESS;
}

static PV_RESULT keep_anchor(struct builder *b, const yaml_char_t *name, const struct pv_doc *value)
{
    struct anchor *anchor = NULL;
    if (!name)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(b->mem, &b->anchors, &anchor, b->err));
    anchor->value = *value;
    return pv_str_copy(b->mem, pv_str_of((const char *)name), &anchor->name, b->err);
}

static PV_RESULT add_alias(struct builder *b, const yaml_event_t *event)
{
    struct pv_str name = pv_str_of((const char *)event->data.alias.anchor);
    struct pv_doc_place place = place_of(event->start_mark);
    for (size_t i = b->anchors.n; i > 0; i--) {
        const struct anchor *anchor = &b->anchors.p[i - 1];
        if (!pv_str_eq(anchor->name, name))
            continue;
        PV_TRY(count_nodes(b, weight(&anchor->value), place));
        return place_value(b, &anchor->value);
    }
    return fail_at(b, PV_SYNTAX, place, "no anchor was set before this alias: *", name);
}

static PV_RESULT add_scalar(struct builder *b, const yaml_event_t *event)
{
    struct pv_doc value = {.kind = PV_DOC_TEXT, .place = place_of(event->start_mark)};
    struct pv_str text = str_of(event->data.scalar.value, event->data.scalar.length);
    PV_TRY(count_nodes(b, 1, value.place));
    PV_TRY(pv_str_copy(b->mem, text, &value.text, b->err));
    switch (event->data.scalar.style) {
    case YAML_PLAIN_SCALAR_STYLE:
    case YAML_ANY_SCALAR_STYLE:
        if (event->data.scalar.plain_implicit)
            pv_doc_resolve_plain(&value);
        break;
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: value.style = PV_DOC_QUOTED; break;
    case YAML_LITERAL_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE: value.style = PV_DOC_BLOCK; break;
    }
    PV_TRY(place_value(b, &value));
    return keep_anchor(b, event->data.scalar.anchor, &value);
}

static PV_RESULT open_level(struct builder *b, enum pv_doc_kind kind, struct pv_doc_place place)
{
    struct level *level = NULL;
    if (b->levels.n >= PV_DOC_DEPTH_MAX)
        return fail_at(b, PV_LIMIT, place, "nested too deeply", (struct pv_str){0});
    PV_TRY(count_nodes(b, 1, place));
    PV_TRY(PV_VEC_PUSH(b->mem, &b->levels, &level, b->err));
    PV_TRY(PV_NEW(b->mem, &level->doc, b->err));
    *level->doc = (struct pv_doc){.kind = kind, .place = place, .number = (int64_t)b->n_nodes};
    return PV_SUCCESS;
}

/* An anchor of a collection is kept when it ends: nothing in Pave's files refers to itself. */
static PV_RESULT close_level(struct builder *b, struct pv_doc *out)
{
    struct level level = b->levels.p[--b->levels.n];
    *out = *level.doc;
    out->items = level.items.p;
    out->keys = level.keys.p;
    out->n = level.items.n;
    out->number = (int64_t)b->n_nodes - out->number + 1;
    return PV_SUCCESS;
}

static PV_RESULT open_collection(struct builder *b, const yaml_event_t *event,
                                 enum pv_doc_kind kind, const yaml_char_t *anchor)
{
    PV_TRY(open_level(b, kind, place_of(event->start_mark)));
    struct level *level = &b->levels.p[b->levels.n - 1];
    if (anchor)
        PV_TRY(pv_str_copy(b->mem, pv_str_of((const char *)anchor), &level->doc->text, b->err));
    return PV_SUCCESS;
}

static PV_RESULT close_collection(struct builder *b)
{
    struct pv_doc value = {0};
    PV_TRY(close_level(b, &value));
    if (value.text.p) {
        struct anchor *anchor = NULL;
        PV_TRY(PV_VEC_PUSH(b->mem, &b->anchors, &anchor, b->err));
        anchor->name = value.text;
        value.text = (struct pv_str){0};
        anchor->value = value;
    }
    return place_value(b, &value);
}

static PV_RESULT take_event(struct builder *b, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_ALIAS_EVENT: return add_alias(b, event);
    case YAML_SCALAR_EVENT: return add_scalar(b, event);
    case YAML_SEQUENCE_START_EVENT:
        return open_collection(b, event, PV_DOC_LIST, event->data.sequence_start.anchor);
    case YAML_MAPPING_START_EVENT:
        return open_collection(b, event, PV_DOC_MAP, event->data.mapping_start.anchor);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: return close_collection(b);
    case YAML_DOCUMENT_START_EVENT: b->anchors.n = 0; return PV_SUCCESS;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT: return PV_SUCCESS;
    }
    return PV_SUCCESS;
}

static PV_RESULT fail_of_parser(struct builder *b)
{
    const yaml_parser_t *p = b->parser;
    struct pv_doc_place place = place_of(p->problem_mark);
    if (p->error == YAML_MEMORY_ERROR)
        return pv_fail(b->err, PV_NO_MEMORY, 0, "out of memory");
    return fail_at(b, PV_SYNTAX, place, pv_doc_problem(p->problem), (struct pv_str){0});
}

static PV_RESULT read_events(struct builder *b)
{
    bool is_end = false;
    while (!is_end) {
        yaml_event_t event;
        if (!yaml_parser_parse(b->parser, &event))
            return fail_of_parser(b);
        struct pv_result taken = take_event(b, &event);
        is_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        PV_TRY(taken);
    }
    return PV_SUCCESS;
}

struct pv_result pv_doc_read_all(struct pv_arena *mem, struct pv_str text, struct pv_doc *out,
                                 struct pv_doc_error *at, struct pv_err *err)
{
    PV_DEFER(yaml_parser_delete) yaml_parser_t parser = {0};
    struct builder b = {.mem = mem, .parser = &parser, .at = at, .err = err};
    if (text.n > PV_DOC_BYTES_MAX)
        return pv_fail(err, PV_LIMIT, PV_DOC_BYTES_MAX, "expected at most %d bytes",
                       PV_DOC_BYTES_MAX);
    if (!yaml_parser_initialize(&parser))
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)(text.p ? text.p : ""), text.n);

    PV_TRY(open_level(&b, PV_DOC_LIST, (struct pv_doc_place){1, 1}));
    PV_TRY(read_events(&b));
    return close_level(&b, out);
}

struct pv_result pv_doc_read(struct pv_arena *mem, struct pv_str text, struct pv_doc *out,
                             struct pv_doc_error *at, struct pv_err *err)
{
    struct pv_doc all = {0};
    PV_TRY(pv_doc_read_all(mem, text, &all, at, err));
    if (all.n > 1) {
        struct builder b = {.at = at, .err = err};
        return fail_at(&b, PV_SYNTAX, all.items[1].place, "expected one document, not several",
                       (struct pv_str){0});
    }
    *out = all.n ? all.items[0] : (struct pv_doc){.place = {1, 1}};
    return PV_SUCCESS;
}

void pv_doc_add_library(struct pv_buf *out)
{
    pv_buf_format(out, "libyaml %s", yaml_get_version_string());
}
