/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/published.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"

static const char *const files[] = {
#define BY_FILE(name) name,
#include "engine/secrets/published_sign.def"
};
static const char *const near_texts[] = {
#define NEAR(text) text,
#include "engine/secrets/published_sign.def"
};
static const char *const same_words[] = {
#define SAME(word) word,
#include "engine/secrets/published_sign.def"
};

static bool has_word(struct pv_str text, struct pv_str word)
{
    for (size_t at = 0; at + word.n <= text.n; at++) {
        size_t i = 0;
        while (i < word.n && pv_alphabet_lower(text.p[at + i]) == word.p[i])
            i++;
        if (i == word.n)
            return true;
    }
    return false;
}

/* The key's own line and the one before it, where XML has the name; not all of a line without end.
 */
static struct pv_str lines_of(const struct pv_secret_search *search, const struct pv_secret *secret)
{
    enum { FAR = 300 };
    struct pv_str text = search->text;
    size_t start = secret->start;
    size_t end = secret->end;
    int lines = 0;
    for (; start > 0 && secret->start - start < FAR; start--) {
        lines += text.p[start - 1] == '\n';
        if (lines == 2)
            break;
    }
    while (end < text.n && end - secret->end < FAR && text.p[end] != '\n')
        end++;
    return pv_str_sub(text, start, end);
}

static bool has_near(struct pv_str text, const struct pv_secret *secret)
{
    enum { FAR = 500 };
    size_t start = secret->start > FAR ? secret->start - FAR : 0;
    struct pv_str around = pv_str_sub(text, start, pv_min(secret->end + FAR, text.n));
    for (size_t i = 0; i < PV_COUNT(near_texts); i++)
        if (pv_str_find(around, pv_str_of(near_texts[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

bool pv_published_is(const struct pv_secret_search *search, const struct pv_secret *secret)
{
    struct pv_str lines = lines_of(search, secret);
    struct pv_str line = pv_str_trim(pv_search_line(search, secret->start));
    if (line.n == secret->end - secret->start || has_near(search->text, secret))
        return true;
    for (size_t i = 0; i < PV_COUNT(files); i++)
        if (pv_str_has_suffix(search->path, pv_str_of(files[i])))
            return true;
    for (size_t i = 0; i < PV_COUNT(same_words); i++)
        if (has_word(lines, pv_str_of(same_words[i])))
            return true;
    return false;
}
