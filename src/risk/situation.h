/* SPDX-License-Identifier: Apache-2.0 */
/*
 * situation: the facts that a decision rests on, one by one and as JSON.
 */
#ifndef PV_RISK_SITUATION_H
#define PV_RISK_SITUATION_H

#include "risk/policy.h"
#include "text/doc.h"
#include "text/json.h"

/* Facts besides the data items: tier, impact, reach, gate, automatable, evidence. */
enum { PV_SITUATION_FACTS = 6 };

/* The fact with this number, and which dimension it is of. Items come after the others: each
 * has its class, then its sealing. */
pv_fact *pv_situation_fact(struct pv_situation *situation, size_t number,
                           enum pv_dimension *dimension);

/* How many there are. */
size_t pv_situation_facts(const struct pv_situation *situation);

/* A list of objects with "f" (the dimension) and "v" (the values it may have). */
void pv_situation_write(struct pv_json *json, const struct pv_situation *situation);

/* What pv_situation_write has written, or a map of dimension to value for one data item.
 * PV_INVALID for an unknown dimension or value. */
PV_RESULT pv_situation_read(const struct pv_doc *doc, struct pv_situation *out, struct pv_err *err);

/* The dimension that people write so: "exposure", "data-class", "sealing". */
bool pv_situation_dimension(struct pv_str name, enum pv_dimension *out);

#endif
