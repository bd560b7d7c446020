/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/secret_name.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"

#include <stdint.h>

enum { WORDS_MAX = 12 };

struct row {
    const char *text;
    size_t n;
    enum pv_secret_name name;
};

static const struct row end_rows[] = {
#define END(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row whole_rows[] = {
#define WHOLE(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row key_rows[] = {
#define KEY(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row not_rows[] = {
#define NOT(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row extra_rows[] = {
#define EXTRA(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row setter_rows[] = {
#define SETTER(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row verb_rows[] = {
#define VERB(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row value_rows[] = {
#define VALUE(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};
static const struct row id_rows[] = {
#define ID(text, name) {text, sizeof(text) - 1, PV_SECRET_NAME_##name},
#include "engine/secrets/name_word.def"
};

#define HOLDS(rows, word) (find_whole(rows, PV_COUNT(rows), word) != NULL)

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

/* Takes the last word off `*name`; false when there is none. */
static bool take_last(struct pv_str *name, struct pv_str *out)
{
    size_t end = name->n;
    for (size_t at = name->n; at-- > 0;) {
        if (!pv_alphabet_has(PV_ALPHABET_LETTER, name->p[at])) {
            end = at;
            continue;
        }
        if (!is_start(*name, at))
            continue;
        *out = pv_str_sub(*name, at, end);
        name->n = at;
        return true;
    }
    return false;
}

static struct words split(struct pv_str name)
{
    struct words words = {0};
    while (words.n < WORDS_MAX && take_last(&name, &words.list[words.n]))
        words.n++;
    return words;
}

/* Whether `word` ends as a row's text does, in any case. */
static bool is_end(struct pv_str word, const struct row *row)
{
    if (word.n < row->n)
        return false;
    for (size_t i = 0; i < row->n; i++)
        if (pv_alphabet_lower(word.p[word.n - 1 - i]) != row->text[row->n - 1 - i])
            return false;
    return true;
}

static const struct row *find_whole(const struct row *rows, size_t n, struct pv_str word)
{
    for (size_t i = 0; i < n; i++)
        if (rows[i].n == word.n && is_end(word, &rows[i]))
            return &rows[i];
    return NULL;
}

static enum pv_secret_name sense_of(struct pv_str word)
{
    for (size_t i = 0; i < PV_COUNT(end_rows); i++)
        if (is_end(word, &end_rows[i]))
            return end_rows[i].name;
    const struct row *row = find_whole(whole_rows, PV_COUNT(whole_rows), word);
    return row ? row->name : PV_SECRET_NAME_NONE;
}

static bool is_key(struct pv_str word)
{
    return word.n == 3 && pv_alphabet_lower(word.p[0]) == 'k' &&
           pv_alphabet_lower(word.p[1]) == 'e' && pv_alphabet_lower(word.p[2]) == 'y';
}

enum { LETTERS = 26 };

#define AT(letter) ((letter) - 'a')
#define ONLY(letter) (UINT32_C(1) << AT(letter))
#define ANY UINT32_MAX /* the end of the name, too */

/* How the words of the table begin: by their first two letters, the third ones. */
static const uint32_t third_letters[LETTERS][LETTERS] = {
#define OR_NONE(letter) ((letter) ? ONLY((letter) ? (letter) : 'a') : 0)
#define X(first, second, third, other, group)                                                      \
    [AT(first)][AT(second)] = (third) ? OR_NONE(third) | OR_NONE(other) : ANY,
#include "engine/secrets/name_front.def"
#undef X
};

/* The place of a letter in the alphabet, in any case; LETTERS or more for all else. */
static unsigned letter_of(char byte)
{
    return ((unsigned char)byte | 0x20u) - 'a';
}

/* Most names are of nothing secret, and tell so by their letters. */
static bool may_be_secret(struct pv_str name)
{
    for (size_t i = 0; i + 1 < name.n; i++) {
        unsigned first = letter_of(name.p[i]);
        unsigned second = letter_of(name.p[i + 1]);
        if (first >= LETTERS || second >= LETTERS || !third_letters[first][second])
            continue;
        unsigned third = i + 2 < name.n ? letter_of(name.p[i + 2]) : LETTERS;
        if (third_letters[first][second] == ANY ||
            (third < LETTERS && third_letters[first][second] >> third & 1))
            return true;
    }
    return false;
}

/* The last word decides, unless it is one that says nothing. */
static bool ends_as_secret(struct pv_str name)
{
    struct pv_str last = {0};
    return take_last(&name, &last) && (may_be_secret(last) || HOLDS(extra_rows, last));
}

/* "updatePassword", and "self.update_password", where the verb stands before the word at `last`. */
static bool is_done_with(const struct words *words, size_t last)
{
    return HOLDS(verb_rows, words->list[words->n - 1]) || HOLDS(verb_rows, words->list[last + 1]);
}

enum pv_secret_name pv_secret_name_of(struct pv_str name)
{
    if (!may_be_secret(name) || !ends_as_secret(name))
        return PV_SECRET_NAME_NONE;
    struct words words = split(name);
    size_t last = 0;
    while (last + 1 < words.n && HOLDS(extra_rows, words.list[last]))
        last++;
    if (last >= words.n)
        return PV_SECRET_NAME_NONE;
    struct pv_str before = last + 1 < words.n ? words.list[last + 1] : (struct pv_str){0};
    /* "publicKeyToken" is of the public key. */
    if (last + 2 < words.n && is_key(before) && !is_key(words.list[last]))
        before = words.list[last + 2];
    if (is_key(words.list[last]))
        return HOLDS(key_rows, before) ? PV_SECRET_NAME_TOKEN : PV_SECRET_NAME_NONE;
    enum pv_secret_name sense = sense_of(words.list[last]);
    if (sense == PV_SECRET_NAME_PASSWORD && last + 1 < words.n && is_done_with(&words, last))
        return PV_SECRET_NAME_NONE;
    return sense != PV_SECRET_NAME_NONE && HOLDS(not_rows, before) ? PV_SECRET_NAME_NONE : sense;
}

bool pv_secret_name_is_setter(struct pv_str name)
{
    size_t dot = pv_str_rfind_byte(name, '.');
    struct words words = split(dot == SIZE_MAX ? name : pv_str_sub(name, dot + 1, name.n));
    if (words.n == 0 || pv_secret_name_of(name) == PV_SECRET_NAME_NONE)
        return false;
    return words.n == 1 || HOLDS(setter_rows, words.list[words.n - 1]);
}

bool pv_secret_name_is_access(struct pv_str name)
{
    struct words words = split(name);
    for (size_t i = 0; i < words.n; i++)
        if (HOLDS(id_rows, words.list[i]))
            return false;
    return true;
}

bool pv_secret_name_is_value(struct pv_str name)
{
    /* The words of this role end so; hardly a name does. */
    char last = name.n ? pv_alphabet_lower(name.p[name.n - 1]) : '\0';
    char before = name.n > 1 ? pv_alphabet_lower(name.p[name.n - 2]) : '\0';
    if (!(last == 'e' && before == 'u') && !(last == 'l' && before == 'a') &&
        !(last == 't' && (before == 'l' || before == 'n')))
        return false;
    struct words words = split(name);
    return words.n > 0 && HOLDS(value_rows, words.list[0]);
}
