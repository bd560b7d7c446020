/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/module/links.h"

#include "base/bits.h"
#include "base/hash.h"
#include "engine/module/links_internal.h"
#include "engine/module/module_limits.h"

#include <stdlib.h>

enum { FILTER_BITS = 1 << 18 };

/* A file of a group, or a name that a file of a group defines. */
struct entry {
    uint64_t key;
    uint32_t file;
    bool is_type;
};

struct entries {
    PV_VEC(struct entry) list; /* by key, then file */
};

struct builder {
    struct pv_arena *mem;
    const struct pv_links_input *input;
    struct pv_links *out;
    struct entries groups;
    struct entries names;
    struct entries bases; /* classes of other packages that an end extends */
    bool *is_hot;         /* by file: its names are looked at */
    uint64_t *filter;
    uint32_t user;                            /* whose words are being seen */
    const struct pv_outline_mention *mention; /* the word; NULL: an import */
    struct pv_result result;
    struct pv_err *err;
};

static uint64_t mix(uint64_t group, uint64_t name)
{
    return pv_hash_end(group * UINT64_C(0x9e3779b97f4a7c15) ^ name);
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->file > y->file) - (x->file < y->file);
}

static void sort(struct entries *entries)
{
    if (entries->list.n > 1)
        qsort(entries->list.p, entries->list.n, sizeof *entries->list.p, compare);
}

