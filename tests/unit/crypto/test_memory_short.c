/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every public call that can run out of memory, with each of its allocations failing in turn: it
 * says so, leaves its outputs empty, and leaks nothing (which the sanitizers look at).
 */
#include "support/crypto_case.h"
#include "support/fault.h"
#include "support/tape.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOW = 1800000000 };

struct world {
    struct crypto_case test;
    struct pave_key *name;
    struct pave_key *scan;
    struct pave_identity *me;
    struct pave_trust *trust;
    struct pave_bytes sealed;
    struct pave_bytes text;
    struct pave_bytes message;
    struct pave_bytes token;
    struct pave_paseto_key *paseto;
    char trusted[256];
    uint32_t id;
    const char *policy_file, *new_file, *turned_file, *me_file, *sealed_file, *back_file;
};

static const struct pave_field patient = {"patient", "p-17", 4};
static const char local_key[] = "k4.local.cHFyc3R1dnd4eXp7fH1-f4CBgoOEhYaHiImKi4yNjo8";
static const char *const to_me[] = {"me"};
static const struct pave_message letter = {.size = sizeof letter,
                                           .purpose = "invoice.new",
                                           .fields = &patient,
                                           .n_fields = 1,
                                           .to = to_me,
                                           .n_to = 1,
                                           .ttl_s = 60,
                                           .now = NOW};
static const struct pave_paseto_beside beside = {.size = sizeof beside};
static const struct pave_token_rules token_rules = {
    .size = sizeof token_rules, .audience = "a", .now = NOW};

static enum pave_status do_keyset_create(struct world *world)
{
    const struct pave_keyset_options options = {
        .size = sizeof options, .name = "new", .passphrase_kib = 8, .passphrase_passes = 1};
    enum pave_status status =
        pave_keyset_create(world->new_file, &options, &world->test.unlock, NULL);
    (void)remove(world->new_file);
    return status;
}

static enum pave_status do_keyset_change(struct world *world)
{
    return pave_keyset_change(world->turned_file, &world->test.unlock, world->id, PAVE_KEY_ACTIVE,
                              NULL);
}

static enum pave_status do_keyset_rewrap(struct world *world)
{
    return pave_keyset_rewrap(world->turned_file, &world->test.unlock, &world->test.unlock, NULL);
}

static enum pave_status do_keyset_check(struct world *world)
{
    return pave_keyset_check(world->turned_file, &world->test.unlock, NULL);
}

static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    struct world *world = user;
    (void)keyset;
    *out = world->test.unlock;
    return PAVE_OK;
}

static enum pave_status do_library_open(struct world *world)
{
    const struct pave_library_options options = {.size = sizeof options,
                                                 .policy = world->policy_file,
                                                 .trust = world->test.trust,
                                                 .unlock = unlock,
                                                 .user = world};
    struct pave_library *library = NULL;
    struct pave_key *key = NULL;
    enum pave_status status = pave_library_open(&options, &library, NULL);
    if (status == PAVE_OK)
        status = pave_key_open(library, "phi.name", &key, NULL);
    assert_true((key != NULL) == (status == PAVE_OK));
    pave_key_close(key);
    pave_library_close(library);
    return status;
}

static enum pave_status do_key_open_subject(struct world *world)
{
    struct pave_key *key = NULL;
    enum pave_status status = pave_key_open_subject(world->test.library, "phi.name", "p", 1, &key);
    pave_key_close(key);
    return status;
}

/* What a call gave is there when it succeeded, and only then. */
static enum pave_status given(enum pave_status status, struct pave_bytes *out)
{
    assert_true((out->p != NULL) == (status == PAVE_OK));
    pave_bytes_free(out);
    return status;
}

static enum pave_status do_seal_text(struct world *world)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    return given(pave_seal_text(world->name, "Ada", 3, &patient, 1, &out), &out);
}

static enum pave_status do_open(struct world *world)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    return given(pave_open(world->name, world->sealed.p, world->sealed.n, &patient, 1, &out), &out);
}

static enum pave_status do_open_text(struct world *world)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    return given(
        pave_open_text(world->name, (const char *)world->text.p, world->text.n, &patient, 1, &out),
        &out);
}

static enum pave_status do_seal_into(struct world *world)
{
    unsigned char room[128];
    struct pave_room out = {room, sizeof room, 0};
    struct pave_key *key = NULL;
    enum pave_status status = pave_key_open(world->test.library, "phi.name", &key, NULL);
    if (status == PAVE_OK)
        status = pave_seal_into(key, "Ada", 3, &patient, 1, &out);
    assert_true((out.n > 0) == (status == PAVE_OK));
    if (status == PAVE_OK)
        status = pave_open_into(key, world->sealed.p, world->sealed.n, &patient, 1, &out);
    pave_key_close(key);
    return status;
}

static enum pave_status do_reseal(struct world *world)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status =
        pave_reseal(world->name, world->sealed.p, world->sealed.n, &patient, 1, &out);
    assert_null(out.p); /* it is current */
    return status;
}

