/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/exchange/export.h"

#include "base/attr.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/date.h"
#include "text/json.h"

#include <inttypes.h>
#include <stdio.h>

enum { ID_BYTES = 32, HASH_BYTES = 20 };

static bool is(struct pv_str text, const char *word)
{
    return pv_str_eq(text, pv_str_of(word));
}

static void key_id(struct pv_json *json, const char *key, int64_t id)
{
    char text[ID_BYTES];
    (void)snprintf(text, sizeof text, "PV-%" PRId64, id);
    pv_json_key_str(json, key, pv_str_of(text));
}

static void key_hash(struct pv_json *json, const char *key, uint64_t hash)
{
    char text[HASH_BYTES];
    (void)snprintf(text, sizeof text, "%016" PRIx64, hash);
    pv_json_key_str(json, key, pv_str_of(text));
}

/* A list of names, each once, in the order in which they came. */
struct names {
    struct pv_arena *mem;
    struct pv_map known;
    PV_VEC(struct pv_str) list;
};

static PV_RESULT add_name(struct names *names, struct pv_str name, struct pv_err *err)
{
    struct pv_str *slot = NULL;
    uint32_t unused = 0;
    if (pv_map_find(&names->known, name, &unused))
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(names->mem, &names->list, &slot, err));
    PV_TRY(pv_str_copy(names->mem, name, slot, err));
    return pv_map_put(names->mem, &names->known, *slot, 1, err);
}

static PV_RESULT take_tool(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    return add_name(context, entry->tool, err);
}

static PV_RESULT take_rule(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    return add_name(context, entry->rule, err);
}

static struct pv_str level_of(struct pv_str severity)
{
    if (is(severity, "ERROR") || is(severity, "HIGH") || is(severity, "CRITICAL") ||
        is(severity, "error"))
        return PV_STR("error");
    return is(severity, "INFO") || is(severity, "LOW") || is(severity, "note") ||
                   is(severity, "none")
               ? PV_STR("note")
               : PV_STR("warning");
}

static void add_location(struct pv_json *json, const struct pv_entry *entry)
{
    pv_json_key(json, "locations");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key(json, "physicalLocation");
    pv_json_object(json);
    pv_json_key(json, "artifactLocation");
    pv_json_object(json);
    pv_json_key_str(json, "uri", entry->path);
    pv_json_end(json);
    pv_json_key(json, "region");
    pv_json_object(json);
    pv_json_key_int(json, "startLine", entry->line ? entry->line : 1);
    pv_json_end(json);
    pv_json_end(json);
    if (entry->scope.n) {
        pv_json_key(json, "logicalLocations");
        pv_json_array(json);
        pv_json_object(json);
        pv_json_key_str(json, "fullyQualifiedName", entry->scope);
        pv_json_end(json);
        pv_json_end(json);
    }
    pv_json_end(json);
    pv_json_end(json);
}

static void add_suppression(struct pv_json *json, const struct pv_entry *entry)
{
    pv_json_key(json, "suppressions");
    pv_json_array(json);
    if (entry->state == PV_ENTRY_SETTLED) {
        pv_json_object(json);
        pv_json_key_str(json, "kind", PV_STR("external"));
        pv_json_key_str(json, "status", PV_STR("accepted"));
        pv_json_key_str(json, "justification", entry->disposition_reason);
        pv_json_end(json);
    }
    pv_json_end(json);
}

static struct pv_str baseline_of(const struct pv_entry *entry)
{
    if (is(entry->observation, "absent"))
        return PV_STR("absent");
    return entry->first_run == entry->last_run ? PV_STR("new") : PV_STR("unchanged");
}

