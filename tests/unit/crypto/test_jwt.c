/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"
#include "base/buf.h"
#include "crypto/base64url.h"
#include "support/fault.h"
#include "support/test.h"

#include <pave/pave.h>

#include <sodium.h>
#include <string.h>

static const unsigned char secret[32] = "0123456789abcdef0123456789abcdef";
static const char keys[] = "{\"keys\":[{\"kty\":\"oct\",\"alg\":\"HS256\",\"kid\":\"a\","
                           "\"k\":\"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY\"}]}";

enum { NOW = 1000000 };
static const struct pave_jwt_rules usual = {
    .size = sizeof usual, .issuer = "me", .audience = "you", .now = NOW};

static void add_base64(struct pv_buf *out, const void *bytes, size_t n)
{
    char text[1024];
    assert_true(pv_base64url_size(n) < sizeof text);
    pv_base64url_write(bytes, n, text);
    pv_buf_add(out, pv_str_of(text));
}

static void make_token(struct pv_buf *out, const char *header, const char *claims)
{
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    assert_true(sodium_init() >= 0);
    add_base64(out, header, strlen(header));
    pv_buf_add_byte(out, '.');
    add_base64(out, claims, strlen(claims));
    crypto_auth_hmacsha256(mac, (const unsigned char *)out->p, out->n, secret);
    pv_buf_add_byte(out, '.');
    add_base64(out, mac, sizeof mac);
    assert_ok(pv_buf_result(out, NULL));
}

static enum pave_status verify(const char *header, const char *claims,
                               const struct pave_jwt_rules *rules)
{
    PV_DEFER(pv_buf_clear) struct pv_buf token = {0};
    struct pave_bytes out = {0};
    struct pave_jwks *jwks = NULL;
    struct pave_error err = PAVE_ERROR_INIT;

    assert_int_equal(pave_jwks_read(keys, strlen(keys), &jwks, &err), PAVE_OK);
    make_token(&token, header, claims);
    enum pave_status status = pave_jwt_verify(jwks, token.p, token.n, rules, &out, &err);
    if (status == PAVE_OK)
        assert_string_equal((const char *)out.p, claims);
    else
        assert_null(out.p);
    assert_true((err.text[0] != 0) == (status != PAVE_OK));
    pave_bytes_free(&out);
    pave_jwks_close(jwks);
    return status;
}

#define HEADER "{\"alg\":\"HS256\",\"kid\":\"a\",\"typ\":\"at+jwt\"}"
#define CLAIMS(rest) "{\"iss\":\"me\",\"aud\":\"you\",\"exp\":1000001" rest "}"

static void checks_headers(void **state)
{
    static const struct {
        const char *header;
        enum pave_status status;
    } cases[] = {
        {HEADER, PAVE_OK},
        {"{\"alg\":\"HS256\"}", PAVE_OK},
        {"{\"alg\":\"HS256\",\"jku\":\"https://evil.example\"}", PAVE_OK},
        {"{\"alg\":\"HS256\",\"kid\":\"b\"}", PAVE_NO_KEY},
        {"{\"alg\":\"HS512\"}", PAVE_NO_KEY},
        {"{\"alg\":\"none\"}", PAVE_NO_KEY},
        {"{\"alg\":\"None\"}", PAVE_NO_KEY},
        {"{\"alg\":\"hs256\"}", PAVE_NO_KEY},
        {"{\"alg\":\"RS256\"}", PAVE_NO_KEY},
        {"{}", PAVE_SYNTAX},
        {"{\"alg\":7}", PAVE_SYNTAX},
        {"{\"alg\":\"HS256\",\"alg\":\"HS256\"}", PAVE_SYNTAX},
        {"{\"alg\":\"HS256\",\"crit\":[\"exp\"]}", PAVE_SYNTAX},
        {"{\"alg\":\"HS256\",\"b64\":false}", PAVE_SYNTAX},
        {"{\"alg\":\"HS256\",\"kid\":1}", PAVE_SYNTAX},
        {"{\"alg\":\"HS256\"} ", PAVE_OK},
        {"{\"alg\":\"HS256\"}x", PAVE_SYNTAX},
        {"[]", PAVE_SYNTAX},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        enum pave_status status = verify(cases[i].header, CLAIMS(""), &usual);
        if (status != cases[i].status)
            fail_msg("%s: %s", cases[i].header, pave_error_name(status));
    }
}

