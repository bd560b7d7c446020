/* SPDX-License-Identifier: Apache-2.0 */
/*
 * proof_tags: types and fields that the code itself marks: `@phi` in a comment at
 * a declaration or an annotation of it.
 *
 *     text: str  # @phi
 *     @Phi String text;
 */
#ifndef PV_ENGINE_PROOF_PROOF_TAGS_H
#define PV_ENGINE_PROOF_PROOF_TAGS_H

#include "engine/proof/proof.h"

/*
 * Adds what files mark as `item` ("phi"); the names live in `mem`. The first file that can't
 * be read whole comes out in `unread`, if that is empty: the proof of these names has doubts
 * there by itself, but where there are no names there is no proof. PV_NO_MEMORY; PV_LIMIT for
 * too many names.
 */
PV_RESULT pv_proof_tags_read(struct pv_arena *mem, const struct pv_targets *targets,
                             struct pv_str item, struct pv_proof_names *names,
                             struct pv_str *unread, struct pv_err *err);

#endif
