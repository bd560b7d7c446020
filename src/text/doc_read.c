/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc.h"

#include "base/buf.h"
#include "base/num.h"
#include "base/vec.h"
#include "text/doc_internal.h"
#include "text/text_limits.h"

#include <stdlib.h>
#include <yaml.h>

/* One open collection. */
struct level {
    struct pv_doc *doc;
    struct pv_str anchor;
    PV_VEC(struct pv_doc) items;
    PV_VEC(struct pv_doc_key) keys;
    bool has_key;  /* a map's key was read and waits for its value */
    size_t height; /* of the tallest item: an alias brings the levels of what it stands for */
};

struct anchor {
    struct pv_str name;
    struct pv_doc value;
    size_t height; /* levels of collections: 0 for a scalar */
};

struct builder {
    struct pv_arena *mem;
    struct pv_str text;
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
    if (!pv_doc_is_scalar(value))
        return fail_at(b, PV_SYNTAX, value->place, "expected text as a key, not a collection",
                       (struct pv_str){0});
    if (value->style == PV_DOC_PLAIN && pv_str_eq(value->text, PV_STR("<<")))
        return fail_at(b, PV_SYNTAX, value->place,
                       "'<<' does not merge here; write the keys out, or put it in quotes",
                       (struct pv_str){0});
    PV_TRY(PV_VEC_PUSH(b->mem, &level->keys, &key, b->err));
    *key = (struct pv_doc_key){.text = value->text, .place = value->place};
    level->has_key = true;
    return PV_SUCCESS;
}

/* Equal keys in written order. */
static int compare_keys(const void *a, const void *b)
{
    const struct pv_doc_key *left = *(const struct pv_doc_key *const *)a;
    const struct pv_doc_key *right = *(const struct pv_doc_key *const *)b;
    int order = pv_str_cmp(left->text, right->text);
    return order ? order : (left > right) - (left < right);
}

/* By sorting: comparing each with each would let a large map take for ever. */
static PV_RESULT check_keys(struct builder *b, const struct level *level)
{
    const struct pv_doc_key **sorted = NULL;
    const struct pv_doc_key *twice = NULL;
    struct pv_arena_mark mark = pv_arena_mark(b->mem);
    size_t n = level->keys.n;
    if (n < 2)
        return PV_SUCCESS;
    PV_TRY(PV_NEW_ARRAY(b->mem, n, &sorted, b->err));
    for (size_t i = 0; i < n; i++)
        sorted[i] = &level->keys.p[i];
    qsort(sorted, n, sizeof(const struct pv_doc_key *), compare_keys);
    for (size_t i = 1; i < n; i++) {
        if (pv_str_eq(sorted[i]->text, sorted[i - 1]->text) && (!twice || sorted[i] < twice))
            twice = sorted[i];
    }
    pv_arena_rewind(b->mem, mark);
    if (!twice)
        return PV_SUCCESS;
    return fail_at(b, PV_SYNTAX, twice->place, "this key stands here twice: ", twice->text);
}

/* Puts a finished value where it belongs: into the innermost open collection. */
static PV_RESULT place_value(struct builder *b, const struct pv_doc *value, size_t height)
{
    struct level *level = &b->levels.p[b->levels.n - 1];
    struct pv_doc *slot = NULL;
    if (level->doc->kind == PV_DOC_MAP && !level->has_key)
        return add_key(b, level, value);
    PV_TRY(PV_VEC_PUSH(b->mem, &level->items, &slot, b->err));
    *slot = *value;
    level->has_key = false;
    level->height = pv_max(level->height, height);
    return PV_SUCCESS;
}

