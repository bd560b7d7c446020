/* SPDX-License-Identifier: Apache-2.0 */
#include "support/crypto_case.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

enum { NOW = 1800000000 };

/* Three services; `outsider` is in nobody's trust file. */
struct services {
    struct crypto_case test;
    struct pave_identity *clinic, *billing, *outsider;
    struct pave_trust *trust;
};

/* Of the identities that a test makes; NULL is the usual one. */
static const char *suite;

static struct pave_identity *identity(struct crypto_case *test, const char *name)
{
    char file[64];
    struct pave_identity *out = NULL;
    crypto_case_keyset(test, name, "identity", suite);
    (void)snprintf(file, sizeof file, "%s.keyset", name);
    assert_int_equal(
        pave_identity_open(scratch_path_z(&test->scratch, file), &test->unlock, &out, NULL),
        PAVE_OK);
    return out;
}

static void begin(struct services *all)
{
    char clinic[PAVE_IDENTITY_TEXT];
    char billing[PAVE_IDENTITY_TEXT];
    char text[512];
    memset(all, 0, sizeof *all);
    crypto_case_begin(&all->test);
    all->clinic = identity(&all->test, "clinic");
    all->billing = identity(&all->test, "billing");
    all->outsider = identity(&all->test, "outsider");
    assert_int_equal(pave_identity_public(all->clinic, clinic), PAVE_OK);
    assert_int_equal(pave_identity_public(all->billing, billing), PAVE_OK);
    (void)snprintf(text, sizeof text,
                   "{\"pave\":\"trust/1\",\"identities\":[{\"name\":\"clinic\",\"public\":\"%s\"},"
                   "{\"name\":\"billing\",\"public\":\"%s\"}]}",
                   clinic, billing);
    assert_int_equal(pave_trust_read(text, strlen(text), &all->trust, NULL), PAVE_OK);
}

static void end(struct services *all)
{
    pave_trust_close(all->trust);
    pave_identity_close(all->clinic);
    pave_identity_close(all->billing);
    pave_identity_close(all->outsider);
    crypto_case_end(&all->test);
}

static const char *const to_billing[] = {"billing"};
static const char *const to_both[] = {"clinic", "billing"};
static const struct pave_field invoice = {"invoice", "1", 1};
static const struct pave_message usual = {.size = sizeof usual,
                                          .purpose = "invoice.new",
                                          .fields = &invoice,
                                          .n_fields = 1,
                                          .to = to_billing,
                                          .n_to = 1,
                                          .ttl_s = 60,
                                          .now = NOW};

static struct pave_bytes seal(struct services *all, const struct pave_message *message)
{
    struct pave_bytes out = {0};
    assert_int_equal(pave_msg_seal(all->clinic, all->trust, message, "hello", 5, &out), PAVE_OK);
    return out;
}

static enum pave_status open_as(struct services *all, const struct pave_identity *to,
                                const struct pave_message *message, struct pave_bytes sealed)
{
    struct pave_received out = {.size = sizeof out};
    enum pave_status status = pave_msg_open(to, all->trust, message, sealed.p, sealed.n, &out);
    if (status == PAVE_OK) {
        assert_int_equal(out.body.n, 5);
        assert_memory_equal(out.body.p, "hello", 5);
        assert_string_equal(out.sender, "clinic");
        assert_int_equal(out.expires - out.sent, 60);
    } else {
        assert_null(out.body.p);
        assert_string_equal(out.sender, "");
    }
    pave_bytes_free(&out.body);
    return status;
}

static void reaches_its_recipients_and_nobody_else(void **state)
{
    struct services all;
    struct pave_message both = usual;
    (void)state;
    begin(&all);
    struct pave_bytes one = seal(&all, &usual);
    assert_int_equal(open_as(&all, all.billing, &usual, one), PAVE_OK);
    assert_int_equal(open_as(&all, all.clinic, &usual, one), PAVE_NO_KEY);
    assert_int_equal(open_as(&all, all.outsider, &usual, one), PAVE_NO_KEY);
    both.to = to_both;
    both.n_to = 2;
    struct pave_bytes two = seal(&all, &both);
    assert_int_equal(open_as(&all, all.billing, &usual, two), PAVE_OK);
    assert_int_equal(open_as(&all, all.clinic, &usual, two), PAVE_OK);
    pave_bytes_free(&one);
    pave_bytes_free(&two);
    end(&all);
}

