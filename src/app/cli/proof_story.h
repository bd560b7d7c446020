/* SPDX-License-Identifier: Apache-2.0 */
/*
 * proof_story: what a proof of sealing found, for people and for programs.
 */
#ifndef PV_APP_CLI_PROOF_STORY_H
#define PV_APP_CLI_PROOF_STORY_H

#include "engine/report/paint.h"
#include "risk/service_proof.h"

/* The item, what is true of it, and the ways that show it, step by step. */
void pv_proof_story_text(struct pv_paint *paint, const struct pv_service *service,
                         const struct pv_sealing *sealing);

/* One line of JSON. */
void pv_proof_story_json(struct pv_buf *out, const struct pv_service *service,
                         const struct pv_sealing *sealing);

#endif
