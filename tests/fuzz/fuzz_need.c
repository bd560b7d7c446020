/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The first line is an expression, the rest a text. Where the expression holds,
 * the text has all words of one of the ways in which it is said to hold. The
 * length says whether it has to hold from the beginning.
 */
#include "engine/match/need.h"
#include "engine/match/need_internal.h"
#include "engine/match/need_part.h"
#include "support/fuzz.h"

static void release(struct pv_regex **regex)
{
    pv_regex_free(*regex);
}

static bool is_sign(char byte)
{
    return byte == '$' || (unsigned char)byte >= 0x80;
}

/* Whether `word` stands in `text` between bytes that are not of words, or between signs. */
static bool has_word(struct pv_str text, struct pv_str word)
{
    for (size_t at = pv_str_find(text, word, 0); at != SIZE_MAX;
         at = pv_str_find(text, word, at + 1)) {
        size_t end = at + word.n;
        bool is_start = at == 0 || is_sign(text.p[at - 1]) ||
                        !pv_need_is_word_byte((unsigned char)text.p[at - 1]);
        bool is_end = end == text.n || is_sign(text.p[end]) ||
                      !pv_need_is_word_byte((unsigned char)text.p[end]);
        if (is_start && is_end)
            return true;
    }
    return false;
}

static bool has_words_of(struct pv_str text, struct pv_str form)
{
    struct pv_str word = {0};
    while (pv_need_take_word(&form, &word)) {
        pv_assert(word.n > 0);
        if (!has_word(text, word))
            return false;
    }
    return true;
}

static bool has_part(struct pv_str text, const struct pv_need_part *lower)
{
    for (size_t at = 0; at < text.n; at++)
        if (pv_need_part_is_at(lower, text, at))
            return true;
    return pv_need_has_other_case(text);
}

/* The same in any case, for parts of words. */
static bool has_parts_of(struct pv_arena *mem, struct pv_str text, struct pv_str form)
{
    struct pv_need_part part = {0};
    while (pv_need_take_part(&form, &part)) {
        struct pv_str written = {0};
        pv_assert(pv_is_ok(pv_need_part_write(mem, &part, &written, NULL)));
        part = pv_need_part_of(written);
        pv_assert(part.bytes.n > 0);
        if (!has_part(text, &part))
            return false;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(release) struct pv_regex *regex = NULL;
    struct pv_str subject = fuzz_text(data, size);
    struct pv_str pattern = {0};
    struct pv_need_regex read = {.is_anchored = size % 2 != 0};
    struct pv_regex_options options = {.anchored = read.is_anchored,
                                       .multiline = !read.is_anchored};
    struct pv_need_forms forms = {0};
    struct pv_regex_match match = {0};
    (void)pv_str_split(&subject, '\n', &pattern);
    read.text = pattern;
    pv_assert(pv_is_ok(pv_need_read_regex(&mem, read, &forms, NULL)));
    if (forms.list.n == 0 || !pv_is_ok(pv_regex_compile(pattern, options, &regex, NULL)) ||
        !pv_is_ok(pv_regex_find(regex, subject, 0, &match)))
        return 0;
    bool has_words = false;
    for (size_t i = 0; i < forms.list.n; i++)
        has_words = has_words || ((forms.is_folded || has_words_of(subject, forms.list.p[i])) &&
                                  has_parts_of(&mem, subject, forms.list.p[i]));
    /* There is no match without the words that it needs. */
    pv_assert(has_words);
    return 0;
}
