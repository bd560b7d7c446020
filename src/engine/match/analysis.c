/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/analysis.h"

#include <stdint.h>

/* Pairs of letters that words are made of, the most frequent ones of English. */
static const char pairs[] =
    "thheinerananreesonsttoorenoundtiateseahionouartasdengisitaleverameofhamosofoicelalnecediche"
    "llecelihouromaurtapeecondealiopreriwemelytrbepaawhweutuseiossmacopocavoctacuslyowutbutaglak"
    "keyaddpopasabloadruidsecubaseconfigurepasswordtestuserdefaultaminexamplechangeexample";

/* Hundredths of a bit. */
enum {
    TELLS_LITTLE = 150, /* the next in a run, or the same again */
    TELLS_SOME = 280,   /* a frequent pair */
    TELLS_DIGIT = 400,
    TELLS_LETTER = 520,
    TELLS_CHANGE = 150,  /* besides, where the sort of character changes */
    TELLS_ENOUGH = 6400, /* 64 bits in all */
    TELLS_ON_AVERAGE = 385
};

enum sort { LOWER, UPPER, DIGIT, OTHER };

static enum sort sort_of(char byte)
{
    if (byte >= 'a' && byte <= 'z')
        return LOWER;
    if (byte >= 'A' && byte <= 'Z')
        return UPPER;
    return byte >= '0' && byte <= '9' ? DIGIT : OTHER;
}

static char lower(char byte)
{
    return sort_of(byte) == UPPER ? (char)(byte - 'A' + 'a') : byte;
}

static bool is_frequent(char first, char second)
{
    for (size_t i = 0; i + 2 < sizeof pairs; i++)
        if (pairs[i] == first && pairs[i + 1] == second)
            return true;
    return false;
}

static unsigned tells(char before, char byte)
{
    enum sort sort = sort_of(byte);
    unsigned change = sort_of(before) == sort || sort == OTHER ? 0 : TELLS_CHANGE;
    if (byte == before || byte == before + 1 || byte == before - 1)
        return TELLS_LITTLE;
    if (sort == OTHER)
        return TELLS_SOME;
    if (sort == DIGIT)
        return TELLS_DIGIT + change;
    return (is_frequent(lower(before), lower(byte)) ? TELLS_SOME : TELLS_LETTER) + change;
}

bool pv_analysis_is_random(struct pv_str text)
{
    unsigned long sum = 0;
    for (size_t i = 0; i < text.n; i++) {
        /* Texts of several words are for people. */
        if (text.p[i] == ' ' || text.p[i] == '\n')
            return false;
        sum += tells(i > 0 ? text.p[i - 1] : 'e', text.p[i]);
    }
    return sum > TELLS_ENOUGH && sum > (unsigned long)TELLS_ON_AVERAGE * text.n;
}

enum { GROUPS_MAX = 64 };

struct group {
    size_t start;    /* of what it holds */
    bool repeats;    /* something in it is repeated without an end */
    bool has_choice; /* it has alternatives */
};

static bool is_repeat(struct pv_str regex, size_t at)
{
    if (at >= regex.n)
        return false;
    if (regex.p[at] == '*' || regex.p[at] == '+')
        return true;
    struct pv_str rest = pv_str_sub(regex, at, regex.n);
    size_t end = pv_str_find(rest, PV_STR("}"), 0);
    return rest.p[0] == '{' && end != SIZE_MAX && end > 1 && rest.p[end - 1] == ',';
}

/* Whether two of the alternatives begin alike. */
static bool has_same_choice(struct pv_str body)
{
    struct pv_str rest = body;
    struct pv_str one = {0};
    bool seen[256] = {false};
    while (pv_str_split(&rest, '|', &one)) {
        if (one.n == 0)
            continue;
        unsigned char first = (unsigned char)one.p[0];
        if (seen[first] || (first == '.' && body.n > one.n))
            return true;
        seen[first] = first != '\\';
    }
    return false;
}

static size_t skip_class(struct pv_str regex, size_t at)
{
    for (size_t i = at + 1; i < regex.n; i++) {
        if (regex.p[i] == '\\')
            i++;
        else if (regex.p[i] == ']' && i > at + 1)
            return i;
    }
    return at;
}

bool pv_analysis_is_slow(struct pv_str regex)
{
    struct group groups[GROUPS_MAX] = {{0}};
    size_t n = 0;
    for (size_t i = 0; i < regex.n; i++) {
        char byte = regex.p[i];
        if (byte == '\\') {
            i++;
        } else if (byte == '[') {
            i = skip_class(regex, i);
        } else if (byte == '(') {
            if (n == GROUPS_MAX)
                return false;
            groups[n++] = (struct group){.start = i + 1};
        } else if (byte == '|' && n > 0) {
            groups[n - 1].has_choice = true;
        } else if (byte == ')' && n > 0) {
            struct group group = groups[--n];
            struct pv_str body = pv_str_sub(regex, group.start, i);
            bool is_repeated = is_repeat(regex, i + 1);
            if (is_repeated && (group.repeats || (group.has_choice && has_same_choice(body))))
                return true;
            if (n > 0)
                groups[n - 1].repeats |= group.repeats || is_repeated;
            continue;
        }
        if (n > 0 && is_repeat(regex, i + 1) && byte != '*' && byte != '+' && byte != '(')
            groups[n - 1].repeats = true;
    }
    return false;
}
