/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/scan.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "engine/scan/scan_limits.h"
#include "engine/scan/walk.h"
#include "support/scratch.h"
#include "support/test.h"
#include "text/glob.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct scratch scratch;
    struct pv_rule_set rules;
    char *before; /* the folder that the test program runs in */
};

static void add_rule(struct pv_rule_set *set, const char *id, const char *pattern)
{
    struct pv_arena *mem = &set->mem;
    struct pv_rule *rule = NULL;
    struct pv_rule **slot = NULL;
    assert_ok(PV_NEW(mem, &rule, NULL));
    assert_ok(PV_NEW(mem, &rule->parts, NULL));
    rule->id = pv_str_of(id);
    rule->check_id = pv_str_of(id);
    rule->message = PV_STR("found $X, also value($X), not $Y");
    rule->fix = PV_STR("safe($X)");
    rule->n_parts = 1;
    struct pv_rule_part *part = &rule->parts[0];
    part->lang = pv_lang_find(PV_STR("python"));
    assert_non_null(part->lang);
    assert_ok(PV_NEW(mem, &part->formula, NULL));
    part->formula->kind = PV_FORMULA_PATTERN;
    assert_ok(pv_pattern_compile(
        mem, (struct pv_pattern_code){.lang = part->lang, .text = pv_str_of(pattern)},
        &pv_match_options_default, &set->vocab, &part->formula->pattern, NULL));
    assert_ok(pv_need_of_formula(mem, part->formula, &set->vocab, &part->needs, NULL));
    assert_ok(PV_VEC_PUSH(mem, &set->rules, &slot, NULL));
    *slot = rule;
}

static int begin(void **state)
{
    static struct fixture f;
    f = (struct fixture){0};
    scratch_begin(&f.scratch);
    f.before = getcwd(NULL, 0);
    assert_int_equal(chdir(f.scratch.folder), 0);
    add_rule(&f.rules, "call-bad", "bad($X)");
    add_rule(&f.rules, "call-worse", "worse.than($X, ...)");
    *state = &f;
    return 0;
}

static int end(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(chdir(f->before), 0);
    free(f->before);
    for (size_t i = 0; i < f->rules.rules.n; i++)
        pv_formula_clear(f->rules.rules.p[i]->parts[0].formula);
    pv_arena_clear(&f->rules.mem);
    scratch_end(&f->scratch);
    return 0;
}

static struct pv_targets walk(struct fixture *f)
{
    struct pv_targets targets = {0};
    struct pv_str root = PV_STR(".");
    assert_ok(pv_walk(&f->scratch.mem, &root, 1, &(struct pv_walk_options){0}, &targets, NULL));
    return targets;
}

static struct pv_scan_result scan(struct fixture *f, struct pv_scan_options options)
{
    struct pv_targets targets = walk(f);
    struct pv_scan_result result = {0};
    options.rules = &f->rules;
    assert_ok(pv_scan_run(&options, &targets, &result, NULL));
    return result;
}

static const struct pv_scan_file *file_of(const struct pv_scan_result *result, const char *path)
{
    for (size_t i = 0; i < result->n_files; i++)
        if (pv_str_eq(result->files[i].path, pv_str_of(path)))
            return &result->files[i];
    fail_msg("%s is not in the result", path);
    return NULL;
}

/* All of a result that people see, as text. */
static struct pv_str describe(struct fixture *f, const struct pv_scan_result *result)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    struct pv_str text = {0};
    for (size_t i = 0; i < result->n_findings; i++) {
        const struct pv_finding *one = &result->findings[i];
        pv_buf_format(&buf, "%.*s:%u:%u-%u:%u@%u %.*s: %.*s [%.*s] %s%s\n", PV_STR_FMT(one->path),
                      one->start.line, one->start.column, one->end.line, one->end.column,
                      one->start.offset, PV_STR_FMT(one->rule->id), PV_STR_FMT(one->message),
                      PV_STR_FMT(one->lines), one->fingerprint,
                      one->is_suppressed ? " suppressed" : "");
    }
    for (size_t i = 0; i < result->n_notices; i++)
        pv_buf_format(&buf, "%.*s:%u: %.*s\n", PV_STR_FMT(result->notices[i].path),
                      result->notices[i].line, PV_STR_FMT(result->notices[i].rules));
    assert_ok(pv_str_copy(&f->scratch.mem, pv_buf_str(&buf), &text, NULL));
    return text;
}

