/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report_case: a scan of a few lines of Python that hold what reports have to
 * cope with, and what was made of it.
 */
#ifndef PV_TESTS_SUPPORT_REPORT_CASE_H
#define PV_TESTS_SUPPORT_REPORT_CASE_H

#include "engine/report/report.h"

struct report_case {
    struct pv_arena mem;
    struct pv_rule_set rules;
    struct pv_scan_result result;
    struct pv_report_note note;
    struct pv_report report;
};

/* Findings of each kind, files of each outcome, rules that could not be read. */
void report_case_begin(struct report_case *it);

/* As report_case_begin for a scan that found nothing. */
void report_case_begin_empty(struct report_case *it);

void report_case_end(struct report_case *it);

/* One of the writers of report.h. */
typedef struct pv_result report_writer(const struct pv_report *report, struct pv_buf *out,
                                       struct pv_err *err);

/* What it writes is as the golden file of this name. */
void report_case_golden(const struct report_case *it, report_writer *writer, const char *name);

/* The same for a scan that found nothing. */
void report_case_golden_empty(report_writer *writer, const char *name);

/* It ends as it should whichever allocation fails. */
void report_case_survives(report_writer *writer);

#endif
