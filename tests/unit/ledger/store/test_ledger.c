/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/ledger.h"

#include "base/attr.h"
#include "base/buf.h"
#include "ledger/store/dispose.h"
#include "ledger/store/entry.h"
#include "ledger/store/envelope.h"
#include "ledger/store/sighting.h"
#include "support/brittle_disk.h"
#include "support/crypto_case.h"

#include "support/test.h"

#include <unistd.h>

enum { TRIES_MAX = 2000, FINDINGS = 12 };

struct stage {
    struct crypto_case crypto;
    struct pave_key *key; /* NULL: the ledger is not sealed */
    struct pv_str before; /* the ledger, before */
    struct pv_str path;   /* the copy that it happens to */
};

/* What is done to the ledger at `url`; true when it was done. */
typedef bool deed(struct stage *stage, struct pv_str url);

static bool ran(void *context, struct pv_str rule)
{
    (void)context;
    (void)rule;
    return true;
}

static struct pv_coverage_answer look(void *context, struct pv_str path)
{
    (void)context;
    (void)path;
    return (struct pv_coverage_answer){.coverage = PV_COVERAGE_SCANNED, .file_digest = 7};
}

/* A run that sees findings `from` to `to`. */
static struct pv_result record(struct pv_ledger *ledger, size_t from, size_t to, int64_t at)
{
    struct pv_sighting seen[FINDINGS];
    struct pv_observed_file file = {.path = PV_STR("a.py")};
    struct pv_sightings sightings = {.p = seen, .files = &file, .n_files = 1};
    const struct pv_record_run run = {.asset = PV_STR("app"),
                                      .tool = PV_STR("pave"),
                                      .tool_version = PV_STR("1"),
                                      .manifest = PV_STR("rule r"),
                                      .at = at,
                                      .ran = ran,
                                      .look = look};
    struct pv_record_result out = {0};
    for (size_t i = from; i < to; i++)
        seen[sightings.n++] = (struct pv_sighting){
            .at = {.rule = PV_STR("r"),
                   .path = PV_STR("a.py"),
                   .line = (uint32_t)i + 1,
                   .footprint = {.content = i + 1, .context = i + 101}},
            .file_digest = 1,
            .message = PV_STR("eval runs text"),
        };
    return pv_ledger_record(ledger->mem, ledger, &run, &sightings, &out, NULL);
}

static bool make(struct stage *stage, struct pv_str url)
{
    struct pv_arena mem = {0};
    struct pv_ledger ledger = {0};
    bool is_done = pv_is_ok(pv_ledger_open(&mem, url, stage->key, &ledger, NULL));
    if (is_done)
        pv_ledger_close(&ledger);
    pv_arena_clear(&mem);
    return is_done;
}

static bool with(struct stage *stage, struct pv_str url,
                 struct pv_result (*what)(struct pv_ledger *ledger))
{
    struct pv_arena mem = {0};
    struct pv_ledger ledger = {0};
    bool is_done = false;
    if (pv_is_ok(pv_ledger_open(&mem, url, stage->key, &ledger, NULL))) {
        is_done = pv_is_ok(what(&ledger));
        pv_ledger_close(&ledger);
    }
    pv_arena_clear(&mem);
    return is_done;
}

static struct pv_result see_some(struct pv_ledger *ledger)
{
    return record(ledger, 0, FINDINGS / 2, 1000);
}

static struct pv_result see_others(struct pv_ledger *ledger)
{
    return record(ledger, 3, FINDINGS, 2000);
}

static struct pv_result accept(struct pv_ledger *ledger)
{
    const struct pv_disposal disposal = {.finding = 2,
                                         .disposition = PV_DISPOSITION_ACCEPTED,
                                         .reason = PV_STR("for now"),
                                         .by = PV_STR("ada"),
                                         .at = 3000};
    return pv_ledger_dispose(ledger, &disposal, NULL);
}

static struct pv_result seal(struct pv_ledger *ledger)
{
    int64_t n = 0;
    return pv_ledger_seal(ledger, &n, NULL);
}

static bool do_see(struct stage *stage, struct pv_str url)
{
    return with(stage, url, see_others);
}

static bool do_accept(struct stage *stage, struct pv_str url)
{
    return with(stage, url, accept);
}

