#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the last commit twice, in two folders whose names differ in length, and compares the bytes.
set -eu

cd "$(dirname "$0")/.."
sh tools/fetch_grammars.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in one another/and/deeper; do
    mkdir -p "$work/$folder"
    git archive --format=tar HEAD | tar -xf - -C "$work/$folder"
    cp -R third_party/grammars/sources "$work/$folder/third_party/grammars/"
    (
        cd "$work/$folder"
        # A cache of objects would compare a build with itself.
        CMAKE_C_COMPILER_LAUNCHER='' cmake --preset release >configure.log
        cmake --build build/release -j "$(nproc)" >build.log
    ) || {
        cat "$work/$folder"/*.log >&2
        exit 1
    }
done
cd "$work/one/build/release"
for file in pave *.a; do
    cmp "$file" "$work/another/and/deeper/build/release/$file"
done
echo "check_reproducible: the same bytes twice: $(sha256sum <pave | cut -c 1-16)…"
