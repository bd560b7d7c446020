#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fuzzes for SECONDS each target, or the one that is named. Usage: tools/fuzz.sh SECONDS [NOUN]
# New inputs go to build/fuzz/found/NOUN; a crash is left beside them and ends the run.
set -eu

cd "$(dirname "$0")/.."
seconds=$1
noun=${2:-*}
found=0
for source in tests/fuzz/fuzz_$noun.c; do
    [ -e "$source" ] || continue
    found=1
    noun=$(basename "$source" .c | sed 's/^fuzz_//')
    program=build/fuzz/fuzz_$noun
    new=build/fuzz/found/$noun
    corpus=tests/fuzz/corpus/$noun
    mkdir -p "$new"
    [ -d "$corpus" ] || corpus=
    echo "fuzz: $noun for $seconds s"
    "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$new/crash-" "$new" $corpus </dev/null 2>"$new.log" || {
        tail -n 60 "$new.log" >&2
        echo "fuzz: $noun: failed: minimise the input in $new and add it to tests/fuzz/corpus/$noun" >&2
        exit 1
    }
    grep -E 'stat::(number_of_executed_units|new_units_added)' "$new.log" || true
done
[ "$found" = 1 ] || {
    echo "fuzz: ${2:-no target}: expected one of:" tests/fuzz/fuzz_*.c >&2
    exit 2
}
