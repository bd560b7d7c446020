/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"
#include "crypto/crypto_limits.h"
#include "crypto/keyset.h"
#include "crypto/record.h"
#include "crypto/safefile.h"

static PV_STATUS read_wrap(const struct pv_record *map, struct pv_wrap *out, struct pave_error *err)
{
    struct pv_str by = {0};
    struct pv_str salt = {0};
    uint64_t kib = 0;
    uint64_t passes = 0;

    PAVE_TRY(pv_record_text(map, "by", &by, err));
    PAVE_TRY(pv_record_text(map, "key", &out->key, err));
    if (pv_str_eq(by, PV_STR("program"))) {
        out->by = PV_WRAP_PROGRAM;
        return pv_record_only(map, "by key", err);
    }
    if (pv_str_eq(by, PV_STR("keyset"))) {
        out->by = PV_WRAP_KEYSET;
        PAVE_TRY(pv_record_text(map, "keyset", &out->parent, err));
        return pv_record_only(map, "by keyset key", err);
    }
    if (!pv_str_eq(by, PV_STR("passphrase")))
        return pv_refuse(err, PAVE_NEWER, map->offset,
                         "wrapped by something that is not known here");
    out->by = PV_WRAP_PASSPHRASE;
    PAVE_TRY(pv_record_only(map, "by argon2id-kib argon2id-passes salt key", err));
    /* Bounded before use: a file must not make its reader spend what it likes. */
    PAVE_TRY(pv_record_number(map, "argon2id-kib", PV_ARGON2_KIB_MAX, &kib, err));
    PAVE_TRY(pv_record_number(map, "argon2id-passes", PV_ARGON2_PASSES_MAX, &passes, err));
    PAVE_TRY(pv_record_text(map, "salt", &salt, err));
    if (kib < 8 || passes < 1 || !pv_base64url_bytes(salt, out->salt, sizeof out->salt))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "the parameters of Argon2id are not valid");
    out->kib = (uint32_t)kib;
    out->passes = (uint32_t)passes;
    return PAVE_OK;
}

static PV_STATUS read_material(const struct pv_keyset *keyset, const struct pv_record *map,
                               struct pv_keyset_key *key, struct pave_error *err)
{
    unsigned char bytes[PV_WRAPPED_BYTES];

    PAVE_TRY(pv_record_text(map, "fingerprint", &key->fingerprint, err));
    if (keyset->kind == PV_KIND_SIGN)
        PAVE_TRY(pv_record_text(map, "public", &key->public_key, err));
    if (key->state == PAVE_KEY_PENDING)
        PAVE_TRY(pv_record_stamp(map, "promote_after", &key->promote_after, err));
    if (key->state == PAVE_KEY_DESTROYED)
        return PAVE_OK;
    PAVE_TRY(pv_record_text(map, "material", &key->material, err));
    if (!pv_base64url_bytes(key->material, bytes, sizeof bytes))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "the material of a key is not whole");
    return PAVE_OK;
}

static PV_STATUS read_key(struct pv_keyset *keyset, const struct pv_record *map,
                          struct pave_error *err)
{
    struct pv_keyset_key key = {0};
    struct pv_keyset_key *slot = NULL;
    struct pv_str text = {0};

    if (map->kind != PV_RECORD_MAP)
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "expected a map");
    PAVE_TRY(pv_record_only(
        map, "id suite state created changed promote_after messages fingerprint public material",
        err));
    PAVE_TRY(pv_record_text(map, "id", &text, err));
    if (!pv_key_id_read(text, &key.id) || pv_keyset_find(keyset, key.id))
        return pv_refuse(err, PAVE_SYNTAX, map->offset,
                         "an id is not eight digits, or there twice");
    PAVE_TRY(pv_record_text(map, "suite", &text, err));
    key.suite = pv_suite_of_name(text);
    if (key.suite == PV_SUITE_NONE || pv_suite_kind(key.suite) != keyset->kind)
        return pv_refuse(err, PAVE_NEWER, map->offset, "\"%.*s\": no suite of this kind here",
                         PV_STR_FMT(text));
    PAVE_TRY(pv_record_text(map, "state", &text, err));
    key.state = pv_key_state_of_name(text);
    if (key.state == (enum pave_key_state)0 ||
        (key.state == PAVE_KEY_PRIMARY && pv_keyset_primary(keyset)))
        return pv_refuse(err, PAVE_SYNTAX, map->offset,
                         "an unknown state, or a second primary key");
    PAVE_TRY(pv_record_stamp(map, "created", &key.created, err));
    PAVE_TRY(pv_record_stamp(map, "changed", &key.changed, err));
    PAVE_TRY(pv_record_number(map, "messages", UINT64_MAX, &key.messages, err));
    PAVE_TRY(read_material(keyset, map, &key, err));
    PAVE_TRY(pv_status_of(PV_VEC_PUSH(&keyset->mem, &keyset->keys, &slot, NULL)));
    *slot = key;
    return PAVE_OK;
}

