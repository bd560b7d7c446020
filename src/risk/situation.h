/* SPDX-License-Identifier: Apache-2.0 */
/*
 * situation: the facts that a decision rests on, one by one and as they are read.
 */
#ifndef PV_RISK_SITUATION_H
#define PV_RISK_SITUATION_H

#include "risk/policy.h"
#include "text/doc.h"

/* Facts besides the data items: tier, impact, reach, gate, automatable, evidence. */
enum { PV_SITUATION_FACTS = 6 };

/* The fact with this number, and which dimension it is of. Items come after the others: each
 * has its class, then its sealing. Of a published vulnerability two more are last. */
pv_fact *pv_situation_fact(struct pv_situation *situation, size_t number,
                           enum pv_dimension *dimension);

/* How many there are. */
size_t pv_situation_facts(const struct pv_situation *situation);

/* Whether the fact with this number is of a data item, and of which one. */
bool pv_situation_is_of_item(const struct pv_situation *situation, size_t number);
size_t pv_situation_item(size_t number);

/*
 * A list of objects with "f" (the dimension) and "v" (the values it may have), or a map of
 * dimension to value. Facts of data items have "item", a number or a name, and may have
 * "role". Of a list, only facts whose "edge" is `edge` are taken (empty: that have none).
 * Texts live as long as `doc`. PV_INVALID for an unknown dimension or value.
 */
PV_RESULT pv_situation_read(const struct pv_doc *doc, struct pv_str edge, struct pv_situation *out,
                            struct pv_err *err);

/* Reads `class`, `cve` and `obligations` of a case or a record, where they are there. */
PV_RESULT pv_situation_read_class(const struct pv_doc *doc, struct pv_situation *out,
                                  struct pv_err *err);

/* How people write it: "protected"; empty for what is computed. Static. */
struct pv_str pv_situation_name(enum pv_dimension dimension);

#endif