static void is_inspected_without_keys(void **state)
{
    struct services all;
    struct pave_message both = usual;
    struct pave_info info = {.size = sizeof info};
    (void)state;
    begin(&all);
    both.to = to_both;
    both.n_to = 2;
    struct pave_bytes sealed = seal(&all, &both);
    assert_int_equal(pave_inspect(sealed.p, sealed.n, &info), PAVE_OK);
    assert_string_equal(info.suite, suite ? suite : "HPKE-X25519-ED25519");
    assert_int_equal(info.version, 1);
    assert_int_equal(info.recipients, 2);
    assert_int_equal(info.message_size, 5);
    assert_false(info.is_stream);
    assert_int_equal(pave_inspect(sealed.p, sealed.n - 6, &info), PAVE_NOT_SEALED);
    assert_int_equal(pave_inspect(sealed.p, 5, &info), PAVE_NOT_SEALED);
    sealed.p[2] = 0xff;
    assert_int_equal(pave_inspect(sealed.p, sealed.n, &info), PAVE_NOT_SEALED);
    pave_bytes_free(&sealed);
    end(&all);
}

static void refuses_every_changed_byte_and_every_prefix(void **state)
{
    struct services all;
    struct pave_message both = usual;
    (void)state;
    begin(&all);
    both.to = to_both;
    both.n_to = 2;
    struct pave_bytes sealed = seal(&all, &both);
    for (size_t i = 0; i < sealed.n; i++) {
        sealed.p[i] ^= 1;
        assert_int_not_equal(open_as(&all, all.billing, &usual, sealed), PAVE_OK);
        sealed.p[i] ^= 1;
        assert_int_not_equal(open_as(&all, all.billing, &usual, (struct pave_bytes){sealed.p, i}),
                             PAVE_OK);
    }
    assert_int_equal(open_as(&all, all.billing, &usual, sealed), PAVE_OK);
    pave_bytes_free(&sealed);
    end(&all);
}

static void refuses_another_purpose_context_sender_or_time(void **state)
{
    static const struct pave_field other = {"invoice", "2", 1};
    struct services all;
    struct pave_message message = usual;
    struct pave_bytes foreign = {0};
    (void)state;
    begin(&all);
    struct pave_bytes sealed = seal(&all, &usual);
    message.purpose = "invoice.old";
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_REFUSED);
    message = usual;
    message.fields = &other;
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_REFUSED);
    message.n_fields = 0;
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_REFUSED);
    message = usual;
    message.now = NOW + 59;
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_OK);
    message.now = NOW + 60;
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_EXPIRED);
    message.now = NOW - 60;
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_OK);
    message.now = NOW - 61;
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_MISDIRECTED);
    assert_int_equal(pave_msg_seal(all.outsider, all.trust, &usual, "hello", 5, &foreign), PAVE_OK);
    assert_int_equal(open_as(&all, all.billing, &usual, foreign), PAVE_UNTRUSTED);
    pave_bytes_free(&foreign);
    pave_bytes_free(&sealed);
    end(&all);
}

static void is_the_same_without_aes(void **state)
{
    suite = "HPKE-X25519-CHACHA20-ED25519";
    reaches_its_recipients_and_nobody_else(state);
    is_inspected_without_keys(state);
    refuses_every_changed_byte_and_every_prefix(state);
    refuses_another_purpose_context_sender_or_time(state);
    suite = NULL;
}

static enum pave_status once(void *user, const unsigned char id[PAVE_MESSAGE_ID_BYTES],
                             int64_t until)
{
    unsigned char *last = user;
    assert_int_equal(until, NOW + 60);
    if (memcmp(last, id, PAVE_MESSAGE_ID_BYTES) == 0)
        return PAVE_REPLAYED;
    memcpy(last, id, PAVE_MESSAGE_ID_BYTES);
    return PAVE_OK;
}

static void asks_whether_a_message_was_here_before(void **state)
{
    struct services all;
    unsigned char last[PAVE_MESSAGE_ID_BYTES] = {0};
    struct pave_message message = usual;
    (void)state;
    begin(&all);
    message.replay = once;
    message.user = last;
    struct pave_bytes sealed = seal(&all, &usual);
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_OK);
    assert_int_equal(open_as(&all, all.billing, &message, sealed), PAVE_REPLAYED);
    pave_bytes_free(&sealed);
    end(&all);
}

