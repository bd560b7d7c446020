# Completion of pave for bash; made by `pave completion bash`.
_pave()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} options operands
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W "scan test rules completion help version --help --version" -- "$current"))
        return
    fi
    case $command:$previous in
    scan:--rules)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    scan:--rule)
        return
        ;;
    scan:--exclude-rule)
        return
        ;;
    scan:--pattern | scan:-e)
        return
        ;;
    scan:--lang | scan:-l)
        return
        ;;
    scan:--diff)
        return
        ;;
    scan:--path)
        return
        ;;
    scan:--include)
        return
        ;;
    scan:--exclude)
        return
        ;;
    scan:--max-file-size)
        return
        ;;
    scan:--format)
        COMPREPLY=($(compgen -W "text json sarif" -- "$current"))
        return
        ;;
    scan:--output | scan:-o)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    scan:--severity)
        COMPREPLY=($(compgen -W "info warning error" -- "$current"))
        return
        ;;
    scan:--color)
        COMPREPLY=($(compgen -W "auto always never" -- "$current"))
        return
        ;;
    scan:--threads | scan:-j)
        return
        ;;
    test:--color)
        COMPREPLY=($(compgen -W "auto always never" -- "$current"))
        return
        ;;
    rules:--rules)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    rules:--lang | rules:-l)
        return
        ;;
    rules:--pattern | rules:-e)
        return
        ;;
    esac
    case $command in
    scan)
        options="--rules --rule --exclude-rule --pattern --lang --diff --staged --stdin --path --include --exclude --max-file-size --no-ignore --format --output --error --severity --show-suppressed --list-skipped --color --verbose --quiet --time --autofix --threads --full --help"
        operands=""
        ;;
    test)
        options="--color --verbose --quiet --help"
        operands=""
        ;;
    rules)
        options="--rules --lang --pattern --help"
        operands="list show check dump"
        ;;
    completion)
        options="--help"
        operands="bash zsh fish"
        ;;
    help)
        options="--man --help"
        operands="scan test rules completion help version"
        ;;
    version)
        options="--help"
        operands=""
        ;;
    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif [[ -n $operands ]]; then
        COMPREPLY=($(compgen -W "$operands" -- "$current"))
    else
        COMPREPLY=($(compgen -f -- "$current"))
    fi
}
complete -o filenames -F _pave pave
