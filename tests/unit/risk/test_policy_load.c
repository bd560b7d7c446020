/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/policy.h"

#include "support/scratch.h"
#include "support/test.h"
#include "sys/file.h"

static const char *const tables[] = {"residual", "stakes", "exposure", "ease", "priority"};
static const char *const headers[] = {"row,DC,CV,V\n", "row,V,K,TI,ST\n", "row,XP,GT,EXP\n",
                                      "row,EXP,A,EZ\n", "row,EV,ST,EZ,PR\n"};

/* A folder with tables in which everything is at its least. */
static void write_tables(struct scratch *scratch, size_t n)
{
    for (size_t t = 0; t < n; t++) {
        PV_DEFER(pv_buf_clear) struct pv_buf csv = {0};
        struct pv_str name = {0};
        struct pv_policy shipped = {0};
        assert_ok(pv_policy_read_shipped(&shipped, NULL));
        const struct pv_table *table = &shipped.steps[t];
        pv_buf_format(&csv, "%s", headers[t]);
        for (size_t row = 0; row < table->n; row++) {
            size_t stride = table->n;
            pv_buf_format(&csv, "%zu", row);
            for (size_t i = 0; i < table->n_inputs; i++) {
                unsigned values = pv_dimension_values(table->inputs[i]);
                stride /= values;
                pv_buf_format(
                    &csv, ",%.*s",
                    PV_STR_FMT(pv_fact_text(table->inputs[i], (unsigned)(row / stride % values))));
            }
            pv_buf_format(&csv, ",%.*s\n", PV_STR_FMT(pv_fact_text(table->output, 0)));
        }
        assert_ok(pv_str_format(&scratch->mem, &name, NULL, "p/%s.csv%c", tables[t], '\0'));
        scratch_write(scratch, name.p, pv_buf_str(&csv));
    }
}

static void reads_a_folder_with_what_it_has(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    struct pv_policy policy = {0};
    struct pv_policy shipped = {0};
    (void)state;
    scratch_begin(&scratch);
    write_tables(&scratch, PV_COUNT(tables));
    assert_ok(pv_policy_load(scratch_path(&scratch, "p/"), &policy, NULL));
    assert_ok(pv_policy_read_shipped(&shipped, NULL));
    assert_string_equal(policy.id, "p");
    assert_int_equal(policy.overlay.n, 0);
    assert_int_equal(policy.cve.n, shipped.cve.n);
    assert_int_equal(policy.blocks, PV_PRIORITY_IMMEDIATE);
    assert_string_not_equal(policy.sha256, shipped.sha256);
}

static void has_all_that_decides_in_its_digest(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    struct pv_policy before = {0};
    struct pv_policy after = {0};
    (void)state;
    scratch_begin(&scratch);
    write_tables(&scratch, PV_COUNT(tables));
    assert_ok(pv_policy_load(scratch_path(&scratch, "p"), &before, NULL));
    scratch_write(&scratch, "p/obligations.csv",
                  PV_STR("row,obligation,class,item,role,CV,XP,floor,record\n"
                         "0,a,*,*,*,*,*,scheduled,-\n"));
    assert_ok(pv_policy_load(scratch_path(&scratch, "p"), &after, NULL));
    assert_int_equal(after.overlay.n, 1);
    assert_string_not_equal(before.sha256, after.sha256);
}

static void reads_names_blocks_and_pins(void **state)
{
    static const struct {
        const char *yaml;
        enum pv_code code;
        const char *says;
    } cases[] = {
        {"id: ours\nversion: 2.0.0\nblocks: scheduled\n", PV_OK, NULL},
        {"blocks: soon\n", PV_INVALID, "policy.yaml: line 1, column 9: expected the priority"},
        {"pins: {ease.csv: abc}\n", PV_INVALID, "ease.csv: its SHA-256 is "},
        {"id: [\n", PV_SYNTAX, "policy.yaml: "},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(scratch_end) struct scratch scratch;
        struct pv_policy policy = {0};
        struct pv_err err = {0};
        scratch_begin(&scratch);
        write_tables(&scratch, PV_COUNT(tables));
        scratch_write(&scratch, "p/policy.yaml", pv_str_of(cases[i].yaml));
        struct pv_result result = pv_policy_load(scratch_path(&scratch, "p"), &policy, &err);
        assert_int_equal(result.code, cases[i].code);
        if (cases[i].says)
            assert_non_null(strstr(err.text, cases[i].says));
        else
            assert_int_equal(policy.blocks, PV_PRIORITY_SCHEDULED);
    }
}

static void names_the_file_at_fault(void **state)
{
    PV_DEFER(scratch_end) struct scratch scratch;
    struct pv_policy policy = {0};
    struct pv_err err = {0};
    (void)state;
    scratch_begin(&scratch);
    write_tables(&scratch, PV_COUNT(tables) - 1);
    assert_code(PV_NOT_FOUND, pv_policy_load(scratch_path(&scratch, "p"), &policy, &err));
    assert_non_null(strstr(err.text, "priority.csv"));
    write_tables(&scratch, PV_COUNT(tables));
    scratch_write(&scratch, "p/cve.csv", PV_STR("row,A,GT\n0,no,gated\n1,yes,open\n"));
    assert_code(PV_INVALID, pv_policy_load(scratch_path(&scratch, "p"), &policy, &err));
    assert_non_null(strstr(err.text, "cve.csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_folder_with_what_it_has),
        cmocka_unit_test(has_all_that_decides_in_its_digest),
        cmocka_unit_test(reads_names_blocks_and_pins),
        cmocka_unit_test(names_the_file_at_fault),
    };
    return cmocka_run_group_tests_name("policy_load", tests, NULL, NULL);
}
