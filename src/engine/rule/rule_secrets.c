/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rules about secrets. What they look for is in engine/secrets; here they get a name, a
 * severity and a message, so that they are switched, suppressed, explained and reported as all are.
 */
#include "base/assert.h"
#include "engine/rule/rule_internal.h"

/* These rules are made at each start: what they say is put together here, not read as YAML. */
static PV_RESULT make_map(struct pv_arena *mem, size_t n_max, struct pv_doc *out,
                          struct pv_err *err)
{
    *out = (struct pv_doc){.kind = PV_DOC_MAP};
    PV_TRY(PV_NEW_ARRAY(mem, n_max, &out->items, err));
    return PV_NEW_ARRAY(mem, n_max, &out->keys, err);
}

static void add(struct pv_doc *map, struct pv_str key, struct pv_doc value)
{
    map->keys[map->n].text = key;
    map->items[map->n++] = value;
}

static struct pv_doc text(struct pv_str words)
{
    return (struct pv_doc){.kind = PV_DOC_TEXT, .text = words};
}

static struct pv_doc truth(void)
{
    return (struct pv_doc){.kind = PV_DOC_BOOL, .text = PV_STR("true"), .number = 1};
}

static PV_RESULT make_list(struct pv_arena *mem, const struct pv_str *words, size_t n,
                           struct pv_doc *out, struct pv_err *err)
{
    *out = (struct pv_doc){.kind = PV_DOC_LIST, .n = n};
    PV_TRY(PV_NEW_ARRAY(mem, n, &out->items, err));
    for (size_t i = 0; i < n; i++)
        out->items[i] = text(words[i]);
    return PV_SUCCESS;
}

/* metadata.pave */
static PV_RESULT make_pave(struct pv_arena *mem, const struct pv_secret_facts *facts,
                           struct pv_doc *out, struct pv_err *err)
{
    enum { KEYS_MAX = 9 };
    const struct pv_str facets[] = {PV_STR("C"), PV_STR("I")};
    struct pv_doc list = {0};
    PV_TRY(make_map(mem, KEYS_MAX, out, err));
    PV_TRY(make_list(mem, facets, PV_COUNT(facets), &list, err));
    add(out, PV_STR("class"), text(PV_STR("secret.in-text")));
    add(out, PV_STR("facets"), list);
    add(out, PV_STR("impact"), text(PV_STR("total")));
    add(out, PV_STR("automatable"), truth());
    add(out, PV_STR("pre-auth"), truth());
    add(out, PV_STR("tells"), text(facts->tells));
    if (facts->silent.n)
        add(out, PV_STR("silent"), text(facts->silent));
    add(out, PV_STR("bad"), text(PV_STR("client = connect(\"the secret itself\")")));
    add(out, PV_STR("good"), text(PV_STR("client = connect(os.environ[\"CLIENT_SECRET\"])")));
    return PV_SUCCESS;
}

static PV_RESULT make_metadata(struct pv_arena *mem, const struct pv_secret_facts *facts,
                               const struct pv_doc **out, struct pv_err *err)
{
    enum { KEYS_MAX = 5 };
    const struct pv_str references[] = {PV_STR(
        "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html")};
    struct pv_doc *made = NULL;
    struct pv_doc list = {0};
    struct pv_doc pave = {0};
    PV_TRY(PV_NEW(mem, &made, err));
    PV_TRY(make_map(mem, KEYS_MAX, made, err));
    PV_TRY(make_list(mem, references, PV_COUNT(references), &list, err));
    PV_TRY(make_pave(mem, facts, &pave, err));
    add(made, PV_STR("cwe"), text(PV_STR("CWE-798: Use of Hard-coded Credentials")));
    add(made, PV_STR("owasp"),
        text(PV_STR("A07:2021 - Identification and Authentication Failures")));
    add(made, PV_STR("confidence"), text(facts->confidence));
    add(made, PV_STR("references"), list);
    add(made, PV_STR("pave"), pave);
    *out = made;
    return PV_SUCCESS;
}

static const char replace_text[] =
    "Whoever reads this file, a copy of it or its history can use it. Make a new one, end the old "
    "one where it was issued, and have the program take it from its environment or a store of "
    "secrets.";

/* Of what has to be published. */
static const char restrict_text[] =
    "Restrict it, where it was issued, to the pages or apps that carry it and to what they need. "
    "If a server uses it, make a new one, end this one, and have the server take it from its "
    "environment or a store of secrets.";

static PV_RESULT fill(struct pv_rule_set *set, enum pv_secret_kind kind, struct pv_rule *rule,
                      struct pv_err *err)
{
    struct pv_secret_facts facts = pv_secret_facts_of(kind);
    rule->id = facts.id;
    rule->file = PV_STR("secrets");
    rule->line = 1;
    rule->severity_text = facts.severity;
    rule->silent = facts.silent;
    pv_assert(pv_severity_of(facts.severity, &rule->severity));
    const struct pv_str name[] = {PV_STR("secrets/"), facts.id};
    const struct pv_str message[] = {PV_STR("Here stands "), facts.words, PV_STR(". "),
                                     facts.silent.n ? PV_STR(restrict_text) : PV_STR(replace_text)};
    PV_TRY(pv_str_join(&set->mem, name, PV_COUNT(name), &rule->check_id, err));
    PV_TRY(pv_str_join(&set->mem, message, PV_COUNT(message), &rule->message, err));
    PV_TRY(PV_NEW(&set->mem, &rule->parts, err));
    rule->parts[0].secret = kind;
    rule->n_parts = 1;
    return PV_SUCCESS;
}

struct pv_result pv_rule_set_add_secrets(struct pv_rule_set *set, struct pv_err *err)
{
    const struct pv_doc *metadata = NULL;
    struct pv_str tells = {0};
    for (int i = PV_SECRET_NONE + 1; i < PV_SECRET_COUNT; i++) {
        enum pv_secret_kind kind = (enum pv_secret_kind)i;
        struct pv_secret_facts facts = pv_secret_facts_of(kind);
        struct pv_rule *rule = NULL;
        struct pv_rule **slot = NULL;
        /* Kinds of one group stand together and share what is said of them. */
        if (!pv_str_eq(tells, facts.tells))
            PV_TRY(make_metadata(&set->mem, &facts, &metadata, err));
        tells = facts.tells;
        PV_TRY(PV_NEW(&set->mem, &rule, err));
        PV_TRY(fill(set, kind, rule, err));
        rule->metadata = metadata;
        PV_TRY(PV_VEC_PUSH(&set->mem, &set->rules, &slot, err));
        *slot = rule;
    }
    return PV_SUCCESS;
}
