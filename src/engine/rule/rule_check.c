/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"
#include "base/reader.h"
#include "engine/rule/rule_internal.h"

#include <inttypes.h>

/* The release of Semgrep whose language is followed here: see min-version. */
static const uint32_t language_version[] = {1, 93, 0};

enum { VERSION_PART_MAX = 99999, VERSION_PARTS = PV_COUNT(language_version) };

static const struct {
    struct pv_str key;
    const char *what;
} features[] = {
#define X(key, what) {{(key), sizeof(key) - 1}, (what)},
#include "engine/rule/feature.def"
#undef X
};

static const struct pv_str known[] = {
#define X(key) {(key), sizeof(key) - 1},
#include "engine/rule/key.def"
#undef X
};

struct pv_result pv_rule_check_features(struct pv_rule_reader *r, const struct pv_doc *doc)
{
    for (size_t i = 0; i < PV_COUNT(features); i++) {
        const struct pv_doc *found = pv_doc_get(doc, features[i].key);
        if (found)
            return pv_rule_fail(r, PV_UNSUPPORTED, found, "%s is not supported yet",
                                features[i].what);
    }
    return PV_SUCCESS;
}

/* Below, at or above zero, as the version that `text` says is to ours. */
static PV_RESULT compare_version(struct pv_str text, int *out)
{
    struct pv_reader in = {.text = text};
    int order = 0;
    for (size_t i = 0; i < VERSION_PARTS; i++) {
        uint32_t part = 0;
        PV_TRY(pv_reader_u32(&in, VERSION_PART_MAX, &part));
        if (order == 0)
            order = (part > language_version[i]) - (part < language_version[i]);
        if (i + 1 < VERSION_PARTS)
            PV_TRY(pv_reader_expect(&in, '.'));
    }
    PV_TRY(pv_reader_end(&in));
    *out = order;
    return PV_SUCCESS;
}

/* `wrong` is how a version that keeps the rule from running compares with ours. */
static PV_RESULT check_version(struct pv_rule_reader *r, const struct pv_doc *doc,
                               struct pv_str key, int wrong)
{
    const struct pv_doc *value = pv_doc_get(doc, key);
    int order = 0;
    if (!value)
        return PV_SUCCESS;
    if (!pv_is_ok(compare_version(value->text, &order)))
        return pv_rule_fail(r, PV_INVALID, value, "expected a version such as 1.50.0");
    if (order != wrong)
        return PV_SUCCESS;
    return pv_rule_fail(r, PV_UNSUPPORTED, value,
                        "%.*s %.*s: rules of Semgrep %" PRIu32 ".%" PRIu32 " are understood",
                        PV_STR_FMT(key), PV_STR_FMT(value->text), language_version[0],
                        language_version[1]);
}

static bool is_known(struct pv_str key)
{
    for (size_t i = 0; i < PV_COUNT(known); i++)
        if (pv_str_eq(known[i], key))
            return true;
    return pv_formula_has_key(key);
}

static PV_RESULT check_key(struct pv_rule_reader *r, const struct pv_doc_key *key)
{
    if (is_known(key->text))
        return PV_SUCCESS;
    struct pv_nearest nearest = pv_nearest_of(key->text);
    for (size_t i = 0; i < PV_COUNT(known); i++)
        pv_nearest_offer(&nearest, known[i]);
    pv_formula_offer_keys(&nearest);
    if (nearest.best.p)
        return pv_rule_note(r, key->place, "'%.*s' is not known here; did you mean '%.*s'?",
                            PV_STR_FMT(key->text), PV_STR_FMT(nearest.best));
    return pv_rule_note(r, key->place, "'%.*s' is not known here", PV_STR_FMT(key->text));
}

struct pv_result pv_rule_check_keys(struct pv_rule_reader *r, const struct pv_doc *doc)
{
    for (size_t i = 0; i < doc->n; i++)
        PV_TRY(check_key(r, &doc->keys[i]));
    PV_TRY(check_version(r, doc, PV_STR("min-version"), 1));
    return check_version(r, doc, PV_STR("max-version"), -1);
}
