/* SPDX-License-Identifier: Apache-2.0 */
/*
 * flow_case: code in which lines with "HIT" are those that a rule must find, and no others.
 */
#ifndef PV_TESTS_SUPPORT_FLOW_CASE_H
#define PV_TESTS_SUPPORT_FLOW_CASE_H

#include "support/test.h"

struct flow_case {
    const char *path;
    const char *lang;
    const char *code;
};

/* `rule` is a file whose one rule lacks its `languages`. Fails at the first line that is wrong. */
void check_flow_case(const char *rule, const struct flow_case *it);

#endif
