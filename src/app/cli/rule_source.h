/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_source: where a command's rules come from, and what was wrong with them.
 */
#ifndef PV_APP_CLI_RULE_SOURCE_H
#define PV_APP_CLI_RULE_SOURCE_H

#include "app/cli/cli.h"
#include "engine/rule/rule.h"

/* Reads each path of `paths` into `set`, or the shipped rules when there are none. */
enum pv_exit pv_rule_source_load(struct pv_rule_set *set, const struct pv_str *paths,
                                 size_t n_paths);

/*
 * Says what is wrong with the rules of `set`: errors always, what is not supported
 * unless quiet, what is only worth knowing when verbose. PV_EXIT_USAGE after an error.
 */
enum pv_exit pv_rule_source_say(const struct pv_rule_set *set, enum pv_talk talk);

#endif
