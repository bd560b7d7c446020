/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/across.h"

#include "base/bits.h"
#include "engine/scan/go_module.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"

#include <string.h>

enum { SOURCES_NEED = 1 }; /* where in the needs of a rule of taint mode those of its sources are */

PV_RESULT pv_across_init(struct pv_arena *mem, const struct pv_targets *targets, size_t n_words,
                         struct pv_across *out, struct pv_err *err)
{
    struct pv_across across = {.n = targets->files.n, .n_words = n_words};
    PV_TRY(PV_NEW_ARRAY(mem, across.n + 1, &across.files, err));
    PV_TRY(pv_neighbours_init(mem, targets, &across.neighbours, err));
    *out = across;
    return PV_SUCCESS;
}

void pv_across_clear(struct pv_across *across)
{
    pv_neighbours_clear(&across->neighbours);
    *across = (struct pv_across){0};
}

uint32_t pv_across_number(const struct pv_across *across, const struct pv_target *target)
{
    return (uint32_t)(target - across->neighbours.targets->files.p);
}

PV_RESULT pv_across_add(struct pv_arena *mem, struct pv_across *across,
                        const struct pv_across_note *note, struct pv_err *err)
{
    struct pv_across_file *file = &across->files[note->number];
    uint64_t *words = NULL;
    PV_TRY(pv_outline_read(mem, note->lang, note->path, note->text, &file->outline, err));
    PV_TRY(PV_NEW_ARRAY(mem, across->n_words + 1, &words, err));
    memcpy(words, note->words, across->n_words * sizeof *words);
    file->words = words;
    file->bytes = note->text.n;
    file->is_end = note->is_end;
    return PV_SUCCESS;
}

/* Texts for the links, read again: most files need it never. */
struct reader {
    const struct pv_targets *targets;
    size_t max_file_bytes;
    struct pv_buf bytes;
};

static struct pv_str read_text(void *context, uint32_t number)
{
    struct reader *reader = context;
    const struct pv_target *target = &reader->targets->files.p[number];
    if (target->has_text)
        return target->text;
    if (!pv_is_ok(pv_file_read(target->path, reader->max_file_bytes, &reader->bytes, NULL)))
        return (struct pv_str){0};
    return pv_buf_str(&reader->bytes);
}

static PV_RESULT add_words(struct pv_arena *mem, struct pv_across *across,
                           struct pv_across_file *file, struct pv_err *err)
{
    uint64_t *sum = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, across->n_words + 1, &sum, err));
    memcpy(sum, file->words, across->n_words * sizeof *sum);
    PV_VEC_EACH (const struct pv_links_member, member, &file->unit.list)
        for (size_t i = 0; i < across->n_words; i++)
            sum[i] |= across->files[member->file].words[i];
    file->unit_words = sum;
    return PV_SUCCESS;
}

/* Neighbours stay in memory while the scan runs: what they may take is dealt out in order. */
struct purse {
    uint64_t *is_paid; /* by number of the file */
    size_t bytes_left;
};

/* The file at hand counts, too: it may be parsed only for what others bring to it. */
static PV_RESULT pay(struct pv_arena *mem, struct purse *purse, const struct pv_across *across,
                     struct pv_across_file *file, struct pv_err *err)
{
    size_t kept = 0;
    size_t left = purse->bytes_left > file->bytes ? purse->bytes_left - file->bytes : 0;
    for (; kept < file->unit.list.n; kept++) {
        uint32_t number = file->unit.list.p[kept].file;
        size_t bytes = pv_bits_has(purse->is_paid, number) ? 0 : across->files[number].bytes;
        if (bytes > left || left == 0)
            break;
        pv_bits_set(purse->is_paid, number);
        left -= bytes;
    }
    for (size_t i = kept; i < file->unit.list.n; i++)
        PV_TRY(pv_links_leave_out(mem, &file->unit, file->unit.list.p[i].file, PV_LINKS_CUT_SCAN,
                                  err));
    file->unit.list.n = kept;
    if (kept > 0)
        purse->bytes_left = left;
    return PV_SUCCESS;
}

