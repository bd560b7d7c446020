/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The vectors of docs/spec/vectors.txt: what was sealed once opens for ever. A line has the suite,
 * the key's id, the key, purpose, subject, context as name=value;…, the sealed bytes and the
 * message.
 */
#include "crypto/cobblestone.h"
#include "crypto/sealer.h"
#include "support/test.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 8192, FIELDS = 4, HEX = 4096, HEAD = 6 };

struct vector {
    char suite[32];
    char id[16];
    char key[80];
    char purpose[64];
    char subject[64];
    char context[256];
    char sealed[HEX];
    char message[HEX];
};

static size_t unhex(const char *text, unsigned char *out, size_t capacity)
{
    size_t n = 0;
    if (strcmp(text, "-") == 0)
        return 0;
    assert_int_equal(sodium_hex2bin(out, capacity, text, strlen(text), NULL, &n, NULL), 0);
    return n;
}

static size_t fields_of(char *text, struct pave_field *out)
{
    size_t n = 0;
    char *rest = NULL;
    if (strcmp(text, "-") == 0)
        return 0;
    for (char *part = strtok_r(text, ";", &rest); part; part = strtok_r(NULL, ";", &rest)) {
        char *value = strchr(part, '=');
        assert_non_null(value);
        *value = 0;
        out[n++] = pave_field_text(part, value + 1);
    }
    return n;
}

static struct pv_sealer *sealer_of(const struct vector *v, enum pv_suite suite)
{
    unsigned char key[32];
    struct pv_sealer *sealer = NULL;
    assert_int_equal(unhex(v->key, key, sizeof key), 32);
    struct pv_str subject = strcmp(v->subject, "-") == 0 ? PV_STR("") : pv_str_of(v->subject);
    const struct pv_sealer_origin origin = {.key = key,
                                            .header = {suite, (uint32_t)strtoul(v->id, NULL, 16)},
                                            .purpose = pv_str_of(v->purpose),
                                            .subject = subject};
    assert_int_equal(pv_sealer_new(&origin, &sealer), PAVE_OK);
    return sealer;
}

/* A stream's context is its header and the canonical context. */
static enum pave_status open_stream(const struct pv_sealer *sealer,
                                    const struct pv_sealer_call *call, unsigned char *out)
{
    static struct pv_context context;
    struct pv_cobblestone *cobblestone = NULL;
    const unsigned char *in = call->in;
    assert_int_equal(pv_context_write(call->fields, call->n_fields, &context), PAVE_OK);
    memcpy(context.bytes, in, HEAD);
    struct pv_str bound = {(const char *)context.bytes, context.n};
    assert_int_equal(
        pv_cobblestone_new(pv_sealer_key(sealer), in + HEAD, bound, false, &cobblestone), PAVE_OK);
    assert_memory_equal(pv_cobblestone_commitment(cobblestone), in + HEAD + 24, 32);
    enum pave_status status =
        pv_cobblestone_open(cobblestone, 0, in + HEAD + 56, call->n - HEAD - 56, out);
    pv_cobblestone_free(cobblestone);
    return status;
}

static void check(struct vector *v)
{
    unsigned char sealed[HEX / 2];
    unsigned char message[HEX / 2];
    unsigned char out[HEX / 2];
    struct pave_field fields[FIELDS];
    struct pv_header header = {0};
    enum pv_suite suite = pv_suite_of_name(pv_str_of(v->suite));
    struct pv_sealer *sealer = sealer_of(v, suite);
    size_t n = unhex(v->sealed, sealed, sizeof sealed);
    const struct pv_sealer_call call = {
        .in = sealed, .n = n, .fields = fields, .n_fields = fields_of(v->context, fields)};

    assert_int_equal(pv_header_read(sealed, n, &header), PAVE_OK);
    assert_int_equal(header.suite, suite);
    assert_int_equal(header.key_id, strtoul(v->id, NULL, 16));
    enum pave_status status = suite == PV_SUITE_COBBLESTONE ? open_stream(sealer, &call, out)
                                                            : pv_sealer_open(sealer, &call, out);
    assert_int_equal(status, PAVE_OK);
    size_t n_message = unhex(v->message, message, sizeof message);
    assert_int_equal(n, n_message + pv_suite_overhead(suite));
    if (n_message)
        assert_memory_equal(out, message, n_message);
    pv_sealer_free(sealer);
}

static bool read_vector(char *line, struct vector *v)
{
    char *const parts[] = {v->suite,   v->id,      v->key,    v->purpose,
                           v->subject, v->context, v->sealed, v->message};
    const size_t sizes[] = {sizeof v->suite,   sizeof v->id,      sizeof v->key,
                            sizeof v->purpose, sizeof v->subject, sizeof v->context,
                            sizeof v->sealed,  sizeof v->message};
    char *rest = NULL;
    char *word = strtok_r(line, " \n", &rest);
    if (!word || word[0] == '#')
        return false;
    for (size_t i = 0; i < 8; i++) {
        assert_non_null(word);
        assert_true(strlen(word) < sizes[i]);
        memcpy(parts[i], word, strlen(word) + 1);
        word = strtok_r(NULL, " \n", &rest);
    }
    return true;
}

static void opens_what_was_sealed_once(void **state)
{
    const char *root = getenv("PAVE_SOURCE_DIR");
    char path[1024];
    char line[LINE];
    size_t n = 0;
    (void)state;
    (void)snprintf(path, sizeof path, "%s/docs/spec/vectors.txt", root ? root : ".");
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    while (fgets(line, sizeof line, in)) {
        static struct vector v;
        if (!read_vector(line, &v))
            continue;
        check(&v);
        n++;
    }
    (void)fclose(in);
    assert_true(n >= 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(opens_what_was_sealed_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