/* The first with the key; how many follow it. */
static const struct entry *find(const struct entries *entries, uint64_t key, size_t *n)
{
    size_t low = 0;
    size_t high = entries->list.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (entries->list.p[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    for (*n = 0; low + *n < entries->list.n && entries->list.p[low + *n].key == key;)
        (*n)++;
    return entries->list.p + low;
}

static const struct pv_outline *outline_of(const struct builder *b, uint32_t file)
{
    return b->input->files[file].outline;
}

static bool has_group(const struct pv_outline *outline)
{
    return outline && (outline->kind == PV_OUTLINE_PACKAGE || outline->kind == PV_OUTLINE_FOLDER);
}

static PV_RESULT push(struct builder *b, struct entries *out, struct entry entry)
{
    struct entry *slot = NULL;
    PV_TRY(PV_VEC_PUSH(b->mem, &out->list, &slot, b->err));
    *slot = entry;
    return PV_SUCCESS;
}

static PV_RESULT read_groups(struct builder *b)
{
    for (uint32_t i = 0; i < b->input->n; i++)
        if (has_group(outline_of(b, i)))
            PV_TRY(push(b, &b->groups, (struct entry){outline_of(b, i)->group, i, false}));
    sort(&b->groups);
    return PV_SUCCESS;
}

static void heat(struct builder *b, uint64_t group)
{
    size_t n = 0;
    const struct entry *first = find(&b->groups, group, &n);
    for (size_t i = 0; i < n; i++)
        b->is_hot[first[i].file] = true;
}

/* Whether values may end in a file of the group. */
static bool has_end(const struct builder *b, uint64_t group)
{
    size_t n = 0;
    const struct entry *first = find(&b->groups, group, &n);
    for (size_t i = 0; i < n; i++)
        if (b->input->files[first[i].file].is_end)
            return true;
    return false;
}

static bool is_group(const struct builder *b, uint64_t group)
{
    size_t n = 0;
    (void)find(&b->groups, group, &n);
    return n > 0;
}

/* Groups with an end and more than one file; those that import such a group, or are imported. */
static void find_hot(struct builder *b)
{
    for (uint32_t i = 0; i < b->input->n; i++) {
        const struct pv_outline *outline = outline_of(b, i);
        size_t n = 0;
        if (!has_group(outline))
            continue;
        (void)find(&b->groups, outline->group, &n);
        bool is_end = b->input->files[i].is_end;
        if (is_end && n > 1)
            heat(b, outline->group);
        PV_VEC_EACH (const struct pv_outline_import, import, &outline->imports) {
            bool is_used = is_end && import->package && is_group(b, import->package);
            if (!is_used && (!import->package || !has_end(b, import->package)))
                continue;
            b->is_hot[i] = true;
            heat(b, import->package);
        }
    }
}

static bool is_base_of(const struct pv_outline *outline, uint64_t name)
{
    for (uint32_t i = 0; i < outline->n_bases; i++)
        if (outline->bases[i] == name)
            return true;
    return false;
}

/* Who imports what an end extends may call the end by that: a service by its interface. */
static PV_RESULT find_callers(struct builder *b)
{
    for (uint32_t i = 0; i < b->input->n; i++) {
        const struct pv_outline *outline = outline_of(b, i);
        if (!has_group(outline) || !b->input->files[i].is_end || outline->n_bases == 0)
            continue;
        PV_VEC_EACH (const struct pv_outline_import, import, &outline->imports)
            if (is_base_of(outline, import->name) && is_group(b, import->package))
                PV_TRY(push(b, &b->bases,
                            (struct entry){mix(import->package, import->name), i, false}));
    }
    sort(&b->bases);
    for (uint32_t i = 0; b->bases.list.n > 0 && i < b->input->n; i++) {
        const struct pv_outline *outline = outline_of(b, i);
        size_t n = 0;
        if (!has_group(outline) || b->is_hot[i])
            continue;
        PV_VEC_EACH (const struct pv_outline_import, import, &outline->imports) {
            if (import->name)
                (void)find(&b->bases, mix(import->package, import->name), &n);
            b->is_hot[i] = b->is_hot[i] || n > 0;
        }
    }
    return PV_SUCCESS;
}

/*
 * Reading names is paid for group by group, until what there is to spend is gone: a group of which
 * only a part is known would take a name for the only one of its kind.
 */
static void afford(struct builder *b)
{
    size_t left = PV_LINKS_BYTES_MAX;
    const struct entry *groups = b->groups.list.p;
    for (size_t i = 0, end = 0; i < b->groups.list.n; i = end) {
        size_t bytes = 0;
        for (end = i; end < b->groups.list.n && groups[end].key == groups[i].key; end++)
            if (b->is_hot[groups[end].file])
                bytes += b->input->files[groups[end].file].bytes;
        for (size_t k = i; bytes > left && k < end; k++)
            b->is_hot[groups[k].file] = false;
        left -= bytes > left ? 0 : bytes;
    }
}

static PV_RESULT read_names(struct builder *b)
{
    for (uint32_t i = 0; i < b->input->n; i++) {
        struct pv_arena own = {0};
        struct pv_outline_names names = {0};
        struct pv_result result = PV_SUCCESS;
        if (!b->is_hot[i])
            continue;
        result = pv_outline_defines(&own, outline_of(b, i)->lang,
                                    b->input->read(b->input->context, i), &names, b->err);
        PV_VEC_EACH (const struct pv_outline_name, name, &names.list) {
            if (!pv_is_ok(result))
                break;
            pv_bits_set(b->filter, name->hash % FILTER_BITS);
            result =
                push(b, &b->names,
                     (struct entry){mix(outline_of(b, i)->group, name->hash), i, name->is_type});
        }
        pv_arena_clear(&own);
        PV_TRY(result);
    }
    sort(&b->names);
    return PV_SUCCESS;
}

struct pv_result pv_links_add(struct pv_arena *mem, struct pv_links *links, uint32_t user,
                              uint32_t used, struct pv_err *err)
{
    uint32_t *slot = NULL;
    struct pv_links_list *uses = &links->uses[user];
    if (user == used || uses->list.n >= PV_LINKS_OF_FILE_MAX)
        return PV_SUCCESS;
    PV_VEC_EACH (const uint32_t, known, &uses->list)
        if (*known == used)
            return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(mem, &uses->list, &slot, err));
    *slot = used;
    return PV_SUCCESS;
}

static PV_RESULT note_name(struct builder *b, uint64_t name)
{
    struct pv_links_names *names = &b->out->names[b->user];
    uint64_t *slot = NULL;
    PV_VEC_EACH (const uint64_t, known, &names->list)
        if (*known == name)
            return PV_SUCCESS;
    if (names->list.n == PV_LINKS_OF_FILE_MAX)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(b->mem, &names->list, &slot, b->err));
    *slot = name;
    return PV_SUCCESS;
}

/* Of several that define a name, the one of the same namespace; NULL when that is not one. */
static const struct entry *nearest(const struct builder *b, const struct entry *first, size_t n)
{
    const struct entry *found = NULL;
    uint64_t space = outline_of(b, b->user)->space;
    for (size_t i = 0; space && i < n; i++) {
        if (outline_of(b, first[i].file)->space != space)
            continue;
        if (found)
            return NULL;
        found = &first[i];
    }
    return found;
}