static void fills_in_a_finding(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "a.py", PV_STR("x = 1\nif x:\n    bad(x + 1)\n"));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){0});
    assert_int_equal(result.n_findings, 1);
    const struct pv_finding *one = &result.findings[0];
    assert_true(pv_str_eq(one->path, PV_STR("a.py")));
    assert_int_equal(one->start.line, 3);
    assert_int_equal(one->start.column, 5);
    assert_int_equal(one->start.offset, 16);
    assert_int_equal(one->end.column, 15);
    assert_true(pv_str_eq(one->message, PV_STR("found x + 1, also x + 1, not $Y")));
    assert_true(pv_str_eq(one->fix, PV_STR("safe(x + 1)")));
    assert_true(pv_str_eq(one->lines, PV_STR("    bad(x + 1)")));
    assert_int_equal(one->n_vars, 1);
    assert_true(pv_str_eq(one->vars[0].name, PV_STR("$X")));
    assert_true(pv_str_eq(one->vars[0].text, PV_STR("x + 1")));
    assert_int_equal(strlen(one->fingerprint), 32);
    assert_int_equal(file_of(&result, "a.py")->outcome, PV_OUTCOME_PARSED);
    assert_false(result.is_partial);
}

static void tells_twins_apart_and_survives_moves(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "a.py", PV_STR("bad(1)\nbad(1)\nbad(2)\n"));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result before = scan(f, (struct pv_scan_options){0});
    scratch_write(&f->scratch, "a.py", PV_STR("\n\nbad(1)\n\nbad(1)\nbad(2)\n"));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result after = scan(f, (struct pv_scan_options){0});
    assert_int_equal(before.n_findings, 3);
    assert_string_not_equal(before.findings[0].fingerprint, before.findings[1].fingerprint);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(before.findings[i].fingerprint, after.findings[i].fingerprint);
}

static void write_many(struct fixture *f)
{
    for (int i = 0; i < 60; i++) {
        char name[32] = "";
        char text[128] = "";
        (void)snprintf(name, sizeof name, "d%d/f%d.py", i % 7, i);
        (void)snprintf(text, sizeof text, "%s(%d)\nworse.than(%d)  # pave: ignore call-worse%s\n",
                       i % 3 ? "bad" : "good", i, i, i % 2 ? " -- known" : "");
        scratch_write(&f->scratch, name, pv_str_of(text));
    }
}

static void does_not_depend_on_threads_or_the_prefilter(void **state)
{
    struct fixture *f = *state;
    write_many(f);
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result one = scan(f, (struct pv_scan_options){.threads = 1});
    struct pv_str expected = describe(f, &one);
    assert_int_equal(one.n_findings, 40 + 60);
    assert_int_equal(one.counts.suppressed, 30);
    assert_int_equal(one.n_notices, 30);
    for (unsigned threads = 2; threads <= 8; threads *= 2) {
        PV_DEFER(pv_scan_result_clear)
        struct pv_scan_result many = scan(f, (struct pv_scan_options){.threads = threads});
        assert_true(pv_str_eq(describe(f, &many), expected));
    }
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result full = scan(f, (struct pv_scan_options){.is_full = true});
    assert_true(pv_str_eq(describe(f, &full), expected));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result every = scan(f, (struct pv_scan_options){.tries_every_rule = true});
    assert_true(pv_str_eq(describe(f, &every), expected));
}