static PV_STATUS read_keys(struct pv_keyset *keyset, const struct pv_record *map,
                           struct pave_error *err)
{
    const struct pv_record *keys = NULL;
    PAVE_TRY(pv_record_child(map, "keys", PV_RECORD_LIST, &keys, err));
    if (keys->n == 0 || keys->n > PV_KEYSET_KEYS_MAX)
        return pv_refuse(err, PAVE_LIMIT, keys->offset, "expected 1 to %d keys",
                         PV_KEYSET_KEYS_MAX);
    for (const struct pv_record *key = keys->first; key; key = key->next)
        PAVE_TRY(read_key(keyset, key, err));
    return PAVE_OK;
}

PV_STATUS pv_keyset_read(struct pv_keyset *keyset, struct pv_str text, struct pave_error *err)
{
    struct pv_record *map = NULL;
    const struct pv_record *wrap = NULL;
    struct pv_str copy = {0};
    struct pv_str word = {0};

    PAVE_TRY(pv_status_of(pv_str_copy(&keyset->mem, text, &copy, NULL)));
    PAVE_TRY(pv_record_read(&keyset->mem, copy, &map, err));
    PAVE_TRY(pv_record_text(map, "pave", &word, err));
    if (!pv_str_has_prefix(word, PV_STR("keyset/")))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "not a keyset file");
    if (!pv_str_eq(word, PV_STR("keyset/1")))
        return pv_refuse(err, PAVE_NEWER, map->offset, "a keyset file of a newer version");
    PAVE_TRY(pv_record_only(map, "pave name kind created revision keys wrap mac", err));
    PAVE_TRY(pv_record_text(map, "name", &keyset->name, err));
    if (!pv_context_is_name(keyset->name))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "\"name\": expected a-z 0-9 _ . -");
    PAVE_TRY(pv_record_text(map, "kind", &word, err));
    keyset->kind = pv_key_kind_of_name(word);
    if (keyset->kind == PV_KIND_COUNT)
        return pv_refuse(err, PAVE_NEWER, map->offset, "\"%.*s\": no kind that is known here",
                         PV_STR_FMT(word));
    PAVE_TRY(pv_record_stamp(map, "created", &keyset->created, err));
    PAVE_TRY(pv_record_number(map, "revision", UINT64_MAX - 1, &keyset->revision, err));
    PAVE_TRY(read_keys(keyset, map, err));
    PAVE_TRY(pv_record_child(map, "wrap", PV_RECORD_MAP, &wrap, err));
    PAVE_TRY(read_wrap(wrap, &keyset->wrap, err));
    if (pv_record_vouched(copy, map, "mac", &keyset->covered, &keyset->mac) != PAVE_OK)
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "\"mac\": expected as the last member");
    return PAVE_OK;
}

PV_STATUS pv_keyset_load(struct pv_keyset *keyset, const char *path, struct pave_error *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    PAVE_TRY(pv_safefile_read(path, PV_RECORD_BYTES_MAX, &text, err));
    enum pave_status status = pv_keyset_read(keyset, pv_buf_str(&text), err);
    if (status == PAVE_OK || !err)
        return status;
    struct pave_error inner = *err;
    return pv_refuse(err, status, inner.offset, "%s: byte %zu: %s", path, inner.offset, inner.text);
}
