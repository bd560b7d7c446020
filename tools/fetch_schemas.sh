#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fetches the published schemas that tests need into third_party/schemas/sources.
# Does nothing while the lock file is the one they were fetched with.
set -eu

home=$(cd "$(dirname "$0")/../third_party/schemas" && pwd)
sources=$home/sources
want=$(cksum <"$home/package-lock.json")
if [ "$(cat "$sources/STAMP" 2>/dev/null || true)" = "$want" ]; then
    exit 0
fi
command -v npm >/dev/null || {
    echo "fetch_schemas: npm: not found: tests of SARIF and CycloneDX output will be skipped" >&2
    exit 0
}

work=$(mktemp -d "$home/.fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

echo "Fetching schemas" >&2
cp "$home/package.json" "$home/package-lock.json" "$home/.npmrc" "$work"
(cd "$work" && npm ci --ignore-scripts --loglevel=error >/dev/null)
mkdir "$work/sources"
cp "$work/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" \
    "$work/sources/sarif-2.1.0.json"
for schema in bom-1.6 spdx jsf-0.82; do
    cp "$work/node_modules/@cyclonedx/cyclonedx-library/res/schema/$schema.SNAPSHOT.schema.json" \
        "$work/sources/"
done
echo "$want" >"$work/sources/STAMP"

rm -rf "$sources"
mv "$work/sources" "$sources"
