/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/expectation.h"

#include "engine/scan/suppress.h"

static const struct mark {
    const char *word;
    bool is_same_line;
    bool is_found;
    bool is_excused;
} marks[] = {
    /* The longer words first: they end like the shorter ones. */
    {"pave: expect", true, true, false}, {"todoruleid:", false, true, true},
    {"deepruleid:", false, true, true},  {"ruleid:", false, true, false},
    {"todook:", false, false, true},     {"deepok:", false, false, true},
    {"ok:", false, false, false},
};

static bool is_comment_byte(char byte)
{
    return memchr("#/*-;%!<({\" \t", byte, sizeof("#/*-;%!<({\" \t") - 1) != NULL;
}

/* Where the rules' names stand behind a mark of this kind; SIZE_MAX when there is none. */
static size_t find_mark(struct pv_str line, const struct mark *mark)
{
    struct pv_str word = pv_str_of(mark->word);
    size_t at = pv_str_find(line, word, 0);

    if (at == SIZE_MAX)
        return SIZE_MAX;
    /* "book: 1" is no comment: nothing but comment signs may stand before a mark for the next line.
     */
    for (size_t i = 0; i < at && !mark->is_same_line; i++) {
        if (!is_comment_byte(line.p[i]))
            return SIZE_MAX;
    }
    return at + word.n;
}

/* Without what closes a comment in some languages. */
static struct pv_str without_closing(struct pv_str names)
{
    static const char *const closings[] = {"*/", "-->", "*)", "#}", "%>"};

    for (size_t i = 0; i < PV_COUNT(closings); i++) {
        size_t end = pv_str_find(names, pv_str_of(closings[i]), 0);
        if (end != SIZE_MAX)
            names = pv_str_sub(names, 0, end);
    }
    return pv_str_trim(names);
}

static const struct mark *mark_of(struct pv_str line, struct pv_str *names)
{
    for (size_t i = 0; i < PV_COUNT(marks); i++) {
        size_t at = find_mark(line, &marks[i]);
        if (at == SIZE_MAX)
            continue;
        *names = without_closing(pv_str_sub(line, at, line.n));
        return &marks[i];
    }
    return NULL;
}

PV_RESULT pv_expectations_read(struct pv_arena *mem, struct pv_str text,
                               struct pv_expectations *out, struct pv_err *err)
{
    struct pv_str line = {0};
    struct pv_str names = {0};
    uint32_t number = 0;
    size_t first_waiting = 0; /* comments above each other speak of the same line of code */

    while (pv_str_split(&text, '\n', &line)) {
        const struct mark *mark = mark_of(line, &names);
        struct pv_expectation *expectation = NULL;
        number++;
        if (mark) {
            PV_TRY(PV_VEC_PUSH(mem, &out->list, &expectation, err));
            *expectation = (struct pv_expectation){names, mark->is_same_line ? number : 0,
                                                   mark->is_found, mark->is_excused};
        }
        if (mark && !mark->is_same_line)
            continue;
        for (; first_waiting < out->list.n; first_waiting++) {
            if (out->list.p[first_waiting].line == 0)
                out->list.p[first_waiting].line = number;
        }
    }
    return PV_SUCCESS;
}

bool pv_expectations_want(const struct pv_expectations *all, const struct pv_rule *rule,
                          uint32_t line, bool *is_excused)
{
    bool is_wanted = false;

    *is_excused = false;
    for (size_t i = 0; i < all->list.n; i++) {
        const struct pv_expectation *one = &all->list.p[i];
        if (one->line != line || !pv_suppression_names(one->rules, rule))
            continue;
        is_wanted = is_wanted || one->is_found;
        *is_excused = *is_excused || one->is_excused;
    }
    return is_wanted;
}
