/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/identity/recognition.h"

#include "base/attr.h"
#include "base/hash.h"
#include "base/map.h"

#include <stdlib.h>

enum { LIKE = 500, SAME_FILE = 400, NEAR = 100, PASS_RENAME = 7, PASS_MOVE = 8 };

/* What a pass compares. */
enum part { PATH = 2, SCOPE = 4, CONTENT = 8, CONTEXT = 16 };

struct entry {
    uint64_t key;
    uint32_t line;
    uint32_t index;
};

struct match {
    struct pv_arena *mem;
    const struct pv_observations *earlier;
    const struct pv_observations *later;
    struct pv_recognition *out;
    bool *is_taken;         /* of the earlier */
    uint32_t *same_file;    /* of each earlier file: the later one that it became, or NONE */
    uint32_t *matched_line; /* of the earlier: the line that it was found on; 0: not yet */
    uint32_t *expected;     /* of the earlier: the line that it should be on now */
    struct entry *a;        /* room for one pass: the earlier … */
    struct entry *b;        /* … and the later that are still free */
    struct pv_err *err;
};

static uint64_t mix(uint64_t hash, uint64_t more)
{
    return pv_hash_end(hash ^ (more + UINT64_C(0x9e3779b97f4a7c15) + (hash << 6) + (hash >> 2)));
}

static uint64_t key_of(const struct pv_observation *at, struct pv_str path, unsigned parts)
{
    uint64_t key = mix(PV_HASH_START, pv_hash_str(at->rule));
    if (parts & PATH)
        key = mix(key, pv_hash_str(path));
    if (parts & SCOPE)
        key = mix(key, pv_hash_str(at->scope));
    if (parts & CONTENT)
        key = mix(key, at->footprint.content);
    if (parts & CONTEXT)
        key = mix(key, at->footprint.context);
    return key;
}

