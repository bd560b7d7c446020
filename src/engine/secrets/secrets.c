/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/secrets.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/front.h"
#include "engine/secrets/name_reach.h"
#include "engine/secrets/published.h"
#include "engine/secrets/search.h"
#include "engine/secrets/secrets_limits.h"
#include "engine/secrets/seek.h"
#include "engine/secrets/token_check.h"
#include "engine/secrets/token_shape.h"

#include <stdlib.h>

enum group {
#define X(group, severity, confidence, silent, tells) GROUP_##group,
#include "engine/secrets/secret_group.def"
#undef X
};

struct pv_secret_facts pv_secret_facts_of(enum pv_secret_kind kind)
{
    static const struct pv_secret_facts groups[] = {
#define X(group, how_severe, how_sure, why_silent, how_told)                                       \
    {.severity = {how_severe, sizeof(how_severe) - 1},                                             \
     .confidence = {how_sure, sizeof(how_sure) - 1},                                               \
     .silent = {why_silent, sizeof(why_silent) - 1},                                               \
     .tells = {how_told, sizeof(how_told) - 1}},
#include "engine/secrets/secret_group.def"
#undef X
    };
    static const struct {
        enum group group;
        const char *id;
        const char *words;
    } kinds[] = {
        {GROUP_NAMED, "", ""},
#define X(name, id, group, words) {GROUP_##group, id, words},
#include "engine/secrets/secret_kind.def"
#undef X
    };
    struct pv_secret_facts facts = groups[kinds[kind].group];
    facts.id = pv_str_of(kinds[kind].id);
    facts.words = pv_str_of(kinds[kind].words);
    return facts;
}

struct pv_str pv_search_line(const struct pv_secret_search *search, size_t at)
{
    struct pv_str text = search->text;
    enum { FAR = 2000 };
    size_t start = at;
    size_t end = at;
    while (start > 0 && at - start < FAR && text.p[start - 1] != '\n')
        start--;
    while (end < text.n && end - at < FAR && text.p[end] != '\n')
        end++;
    return pv_str_sub(text, start, end);
}

struct pv_result pv_secrets_add(struct pv_arena *mem, struct pv_secrets *secrets,
                                struct pv_secret secret, struct pv_err *err)
{
    struct pv_secret *slot = NULL;
    if (secrets->list.n >= PV_SECRETS_MAX)
        return pv_fail(err, PV_LIMIT, secret.start, "more than %d secrets", PV_SECRETS_MAX);
    PV_TRY(PV_VEC_PUSH(mem, &secrets->list, &slot, err));
    *slot = secret;
    return PV_SUCCESS;
}

/* Kinds that a place of tests or examples is full of. A token of a service is live anywhere. */
static bool is_left_alone(const struct pv_secret_search *search, enum pv_secret_kind kind)
{
    return search->kind.is_test && kind >= PV_SECRET_PRIVATE_KEY;
}

static bool word_at(const struct pv_secret_search *search, const struct pv_token_index *tokens,
                    size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    size_t end = 0;
    out->kind = pv_token_at(tokens, text, at, &end);
    if (out->kind == PV_SECRET_NONE && text.p[at] == 'e' && text.p[at + 1] == 'y') {
        size_t n = pv_token_jwt(pv_str_sub(text, at, text.n));
        out->kind = n > 0 ? PV_SECRET_JWT : PV_SECRET_NONE;
        end = at + n;
    }
    out->start = (uint32_t)at;
    out->end = (uint32_t)end;
    if (out->kind == PV_SECRET_GOOGLE_API && pv_published_is(search, out))
        out->kind = PV_SECRET_GOOGLE_CLIENT;
    return out->kind != PV_SECRET_NONE || pv_login_header_at(search, at, out) ||
           (text.p[at] == 'P' && pv_key_block_at(search, at, out));
}

static bool token_around(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    size_t start = 0;
    size_t end = 0;
    out->kind = pv_token_around(search->text, at, &start, &end);
    out->start = (uint32_t)start;
    out->end = (uint32_t)end;
    return out->kind != PV_SECRET_NONE;
}

enum { DASHES_BEFORE = 4 }; /* the last one of -----BEGIN */

static bool sign_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    switch (search->text.p[at]) {
    case '-':
        return (at >= DASHES_BEFORE && pv_key_block_at(search, at - DASHES_BEFORE, out)) ||
               token_around(search, at, out) || pv_login_command_at(search, at, out);
    case ' ': return pv_login_sql_at(search, at, out) || pv_named_at(search, at, out);
    case '$': return pv_password_hash_at(search, at, out);
    case '~':
    case '.': return token_around(search, at, out);
    case '|': return token_around(search, at, out) || pv_named_at(search, at, out);
    case ':':
        return pv_login_url_at(search, at, out) || token_around(search, at, out) ||
               pv_named_at(search, at, out);
    default: return pv_named_at(search, at, out);
    }
}

struct pv_secret_finder {
    struct pv_fronts fronts;
    struct pv_token_index tokens;
    struct pv_spot_tables spots;
};

static void add_sign(struct pv_secret_finder *finder, unsigned char sign, const char *after)
{
    for (unsigned next = 0; next < 256; next++)
        if (!after || (next && strchr(after, (int)next) != NULL))
            pv_fronts_add(&finder->fronts, sign, (unsigned char)next);
}

