/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rules about secrets. What they look for is in engine/secrets; here they get a name, a
 * severity and a message, so that they are switched, suppressed, explained and reported as all are.
 */
#include "base/assert.h"
#include "engine/rule/rule_internal.h"

static PV_RESULT read_metadata(struct pv_rule_set *set, const struct pv_secret_facts *facts,
                               const struct pv_doc **out, struct pv_err *err)
{
    struct pv_str text = {0};
    struct pv_doc *doc = NULL;
    PV_TRY(pv_str_format(
        &set->mem, &text, err,
        "cwe: \"CWE-798: Use of Hard-coded Credentials\"\n"
        "owasp: \"A07:2021 - Identification and Authentication Failures\"\n"
        "confidence: %.*s\n"
        "references:\n"
        "  - https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html\n"
        "pave:\n"
        "  class: secret.in-text\n"
        "  facets: [C, I]\n"
        "  impact: total\n"
        "  automatable: true\n"
        "  pre-auth: true\n"
        "  tells: \"%.*s\"\n"
        "%s%.*s%s"
        "  bad: 'client = connect(\"the secret itself\")'\n"
        "  good: 'client = connect(os.environ[\"CLIENT_SECRET\"])'\n",
        PV_STR_FMT(facts->confidence), PV_STR_FMT(facts->tells),
        facts->silent.n ? "  silent: \"" : "", PV_STR_FMT(facts->silent),
        facts->silent.n ? "\"\n" : ""));
    PV_TRY(PV_NEW(&set->mem, &doc, err));
    PV_TRY(pv_doc_read(&set->mem, text, doc, NULL, err));
    *out = doc;
    return PV_SUCCESS;
}

static const char replace_it[] =
    "Whoever reads this file, a copy of it or its history can use it. Make a new one, end the old "
    "one where it was issued, and have the program take it from its environment or a store of "
    "secrets.";

/* Of what has to be published. */
static const char restrict_it[] =
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
    PV_TRY(pv_str_format(&set->mem, &rule->check_id, err, "secrets/%.*s", PV_STR_FMT(facts.id)));
    PV_TRY(pv_str_format(&set->mem, &rule->message, err, "Here stands %.*s. %s",
                         PV_STR_FMT(facts.words), facts.silent.n ? restrict_it : replace_it));
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
            PV_TRY(read_metadata(set, &facts, &metadata, err));
        tells = facts.tells;
        PV_TRY(PV_NEW(&set->mem, &rule, err));
        PV_TRY(fill(set, kind, rule, err));
        rule->metadata = metadata;
        PV_TRY(PV_VEC_PUSH(&set->mem, &set->rules, &slot, err));
        *slot = rule;
    }
    return PV_SUCCESS;
}
