/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/decision_story.h"

#include "base/attr.h"

static const struct pv_doc *get(const struct pv_doc *doc, const char *key)
{
    return pv_doc_get(doc, pv_str_of(key));
}

static struct pv_str text_of(const struct pv_doc *doc)
{
    return doc && pv_doc_is_scalar(doc) ? doc->text : (struct pv_str){0};
}

static size_t length(const struct pv_doc *list)
{
    return list && list->kind == PV_DOC_LIST ? list->n : 0;
}

static bool is(struct pv_str text, const char *word)
{
    return pv_str_eq(text, pv_str_of(word));
}

/* "regulated", or "verified or none" where it is not known. */
static void add_values(struct pv_paint *paint, const struct pv_doc *values)
{
    for (size_t i = 0; i < length(values); i++) {
        if (i)
            PV_BUF_LIT(paint->out, " or ");
        pv_paint_clean(paint, text_of(&values->items[i]));
    }
}

static const struct pv_doc *item_of(const struct pv_doc *record, const struct pv_doc *fact)
{
    const struct pv_doc *number = get(fact, "item");
    const struct pv_doc *items = get(record, "items");
    bool is_there = number && number->kind == PV_DOC_INT && number->number >= 0 &&
                    (uint64_t)number->number < length(items);
    return is_there ? &items->items[number->number] : NULL;
}

/* Who says so: the catalog, a proof, the rule or the scan. */
static void add_source(struct pv_paint *paint, const struct pv_decision_story *story,
                       const struct pv_doc *fact)
{
    struct pv_str f = text_of(get(fact, "f"));
    struct pv_str place = text_of(get(item_of(story->record, fact), "evidence"));
    struct pv_str catalog = text_of(get(story->record, "source"));
    PV_BUF_LIT(paint->out, "  ");
    pv_paint_begin(paint, PV_INK_QUIET);
    if (is(f, "impact") || is(f, "automatable"))
        PV_BUF_LIT(paint->out, "the rule");
    else if (is(f, "evidence"))
        pv_paint_clean(paint, story->why.n ? story->why : PV_STR("the scan"));
    else if (is(f, "protected"))
        pv_paint_clean(paint, place.n ? place : PV_STR("no proof"));
    else if (length(get(fact, "v")) > 1)
        PV_BUF_LIT(paint->out, "nobody says");
    else
        pv_paint_clean(paint, catalog.n ? catalog : PV_STR("the rule"));
    pv_paint_end(paint);
    pv_buf_add_byte(paint->out, '\n');
}

static void add_facts(struct pv_paint *paint, const struct pv_decision_story *story)
{
    const struct pv_doc *facts = get(story->record, "facts");
    PV_BUF_LIT(paint->out, "\n  facts\n");
    for (size_t i = 0; i < length(facts); i++) {
        const struct pv_doc *fact = &facts->items[i];
        struct pv_str item = text_of(get(item_of(story->record, fact), "item"));
        pv_buf_format(paint->out, "    %-12.*s ", PV_STR_FMT(text_of(get(fact, "f"))));
        if (item.n) {
            pv_paint_clean(paint, item);
            PV_BUF_LIT(paint->out, " ");
        }
        pv_paint_begin(paint, PV_INK_RULE);
        add_values(paint, get(fact, "v"));
        pv_paint_end(paint);
        add_source(paint, story, fact);
    }
}

static void add_rows(struct pv_paint *paint, const struct pv_doc *record)
{
    const struct pv_doc *policy = get(record, "policy");
    const struct pv_doc *path = get(record, "path");
    PV_BUF_LIT(paint->out, "\n  tables of ");
    pv_paint_clean(paint, text_of(get(policy, "id")));
    PV_BUF_LIT(paint->out, " ");
    pv_paint_clean(paint, text_of(get(policy, "version")));
    PV_BUF_LIT(paint->out, "\n   ");
    for (size_t i = 0; i < length(path); i++) {
        const struct pv_doc *step = &path->items[i];
        if (length(step) != 2)
            continue;
        pv_buf_format(paint->out, "%s ", i ? " →" : "");
        pv_paint_clean(paint, text_of(&step->items[0]));
        if (step->items[1].kind == PV_DOC_INT) {
            PV_BUF_LIT(paint->out, " row ");
            pv_paint_clean(paint, step->items[1].text);
        } else {
            PV_BUF_LIT(paint->out, " several rows");
        }
    }
    pv_buf_add_byte(paint->out, '\n');
}

static void add_interval(struct pv_paint *paint, const struct pv_doc *interval)
{
    struct pv_str low = text_of(get(interval, "lo"));
    struct pv_str high = text_of(get(interval, "hi"));
    pv_paint_clean(paint, low);
    if (pv_str_eq(low, high))
        return;
    PV_BUF_LIT(paint->out, "…");
    pv_paint_clean(paint, high);
}

static void add_changes(struct pv_paint *paint, const struct pv_decision_story *story)
{
    const struct pv_doc *changes = get(story->record, "would_change");
    if (length(changes) == 0)
        return;
    PV_BUF_LIT(paint->out, "\n  it would be\n");
    for (size_t i = 0; i < length(changes); i++) {
        const struct pv_doc *change = &changes->items[i];
        struct pv_str item = text_of(get(item_of(story->record, change), "item"));
        PV_BUF_LIT(paint->out, "    ");
        pv_paint_begin(paint, PV_INK_RULE);
        add_interval(paint, get(change, "to"));
        pv_paint_end(paint);
        PV_BUF_LIT(paint->out, " if ");
        if (item.n) {
            PV_BUF_LIT(paint->out, "the ");
            pv_paint_clean(paint, text_of(get(change, "f")));
            PV_BUF_LIT(paint->out, " of ");
            pv_paint_clean(paint, item);
        } else {
            pv_paint_clean(paint, text_of(get(change, "f")));
        }
        PV_BUF_LIT(paint->out, " were ");
        pv_paint_clean(paint, text_of(get(change, "v")));
        pv_buf_add_byte(paint->out, '\n');
    }
}

void pv_decision_story_text(struct pv_paint *paint, const struct pv_decision_story *story)
{
    pv_paint_begin(paint, PV_INK_RULE);
    pv_paint_clean(paint, story->title);
    pv_paint_end(paint);
    PV_BUF_LIT(paint->out, ": ");
    add_interval(paint, get(story->record, "result"));
    pv_buf_add_byte(paint->out, '\n');
    if (story->reason.n)
        pv_paint_wrapped(paint, 2, story->reason);
    add_facts(paint, story);
    add_rows(paint, story->record);
    add_changes(paint, story);
}
