/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/rule_source.h"

#include "app/cli/rule_cache.h"
#include "text/nearest.h"

#include <stdio.h>

static enum pv_exit check_loaded(const struct pv_rule_set *set, const struct pv_str *paths,
                                 size_t n_paths)
{
    if (set->rules.n == 0 && set->problems.n == 0) {
        pv_cli_say("%.*s: no rules found", PV_STR_FMT(n_paths ? paths[0] : PV_STR("pave")));
        return PV_EXIT_USAGE;
    }
    return PV_EXIT_DONE;
}

enum pv_exit pv_rule_source_recall(struct pv_arena *mem, struct pv_rule_set *set,
                                   const struct pv_str *paths, size_t n_paths)
{
    struct pv_rule_origin origin = {.engine = pv_str_of(pv_engine_id)};
    struct pv_err err = {0};
    struct pv_result result = PV_SUCCESS;

    for (size_t i = 0; i < n_paths && pv_is_ok(result); i++)
        result = pv_rule_sources_gather(mem, paths[i], &origin.sources, &err);
    /* Without any text the origin would be that of the shipped rules. */
    if (pv_is_ok(result) && (n_paths == 0 || origin.sources.list.n > 0))
        result = pv_rule_cache_load(mem, set, &origin, &err);
    return pv_is_ok(result) ? check_loaded(set, paths, n_paths)
                            : pv_cli_fail(pv_cli_exit_of(result.code), &err);
}

enum pv_exit pv_rule_source_load(struct pv_rule_set *set, const struct pv_str *paths,
                                 size_t n_paths)
{
    struct pv_err err = {0};
    struct pv_result result = PV_SUCCESS;

    if (n_paths == 0)
        result = pv_rule_set_read_shipped(set, &err);
    for (size_t i = 0; i < n_paths && pv_is_ok(result); i++)
        result = pv_rule_set_load(set, paths[i], &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    return check_loaded(set, paths, n_paths);
}

void pv_rule_source_say_unknown(const struct pv_rule_set *set, struct pv_str name)
{
    struct pv_nearest nearest = pv_nearest_of(name);

    for (size_t i = 0; i < set->rules.n; i++) {
        pv_nearest_offer(&nearest, set->rules.p[i]->id);
        pv_nearest_offer(&nearest, set->rules.p[i]->check_id);
    }
    if (nearest.best.p)
        pv_cli_say("%.*s: no such rule; did you mean %.*s?", PV_STR_FMT(name),
                   PV_STR_FMT(nearest.best));
    else
        pv_cli_say("%.*s: no such rule; `pave rules list` names them", PV_STR_FMT(name));
}

bool pv_rule_source_is_told(const struct pv_rule_problem *problem, enum pv_talk talk)
{
    if (problem->code == PV_OK)
        return talk == PV_TALK_VERBOSE;
    return problem->code != PV_UNSUPPORTED || talk != PV_TALK_QUIET;
}

static void say(const struct pv_rule_problem *problem)
{
    char place[48] = "";

    if (problem->line)
        (void)snprintf(place, sizeof place, ":%zu:%zu", problem->line, problem->column);
    pv_cli_say("%.*s%s: %.*s%s%.*s%s", PV_STR_FMT(problem->file), place,
               PV_STR_FMT(problem->rule_id), problem->rule_id.n ? ": " : "",
               PV_STR_FMT(problem->text),
               problem->code == PV_UNSUPPORTED ? "; the rule is left out" : "");
}

enum pv_exit pv_rule_source_say(const struct pv_rule_set *set, enum pv_talk talk)
{
    enum pv_exit exit = PV_EXIT_DONE;

    for (size_t i = 0; i < set->problems.n; i++) {
        const struct pv_rule_problem *problem = &set->problems.p[i];
        if (problem->code != PV_OK && problem->code != PV_UNSUPPORTED)
            exit = PV_EXIT_USAGE;
        if (pv_rule_source_is_told(problem, talk))
            say(problem);
    }
    return exit;
}
