/* SPDX-License-Identifier: Apache-2.0 */
#include "inventory/algorithm.h"

#include "base/attr.h"

#include <stdio.h>
#include <stdlib.h>

enum { WORD = 96, BITS_MAX = 16384 };

static const struct {
    const char *word;
    const char *name;
    const char *primitive;
    unsigned strength;
} known[] = {
#define X(word, name, primitive, strength) {word, name, primitive, strength},
#include "inventory/algorithm.def"
#undef X
};

static const struct {
    const char *word;
    const char *mode;   /* of CycloneDX */
    const char *suffix; /* of the name */
    bool is_authentic;
} modes[] = {
    {"gcm", "gcm", "GCM", true},  {"ccm", "ccm", "CCM", true},    {"cbc", "cbc", "CBC", false},
    {"ecb", "ecb", "ECB", false}, {"ctr", "ctr", "CTR", false},   {"cfb", "cfb", "CFB", false},
    {"ofb", "ofb", "OFB", false}, {"xts", "other", "XTS", false}, {"eax", "other", "EAX", true},
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Letters and digits alone, in lower case, behind what libraries put before names. */
static void squeeze(struct pv_str text, char out[WORD])
{
    static const char *const before[] = {"evp_", "algorithms.", "hashes.", "modes.", "mode_"};
    size_t n = 0;
    char all[WORD];
    for (size_t i = 0; i < text.n && n + 1 < WORD; i++)
        all[n++] = lower(text.p[i]);
    all[n] = '\0';
    struct pv_str rest = {all, n};
    for (size_t i = 0; i < PV_COUNT(before); i++)
        if (pv_str_has_prefix(rest, pv_str_of(before[i])))
            rest = pv_str_sub(rest, strlen(before[i]), rest.n);
    n = 0;
    for (size_t i = 0; i < rest.n; i++)
        if (is_word(rest.p[i]))
            out[n++] = rest.p[i];
    out[n] = '\0';
}

static bool read_tls(const char *word, struct pv_algorithm *out)
{
    static const struct {
        const char *word;
        const char *version;
        const char *name;
    } versions[] = {
        {"tls13", "1.3", "TLS 1.3"},  {"tlsv13", "1.3", "TLS 1.3"}, {"tls12", "1.2", "TLS 1.2"},
        {"tlsv12", "1.2", "TLS 1.2"}, {"tls11", "1.1", "TLS 1.1"},  {"tlsv11", "1.1", "TLS 1.1"},
        {"tls10", "1.0", "TLS 1.0"},  {"tlsv10", "1.0", "TLS 1.0"}, {"tlsv1", "1.0", "TLS 1.0"},
        {"sslv3", "3.0", "SSL 3.0"},  {"ssl30", "3.0", "SSL 3.0"},  {"sslv2", "2.0", "SSL 2.0"},
        {"sslv23", "", "TLS"},        {"tls", "", "TLS"},           {"ssl", "", "TLS"}};
    const char *prefixes[] = {"", "protocol", "version", "minimum"};
    for (size_t p = 0; p < PV_COUNT(prefixes); p++)
        for (size_t i = 0; i < PV_COUNT(versions); i++) {
            size_t n = strlen(prefixes[p]);
            if (strncmp(word, prefixes[p], n) != 0 ||
                strncmp(word + n, versions[i].word, strlen(versions[i].word)) != 0)
                continue;
            out->tls_version = versions[i].version;
            out->primitive = "other";
            (void)snprintf(out->name, sizeof out->name, "%s", versions[i].name);
            return true;
        }
    return false;
}

static unsigned read_size(const char *word)
{
    static const unsigned sizes[] = {4096, 3072, 2048, 1024, 512, 256, 192, 128, 8192};
    for (size_t i = 0; i < PV_COUNT(sizes); i++) {
        char digits[8];
        (void)snprintf(digits, sizeof digits, "%u", sizes[i]);
        if (strstr(word, digits))
            return sizes[i];
    }
    return 0;
}

static void find_mode(const char *word, struct pv_algorithm *out, const char **suffix)
{
    for (size_t i = 0; i < PV_COUNT(modes) && !out->mode; i++) {
        if (!strstr(word, modes[i].word))
            continue;
        out->mode = modes[i].mode;
        *suffix = modes[i].suffix;
        if (modes[i].is_authentic)
            out->primitive = "ae";
    }
}

static bool is_block_cipher(const struct pv_algorithm *algorithm)
{
    return strcmp(algorithm->primitive, "block-cipher") == 0 ||
           strcmp(algorithm->primitive, "ae") == 0;
}

static const char *base_of(const char *word, struct pv_algorithm *out)
{
    for (size_t i = 0; i < PV_COUNT(known); i++) {
        if (strncmp(word, known[i].word, strlen(known[i].word)) != 0)
            continue;
        out->primitive = known[i].primitive;
        out->strength_bits = known[i].strength;
        return known[i].name;
    }
    return NULL;
}

/* "SHA256withRSA": what signs comes last. */
static const char *signature_of(const char *word, struct pv_algorithm *out)
{
    const char *with = strstr(word, "with");
    const char *base = with ? base_of(with + strlen("with"), out) : NULL;
    return base && strcmp(out->primitive, "signature") == 0 ? base : NULL;
}

void pv_algorithm_read(struct pv_str text, struct pv_str mode, struct pv_str size,
                       struct pv_algorithm *out)
{
    char word[WORD];
    char mode_word[WORD];
    char size_word[WORD];
    const char *suffix = NULL;
    *out = (struct pv_algorithm){.primitive = "unknown"};
    squeeze(text, word);
    squeeze(mode, mode_word);
    squeeze(size, size_word);
    const char *base = signature_of(word, out);
    if (!base && read_tls(word, out))
        return;
    if (!base)
        base = base_of(word, out);
    if (!base) {
        (void)snprintf(out->name, sizeof out->name, "%.*s", PV_STR_FMT(text));
        return;
    }
    bool is_rsa = strncmp(base, "RSA", 3) == 0;
    if (is_block_cipher(out) && strncmp(base, "AES", 3) == 0)
        out->size_bits = read_size(word);
    if (is_block_cipher(out) && !strchr(base, '-')) {
        find_mode(word, out, &suffix);
        find_mode(mode_word, out, &suffix);
    }
    if (out->size_bits == 0 && size_word[0])
        out->size_bits = (unsigned)strtoul(size_word, NULL, 10) % BITS_MAX;
    if (out->size_bits && is_block_cipher(out))
        out->strength_bits = out->strength_bits ? out->size_bits : 0;
    if (is_rsa && out->size_bits && out->size_bits < 2048)
        out->strength_bits = 0;
    char bits[16] = "";
    if (out->size_bits && (suffix || is_rsa || is_block_cipher(out)))
        (void)snprintf(bits, sizeof bits, "-%u", out->size_bits);
    (void)snprintf(out->name, sizeof out->name, "%s%s%s%s", base, bits, suffix ? "-" : "",
                   suffix ? suffix : "");
}
