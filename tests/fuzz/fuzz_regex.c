/* SPDX-License-Identifier: Apache-2.0 */
/* The first line is a pattern, the rest a subject: what matches lies in the subject. */
#include "support/fuzz.h"

#include "text/regex.h"

enum { MATCHES_MAX = 1000 };

static void release(struct pv_regex **regex)
{
    pv_regex_free(*regex);
}

static size_t check_match(const struct pv_regex_match *match, size_t from, size_t size)
{
    pv_assert(match->n >= 1 && match->n <= PV_REGEX_GROUPS_MAX);
    for (size_t i = 0; i < match->n; i++) {
        const struct pv_regex_group *group = &match->groups[i];
        pv_assert(group->start == SIZE_MAX || (group->start <= size && group->end <= size));
    }
    pv_assert(match->groups[0].end >= from);
    return match->groups[0].end;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(release) struct pv_regex *regex = NULL;
    struct pv_str subject = fuzz_text(data, size);
    struct pv_str pattern = {0};
    struct pv_regex_options options = {.multiline = size % 2, .caseless = size % 3 == 0};
    struct pv_regex_match match = {0};
    size_t from = 0;
    if (!pv_str_split(&subject, '\n', &pattern) ||
        !pv_is_ok(pv_regex_compile(pattern, options, &regex, NULL)))
        return 0;
    for (int i = 0; i < MATCHES_MAX && from <= subject.n; i++) {
        if (!pv_is_ok(pv_regex_find(regex, subject, from, &match)))
            break;
        size_t end = check_match(&match, from, subject.n);
        from = end > from ? end : from + 1;
    }
    return 0;
}
