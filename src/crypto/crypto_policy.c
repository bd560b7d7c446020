/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/crypto_policy.h"

#include "crypto/base64url.h"
#include "crypto/context.h"
#include "crypto/crypto_limits.h"
#include "crypto/record.h"
#include "crypto/stamp.h"

static PV_STATUS read_keysets(struct pv_crypto_policy *policy, const struct pv_record *map,
                              struct pave_error *err)
{
    const struct pv_record *keysets = NULL;
    struct pv_crypto_policy_keyset *slot = NULL;

    PAVE_TRY(pv_record_child(map, "keysets", PV_RECORD_MAP, &keysets, err));
    for (const struct pv_record *one = keysets->first; one; one = one->next) {
        bool is_inside = one->kind == PV_RECORD_TEXT && one->text.n > 0 && one->text.p[0] != '/' &&
                         pv_str_find(one->text, PV_STR(".."), 0) == SIZE_MAX &&
                         !memchr(one->text.p, 0, one->text.n);
        if (!is_inside || !pv_context_is_name(one->name))
            return pv_refuse(err, PAVE_SYNTAX, one->offset,
                             "a keyset: expected a name, and a file in the policy's folder");
        PAVE_TRY(pv_status_of(PV_VEC_PUSH(&policy->mem, &policy->keysets, &slot, NULL)));
        *slot = (struct pv_crypto_policy_keyset){one->name, one->text};
    }
    return PAVE_OK;
}

static PV_STATUS find_keyset(const struct pv_crypto_policy *policy, const struct pv_record *map,
                             size_t *out, struct pave_error *err)
{
    struct pv_str name = {0};
    PAVE_TRY(pv_record_text(map, "keyset", &name, err));
    for (size_t i = 0; i < policy->keysets.n; i++) {
        if (pv_str_eq(policy->keysets.p[i].name, name)) {
            *out = i;
            return PAVE_OK;
        }
    }
    return pv_refuse(err, PAVE_SYNTAX, map->offset, "\"%.*s\": not among the keysets",
                     PV_STR_FMT(name));
}

/* What commits to no key is granted by a written reason only. */
static PV_STATUS read_suites(const struct pv_record *map, struct pv_purpose *out,
                             struct pave_error *err)
{
    const struct pv_record *suites = NULL;
    struct pv_str reason = {0};

    PAVE_TRY(pv_record_child(map, "suites", PV_RECORD_LIST, &suites, err));
    for (const struct pv_record *one = suites->first; one; one = one->next) {
        enum pv_suite suite =
            one->kind == PV_RECORD_TEXT ? pv_suite_of_name(one->text) : PV_SUITE_NONE;
        if (suite == PV_SUITE_NONE)
            return pv_refuse(err, PAVE_NEWER, one->offset, "not a suite that is known here");
        if (suite == PV_SUITE_XAES)
            PAVE_TRY(pv_record_text(map, "reason", &reason, err));
        out->suites |= 1u << suite;
    }
    if (out->suites == 0)
        return pv_refuse(err, PAVE_SYNTAX, suites->offset, "a purpose needs a suite");
    return PAVE_OK;
}

static PV_STATUS read_fields(struct pv_crypto_policy *policy, const struct pv_record *map,
                             struct pv_purpose *out, struct pave_error *err)
{
    const struct pv_record *fields = NULL;

    PAVE_TRY(pv_record_child(map, "context", PV_RECORD_LIST, &fields, err));
    if (fields->n > PV_CONTEXT_FIELDS_MAX)
        return pv_refuse(err, PAVE_LIMIT, fields->offset, "too many context fields");
    PAVE_TRY(pv_status_of(PV_NEW_ARRAY(&policy->mem, fields->n + 1, &out->fields, NULL)));
    for (const struct pv_record *one = fields->first; one; one = one->next) {
        if (one->kind != PV_RECORD_TEXT || !pv_context_is_name(one->text))
            return pv_refuse(err, PAVE_SYNTAX, one->offset,
                             "a context field: expected a-z 0-9 _ . -");
        out->fields[out->n_fields++] = one->text;
    }
    return PAVE_OK;
}