static enum pave_status do_batch(struct world *world)
{
    struct pave_item items[2] = {{.in = "Ada", .size = 3, .fields = &patient, .n_fields = 1},
                                 {.in = "Bob", .size = 3, .fields = &patient, .n_fields = 1}};
    enum pave_status status = pave_seal_batch(world->name, items, 2);
    struct pave_item back[2] = {items[0], items[1]};
    for (size_t i = 0; i < 2; i++) {
        assert_true((items[i].out.p != NULL) == (items[i].status == PAVE_OK));
        back[i].in = items[i].out.p;
        back[i].size = items[i].out.n;
        back[i].out = (struct pave_bytes)PAVE_BYTES_INIT;
    }
    if (status == PAVE_OK)
        status = pave_open_batch(world->name, back, 2);
    for (size_t i = 0; i < 2; i++) {
        pave_bytes_free(&items[i].out);
        pave_bytes_free(&back[i].out);
    }
    return status;
}

static enum pave_status do_stream(struct world *world)
{
    unsigned char room[256];
    struct tape tape = {.p = room, .room = sizeof room};
    const struct pave_pipe pipe = {.sink = tape_put, .source = tape_get, .user = &tape};
    struct pave_writer *writer = NULL;
    struct pave_reader *reader = NULL;
    char back[16];
    size_t n = 0;
    enum pave_status status = pave_writer_open(world->scan, &patient, 1, &pipe, &writer);
    if (status == PAVE_OK)
        status = pave_writer_write(writer, "Ada", 3);
    if (status == PAVE_OK)
        status = pave_writer_finish(writer);
    pave_writer_close(writer);
    if (status == PAVE_OK)
        status = pave_reader_open(world->scan, &patient, 1, &pipe, &reader);
    if (status != PAVE_OK)
        return status;
    status = pave_reader_read(reader, back, sizeof back, &n);
    enum pave_status closed = pave_reader_close(reader);
    return status == PAVE_OK && n == 3 ? PAVE_OK : closed;
}

static enum pave_status do_file(struct world *world)
{
    struct pave_file_job job = {.size = sizeof job,
                                .in = world->sealed_file,
                                .out = world->back_file,
                                .fields = &patient,
                                .n_fields = 1,
                                .threads = 1};
    struct pave_file *file = NULL;
    char back[16];
    size_t n = 0;
    enum pave_status status = pave_file_unseal(world->scan, &job, NULL);
    if (status == PAVE_OK)
        status = pave_file_open(world->scan, job.in, &patient, 1, &file, NULL);
    assert_true(status != PAVE_OK || file);
    if (status == PAVE_OK)
        status = pave_file_read_at(file, 1, back, sizeof back, &n);
    pave_file_close(file);
    return status;
}

static enum pave_status do_identity_open(struct world *world)
{
    struct pave_identity *identity = NULL;
    enum pave_status status =
        pave_identity_open(world->me_file, &world->test.unlock, &identity, NULL);
    assert_true((identity != NULL) == (status == PAVE_OK));
    pave_identity_close(identity);
    return status;
}

static enum pave_status do_trust_read(struct world *world)
{
    struct pave_trust *trust = NULL;
    enum pave_status status = pave_trust_read(world->trusted, strlen(world->trusted), &trust, NULL);
    pave_trust_close(trust);
    return status;
}

static enum pave_status do_sign(struct world *world)
{
    unsigned char signature[PAVE_SIGNATURE_BYTES];
    struct pave_digest *digest = NULL;
    enum pave_status status = pave_sign(world->me, "test.v1", "Ada", 3, signature);
    if (status == PAVE_OK)
        status = pave_verify(world->trust, "me", "test.v1", "Ada", 3, signature);
    if (status == PAVE_OK)
        status = pave_digest_new(&digest);
    if (status == PAVE_OK)
        status = pave_digest_add(digest, "Ada", 3);
    if (status == PAVE_OK)
        status = pave_sign_digest(world->me, "test.v1", digest, signature);
    pave_digest_free(digest);
    return status;
}

static enum pave_status do_msg_seal(struct world *world)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    return given(pave_msg_seal(world->me, world->trust, &letter, "hello", 5, &out), &out);
}

static enum pave_status do_msg_open(struct world *world)
{
    struct pave_received out = {.size = sizeof out};
    enum pave_status status =
        pave_msg_open(world->me, world->trust, &letter, world->message.p, world->message.n, &out);
    return given(status, &out.body);
}

static enum pave_status do_paseto(struct world *world)
{
    (void)world;
    struct pave_paseto_key *key = NULL;
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status = pave_paseto_key_read(local_key, sizeof local_key - 1, &key);
    if (status == PAVE_OK)
        status = given(pave_paseto_issue(key, "{}", 2, &beside, &out), &out);
    pave_paseto_key_close(key);
    return status;
}

static enum pave_status do_paseto_verify(struct world *world)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    return given(pave_paseto_verify(world->paseto, (const char *)world->token.p, world->token.n,
                                    &token_rules, &out, NULL),
                 &out);
}