/* Links the file at hand to those that define the name in the group, if it is plain which. */
static void link_name(struct builder *b, uint64_t group, uint64_t name)
{
    size_t n = 0;
    const struct entry *first = find(&b->names, mix(group, name), &n);
    if (n > PV_LINKS_SAME_NAME_MAX || (n > 1 && !first->is_type)) {
        first = nearest(b, first, n);
        n = first ? 1 : 0;
    }
    if (n == 0)
        return;
    bool is_base = b->mention && pv_outline_is_base(b->mention);
    for (size_t i = 0; i < n && pv_is_ok(b->result); i++) {
        if (!pv_outline_is_kin(outline_of(b, b->user)->lang, outline_of(b, first[i].file)->lang))
            continue;
        b->result = pv_links_add(b->mem, b->out, b->user, first[i].file, b->err);
        /* Who calls a method of the one may run that of the other. */
        if (is_base && pv_is_ok(b->result))
            b->result = pv_links_add(b->mem, b->out, first[i].file, b->user, b->err);
    }
    if (pv_is_ok(b->result))
        b->result = note_name(b, name);
}

/* Of Go: what another package defines is written `names.X`. */
static bool may_be_imported(const struct pv_outline *outline,
                            const struct pv_outline_mention *mention)
{
    char first = mention->text.p[mention->start];
    return outline->kind != PV_OUTLINE_FOLDER ||
           (first >= 'A' && first <= 'Z' && mention->start > 0 &&
            mention->text.p[mention->start - 1] == '.');
}

static void see(void *context, const struct pv_outline_mention *mention)
{
    struct builder *b = context;
    const struct pv_outline *outline = outline_of(b, b->user);
    uint64_t hash = mention->hash;
    if (!pv_bits_has(b->filter, hash % FILTER_BITS))
        return;
    b->mention = mention;
    struct pv_str qualifier =
        outline->kind == PV_OUTLINE_PACKAGE ? pv_outline_qualifier(mention) : (struct pv_str){0};
    if (qualifier.n > 0)
        link_name(b, pv_hash_str(qualifier), hash);
    link_name(b, outline->group, hash);
    size_t n_imports = may_be_imported(outline, mention) ? outline->imports.n : 0;
    for (size_t i = 0; i < n_imports; i++) {
        const struct pv_outline_import *import = &outline->imports.p[i];
        bool may_be = !import->name || (import->name == hash && pv_outline_is_base(mention));
        if (may_be && import->package && is_group(b, import->package))
            link_name(b, import->package, hash);
    }
    b->mention = NULL;
}

static PV_RESULT link_mentions(struct builder *b)
{
    for (uint32_t i = 0; i < b->input->n; i++) {
        if (!b->is_hot[i])
            continue;
        b->user = i;
        PV_VEC_EACH (const struct pv_outline_import, import, &outline_of(b, i)->imports)
            if (import->name)
                link_name(b, import->package, import->name);
        pv_outline_mentions(b->input->read(b->input->context, i), see, b);
        PV_TRY(b->result);
    }
    return PV_SUCCESS;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The same the other way round, in order. */
static PV_RESULT turn(struct builder *b)
{
    for (uint32_t i = 0; i < b->input->n; i++) {
        struct pv_links_list *uses = &b->out->uses[i];
        if (uses->list.n > 1)
            qsort(uses->list.p, uses->list.n, sizeof *uses->list.p, compare_numbers);
        PV_VEC_EACH (const uint32_t, used, &uses->list) {
            uint32_t *slot = NULL;
            PV_TRY(PV_VEC_PUSH(b->mem, &b->out->users[*used].list, &slot, b->err));
            *slot = i;
        }
    }
    return PV_SUCCESS;
}

struct pv_result pv_links_build(struct pv_arena *mem, const struct pv_links_input *input,
                                struct pv_links *out, struct pv_err *err)
{
    struct pv_links links = {.files = input->files, .n = input->n};
    struct builder b = {.mem = mem, .input = input, .out = &links, .err = err};
    PV_TRY(PV_NEW_ARRAY(mem, (size_t)input->n + 1, &links.uses, err));
    PV_TRY(PV_NEW_ARRAY(mem, (size_t)input->n + 1, &links.users, err));
    PV_TRY(PV_NEW_ARRAY(mem, (size_t)input->n + 1, &links.names, err));
    PV_TRY(PV_NEW_ARRAY(mem, (size_t)input->n + 1, &b.is_hot, err));
    PV_TRY(PV_NEW_ARRAY(mem, pv_bits_words(FILTER_BITS), &b.filter, err));
    PV_TRY(read_groups(&b));
    find_hot(&b);
    PV_TRY(find_callers(&b));
    afford(&b);
    PV_TRY(read_names(&b));
    if (b.names.list.n > 0)
        PV_TRY(link_mentions(&b));
    PV_TRY(pv_links_add_paths(mem, &links, err));
    PV_TRY(turn(&b));
    *out = links;
    return PV_SUCCESS;
}