static PV_STATUS read_indexes(struct pv_crypto_policy *policy, const struct pv_record *map,
                              struct pv_purpose *out, struct pave_error *err)
{
    const struct pv_record *indexes = NULL;
    bool is_index = (out->suites >> PV_SUITE_INDEX & 1u) != 0;

    if (!is_index && !pv_record_get(map, "indexes"))
        return PAVE_OK;
    if (!is_index || out->suites != 1u << PV_SUITE_INDEX)
        return pv_refuse(err, PAVE_SYNTAX, map->offset,
                         "\"indexes\" are of the suite %s, and of no other",
                         pv_suite_name(PV_SUITE_INDEX));
    PAVE_TRY(pv_record_child(map, "indexes", PV_RECORD_LIST, &indexes, err));
    if (indexes->n == 0 || indexes->n > PV_POLICY_INDEXES_MAX)
        return pv_refuse(err, PAVE_LIMIT, indexes->offset, "1 to %d indexes",
                         PV_POLICY_INDEXES_MAX);
    PAVE_TRY(pv_status_of(PV_NEW_ARRAY(&policy->mem, indexes->n, &out->indexes, NULL)));
    for (const struct pv_record *one = indexes->first; one; one = one->next) {
        struct pv_index_rule *rule = &out->indexes[out->n_indexes];
        PAVE_TRY(pv_index_rule_read(&policy->mem, one, rule, err));
        for (size_t i = 0; i < out->n_indexes; i++) {
            if (pv_str_eq(out->indexes[i].name, rule->name))
                return pv_refuse(err, PAVE_SYNTAX, one->offset, "\"%.*s\": an index twice",
                                 PV_STR_FMT(rule->name));
        }
        out->n_indexes++;
    }
    return PAVE_OK;
}

static PV_STATUS read_purpose(struct pv_crypto_policy *policy, const struct pv_record *map,
                              struct pave_error *err)
{
    struct pv_purpose purpose = {0};
    struct pv_purpose *slot = NULL;
    struct pv_str unused = {0};

    if (map->kind != PV_RECORD_MAP)
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "expected a map");
    PAVE_TRY(
        pv_record_only(map, "name keyset suites context max_bytes seal_until reason indexes", err));
    PAVE_TRY(pv_record_text(map, "name", &purpose.name, err));
    /* Names that begin with "pave." are the library's own. */
    if (!pv_context_is_name(purpose.name) || pv_str_has_prefix(purpose.name, PV_STR("pave.")) ||
        pv_crypto_policy_find(policy, purpose.name))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "a purpose's name is not valid, or twice");
    PAVE_TRY(find_keyset(policy, map, &purpose.keyset, err));
    PAVE_TRY(read_suites(map, &purpose, err));
    PAVE_TRY(read_fields(policy, map, &purpose, err));
    PAVE_TRY(read_indexes(policy, map, &purpose, err));
    if (pv_record_get(map, "max_bytes"))
        PAVE_TRY(pv_record_number(map, "max_bytes", PV_MESSAGE_BYTES_MAX, &purpose.bytes_max, err));
    if (pv_record_get(map, "seal_until"))
        PAVE_TRY(pv_record_stamp(map, "seal_until", &purpose.seal_until, err));
    if (pv_record_get(map, "reason"))
        PAVE_TRY(pv_record_text(map, "reason", &unused, err));
    PAVE_TRY(pv_status_of(PV_VEC_PUSH(&policy->mem, &policy->purposes, &slot, NULL)));
    *slot = purpose;
    return PAVE_OK;
}

static PV_STATUS read_head(struct pv_crypto_policy *policy, const struct pv_record *map,
                           struct pave_error *err)
{
    struct pv_str word = {0};