static void checks_claims(void **state)
{
    static const struct {
        const char *claims;
        enum pave_status status;
    } cases[] = {
        {CLAIMS(",\"nbf\":1000000,\"iat\":999999.5,\"name\":\"\\ud83d\\ude00\",\"x\":[true,-1e3]"),
         PAVE_OK},
        {"{\"iss\":\"me\",\"aud\":[\"they\",\"you\"],\"exp\":1000000.9}", PAVE_EXPIRED},
        {"{\"iss\":\"me\",\"aud\":[\"they\",\"you\"],\"exp\":1000001.9}", PAVE_OK},
        {"{\"iss\":\"me\",\"aud\":\"you\",\"exp\":1000000}", PAVE_EXPIRED},
        {"{\"iss\":\"me\",\"aud\":\"you\",\"exp\":0}", PAVE_EXPIRED},
        {"{\"iss\":\"me\",\"aud\":\"you\",\"exp\":-1}", PAVE_SYNTAX},
        {"{\"iss\":\"me\",\"aud\":\"you\",\"exp\":\"1000001\"}", PAVE_SYNTAX},
        {"{\"iss\":\"me\",\"aud\":\"you\",\"exp\":1.1e9}", PAVE_SYNTAX},
        {"{\"iss\":\"me\",\"aud\":\"you\",\"exp\":null}", PAVE_SYNTAX},
        {"{\"iss\":\"me\",\"aud\":\"you\"}", PAVE_SYNTAX},
        {"{\"iss\":\"me\",\"exp\":1000001}", PAVE_MISDIRECTED},
        {"{\"iss\":\"me\",\"aud\":[],\"exp\":1000001}", PAVE_MISDIRECTED},
        {"{\"iss\":\"me\",\"aud\":\"yo\",\"exp\":1000001}", PAVE_MISDIRECTED},
        {"{\"iss\":\"mee\",\"aud\":\"you\",\"exp\":1000001}", PAVE_MISDIRECTED},
        {"{\"aud\":\"you\",\"exp\":1000001}", PAVE_MISDIRECTED},
        {CLAIMS(",\"nbf\":1000001"), PAVE_MISDIRECTED},
        {CLAIMS(",\"iat\":1000001"), PAVE_MISDIRECTED},
        {CLAIMS(",\"nbf\":true"), PAVE_SYNTAX},
        {CLAIMS(",\"exp\":2000000"), PAVE_SYNTAX},
        {CLAIMS(",\"a\":\"\xff\""), PAVE_SYNTAX},
        {CLAIMS(",\"a\":\"\\ud83d\""), PAVE_SYNTAX},
        {CLAIMS(",\"a\":01"), PAVE_SYNTAX},
        {"", PAVE_SYNTAX},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        enum pave_status status = verify(HEADER, cases[i].claims, &usual);
        if (status != cases[i].status)
            fail_msg("%s: %s", cases[i].claims, pave_error_name(status));
    }
}

static void follows_the_rules_given(void **state)
{
    struct pave_jwt_rules rules = usual;
    (void)state;
    rules.leeway_s = 60;
    assert_int_equal(verify(HEADER, "{\"iss\":\"me\",\"aud\":\"you\",\"exp\":999941}", &rules),
                     PAVE_OK);
    assert_int_equal(verify(HEADER, "{\"iss\":\"me\",\"aud\":\"you\",\"exp\":999940}", &rules),
                     PAVE_EXPIRED);
    rules.type = "AT+JWT";
    assert_int_equal(verify(HEADER, CLAIMS(""), &rules), PAVE_OK);
    assert_int_equal(verify("{\"alg\":\"HS256\"}", CLAIMS(""), &rules), PAVE_MISDIRECTED);
    assert_int_equal(
        verify("{\"alg\":\"HS256\",\"typ\":\"application/at+jwt\"}", CLAIMS(""), &rules), PAVE_OK);
    rules.type = "JWT";
    assert_int_equal(verify(HEADER, CLAIMS(""), &rules), PAVE_MISDIRECTED);
    rules = usual;
    rules.audience = NULL;
    assert_int_equal(verify(HEADER, CLAIMS(""), &rules), PAVE_MISDIRECTED);
    assert_int_equal(verify(HEADER, "{\"iss\":\"me\",\"exp\":1000001}", &rules), PAVE_OK);
    rules = usual;
    rules.now = 0;
    assert_int_equal(verify(HEADER, CLAIMS(""), &rules), PAVE_EXPIRED);
    rules.issuer = NULL;
    assert_int_equal(verify(HEADER, CLAIMS(""), &rules), PAVE_ARGUMENT);
    rules = usual;
    rules.leeway_s = 301;
    assert_int_equal(verify(HEADER, CLAIMS(""), &rules), PAVE_ARGUMENT);
    rules = usual;
    rules.size = 0;
    assert_int_equal(verify(HEADER, CLAIMS(""), &rules), PAVE_ARGUMENT);
}

