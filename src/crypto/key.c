/* SPDX-License-Identifier: Apache-2.0 */
#include "base/alloc.h"
#include "crypto/crypto_limits.h"
#include "crypto/guarded.h"
#include "crypto/library.h"
#include "crypto/stamp.h"

/* Which key a handle is for. */
struct wanted {
    const struct pv_purpose *purpose;
    const struct pv_keyset *keyset;
    struct pv_key_subject subject;
};

static PV_STATUS fill_entry(const struct wanted *wanted, const struct pv_keyset_key *from,
                            unsigned char *scratch, struct pv_key_entry *out)
{
    out->header = (struct pv_header){from->suite, from->id};
    out->state = from->state;
    out->is_for_values = pv_suite_kind(from->suite) == PV_KIND_SEAL;
    out->overhead = pv_suite_overhead(from->suite);
    out->is_allowed = (wanted->purpose->suites >> from->suite & 1u) != 0;
    if (!out->is_allowed || from->state >= PAVE_KEY_DISABLED)
        return PAVE_OK;
    PAVE_TRY(pv_keyset_material(wanted->keyset, from, scratch));
    const struct pv_sealer_origin origin = {.key = scratch,
                                            .header = out->header,
                                            .purpose = wanted->purpose->name,
                                            .subject = wanted->subject.name,
                                            .subject_secret = wanted->subject.secret,
                                            .messages_max = from->messages};
    return pv_sealer_new(&origin, &out->sealer);
}

static PV_STATUS fill(const struct wanted *wanted, struct pave_key *key)
{
    unsigned char *scratch = pv_guarded_new(PV_KEY_BYTES);
    enum pave_status status = scratch ? PAVE_OK : PAVE_NO_MEMORY;

    for (size_t i = 0; status == PAVE_OK && i < key->n_entries; i++) {
        status = fill_entry(wanted, &wanted->keyset->keys.p[i], scratch, &key->entries[i]);
        if (key->entries[i].state == PAVE_KEY_PRIMARY)
            key->primary = i;
    }
    pv_guarded_free(scratch);
    return status;
}

PV_STATUS pv_key_open(struct pave_library *library, const char *purpose,
                      struct pv_key_subject subject, struct pave_key **out, struct pave_error *err)
{
    struct pv_keyset *keyset = NULL;

    if (!library || !purpose || !out)
        return pv_refuse(err, PAVE_ARGUMENT, 0, "no library or no purpose");
    struct wanted wanted = {.purpose = pv_crypto_policy_find(&library->policy, pv_str_of(purpose)),
                            .subject = subject};
    if (!wanted.purpose)
        return pv_refuse(err, PAVE_NO_PURPOSE, 0, "the policy has no such purpose");
    PAVE_TRY(pv_library_keyset(library, wanted.purpose->keyset, &keyset, err));
    if (keyset->kind == PV_KIND_SIGN || keyset->kind == PV_KIND_IDENTITY)
        return pv_refuse(err, PAVE_FORBIDDEN, 0, "keysets of kind %s are for no purpose",
                         pv_key_kind_name(keyset->kind));
    wanted.keyset = keyset;
    struct pave_key *key = pv_alloc(sizeof *key + keyset->keys.n * sizeof(struct pv_key_entry));
    if (!key)
        return PAVE_NO_MEMORY;
    key->purpose = wanted.purpose;
    key->primary = SIZE_MAX;
    key->n_entries = keyset->keys.n;
    enum pave_status status = fill(&wanted, key);
    if (status == PAVE_OK)
        *out = key;
    else
        pave_key_close(key);
    return status;
}

enum pave_status pave_key_open(struct pave_library *library, const char *purpose,
                               struct pave_key **out, struct pave_error *err)
{
    return pv_key_open(library, purpose, (struct pv_key_subject){0}, out, err);
}

enum pave_status pave_key_open_subject(struct pave_library *library, const char *purpose,
                                       const void *subject, size_t size, struct pave_key **out)
{
    if (!subject || size == 0 || size > PV_SUBJECT_BYTES_MAX)
        return PAVE_ARGUMENT;
    return pv_key_open(library, purpose, (struct pv_key_subject){.name = {subject, size}}, out,
                       NULL);
}

void pave_key_close(struct pave_key *key)
{
    if (!key)
        return;
    for (size_t i = 0; i < key->n_entries; i++)
        pv_sealer_free(key->entries[i].sealer);
    pv_release(key);
}

PV_STATUS pv_key_for_seal(const struct pave_key *key, const struct pv_key_entry **out)
{
    if (key->primary == SIZE_MAX)
        return PAVE_KEY_STATE;
    const struct pv_key_entry *entry = &key->entries[key->primary];
    if (!entry->is_allowed)
        return PAVE_FORBIDDEN;
    if (key->purpose->seal_until && pv_stamp_now() >= key->purpose->seal_until)
        return PAVE_EXPIRED;
    *out = entry;
    return PAVE_OK;
}

static const struct pv_key_entry *find_entry(const struct pave_key *key, uint32_t id)
{
    /* Most values were sealed by the key that seals now. */
    if (key->primary != SIZE_MAX && key->entries[key->primary].header.key_id == id)
        return &key->entries[key->primary];
    for (size_t i = 0; i < key->n_entries; i++) {
        if (key->entries[i].header.key_id == id)
            return &key->entries[i];
    }
    return NULL;
}

PV_STATUS pv_key_for_open(const struct pave_key *key, struct pv_header header,
                          const struct pv_key_entry **out)
{
    const struct pv_key_entry *entry = find_entry(key, header.key_id);
    if (!entry)
        return PAVE_NO_KEY;
    if (entry->state >= PAVE_KEY_DISABLED)
        return PAVE_KEY_STATE;
    /* A key has one suite: another in the header was written by an attacker or by nobody. */
    if (entry->header.suite != header.suite)
        return PAVE_REFUSED;
    if (!entry->is_allowed || !entry->sealer)
        return PAVE_FORBIDDEN;
    *out = entry;
    return PAVE_OK;
}

static bool has_field(const struct pave_field *fields, size_t n_fields, struct pv_str name)
{
    for (size_t i = 0; i < n_fields; i++) {
        if (fields[i].name && strnlen(fields[i].name, PV_CONTEXT_NAME_MAX + 1) == name.n &&
            memcmp(fields[i].name, name.p, name.n) == 0)
            return true;
    }
    return false;
}

PV_STATUS pv_key_check_fields(const struct pave_key *key, const struct pave_field *fields,
                              size_t n_fields)
{
    if (!fields && n_fields > 0)
        return PAVE_ARGUMENT;
    for (size_t i = 0; i < key->purpose->n_fields; i++) {
        if (!has_field(fields, n_fields, key->purpose->fields[i]))
            return PAVE_CONTEXT;
    }
    return PAVE_OK;
}
