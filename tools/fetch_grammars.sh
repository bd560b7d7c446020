#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fetches the tree-sitter runtime and the grammars into third_party/grammars/sources.
#
# Does nothing, and touches no network, while the lock file is the one they were fetched with.
# Only the C sources and licences of the packages named in GRAMMARS are kept: packages carry
# binaries for other systems, and copies of other, older grammars inside them.
set -eu

home=$(cd "$(dirname "$0")/../third_party/grammars" && pwd)
sources=$home/sources
want=$(cat "$home/package-lock.json" "$home/GRAMMARS" | cksum)
if [ "$(cat "$sources/STAMP" 2>/dev/null || true)" = "$want" ]; then
    exit 0
fi
command -v npm >/dev/null || {
    echo "fetch_grammars: npm: not found: install it, or build with GRAMMAR_DIR=path" >&2
    exit 1
}

work=$(mktemp -d "$home/.fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

echo "Fetching the parser runtime and grammars (about 25 MB)" >&2
cp "$home/package.json" "$home/package-lock.json" "$home/.npmrc" "$work"
(cd "$work" && npm ci --ignore-scripts --loglevel=error >/dev/null)

# Keeps the C sources and licences under folder $1, which are found under $2 from then on.
keep()
{
    mkdir -p "$work/sources/$2"
    (
        cd "$work/node_modules/$1"
        find . \( -name node_modules -o -name bindings -o -name prebuilds \) -prune \
            -o -type f \( -name '*.[ch]' -o -name 'LICENSE*' \) ! -name 'parser_abi*' -print
    ) >"$work/list"
    tar -cf - -C "$work/node_modules/$1" -T "$work/list" | tar -xf - -C "$work/sources/$2"
}

keep tree-sitter/vendor/tree-sitter/lib tree-sitter/lib
cp "$work/node_modules/tree-sitter/LICENSE" "$work/sources/tree-sitter/"
for package in $(awk '/^[a-z]/ { print $2 }' "$home/GRAMMARS" | sort -u); do
    keep "$package" "$package"
done
echo "$want" >"$work/sources/STAMP"

rm -rf "$sources"
mv "$work/sources" "$sources"