static void fill_finder(struct pv_secret_finder *finder)
{
    static const char *const words[] = {"ey", "Ba", "Be", "NT", "Pu"};
    static const char *const any = "=:~>."; /* before any other byte */
    unsigned char front[PV_TOKEN_FRONT];
    pv_token_index_fill(&finder->tokens);
    pv_spot_fill(&finder->spots, true);
    for (size_t i = 1; pv_token_front(i, front); i++)
        pv_fronts_add(&finder->fronts, front[0], front[1]);
    for (size_t i = 0; i < PV_COUNT(words); i++)
        pv_fronts_add(&finder->fronts, (unsigned char)words[i][0], (unsigned char)words[i][1]);
    for (size_t i = 0; any[i]; i++)
        add_sign(finder, (unsigned char)any[i], NULL);
    add_sign(finder, ' ', "'\"");
    add_sign(finder, '(', "\"'`b");
    add_sign(finder, ',', " \t\"'`");
    add_sign(finder, '-', "-BuaepskwP");
    add_sign(finder, '$', "12567PAaysb");
    add_sign(finder, '?', "?=:");
    add_sign(finder, '|', "|0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");
}

/* One text, what is looked for in it, and what was found. */
struct hunt {
    struct pv_arena *mem;
    struct pv_secret_search search;
    const struct pv_secret_finder *finder;
    size_t seen; /* places behind a name up to here were looked at */
    struct pv_secrets *out;
};

static bool is_found(const struct hunt *hunt, size_t at, struct pv_secret *out)
{
    if (!pv_front_is_at(&hunt->finder->fronts, hunt->search.text, at))
        return false;
    if (pv_alphabet_has(PV_ALPHABET_ALNUM, hunt->search.text.p[at]))
        return word_at(&hunt->search, &hunt->finder->tokens, at, out);
    return sign_at(&hunt->search, at, out);
}

static PV_RESULT look_at(const struct hunt *hunt, size_t at, struct pv_err *err)
{
    struct pv_secret secret = {0};
    if (is_found(hunt, at, &secret) && !is_left_alone(&hunt->search, secret.kind))
        return pv_secrets_add(hunt->mem, hunt->out, secret, err);
    return PV_SUCCESS;
}

/* What one name has passed on its way is not looked at again for the next one. */
static PV_RESULT look_behind(struct hunt *hunt, size_t end, struct pv_err *err)
{
    struct pv_name_reach reach = {0};
    pv_name_reach_begin(&reach, hunt->search.text, end);
    for (size_t at = pv_name_reach_next(&reach); at != SIZE_MAX; at = pv_name_reach_next(&reach)) {
        bool is_aside = strchr("-> ", hunt->search.text.p[at]) != NULL;
        if (!is_aside && at < hunt->seen)
            continue;
        if (!is_aside)
            hunt->seen = at + 1;
        PV_TRY(look_at(hunt, at, err));
    }
    return PV_SUCCESS;
}

static PV_RESULT find(struct hunt *hunt, struct pv_err *err)
{
    struct pv_seek seek = {.tables = &hunt->finder->spots, .text = hunt->search.text};
    struct pv_seek_block block = {0};
    while (pv_seek_next(&seek, &block)) {
        for (; block.places; block.places &= block.places - 1)
            PV_TRY(look_at(hunt, block.base + (size_t)__builtin_ctzll(block.places), err));
        for (; block.ends; block.ends &= block.ends - 1)
            PV_TRY(look_behind(hunt, block.base + (size_t)__builtin_ctzll(block.ends), err));
    }
    return PV_SUCCESS;
}

static PV_RESULT find_everywhere(struct hunt *hunt, struct pv_err *err)
{
    for (size_t at = 0; at < hunt->search.text.n; at++)
        PV_TRY(look_at(hunt, at, err));
    return PV_SUCCESS;
}

static int compare(const void *a, const void *b)
{
    const struct pv_secret *x = a;
    const struct pv_secret *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->kind < y->kind ? -1 : x->kind > y->kind;
}

/* Of secrets that overlap the one that is told best stays: kinds are in that order. */
static void keep_best(struct pv_secrets *secrets)
{
    struct pv_secret *list = secrets->list.p;
    size_t kept = 0;
    if (secrets->list.n == 0)
        return;
    qsort(list, secrets->list.n, sizeof *list, compare);
    for (size_t i = 0; i < secrets->list.n; i++) {
        if (kept == 0 || list[i].start >= list[kept - 1].end)
            list[kept++] = list[i];
        else if (list[i].kind < list[kept - 1].kind)
            list[kept - 1] = list[i];
    }
    secrets->list.n = kept;
}

struct pv_result pv_secret_finder_new(struct pv_arena *mem, const struct pv_secret_finder **out,
                                      struct pv_err *err)
{
    struct pv_secret_finder *finder = NULL;
    PV_TRY(PV_NEW(mem, &finder, err));
    fill_finder(finder);
    *out = finder;
    return PV_SUCCESS;
}

static PV_RESULT hunt_for(struct hunt *hunt, bool is_everywhere, struct pv_err *err)
{
    *hunt->out = (struct pv_secrets){0};
    struct pv_result result = is_everywhere ? find_everywhere(hunt, err) : find(hunt, err);
    if (pv_is_ok(result) && !hunt->search.kind.is_test)
        result = pv_login_file_find(hunt->mem, &hunt->search, hunt->out, err);
    keep_best(hunt->out);
    return result;
}

struct pv_result pv_secrets_find(struct pv_arena *mem, const struct pv_secret_finder *finder,
                                 struct pv_str path, struct pv_str text, struct pv_secrets *out,
                                 struct pv_err *err)
{
    struct hunt hunt = {mem, {text, path, pv_text_kind_of(path)}, finder, 0, out};
    return hunt_for(&hunt, false, err);
}

struct pv_result pv_secrets_find_everywhere(struct pv_arena *mem,
                                            const struct pv_secret_finder *finder,
                                            struct pv_str path, struct pv_str text,
                                            struct pv_secrets *out, struct pv_err *err)
{
    struct hunt hunt = {mem, {text, path, pv_text_kind_of(path)}, finder, 0, out};
    return hunt_for(&hunt, true, err);
}
