#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Gathers the licences of the outside sources that are compiled into the program.
# Usage: tools/licences.sh GRAMMAR_SOURCES OUT
set -eu

exec >"$2"
cd "$1"
echo "The program contains the following works, each under its own licence."
find . -name 'LICENSE*' -type f | LC_ALL=C sort | while read -r file; do
    printf '\n==== %s ====\n\n' "$(dirname "$file" | sed 's#^\./##')"
    cat "$file"
done