static void refuses_every_changed_character(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf token = {0};
    struct pave_bytes out = {0};
    struct pave_jwks *jwks = NULL;
    (void)state;
    assert_int_equal(pave_jwks_read(keys, strlen(keys), &jwks, NULL), PAVE_OK);
    make_token(&token, HEADER, CLAIMS(""));
    for (size_t i = 0; i < token.n; i++) {
        char was = token.p[i];
        token.p[i] = was == 'A' ? 'B' : 'A';
        assert_int_not_equal(pave_jwt_verify(jwks, token.p, token.n, &usual, &out, NULL), PAVE_OK);
        token.p[i] = was;
        assert_int_not_equal(pave_jwt_verify(jwks, token.p, i, &usual, &out, NULL), PAVE_OK);
    }
    assert_int_equal(pave_jwt_verify(jwks, token.p, token.n, &usual, &out, NULL), PAVE_OK);
    pave_bytes_free(&out);
    pave_jwks_close(jwks);
}

/* But for its last characters: a modulus that is a power of 65537 modulo many small primes. */
#define MODULUS                                                                                    \
    "xQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAYSBtb2R1bHVzIHRoYXQgYmVhcnMgdGhlIG1hcmth"                     \
    "IG1vZHVsdXMgdGhhdCBiZWFycyB0aGUgbWFya2EgbW9kdWx1cyB0aGF0IGJlYXJzIHRoZSBt"                     \
    "YXJrYSBtb2R1bHVzIHRoYXQgYmVhcnMgdGhlIG1hcmthIG1vZHVsdXMgdGhhdCBiZWFycyB0"                     \
    "aGUgbWFya2EgbW9kdWx1cyB0aGF0IGJlYXJzIHRoZSBtYXJrYSBtb2R1bHVzIHRoYXQgYmVh"                     \
    "cnMgdGhlIG1hcmthIG1vZHVsdXMgdGhhdCBgBnvL8iF1-mOVntcxs"
#define RSA(end) "{\"kty\":\"RSA\",\"alg\":\"RS256\",\"e\":\"AQAB\",\"n\":\"" MODULUS end "\"}"

static void refuses_unsound_keys(void **state)
{
    static const struct {
        const char *keys;
        enum pave_status status;
    } cases[] = {
        {"", PAVE_SYNTAX},
        {"{\"keys\":[]}", PAVE_SYNTAX},
        {"{\"keys\":{}}", PAVE_SYNTAX},
        {"{\"keys\":[1]}", PAVE_SYNTAX},
        {"{\"keys\":[{}]}", PAVE_SYNTAX},
        {"{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"c2hvcnQ\"}", PAVE_SYNTAX},
        {"{\"kty\":\"oct\",\"k\":\"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY\"}", PAVE_SYNTAX},
        {"{\"kty\":\"RSA\",\"alg\":\"RS256\",\"n\":\"AQAB\",\"e\":\"AQAB\"}", PAVE_SYNTAX},
        {RSA("Q"), PAVE_SYNTAX},
        {RSA("w"), PAVE_OK},
        {"{\"kty\":\"EC\",\"alg\":\"HS256\",\"crv\":\"P-256\"}", PAVE_SYNTAX},
        {"{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
         "\"y\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
         PAVE_SYNTAX},
        {"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"AA\","
         "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
         PAVE_FORBIDDEN},
        {"{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
         "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"},{\"kty\":\"oct\",\"alg\":"
         "\"HS256\",\"k\":\"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY\"}]}",
         PAVE_FORBIDDEN},
        {"{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
         "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"},{\"kty\":\"new\"}]}",
         PAVE_OK},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pave_jwks *jwks = NULL;
        enum pave_status status = pave_jwks_read(cases[i].keys, strlen(cases[i].keys), &jwks, NULL);
        if (status != cases[i].status)
            fail_msg("%s: %s", cases[i].keys, pave_error_name(status));
        assert_true((jwks != NULL) == (status == PAVE_OK));
        pave_jwks_close(jwks);
    }
    pave_jwks_close(NULL);
}

static void says_when_memory_is_short(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf token = {0};
    (void)state;
    make_token(&token, HEADER, CLAIMS(""));
    FAULT_EACH (fault) {
        struct pave_jwks *jwks = NULL;
        struct pave_bytes out = {0};
        enum pave_status status = pave_jwks_read(keys, strlen(keys), &jwks, NULL);
        if (status == PAVE_OK)
            status = pave_jwt_verify(jwks, token.p, token.n, &usual, &out, NULL);
        bool was_hit = fault_stop(&fault);
        assert_int_equal(status, was_hit ? PAVE_NO_MEMORY : PAVE_OK);
        pave_bytes_free(&out);
        pave_jwks_close(jwks);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_headers),
        cmocka_unit_test(checks_claims),
        cmocka_unit_test(follows_the_rules_given),
        cmocka_unit_test(refuses_every_changed_character),
        cmocka_unit_test(refuses_unsound_keys),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
