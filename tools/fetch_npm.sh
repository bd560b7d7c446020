#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fetches what tests need of npm packages into third_party/FOLDER/sources: tools/fetch_npm.sh FOLDER...
# FOLDER/FILES says which files or folders of the packages, and what they are called there. Does
# nothing while the lock file and FILES are the ones that they were fetched with.
set -eu

fetch()
{
    sources=$home/sources
    want=$(cat "$home/package-lock.json" "$home/FILES" | cksum)
    [ "$(cat "$sources/STAMP" 2>/dev/null || true)" != "$want" ] || return 0
    command -v npm >/dev/null || {
        echo "fetch_npm: npm: not found: tests that need third_party/$1 will be skipped" >&2
        return 0
    }
    work=$(mktemp -d "$home/.fetch.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM

    echo "Fetching third_party/$1" >&2
    cp "$home/package.json" "$home/package-lock.json" "$home/.npmrc" "$work"
    (cd "$work" && npm ci --ignore-scripts --loglevel=error >/dev/null)
    while read -r from to; do
        mkdir -p "$(dirname "$work/sources/$to")"
        cp -R "$work/node_modules/$from" "$work/sources/$to"
    done <"$home/FILES"
    echo "$want" >"$work/sources/STAMP"
    rm -rf "$sources"
    mv "$work/sources" "$sources"
    rm -rf "$work"
}

for folder; do
    home=$(cd "$(dirname "$0")/../third_party/$folder" && pwd)
    fetch "$folder"
done