static PV_RESULT add_result(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    struct pv_json *json = context;
    (void)err;
    pv_json_object(json);
    pv_json_key_str(json, "ruleId", entry->rule);
    pv_json_key_str(json, "level", level_of(entry->severity));
    pv_json_key(json, "message");
    pv_json_object(json);
    pv_json_key_str(json, "text", entry->message.n ? entry->message : entry->rule);
    pv_json_end(json);
    add_location(json, entry);
    pv_json_key_str(json, "baselineState", baseline_of(entry));
    pv_json_key(json, "partialFingerprints");
    pv_json_object(json);
    key_id(json, "pave/id/v1", entry->id);
    key_hash(json, "pave/content/v1", entry->content);
    key_hash(json, "pave/context/v1", entry->context);
    pv_json_end(json);
    add_suppression(json, entry);
    pv_json_key(json, "properties");
    pv_json_object(json);
    pv_json_key_str(json, "pave/state", pv_entry_state_word(entry->state));
    pv_json_key_str(json, "pave/priority", entry->priority);
    key_id(json, "pave/issue", entry->issue);
    pv_json_end(json);
    pv_json_end(json);
    return PV_SUCCESS;
}

static PV_RESULT add_run(const struct pv_export *export, struct pv_ledger *ledger,
                         struct pv_str tool, struct pv_json *json, struct pv_err *err)
{
    struct names rules = {.mem = export->mem};
    struct pv_entry_filter filter = export->filter;
    filter.tool = tool;
    PV_TRY(pv_entry_each(ledger, &filter, take_rule, &rules, err));
    pv_json_object(json);
    pv_json_key(json, "tool");
    pv_json_object(json);
    pv_json_key(json, "driver");
    pv_json_object(json);
    pv_json_key_str(json, "name", tool);
    if (is(tool, "pave"))
        pv_json_key_str(json, "semanticVersion", export->version);
    pv_json_key(json, "rules");
    pv_json_array(json);
    PV_VEC_EACH (const struct pv_str, rule, &rules.list) {
        pv_json_object(json);
        pv_json_key_str(json, "id", *rule);
        pv_json_end(json);
    }
    pv_json_end(json);
    pv_json_end(json);
    pv_json_end(json);
    pv_json_key(json, "results");
    pv_json_array(json);
    PV_TRY(pv_entry_each(ledger, &filter, add_result, json, err));
    pv_json_end(json);
    pv_json_end(json);
    return PV_SUCCESS;
}

PV_RESULT pv_export_sarif(const struct pv_export *export, struct pv_ledger *ledger,
                          struct pv_buf *out, struct pv_err *err)
{
    struct pv_json json = {.out = out, .is_pretty = true};
    struct names tools = {.mem = export->mem};
    PV_TRY(pv_entry_each(ledger, &export->filter, take_tool, &tools, err));
    pv_json_object(&json);
    pv_json_key_str(&json, "$schema", PV_STR("https://json.schemastore.org/sarif-2.1.0.json"));
    pv_json_key_str(&json, "version", PV_STR("2.1.0"));
    pv_json_key(&json, "runs");
    pv_json_array(&json);
    PV_VEC_EACH (const struct pv_str, tool, &tools.list)
        PV_TRY(add_run(export, ledger, *tool, &json, err));
    pv_json_end(&json);
    pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
    return pv_buf_result(out, err);
}

/* What OpenVEX says of a finding; the statement tells the rest. */
struct vex {
    const char *status;
    const char *justification; /* of not_affected */
    bool has_action;           /* of affected: what is done about it */
};

static struct vex vex_of(const struct pv_entry *entry)
{
    if (is(entry->observation, "absent"))
        return entry->state == PV_ENTRY_FIXED ? (struct vex){.status = "fixed"}
                                              : (struct vex){.status = "under_investigation"};
    if (is(entry->disposition, "false-positive"))
        return (struct vex){"not_affected", "vulnerable_code_not_present", false};
    if (is(entry->disposition, "not-affected"))
        return (struct vex){"not_affected", "vulnerable_code_not_in_execute_path", false};
    if (is(entry->disposition, "accepted") || is(entry->disposition, "confirmed"))
        return (struct vex){"affected", NULL, true};
    return (struct vex){.status = "under_investigation"};
}