static int compare(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

static void take(struct match *m, uint32_t earlier, uint32_t later, unsigned pass)
{
    m->out[later] = (struct pv_recognition){earlier, (uint8_t)pass};
    m->is_taken[earlier] = true;
    m->matched_line[earlier] = m->later->p[later].line;
}

/* The path that an earlier observation would have now. */
static struct pv_str path_now(const struct match *m, const struct pv_observation *at)
{
    uint32_t file = m->same_file[at->file];
    return file == PV_RECOGNITION_NONE ? at->path : m->later->files[file].path;
}

static size_t list_earlier(struct match *m, unsigned parts, bool is_renamed)
{
    size_t n = 0;
    for (uint32_t i = 0; i < m->earlier->n; i++) {
        const struct pv_observation *at = &m->earlier->p[i];
        if (m->is_taken[i] || (is_renamed && m->same_file[at->file] == PV_RECOGNITION_NONE))
            continue;
        struct pv_str path = is_renamed ? path_now(m, at) : at->path;
        m->a[n++] = (struct entry){key_of(at, path, parts), m->expected[i], i};
    }
    if (n)
        qsort(m->a, n, sizeof *m->a, compare);
    return n;
}

static size_t list_later(struct match *m, unsigned parts)
{
    size_t n = 0;
    for (uint32_t i = 0; i < m->later->n; i++) {
        const struct pv_observation *at = &m->later->p[i];
        if (m->out[i].pass == 0)
            m->b[n++] = (struct entry){key_of(at, at->path, parts), at->line, i};
    }
    if (n)
        qsort(m->b, n, sizeof *m->b, compare);
    return n;
}

static size_t run_length(const struct entry *list, size_t n)
{
    size_t length = 1;
    while (length < n && list[length].key == list[0].key)
        length++;
    return length;
}

static uint32_t distance(const struct entry *a, const struct entry *b)
{
    return a->line > b->line ? a->line - b->line : b->line - a->line;
}

/*
 * Entries of one key, in order of line on both sides. The shorter side is laid
 * against the longer one where the lines are nearest, without crossing: as long
 * as there are spare ones, a nearer partner further on is worth a skip.
 */
static void pair_up(struct match *m, const struct entry *a, size_t n_a, const struct entry *b,
                    size_t n_b, unsigned pass)
{
    size_t i = 0;
    size_t k = 0;
    while (i < n_a && k < n_b) {
        size_t spare_a = n_a - i > n_b - k ? (n_a - i) - (n_b - k) : 0;
        size_t spare_b = n_b - k > n_a - i ? (n_b - k) - (n_a - i) : 0;
        if (spare_a && distance(&a[i + 1], &b[k]) < distance(&a[i], &b[k]))
            i++;
        else if (spare_b && distance(&a[i], &b[k + 1]) < distance(&a[i], &b[k]))
            k++;
        else
            take(m, a[i++].index, b[k++].index, pass);
    }
}

static bool are_alike(const struct match *m, const struct entry *a, const struct entry *b)
{
    return pv_footprint_likeness(&m->earlier->p[a->index].footprint,
                                 &m->later->p[b->index].footprint) >= LIKE;
}

/* In order of the file, each with the likest that is left; of two as like, the nearer. */
static void pair_alike(struct match *m, const struct entry *a, size_t n_a, const struct entry *b,
                       size_t n_b, unsigned pass)
{
    for (size_t k = 0; k < n_b; k++) {
        size_t best = n_a;
        unsigned best_likeness = 0;
        for (size_t i = 0; i < n_a; i++) {
            if (m->is_taken[a[i].index] || !are_alike(m, &a[i], &b[k]))
                continue;
            unsigned likeness = pv_footprint_likeness(&m->earlier->p[a[i].index].footprint,
                                                      &m->later->p[b[k].index].footprint);
            if (best == n_a || likeness > best_likeness ||
                (likeness == best_likeness && distance(&a[i], &b[k]) < distance(&a[best], &b[k]))) {
                best = i;
                best_likeness = likeness;
            }
        }
        if (best < n_a)
            take(m, a[best].index, b[k].index, pass);
    }
}

enum { ALIKE_MAX = 200 }; /* of one key on one side; beyond that nothing is said */

/* `is_unique`: only what there is once on both sides. */
static void run_pass(struct match *m, unsigned pass, unsigned parts, bool is_renamed,
                     bool is_unique)
{
    size_t n_a = list_earlier(m, parts, is_renamed);
    size_t n_b = list_later(m, parts);
    size_t i = 0;
    size_t k = 0;
    while (i < n_a && k < n_b) {
        size_t run_a = run_length(&m->a[i], n_a - i);
        size_t run_b = run_length(&m->b[k], n_b - k);
        if (m->a[i].key == m->b[k].key) {
            bool is_edit = !(parts & CONTENT);
            if (is_unique && (run_a > 1 || run_b > 1))
                ; /* which one it is is not clear */
            else if (!is_edit)
                pair_up(m, &m->a[i], run_a, &m->b[k], run_b, pass);
            else if (run_a <= ALIKE_MAX && run_b <= ALIKE_MAX)
                pair_alike(m, &m->a[i], run_a, &m->b[k], run_b, pass);
            i += run_a;
            k += run_b;
        } else if (m->a[i].key < m->b[k].key) {
            i += run_a;
        } else {
            k += run_b;
        }
    }
}

static int compare_places(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/* Lines move together: one that is not matched has moved as the nearest one that is. */
static void expect_lines(struct match *m)
{
    size_t n = m->earlier->n;
    for (uint32_t i = 0; i < n; i++)
        m->a[i] = (struct entry){m->earlier->p[i].file, m->earlier->p[i].line, i};
    if (n)
        qsort(m->a, n, sizeof *m->a, compare_places);
    for (size_t i = 0; i < n; i++) {
        const struct entry *at = &m->a[i];
        const struct entry *nearest = NULL;
        for (size_t k = i; k > 0 && i - k < NEAR && m->a[k - 1].key == at->key && !nearest; k--)
            nearest = m->matched_line[m->a[k - 1].index] ? &m->a[k - 1] : NULL;
        for (size_t k = i; k < n && k - i < NEAR && m->a[k].key == at->key; k++) {
            if (!m->matched_line[m->a[k].index])
                continue;
            if (!nearest || distance(&m->a[k], at) < distance(nearest, at))
                nearest = &m->a[k];
            break;
        }
        m->expected[at->index] =
            nearest ? at->line + m->matched_line[nearest->index] - nearest->line : at->line;
    }
}

/* Files that are gone, each with the likest file that is new. */
static PV_RESULT find_renames(struct match *m)
{
    size_t budget = PV_IDENTITY_PAIRS_MAX;
    struct pv_map known = {0};
    uint32_t unused = 0;
    for (uint32_t i = 0; i < m->earlier->n_files; i++)
        PV_TRY(pv_map_put(m->mem, &known, m->earlier->files[i].path, i, m->err));
    for (uint32_t k = 0; k < m->later->n_files; k++) {
        const struct pv_observed_file *now = &m->later->files[k];
        uint32_t best = PV_RECOGNITION_NONE;
        unsigned best_likeness = SAME_FILE - 1;
        if (pv_map_find(&known, now->path, &unused))
            continue;
        for (uint32_t i = 0; i < m->earlier->n_files && budget > 0; i++, budget--) {
            const struct pv_observed_file *then = &m->earlier->files[i];
            if (!then->is_gone || m->same_file[i] != PV_RECOGNITION_NONE)
                continue;
            unsigned likeness = pv_sketch_likeness(&then->sketch, &now->sketch);
            if (likeness > best_likeness) {
                best = i;
                best_likeness = likeness;
            }
        }
        if (best != PV_RECOGNITION_NONE)
            m->same_file[best] = k;
    }
    return PV_SUCCESS;
}

static PV_RESULT make_room(struct match *m)
{
    size_t n_earlier = m->earlier->n + 1;
    size_t n_later = m->later->n + 1;
    PV_TRY(PV_NEW_ARRAY(m->mem, n_later, &m->out, m->err));
    PV_TRY(PV_NEW_ARRAY(m->mem, n_earlier, &m->is_taken, m->err));
    PV_TRY(PV_NEW_ARRAY(m->mem, m->earlier->n_files + 1, &m->same_file, m->err));
    PV_TRY(PV_NEW_ARRAY(m->mem, n_earlier, &m->matched_line, m->err));
    PV_TRY(PV_NEW_ARRAY(m->mem, n_earlier, &m->expected, m->err));
    PV_TRY(PV_NEW_ARRAY(m->mem, n_earlier, &m->a, m->err));
    PV_TRY(PV_NEW_ARRAY(m->mem, n_later, &m->b, m->err));
    for (size_t i = 0; i < n_later; i++)
        m->out[i] = (struct pv_recognition){.earlier = PV_RECOGNITION_NONE};
    for (size_t i = 0; i < n_earlier; i++) {
        m->is_taken[i] = false;
        m->matched_line[i] = 0;
        m->expected[i] = i < m->earlier->n ? m->earlier->p[i].line : 0;
    }
    for (size_t i = 0; i <= m->earlier->n_files; i++)
        m->same_file[i] = PV_RECOGNITION_NONE;
    return PV_SUCCESS;
}

PV_RESULT pv_recognition_match(struct pv_arena *mem, const struct pv_observations *earlier,
                               const struct pv_observations *later, struct pv_recognition **out,
                               struct pv_err *err)
{
    static const unsigned passes[] = {PATH | SCOPE | CONTENT | CONTEXT, PATH | SCOPE | CONTENT,
                                      PATH | CONTENT | CONTEXT, PATH | CONTENT, PATH | SCOPE};
    struct match m = {.mem = mem, .earlier = earlier, .later = later, .err = err};
    PV_TRY(make_room(&m));
    /* What there is only once says how the lines around it have moved. */
    run_pass(&m, 1, PATH | SCOPE | CONTENT | CONTEXT, false, true);
    for (unsigned i = 0; i < PV_COUNT(passes); i++) {
        expect_lines(&m);
        run_pass(&m, i + 2, passes[i], false, false);
    }
    PV_TRY(find_renames(&m));
    run_pass(&m, PASS_RENAME, PATH | SCOPE | CONTENT, true, false);
    run_pass(&m, PASS_RENAME, PATH | CONTENT, true, false);
    run_pass(&m, PASS_RENAME, PATH | SCOPE, true, false);
    run_pass(&m, PASS_MOVE, SCOPE | CONTENT, false, true);
    *out = m.out;
    return PV_SUCCESS;
}
