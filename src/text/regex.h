/* SPDX-License-Identifier: Apache-2.0 */
/*
 * regex: PCRE2 with its JIT, and with limits on every search.
 *
 * Texts need not be valid UTF-8: a search goes on around bytes that are not.
 */
#ifndef PV_TEXT_REGEX_H
#define PV_TEXT_REGEX_H

#include "base/err.h"
#include "base/str.h"
#include "text/text_limits.h"

struct pv_regex; /* immutable; threads may share it */

struct pv_regex_options {
    bool multiline; /* ^ and $ at every line */
    bool anchored;  /* a match starts where the search starts */
    bool caseless;
    bool is_rare; /* searches few texts: it is interpreted, which is slower, and there sooner */
};

struct pv_regex_group {
    size_t start; /* SIZE_MAX when the group took no part */
    size_t end;
};

struct pv_regex_match {
    struct pv_regex_group groups[PV_REGEX_GROUPS_MAX]; /* 0 is the whole match */
    size_t n;
};

void pv_regex_free(struct pv_regex *regex);

/*
 * Compiles `pattern`. Released by pv_regex_free. PV_SYNTAX with the offset at
 * fault and PCRE2's words; PV_LIMIT; PV_NO_MEMORY.
 */
PV_RESULT pv_regex_compile(struct pv_str pattern, struct pv_regex_options options,
                           struct pv_regex **out, struct pv_err *err);

/*
 * Searches `subject` from byte `from`. PV_NOT_FOUND when nothing matches;
 * PV_LIMIT when PV_REGEX_MATCH_LIMIT steps were not enough to know.
 */
PV_RESULT pv_regex_find(const struct pv_regex *regex, struct pv_str subject, size_t from,
                        struct pv_regex_match *out);

/*
 * Whether an anchored expression could match at the start of `text`, by its first byte: false is
 * certain, true is not.
 */
bool pv_regex_may_begin(const struct pv_regex *regex, struct pv_str text);

/* How many groups the pattern has, the whole match not counted. */
size_t pv_regex_groups(const struct pv_regex *regex);

/* The name of group `index` (from 1); empty when it has none. Lives as long as `regex`. */
struct pv_str pv_regex_group_name(const struct pv_regex *regex, size_t index);

/* Adds "PCRE2 10.42": the library as it runs. */
struct pv_buf;
void pv_regex_add_library(struct pv_buf *out);

#endif
