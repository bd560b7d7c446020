#compdef pave
# Completion of pave for zsh; made by `pave completion zsh`.
_pave() {
    local -a commands
    commands=(
        'scan:find concerns in source code'
        'fix:show or make the fixes of concerns'
        'test:run rules on their annotated examples'
        'rules:look at rules, and at code as rules see it'
        'explain:tell the story of a rule, or why a finding has its priority'
        'prove:prove that a service'\''s data is sealed before it leaves'
        'findings:look after findings over time, in a ledger'
        'policy:test, compare and replay the tables that decide priorities'
        'inventory:list every use of cryptography, and what goes through libpave'
        'seal:seal data for a purpose'
        'open:open what was sealed'
        'inspect:say which key sealed a file'
        'reseal:move sealed files to the primary key'
        'keys:make and look after keysets, and sign policies'
        'completion:print a script that completes commands for a shell'
        'help:say how a command is used'
        'version:say which version this is, and what it was built with'
    )
    if ((CURRENT == 2)); then
        _describe command commands
        return
    fi
    local command=$words[2]
    shift words
    ((CURRENT--))
    case $command in
    scan)
        _arguments \
            '*--rules[Use these rules instead of the shipped ones. May be given several times.]:FILE|DIR:_files' \
            '*--rule[Use only the rule with this name. May be given several times.]:ID:' \
            '*--exclude-rule[Leave out the rule with this name.]:ID:' \
            '*--all-rules[Use silent rules, too\: those that are wrong too often to speak unless they are asked to.]' \
            '(-e --pattern)'{-e,--pattern}'[Search for one pattern instead of using rules; needs --lang.]:PATTERN:' \
            '(-l --lang)'{-l,--lang}'[The language of the pattern.]:LANG:' \
            '*--diff[Report only what the lines changed since git'\''s BASE touch; for a branch, since it left BASE.]:BASE:' \
            '*--staged[Scan what is staged for the next commit, as it is staged.]' \
            '*--history[Search all texts that git'\''s history holds for secrets; each PATH is then a revision or a range, HEAD if none is given.]' \
            '*--stdin[Scan standard input; needs --path.]' \
            '*--path[The file name that standard input is scanned under.]:NAME:' \
            '*--include[Scan only files that a GLOB matches.]:GLOB:' \
            '*--exclude[Leave out files that a GLOB matches.]:GLOB:' \
            '*--max-file-size[Leave out larger files; 1M if not given.]:SIZE:' \
            '*--no-ignore[Scan what ignore files name, and generated and minified files too.]' \
            '*--ledger[Record what was found, and what is gone, in this ledger\: a file, or postgres\://… for a server. What is settled there is not reported.]:FILE|URL:_files' \
            '*--asset[What the ledger calls this code; the name of the repository'\''s folder if not given.]:NAME:' \
            '*--policy[Decide by the policy in this folder instead of the shipped one.]:DIR:_files' \
            '*--as-of[Take this day, as in 2026-12-01, for today\: facts about services expire when nobody has looked at them for long.]:DATE:' \
            '*--format[How to write the findings\: for people, as Semgrep does, as SARIF 2.1.0, as GitHub'\''s workflow commands, as GitLab'\''s Code Quality report.]:text|json|sarif|github|gitlab:(text json sarif github gitlab)' \
            '(-o --output)'{-o,--output}'[Write them to FILE, which is replaced as a whole or not at all.]:FILE:_files' \
            '*--error[End with status 1 when there are findings, but for those that may be no more than deferred.]' \
            '*--severity[Report only findings at least this severe.]:info|warning|error:(info warning error)' \
            '*--show-suppressed[Report suppressed findings too, and say so.]' \
            '*--list-skipped[Say which files were left out, and why.]' \
            '*--color[When to use colour; NO_COLOR is honoured.]:auto|always|never:(auto always never)' \
            '(-v --verbose)'{-v,--verbose}'[Say more\: files not understood whole, suppressions without use.]' \
            '(-q --quiet)'{-q,--quiet}'[Say nothing but findings and what went wrong.]' \
            '*--time[Say what took how long\: stages, rules and files.]' \
            '*--autofix[Apply the fixes that findings carry to the files.]' \
            '(-j --threads)'{-j,--threads}'[Use N threads; as many as can run here if not given.]:N:' \
            '*--alone[Look at each file by itself\: values that go from one file to another are not followed.]' \
            '*--full[Parse every file, even where no rule can match. The findings are the same.]' \
            '*--no-prefilter[Try every rule on every file, whatever words it holds. The findings are the same.]' \
            '*--no-cache[Read and compile all rules, and keep nothing of them in the cache folder. The findings are the same.]' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    fix)
        _arguments \
            '(-w --write)'{-w,--write}'[Make the fixes in the files, each replaced as a whole or not at all.]' \
            '*--error[End with status 1 when there is anything to fix.]' \
            '*--rules[Use these rules instead of the shipped ones. May be given several times.]:FILE|DIR:_files' \
            '*--rule[Use only the rule with this name. May be given several times.]:ID:' \
            '*--exclude-rule[Leave out the rule with this name.]:ID:' \
            '*--diff[Fix only what the lines changed since git'\''s BASE touch.]:BASE:' \
            '*--include[Fix only files that a GLOB matches.]:GLOB:' \
            '*--exclude[Leave out files that a GLOB matches.]:GLOB:' \
            '*--color[When to use colour; NO_COLOR is honoured.]:auto|always|never:(auto always never)' \
            '(-v --verbose)'{-v,--verbose}'[Say more\: files not understood whole, suppressions without use.]' \
            '(-q --quiet)'{-q,--quiet}'[Say nothing but the patch and what went wrong.]' \
            '(-j --threads)'{-j,--threads}'[Use N threads; as many as can run here if not given.]:N:' \
            '*--alone[Look at each file by itself\: values that go from one file to another are not followed.]' \
            '*--no-cache[Read and compile all rules, and keep nothing of them in the cache folder.]' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    test)
        _arguments \
            '*--color[When to use colour; NO_COLOR is honoured.]:auto|always|never:(auto always never)' \
            '(-v --verbose)'{-v,--verbose}'[Name the tests that pass, too.]' \
            '(-q --quiet)'{-q,--quiet}'[Say only what fails, and the counts.]' \
            '(-w --watch)'{-w,--watch}'[Run them again whenever a rule or an example has changed, until interrupted.]' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    rules)
        _arguments \
            '*--rules[Look at these rules instead of the shipped ones.]:FILE|DIR:_files' \
            '(-l --lang)'{-l,--lang}'[The language of the pattern, or of a file whose name does not tell.]:LANG:' \
            '(-e --pattern)'{-e,--pattern}'[Show the tree of a pattern instead of a file'\''s.]:PATTERN:' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:(list show check dump)'
        ;;
    explain)
        _arguments \
            '*--rules[Explain these rules instead of the shipped ones.]:FILE|DIR:_files' \
            '*--format[Text, a page of Markdown, or a line of JSON for each rule.]:text|markdown|json:(text markdown json)' \
            '*--policy[Decide by the policy in this folder instead of the shipped one.]:DIR:_files' \
            '*--as-of[Take this day, as in 2026-12-01, for today.]:DATE:' \
            '*--ledger[The ledger that has the finding; $PAVE_LEDGER if not given.]:FILE|URL:_files' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    prove)
        _arguments \
            '*--error[Exit with status 1 unless everything is proved sealed.]' \
            '(-f --format)'{-f,--format}'[How to print; text if not given.]:text|json:(text json)' \
            '*--color[When to use colours; NO_COLOR is heeded, too.]:auto|always|never:(auto always never)' \
            '(-j --threads)'{-j,--threads}'[Use N threads; as many as can run here if not given.]:N:' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    findings)
        _arguments \
            '*--ledger[The ledger\: a file, or postgres\://… for a server; $PAVE_LEDGER if not given.]:FILE|URL:_files' \
            '*--asset[Only this repository'\''s findings; for import, whose they are\: the repository'\''s folder if not given.]:NAME:' \
            '*--state[Those in this state; open if not given, all for export.]:open|fixed|withdrawn|unobservable|settled|all:(open fixed withdrawn unobservable settled all)' \
            '*--rule[Those of this rule.]:ID:' \
            '*--path[Those in this file, or below this folder, from the repository'\''s root.]:PATH:' \
            '*--owner[Those that this team owns.]:NAME:' \
            '*--tool[Those that this tool found.]:NAME:' \
            '(-n --limit)'{-n,--limit}'[At most N of them; 50 for list if not given.]:N:' \
            '*--reason[Why; accept and dismiss need it.]:TEXT:' \
            '*--until[The last day of an acceptance, such as 2026-12-01; the longest that the priority allows if not given\: 7 days for immediate, 30 for out-of-cycle, 180 for scheduled, 365 for defer.]:DATE:' \
            '*--as[What dismiss means; false-positive if not given.]:false-positive|not-affected:(false-positive not-affected)' \
            '*--by[Who decides; $USER if not given.]:NAME:' \
            '*--kev[CISA'\''s list of known exploited vulnerabilities, as JSON\: findings that name a CVE are decided by it, and by the service they are in.]:FILE:_files' \
            '*--format[text or json for list and show; sarif or openvex for export.]:text|json|sarif|openvex:(text json sarif openvex)' \
            '(-o --output)'{-o,--output}'[For export\: write to FILE, which is replaced as a whole or not at all.]:FILE:_files' \
            '*--color[When to use colour; NO_COLOR is honoured.]:auto|always|never:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    policy)
        _arguments \
            '*--findings[Findings as `pave scan --json` wrote them.]:FILE:_files' \
            '*--ledger[The open findings of this ledger; $PAVE_LEDGER if neither is given.]:FILE|URL:_files' \
            '*--format[Text, a table for a pull request, or JSON.]:text|markdown|json:(text markdown json)' \
            '*--color[When to use colour; NO_COLOR is honoured.]:auto|always|never:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    inventory)
        _arguments \
            '(-f --format)'{-f,--format}'[A table, a line of JSON for each use, or a CBOM.]:text|json|cyclonedx:(text json cyclonedx)' \
            '(-o --output)'{-o,--output}'[Write to FILE, which is replaced as a whole or not at all.]:FILE:_files' \
            '*--color[When to use colour; NO_COLOR is honoured.]:auto|always|never:(auto always never)' \
            '(-j --threads)'{-j,--threads}'[Use N threads; as many as can run here if not given.]:N:' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    seal)
        _arguments \
            '*--policy[The signed policy; its folder holds the keysets that it names.]:FILE:_files' \
            '*--trust[A file with the public key that policies are signed with, as `pave keys public` prints it.]:FILE:_files' \
            '(-p --purpose)'{-p,--purpose}'[What the data is, such as phi.patient.name.]:NAME:' \
            '(-c --context)'{-c,--context}'[What it belongs to; may be given several times. The same fields open it again.]:FIELD=VALUE:' \
            '*--subject[Whom it is about, such as a patient'\''s number\: a key of their own.]:TEXT:' \
            '*--subject-secret[The subject'\''s secret, without which nothing of theirs opens; made when it is not there and something is sealed. Deleting it erases them.]:FILE:_files' \
            '*--passphrase-file[The first line is the passphrase of the keyset.]:FILE:_files' \
            '*--parent[The keyset that wraps the keyset.]:KEYSET:_files' \
            '*--parent-passphrase-file[The passphrase of the parent.]:FILE:_files' \
            '*--program[A program that unwraps keys\: a key service, a vault.]:FILE:_files' \
            '(-o --output)'{-o,--output}'[Write here; it appears whole or not at all. Standard output if not given.]:FILE:_files' \
            '(-t --text)'{-t,--text}'[A value as text, for columns and JSON.]' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    open)
        _arguments \
            '*--policy[The signed policy; its folder holds the keysets that it names.]:FILE:_files' \
            '*--trust[A file with the public key that policies are signed with, as `pave keys public` prints it.]:FILE:_files' \
            '(-p --purpose)'{-p,--purpose}'[What the data is, such as phi.patient.name.]:NAME:' \
            '(-c --context)'{-c,--context}'[What it belongs to; may be given several times. The same fields open it again.]:FIELD=VALUE:' \
            '*--subject[Whom it is about, such as a patient'\''s number\: a key of their own.]:TEXT:' \
            '*--subject-secret[The subject'\''s secret, without which nothing of theirs opens; made when it is not there and something is sealed. Deleting it erases them.]:FILE:_files' \
            '*--passphrase-file[The first line is the passphrase of the keyset.]:FILE:_files' \
            '*--parent[The keyset that wraps the keyset.]:KEYSET:_files' \
            '*--parent-passphrase-file[The passphrase of the parent.]:FILE:_files' \
            '*--program[A program that unwraps keys\: a key service, a vault.]:FILE:_files' \
            '(-o --output)'{-o,--output}'[Write here; it appears whole or not at all. Standard output if not given.]:FILE:_files' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    inspect)
        _arguments \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    reseal)
        _arguments \
            '*--policy[The signed policy; its folder holds the keysets that it names.]:FILE:_files' \
            '*--trust[A file with the public key that policies are signed with, as `pave keys public` prints it.]:FILE:_files' \
            '(-p --purpose)'{-p,--purpose}'[What the data is, such as phi.patient.name.]:NAME:' \
            '(-c --context)'{-c,--context}'[What it belongs to; may be given several times. The same fields open it again.]:FIELD=VALUE:' \
            '*--subject[Whom it is about, such as a patient'\''s number\: a key of their own.]:TEXT:' \
            '*--subject-secret[The subject'\''s secret, without which nothing of theirs opens; made when it is not there and something is sealed. Deleting it erases them.]:FILE:_files' \
            '*--passphrase-file[The first line is the passphrase of the keyset.]:FILE:_files' \
            '*--parent[The keyset that wraps the keyset.]:KEYSET:_files' \
            '*--parent-passphrase-file[The passphrase of the parent.]:FILE:_files' \
            '*--program[A program that unwraps keys\: a key service, a vault.]:FILE:_files' \
            '(-o --output)'{-o,--output}'[Write here; it appears whole or not at all. Standard output if not given.]:FILE:_files' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    keys)
        _arguments \
            '*--name[What the keyset is called; a policy names it so. For trust\: what an identity is called.]:NAME:' \
            '*--kind[What its keys are for\: values, streams and files, signatures of policies, messages between services, tokens, indexes of sealed columns, or keys for other programs. seal if not given.]:seal|stream|sign|identity|token|index|derive:(seal stream sign identity token index derive)' \
            '*--suite[How its keys seal; KC-XAES-256-GCM, COBBLESTONE-256 or PASETO-V4-LOCAL if not given.]:SUITE:' \
            '*--passphrase-file[The first line is the passphrase.]:FILE:_files' \
            '*--parent[The keyset that wraps this one.]:KEYSET:_files' \
            '*--parent-passphrase-file[The passphrase of the parent.]:FILE:_files' \
            '*--program[A program that wraps keys\: a key service, a vault.]:FILE:_files' \
            '*--new-passphrase-file[The passphrase from now on.]:FILE:_files' \
            '*--new-parent[The parent from now on; --parent-passphrase-file is for it, too.]:KEYSET:_files' \
            '*--new-program[The program from now on.]:FILE:_files' \
            '*--stage[How long a new key is distributed before it may be promoted; 24 if not given.]:HOURS:' \
            '*--now[The new key may be promoted at once.]' \
            '*--signer[The signing keyset; the unlocking options are for it.]:KEYSET:_files' \
            '(-o --output)'{-o,--output}'[Where the signed policy goes; in place of POLICY if not given.]:FILE:_files' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    completion)
        _arguments \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:(bash zsh fish)'
        ;;
    help)
        _arguments \
            '*--man[Print the manual page instead, for man or mandoc.]' \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:(scan fix test rules explain prove findings policy inventory seal open inspect reseal keys completion help version)'
        ;;
    version)
        _arguments \
            '(-h --help)'{-h,--help}'[Show how the command is used.]' \
            '*::operand:_files'
        ;;
    esac
}
if [[ ${funcstack[1]} == _pave ]]; then
    _pave "$@"
else
    compdef _pave pave
fi
