/* SPDX-License-Identifier: Apache-2.0 */
/*
 * command: what `pave` can be told to do.
 *
 * The table is made of command.def and each command's cmd_NAME.def. Dispatch,
 * help, manual pages and completion read it, and nothing else lists commands.
 */
#ifndef PV_APP_CLI_COMMAND_H
#define PV_APP_CLI_COMMAND_H

#include "app/cli/cli.h"
#include "app/cli/option.h"

struct pv_example {
    struct pv_str line;
    struct pv_str text;
};

struct pv_command {
    struct pv_str name;
    struct pv_str operands;
    struct pv_str summary; /* lower case, no full stop */
    struct pv_str about;   /* paragraphs, an empty line between them */
    struct pv_options options;
    const struct pv_example *examples;
    size_t n_examples;
    enum pv_exit (*run)(struct pv_cli *cli, const struct pv_args *args);
};

/* All commands in the order of help; NULL past the last. */
const struct pv_command *pv_command_at(size_t index);

/* NULL when there is none of that name. */
const struct pv_command *pv_command_find(struct pv_str name);

/* Says that `name` is no command, and which one is near. */
enum pv_exit pv_command_unknown(struct pv_str name);

/* Runs what the words behind the program's name say. */
enum pv_exit pv_command_run(struct pv_cli *cli, const char *const *words, size_t n_words);

/* The options of each command, by their place in its table: PV_OPT_SCAN_RULES. */
#define ABOUT(text)
#define EXAMPLE(line, text)
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_SCAN_##id,
enum pv_scan_option {
#include "app/cli/cmd_scan.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_FIX_##id,
enum pv_fix_option {
#include "app/cli/cmd_fix.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_TEST_##id,
enum pv_test_option {
#include "app/cli/cmd_test.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_RULES_##id,
enum pv_rules_option {
#include "app/cli/cmd_rules.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_EXPLAIN_##id,
enum pv_explain_option {
#include "app/cli/cmd_explain.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_PROVE_##id,
enum pv_prove_option {
#include "app/cli/cmd_prove.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_FINDINGS_##id,
enum pv_findings_option {
#include "app/cli/cmd_findings.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_POLICY_##id,
enum pv_policy_option {
#include "app/cli/cmd_policy.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_INVENTORY_##id,
enum pv_inventory_option {
#include "app/cli/cmd_inventory.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_SEAL_##id,
enum pv_seal_option {
#include "app/cli/cmd_seal.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_OPEN_##id,
enum pv_open_option {
#include "app/cli/cmd_open.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_INSPECT_##id,
enum pv_inspect_option {
#include "app/cli/cmd_inspect.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_RESEAL_##id,
enum pv_reseal_option {
#include "app/cli/cmd_reseal.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_KEYS_##id,
enum pv_keys_option {
#include "app/cli/cmd_keys.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_COMPLETION_##id,
enum pv_completion_option {
#include "app/cli/cmd_completion.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_HELP_##id,
enum pv_help_option {
#include "app/cli/cmd_help.def"
};
#undef OPTION
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_VERSION_##id,
enum pv_version_option {
#include "app/cli/cmd_version.def"
};
#undef OPTION
#undef EXAMPLE
#undef ABOUT

#define X(name, operands, summary)                                                                 \
    enum pv_exit pv_cmd_##name(struct pv_cli *cli, const struct pv_args *args);
#include "app/cli/command.def"
#undef X

#endif
