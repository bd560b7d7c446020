/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/incomplete.h"

enum pv_exit pv_incomplete_say(const struct pv_scan_result *result)
{
    enum pv_exit exit = PV_EXIT_DONE;
    for (size_t i = 0; i < result->n_files; i++) {
        const struct pv_scan_file *file = &result->files[i];
        if (file->outcome != PV_OUTCOME_UNREADABLE && file->outcome != PV_OUTCOME_UNFINISHED)
            continue;
        pv_cli_say("%.*s: %.*s: %.*s", PV_STR_FMT(file->path),
                   PV_STR_FMT(pv_outcome_meaning(file->outcome)), PV_STR_FMT(file->note));
        exit = PV_EXIT_FAILED;
    }
    return exit;
}
