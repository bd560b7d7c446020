/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc_internal.h"

#include "base/attr.h"

#include <string.h>

struct pv_doc_problem pv_doc_problem_of(const char *problem)
{
    static const struct {
        const char *theirs;
        struct pv_doc_problem ours;
    } problems[] = {
#define X(theirs, is_at_start, ours) {theirs, {ours, is_at_start}},
#include "text/doc_problem.def"
#undef X
    };
    for (size_t i = 0; problem && i < PV_COUNT(problems); i++) {
        if (strstr(problem, problems[i].theirs))
            return problems[i].ours;
    }
    return (struct pv_doc_problem){.says = problem ? problem : "this is not YAML"};
}
