/* SPDX-License-Identifier: Apache-2.0 */
#include "support/report_case.h"

#include "support/fault.h"
#include "support/golden.h"
#include "support/test.h"

static const char rules_text[] =
    "rules:\n"
    "- id: no-eval\n"
    "  languages: [python]\n"
    "  severity: ERROR\n"
    "  message: eval runs whatever is in $X; read it with ast.literal_eval, which reads values and "
    "runs nothing.\n"
    "  pattern: eval($X)\n"
    "  fix: ast.literal_eval($X)\n"
    "  metadata:\n"
    "    cwe: ['CWE-95: Eval Injection', CWE-94]\n"
    "    owasp: A03:2021 - Injection\n"
    "    confidence: HIGH\n"
    "    references: ['https://docs.python.org/3/library/ast.html', see there]\n"
    "- id: debug-on\n"
    "  languages: [python]\n"
    "  severity: WARNING\n"
    "  message: A debugger that strangers can reach runs their code.\n"
    "  pattern: app.run(..., debug=True, ...)\n"
    "- id: marked\n"
    "  languages: [regex]\n"
    "  severity: INFO\n"
    "  message: someone left $1 here\n"
    "  pattern-regex: (FIX[M]E)\n"
    "- id: joined\n"
    "  mode: join\n"
    "  languages: [python]\n"
    "  severity: ERROR\n"
    "  message: m\n"
    "- id: flows\n"
    "  mode: taint\n"
    "  languages: [python]\n"
    "  severity: ERROR\n"
    "  message: what $WHO asks is run\n"
    "  pattern-sources: [{pattern: asked($WHO)}]\n"
    "  pattern-sinks: [{pattern: run(...)}]\n"
    "- id: broken\n"
    "  languages: [python]\n"
    "  severity: ERROR\n"
    "  message: m\n"
    "  pattern: |\n"
    "    f((\n";

static const char app_text[] =
    "import app\n"
    "def first(text):\n"
    "\treturn \"\xe6\xbc\xa2\xe5\xad\x97\" + eval(text)\n"
    "def second(text):\n"
    "    return eval(\"\x1b[31m\xff\xe2\x80\xae\" + text)\n"
    "app.run(\n"
    "    host=\"0.0.0.0\",\n"
    "    port=8080,\n"
    "    debug=True,\n"
    "    reload=True,\n"
    ")\n"
    "app.run(debug=True)\n"
    "eval(constant)  # pave: ignore no-eval -- a constant of ours\n"
    "eval(other)  # pave: ignore no-eval\n"
    "order = asked(\"\xf0\x9f\x98\x80\") + asked(\n"
    "    you)\n"
    "run(order)\n"
    "a_line_that_is_longer_than_terminals_are_wide = [first(\"\xf0\x9f\x98\x80\"), second(), "
    "eval(data), third(), fourth()]\n";

static void add_left_out(struct report_case *it, struct pv_targets *targets, const char *path,
                         enum pv_skip skip)
{
    struct pv_left_out *left_out = NULL;
    assert_ok(PV_VEC_PUSH(&it->mem, &targets->left_out, &left_out, NULL));
    *left_out = (struct pv_left_out){pv_str_of(path), skip};
}

static void add_targets(struct report_case *it, struct pv_targets *targets)
{
    static const struct {
        const char *path;
        struct pv_str text;
    } files[] = {
        {"src/app.py", {app_text, sizeof app_text - 1}},
        {"src/half.py", {"eval(a)\ndef (:\n  ]\n", 18}},
        {"src/nothing.py", {"x = 1\n", 6}},
        {"src/odd \x1b[7m\xff#%.py", {"eval(a)  # FIXME\n", 17}},
    };
    struct pv_unreadable *unreadable = NULL;
    for (size_t i = 0; i < PV_COUNT(files); i++)
        assert_ok(
            pv_targets_add_text(&it->mem, targets, pv_str_of(files[i].path), files[i].text, NULL));
    add_left_out(it, targets, "img/logo.png", PV_SKIP_BINARY);
    add_left_out(it, targets, "src/all.min.js", PV_SKIP_MINIFIED);
    add_left_out(it, targets, "src/data.py", PV_SKIP_TOO_LARGE);
    add_left_out(it, targets, "src/data2.py", PV_SKIP_TOO_LARGE);
    assert_ok(PV_VEC_PUSH(&it->mem, &targets->unreadable, &unreadable, NULL));
    *unreadable = (struct pv_unreadable){PV_STR("src/secret.py"), PV_STR("permission denied")};
}

/* As a catalog would: what the odd file's service holds makes its findings come first. */
static void add_context(struct report_case *it)
{
    for (size_t i = 0; i < it->result.n_findings; i++) {
        struct pv_finding *finding = &it->result.findings[i];
        if (!pv_str_has_prefix(finding->path, PV_STR("src/odd")))
            continue;
        finding->context = (struct pv_finding_context){
            .service = PV_STR("odd"),
            .priority = PV_STR("immediate"),
            .reason = PV_STR("odd holds credentials; the internet reaches it, without a login."),
            .rank = 4,
        };
    }
}

static void scan(struct report_case *it, const struct pv_targets *targets)
{
    struct pv_scan_options options = {.rules = &it->rules, .threads = 1};
    assert_ok(pv_rule_set_read(&it->rules, PV_STR("team/python.yaml"), PV_STR(rules_text), NULL));
    assert_ok(pv_scan_run(&options, targets, &it->result, NULL));
    it->report = (struct pv_report){
        .rules = &it->rules,
        .result = &it->result,
        .version = PV_STR("1.2.3"),
        .folder = PV_STR("/home/me"),
    };
}

void report_case_begin(struct report_case *it)
{
    struct pv_targets targets = {0};
    *it = (struct report_case){0};
    add_targets(it, &targets);
    scan(it, &targets);
    add_context(it);
    it->note = (struct pv_report_note){
        .path = PV_STR("catalog-info.yaml"), .line = 3, .column = 5, .text = PV_STR("no owner")};
    it->report.notes = &it->note;
    it->report.n_notes = 1;
}

void report_case_begin_empty(struct report_case *it)
{
    struct pv_targets targets = {0};
    *it = (struct report_case){0};
    scan(it, &targets);
}

void report_case_end(struct report_case *it)
{
    pv_scan_result_clear(&it->result);
    pv_rule_set_clear(&it->rules);
    pv_arena_clear(&it->mem);
}

void report_case_golden(const struct report_case *it, report_writer *writer, const char *name)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    assert_ok(writer(&it->report, &out, NULL));
    golden_check(name, pv_buf_str(&out));
}

void report_case_golden_empty(report_writer *writer, const char *name)
{
    struct report_case it;
    report_case_begin_empty(&it);
    report_case_golden(&it, writer, name);
    report_case_end(&it);
}

void report_case_survives(report_writer *writer)
{
    struct report_case it;
    report_case_begin(&it);
    FAULT_EACH (fault) {
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        fault_end(&fault, writer(&it.report, &out, NULL));
    }
    report_case_end(&it);
}