    PAVE_TRY(pv_record_text(map, "pave", &word, err));
    if (!pv_str_has_prefix(word, PV_STR("policy/")))
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "not a policy file");
    if (!pv_str_eq(word, PV_STR("policy/1")))
        return pv_refuse(err, PAVE_NEWER, map->offset, "a policy file of a newer version");
    PAVE_TRY(
        pv_record_only(map, "pave name issued expires keysets purposes passwords signature", err));
    PAVE_TRY(pv_record_text(map, "name", &policy->name, err));
    PAVE_TRY(pv_record_stamp(map, "issued", &policy->issued, err));
    return pv_record_stamp(map, "expires", &policy->expires, err);
}

/* Too low a cost is not the security team's to allow either. */
static PV_STATUS read_passwords(struct pv_crypto_policy *policy, const struct pv_record *map,
                                struct pave_error *err)
{
    const struct pv_record *cost = NULL;
    uint64_t kib = 0;
    uint64_t passes = 0;

    if (!pv_record_get(map, "passwords"))
        return PAVE_OK;
    PAVE_TRY(pv_record_child(map, "passwords", PV_RECORD_MAP, &cost, err));
    PAVE_TRY(pv_record_only(cost, "argon2id-kib argon2id-passes", err));
    PAVE_TRY(pv_record_number(cost, "argon2id-kib", PV_PASSWORD_KIB_MAX, &kib, err));
    PAVE_TRY(pv_record_number(cost, "argon2id-passes", PV_PASSWORD_PASSES_MAX, &passes, err));
    if (kib < PV_PASSWORD_KIB_MIN || passes < PV_PASSWORD_PASSES_MIN ||
        kib * passes > PV_PASSWORD_WORK_MAX)
        return pv_refuse(err, PAVE_LIMIT, cost->offset,
                         "passwords: %d KiB and %d passes at least, and less than %d in all",
                         PV_PASSWORD_KIB_MIN, PV_PASSWORD_PASSES_MIN, PV_PASSWORD_WORK_MAX);
    policy->password_kib = (uint32_t)kib;
    policy->password_passes = (uint32_t)passes;
    return PAVE_OK;
}

PV_STATUS pv_crypto_policy_read(struct pv_crypto_policy *policy, struct pv_str text,
                                bool must_be_signed, struct pave_error *err)
{
    struct pv_record *map = NULL;
    const struct pv_record *purposes = NULL;
    struct pv_str copy = {0};

    PAVE_TRY(pv_status_of(pv_str_copy(&policy->mem, text, &copy, NULL)));
    PAVE_TRY(pv_record_read(&policy->mem, copy, &map, err));
    PAVE_TRY(read_head(policy, map, err));
    PAVE_TRY(read_keysets(policy, map, err));
    PAVE_TRY(read_passwords(policy, map, err));
    PAVE_TRY(pv_record_child(map, "purposes", PV_RECORD_LIST, &purposes, err));
    if (purposes->n > PV_POLICY_PURPOSES_MAX)
        return pv_refuse(err, PAVE_LIMIT, purposes->offset, "too many purposes");
    for (const struct pv_record *one = purposes->first; one; one = one->next)
        PAVE_TRY(read_purpose(policy, one, err));
    if (must_be_signed &&
        pv_record_vouched(copy, map, "signature", &policy->covered, &policy->signature) != PAVE_OK)
        return pv_refuse(err, PAVE_UNTRUSTED, map->offset,
                         "the policy is not signed; `pave keys policy` signs it");
    return PAVE_OK;
}

void pv_crypto_policy_clear(struct pv_crypto_policy *policy)
{
    pv_arena_clear(&policy->mem);
    *policy = (struct pv_crypto_policy){0};
}

const struct pv_purpose *pv_crypto_policy_find(const struct pv_crypto_policy *policy,
                                               struct pv_str purpose)
{
    PV_VEC_EACH (struct pv_purpose, one, &policy->purposes) {
        if (pv_str_eq(one->name, purpose))
            return one;
    }
    return NULL;
}