/* A package URL leaves letters, digits and these as they are; all else is in hexadecimal. */
static void add_purl_name(struct pv_buf *out, struct pv_str name)
{
    for (size_t i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.p[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '~';
        pv_buf_format(out, is_plain ? "%c" : "%%%02X", c);
    }
}

static void add_product(struct pv_json *json, const struct pv_entry *entry)
{
    PV_DEFER(pv_buf_clear) struct pv_buf id = {0};
    PV_BUF_LIT(&id, "pkg:generic/");
    add_purl_name(&id, entry->asset);
    pv_json_key(json, "products");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key_str(json, "@id", pv_buf_str(&id));
    pv_json_end(json);
    pv_json_end(json);
}

static void add_action(struct pv_json *json, const struct pv_entry *entry)
{
    PV_DEFER(pv_buf_clear) struct pv_buf action = {0};
    char until[sizeof "2026-12-01"] = "";
    if (entry->until)
        pv_date_write(entry->until, until);
    if (is(entry->disposition, "accepted"))
        pv_buf_format(&action, "accepted%s%s by %.*s: %.*s", entry->until ? " until " : "", until,
                      PV_STR_FMT(entry->disposition_by), PV_STR_FMT(entry->disposition_reason));
    else
        pv_buf_format(&action, "to be mended, priority %.*s",
                      PV_STR_FMT(entry->priority.n ? entry->priority : entry->severity));
    pv_json_key_str(json, "action_statement", pv_buf_str(&action));
}

struct statements {
    struct pv_json *json;
    size_t n;
};

static PV_RESULT add_statement(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    struct statements *statements = context;
    struct pv_json *json = statements->json;
    struct vex vex = vex_of(entry);
    char seen[sizeof "2026-12-01T10:20:30Z"];
    (void)err;
    statements->n++;
    pv_date_write_time(entry->last_seen, seen);
    pv_json_object(json);
    pv_json_key(json, "vulnerability");
    pv_json_object(json);
    key_id(json, "name", entry->id);
    pv_json_key_str(json, "description", entry->message.n ? entry->message : entry->rule);
    if (entry->class.n) {
        pv_json_key(json, "aliases");
        pv_json_array(json);
        pv_json_str(json, entry->class);
        pv_json_end(json);
    }
    pv_json_end(json);
    add_product(json, entry);
    pv_json_key_str(json, "status", pv_str_of(vex.status));
    pv_json_key_str(json, "timestamp", pv_str_of(seen));
    /* The schema takes a justification or an impact statement, not both. */
    if (vex.justification) {
        pv_json_key_str(json, "justification", pv_str_of(vex.justification));
        pv_json_key_str(json, "status_notes", entry->disposition_reason);
    }
    if (vex.has_action)
        add_action(json, entry);
    pv_json_end(json);
    return PV_SUCCESS;
}

PV_RESULT pv_export_openvex(const struct pv_export *export, struct pv_ledger *ledger,
                            struct pv_buf *out, struct pv_err *err)
{
    struct pv_json json = {.out = out, .is_pretty = true};
    struct statements statements = {.json = &json};
    PV_DEFER(pv_buf_clear) struct pv_buf id = {0};
    char now[sizeof "2026-12-01T10:20:30Z"];
    pv_date_write_time(export->now, now);
    pv_buf_format(&id, "https://openvex.dev/docs/pave/%" PRId64, export->now);
    pv_json_object(&json);
    pv_json_key_str(&json, "@context", PV_STR("https://openvex.dev/ns/v0.2.0"));
    pv_json_key_str(&json, "@id", pv_buf_str(&id));
    pv_json_key_str(&json, "author", export->author);
    pv_json_key_str(&json, "timestamp", pv_str_of(now));
    pv_json_key_int(&json, "version", 1);
    pv_json_key(&json, "statements");
    pv_json_array(&json);
    PV_TRY(pv_entry_each(ledger, &export->filter, add_statement, &statements, err));
    if (statements.n == 0)
        return pv_fail(err, PV_INVALID, 0,
                       "no finding to say anything of: OpenVEX takes at least one statement");
    pv_json_end(&json);
    pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
    PV_TRY(pv_buf_result(&id, err));
    return pv_buf_result(out, err);
}
