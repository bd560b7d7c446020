/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/silence.h"

#include "base/num.h"
#include "sys/file.h"

#include <inttypes.h>

enum {
    ABOVE = 2,                   /* folders above a rule's own: its language, and all rules */
    FEW = 10,                    /* cases of one author are alike: fewer say too little */
    COUNT_MAX = 1000000,         /* findings that a rule is measured by */
    MEASURED_BYTES = 1024 * 1024 /* of one file */
};

/* Reads FOLDER/measured.yaml; `*is_there` says whether it exists. */
static PV_RESULT read_measured(struct pv_arena *mem, struct pv_str folder, struct pv_silence *out,
                               bool *is_there, struct pv_err *err)
{
    struct pv_str path = {0};
    struct pv_str text = {0};
    struct pv_doc *doc = NULL;
    const struct pv_doc **slot = NULL;
    struct pv_file_info info = {0};
    PV_TRY(pv_str_format(mem, &path, err, "%.*s/measured.yaml", PV_STR_FMT(folder)));
    *is_there = pv_is_ok(pv_file_look(path, &info, NULL));
    if (!*is_there)
        return PV_SUCCESS;
    PV_TRY(pv_file_read_text(mem, path, MEASURED_BYTES, &text, err));
    PV_TRY(PV_NEW(mem, &doc, err));
    struct pv_err why = {0};
    struct pv_result result = pv_doc_read(mem, text, doc, NULL, &why);
    if (!pv_is_ok(result))
        return pv_fail(err, result.code, 0, "%.*s: %s", PV_STR_FMT(path), why.text);
    PV_TRY(PV_VEC_PUSH(mem, &out->measured, &slot, err));
    *slot = pv_doc_get(doc, PV_STR("measured"));
    return PV_SUCCESS;
}

struct pv_result pv_silence_add(struct pv_arena *mem, struct pv_str path, struct pv_silence *out,
                                struct pv_err *err)
{
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    for (int above = 0; above <= ABOVE; above++) {
        bool is_there = false;
        PV_TRY(read_measured(mem, path, out, &is_there, err));
        if (is_there) {
            out->holds_secrets = out->holds_secrets || above == 0;
            return PV_SUCCESS;
        }
        size_t slash = pv_str_rfind_byte(path, '/');
        if (slash == SIZE_MAX || slash == 0)
            return PV_SUCCESS;
        path = pv_str_sub(path, 0, slash);
    }
    return PV_SUCCESS;
}

static uint64_t count_of(const struct pv_doc *row, struct pv_str key)
{
    const struct pv_doc *count = pv_doc_get(row, key);
    bool is_count = count && count->kind == PV_DOC_INT && count->number > 0;
    return is_count ? pv_min((uint64_t)count->number, COUNT_MAX) : 0;
}

static const struct pv_doc *row_of(const struct pv_silence *silence, struct pv_str rule)
{
    for (size_t i = 0; i < silence->measured.n; i++) {
        const struct pv_doc *row = pv_doc_get(silence->measured.p[i], rule);
        if (row)
            return row;
    }
    return NULL;
}

static bool is_below(uint64_t right, uint64_t wrong)
{
    return 10 * right < 9 * (right + wrong);
}

bool pv_silence_is_due(uint64_t right, uint64_t wrong)
{
    /*
     * The upper end of Wilson's interval lies below 0.9 when the share does and
     * (0.9 - share)^2 > 1.96^2 * 0.9 * 0.1 / n. In whole numbers, times (100 n)^2:
     */
    enum { SCALE = 10000, Z2 = 345744 };
    uint64_t n = right + wrong;
    if (n < FEW || !is_below(right, wrong))
        return false;
    uint64_t gap = 9 * n - 10 * right;
    return gap * gap * SCALE > Z2 * n;
}

bool pv_silence_is_broken(const struct pv_silence *silence, const struct pv_rule *rule,
                          struct pv_buf *out)
{
    bool is_silent = rule->silent.n > 0;
    if (silence->measured.n == 0)
        return false;
    const struct pv_doc *row = row_of(silence, rule->check_id);
    uint64_t right = count_of(row, PV_STR("right"));
    uint64_t wrong = count_of(row, PV_STR("wrong"));
    if (!is_silent && pv_silence_is_due(right, wrong)) {
        pv_buf_format(out,
                      "  of %" PRIu64 " measured findings %" PRIu64
                      " are wrong: too many to speak; mend it, or say why it is silent with "
                      "`metadata: {pave: {silent: WHY}}`\n",
                      right + wrong, wrong);
        return true;
    }
    if (!is_silent || is_below(right, wrong))
        return false;
    if (right + wrong == 0)
        PV_BUF_LIT(out, "  is silent, but nothing was measured that says why\n");
    else
        pv_buf_format(out,
                      "  is silent, but of %" PRIu64 " measured findings %" PRIu64
                      " are right: it may speak\n",
                      right + wrong, right);
    return true;
}
