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

/* The name of a data item; of records before 1.1.0 the number of one that is listed apart. */
static struct pv_str item_of(const struct pv_doc *record, const struct pv_doc *fact)
{
    const struct pv_doc *item = get(fact, "item");
    const struct pv_doc *items = get(record, "items");
    if (!item || item->kind != PV_DOC_INT)
        return text_of(item);
    bool is_there = item->number >= 0 && (uint64_t)item->number < length(items);
    return is_there ? text_of(get(&items->items[item->number], "item")) : (struct pv_str){0};
}

/* ", 30 days old", ", too old", ", but records/pave.yaml:3 says otherwise" */
static void add_standing(struct pv_paint *paint, const struct pv_doc *fact)
{
    const struct pv_doc *age = get(fact, "age_days");
    struct pv_str state = text_of(get(fact, "state"));
    if (age && age->kind == PV_DOC_INT && age->number > 0)
        pv_buf_format(paint->out, ", %.*s %s ago", PV_STR_FMT(age->text),
                      age->number == 1 ? "day" : "days");
    if (is(state, "expired"))
        PV_BUF_LIT(paint->out, ": too long ago to count");
    if (is(state, "conflict")) {
        PV_BUF_LIT(paint->out, ", but ");
        pv_paint_clean(paint, text_of(get(fact, "against")));
        PV_BUF_LIT(paint->out, " says otherwise");
    }
}

/* Who says so, where, and since when. */
static void add_source(struct pv_paint *paint, const struct pv_decision_story *story,
                       const struct pv_doc *fact)
{
    struct pv_str source = text_of(get(fact, "source"));
    struct pv_str place = text_of(get(fact, "at"));
    struct pv_str evidence = text_of(get(fact, "evidence"));
    PV_BUF_LIT(paint->out, "  ");
    pv_paint_begin(paint, PV_INK_QUIET);
    if (evidence.n)
        pv_paint_clean(paint, evidence);
    else if (is(source, "rule"))
        PV_BUF_LIT(paint->out, "the rule");
    else if (is(source, "scan"))
        pv_paint_clean(paint, story->why.n ? story->why : PV_STR("the scan"));
    else if (place.n)
        pv_paint_clean(paint, place);
    else
        PV_BUF_LIT(paint->out, "nobody says");
    if (is(source, "inherited") || is(source, "observed"))
        pv_buf_format(paint->out, ", %.*s", PV_STR_FMT(source));
    add_standing(paint, fact);
    pv_paint_end(paint);
    pv_buf_add_byte(paint->out, '\n');
}

/* "no proof" is more to the point than that nobody says. */
static bool is_without_proof(const struct pv_doc *fact)
{
    return is(text_of(get(fact, "f")), "protected") && is(text_of(get(fact, "source")), "nobody");
}

static void add_fact(struct pv_paint *paint, const struct pv_decision_story *story,
                     const struct pv_doc *fact)
{
    struct pv_str item = item_of(story->record, fact);
    pv_buf_format(paint->out, "    %-12.*s ", PV_STR_FMT(text_of(get(fact, "f"))));
    if (item.n) {
        pv_paint_clean(paint, item);
        PV_BUF_LIT(paint->out, " ");
    }
    pv_paint_begin(paint, PV_INK_RULE);
    add_values(paint, get(fact, "v"));
    pv_paint_end(paint);
    if (!is_without_proof(fact)) {
        add_source(paint, story, fact);
        return;
    }
    PV_BUF_LIT(paint->out, "  ");
    pv_paint(paint, PV_INK_QUIET, PV_STR("no proof"));
    pv_buf_add_byte(paint->out, '\n');
}

static void add_facts(struct pv_paint *paint, const struct pv_decision_story *story)
{
    const struct pv_doc *facts = get(story->record, "facts");
    struct pv_str edge = {0};
    PV_BUF_LIT(paint->out, "\n  facts\n");
    for (size_t i = 0; i < length(facts); i++) {
        struct pv_str of = text_of(get(&facts->items[i], "edge"));
        if (!pv_str_eq(of, edge)) {
            PV_BUF_LIT(paint->out, "   of ");
            pv_paint_clean(paint, of);
            pv_buf_add_byte(paint->out, '\n');
        }
        edge = of;
        add_fact(paint, story, &facts->items[i]);
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

/* What obligations make of it: the floor under the risk alone, and what has to be written down. */
static void add_obligations(struct pv_paint *paint, const struct pv_doc *record)
{
    const struct pv_doc *floor = get(record, "floor");
    const struct pv_doc *records = get(record, "records");
    const struct pv_doc *rows = get(record, "floor_rows");
    bool has_floor = floor && floor->kind == PV_DOC_MAP;
    if (!has_floor && length(records) == 0)
        return;
    PV_BUF_LIT(paint->out, "\n  obligations\n");
    if (has_floor) {
        PV_BUF_LIT(paint->out, "    floor ");
        add_interval(paint, floor);
        PV_BUF_LIT(paint->out, " under a risk of ");
        add_interval(paint, get(record, "risk"));
        pv_buf_format(paint->out, ", by row%s", length(rows) == 1 ? "" : "s");
        for (size_t i = 0; i < length(rows); i++)
            pv_buf_format(paint->out, " %.*s", PV_STR_FMT(text_of(&rows->items[i])));
        pv_buf_add_byte(paint->out, '\n');
    }
    for (size_t i = 0; i < length(records); i++) {
        PV_BUF_LIT(paint->out, "    record ");
        pv_paint_clean(paint, text_of(&records->items[i]));
        pv_buf_add_byte(paint->out, '\n');
    }
}

static void add_changes(struct pv_paint *paint, const struct pv_decision_story *story)
{
    const struct pv_doc *changes = get(story->record, "would_change");
    if (length(changes) == 0)
        return;
    PV_BUF_LIT(paint->out, "\n  it would be\n");
    for (size_t i = 0; i < length(changes); i++) {
        const struct pv_doc *change = &changes->items[i];
        struct pv_str item = item_of(story->record, change);
        struct pv_str edge = text_of(get(change, "edge"));
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
        if (edge.n) {
            PV_BUF_LIT(paint->out, " on ");
            pv_paint_clean(paint, edge);
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
    if (story->owner.n) {
        PV_BUF_LIT(paint->out, "\n  owner\n    ");
        pv_paint_clean(paint, story->owner);
        pv_buf_add_byte(paint->out, '\n');
    }
    add_facts(paint, story);
    add_rows(paint, story->record);
    add_obligations(paint, story->record);
    add_changes(paint, story);
}