static void parses_what_no_rule_can_match_where_asked_to(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "none.py", PV_STR("good(1)\n"));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result fast = scan(f, (struct pv_scan_options){0});
    assert_int_equal(fast.counts.bytes_parsed, 0);
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result full = scan(f, (struct pv_scan_options){.is_full = true});
    assert_int_equal(full.counts.bytes_parsed, 8);
    assert_int_equal(full.files[0].outcome, PV_OUTCOME_PARSED);
}

static void says_what_became_of_each_file(void **state)
{
    static const struct {
        const char *path;
        struct pv_str text;
        enum pv_outcome outcome;
        enum pv_skip skip;
    } cases[] = {
        {"found.py", {"bad(1)\n", 7}, PV_OUTCOME_PARSED, PV_SKIP_NONE},
        {"none.py", {"good(1)\n", 8}, PV_OUTCOME_IRRELEVANT, PV_SKIP_NONE},
        {"empty.py", {"", 0}, PV_OUTCOME_IRRELEVANT, PV_SKIP_NONE},
        {"broken.py", {"bad(1)\n)))) = = (\n", 18}, PV_OUTCOME_PARTLY, PV_SKIP_NONE},
        {"text.txt", {"bad(1)\n", 7}, PV_OUTCOME_SKIPPED, PV_SKIP_LANGUAGE},
        {"binary.py", {"bad(1)\0\n", 8}, PV_OUTCOME_SKIPPED, PV_SKIP_BINARY},
        {"made_pb2.py", {"bad(1)\n", 7}, PV_OUTCOME_SKIPPED, PV_SKIP_GENERATED},
        {"large.py",
         {"bad(1)  # a line that is too long\n", 34},
         PV_OUTCOME_SKIPPED,
         PV_SKIP_TOO_LARGE},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        scratch_write(&f->scratch, cases[i].path, cases[i].text);
    scratch_make_link(&f->scratch, "link.py", "found.py");
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){.max_file_bytes = 30});
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        const struct pv_scan_file *file = file_of(&result, cases[i].path);
        assert_int_equal(file->outcome, cases[i].outcome);
        assert_int_equal(file->skip, cases[i].skip);
        assert_true(pv_outcome_meaning(file->outcome).n > 0);
    }
    assert_int_equal(file_of(&result, "link.py")->skip, PV_SKIP_LINK);
    assert_true(file_of(&result, "broken.py")->error_percent >= 1);
    assert_true(file_of(&result, "large.py")->note.n > 0);
    assert_int_equal(result.n_findings, 2);
    assert_int_equal(result.counts.outcome[PV_OUTCOME_SKIPPED], 5);
}

static void says_which_file_can_not_be_read(void **state)
{
    struct fixture *f = *state;
    struct pv_targets targets = {0};
    struct pv_target *target = NULL;
    struct pv_scan_options options = {.rules = &f->rules};
    scratch_write(&f->scratch, "a.py", PV_STR("bad(1)\n"));
    targets = walk(f);
    assert_ok(PV_VEC_PUSH(&f->scratch.mem, &targets.files, &target, NULL));
    /* The system says no to such a long name, be who asks root or not. */
    char name[260];
    memset(name, 'n', sizeof name);
    memcpy(name + sizeof name - 3, ".py", 3);
    target->path = (struct pv_str){name, sizeof name};
    PV_DEFER(pv_scan_result_clear) struct pv_scan_result result = {0};
    assert_ok(pv_scan_run(&options, &targets, &result, NULL));
    assert_int_equal(result.counts.outcome[PV_OUTCOME_UNREADABLE], 1);
    assert_true(pv_str_find(result.files[1].note, PV_STR("too long"), 0) != SIZE_MAX);
    assert_int_equal(result.n_findings, 1);
}

