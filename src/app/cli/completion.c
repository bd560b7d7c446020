/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/completion.h"

#include "app/cli/command.h"

/* For single quotes, in which only the quote itself is special. */
static void add_escaped(struct pv_buf *out, struct pv_str text, const char *special)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\'')
            PV_BUF_LIT(out, "'\\''");
        else if (strchr(special, text.p[i]))
            pv_buf_format(out, "\\%c", text.p[i]);
        else
            pv_buf_add_byte(out, text.p[i]);
    }
}

/* The words of "a|b|c", a space between them. */
static void add_choices(struct pv_buf *out, struct pv_str choices)
{
    struct pv_str choice = {0};

    for (bool is_first = true; pv_str_split(&choices, '|', &choice); is_first = false)
        pv_buf_format(out, "%s%.*s", is_first ? "" : " ", PV_STR_FMT(choice));
}

/* The fixed words among a command's operands: "list | show ID" gives "list show". */
static void add_words(struct pv_buf *out, struct pv_str operands)
{
    struct pv_str operand = {0};
    const char *before = "";

    while (pv_str_split(&operands, '|', &operand)) {
        struct pv_str rest = pv_str_trim(operand);
        struct pv_str word = {0};
        if (!pv_str_split(&rest, ' ', &word) || word.p[0] < 'a' || word.p[0] > 'z')
            continue;
        pv_buf_format(out, "%s%.*s", before, PV_STR_FMT(word));
        before = " ";
    }
}

static void add_command_names(struct pv_buf *out)
{
    const struct pv_command *command = NULL;

    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        pv_buf_format(out, "%s%.*s", i ? " " : "", PV_STR_FMT(command->name));
}

static void add_operands(struct pv_buf *out, const struct pv_command *command)
{
    if (pv_str_eq(command->name, PV_STR("help")))
        add_command_names(out);
    else
        add_words(out, command->operands);
}

/* The cases of values: what completes behind an option that takes one. */
static void add_bash_values(struct pv_buf *out, const struct pv_command *command)
{
    for (size_t i = 0; i < command->options.n; i++) {
        const struct pv_option *option = &command->options.p[i];
        if (option->kind == PV_OPTION_FLAG)
            continue;
        pv_buf_format(out, "    %.*s:--%.*s", PV_STR_FMT(command->name), PV_STR_FMT(option->name));
        if (option->letter)
            pv_buf_format(out, " | %.*s:-%c", PV_STR_FMT(command->name), option->letter);
        PV_BUF_LIT(out, ")\n");
        if (option->kind == PV_OPTION_CHOICE) {
            PV_BUF_LIT(out, "        COMPREPLY=($(compgen -W \"");
            add_choices(out, option->value);
            PV_BUF_LIT(out, "\" -- \"$current\"))\n");
        } else if (option->kind == PV_OPTION_FILE) {
            PV_BUF_LIT(out, "        COMPREPLY=($(compgen -f -- \"$current\"))\n");
        }
        PV_BUF_LIT(out, "        return\n        ;;\n");
    }
}

static void add_bash_words(struct pv_buf *out, const struct pv_command *command)
{
    pv_buf_format(out, "    %.*s)\n        options=\"", PV_STR_FMT(command->name));
    for (size_t i = 0; i < command->options.n; i++)
        pv_buf_format(out, "%s--%.*s", i ? " " : "", PV_STR_FMT(command->options.p[i].name));
    PV_BUF_LIT(out, "\"\n        operands=\"");
    add_operands(out, command);
    PV_BUF_LIT(out, "\"\n        ;;\n");
}

void pv_completion_write_bash(struct pv_buf *out)
{
    const struct pv_command *command = NULL;

    PV_BUF_LIT(
        out, "# Completion of pave for bash; made by `pave completion bash`.\n"
             "_pave()\n{\n"
             "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
             "    local command=${COMP_WORDS[1]} options operands\n"
             "    if ((COMP_CWORD == 1)); then\n"
             "        COMPREPLY=($(compgen -W \"");
    add_command_names(out);
    PV_BUF_LIT(out, " --help --version\" -- \"$current\"))\n"
                    "        return\n    fi\n"
                    "    case $command:$previous in\n");
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        add_bash_values(out, command);
    PV_BUF_LIT(out, "    esac\n    case $command in\n");
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        add_bash_words(out, command);
    PV_BUF_LIT(out, "    esac\n"
                    "    if [[ $current == -* ]]; then\n"
                    "        COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
                    "    elif [[ -n $operands ]]; then\n"
                    "        COMPREPLY=($(compgen -W \"$operands\" -- \"$current\"))\n"
                    "    else\n"
                    "        COMPREPLY=($(compgen -f -- \"$current\"))\n"
                    "    fi\n}\n"
                    "complete -o filenames -F _pave pave\n");
}

