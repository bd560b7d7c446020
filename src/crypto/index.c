/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/bytes.h"
#include "crypto/guarded.h"
#include "crypto/library.h"
#include "crypto/slots.h"

#include <pave/index.h>
#include <pave/secret.h>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <sodium.h>
#include <stdio.h>

enum { TAG_BYTES = 32, SLOW_KIB = 19456, SLOW_PASSES = 2 };

/* What one key of the keyset makes tokens with. */
struct index_key {
    unsigned char key[PV_KEY_BYTES];
    unsigned char salt[PV_KEY_BYTES]; /* of values that are hashed slowly */
};

struct pave_index { /* guarded */
    struct pv_slot slots[PV_SLOTS];
    const struct pv_index_rule *rule;
    struct pave_key *key; /* states and ids; `keys` are by its entries */
    struct index_key keys[];
};

/* What one call needs; for one thread at a time. `macs` are keyed, and NULL for keys without use.
 */
struct worker {
    struct pv_context message;
    char values[PV_CONTEXT_BYTES_MAX];
    size_t n_macs;
    EVP_MAC_CTX *macs[];
};

static void free_worker(struct worker *worker)
{
    if (!worker)
        return;
    for (size_t i = 0; i < worker->n_macs; i++)
        EVP_MAC_CTX_free(worker->macs[i]);
    pv_release(worker);
}

static EVP_MAC_CTX *make_mac(const unsigned char *key)
{
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_end(),
    };
    EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    EVP_MAC_CTX *ctx = EVP_MAC_CTX_new(mac);
    EVP_MAC_free(mac); /* the context has its own reference */
    if (ctx && EVP_MAC_init(ctx, key, PV_KEY_BYTES, params) == 1)
        return ctx;
    EVP_MAC_CTX_free(ctx);
    return NULL;
}

static bool is_live(const struct pv_key_entry *entry)
{
    return entry->is_allowed && entry->sealer;
}

static PV_STATUS make_worker(const struct pave_index *index, struct worker **out)
{
    size_t n = index->key->n_entries;
    struct worker *worker = pv_alloc(sizeof *worker + n * sizeof worker->macs[0]);
    if (!worker)
        return PAVE_NO_MEMORY;
    worker->n_macs = n;
    for (size_t i = 0; i < n; i++) {
        if (!is_live(&index->key->entries[i]))
            continue;
        worker->macs[i] = make_mac(index->keys[i].key);
        if (!worker->macs[i]) {
            free_worker(worker);
            return PAVE_BACKEND;
        }
    }
    *out = worker;
    return PAVE_OK;
}

/* An index is of one purpose, table and name: the same value has other tokens in all others. */
static PV_STATUS derive(const struct pave_index *index, const struct pv_key_entry *entry,
                        struct index_key *out)
{
    const struct pv_str parts[] = {index->rule->table, index->rule->name};
    const unsigned char *key = pv_sealer_key(entry->sealer);
    PAVE_TRY(pv_hkdf_subkey(key, "pave/v1/index", parts, PV_COUNT(parts), out->key));
    return pv_hkdf_subkey(key, "pave/v1/index/salt", parts, PV_COUNT(parts), out->salt);
}

static const struct pv_index_rule *find_rule(const struct pv_purpose *purpose, struct pv_str name)
{
    for (size_t i = 0; i < purpose->n_indexes; i++) {
        if (pv_str_eq(purpose->indexes[i].name, name))
            return &purpose->indexes[i];
    }
    return NULL;
}

static PV_STATUS fill(struct pave_index *index)
{
    for (size_t i = 0; i < index->key->n_entries; i++) {
        const struct pv_key_entry *entry = &index->key->entries[i];
        if (is_live(entry))
            PAVE_TRY(derive(index, entry, &index->keys[i]));
    }
    return PAVE_OK;
}

static PV_STATUS make_index(struct pave_key *key, const char *name, struct pave_index **out,
                            struct pave_error *err)
{
    const struct pv_index_rule *rule = find_rule(key->purpose, pv_str_of(name));
    if (!rule)
        return pv_refuse(err, PAVE_NO_PURPOSE, 0, "the policy has no index of this name");
    struct pave_index *index =
        pv_guarded_new(sizeof *index + key->n_entries * sizeof index->keys[0]);
    if (!index)
        return PAVE_NO_MEMORY;
    index->rule = rule;
    index->key = key;
    enum pave_status status = fill(index);
    if (status == PAVE_OK)
        *out = index;
    else
        pv_guarded_free(index);
    return status;
}

