/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/proof/proof_internal.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/embedded.h"

/* Made at build time from seals/. */
extern const struct pv_embedded pv_shipped_seals[];

/* Matches nothing: what stands for an empty list of words. */
#define NEVER "(?!)"

static void add_word(struct pv_buf *out, struct pv_str word, bool *is_first)
{
    if (!*is_first)
        pv_buf_add_byte(out, '|');
    pv_buf_add(out, word);
    *is_first = false;
}

static bool add_names(struct pv_buf *out, const struct pv_proof_words *words, bool is_field)
{
    bool is_first = true;
    for (size_t i = 0; i < words->names->n; i++)
        if (words->names->list[i].is_field == is_field)
            add_word(out, words->names->list[i].text, &is_first);
    return !is_first;
}

static bool add_list(struct pv_buf *out, struct pv_proof_list list)
{
    bool is_first = true;
    for (size_t i = 0; i < list.n; i++)
        add_word(out, list.p[i], &is_first);
    return !is_first;
}

static void add_words(struct pv_buf *out, const struct pv_proof_words *words, struct pv_str which)
{
    bool has_any = false;
    if (pv_str_eq(which, PV_STR("types")))
        has_any = add_names(out, words, false);
    else if (pv_str_eq(which, PV_STR("fields")))
        has_any = add_names(out, words, true);
    else if (pv_str_eq(which, PV_STR("takers")))
        has_any = add_list(out, words->takers);
    else if (pv_str_eq(which, PV_STR("methods")))
        has_any = add_list(out, words->methods);
    else if (pv_str_eq(which, PV_STR("givers")))
        has_any = add_list(out, words->givers);
    if (!has_any)
        PV_BUF_LIT(out, NEVER);
}

/* Replaces each @WORD@; a rule has no other '@' in pairs without a blank between. */
static void fill(struct pv_buf *out, struct pv_str text, const struct pv_proof_words *words)
{
    static const char *const known[] = {"@types@", "@fields@", "@takers@", "@methods@", "@givers@"};
    size_t at = 0;
    while (at < text.n) {
        struct pv_str rest = pv_str_sub(text, at, text.n);
        struct pv_str found = {0};
        for (size_t i = 0; i < PV_COUNT(known); i++)
            if (pv_str_has_prefix(rest, pv_str_of(known[i])))
                found = pv_str_of(known[i]);
        if (found.n)
            add_words(out, words, pv_str_sub(found, 1, found.n - 1));
        else
            pv_buf_add_byte(out, text.p[at]);
        at += found.n ? found.n : 1;
    }
}

static PV_RESULT read_one(struct pv_rule_set *rules, const struct pv_embedded *file,
                          const struct pv_proof_words *words, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_str kept = {0};
    fill(&text, file->text, words);
    PV_TRY(pv_buf_result(&text, err));
    if (text.n > PV_PROOF_RULES_BYTES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "too many functions take the data");
    PV_TRY(pv_str_copy(&rules->mem, pv_buf_str(&text), &kept, err));
    return pv_rule_set_read(rules, file->path, kept, err);
}

PV_RESULT pv_proof_rules_read(struct pv_rule_set *rules, struct pv_str name,
                              const struct pv_proof_words *words, struct pv_err *err)
{
    for (const struct pv_embedded *file = pv_shipped_seals; file->path.p; file++)
        if (pv_str_has_suffix(file->path, name))
            PV_TRY(read_one(rules, file, words, err));
    if (rules->problems.n > 0)
        return pv_fail(err, PV_INVALID, 0, "%.*s:%zu: %.*s", PV_STR_FMT(rules->problems.p[0].file),
                       rules->problems.p[0].line, PV_STR_FMT(rules->problems.p[0].text));
    return PV_SUCCESS;
}

bool pv_proof_is_inert(const struct pv_lang *lang)
{
    static const char *const names[] = {"yaml", "json", "xml", "html", "terraform", "dockerfile"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_eq(pv_lang_name(lang), pv_str_of(names[i])))
            return true;
    return false;
}

bool pv_proof_reads(const struct pv_lang *lang)
{
    for (const struct pv_embedded *file = pv_shipped_seals; file->path.p; file++) {
        struct pv_str path = file->path;
        struct pv_str folder = {0};
        const struct pv_lang *known =
            pv_str_split(&path, '/', &folder) ? pv_lang_find(folder) : NULL;
        if (known && pv_lang_covers(known, lang))
            return true;
    }
    return false;
}

bool pv_proof_words_are_in(const struct pv_proof_words *words, struct pv_str text)
{
    for (size_t i = 0; i < words->names->n; i++)
        if (pv_str_find(text, words->names->list[i].text, 0) != SIZE_MAX)
            return true;
    return false;
}

static struct pv_str name_of(const struct pv_finding *finding)
{
    for (size_t i = 0; i < finding->n_vars; i++)
        if (pv_str_eq(finding->vars[i].name, PV_STR("$NAME")) &&
            pv_is_ok(pv_proof_name_check(finding->vars[i].text, NULL)))
            return finding->vars[i].text;
    return (struct pv_str){0};
}

static bool is_of(const struct pv_finding *finding, struct pv_str rule)
{
    return pv_str_eq(finding->rule->id, rule);
}

/* How many functions of the name a rule found. */
static size_t count(const struct pv_scan_result *found, struct pv_str rule, struct pv_str name)
{
    size_t n = 0;
    for (size_t i = 0; i < found->n_findings; i++)
        n += is_of(&found->findings[i], rule) && pv_str_eq(name_of(&found->findings[i]), name);
    return n;
}

/* A list of names, each once. */
struct names {
    PV_VEC(struct pv_str) list;
};

static PV_RESULT add_once(struct pv_arena *mem, struct names *names, struct pv_str name,
                          struct pv_err *err)
{
    struct pv_str *slot = NULL;
    PV_VEC_EACH (const struct pv_str, known, &names->list)
        if (pv_str_eq(*known, name))
            return PV_SUCCESS;
    if (names->list.n == PV_PROOF_FUNCTIONS_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d functions have to do with the data",
                       PV_PROOF_FUNCTIONS_MAX);
    PV_TRY(PV_VEC_PUSH(mem, &names->list, &slot, err));
    return pv_str_copy(mem, name, slot, err);
}

/*
 * The names that `rule` found. Where they must be alone in it, those that other
 * functions have too are left out: a call may mean the others.
 */
static PV_RESULT take(struct pv_arena *mem, const struct pv_scan_result *found, struct pv_str rule,
                      bool is_alone, struct pv_proof_list *out, struct pv_err *err)
{
    struct names names = {0};
    for (size_t i = 0; i < found->n_findings; i++) {
        const struct pv_finding *finding = &found->findings[i];
        struct pv_str name = name_of(finding);
        if (name.n == 0 || !is_of(finding, rule))
            continue;
        if (!is_alone || count(found, PV_STR("defines"), name) == count(found, rule, name))
            PV_TRY(add_once(mem, &names, name, err));
    }
    *out = (struct pv_proof_list){names.list.p, names.list.n};
    return PV_SUCCESS;
}

PV_RESULT pv_proof_words_take(struct pv_arena *mem, const struct pv_scan_result *found,
                              struct pv_proof_words *words, struct pv_err *err)
{
    PV_TRY(take(mem, found, PV_STR("takes"), true, &words->takers, err));
    PV_TRY(take(mem, found, PV_STR("methods"), true, &words->methods, err));
    return take(mem, found, PV_STR("gives"), false, &words->givers, err);
}
