/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rules that Pave comes with. A scan of one language reads the text of the
 * rules of that language alone: of the others it takes what stands at the head
 * of the file, where every shipped rule has it.
 */
#include "base/attr.h"
#include "base/embedded.h"
#include "engine/rule/rule_internal.h"

/* Made at build time from rules/. */
extern const struct pv_embedded pv_shipped_rules[];

bool pv_rule_wish_has(const struct pv_rule_wish *wish, const struct pv_lang *lang)
{
    bool is_any = !wish->langs || !lang;
    for (size_t i = 0; i < wish->n_langs && !is_any; i++)
        is_any = pv_lang_covers(lang, wish->langs[i]);
    return is_any;
}

/* Takes what follows `key` on its line; false when there is no such line. */
static bool take_line(struct pv_str text, struct pv_str key, struct pv_str *out)
{
    size_t at = pv_str_find(text, key, 0);
    if (at == SIZE_MAX)
        return false;
    struct pv_str rest = pv_str_sub(text, at + key.n, text.n);
    return pv_str_split(&rest, '\n', out);
}

/* The head of a rule file as every shipped one is written. */
struct head {
    struct pv_str id;
    struct pv_str langs; /* "python, java" */
    struct pv_str severity;
};

static bool take_head(struct pv_str text, struct head *out)
{
    if (!take_line(text, PV_STR("rules:\n  - id: "), &out->id) ||
        !take_line(text, PV_STR("\n    languages: ["), &out->langs) ||
        !take_line(text, PV_STR("\n    severity: "), &out->severity) ||
        !pv_str_has_suffix(out->langs, PV_STR("]")) ||
        pv_str_find(text, PV_STR("\n      silent: "), 0) != SIZE_MAX)
        return false;
    out->langs.n--;
    return pv_str_find(text, PV_STR("\n  - "), sizeof "rules:\n  - ") == SIZE_MAX;
}

/* The parts of `rule` for the languages that this program reads; false when one is wished for. */
static PV_RESULT add_parts(struct pv_rule_set *set, struct pv_str langs, struct pv_rule *rule,
                           bool *is_wished, struct pv_err *err)
{
    struct pv_str name = {0};
    PV_TRY(PV_NEW_ARRAY(&set->mem, langs.n + 1, &rule->parts, err));
    while (pv_str_split(&langs, ',', &name)) {
        const struct pv_lang *lang = pv_lang_find(pv_str_trim(name));
        if (!lang)
            continue;
        *is_wished = *is_wished || pv_rule_wish_has(&set->wish, lang);
        rule->parts[rule->n_parts++].lang = lang;
    }
    return PV_SUCCESS;
}

struct pv_result pv_rule_skim(struct pv_rule_set *set, const struct pv_embedded *file, bool *out,
                              struct pv_err *err)
{
    struct head head = {0};
    struct pv_rule *rule = NULL;
    struct pv_rule **slot = NULL;
    bool is_wished = false;
    size_t slash = pv_str_rfind_byte(file->path, '/');
    *out = false;
    if (slash == SIZE_MAX || !take_head(file->text, &head))
        return PV_SUCCESS;
    PV_TRY(PV_NEW(&set->mem, &rule, err));
    PV_TRY(add_parts(set, head.langs, rule, &is_wished, err));
    if (is_wished || rule->n_parts == 0 || !pv_severity_of(head.severity, &rule->severity))
        return PV_SUCCESS;
    rule->id = head.id;
    rule->check_id = pv_str_sub(file->path, 0, slash);
    rule->file = file->path;
    rule->line = 2;
    rule->severity_text = head.severity;
    PV_TRY(PV_VEC_PUSH(&set->mem, &set->rules, &slot, err));
    *slot = rule;
    *out = true;
    return PV_SUCCESS;
}

struct pv_result pv_rule_set_read_shipped(struct pv_rule_set *set, struct pv_err *err)
{
    for (const struct pv_embedded *file = pv_shipped_rules; file->path.p; file++) {
        bool is_done = false;
        if (set->wish.is_skimming)
            PV_TRY(pv_rule_skim(set, file, &is_done, err));
        if (!is_done)
            PV_TRY(pv_rule_set_read(set, file->path, file->text, err));
    }
    return pv_rule_set_add_secrets(set, err);
}