static void signs_for_one_domain(void **state)
{
    struct services all;
    unsigned char a[PAVE_SIGNATURE_BYTES];
    unsigned char b[PAVE_SIGNATURE_BYTES];
    struct pave_digest *digest = NULL;
    (void)state;
    begin(&all);
    assert_int_equal(pave_sign(all.clinic, "report.v1", "hello", 5, a), PAVE_OK);
    assert_int_equal(pave_verify(all.trust, "clinic", "report.v1", "hello", 5, a), PAVE_OK);
    assert_int_equal(pave_verify(all.trust, "clinic", "report.v2", "hello", 5, a), PAVE_REFUSED);
    assert_int_equal(pave_verify(all.trust, "clinic", "report.v1", "hallo", 5, a), PAVE_REFUSED);
    assert_int_equal(pave_verify(all.trust, "billing", "report.v1", "hello", 5, a), PAVE_REFUSED);
    assert_int_equal(pave_verify(all.trust, "nobody", "report.v1", "hello", 5, a), PAVE_UNTRUSTED);
    assert_int_equal(pave_sign(all.clinic, "", "hello", 5, b), PAVE_ARGUMENT);
    assert_int_equal(pave_sign(all.clinic, NULL, "hello", 5, b), PAVE_ARGUMENT);
    /* What callers sign can never be the signature in a message. */
    assert_int_equal(pave_sign(all.clinic, "pave.message.v1", "hello", 5, b), PAVE_ARGUMENT);
    assert_int_equal(pave_verify(all.trust, "clinic", "pave.message.v1", "hello", 5, a),
                     PAVE_ARGUMENT);
    assert_int_equal(pave_digest_new(&digest), PAVE_OK);
    assert_int_equal(pave_digest_add(digest, "hel", 3), PAVE_OK);
    assert_int_equal(pave_digest_add(digest, "lo", 2), PAVE_OK);
    assert_int_equal(pave_sign_digest(all.clinic, "report.v1", digest, b), PAVE_OK);
    assert_memory_equal(a, b, sizeof a);
    assert_int_equal(pave_sign_digest(all.clinic, "report.v1", digest, b), PAVE_ARGUMENT);
    assert_int_equal(pave_digest_add(digest, "lo", 2), PAVE_ARGUMENT);
    pave_digest_free(digest);
    assert_int_equal(pave_digest_new(&digest), PAVE_OK);
    assert_int_equal(pave_digest_add(digest, "hello", 5), PAVE_OK);
    assert_int_equal(pave_verify_digest(all.trust, "clinic", "report.v1", digest, a), PAVE_OK);
    pave_digest_free(digest);
    for (size_t i = 0; i < sizeof a; i++) {
        a[i] ^= 0x10;
        assert_int_equal(pave_verify(all.trust, "clinic", "report.v1", "hello", 5, a),
                         PAVE_REFUSED);
        a[i] ^= 0x10;
    }
    end(&all);
}

static void refuses_wrong_arguments(void **state)
{
    static const char *const nobody[] = {"nobody"};
    struct services all;
    struct pave_message message = usual;
    struct pave_bytes out = {0};
    (void)state;
    begin(&all);
    message.to = nobody;
    assert_int_equal(pave_msg_seal(all.clinic, all.trust, &message, "a", 1, &out), PAVE_UNTRUSTED);
    message = usual;
    message.n_to = 0;
    assert_int_equal(pave_msg_seal(all.clinic, all.trust, &message, "a", 1, &out), PAVE_ARGUMENT);
    message.n_to = 65;
    assert_int_equal(pave_msg_seal(all.clinic, all.trust, &message, "a", 1, &out), PAVE_LIMIT);
    message = usual;
    message.ttl_s = 0;
    assert_int_equal(pave_msg_seal(all.clinic, all.trust, &message, "a", 1, &out), PAVE_ARGUMENT);
    message.ttl_s = 32 * 24 * 3600;
    assert_int_equal(pave_msg_seal(all.clinic, all.trust, &message, "a", 1, &out), PAVE_LIMIT);
    message = usual;
    message.purpose = NULL;
    assert_int_equal(pave_msg_seal(all.clinic, all.trust, &message, "a", 1, &out), PAVE_ARGUMENT);
    assert_int_equal(pave_msg_seal(NULL, all.trust, &usual, "a", 1, &out), PAVE_ARGUMENT);
    assert_null(out.p);
    end(&all);
}

static void refuses_unsound_trust_files(void **state)
{
    static const char *const texts[] = {
        "",
        "{}",
        "{\"pave\":\"trust/2\",\"identities\":[]}",
        "{\"pave\":\"trust/1\",\"identities\":[],\"more\":1}",
        "{\"pave\":\"trust/1\",\"identities\":[1]}",
        "{\"pave\":\"trust/1\",\"identities\":[{\"name\":\"a\",\"public\":\"pave-id1:AAAA\"}]}",
        "{\"pave\":\"trust/1\",\"identities\":[{\"name\":\"A\",\"public\":\"pave-id1:AAAA\"}]}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct pave_trust *trust = NULL;
        assert_int_equal(pave_trust_read(texts[i], strlen(texts[i]), &trust, NULL), PAVE_SYNTAX);
        assert_null(trust);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reaches_its_recipients_and_nobody_else),
        cmocka_unit_test(is_inspected_without_keys),
        cmocka_unit_test(refuses_every_changed_byte_and_every_prefix),
        cmocka_unit_test(refuses_another_purpose_context_sender_or_time),
        cmocka_unit_test(is_the_same_without_aes),
        cmocka_unit_test(asks_whether_a_message_was_here_before),
        cmocka_unit_test(signs_for_one_domain),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(refuses_unsound_trust_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
