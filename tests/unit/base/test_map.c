/* SPDX-License-Identifier: Apache-2.0 */
#include "base/map.h"

#include "base/hash.h"
#include "support/fault.h"

#include <stdio.h>

enum { MANY = 5000, KEY_BYTES = 8 };

static struct pv_str key_of(char text[KEY_BYTES], unsigned number)
{
    return (struct pv_str){text, (size_t)snprintf(text, KEY_BYTES, "k%u", number)};
}

static PV_RESULT put_many(struct pv_arena *mem, struct pv_map *map)
{
    for (unsigned i = 0; i < MANY; i++) {
        char text[KEY_BYTES];
        struct pv_str key = {0};
        PV_TRY(pv_str_copy(mem, key_of(text, i), &key, NULL));
        PV_TRY(pv_map_put(mem, map, key, i, NULL));
    }
    return PV_SUCCESS;
}

static void finds_what_was_put_and_nothing_else(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_map map = {0};
    char text[KEY_BYTES];
    (void)state;
    assert_ok(put_many(&mem, &map));
    assert_int_equal(map.n, MANY);
    for (unsigned i = 0; i < MANY; i++) {
        uint32_t value = MANY;
        assert_true(pv_map_find(&map, key_of(text, i), &value));
        assert_int_equal(value, i);
    }
    uint32_t value = 77;
    assert_false(pv_map_find(&map, key_of(text, MANY), &value));
    assert_int_equal(value, 77);
}

static void an_empty_map_has_nothing(void **state)
{
    struct pv_map map = {0};
    uint32_t value = 0;
    (void)state;
    assert_false(pv_map_find(&map, PV_STR("a"), &value));
}

static void putting_again_replaces(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_map map = {0};
    uint32_t value = 0;
    (void)state;
    assert_ok(pv_map_put(&mem, &map, PV_STR("a"), 1, NULL));
    assert_ok(pv_map_put(&mem, &map, PV_STR("a"), 2, NULL));
    assert_int_equal(map.n, 1);
    assert_true(pv_map_find_hashed(&map, PV_STR("a"), pv_hash_str(PV_STR("a")), &value));
    assert_int_equal(value, 2);
}

static void the_empty_text_is_a_key(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_map map = {0};
    uint32_t value = 0;
    (void)state;
    assert_ok(pv_map_put(&mem, &map, (struct pv_str){0}, 3, NULL));
    assert_true(pv_map_find(&map, PV_STR(""), &value));
    assert_int_equal(value, 3);
}

/* As large as no memory is: it must see that before it touches a slot. */
static void refuses_to_grow_past_what_can_be_counted(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_map map = {.n = SIZE_MAX / 2, .capacity = SIZE_MAX / 2 + 1};
    (void)state;
    assert_code(PV_LIMIT, pv_map_put(&mem, &map, PV_STR("a"), 1, NULL));
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    FAULT_EACH (fault) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_map map = {0};
        fault_end(&fault, put_many(&mem, &map));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put_and_nothing_else),
        cmocka_unit_test(an_empty_map_has_nothing),
        cmocka_unit_test(putting_again_replaces),
        cmocka_unit_test(the_empty_text_is_a_key),
        cmocka_unit_test(refuses_to_grow_past_what_can_be_counted),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
