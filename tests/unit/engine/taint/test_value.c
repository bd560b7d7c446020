/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/taint_limits.h"
#include "engine/taint/value.h"
#include "support/test.h"

static const struct pv_value *tainted(struct pv_values *v, uint32_t source)
{
    return pv_value_taint(v, &pv_value_clean, (struct pv_taint){.source = source});
}

static void joins_sources_and_keeps_what_both_know(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    struct pv_value one = {.constant = PV_VALUE_INT, .number = 1};
    struct pv_value two = {.constant = PV_VALUE_INT, .number = 2};
    (void)state;
    const struct pv_value *both = pv_value_join(&v, tainted(&v, 3), tainted(&v, 1));
    assert_int_equal(both->n_taints, 2);
    assert_int_equal(both->taints[0].source, 1);
    assert_ptr_equal(pv_value_join(&v, both, tainted(&v, 3))->taints[0].trail, NULL);
    assert_int_equal(pv_value_join(&v, &one, &one)->constant, PV_VALUE_INT);
    assert_int_equal(pv_value_join(&v, &one, &two)->constant, PV_VALUE_UNKNOWN);
    assert_true(pv_value_equal(pv_value_join(&v, both, &pv_value_clean),
                               pv_value_join(&v, &pv_value_clean, both)));
    pv_arena_clear(&mem);
}

static void hands_its_sources_down_to_fields_that_nobody_set(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    (void)state;
    const struct pv_value *object = pv_value_with(&v, tainted(&v, 7), 5, &pv_value_clean);
    assert_false(pv_value_is_tainted(pv_value_field(&v, object, 5)));
    assert_true(pv_value_is_tainted(pv_value_field(&v, object, 6)));
    assert_true(pv_value_is_tainted(pv_value_field(&v, object, PV_KEY_ANY)));
    object = pv_value_store(&v, &pv_value_clean, tainted(&v, 1));
    assert_true(pv_value_is_tainted(pv_value_field(&v, object, 9)));
    assert_int_equal(pv_value_reach(&v, object)->n_taints, 1);
    assert_int_equal(object->n_taints, 0);
    pv_arena_clear(&mem);
}

static void forgets_fields_before_it_forgets_sources(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    const struct pv_value *object = &pv_value_clean;
    (void)state;
    for (uint32_t i = 1; i <= 2 * PV_TAINT_FIELDS_MAX; i++)
        object = pv_value_with(&v, object, i, i == 3 ? tainted(&v, 1) : &pv_value_clean);
    assert_true(pv_value_is_tainted(object));
    assert_true(object->n_fields <= PV_TAINT_FIELDS_MAX);
    object = tainted(&v, 1);
    for (int i = 0; i < 3 * PV_TAINT_PATH_MAX; i++)
        object = pv_value_with(&v, &pv_value_clean, 1, object);
    assert_true(object->depth <= PV_TAINT_PATH_MAX);
    assert_true(pv_value_is_tainted(object));
    for (uint32_t i = 0; i < 2 * PV_TAINT_TAINTS_MAX; i++)
        object = pv_value_add(&v, object, tainted(&v, i));
    assert_int_equal(object->n_taints, PV_TAINT_TAINTS_MAX);
    pv_arena_clear(&mem);
}

static void says_so_when_memory_ends(void **state)
{
    struct pv_arena mem = {.limit_bytes = 1};
    struct pv_values v = {.mem = &mem};
    (void)state;
    assert_ptr_equal(tainted(&v, 1), &pv_value_clean);
    assert_int_equal(v.stop, PV_LIMIT);
    pv_arena_clear(&mem);
}

static void knows_what_holds(void **state)
{
    struct pv_value yes = {.constant = PV_VALUE_BOOL, .number = 1};
    struct pv_value text = {.constant = PV_VALUE_TEXT, .text = PV_STR("a"), .word = 4};
    struct pv_value none = {.constant = PV_VALUE_NULL};
    (void)state;
    assert_int_equal(pv_value_truth(&yes), 1);
    assert_int_equal(pv_value_truth(&text), 1);
    assert_int_equal(pv_value_truth(&none), 0);
    assert_int_equal(pv_value_truth(&pv_value_clean), -1);
    assert_int_equal(pv_value_key(&text), 4);
    assert_int_equal(pv_value_key(&yes), PV_KEY_ANY);
}