enum pave_status pave_index_open(struct pave_library *library, const char *purpose,
                                 const char *name, struct pave_index **out, struct pave_error *err)
{
    struct pave_key *key = NULL;

    if (!out || !name)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "no name of an index");
    *out = NULL;
    PAVE_TRY(pave_key_open(library, purpose, &key, err));
    enum pave_status status = make_index(key, name, out, err);
    if (status != PAVE_OK)
        pave_key_close(key);
    return status;
}

void pave_index_close(struct pave_index *index)
{
    if (!index)
        return;
    for (size_t i = 0; i < PV_SLOTS; i++)
        free_worker(index->slots[i].worker);
    pave_key_close(index->key);
    pv_guarded_free(index);
}

static const struct pave_field *find_value(const struct pave_field *values, size_t n_values,
                                           struct pv_str name)
{
    for (size_t i = 0; i < n_values; i++) {
        if (values[i].name && pv_str_eq(pv_str_of(values[i].name), name))
            return &values[i];
    }
    return NULL;
}

/* The columns of the rule with their values made alike: a canonical context. */
static PV_STATUS write_message(const struct pv_index_rule *rule, const struct pave_field *values,
                               size_t n_values, struct worker *worker)
{
    struct pave_field fields[PV_INDEX_COLUMNS_MAX];
    char *at = worker->values;

    if (n_values != rule->n_columns)
        return PAVE_CONTEXT;
    for (size_t i = 0; i < rule->n_columns; i++) {
        const struct pv_index_column *column = &rule->columns[i];
        const struct pave_field *value = find_value(values, n_values, column->name);
        size_t left = sizeof worker->values - (size_t)(at - worker->values);
        if (!value)
            return PAVE_CONTEXT;
        if (value->size > left)
            return PAVE_LIMIT;
        size_t n = value->value
                       ? pv_index_normalise(column, (struct pv_str){value->value, value->size}, at)
                       : 0;
        if (n == 0)
            return PAVE_ARGUMENT;
        fields[i] = (struct pave_field){value->name, at, n};
        at += n;
    }
    return pv_context_write(fields, rule->n_columns, &worker->message);
}

/* Who has the key needs as long for each guess as for a password. */
static PV_STATUS slow_hash(const struct index_key *key, struct pv_str message, unsigned char *out)
{
    int result = crypto_pwhash(out, TAG_BYTES, message.p, message.n, key->salt, SLOW_PASSES,
                               (size_t)SLOW_KIB << 10, crypto_pwhash_ALG_ARGON2ID13);
    return result == 0 ? PAVE_OK : PAVE_NO_MEMORY;
}

/* Without a table: where it is read would depend on the tag. */
static char hex_digit(unsigned four_bits)
{
    return (char)('0' + four_bits + ((9 - four_bits) >> 8 & ('a' - '9' - 1)));
}

/* The first bits of the tag, as digits behind the id of the key. */
static void write_text(uint32_t id, const unsigned char *tag, unsigned bits, char *out)
{
    size_t n = (bits + 3) / 4;
    unsigned kept = bits % 4 ? 0xfu << (4 - bits % 4) & 15u : 15u; /* of the last digit */

    for (unsigned i = 0; i < 8; i++)
        *out++ = hex_digit(id >> (28 - 4 * i) & 15u);
    *out++ = '.';
    for (size_t i = 0; i < n; i++) {
        unsigned digit = i % 2 ? tag[i / 2] & 15u : tag[i / 2] >> 4;
        *out++ = hex_digit(i + 1 == n ? digit & kept : digit);
    }
    *out = 0;
}

static PV_STATUS make_token(const struct pave_index *index, struct worker *worker, size_t which,
                            struct pave_index_token *out)
{
    unsigned char tag[TAG_BYTES];
    unsigned char slow[TAG_BYTES];
    EVP_MAC_CTX *mac = worker->macs[which];
    struct pv_str message = {(const char *)worker->message.bytes + PV_CONTEXT_HEAD,
                             worker->message.n - PV_CONTEXT_HEAD};
    size_t n = 0;

