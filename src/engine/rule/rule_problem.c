/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"
#include "base/num.h"
#include "engine/rule/rule_internal.h"

#include <stdarg.h>
#include <stdio.h>

struct pv_result pv_rule_fail(struct pv_rule_reader *r, enum pv_code code, const struct pv_doc *doc,
                              const char *format, ...)
{
    char text[PV_ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    r->place = doc->place;
    return pv_fail(r->err, code, 0, "%s", text);
}

struct pv_result pv_rule_note(struct pv_rule_reader *r, struct pv_doc_place place,
                              const char *format, ...)
{
    char text[PV_ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    r->place = place;
    return pv_rule_add_problem(r, PV_OK, text);
}

struct pv_result pv_rule_add_problem(struct pv_rule_reader *r, enum pv_code code, const char *text)
{
    struct pv_rule_problem *problem = NULL;
    if (r->set->problems.n >= PV_RULE_PROBLEMS_MAX)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(&r->set->mem, &r->set->problems, &problem, r->err));
    problem->file = r->file;
    problem->rule_id = r->rule_id;
    problem->line = r->place.line;
    problem->column = r->place.column;
    problem->code = code;
    return pv_str_copy(&r->set->mem, pv_str_of(text), &problem->text, r->err);
}

/* The file from line `number` on. */
static struct pv_str from_line(struct pv_str text, uint32_t number)
{
    struct pv_str line = {0};
    for (uint32_t at = 1; at < number; at++) {
        if (!pv_str_split(&text, '\n', &line))
            break;
    }
    return text;
}

/* In a literal block each line of the value is the end of a line of the file. */
static struct pv_doc_place place_in_block(const struct pv_rule_reader *r, const struct pv_doc *doc,
                                          size_t offset)
{
    struct pv_doc_place place = {doc->place.line + 1, 1};
    struct pv_str rest = doc->text;
    struct pv_str line = {0};
    struct pv_str written = {0};
    size_t start = 0;
    while (rest.n && rest.p[rest.n - 1] == '\n')
        rest.n--;
    offset = pv_min(offset, rest.n);
    while (pv_str_split(&rest, '\n', &line) && offset > start + line.n) {
        start += line.n + 1;
        place.line++;
    }
    rest = from_line(r->text, place.line);
    if (!pv_str_split(&rest, '\n', &written))
        return doc->place;
    if (pv_str_has_suffix(written, PV_STR("\r")))
        written.n--;
    if (!pv_str_has_suffix(written, line))
        return doc->place;
    place.column = (uint32_t)(written.n - line.n + (offset - start) + 1);
    return place;
}

/*
 * Other styles may hold escapes and fold lines; the place is sure only as long
 * as the file reads as the value does.
 */
struct pv_doc_place pv_rule_place_in(const struct pv_rule_reader *r, const struct pv_doc *doc,
                                     size_t offset)
{
    struct pv_doc_place place = doc->place;
    if (doc->style == PV_DOC_BLOCK)
        return place_in_block(r, doc, offset);
    struct pv_str before = pv_str_sub(doc->text, 0, offset);
    struct pv_str line = from_line(r->text, place.line);
    size_t start = place.column - 1 + (doc->style == PV_DOC_QUOTED);
    if (!pv_str_has_prefix(pv_str_sub(line, start, line.n), before))
        return place;
    place.column = (uint32_t)(start + offset + 1);
    return place;
}