static bool do_seal(struct stage *stage, struct pv_str url)
{
    stage->key = crypto_case_key(&stage->crypto, "phi.note");
    bool is_done = with(stage, url, seal);
    pave_key_close(stage->key);
    stage->key = NULL;
    return is_done;
}

/* All of a ledger that people see, as one text; empty when it has none of its tables. */
static PV_RESULT add_entry(void *context, const struct pv_entry *entry, struct pv_err *err)
{
    struct pv_buf *out = context;
    pv_buf_format(out, "%lld %.*s %.*s %.*s %.*s %lld\n", (long long)entry->id,
                  PV_STR_FMT(entry->observation), PV_STR_FMT(entry->disposition),
                  PV_STR_FMT(entry->message), PV_STR_FMT(entry->disposition_reason),
                  (long long)entry->last_seen);
    return pv_buf_result(out, err);
}

static struct pv_str picture(struct stage *stage, struct pv_str url)
{
    const struct pv_entry_filter all = {.is_any_state = true};
    struct pv_arena *mem = &stage->crypto.scratch.mem;
    struct pv_ledger ledger = {0};
    struct pv_buf text = {0};
    struct pv_str out = {0};
    int64_t wrong = -1;
    struct pave_key *key = crypto_case_key(&stage->crypto, "phi.note");
    assert_ok(pv_ledger_open(mem, url, key, &ledger, NULL));
    assert_ok(pv_ledger_check(&ledger, &wrong, NULL));
    assert_int_equal(wrong, 0);
    assert_ok(pv_ledger_check_seals(&ledger, &wrong, NULL));
    assert_int_equal(wrong, 0);
    assert_ok(pv_entry_each(&ledger, &all, add_entry, &text, NULL));
    pv_ledger_close(&ledger);
    pave_key_close(key);
    assert_ok(pv_str_copy(mem, pv_buf_str(&text), &out, NULL));
    pv_buf_clear(&text);
    return out;
}

static void remove_ledger(struct stage *stage)
{
    static const char *const names[] = {"copy.db", "copy.db-wal", "copy.db-shm", "copy.db-journal"};
    for (size_t i = 0; i < PV_COUNT(names); i++)
        (void)unlink(scratch_path_z(&stage->crypto.scratch, names[i]));
}

static void copy_ledger(struct stage *stage)
{
    remove_ledger(stage);
    if (stage->before.n)
        scratch_write(&stage->crypto.scratch, "copy.db",
                      scratch_read(&stage->crypto.scratch, "before.db"));
}

/* Does it on a disk that goes wrong at write `nth`; false when it got through before. */
static bool meets(struct stage *stage, deed *what, enum brittle_disk_kind kind, size_t nth)
{
    brittle_disk_begin(kind, nth);
    bool is_done = what(stage, stage->path);
    bool was_hit = brittle_disk_end();
    assert_true(is_done || was_hit);
    return was_hit;
}

/* Whatever write goes wrong: what was before or what is after, and it can be done again. */
static void is_all_or_nothing(struct stage *stage, deed *what)
{
    copy_ledger(stage);
    struct pv_str before = stage->before.n ? picture(stage, stage->path) : (struct pv_str){0};
    copy_ledger(stage);
    assert_true(what(stage, stage->path));
    struct pv_str after = picture(stage, stage->path);
    for (int kind = 0; kind < BRITTLE_DISK_KINDS; kind++) {
        size_t nth = 1;
        for (bool was_hit = true; was_hit; nth++) {
            assert_true(nth < TRIES_MAX);
            copy_ledger(stage);
            was_hit = meets(stage, what, (enum brittle_disk_kind)kind, nth);
            struct pv_str now = picture(stage, stage->path);
            assert_true(pv_str_eq(now, before) || pv_str_eq(now, after));
            if (pv_str_eq(now, before) && !pv_str_eq(before, after))
                assert_true(what(stage, stage->path));
            assert_true(pv_str_eq(picture(stage, stage->path), after));
        }
        assert_true(nth > 4); /* there were writes to go wrong */
    }
}

static int begin(void **state)
{
    static struct stage stage;
    stage = (struct stage){0};
    crypto_case_usual(&stage.crypto);
    stage.path = scratch_path(&stage.crypto.scratch, "copy.db");
    *state = &stage;
    return 0;
}

