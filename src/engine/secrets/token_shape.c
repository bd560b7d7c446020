/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/token_shape.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/likeness.h"
#include "engine/secrets/token_check.h"

static const struct row {
    enum pv_secret_kind kind;
    const char *shape;
    bool (*check)(struct pv_str token);
} rows[] = {
#define X(kind, shape, check) {kind, shape, pv_token_check_##check},
#include "engine/secrets/token.def"
#undef X
};

/* What a shape asks for next. */
struct step {
    unsigned alphabet; /* 0: the one character `plain` */
    char plain;
    size_t min;
    size_t max;
};

static unsigned alphabet_of(char letter)
{
    switch (letter) {
    case 'w': return PV_ALPHABET_ALNUM;
    case 'u': return PV_ALPHABET_URL;
    case 'b': return PV_ALPHABET_BASE64;
    case 'l': return PV_ALPHABET_SMALL | PV_ALPHABET_DIGIT;
    case 'A': return PV_ALPHABET_CAPITAL | PV_ALPHABET_DIGIT;
    case '2': return PV_ALPHABET_BASE32;
    case 'x': return PV_ALPHABET_SMALL_HEX;
    case 'X': return PV_ALPHABET_HEX;
    case 'd': return PV_ALPHABET_DIGIT;
    case 'e': return PV_ALPHABET_BASE64 | PV_ALPHABET_PERCENT;
    default: return 0;
    }
}

static size_t take_number(const char **shape)
{
    size_t number = 0;
    for (; **shape >= '0' && **shape <= '9'; (*shape)++)
        number = number * 10 + (size_t)(**shape - '0');
    return number;
}

static struct step take_step(const char **shape)
{
    struct step step = {.plain = **shape, .min = 1, .max = 1};
    if (step.plain == '%') {
        step.alphabet = alphabet_of((*shape)[1]);
        (*shape)++;
    }
    (*shape)++;
    if (**shape != '{')
        return step;
    (*shape)++;
    step.min = take_number(shape);
    step.max = step.min;
    if (**shape == ',') {
        (*shape)++;
        step.max = take_number(shape);
    }
    (*shape)++; /* the closing brace */
    return step;
}

static bool is_in(const struct step *step, char byte)
{
    return step->alphabet ? pv_alphabet_has(step->alphabet, byte) : step->plain == byte;
}

/* Where the shape ends; 0 when it does not hold. What looks like its last part must not go on. */
static size_t match(const char *shape, struct pv_str text)
{
    struct step step = {0};
    size_t at = 0;
    while (*shape) {
        size_t n = 0;
        step = take_step(&shape);
        while (n < step.max && at < text.n && is_in(&step, text.p[at])) {
            n++;
            at++;
        }
        if (n < step.min)
            return 0;
    }
    if (at < text.n && (is_in(&step, text.p[at]) || pv_alphabet_has(PV_ALPHABET_WORD, text.p[at])))
        return 0;
    return at;
}

/* How many characters the shape begins with that are always the same. */
static size_t front_of(const char *shape)
{
    size_t n = 0;
    while (shape[n] && shape[n] != '%')
        n++;
    return n;
}

_Static_assert(PV_COUNT(rows) < PV_TOKEN_ROWS_MAX, "a shape's number is one byte");

static size_t pair_of(const char *p)
{
    return (size_t)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

/* Backwards, so that shapes are tried in the order of the table. */
void pv_token_index_fill(struct pv_token_index *index)
{
    *index = (struct pv_token_index){0};
    for (size_t i = PV_COUNT(rows); i-- > 0;) {
        size_t pair = pair_of(rows[i].shape);
        index->next[i] = index->first[pair];
        index->first[pair] = (uint8_t)(i + 1);
    }
}

bool pv_token_front(size_t number, unsigned char front[PV_TOKEN_FRONT])
{
    if (number == 0 || number > PV_COUNT(rows))
        return false;
    memcpy(front, rows[number - 1].shape, PV_TOKEN_FRONT);
    if (front[2] == '%')
        front[2] = 0;
    return true;
}

bool pv_token_is_byte(char byte)
{
    return pv_alphabet_has(PV_ALPHABET_URL | PV_ALPHABET_PLUS, byte) ||
           (byte && strchr("$.:=~%", byte) != NULL);
}

size_t pv_token_least(size_t number)
{
    const char *shape = rows[number - 1].shape;
    size_t n = 0;
    while (*shape && *shape != ' ')
        n += take_step(&shape).min;
    return n;
}

/* The length of what has the row's shape at the front of `rest`; 0 when nothing has. */
static size_t length_of(const struct row *row, struct pv_str rest)
{
    if (rest.n < 3 || (row->shape[2] != '%' && rest.p[2] != row->shape[2]))
        return 0;
    size_t front = front_of(row->shape);
    if (rest.n < front || memcmp(rest.p, row->shape, front) != 0)
        return 0;
    size_t n = match(row->shape, rest);
    bool is_one = n > 0 && row->check(pv_str_sub(rest, 0, n)) &&
                  pv_likeness_is_token(pv_str_sub(rest, front, n));
    return is_one ? n : 0;
}

enum pv_secret_kind pv_token_at(const struct pv_token_index *index, struct pv_str text, size_t at,
                                size_t *end)
{
    struct pv_str rest = pv_str_sub(text, at, text.n);
    uint8_t number = rest.n > 1 ? index->first[pair_of(rest.p)] : 0;
    for (; number; number = index->next[number - 1]) {
        const struct row *row = &rows[number - 1];
        size_t n = length_of(row, rest);
        if (n == 0)
            continue;
        /* A signed address names the key that has signed it, and that is no secret. */
        if (row->kind == PV_SECRET_AWS_KEY_ID &&
            pv_str_has_suffix(pv_str_sub(text, 0, at), PV_STR("Credential=")))
            continue;
        *end = at + n;
        return row->kind;
    }
    return PV_SECRET_NONE;
}
