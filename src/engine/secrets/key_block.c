/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "engine/secrets/alphabet.h"
#include "engine/secrets/secrets_limits.h"

enum { HEAD = 64 };

/* "…\n" + "…": a sign of code, and none of base64, in which no space or quote stands before it. */
static bool is_joint(struct pv_str text, size_t at)
{
    return text.p[at] == '+' && at > 0 && strchr(" \"'`", text.p[at - 1]) != NULL;
}

/* Skips line ends and what stands for them in a text inside of code: \n, spaces, quotes, commas. */
static size_t skip_break(struct pv_str text, size_t at)
{
    while (at < text.n) {
        if (is_joint(text, at))
            at++;
        else if (text.p[at] == '\\' && at + 1 < text.n && strchr("nrt\\", text.p[at + 1]) != NULL)
            at += 2;
        else if (text.p[at] && strchr(" \t\r\n\"'`+,.*#/;", text.p[at]) != NULL &&
                 text.p[at] != '/' && text.p[at] != '+')
            at++;
        else
            break;
    }
    return at;
}

/* The body of a block: its base64 without line ends, and the bytes that it begins with. */
struct body {
    size_t n; /* characters */
    size_t n_bytes;
    unsigned char bytes[48];
};

static struct body read_body(struct pv_str text)
{
    struct body body = {0};
    uint32_t bits = 0;
    unsigned n_bits = 0;
    for (size_t at = skip_break(text, 0); at < text.n; at = skip_break(text, at + 1)) {
        if (!pv_alphabet_has(PV_ALPHABET_BASE64, text.p[at]))
            continue;
        body.n++;
        bits = bits << 6 | pv_alphabet_base64(text.p[at]);
        n_bits += 6;
        if (n_bits < 8 || body.n_bytes == sizeof body.bytes)
            continue;
        n_bits -= 8;
        body.bytes[body.n_bytes++] = (unsigned char)(bits >> n_bits & 0xff);
    }
    return body;
}

/* X.690: a sequence whose first part is a small number, the version of RFC 5208, 8017 and 5915. */
static bool is_der(const struct body *body)
{
    enum { SEQUENCE = 0x30, INTEGER = 2, LONG = 0x80 };
    size_t at = 2;
    if (body->n_bytes < 12 || body->bytes[0] != SEQUENCE)
        return false;
    if (body->bytes[1] > LONG)
        at += body->bytes[1] - LONG;
    return at + 2 < body->n_bytes && body->bytes[at] == INTEGER && body->bytes[at + 1] == 1 &&
           body->bytes[at + 2] <= 1;
}

/* OpenSSH's own form: its name, and that no passphrase is needed. */
static bool is_open_ssh(const struct body *body)
{
    static const char head[] = "openssh-key-v1\0\0\0\0\4none";
    return body->n_bytes >= sizeof head - 1 && memcmp(body->bytes, head, sizeof head - 1) == 0;
}

/* Where the block ends that `near` begins with; 0 when it is no key, or needs a passphrase. */
static size_t end_of_pem(struct pv_str near, size_t start, bool is_pgp)
{
    enum { LEAST = 56 };
    size_t stop = pv_str_find(near, PV_STR("-----END "), start);
    if (stop == SIZE_MAX)
        return 0;
    struct pv_str text = pv_str_sub(near, start, stop);
    if (pv_str_find(text, PV_STR("..."), 0) != SIZE_MAX ||
        pv_str_find(text, PV_STR("ENCRYPTED"), 0) != SIZE_MAX)
        return 0;
    struct body body = read_body(text);
    return body.n >= LEAST && (is_pgp || is_der(&body) || is_open_ssh(&body)) ? stop : 0;
}

static bool pem_block(struct pv_str text, size_t at, size_t *end)
{
    struct pv_str begin = PV_STR("-----BEGIN ");
    struct pv_str near = pv_str_sub(text, at, at + PV_SECRETS_BLOCK_BYTES);
    if (!pv_str_has_prefix(near, begin))
        return false;
    struct pv_str label = pv_str_sub(near, begin.n, HEAD);
    size_t dashes = pv_str_find(label, PV_STR("-----"), 0);
    if (dashes == SIZE_MAX)
        return false;
    label = pv_str_sub(label, 0, dashes);
    bool is_pgp = pv_str_has_suffix(label, PV_STR("PRIVATE KEY BLOCK"));
    if ((!is_pgp && !pv_str_has_suffix(label, PV_STR("PRIVATE KEY"))) ||
        pv_str_has_prefix(label, PV_STR("ENCRYPTED")))
        return false;
    size_t n = end_of_pem(near, begin.n + dashes + 5, is_pgp);
    *end = at + n;
    return n > 0;
}

static bool putty_block(struct pv_str text, size_t at, size_t *end)
{
    struct pv_str near = pv_str_sub(text, at, at + PV_SECRETS_BLOCK_BYTES);
    if (!pv_str_has_prefix(near, PV_STR("PuTTY-User-Key-File-")))
        return false;
    size_t lines = pv_str_find(near, PV_STR("\nPrivate-Lines: "), 0);
    if (lines == SIZE_MAX || pv_str_find(near, PV_STR("\nEncryption: none"), 0) == SIZE_MAX)
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