static void tells_less_of_what_is_asked_too_often(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    struct pv_value text = {.constant = PV_VALUE_TEXT, .text = PV_STR("a"), .word = 4};
    (void)state;
    const struct pv_value *object = pv_value_with(&v, &pv_value_clean, 7, &text);
    object = pv_value_with(&v, object, 8, tainted(&v, 1));
    const struct pv_value *blurred = pv_value_blur(&v, object);
    assert_int_equal(pv_value_field(&v, blurred, 7)->constant, PV_VALUE_UNKNOWN);
    assert_false(pv_value_is_tainted(pv_value_field(&v, blurred, 7)));
    assert_true(pv_value_is_tainted(pv_value_field(&v, blurred, 8)));
    const struct pv_value *flat = pv_value_flat(&v, object);
    assert_int_equal(flat->n_fields, 0);
    assert_true(pv_value_is_tainted(pv_value_field(&v, flat, 7)));
    pv_arena_clear(&mem);
}

static void carries_what_functions_see(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    (void)state;
    const struct pv_closure *one = pv_closure_with(
        &v, NULL, (struct pv_captured){.key = 5, .origin = PV_NO_NODE, .value = tainted(&v, 1)});
    const struct pv_closure *two = pv_closure_with(
        &v, one, (struct pv_captured){.key = 3, .origin = PV_NO_NODE, .value = &pv_value_clean});
    assert_int_equal(one->n, 1);
    assert_int_equal(two->n, 2);
    assert_int_equal(two->p[0].key, 3);
    const pv_node function = 9;
    struct pv_value bare = {.callees = &function, .n_callees = 1};
    const struct pv_value *a = pv_value_enclosing(&v, &bare, one);
    const struct pv_value *b = pv_value_enclosing(&v, &bare, two);
    assert_false(pv_value_equal(a, b));
    const struct pv_value *both = pv_value_join(&v, a, b);
    assert_int_equal(both->closure->n, 2);
    assert_true(pv_value_is_tainted(both->closure->p[1].value));
    for (uint32_t key = 0; key < 2 * PV_TAINT_CAPTURES_MAX; key++)
        two = pv_closure_with(&v, two,
                              (struct pv_captured){.key = 10 + key, .value = &pv_value_clean});
    assert_int_equal(two->n, PV_TAINT_CAPTURES_MAX);
    pv_arena_clear(&mem);
}

enum { SEEN = 16 };

/* A function that sees sixteen, which see sixteen each, and so on. */
static const struct pv_value *nested(struct pv_values *v, int depth)
{
    static const pv_node function = 9;
    static const struct pv_value bare = {.callees = &function, .n_callees = 1};
    const struct pv_value *value = tainted(v, 1);
    for (int i = 0; i < depth; i++) {
        const struct pv_closure *closure = NULL;
        for (uint32_t key = 0; key < SEEN; key++)
            closure = pv_closure_with(
                v, closure,
                (struct pv_captured){.key = key, .value = pv_value_moved(v, value, key)});
        value = pv_value_enclosing(v, &bare, closure);
    }
    return value;
}

/* Comparing two took as long as there are ways through them, which are sixteen to the depth. */
static void bounds_what_functions_see_of_each_other(void **state)
{
    struct pv_arena mem = {0};
    struct pv_values v = {.mem = &mem};
    (void)state;
    const struct pv_value *one = nested(&v, 100);
    const struct pv_value *other = nested(&v, 100);
    assert_true(one->weight <= (SEEN + 1) * (PV_TAINT_WEIGHT_MAX + 1));
    assert_true(pv_value_equal(one, other));
    assert_true(pv_value_is_tainted(nested(&v, 2)->closure->p[0].value->closure->p[0].value));
    pv_arena_clear(&mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_sources_and_keeps_what_both_know),
        cmocka_unit_test(hands_its_sources_down_to_fields_that_nobody_set),
        cmocka_unit_test(forgets_fields_before_it_forgets_sources),
        cmocka_unit_test(says_so_when_memory_ends),
        cmocka_unit_test(knows_what_holds),
        cmocka_unit_test(tells_less_of_what_is_asked_too_often),
        cmocka_unit_test(carries_what_functions_see),
        cmocka_unit_test(bounds_what_functions_see_of_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
