/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/proof_story.h"

#include "text/json.h"

enum { SHOWN_MAX = 5 }; /* ways that are told step by step; the rest is counted */

static const struct {
    const char *word; /* in JSON */
    const char *text;
    enum pv_ink ink;
} states[] = {
    [PV_PROOF_NOTHING] = {"none", "is not found where anything is sealed", PV_INK_SCHEDULED},
    [PV_PROOF_SEALED] = {"verified", "is proved sealed", PV_INK_GOOD},
    [PV_PROOF_OPEN] = {"open", "can't be followed everywhere", PV_INK_SCHEDULED},
    [PV_PROOF_ESCAPES] = {"escapes", "leaves unsealed", PV_INK_OUT_OF_CYCLE},
};

static const char *ending_of(const struct pv_finding *flow)
{
    switch (flow->ending) {
    case PV_END_SINK: return "leaves unsealed";
    case PV_END_CLEANED: return "is sealed";
    default: return pv_taint_end_text(flow->ending).p;
    }
}

/* Whether a flow shows the state that the proof has; without any, none is of that kind. */
static bool is_shown(const struct pv_proof *proof, const struct pv_finding *flow)
{
    switch (proof->state) {
    case PV_PROOF_SEALED: return flow->ending == PV_END_CLEANED;
    case PV_PROOF_ESCAPES: return flow->ending == PV_END_SINK;
    default: return flow->ending != PV_END_CLEANED && flow->ending != PV_END_SINK;
    }
}

static struct pv_str first_line(struct pv_str text)
{
    struct pv_str line = {0};
    struct pv_str rest = text;
    return pv_str_split(&rest, '\n', &line) ? pv_str_trim(line) : text;
}

static void add_step(struct pv_paint *paint, const struct pv_finding *flow,
                     const struct pv_finding_step *step, const char *what)
{
    pv_buf_format(paint->out, "    ");
    pv_paint_begin(paint, PV_INK_PLACE);
    pv_paint_clean(paint, flow->path);
    pv_buf_format(paint->out, ":%u", step->start.line);
    pv_paint_end(paint);
    pv_buf_format(paint->out, "  ");
    pv_paint_clean(paint, first_line(step->lines));
    pv_buf_format(paint->out, "%s%s\n", *what ? "  ← " : "", what);
}

static void add_flow(struct pv_paint *paint, const struct pv_finding *flow)
{
    for (size_t i = 0; i < flow->n_steps; i++)
        if (i + 1 == flow->n_steps || flow->steps[i].start.line != flow->steps[i + 1].start.line)
            add_step(paint, flow, &flow->steps[i], i + 1 == flow->n_steps ? ending_of(flow) : "");
}

void pv_proof_story_text(struct pv_paint *paint, const struct pv_service *service,
                         const struct pv_sealing *sealing)
{
    const struct pv_proof *proof = &sealing->proof;
    size_t n = 0;
    pv_paint_begin(paint, PV_INK_RULE);
    pv_paint_clean(paint, service->name);
    pv_paint_end(paint);
    pv_buf_format(paint->out, ": %.*s ", PV_STR_FMT(sealing->type->item));
    pv_paint(paint, states[proof->state].ink, pv_str_of(states[proof->state].text));
    pv_buf_add_byte(paint->out, '\n');
    for (size_t i = 0; i < proof->result.n_findings; i++) {
        const struct pv_finding *flow = &proof->result.findings[i];
        if (!is_shown(proof, flow) || n++ >= SHOWN_MAX)
            continue;
        if (n > 1)
            pv_buf_add_byte(paint->out, '\n');
        add_flow(paint, flow);
    }
    if (n > SHOWN_MAX)
        pv_buf_format(paint->out, "    … and %zu more\n", n - SHOWN_MAX);
    if (proof->why.n) {
        pv_buf_format(paint->out, "    ");
        pv_paint_clean(paint, proof->file);
        pv_buf_format(paint->out, "%s%.*s\n", proof->file.n ? " " : "", PV_STR_FMT(proof->why));
    }
}

static void add_flow_json(struct pv_json *json, const struct pv_finding *flow)
{
    pv_json_object(json);
    pv_json_key_str(json, "path", flow->path);
    pv_json_key_str(json, "end", pv_str_of(ending_of(flow)));
    pv_json_key(json, "steps");
    pv_json_array(json);
    for (size_t i = 0; i < flow->n_steps; i++) {
        pv_json_object(json);
        pv_json_key_int(json, "line", (int64_t)flow->steps[i].start.line);
        pv_json_key_int(json, "column", (int64_t)flow->steps[i].start.column);
        pv_json_key_str(json, "code", flow->steps[i].text);
        pv_json_end(json);
    }
    pv_json_end(json);
    pv_json_end(json);
}

void pv_proof_story_json(struct pv_buf *out, const struct pv_service *service,
                         const struct pv_sealing *sealing)
{
    const struct pv_proof *proof = &sealing->proof;
    struct pv_json json = {.out = out};
    pv_json_object(&json);
    pv_json_key_str(&json, "service", service->name);
    pv_json_key_str(&json, "item", sealing->type->item);
    pv_json_key_str(&json, "protected", pv_str_of(states[proof->state].word));
    if (proof->why.n)
        pv_json_key_str(&json, "why", proof->why);
    if (proof->file.n)
        pv_json_key_str(&json, "file", proof->file);
    pv_json_key(&json, "flows");
    pv_json_array(&json);
    for (size_t i = 0; i < proof->result.n_findings; i++)
        add_flow_json(&json, &proof->result.findings[i]);
    pv_json_end(&json);
    pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
}
