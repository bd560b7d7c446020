/* SPDX-License-Identifier: Apache-2.0 */
#include "text/regex.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "base/num.h"
#include "text/regex_front.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct pv_regex {
    pcre2_general_context *memory;
    pcre2_code *code;
    pcre2_match_context *limits;
    uint32_t n_groups;
    struct pv_regex_front front;
};

static void *take(size_t size, void *unused)
{
    (void)unused;
    return pv_realloc(NULL, size);
}

static void give_back(void *block, void *unused)
{
    (void)unused;
    pv_release(block);
}

void pv_regex_free(struct pv_regex *regex)
{
    if (!regex)
        return;
    pcre2_match_context_free(regex->limits);
    pcre2_code_free(regex->code);
    pcre2_general_context_free(regex->memory);
    pv_release(regex);
}

static PV_RESULT fail_to_compile(struct pv_err *err, int number, size_t offset)
{
    PCRE2_UCHAR text[128] = {0};
    if (number == PCRE2_ERROR_NOMEMORY || number == PCRE2_ERROR_HEAP_FAILED)
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    (void)pcre2_get_error_message(number, text, sizeof text);
    return pv_fail(err, PV_SYNTAX, offset, "%s, at character %zu", (const char *)text, offset + 1);
}

static uint32_t flags_of(struct pv_regex_options options)
{
    uint32_t flags = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    if (options.multiline)
        flags |= PCRE2_MULTILINE;
    if (options.anchored)
        flags |= PCRE2_ANCHORED;
    if (options.caseless)
        flags |= PCRE2_CASELESS;
    return flags;
}

/* Fills what pv_regex_free releases, whether it succeeds or not. */
static PV_RESULT compile(struct pv_regex *regex, struct pv_str pattern,
                         struct pv_regex_options options, struct pv_err *err)
{
    uint32_t flags = flags_of(options);
    int number = 0;
    PCRE2_SIZE offset = 0;
    regex->memory = pcre2_general_context_create(take, give_back, NULL);
    regex->limits = pcre2_match_context_create(regex->memory);
    pcre2_compile_context *context = pcre2_compile_context_create(regex->memory);
    if (!regex->memory || !regex->limits || !context) {
        pcre2_compile_context_free(context);
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    }
    regex->code = pcre2_compile((PCRE2_SPTR)(pattern.p ? pattern.p : ""), pattern.n, flags, &number,
                                &offset, context);
    pcre2_compile_context_free(context);
    if (!regex->code)
        return fail_to_compile(err, number, offset);
    (void)pcre2_set_match_limit(regex->limits, PV_REGEX_MATCH_LIMIT);
    (void)pcre2_set_heap_limit(regex->limits, PV_REGEX_HEAP_KIB);
    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_CAPTURECOUNT, &regex->n_groups);
    /*
     * Machine code takes 50 µs to make, which only long texts earn back; an anchored one looks at
     * names. Where the JIT can't be had (a hardened kernel, say), PCRE2 interprets: slower, the
     * same.
     */
    if (!options.anchored && !options.is_rare)
        (void)pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
    return PV_SUCCESS;
}

struct pv_result pv_regex_compile(struct pv_str pattern, struct pv_regex_options options,
                                  struct pv_regex **out, struct pv_err *err)
{
    if (pattern.n > PV_REGEX_PATTERN_MAX)
        return pv_fail(err, PV_LIMIT, PV_REGEX_PATTERN_MAX, "expected at most %d bytes",
                       PV_REGEX_PATTERN_MAX);
    struct pv_regex *regex = pv_alloc(sizeof *regex);
    if (!regex)
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    struct pv_result compiled = compile(regex, pattern, options, err);
    if (!pv_is_ok(compiled)) {
        pv_regex_free(regex);
        return compiled;
    }
    if (options.anchored)
        regex->front = pv_regex_front_of(pattern, options.caseless);
    *out = regex;
    return PV_SUCCESS;
}

bool pv_regex_may_begin(const struct pv_regex *regex, struct pv_str text)
{
    const struct pv_regex_front *front = &regex->front;
    return !front->is_known ||
           (text.n > 0 && (text.p[0] == front->byte || text.p[0] == front->other));
}

static void copy_groups(pcre2_match_data *data, int n, struct pv_regex_match *out)
{
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);
    out->n = pv_min((size_t)n, PV_REGEX_GROUPS_MAX);
    for (size_t i = 0; i < out->n; i++)
        out->groups[i] = (struct pv_regex_group){at[2 * i], at[2 * i + 1]};
    /* In PCRE2 before 10.38 \K can put the start behind the end: such a match is empty. */
    if (out->groups[0].start > out->groups[0].end)
        out->groups[0].start = out->groups[0].end;
}

struct pv_result pv_regex_find(const struct pv_regex *regex, struct pv_str subject, size_t from,
                               struct pv_regex_match *out)
{
    if (from > subject.n)
        return pv_fail(NULL, PV_NOT_FOUND, 0, "past the end");
    if (!pv_regex_may_begin(regex, pv_str_sub(subject, from, subject.n)))
        return pv_fail(NULL, PV_NOT_FOUND, 0, "another first byte");
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(regex->code, regex->memory);
    if (!data)
        return pv_fail(NULL, PV_NO_MEMORY, 0, "out of memory");
    PCRE2_SPTR text = (PCRE2_SPTR)(subject.p ? subject.p : "");
    int n = pcre2_match(regex->code, text, subject.n, from, 0, data, regex->limits);
    /* The JIT has the machine's stack and little of it; the interpreter has PV_REGEX_HEAP_KIB. */
    if (n == PCRE2_ERROR_JIT_STACKLIMIT)
        n = pcre2_match(regex->code, text, subject.n, from, PCRE2_NO_JIT, data, regex->limits);
    if (n > 0)
        copy_groups(data, n, out);
    pcre2_match_data_free(data);
    if (n > 0)
        return PV_SUCCESS;
    if (n == PCRE2_ERROR_NOMATCH)
        return pv_fail(NULL, PV_NOT_FOUND, 0, "no match");
    if (n == PCRE2_ERROR_NOMEMORY)
        return pv_fail(NULL, PV_NO_MEMORY, 0, "out of memory");
    return pv_fail(NULL, PV_LIMIT, 0, "too many steps");
}

size_t pv_regex_groups(const struct pv_regex *regex)
{
    return regex->n_groups;
}

struct pv_str pv_regex_group_name(const struct pv_regex *regex, size_t index)
{
    uint32_t n = 0;
    uint32_t size = 0;
    PCRE2_SPTR table = NULL;
    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_NAMECOUNT, &n);
    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    (void)pcre2_pattern_info(regex->code, PCRE2_INFO_NAMETABLE, &table);
    /* Each entry: the group's number in two bytes, its name, a zero. */
    for (uint32_t i = 0; i < n; i++, table += size) {
        if (((size_t)table[0] << 8 | table[1]) == index)
            return pv_str_of((const char *)table + 2);
    }
    return (struct pv_str){0};
}

void pv_regex_add_library(struct pv_buf *out)
{
    PCRE2_UCHAR version[64] = {0};

    /* "10.42 2022-12-11": the number says enough. */
    if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) > (int)sizeof version)
        return;
    (void)pcre2_config(PCRE2_CONFIG_VERSION, version);
    struct pv_str text = pv_str_of((const char *)version);
    pv_buf_format(out, "PCRE2 %.*s",
                  PV_STR_FMT(pv_str_sub(text, 0, pv_str_find(text, PV_STR(" "), 0))));
}