/* Few enough that a list is a fine table of them. */
static PV_RESULT keep_anchor(struct builder *b, struct pv_str name, const struct pv_doc *value,
                             size_t height)
{
    struct anchor *anchor = NULL;
    if (b->anchors.n >= PV_DOC_ANCHORS_MAX)
        return fail_at(b, PV_LIMIT, value->place, "too many anchors", (struct pv_str){0});
    PV_TRY(PV_VEC_PUSH(b->mem, &b->anchors, &anchor, b->err));
    *anchor = (struct anchor){.name = name, .value = *value, .height = height};
    return PV_SUCCESS;
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
        if (anchor->height > PV_DOC_DEPTH_MAX - b->levels.n)
            return fail_at(b, PV_LIMIT, place, "nested too deeply", (struct pv_str){0});
        return place_value(b, &anchor->value, anchor->height);
    }
    return fail_at(b, PV_SYNTAX, place, "no anchor was set before this alias: *", name);
}

static enum pv_doc_style style_of(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return PV_DOC_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE: return PV_DOC_BLOCK;
    case YAML_PLAIN_SCALAR_STYLE:
    case YAML_ANY_SCALAR_STYLE: break;
    }
    return PV_DOC_PLAIN;
}

/* Of all tags only those that say what is so anyway: "!", "!!str", "!!seq", "!!map". */
static PV_RESULT check_tag(struct builder *b, const yaml_char_t *tag, struct pv_doc_place place)
{
    static const char *const known[] = {"!", YAML_STR_TAG, YAML_SEQ_TAG, YAML_MAP_TAG};
    struct pv_str text = pv_str_of((const char *)tag);
    for (size_t i = 0; i < PV_COUNT(known); i++) {
        if (!tag || pv_str_eq(text, pv_str_of(known[i])))
            return PV_SUCCESS;
    }
    return fail_at(b, PV_SYNTAX, place, "tags are not known here, put text in quotes: ", text);
}

static PV_RESULT add_scalar(struct builder *b, const yaml_event_t *event)
{
    struct pv_doc value = {.kind = PV_DOC_TEXT, .place = place_of(event->start_mark)};
    struct pv_str text = str_of(event->data.scalar.value, event->data.scalar.length);
    PV_TRY(check_tag(b, event->data.scalar.tag, value.place));
    PV_TRY(count_nodes(b, 1, value.place));
    PV_TRY(pv_str_copy(b->mem, text, &value.text, b->err));
    value.style = style_of(event->data.scalar.style);
    if (value.style == PV_DOC_PLAIN && event->data.scalar.plain_implicit)
        pv_doc_resolve_plain(&value);
    PV_TRY(place_value(b, &value, 0));
    if (!event->data.scalar.anchor)
        return PV_SUCCESS;
    struct pv_str name = {0};
    PV_TRY(pv_str_copy(b->mem, pv_str_of((const char *)event->data.scalar.anchor), &name, b->err));
    return keep_anchor(b, name, &value, 0);
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

static PV_RESULT close_level(struct builder *b, struct pv_doc *out)
{
    const struct level *level = &b->levels.p[--b->levels.n];
    PV_TRY(check_keys(b, level));
    *out = *level->doc;
    out->items = level->items.p;
    out->keys = level->keys.p;
    out->n = level->items.n;
    out->number = (int64_t)b->n_nodes - out->number + 1;
    return PV_SUCCESS;
}

static PV_RESULT open_collection(struct builder *b, const yaml_event_t *event,
                                 enum pv_doc_kind kind)
{
    struct pv_doc_place place = place_of(event->start_mark);
    bool is_list = kind == PV_DOC_LIST;
    const yaml_char_t *anchor =
        is_list ? event->data.sequence_start.anchor : event->data.mapping_start.anchor;
    PV_TRY(check_tag(b, is_list ? event->data.sequence_start.tag : event->data.mapping_start.tag,
                     place));
    PV_TRY(open_level(b, kind, place));
    if (!anchor)
        return PV_SUCCESS;
    struct level *level = &b->levels.p[b->levels.n - 1];
    return pv_str_copy(b->mem, pv_str_of((const char *)anchor), &level->anchor, b->err);
}

/* The anchor of a collection is kept when it ends: nothing in Pave's files refers to itself. */
static PV_RESULT close_collection(struct builder *b)
{
    struct pv_doc value = {0};
    struct pv_str anchor = b->levels.p[b->levels.n - 1].anchor;
    size_t height = b->levels.p[b->levels.n - 1].height + 1;
    PV_TRY(close_level(b, &value));
    if (anchor.p)
        PV_TRY(keep_anchor(b, anchor, &value, height));
    return place_value(b, &value, height);
}

static PV_RESULT take_event(struct builder *b, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_ALIAS_EVENT: return add_alias(b, event);
    case YAML_SCALAR_EVENT: return add_scalar(b, event);
    case YAML_SEQUENCE_START_EVENT: return open_collection(b, event, PV_DOC_LIST);
    case YAML_MAPPING_START_EVENT: return open_collection(b, event, PV_DOC_MAP);
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

/* The place of a byte that is no character: libyaml gives its offset and no more. */
static struct pv_doc_place place_of_byte(struct pv_str text, size_t offset)
{
    struct pv_doc_place place = {1, 1};
    for (size_t i = 0; i < pv_min(offset, text.n); i++) {
        bool is_first = ((unsigned char)text.p[i] & 0xc0) != 0x80;
        place.column = text.p[i] == '\n' ? 1 : place.column + is_first;
        place.line += text.p[i] == '\n';
    }
    return place;
}

static PV_RESULT fail_of_parser(struct builder *b, const yaml_parser_t *p)
{
    struct pv_doc_problem problem = pv_doc_problem_of(p->problem);
    struct pv_doc_place place = place_of(p->problem_mark);
    if (p->error == YAML_MEMORY_ERROR)
        return pv_fail(b->err, PV_NO_MEMORY, 0, "out of memory");
    if (p->error == YAML_READER_ERROR)
        place = place_of_byte(b->text, p->problem_offset);
    else if (problem.is_at_start && p->context)
        place = place_of(p->context_mark);
    return fail_at(b, PV_SYNTAX, place, problem.says, (struct pv_str){0});
}

static PV_RESULT read_events(struct builder *b, yaml_parser_t *parser)
{
    bool is_end = false;
    while (!is_end) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event))
            return fail_of_parser(b, parser);
        struct pv_result taken = take_event(b, &event);
        is_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        PV_TRY(taken);
    }
    return PV_SUCCESS;
}

