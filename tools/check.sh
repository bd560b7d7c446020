#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# All that must pass before a change lands. Usage: tools/check.sh [STEP...]; no step: all of them.
# Every step runs, whatever failed before it; what a failing step said is shown at once.
set -u

cd "$(dirname "$0")/.." || exit 1
jobs=$(nproc 2>/dev/null || echo 2)
logs=build/check
mkdir -p "$logs"

rooms()
{
    python3 tools/check_rooms.py && python3 tools/check_readmes.py
}

sources()
{
    find src include tests bench tools bindings "$@" -type f 2>/dev/null | sort
}

format()
{
    sources -name '*.[ch]' | xargs clang-format --dry-run --Werror
}

scripts()
{
    for file in tools/*.sh; do
        sh -n "$file" || return 1
    done
    python3 -m py_compile tools/*.py
}

preset()
{
    cmake --preset "$1" >"$logs/$1.configure.log" || return 1
    cmake --build "build/$1" -j "$jobs"
}

gcc_release()
{
    preset gcc
}

clang_release()
{
    preset clang
}

# Needs the programs of gcc_release and clang_release.
hardening()
{
    sh tools/check_hardening.sh build/gcc/pave && sh tools/check_hardening.sh build/clang/pave
}

# Each header says itself what it needs.
headers()
{
    sources=${GRAMMAR_DIR:-third_party/grammars/sources}
    find src include -name '*.h' 2>/dev/null | sort | xargs -P "$jobs" -I {} \
        gcc -std=gnu17 -fsyntax-only -Wall -Wextra -Werror -Isrc -Iinclude \
        -isystem "$sources/tree-sitter/lib/include" -isystem third_party/grammars \
        $(pkg-config --cflags libpq) \
        -include stddef.h -D_GNU_SOURCE -x c {}
}

# Needs the compile commands of clang_release.
tidy()
{
    [ -e build/clang/compile_commands.json ] || preset clang || return 1
    find src -name '*.c' | sort | xargs -P "$jobs" -n 4 clang-tidy -p build/clang --quiet
}

gcc_analyzer()
{
    preset analyze
}

tests()
{
    sh tools/fetch_npm.sh schemas node && sh tools/fetch_peers.sh && preset test && python3 tools/run_tests.py build/test
}

# Whatever runs on several threads, and the program, without data races.
races()
{
    preset thread && python3 tools/run_tests.py build/thread -R 'unit/sys|unit/crypto|unit/engine/scan|e2e/'
}

reproducible()
{
    sh tools/check_reproducible.sh
}

dist()
{
    sh tools/check_dist.sh
}

all="rooms format scripts gcc_release headers clang_release hardening tidy gcc_analyzer tests
    races reproducible dist"
steps=${*:-$all}
summary=
failed=0
for step in $steps; do
    echo "check: $step"
    began=$(date +%s)
    if "$step" >"$logs/$step.log" 2>&1; then
        word=passed
    else
        word=FAILED
        failed=1
        tail -n 200 "$logs/$step.log"
    fi
    summary="$summary
$(printf '%-14s %s (%d s)' "$step" "$word" $(($(date +%s) - began)))"
done
echo "$summary"
exit $failed
