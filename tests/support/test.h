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

#endif
