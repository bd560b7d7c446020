#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the measurements of bench/, or those named: tools/bench.sh [NAME...]
# Scripts get PAVE, the program, and PAVE_BUILD_DIR, where programs of bench/*.c are.
set -eu

cd "$(dirname "$0")/.."
PAVE_SOURCE_DIR=$(pwd)
PAVE_BUILD_DIR=$PAVE_SOURCE_DIR/build/release
PAVE=$PAVE_BUILD_DIR/pave
export PAVE PAVE_BUILD_DIR PAVE_SOURCE_DIR

ran=0
for script in bench/bench_*.py bench/bench_*.sh bench/bench_*.mjs; do
    [ -e "$script" ] || continue
    name=$(basename "$script" | sed 's/^bench_//; s/\..*//')
    case " ${*:-$name} " in *" $name "*) ;; *) continue ;; esac
    ran=1
    echo "bench: $name"
    case $script in
    *.py) python3 "$script" ;;
    *.mjs) node "$script" ;;
    *) sh "$script" ;;
    esac
done
[ "$ran" = 1 ] || {
    echo "bench: ${*:-nothing to measure}: expected bench/bench_NAME.py, .sh or .mjs" >&2
    exit 2
}