static void add_zsh_option(struct pv_buf *out, const struct pv_option *option)
{
    static const char special[] = "[]:\\";

    PV_BUF_LIT(out, "            ");
    if (option->letter)
        pv_buf_format(out, "'(-%c --%.*s)'{-%c,--%.*s}'[", option->letter, PV_STR_FMT(option->name),
                      option->letter, PV_STR_FMT(option->name));
    else
        pv_buf_format(out, "'*--%.*s[", PV_STR_FMT(option->name));
    add_escaped(out, option->help, special);
    PV_BUF_LIT(out, "]");
    if (option->kind != PV_OPTION_FLAG) {
        PV_BUF_LIT(out, ":");
        add_escaped(out, option->value, special);
        PV_BUF_LIT(out, ":");
    }
    if (option->kind == PV_OPTION_FILE)
        PV_BUF_LIT(out, "_files");
    if (option->kind == PV_OPTION_CHOICE) {
        PV_BUF_LIT(out, "(");
        add_choices(out, option->value);
        PV_BUF_LIT(out, ")");
    }
    PV_BUF_LIT(out, "' \\\n");
}

static void add_zsh_command(struct pv_buf *out, const struct pv_command *command)
{
    size_t start = 0;

    pv_buf_format(out, "    %.*s)\n        _arguments \\\n", PV_STR_FMT(command->name));
    for (size_t i = 0; i < command->options.n; i++)
        add_zsh_option(out, &command->options.p[i]);
    PV_BUF_LIT(out, "            '*::");
    PV_BUF_LIT(out, "operand:(");
    start = out->n;
    add_operands(out, command);
    if (out->n == start) {
        pv_buf_cut(out, start - 1);
        PV_BUF_LIT(out, "_files'\n        ;;\n");
        return;
    }
    PV_BUF_LIT(out, ")'\n        ;;\n");
}

void pv_completion_write_zsh(struct pv_buf *out)
{
    const struct pv_command *command = NULL;

    PV_BUF_LIT(out, "#compdef pave\n"
                    "# Completion of pave for zsh; made by `pave completion zsh`.\n"
                    "_pave() {\n"
                    "    local -a commands\n"
                    "    commands=(\n");
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++) {
        pv_buf_format(out, "        '%.*s:", PV_STR_FMT(command->name));
        add_escaped(out, command->summary, ":\\");
        PV_BUF_LIT(out, "'\n");
    }
    PV_BUF_LIT(out, "    )\n"
                    "    if ((CURRENT == 2)); then\n"
                    "        _describe command commands\n"
                    "        return\n    fi\n"
                    "    local command=$words[2]\n"
                    "    shift words\n"
                    "    ((CURRENT--))\n"
                    "    case $command in\n");
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        add_zsh_command(out, command);
    PV_BUF_LIT(out, "    esac\n}\n"
                    "if [[ ${funcstack[1]} == _pave ]]; then\n"
                    "    _pave \"$@\"\n"
                    "else\n"
                    "    compdef _pave pave\n"
                    "fi\n");
}

static void add_fish_option(struct pv_buf *out, const struct pv_command *command,
                            const struct pv_option *option)
{
    pv_buf_format(out, "complete -c pave -n '__fish_seen_subcommand_from %.*s' -l %.*s",
                  PV_STR_FMT(command->name), PV_STR_FMT(option->name));
    if (option->letter)
        pv_buf_format(out, " -s %c", option->letter);
    if (option->kind == PV_OPTION_CHOICE) {
        PV_BUF_LIT(out, " -x -a '");
        add_choices(out, option->value);
        PV_BUF_LIT(out, "'");
    } else if (option->kind == PV_OPTION_FILE) {
        PV_BUF_LIT(out, " -r -F");
    } else if (option->kind != PV_OPTION_FLAG) {
        PV_BUF_LIT(out, " -x");
    }
    PV_BUF_LIT(out, " -d '");
    add_escaped(out, option->help, "\\");
    PV_BUF_LIT(out, "'\n");
}

static void add_fish_command(struct pv_buf *out, const struct pv_command *command)
{
    size_t line = out->n;

    pv_buf_format(out, "complete -c pave -n __fish_use_subcommand -f -a %.*s -d '",
                  PV_STR_FMT(command->name));
    add_escaped(out, command->summary, "\\");
    PV_BUF_LIT(out, "'\n");
    for (size_t i = 0; i < command->options.n; i++)
        add_fish_option(out, command, &command->options.p[i]);
    line = out->n;
    pv_buf_format(out, "complete -c pave -n '__fish_seen_subcommand_from %.*s' -f -a '",
                  PV_STR_FMT(command->name));
    size_t start = out->n;
    add_operands(out, command);
    if (out->n == start)
        pv_buf_cut(out, line);
    else
        PV_BUF_LIT(out, "'\n");
}

void pv_completion_write_fish(struct pv_buf *out)
{
    const struct pv_command *command = NULL;

    PV_BUF_LIT(out, "# Completion of pave for fish; made by `pave completion fish`.\n");
    for (size_t i = 0; (command = pv_command_at(i)) != NULL; i++)
        add_fish_command(out, command);
}

void (*pv_completion_of(struct pv_str shell))(struct pv_buf *out)
{
    if (pv_str_eq(shell, PV_STR("bash")))
        return pv_completion_write_bash;
    if (pv_str_eq(shell, PV_STR("zsh")))
        return pv_completion_write_zsh;
    if (pv_str_eq(shell, PV_STR("fish")))
        return pv_completion_write_fish;
    return NULL;
}
