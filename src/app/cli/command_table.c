/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"

#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* First each command's options, then its examples, then what it is about. */
#define ABOUT(text)
#define EXAMPLE(line, text)
#define OPTION(id, name, letter, value, kind, heading, help)                                       \
    {TEXT(name), TEXT(value), TEXT(heading), TEXT(help), PV_OPTION_##kind, letter},
static const struct pv_option scan_options[] = {
#include "app/cli/cmd_scan.def"
};
static const struct pv_option fix_options[] = {
#include "app/cli/cmd_fix.def"
};
static const struct pv_option test_options[] = {
#include "app/cli/cmd_test.def"
};
static const struct pv_option rules_options[] = {
#include "app/cli/cmd_rules.def"
};
static const struct pv_option explain_options[] = {
#include "app/cli/cmd_explain.def"
};
static const struct pv_option prove_options[] = {
#include "app/cli/cmd_prove.def"
};
static const struct pv_option findings_options[] = {
#include "app/cli/cmd_findings.def"
};
static const struct pv_option policy_options[] = {
#include "app/cli/cmd_policy.def"
};
static const struct pv_option inventory_options[] = {
#include "app/cli/cmd_inventory.def"
};
static const struct pv_option seal_options[] = {
#include "app/cli/cmd_seal.def"
};
static const struct pv_option open_options[] = {
#include "app/cli/cmd_open.def"
};
static const struct pv_option inspect_options[] = {
#include "app/cli/cmd_inspect.def"
};
static const struct pv_option reseal_options[] = {
#include "app/cli/cmd_reseal.def"
};
static const struct pv_option keys_options[] = {
#include "app/cli/cmd_keys.def"
};
static const struct pv_option completion_options[] = {
#include "app/cli/cmd_completion.def"
};
static const struct pv_option help_options[] = {
#include "app/cli/cmd_help.def"
};
static const struct pv_option version_options[] = {
#include "app/cli/cmd_version.def"
};
#undef OPTION
#undef EXAMPLE

#define OPTION(id, name, letter, value, kind, heading, help)
#define EXAMPLE(line, text) {TEXT(line), TEXT(text)},
static const struct pv_example scan_examples[] = {
#include "app/cli/cmd_scan.def"
};
static const struct pv_example fix_examples[] = {
#include "app/cli/cmd_fix.def"
};
static const struct pv_example test_examples[] = {
#include "app/cli/cmd_test.def"
};
static const struct pv_example rules_examples[] = {
#include "app/cli/cmd_rules.def"
};
static const struct pv_example explain_examples[] = {
#include "app/cli/cmd_explain.def"
};
static const struct pv_example prove_examples[] = {
#include "app/cli/cmd_prove.def"
};
static const struct pv_example findings_examples[] = {
#include "app/cli/cmd_findings.def"
};
static const struct pv_example policy_examples[] = {
#include "app/cli/cmd_policy.def"
};
static const struct pv_example inventory_examples[] = {
#include "app/cli/cmd_inventory.def"
};
static const struct pv_example seal_examples[] = {
#include "app/cli/cmd_seal.def"
};
static const struct pv_example open_examples[] = {
#include "app/cli/cmd_open.def"
};
static const struct pv_example inspect_examples[] = {
#include "app/cli/cmd_inspect.def"
};
static const struct pv_example reseal_examples[] = {
#include "app/cli/cmd_reseal.def"
};
static const struct pv_example keys_examples[] = {
#include "app/cli/cmd_keys.def"
};
static const struct pv_example completion_examples[] = {
#include "app/cli/cmd_completion.def"
};
static const struct pv_example help_examples[] = {
#include "app/cli/cmd_help.def"
};
static const struct pv_example version_examples[] = {
#include "app/cli/cmd_version.def"
};
#undef EXAMPLE
#undef ABOUT

#define EXAMPLE(line, text)
#define ABOUT(text) text
static const char scan_about[] =
#include "app/cli/cmd_scan.def"
    ;
static const char fix_about[] =
#include "app/cli/cmd_fix.def"
    ;
static const char test_about[] =
#include "app/cli/cmd_test.def"
    ;
static const char rules_about[] =
#include "app/cli/cmd_rules.def"
    ;
static const char explain_about[] =
#include "app/cli/cmd_explain.def"
    ;
static const char prove_about[] =
#include "app/cli/cmd_prove.def"
    ;
static const char findings_about[] =
#include "app/cli/cmd_findings.def"
    ;
static const char policy_about[] =
#include "app/cli/cmd_policy.def"
    ;
static const char inventory_about[] =
#include "app/cli/cmd_inventory.def"
    ;
static const char seal_about[] =
#include "app/cli/cmd_seal.def"
    ;
static const char open_about[] =
#include "app/cli/cmd_open.def"
    ;
static const char inspect_about[] =
#include "app/cli/cmd_inspect.def"
    ;
static const char reseal_about[] =
#include "app/cli/cmd_reseal.def"
    ;
static const char keys_about[] =
#include "app/cli/cmd_keys.def"
    ;
static const char completion_about[] =
#include "app/cli/cmd_completion.def"
    ;
static const char help_about[] =
#include "app/cli/cmd_help.def"
    ;
static const char version_about[] =
#include "app/cli/cmd_version.def"
    ;
#undef ABOUT
#undef EXAMPLE
#undef OPTION

static const struct pv_command commands[] = {
#define X(name, operands, summary)                                                                 \
    {TEXT(#name),                                                                                  \
     TEXT(operands),                                                                               \
     TEXT(summary),                                                                                \
     TEXT(name##_about),                                                                           \
     {name##_options, PV_COUNT(name##_options)},                                                   \
     name##_examples,                                                                              \
     PV_COUNT(name##_examples),                                                                    \
     pv_cmd_##name},
#include "app/cli/command.def"
#undef X
};

const struct pv_command *pv_command_at(size_t index)
{
    return index < PV_COUNT(commands) ? &commands[index] : NULL;
}

const struct pv_command *pv_command_find(struct pv_str name)
{
    for (size_t i = 0; i < PV_COUNT(commands); i++) {
        if (pv_str_eq(commands[i].name, name))
            return &commands[i];
    }
    return NULL;
}
