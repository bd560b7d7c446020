/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report: the outcome of a scan, as text for people, as JSON and SARIF for programs, and as what
 * GitHub and GitLab show beside the code. The same input gives the same bytes.
 */
#ifndef PV_ENGINE_REPORT_REPORT_H
#define PV_ENGINE_REPORT_REPORT_H

#include "base/buf.h"
#include "engine/scan/scan.h"

/* How text looks; all false is plain ASCII. */
struct pv_report_style {
    bool has_colour;
    bool has_links; /* OSC 8 hyperlinks on places */
    bool has_utf8;
    unsigned columns; /* to wrap at; 0: 80 */
};

/* A note about anything that is not a finding: a rule file, a catalog. */
struct pv_report_note {
    struct pv_str path;
    size_t line; /* 0: none */
    size_t column;
    struct pv_str text;
    bool is_error; /* else it is only worth knowing */
};

/* A fact that nobody says, and whose answer would tell most about the findings of a service. */
struct pv_report_question {
    struct pv_str service; /* empty: code that no catalog knows */
    struct pv_str subject; /* the service or API that it is about */
    struct pv_str item;    /* of data; may be empty */
    struct pv_str annotation;
    struct pv_str text;
    double worth; /* steps of priority that the findings' intervals lose, to be expected */
    size_t n_findings;
};

struct pv_report {
    const struct pv_rule_set *rules;
    const struct pv_scan_result *result;
    const struct pv_report_note *notes;
    size_t n_notes;
    const struct pv_report_question *questions; /* the best first, one of each service */
    size_t n_questions;
    struct pv_str version; /* of the program */
    struct pv_str folder;  /* absolute path that relative ones start from; for links */
    struct pv_report_style style;
    bool shows_suppressed;
    bool lists_skipped;
    bool offers_fixes; /* says how to make those that there are */
};

/* Each appends to `out`; look at pv_buf_result afterwards. PV_NO_MEMORY. */
PV_RESULT pv_report_text(const struct pv_report *report, struct pv_buf *out, struct pv_err *err);

/* Semgrep's shape, so that what reads that reads this. */
PV_RESULT pv_report_json(const struct pv_report *report, struct pv_buf *out, struct pv_err *err);

/* SARIF 2.1.0 (OASIS standard, errata 01). */
PV_RESULT pv_report_sarif(const struct pv_report *report, struct pv_buf *out, struct pv_err *err);

/* Workflow commands of GitHub Actions, which stand beside the lines of a pull request; the gravest
 * first, since GitHub shows the first ten of a step. */
PV_RESULT pv_report_github(const struct pv_report *report, struct pv_buf *out, struct pv_err *err);

/* GitLab's Code Quality report, a part of Code Climate's, for artifacts:reports:codequality. */
PV_RESULT pv_report_gitlab(const struct pv_report *report, struct pv_buf *out, struct pv_err *err);

#endif
