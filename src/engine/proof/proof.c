/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two scans: the first finds the functions that take the data, the second
 * follows it. Both run rules of seals/ with the names filled in.
 */
#include "engine/proof/proof.h"

#include "base/attr.h"
#include "engine/lang/lang.h"
#include "engine/proof/proof_internal.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"

void pv_proof_clear(struct pv_proof *proof)
{
    pv_scan_result_clear(&proof->result);
    pv_rule_set_clear(&proof->rules);
    pv_arena_clear(&proof->mem);
    *proof = (struct pv_proof){0};
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

PV_RESULT pv_proof_name_check(struct pv_str text, struct pv_err *err)
{
    for (size_t i = 0; i < text.n; i++) {
        bool is_digit = text.p[i] >= '0' && text.p[i] <= '9';
        if (!is_letter(text.p[i]) && !(is_digit && i > 0))
            return pv_fail(err, PV_SYNTAX, i, "'%.*s' is not the name of a type or field",
                           PV_STR_FMT(text));
    }
    return text.n > 0 ? PV_SUCCESS : pv_fail(err, PV_SYNTAX, 0, "a name is missing");
}

static PV_RESULT scan(const struct pv_proof_options *options, const struct pv_rule_set *rules,
                      struct pv_scan_result *out, struct pv_err *err)
{
    const struct pv_scan_options scan_options = {
        .rules = rules,
        .threads = options->threads,
        .ignores_rule_paths = true,
        .ignores_suppressions = true,
        .scans_generated = true,
        .stop = options->stop,
    };
    return pv_scan_run(&scan_options, options->targets, out, err);
}

/* The functions that the first scan found, each name once. */
static PV_RESULT find_functions(struct pv_proof *proof, const struct pv_proof_options *options,
                                struct pv_proof_words *words, struct pv_err *err)
{
    struct pv_rule_set rules = {0};
    struct pv_scan_result found = {0};
    struct pv_result result = pv_proof_rules_read(&rules, PV_STR("names.yaml"), words, err);
    if (pv_is_ok(result))
        result = scan(options, &rules, &found, err);
    if (pv_is_ok(result))
        result = pv_proof_words_take(&proof->mem, &found, words, err);
    pv_scan_result_clear(&found);
    pv_rule_set_clear(&rules);
    return result;
}

/* The worse of two flows decides; of two alike, the first. */
static enum pv_proof_state state_of(const struct pv_finding *flow)
{
    if (flow->ending == PV_END_SINK)
        return PV_PROOF_ESCAPES;
    return flow->ending == PV_END_CLEANED ? PV_PROOF_SEALED : PV_PROOF_OPEN;
}

static void judge_flows(struct pv_proof *proof)
{
    for (size_t i = 0; i < proof->result.n_findings; i++) {
        const struct pv_finding *flow = &proof->result.findings[i];
        if (state_of(flow) <= proof->state)
            continue;
        proof->state = state_of(flow);
        proof->shown = flow;
    }
}

/* Whether a file of a language that nothing is known of holds a name of the data. */
static PV_RESULT mentions(struct pv_proof *proof, struct pv_str path,
                          const struct pv_proof_words *words, bool *out, struct pv_err *err)
{
    struct pv_str text = {0};
    struct pv_err why = {0};
    *out = false;
    struct pv_result result = pv_file_read_text(&proof->mem, path, PV_SCAN_FILE_BYTES, &text, &why);
    if (result.code == PV_NO_MEMORY)
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory");
    *out = !pv_is_ok(result) || pv_proof_words_are_in(words, text);
    return PV_SUCCESS;
}

/* Why not all that a file does with the data can be known; NULL when it can. */
static PV_RESULT doubt(struct pv_proof *proof, const struct pv_scan_file *file,
                       const struct pv_proof_words *words, const char **out, struct pv_err *err)
{
    const struct pv_lang *lang = pv_lang_of_path(file->path);
    bool is_mentioned = false;
    *out = NULL;
    bool is_read = file->outcome == PV_OUTCOME_PARSED || file->outcome == PV_OUTCOME_IRRELEVANT;
    if (!lang || pv_proof_is_inert(lang) || (is_read && pv_proof_reads(lang)))
        return PV_SUCCESS;
    PV_TRY(mentions(proof, file->path, words, &is_mentioned, err));
    if (!is_mentioned)
        return PV_SUCCESS;
    *out = pv_proof_reads(lang) ? "could not be read to its end"
                                : "is in a language that values are not followed in";
    return PV_SUCCESS;
}

/* Nothing was seen to leave, but it might, at `path`. */
static void leave_open(struct pv_proof *proof, struct pv_str path, const char *why)
{
    if (proof->state >= PV_PROOF_OPEN)
        return;
    proof->state = PV_PROOF_OPEN;
    proof->shown = NULL;
    proof->file = path;
    proof->why = pv_str_of(why);
}

static PV_RESULT judge_files(struct pv_proof *proof, const struct pv_targets *targets,
                             const struct pv_proof_words *words, struct pv_err *err)
{
    const char *why = NULL;
    /* What lies in a folder that is closed to us may do anything with the data. */
    PV_VEC_EACH (const struct pv_unreadable, folder, &targets->unreadable)
        leave_open(proof, folder->path, "could not be read");
    for (size_t i = 0; i < proof->result.n_files && proof->state < PV_PROOF_OPEN; i++) {
        const struct pv_scan_file *file = &proof->result.files[i];
        PV_TRY(doubt(proof, file, words, &why, err));
        if (why)
            leave_open(proof, file->path, why);
    }
    return PV_SUCCESS;
}

static PV_RESULT run(const struct pv_proof_options *options, struct pv_proof_words *words,
                     struct pv_proof *out, struct pv_err *err)
{
    PV_TRY(find_functions(out, options, words, err));
    PV_TRY(pv_proof_rules_read(&out->rules, PV_STR("flows.yaml"), words, err));
    PV_TRY(scan(options, &out->rules, &out->result, err));
    judge_flows(out);
    PV_TRY(judge_files(out, options->targets, words, err));
    if (out->result.is_partial)
        leave_open(out, (struct pv_str){0}, "it was stopped");
    return PV_SUCCESS;
}

struct pv_result pv_proof_run(const struct pv_proof_options *options,
                              const struct pv_proof_names *names, struct pv_proof *out,
                              struct pv_err *err)
{
    struct pv_proof_words words = {.names = names};
    *out = (struct pv_proof){0};
    struct pv_result result = run(options, &words, out, err);
    if (!pv_is_ok(result))
        pv_proof_clear(out);
    return result;
}