static int end(void **state)
{
    struct stage *stage = *state;
    crypto_case_end(&stage->crypto);
    return 0;
}

static void keep_a_run(struct stage *stage)
{
    stage->before = scratch_path(&stage->crypto.scratch, "before.db");
    assert_true(with(stage, stage->before, see_some));
}

/* A ledger as a program of an earlier schema left it, with one finding. */
static void make_old(struct stage *stage, int version)
{
    static const struct {
        int version;
        const char *statements;
    } migrations[] = {
#define MIGRATION(version, what, statements) {version, statements},
#include "ledger/store/schema.def"
#undef MIGRATION
    };
    struct pv_arena *mem = &stage->crypto.scratch.mem;
    struct pv_sql *sql = NULL;
    stage->before = scratch_path(&stage->crypto.scratch, "before.db");
    (void)unlink(scratch_path_z(&stage->crypto.scratch, "before.db"));
    assert_ok(pv_sql_open(mem, stage->before, &sql, NULL));
    assert_ok(
        pv_sql_script(sql, PV_STR("CREATE TABLE pave_ledger (version INTEGER NOT NULL)"), NULL));
    assert_ok(pv_sql_run(sql, "INSERT INTO pave_ledger (version) VALUES (?)",
                         PV_SQL(pv_sql_int(version)), NULL));
    for (size_t i = 0; i < PV_COUNT(migrations) && migrations[i].version <= version; i++)
        assert_ok(pv_sql_script(sql, pv_str_of(migrations[i].statements), NULL));
    assert_ok(pv_sql_script(sql, pv_str_of(sql->driver->schema), NULL));
    assert_ok(pv_sql_script(
        sql,
        PV_STR(
            "INSERT INTO asset VALUES (1, 'app');"
            "INSERT INTO run VALUES (1, 1, 'pave', '1', 1000, 'rule r');"
            "INSERT INTO finding VALUES (1, 1, 'pave', 1, 'r', '', 'a.py', '', 3, 5, 6, '', 1,"
            " 'eval runs text', 'ERROR', 0, '', '', '', '', 'present', '', 'confirmed', 'so it is',"
            " 'ada', NULL, NULL, 'none', 1000, 1000, 1, 1);"
            "INSERT INTO event VALUES (1, 1000, 1, 1, 'pave', 'observed', 'present', '');"
            "INSERT INTO event VALUES (2, 1001, 1, NULL, 'ada', 'disposed', 'confirmed', 'so it is');"),
        NULL));
    bool was_new = false;
    assert_ok(pv_sql_keep(sql, &was_new, NULL));
    assert_true(was_new);
    pv_sql_close(sql);
}

static void a_ledger_of_every_earlier_schema_is_brought_up(void **state)
{
    struct stage *stage = *state;
    for (int version = 1; version < PV_LEDGER_VERSION; version++) {
        make_old(stage, version);
        is_all_or_nothing(stage, make);
        copy_ledger(stage);
        assert_string_equal(picture(stage, stage->path).p,
                            "1 present confirmed eval runs text so it is 1000\n");
    }
}

static void a_ledger_is_made_whole_or_not_at_all(void **state)
{
    is_all_or_nothing(*state, make);
}

static void a_run_is_kept_whole_or_not_at_all(void **state)
{
    keep_a_run(*state);
    is_all_or_nothing(*state, do_see);
}

static void a_decision_is_kept_whole_or_not_at_all(void **state)
{
    keep_a_run(*state);
    is_all_or_nothing(*state, do_accept);
}

static void a_ledger_is_sealed_whole_or_not_at_all(void **state)
{
    struct stage *stage = *state;
    keep_a_run(stage);
    assert_true(with(stage, stage->before, accept));
    is_all_or_nothing(stage, do_seal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_ledger_is_made_whole_or_not_at_all, begin, end),
        cmocka_unit_test_setup_teardown(a_ledger_of_every_earlier_schema_is_brought_up, begin, end),
        cmocka_unit_test_setup_teardown(a_run_is_kept_whole_or_not_at_all, begin, end),
        cmocka_unit_test_setup_teardown(a_decision_is_kept_whole_or_not_at_all, begin, end),
        cmocka_unit_test_setup_teardown(a_ledger_is_sealed_whole_or_not_at_all, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
