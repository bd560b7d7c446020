/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"
#include "crypto/keyset.h"
#include "crypto/record.h"
#include "crypto/stamp.h"

static void add_member(struct pv_buf *out, const char *name, struct pv_str text)
{
    pv_buf_format(out, "\"%s\":", name);
    pv_record_add_text(out, text);
}

static void add_stamp(struct pv_buf *out, const char *name, int64_t seconds)
{
    char text[PV_STAMP_TEXT];
    pv_stamp_write(seconds, text);
    pv_buf_format(out, ",\"%s\":\"%s\"", name, text);
}

static void add_key(struct pv_buf *out, const struct pv_keyset_key *key)
{
    char id[PV_KEY_ID_TEXT];
    pv_key_id_write(key->id, id);
    pv_buf_format(out, "  {\"id\":\"%s\",\"suite\":\"%s\",\"state\":\"%s\"", id,
                  pv_suite_name(key->suite), pv_key_state_name(key->state));
    add_stamp(out, "created", key->created);
    add_stamp(out, "changed", key->changed);
    if (key->state == PAVE_KEY_PENDING)
        add_stamp(out, "promote_after", key->promote_after);
    pv_buf_format(out, ",\"messages\":%llu,", (unsigned long long)key->messages);
    add_member(out, "fingerprint", key->fingerprint);
    if (key->public_key.n > 0) {
        pv_buf_add_byte(out, ',');
        add_member(out, "public", key->public_key);
    }
    if (key->state != PAVE_KEY_DESTROYED) {
        PV_BUF_LIT(out, ",\n   ");
        add_member(out, "material", key->material);
    }
    pv_buf_add_byte(out, '}');
}

static void add_wrap(struct pv_buf *out, const struct pv_wrap *wrap)
{
    char salt[2 * PV_SALT_BYTES];
    PV_BUF_LIT(out, " \"wrap\":{");
    switch (wrap->by) {
    case PV_WRAP_PASSPHRASE:
        pv_base64url_write(wrap->salt, sizeof wrap->salt, salt);
        pv_buf_format(out,
                      "\"by\":\"passphrase\",\"argon2id-kib\":%u,\"argon2id-passes\":%u,"
                      "\"salt\":\"%s\",",
                      (unsigned)wrap->kib, (unsigned)wrap->passes, salt);
        break;
    case PV_WRAP_KEYSET:
        PV_BUF_LIT(out, "\"by\":\"keyset\",");
        add_member(out, "keyset", wrap->parent);
        pv_buf_add_byte(out, ',');
        break;
    case PV_WRAP_PROGRAM: PV_BUF_LIT(out, "\"by\":\"program\","); break;
    }
    add_member(out, "key", wrap->key);
    pv_buf_add_byte(out, '}');
}

PV_STATUS pv_keyset_write(struct pv_keyset *keyset, struct pv_buf *out)
{
    struct pv_str mac = {0};

    PV_BUF_LIT(out, "{\"pave\":\"keyset/1\",");
    add_member(out, "name", keyset->name);
    pv_buf_format(out, ",\"kind\":\"%s\"", pv_key_kind_name(keyset->kind));
    add_stamp(out, "created", keyset->created);
    pv_buf_format(out, ",\"revision\":%llu,\n \"keys\":[\n", (unsigned long long)keyset->revision);
    for (size_t i = 0; i < keyset->keys.n; i++) {
        add_key(out, &keyset->keys.p[i]);
        pv_buf_add(out, i + 1 < keyset->keys.n ? PV_STR(",\n") : PV_STR("],\n"));
    }
    add_wrap(out, &keyset->wrap);
    PAVE_TRY(pv_status_of(pv_buf_result(out, NULL)));
    PAVE_TRY(pv_keyset_mac(keyset, pv_buf_str(out), &mac));
    PV_BUF_LIT(out, ",\n ");
    add_member(out, "mac", mac);
    PV_BUF_LIT(out, "}\n");
    return pv_status_of(pv_buf_result(out, NULL));
}