/* The documents of b->text; `*is_surrogate` when it was an escape of JSON that stopped it. */
static PV_RESULT read_text(struct builder *b, struct pv_doc *out, bool *is_surrogate)
{
    PV_DEFER(yaml_parser_delete) yaml_parser_t parser = {0};
    struct pv_str text = b->text;
    if (!yaml_parser_initialize(&parser))
        return pv_fail(b->err, PV_NO_MEMORY, 0, "out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)(text.p ? text.p : ""), text.n);
    PV_TRY(open_level(b, PV_DOC_LIST, (struct pv_doc_place){1, 1}));
    struct pv_result read = read_events(b, &parser);
    *is_surrogate = parser.error == YAML_SCANNER_ERROR &&
                    strcmp(parser.problem, "found invalid Unicode character escape code") == 0;
    PV_TRY(read);
    return close_level(b, out);
}

struct pv_result pv_doc_read_all(struct pv_arena *mem, struct pv_str text, struct pv_doc *out,
                                 struct pv_doc_error *at, struct pv_err *err)
{
    struct builder b = {.mem = mem, .text = text, .at = at, .err = err};
    bool is_surrogate = false;
    if (text.n > PV_DOC_BYTES_MAX)
        return pv_fail(err, PV_LIMIT, PV_DOC_BYTES_MAX, "expected at most %d bytes",
                       PV_DOC_BYTES_MAX);
    struct pv_result read = read_text(&b, out, &is_surrogate);
    if (!is_surrogate)
        return read;
    struct builder again = {.mem = mem, .at = at, .err = err};
    struct pv_result joined = pv_doc_join_surrogates(mem, text, &again.text, NULL);
    if (joined.code == PV_NOT_FOUND)
        return read;
    PV_TRY(joined);
    return read_text(&again, out, &is_surrogate);
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
