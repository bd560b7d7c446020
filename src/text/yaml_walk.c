/* SPDX-License-Identifier: Apache-2.0 */
#include "text/yaml_walk.h"

#include <yaml.h>

/* libyaml counts characters: a place where both counts are known, moved to where one is asked for.
 */
struct cursor {
    struct pv_str text;
    size_t characters;
    size_t bytes;
};

static bool is_inside(const struct cursor *c, size_t at)
{
    pv_assume(c->text.n == 0 || c->text.p);
    return at < c->text.n && ((unsigned char)c->text.p[at] & 0xc0) == 0x80;
}

static uint32_t byte_of(struct cursor *c, size_t character)
{
    while (c->characters < character && c->bytes < c->text.n) {
        do
            c->bytes++;
        while (is_inside(c, c->bytes));
        c->characters++;
    }
    while (c->characters > character && c->bytes > 0) {
        do
            c->bytes--;
        while (c->bytes > 0 && is_inside(c, c->bytes));
        c->characters--;
    }
    return (uint32_t)c->bytes;
}

static struct pv_str str_of(const yaml_char_t *text)
{
    return text ? pv_str_of((const char *)text) : (struct pv_str){0};
}

static void read_scalar(const yaml_event_t *in, struct pv_yaml_event *out)
{
    yaml_scalar_style_t style = in->data.scalar.style;
    out->type = PV_YAML_SCALAR;
    out->text =
        (struct pv_str){(const char *)in->data.scalar.value, (size_t)in->data.scalar.length};
    out->anchor = str_of(in->data.scalar.anchor);
    out->tag = str_of(in->data.scalar.tag);
    out->is_plain = style == YAML_PLAIN_SCALAR_STYLE;
    out->is_block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
}

/* False for events that say nothing of the text. */
static bool read_event(const yaml_event_t *in, struct pv_yaml_event *out)
{
    switch (in->type) {
    case YAML_DOCUMENT_START_EVENT: out->type = PV_YAML_DOCUMENT; return true;
    case YAML_SCALAR_EVENT: read_scalar(in, out); return true;
    case YAML_ALIAS_EVENT:
        out->type = PV_YAML_ALIAS;
        out->text = str_of(in->data.alias.anchor);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        out->type = PV_YAML_LIST;
        out->is_flow = in->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        out->anchor = str_of(in->data.sequence_start.anchor);
        out->tag = str_of(in->data.sequence_start.tag);
        return true;
    case YAML_MAPPING_START_EVENT:
        out->type = PV_YAML_MAP;
        out->is_flow = in->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        out->anchor = str_of(in->data.mapping_start.anchor);
        out->tag = str_of(in->data.mapping_start.tag);
        return true;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: out->type = PV_YAML_END; return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT: break;
    }
    return false;
}

static PV_RESULT fail_of_parser(const yaml_parser_t *parser, struct cursor *cursor,
                                struct pv_err *err)
{
    if (parser->error == YAML_MEMORY_ERROR)
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    size_t at = parser->error == YAML_READER_ERROR ? parser->problem_offset
                                                   : byte_of(cursor, parser->problem_mark.index);
    return pv_fail(err, PV_SYNTAX, at, "%s", parser->problem ? parser->problem : "no YAML");
}

PV_RESULT pv_yaml_walk(struct pv_str text, pv_yaml_visit *visit, void *context, struct pv_err *err)
{
    PV_DEFER(yaml_parser_delete) yaml_parser_t parser = {0};
    struct cursor cursor = {.text = text};
    bool is_end = false;
    if (!yaml_parser_initialize(&parser))
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)(text.p ? text.p : ""), text.n);
    while (!is_end) {
        yaml_event_t in;
        struct pv_yaml_event event = {0};
        struct pv_result visited = PV_SUCCESS;
        if (!yaml_parser_parse(&parser, &in))
            return fail_of_parser(&parser, &cursor, err);
        is_end = in.type == YAML_STREAM_END_EVENT;
        if (read_event(&in, &event)) {
            event.start = byte_of(&cursor, in.start_mark.index);
            event.end = byte_of(&cursor, in.end_mark.index);
            visited = visit(context, &event, err);
        }
        yaml_event_delete(&in);
        PV_TRY(visited);
    }
    return PV_SUCCESS;
}
