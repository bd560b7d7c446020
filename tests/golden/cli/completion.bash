# Completion of pave for bash; made by `pave completion bash`.
_pave()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} options operands
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W "scan fix test rules explain prove findings policy inventory seal open inspect reseal keys completion help version --help --version" -- "$current"))
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
    scan:--ledger)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    scan:--asset)
        return
        ;;
    scan:--policy)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    scan:--as-of)
        return
        ;;
    scan:--format)
        COMPREPLY=($(compgen -W "text json sarif github gitlab" -- "$current"))
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
    fix:--rules)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    fix:--rule)
        return
        ;;
    fix:--exclude-rule)
        return
        ;;
    fix:--diff)
        return
        ;;
    fix:--include)
        return
        ;;
    fix:--exclude)
        return
        ;;
    fix:--color)
        COMPREPLY=($(compgen -W "auto always never" -- "$current"))
        return
        ;;
    fix:--threads | fix:-j)
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
    explain:--rules)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    explain:--format)
        COMPREPLY=($(compgen -W "text markdown json" -- "$current"))
        return
        ;;
    explain:--policy)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    explain:--as-of)
        return
        ;;
    explain:--ledger)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    prove:--format | prove:-f)
        COMPREPLY=($(compgen -W "text json" -- "$current"))
        return
        ;;
    prove:--color)
        COMPREPLY=($(compgen -W "auto always never" -- "$current"))
        return
        ;;
    prove:--threads | prove:-j)
        return
        ;;
    findings:--ledger)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    findings:--asset)
        return
        ;;
    findings:--state)
        COMPREPLY=($(compgen -W "open fixed withdrawn unobservable settled all" -- "$current"))
        return
        ;;
    findings:--rule)
        return
        ;;
    findings:--path)
        return
        ;;
    findings:--owner)
        return
        ;;
    findings:--tool)
        return
        ;;
    findings:--limit | findings:-n)
        return
        ;;
    findings:--reason)
        return
        ;;
    findings:--until)
        return
        ;;
    findings:--as)
        COMPREPLY=($(compgen -W "false-positive not-affected" -- "$current"))
        return
        ;;
    findings:--by)
        return
        ;;
    findings:--kev)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    findings:--format)
        COMPREPLY=($(compgen -W "text json sarif openvex" -- "$current"))
        return
        ;;
    findings:--output | findings:-o)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    findings:--color)
        COMPREPLY=($(compgen -W "auto always never" -- "$current"))
        return
        ;;
    policy:--findings)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    policy:--ledger)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    policy:--format)
        COMPREPLY=($(compgen -W "text markdown json" -- "$current"))
        return
        ;;
    policy:--color)
        COMPREPLY=($(compgen -W "auto always never" -- "$current"))
        return
        ;;
    inventory:--format | inventory:-f)
        COMPREPLY=($(compgen -W "text json cyclonedx" -- "$current"))
        return
        ;;
    inventory:--output | inventory:-o)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    inventory:--color)
        COMPREPLY=($(compgen -W "auto always never" -- "$current"))
        return
        ;;
    inventory:--threads | inventory:-j)
        return
        ;;
    seal:--policy)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    seal:--trust)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    seal:--purpose | seal:-p)
        return
        ;;
    seal:--context | seal:-c)
        return
        ;;
    seal:--subject)
        return
        ;;
    seal:--subject-secret)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    seal:--passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    seal:--parent)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    seal:--parent-passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    seal:--program)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    seal:--output | seal:-o)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--policy)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--trust)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--purpose | open:-p)
        return
        ;;
    open:--context | open:-c)
        return
        ;;
    open:--subject)
        return
        ;;
    open:--subject-secret)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--parent)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--parent-passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--program)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    open:--output | open:-o)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--policy)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--trust)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--purpose | reseal:-p)
        return
        ;;
    reseal:--context | reseal:-c)
        return
        ;;
    reseal:--subject)
        return
        ;;
    reseal:--subject-secret)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--parent)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--parent-passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--program)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    reseal:--output | reseal:-o)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--name)
        return
        ;;
    keys:--kind)
        COMPREPLY=($(compgen -W "seal stream sign identity token index derive" -- "$current"))
        return
        ;;
    keys:--suite)
        return
        ;;
    keys:--passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--parent)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--parent-passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--program)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--new-passphrase-file)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--new-parent)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--new-program)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--stage)
        return
        ;;
    keys:--signer)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    keys:--output | keys:-o)
        COMPREPLY=($(compgen -f -- "$current"))
        return
        ;;
    esac
    case $command in
    scan)
        options="--rules --rule --exclude-rule --all-rules --pattern --lang --diff --staged --history --stdin --path --include --exclude --max-file-size --no-ignore --ledger --asset --policy --as-of --format --output --error --severity --show-suppressed --list-skipped --color --verbose --quiet --time --autofix --threads --alone --full --no-prefilter --no-cache --help"
        operands=""
        ;;
    fix)
        options="--write --error --rules --rule --exclude-rule --diff --include --exclude --color --verbose --quiet --threads --alone --no-cache --help"
        operands=""
        ;;
    test)
        options="--color --verbose --quiet --watch --help"
        operands=""
        ;;
    rules)
        options="--rules --lang --pattern --help"
        operands="list show check dump"
        ;;
    explain)
        options="--rules --format --policy --as-of --ledger --help"
        operands=""
        ;;
    prove)
        options="--error --format --color --threads --help"
        operands=""
        ;;
    findings)
        options="--ledger --asset --state --rule --path --owner --tool --limit --reason --until --as --by --kev --format --output --color --help"
        operands=""
        ;;
    policy)
        options="--findings --ledger --format --color --help"
        operands=""
        ;;
    inventory)
        options="--format --output --color --threads --help"
        operands=""
        ;;
    seal)
        options="--policy --trust --purpose --context --subject --subject-secret --passphrase-file --parent --parent-passphrase-file --program --output --text --help"
        operands=""
        ;;
    open)
        options="--policy --trust --purpose --context --subject --subject-secret --passphrase-file --parent --parent-passphrase-file --program --output --help"
        operands=""
        ;;
    inspect)
        options="--help"
        operands=""
        ;;
    reseal)
        options="--policy --trust --purpose --context --subject --subject-secret --passphrase-file --parent --parent-passphrase-file --program --output --help"
        operands=""
        ;;
    keys)
        options="--name --kind --suite --passphrase-file --parent --parent-passphrase-file --program --new-passphrase-file --new-parent --new-program --stage --now --signer --output --help"
        operands=""
        ;;
    completion)
        options="--help"
        operands="bash zsh fish"
        ;;
    help)
        options="--man --help"
        operands="scan fix test rules explain prove findings policy inventory seal open inspect reseal keys completion help version"
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
