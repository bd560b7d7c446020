/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_source: where a command's rules come from, and what was wrong with them.
 */
#ifndef PV_APP_CLI_RULE_SOURCE_H
#define PV_APP_CLI_RULE_SOURCE_H

#include "app/cli/cli.h"
#include "engine/rule/rule.h"

/*
 * Reads each path of `paths` into `set`, or the shipped rules when there are none.
 * What cannot be read at all, and a lack of any rule, is said and gives PV_EXIT_USAGE.
 */
enum pv_exit pv_rule_source_load(struct pv_rule_set *set, const struct pv_str *paths,
                                 size_t n_paths);

/*
 * The same by way of the cache: rules that it holds are deferred, those that it
 * lacks are read and put there. The set has to be empty but for its wish.
 */
enum pv_exit pv_rule_source_recall(struct pv_arena *mem, struct pv_rule_set *set,
                                   const struct pv_str *paths, size_t n_paths);

/* Says that no rule of `set` is called `name`, and which name is near it. */
void pv_rule_source_say_unknown(const struct pv_rule_set *set, struct pv_str name);

/* Errors are told always, what is not supported unless quiet, the rest when verbose. */
bool pv_rule_source_is_told(const struct pv_rule_problem *problem, enum pv_talk talk);

/* Says what is to be told of the rules of `set`. PV_EXIT_USAGE after an error. */
enum pv_exit pv_rule_source_say(const struct pv_rule_set *set, enum pv_talk talk);

#endif
