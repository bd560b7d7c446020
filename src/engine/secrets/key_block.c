/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "engine/secrets/alphabet.h"
#include "engine/secrets/secrets_limits.h"

enum { HEAD = 64 };

/* Skips line ends and what stands for them in a text inside of code: \n, spaces, quotes, commas. */
static size_t skip_break(struct pv_str text, size_t at)
{
    while (at < text.n) {
        if (text.p[at] == '\\' && at + 1 < text.n && strchr("nrt\\", text.p[at + 1]) != NULL)
            at += 2;
        else if (text.p[at] && strchr(" \t\r\n\"'`+,.*#/;", text.p[at]) != NULL &&
                 text.p[at] != '/' && text.p[at] != '+')
            at++;
        else
            break;
    }
    return at;
}

/* How many characters of base64 the block holds in lines, and how many different ones. */
static size_t count_body(struct pv_str body, size_t *distinct)
{
    bool seen[128] = {false};
    size_t n = 0;
    for (size_t at = 0; at < body.n;) {
        size_t next = skip_break(body, at);
        if (next > at) {
            at = next;
            continue;
        }
        unsigned char byte = (unsigned char)body.p[at++];
        if (!pv_alphabet_has(PV_ALPHABET_BASE64, (char)byte))
            continue;
        n++;
        *distinct += !seen[byte & 0x7f];
        seen[byte & 0x7f] = true;
    }
    return n;
}

static bool pem_block(struct pv_str text, size_t at, size_t *end)
{
    static const char begin[] = "-----BEGIN ";
    struct pv_str near = pv_str_sub(text, at, at + PV_SECRETS_BLOCK_BYTES);
    if (!pv_str_has_prefix(near, pv_str_of(begin)))
        return false;
    struct pv_str label = pv_str_sub(near, sizeof begin - 1, HEAD);
    size_t dashes = pv_str_find(label, PV_STR("-----"), 0);
    if (dashes == SIZE_MAX)
        return false;
    label = pv_str_sub(label, 0, dashes);
    if (!pv_str_has_suffix(label, PV_STR("PRIVATE KEY")) &&
        !pv_str_has_suffix(label, PV_STR("PRIVATE KEY BLOCK")))
        return false;
    size_t start = sizeof begin - 1 + dashes + 5;
    size_t stop = pv_str_find(near, PV_STR("-----END "), start);
    if (stop == SIZE_MAX)
        return false;
    size_t distinct = 0;
    struct pv_str body = pv_str_sub(near, start, stop);
    if (pv_str_find(body, PV_STR("..."), 0) != SIZE_MAX || count_body(body, &distinct) < 56 ||
        distinct < 20)
        return false;
    *end = at + stop;
    return true;
}

static bool putty_block(struct pv_str text, size_t at, size_t *end)
{
    struct pv_str near = pv_str_sub(text, at, at + PV_SECRETS_BLOCK_BYTES);
    if (!pv_str_has_prefix(near, PV_STR("PuTTY-User-Key-File-")))
        return false;
    size_t lines = pv_str_find(near, PV_STR("\nPrivate-Lines: "), 0);
    if (lines == SIZE_MAX)
        return false;
    size_t stop = pv_str_find(near, PV_STR("Private-MAC"), lines);
    *end = at + (stop == SIZE_MAX ? near.n : stop);
    return true;
}

bool pv_key_block_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    size_t end = 0;
    if (!pem_block(search->text, at, &end) && !putty_block(search->text, at, &end))
        return false;
    *out = (struct pv_secret){PV_SECRET_PRIVATE_KEY, (uint32_t)at, (uint32_t)end};
    return true;
}
