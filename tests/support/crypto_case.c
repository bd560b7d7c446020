/* SPDX-License-Identifier: Apache-2.0 */
#include "support/crypto_case.h"

#include "base/buf.h"
#include "crypto/crypto_policy.h"
#include "crypto/keyset.h"
#include "support/test.h"

#include <stdio.h>

static struct pv_buf sign(struct crypto_case *test, const char *text)
{
    struct pv_buf out = {0};
    struct pave_error err = PAVE_ERROR_INIT;
    enum pave_status status =
        pv_crypto_policy_sign(pv_str_of(text), &test->unlock,
                              scratch_path_z(&test->scratch, "signer.keyset"), &out, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, PAVE_OK);
    return out;
}

void crypto_case_keyset(struct crypto_case *test, const char *name, const char *kind,
                        const char *suite)
{
    char file[64];
    const struct pave_keyset_options options = {.size = sizeof options,
                                                .name = name,
                                                .kind = kind,
                                                .suite = suite,
                                                .passphrase_kib = 8,
                                                .passphrase_passes = 1};
    (void)snprintf(file, sizeof file, "%s.keyset", name);
    assert_int_equal(
        pave_keyset_create(scratch_path_z(&test->scratch, file), &options, &test->unlock, NULL),
        PAVE_OK);
}

void crypto_case_begin(struct crypto_case *test)
{
    struct pv_keyset keyset = {0};
    *test = (struct crypto_case){.unlock = {.size = sizeof test->unlock,
                                            .passphrase = "correct horse",
                                            .passphrase_size = 13}};
    scratch_begin(&test->scratch);
    crypto_case_keyset(test, "signer", "sign", NULL);
    assert_int_equal(pv_keyset_load(&keyset, scratch_path_z(&test->scratch, "signer.keyset"), NULL),
                     PAVE_OK);
    (void)snprintf(test->trust, sizeof test->trust, PV_POLICY_KEY_PREFIX "%.*s",
                   PV_STR_FMT(pv_keyset_primary(&keyset)->public_key));
    pv_keyset_clear(&keyset);
}

void crypto_case_end(struct crypto_case *test)
{
    pave_library_close(test->library);
    scratch_end(&test->scratch);
}

void crypto_case_policy(struct crypto_case *test, const char *purposes)
{
    struct pv_buf text = {0};
    pv_buf_format(&text,
                  "{\"pave\":\"policy/1\",\"name\":\"test\",\"issued\":\"2026-01-01\","
                  "\"expires\":\"9000-01-01\",\n \"keysets\":{\"values\":\"values.keyset\","
                  "\"files\":\"files.keyset\"},\n \"purposes\":%s}\n",
                  purposes);
    pv_buf_add_byte(&text, '\0');
    struct pv_buf out = sign(test, text.p);
    scratch_write(&test->scratch, "policy.json", pv_buf_str(&out));
    pv_buf_clear(&text);
    pv_buf_clear(&out);
}

static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    struct crypto_case *test = user;
    (void)keyset;
    test->unlocks++;
    *out = test->unlock;
    return PAVE_OK;
}

enum pave_status crypto_case_try_open(struct crypto_case *test)
{
    const struct pave_library_options options = {.size = sizeof options,
                                                 .policy =
                                                     scratch_path_z(&test->scratch, "policy.json"),
                                                 .trust = test->trust,
                                                 .unlock = unlock,
                                                 .user = test};
    return pave_library_open(&options, &test->library, NULL);
}

void crypto_case_open(struct crypto_case *test)
{
    assert_int_equal(crypto_case_try_open(test), PAVE_OK);
}

void crypto_case_usual(struct crypto_case *test)
{
    crypto_case_begin(test);
    crypto_case_keyset(test, "values", NULL, NULL);
    crypto_case_keyset(test, "files", "stream", NULL);
    crypto_case_policy(test, CRYPTO_CASE_PURPOSES);
    crypto_case_open(test);
}

struct pave_key *crypto_case_key(struct crypto_case *test, const char *purpose)
{
    struct pave_key *key = NULL;
    assert_int_equal(pave_key_open(test->library, purpose, &key, NULL), PAVE_OK);
    return key;
}

struct pave_file_job crypto_case_job(struct crypto_case *test, const char *in, const char *out,
                                     const struct pave_field *field)
{
    return (struct pave_file_job){.size = sizeof(struct pave_file_job),
                                  .in = scratch_path_z(&test->scratch, in),
                                  .out = scratch_path_z(&test->scratch, out),
                                  .fields = field,
                                  .n_fields = 1,
                                  .threads = 3};
}