static const struct row {
    const char *name;
    enum pave_status (*run)(struct world *world);
} rows[] = {
    {"keyset_create", do_keyset_create},
    {"keyset_change", do_keyset_change},
    {"keyset_rewrap", do_keyset_rewrap},
    {"keyset_check", do_keyset_check},
    {"library_open", do_library_open},
    {"key_open_subject", do_key_open_subject},
    {"seal_text", do_seal_text},
    {"open", do_open},
    {"open_text", do_open_text},
    {"seal_into", do_seal_into},
    {"reseal", do_reseal},
    {"batch", do_batch},
    {"stream", do_stream},
    {"file", do_file},
    {"identity_open", do_identity_open},
    {"trust_read", do_trust_read},
    {"sign", do_sign},
    {"msg_seal", do_msg_seal},
    {"msg_open", do_msg_open},
    {"paseto", do_paseto},
    {"paseto_verify", do_paseto_verify},
};

static void make_token(struct world *world)
{
    static const char claims[] = "{\"aud\":\"a\",\"exp\":\"2099-01-01T00:00:00Z\"}";
    assert_int_equal(pave_paseto_key_read(local_key, sizeof local_key - 1, &world->paseto),
                     PAVE_OK);
    assert_int_equal(
        pave_paseto_issue(world->paseto, claims, sizeof claims - 1, &beside, &world->token),
        PAVE_OK);
}

static void make_turned(struct world *world)
{
    struct pave_error err = PAVE_ERROR_INIT;
    const char *file = world->turned_file;
    crypto_case_keyset(&world->test, "turned", NULL, NULL);
    assert_int_equal(pave_keyset_rotate(file, &world->test.unlock, 0, &world->id, &err), PAVE_OK);
    assert_int_equal(
        pave_keyset_change(file, &world->test.unlock, world->id, PAVE_KEY_DISABLED, &err), PAVE_OK);
}

static void make_messages(struct world *world)
{
    char text[PAVE_IDENTITY_TEXT];
    crypto_case_keyset(&world->test, "me", "identity", NULL);
    assert_int_equal(pave_identity_open(world->me_file, &world->test.unlock, &world->me, NULL),
                     PAVE_OK);
    assert_int_equal(pave_identity_public(world->me, text), PAVE_OK);
    (void)snprintf(world->trusted, sizeof world->trusted,
                   "{\"pave\":\"trust/1\",\"identities\":[{\"name\":\"me\",\"public\":\"%s\"}]}",
                   text);
    assert_int_equal(pave_trust_read(world->trusted, strlen(world->trusted), &world->trust, NULL),
                     PAVE_OK);
    assert_int_equal(pave_msg_seal(world->me, world->trust, &letter, "hello", 5, &world->message),
                     PAVE_OK);
}

static void begin(struct world *world)
{
    *world = (struct world){0};
    crypto_case_usual(&world->test);
    world->policy_file = scratch_path_z(&world->test.scratch, "policy.json");
    world->new_file = scratch_path_z(&world->test.scratch, "new.keyset");
    world->turned_file = scratch_path_z(&world->test.scratch, "turned.keyset");
    world->me_file = scratch_path_z(&world->test.scratch, "me.keyset");
    world->sealed_file = scratch_path_z(&world->test.scratch, "sealed");
    world->back_file = scratch_path_z(&world->test.scratch, "back");
    world->name = crypto_case_key(&world->test, "phi.name");
    world->scan = crypto_case_key(&world->test, "phi.scan");
    assert_int_equal(pave_seal(world->name, "Ada", 3, &patient, 1, &world->sealed), PAVE_OK);
    assert_int_equal(pave_seal_text(world->name, "Ada", 3, &patient, 1, &world->text), PAVE_OK);
    scratch_write(&world->test.scratch, "plain", PV_STR("a file"));
    const struct pave_file_job job = {.size = sizeof job,
                                      .in = scratch_path_z(&world->test.scratch, "plain"),
                                      .out = world->sealed_file,
                                      .fields = &patient,
                                      .n_fields = 1};
    assert_int_equal(pave_file_seal(world->scan, &job, NULL), PAVE_OK);
    make_turned(world);
    make_messages(world);
    make_token(world);
}

static void end(struct world *world)
{
    pave_bytes_free(&world->sealed);
    pave_bytes_free(&world->text);
    pave_bytes_free(&world->message);
    pave_bytes_free(&world->token);
    pave_paseto_key_close(world->paseto);
    pave_trust_close(world->trust);
    pave_identity_close(world->me);
    pave_key_close(world->name);
    pave_key_close(world->scan);
    crypto_case_end(&world->test);
}

static void each_call_says_so_and_leaves_nothing(void **state)
{
    struct world world;
    (void)state;
    begin(&world);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        FAULT_EACH (fault) {
            enum pave_status status = rows[i].run(&world);
            bool was_hit = fault_stop(&fault);
            if (status != (was_hit ? PAVE_NO_MEMORY : PAVE_OK))
                fail_msg("%s, allocation %zu: %s", rows[i].name, fault.nth,
                         pave_error_name(status));
        }
    }
    end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_call_says_so_and_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
