/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/secret_name.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"

enum { WORDS_MAX = 12 };

struct sense {
    const char *text;
    enum pv_secret_name name;
};

static const struct sense ends[] = {
#define END(text, sense) {text, PV_SECRET_NAME_##sense},
#define WHOLE(word, sense)
#define KEY(word)
#define NOT(word)
#define EXTRA(word)
#define SETTER(word)
#include "engine/secrets/name_word.def"
#undef END
#undef WHOLE
};

static const struct sense wholes[] = {
#define END(text, sense)
#define WHOLE(word, sense) {word, PV_SECRET_NAME_##sense},
#include "engine/secrets/name_word.def"
#undef WHOLE
#undef KEY
};

static const char *const keys[] = {
#define WHOLE(word, sense)
#define KEY(word) word,
#include "engine/secrets/name_word.def"
#undef KEY
#undef NOT
};

static const char *const nots[] = {
#define KEY(word)
#define NOT(word) word,
#include "engine/secrets/name_word.def"
#undef NOT
#undef EXTRA
};

static const char *const extras[] = {
#define NOT(word)
#define EXTRA(word) word,
#include "engine/secrets/name_word.def"
#undef EXTRA
#undef SETTER
};

static const char *const setters[] = {
#define EXTRA(word)
#define SETTER(word) word,
#include "engine/secrets/name_word.def"
};

/* The words of a name, the last one first. */
struct words {
    struct pv_str list[WORDS_MAX];
    size_t n;
};

/* Whether a new word begins at `at`: after other characters, or where "aB" or "ABc" is. */
static bool is_start(struct pv_str name, size_t at)
{
    unsigned sort = pv_alphabet_of(name.p[at]);
    unsigned before = at > 0 ? pv_alphabet_of(name.p[at - 1]) : 0;
    unsigned after = at + 1 < name.n ? pv_alphabet_of(name.p[at + 1]) : 0;
    if (!(before & PV_ALPHABET_LETTER))
        return true;
    if (!(sort & PV_ALPHABET_CAPITAL))
        return false;
    return before & PV_ALPHABET_SMALL || after & PV_ALPHABET_SMALL;
}

static struct words split(struct pv_str name)
{
    struct words words = {0};
    size_t end = name.n;
    for (size_t at = name.n; at-- > 0 && words.n < WORDS_MAX;) {
        if (!pv_alphabet_has(PV_ALPHABET_LETTER, name.p[at])) {
            end = at;
            continue;
        }
        if (!is_start(name, at))
            continue;
        words.list[words.n++] = pv_str_sub(name, at, end);
        end = at;
    }
    return words;
}

static bool is_end(struct pv_str word, const char *text, bool is_whole)
{
    size_t n = strlen(text);
    if (word.n < n || (is_whole && word.n != n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (pv_alphabet_lower(word.p[word.n - n + i]) != text[i])
            return false;
    return true;
}

static bool is_any(struct pv_str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is_end(word, list[i], true))
            return true;
    return false;
}

static enum pv_secret_name sense_of(struct pv_str word)
{
    for (size_t i = 0; i < PV_COUNT(ends); i++)
        if (is_end(word, ends[i].text, false))
            return ends[i].name;
    for (size_t i = 0; i < PV_COUNT(wholes); i++)
        if (is_end(word, wholes[i].text, true))
            return wholes[i].name;
    return PV_SECRET_NAME_NONE;
}

/* Most names are of nothing secret, and tell so by their letters. */
static bool may_be_secret(struct pv_str name)
{
    for (size_t i = 0; i + 1 < name.n; i++) {
        char first = pv_alphabet_lower(name.p[i]);
        char second = pv_alphabet_lower(name.p[i + 1]);
        bool is_front = (first == 'p' && (second == 'a' || second == 'w' || second == 's')) ||
                        (first == 's' && (second == 'e' || second == 'a')) ||
                        (first == 't' && second == 'o') || (first == 'k' && second == 'e') ||
                        (first == 'a' && second == 'u') || (first == 'j' && second == 'w') ||
                        (first == 'c' && (second == 'r' || second == 'o')) ||
                        (first == 'b' && second == 'e') || (first == 'v' && second == 'e');
        if (is_front)
            return true;
    }
    return false;
}

enum pv_secret_name pv_secret_name_of(struct pv_str name)
{
    if (!may_be_secret(name))
        return PV_SECRET_NAME_NONE;
    struct words words = split(name);
    size_t last = 0;
    while (last + 1 < words.n && is_any(words.list[last], extras, PV_COUNT(extras)))
        last++;
    if (last >= words.n)
        return PV_SECRET_NAME_NONE;
    struct pv_str before = last + 1 < words.n ? words.list[last + 1] : (struct pv_str){0};
    if (is_end(words.list[last], "key", true))
        return is_any(before, keys, PV_COUNT(keys)) ? PV_SECRET_NAME_TOKEN : PV_SECRET_NAME_NONE;
    if (is_any(before, nots, PV_COUNT(nots)))
        return PV_SECRET_NAME_NONE;
    return sense_of(words.list[last]);
}

bool pv_secret_name_is_setter(struct pv_str name)
{
    struct words words = split(name);
    if (words.n == 0 || pv_secret_name_of(name) == PV_SECRET_NAME_NONE)
        return false;
    return words.n == 1 || is_any(words.list[words.n - 1], setters, PV_COUNT(setters));
}

bool pv_secret_name_is_value(struct pv_str name)
{
    struct words words = split(name);
    return words.n > 0 &&
           (is_end(words.list[0], "value", true) || is_end(words.list[0], "default", true) ||
            is_end(words.list[0], "content", true) || is_end(words.list[0], "val", true));
}