    if (index->rule->is_slow) {
        PAVE_TRY(slow_hash(&index->keys[which], message, slow));
        message = (struct pv_str){(const char *)slow, sizeof slow};
    }
    bool is_made = EVP_MAC_init(mac, NULL, 0, NULL) == 1 &&
                   EVP_MAC_update(mac, (const unsigned char *)message.p, message.n) == 1 &&
                   EVP_MAC_final(mac, tag, &n, sizeof tag) == 1 && n == sizeof tag;
    if (is_made)
        write_text(index->key->entries[which].header.key_id, tag, index->rule->bits, out->text);
    pv_bytes_wipe(tag, sizeof tag);
    if (index->rule->is_slow)
        pv_bytes_wipe(slow, sizeof slow);
    return is_made ? PAVE_OK : PAVE_BACKEND;
}

/* What is asked of an index: the token of one key, or those of all that live. */
struct question {
    const struct pave_field *values;
    size_t n_values;
    size_t which; /* SIZE_MAX: all, the primary one first */
    struct pave_index_token *out;
};

static PV_STATUS answer_all(const struct pave_index *index, struct worker *worker,
                            struct pave_index_token *out)
{
    size_t primary = index->key->primary;
    if (primary != SIZE_MAX && is_live(&index->key->entries[primary]))
        PAVE_TRY(make_token(index, worker, primary, out++));
    for (size_t i = 0; i < index->key->n_entries; i++) {
        if (i != primary && is_live(&index->key->entries[i]))
            PAVE_TRY(make_token(index, worker, i, out++));
    }
    return PAVE_OK;
}

static PV_STATUS answer_by(const struct pave_index *index, struct worker *worker,
                           const struct question *question)
{
    enum pave_status status =
        write_message(index->rule, question->values, question->n_values, worker);
    if (status == PAVE_OK && question->which == SIZE_MAX)
        status = answer_all(index, worker, question->out);
    else if (status == PAVE_OK)
        status = make_token(index, worker, question->which, question->out);
    /* What is indexed is what is sealed elsewhere: nothing of it stays here. */
    size_t used = 0;
    for (size_t i = 0; i < question->n_values; i++)
        used += question->values[i].size;
    pv_bytes_wipe(worker->values, used < sizeof worker->values ? used : sizeof worker->values);
    pv_bytes_wipe(worker->message.bytes, worker->message.n);
    worker->message.n = 0;
    return status;
}

static PV_STATUS answer(struct pave_index *index, const struct question *question)
{
    struct pv_slot *slot = pv_slots_take(index->slots, &question);
    struct worker *worker = slot ? slot->worker : NULL;
    enum pave_status status = PAVE_OK;

    if (!worker)
        status = make_worker(index, &worker);
    if (status == PAVE_OK)
        status = answer_by(index, worker, question);
    if (slot) {
        slot->worker = worker;
        pv_slots_give(slot);
    } else {
        free_worker(worker);
    }
    return status;
}

enum pave_status pave_index_token(struct pave_index *index, const struct pave_field *values,
                                  size_t n_values, struct pave_index_token *out)
{
    const struct pv_key_entry *entry = NULL;

    if (!out)
        return PAVE_ARGUMENT;
    *out = (struct pave_index_token){{0}};
    if (!index || !values)
        return PAVE_ARGUMENT;
    PAVE_TRY(pv_key_for_seal(index->key, &entry));
    const struct question question = {values, n_values, index->key->primary, out};
    enum pave_status status = answer(index, &question);
    if (status != PAVE_OK)
        *out = (struct pave_index_token){{0}};
    return status;
}

size_t pave_index_tokens(const struct pave_index *index)
{
    size_t n = 0;
    for (size_t i = 0; index && i < index->key->n_entries; i++)
        n += is_live(&index->key->entries[i]);
    return n;
}

enum pave_status pave_index_query(struct pave_index *index, const struct pave_field *values,
                                  size_t n_values, struct pave_index_token *out, size_t capacity,
                                  size_t *n_out)
{
    if (!n_out)
        return PAVE_ARGUMENT;
    *n_out = 0;
    if (!index || !values || !out)
        return PAVE_ARGUMENT;
    size_t n = pave_index_tokens(index);
    if (n == 0)
        return PAVE_KEY_STATE;
    if (n > capacity)
        return PAVE_LIMIT;
    const struct question question = {values, n_values, SIZE_MAX, out};
    enum pave_status status = answer(index, &question);
    if (status == PAVE_OK)
        *n_out = n;
    else
        memset(out, 0, capacity * sizeof *out);
    return status;
}
