/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test: cmocka, with the headers it needs in the order it needs them.
 */
#ifndef PV_TESTS_SUPPORT_TEST_H
#define PV_TESTS_SUPPORT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/err.h"

#define assert_ok(call) assert_int_equal((call).code, PV_OK)
#define assert_code(expected, call) assert_int_equal((call).code, (expected))

#endif