static PV_RESULT find_units(struct pv_arena *mem, struct pv_across *across, struct pv_err *err)
{
    struct purse purse = {.bytes_left = PV_SCAN_NEIGHBOURS_BYTES};
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words(across->n) + 1, &purse.is_paid, err));
    for (uint32_t i = 0; i < across->n; i++) {
        struct pv_across_file *file = &across->files[i];
        if (!file->is_end || file->outline.kind == PV_OUTLINE_NONE)
            continue;
        PV_TRY(pv_links_around(mem, &across->links, i, &file->unit, err));
        PV_TRY(pay(mem, &purse, across, file, err));
        if (file->unit.list.n > 0)
            PV_TRY(add_words(mem, across, file, err));
    }
    return PV_SUCCESS;
}

static PV_RESULT resolve_go(struct pv_arena *mem, struct pv_across *across,
                            const struct pv_targets *targets, struct pv_err *err)
{
    struct pv_go_modules modules = {0};
    bool has_end = false;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < across->n && (round == 0 || has_end); i++) {
            struct pv_across_file *file = &across->files[i];
            bool is_go = file->outline.lang && file->outline.kind == PV_OUTLINE_FOLDER &&
                         file->outline.imports.n > 0;
            has_end = has_end || (is_go && file->is_end);
            if (is_go && round == 1)
                PV_TRY(pv_go_modules_resolve(mem, &modules, targets->files.p[i].path,
                                             &file->outline, err));
        }
    return PV_SUCCESS;
}

PV_RESULT pv_across_link(struct pv_arena *mem, struct pv_across *across,
                         const struct pv_targets *targets, size_t max_file_bytes,
                         struct pv_err *err)
{
    struct reader reader = {.targets = targets, .max_file_bytes = max_file_bytes};
    PV_TRY(PV_NEW_ARRAY(mem, across->n + 1, &across->linked, err));
    PV_TRY(resolve_go(mem, across, targets, err));
    for (size_t i = 0; i < across->n; i++) {
        const struct pv_across_file *file = &across->files[i];
        bool is_linked = file->outline.kind != PV_OUTLINE_NONE;
        across->linked[i] = (struct pv_links_file){.path = targets->files.p[i].path,
                                                   .outline = is_linked ? &file->outline : NULL,
                                                   .bytes = file->bytes,
                                                   .is_end = file->is_end};
    }
    struct pv_links_input input = {
        .files = across->linked, .n = (uint32_t)across->n, .read = read_text, .context = &reader};
    struct pv_result result = pv_links_build(mem, &input, &across->links, err);
    pv_buf_clear(&reader.bytes);
    PV_TRY(result);
    return find_units(mem, across, err);
}

bool pv_across_has_source(const struct pv_across *across, uint32_t number,
                          const struct pv_rule_part *part)
{
    return pv_need_is_met(&part->needs, SOURCES_NEED, across->files[number].words);
}

bool pv_across_is_met(const struct pv_across *across, uint32_t number,
                      const struct pv_rule_part *part)
{
    const struct pv_across_file *file = &across->files[number];
    if (!part->sinks_need || !file->unit_words ||
        !pv_need_is_met(&part->needs, part->sinks_need, file->words) ||
        !pv_need_is_met(&part->needs, SOURCES_NEED, file->unit_words))
        return false;
    /* Each source is in one file. */
    bool is_met = pv_across_has_source(across, number, part);
    PV_VEC_EACH (const struct pv_links_member, member, &file->unit.list)
        is_met = is_met || pv_across_has_source(across, member->file, part);
    return is_met;
}

/* The entry points that the file or one around it may have. */
static void want_entries(const struct pv_across *across, uint32_t number,
                         const struct pv_rule_set *rules, uint64_t *wanted)
{
    const struct pv_across_file *file = &across->files[number];
    for (size_t i = 0; i < rules->deferred_entries.n; i++) {
        const struct pv_deferred_entry *entry = &rules->deferred_entries.p[i];
        if (pv_deferred_entry_may_be(entry, file->outline.lang, file->unit_words))
            pv_bits_set(wanted, rules->rules.n + i);
    }
}

bool pv_across_wants(const struct pv_across *across, uint32_t number, const struct pv_plan *plan,
                     uint64_t *wanted)
{
    const struct pv_across_file *file = &across->files[number];
    bool is_any = false;
    if (!file->unit_words)
        return false;
    PV_VEC_EACH (const struct pv_plan_entry, entry,
                 &pv_plan_of(plan, file->outline.lang)->entries) {
        if (!pv_across_is_met(across, number, entry->part))
            continue;
        is_any = true;
        if (wanted)
            pv_bits_set(wanted, entry->index);
    }
    if (is_any && wanted)
        want_entries(across, number, plan->rules, wanted);
    return is_any;
}