/* Nothing is lost with it; whoever builds beside the scan is not stopped by that. */
static void leaves_out_a_file_that_has_gone_meanwhile(void **state)
{
    struct fixture *f = *state;
    struct pv_targets targets = {0};
    struct pv_target *target = NULL;
    struct pv_scan_options options = {.rules = &f->rules};
    scratch_write(&f->scratch, "a.py", PV_STR("bad(1)\n"));
    targets = walk(f);
    assert_ok(PV_VEC_PUSH(&f->scratch.mem, &targets.files, &target, NULL));
    target->path = PV_STR("gone.py");
    PV_DEFER(pv_scan_result_clear) struct pv_scan_result result = {0};
    assert_ok(pv_scan_run(&options, &targets, &result, NULL));
    assert_int_equal(file_of(&result, "gone.py")->outcome, PV_OUTCOME_SKIPPED);
    assert_int_equal(file_of(&result, "gone.py")->skip, PV_SKIP_GONE);
    assert_int_equal(result.counts.outcome[PV_OUTCOME_UNREADABLE], 0);
    assert_int_equal(result.n_findings, 1);
}

static void skips_a_file_of_50_megabytes(void **state)
{
    enum { SIZE = 50 << 20 };
    struct fixture *f = *state;
    scratch_write(&f->scratch, "huge.py", PV_STR("bad(1)\n"));
    assert_int_equal(truncate("huge.py", SIZE), 0);
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){0});
    assert_int_equal(file_of(&result, "huge.py")->skip, PV_SKIP_TOO_LARGE);
    assert_int_equal(result.n_findings, 0);
}

static void reads_other_encodings(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "mark.py",
                  PV_STR("\xef\xbb\xbf"
                         "bad(1)\n"));
    scratch_write(&f->scratch, "wide.py",
                  (struct pv_str){"\xff\xfe"
                                  "b\0a\0d\0(\0\x31\0)\0\n\0",
                                  16});
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){0});
    assert_int_equal(result.n_findings, 2);
    assert_int_equal(result.findings[0].start.offset, 3); /* in the file, where a fix goes */
    assert_int_equal(result.findings[0].start.column, 1);
    assert_non_null(result.findings[0].fix.p);
    assert_null(result.findings[1].fix.p);
}

static void names_the_bound_that_a_file_reaches(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "a.py", PV_STR("bad(1)\nbad(f(2))\n"));
    scratch_write(&f->scratch, "b.py", PV_STR("good()\n"));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){.rule_steps = 1});
    const struct pv_scan_file *file = file_of(&result, "a.py");
    assert_int_equal(file->outcome, PV_OUTCOME_UNFINISHED);
    assert_true(pv_str_has_prefix(file->note, PV_STR("rule call-bad: ")));
    assert_int_equal(file_of(&result, "b.py")->outcome, PV_OUTCOME_IRRELEVANT);
}

static void keeps_at_most_so_many_findings_of_a_file(void **state)
{
    struct fixture *f = *state;
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    for (int i = 0; i < PV_SCAN_FILE_FINDINGS + 10; i++)
        PV_BUF_LIT(&text, "bad(1)\n");
    scratch_write(&f->scratch, "a.py", pv_buf_str(&text));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){0});
    assert_int_equal(result.n_findings, PV_SCAN_FILE_FINDINGS);
    assert_int_equal(file_of(&result, "a.py")->outcome, PV_OUTCOME_UNFINISHED);
}

struct stopper {
    atomic_bool stop;
    size_t after;
};

static void stop_after(void *context, size_t done, size_t total, size_t findings)
{
    struct stopper *stopper = context;
    assert_true(done <= total);
    (void)findings;
    if (done >= stopper->after)
        atomic_store(&stopper->stop, true);
}

static void says_when_it_was_stopped(void **state)
{
    struct fixture *f = *state;
    struct stopper stopper = {.after = 10};
    write_many(f);
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){.threads = 1,
                                                                    .stop = &stopper.stop,
                                                                    .progress = stop_after,
                                                                    .progress_context = &stopper});
    assert_true(result.is_partial);
    assert_int_equal(result.counts.outcome[PV_OUTCOME_UNREACHED], 50);
    assert_int_equal(result.n_files, 60);
    assert_true(result.n_findings > 0);
}

