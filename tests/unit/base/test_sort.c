/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sort.h"

#include "support/test.h"

#include <stdint.h>

struct item {
    uint32_t key;
    uint32_t place;
    unsigned char rest[40];
};

enum { MANY = 3000 };

static int compare(const void *left, const void *right)
{
    const struct item *a = left;
    const struct item *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

static void check(uint32_t (*key)(uint32_t))
{
    static struct item items[MANY];
    uint64_t sum = 0;
    for (uint32_t i = 0; i < MANY; i++) {
        items[i] = (struct item){.key = key(i), .place = i, .rest = {(unsigned char)key(i)}};
        sum += items[i].key;
    }
    pv_sort(items, MANY, sizeof *items, compare);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_true(i == 0 || items[i - 1].key <= items[i].key);
        assert_int_equal(items[i].key, key(items[i].place));
        assert_int_equal(items[i].rest[0], (unsigned char)items[i].key);
        sum -= items[i].key;
    }
    assert_int_equal(sum, 0);
}

static uint32_t forward(uint32_t i)
{
    return i;
}

static uint32_t backward(uint32_t i)
{
    return MANY - i;
}

static uint32_t all_alike(uint32_t i)
{
    (void)i;
    return 7;
}

/* Runs of eight that stand the wrong way round, as ranges that begin together do. */
static uint32_t nested(uint32_t i)
{
    return i - i % 8 + (7 - i % 8);
}

static uint32_t mixed(uint32_t i)
{
    return i * 2654435761u >> 7;
}

static void puts_any_order_in_order(void **state)
{
    (void)state;
    check(forward);
    check(backward);
    check(all_alike);
    check(nested);
    check(mixed);
    pv_sort(NULL, 0, sizeof(struct item), compare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(puts_any_order_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