static void gives_only_what_touches_changes(void **state)
{
    struct fixture *f = *state;
    struct pv_line_range lines[] = {{2, 3}};
    struct pv_changed_file files[] = {{.path = PV_STR("a.py"), .lines = {lines, 1, 1}},
                                      {.path = PV_STR("n.py"), .is_new = true}};
    struct pv_changes changes = {.files = {files, 2, 2}};
    for (uint32_t i = 0; i < 2; i++)
        assert_ok(pv_map_put(&f->scratch.mem, &changes.by_path, files[i].path, i, NULL));
    scratch_write(&f->scratch, "a.py", PV_STR("bad(1)\nbad(\n2)\nbad(3)\n"));
    scratch_write(&f->scratch, "n.py", PV_STR("bad(1)\n"));
    scratch_write(&f->scratch, "o.py", PV_STR("bad(1)\n"));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){.changes = &changes});
    assert_int_equal(result.n_findings, 2);
    assert_int_equal(result.findings[0].start.line, 2);
    assert_true(pv_str_eq(result.findings[1].path, PV_STR("n.py")));
}

static void honours_a_rules_own_paths(void **state)
{
    struct fixture *f = *state;
    struct pv_glob include[] = {pv_glob_of(PV_STR("src/"))};
    struct pv_glob exclude[] = {pv_glob_of(PV_STR("*_test.py"))};
    struct pv_rule *rule = f->rules.rules.p[0];
    rule->include = include;
    rule->n_include = 1;
    rule->exclude = exclude;
    rule->n_exclude = 1;
    scratch_write(&f->scratch, "src/a.py", PV_STR("bad(1)\n"));
    scratch_write(&f->scratch, "src/a_test.py", PV_STR("bad(1)\n"));
    scratch_write(&f->scratch, "b.py", PV_STR("bad(1)\n"));
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result result = scan(f, (struct pv_scan_options){0});
    assert_int_equal(result.n_findings, 1);
    PV_DEFER(pv_scan_result_clear)
    struct pv_scan_result all = scan(f, (struct pv_scan_options){.ignores_rule_paths = true});
    assert_int_equal(all.n_findings, 3);
}

#ifdef PV_FAULT
/* Each allocation fails in turn: the scan fails as a whole, or names the file; nothing leaks. */
static void survives_each_failing_allocation(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "a.py", PV_STR("bad(1)\nbad(2)  # pave: ignore call-bad -- x\n"));
    struct pv_targets targets = walk(f);
    struct pv_scan_options options = {.rules = &f->rules, .threads = 1};
    bool was_hit = true;
    for (size_t n = 1; was_hit; n++) {
        PV_DEFER(pv_scan_result_clear) struct pv_scan_result result = {0};
        pv_fault_arm(n);
        struct pv_result ran = pv_scan_run(&options, &targets, &result, NULL);
        was_hit = pv_fault_hit();
        pv_fault_arm(0);
        if (!pv_is_ok(ran)) {
            assert_true(was_hit);
            assert_int_equal(ran.code, PV_NO_MEMORY);
        } else if (was_hit) {
            assert_int_equal(result.n_files, 1);
            assert_true(result.n_findings == 2 ||
                        result.files[0].outcome == PV_OUTCOME_UNFINISHED ||
                        result.files[0].outcome == PV_OUTCOME_UNREADABLE);
        }
    }
}
#endif

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(fills_in_a_finding),
        CASE(tells_twins_apart_and_survives_moves),
        CASE(does_not_depend_on_threads_or_the_prefilter),
        CASE(parses_what_no_rule_can_match_where_asked_to),
        CASE(says_what_became_of_each_file),
        CASE(says_which_file_can_not_be_read),
        CASE(leaves_out_a_file_that_has_gone_meanwhile),
        CASE(skips_a_file_of_50_megabytes),
        CASE(reads_other_encodings),
        CASE(names_the_bound_that_a_file_reaches),
        CASE(keeps_at_most_so_many_findings_of_a_file),
        CASE(says_when_it_was_stopped),
        CASE(gives_only_what_touches_changes),
        CASE(honours_a_rules_own_paths),
#ifdef PV_FAULT
        CASE(survives_each_failing_allocation),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
