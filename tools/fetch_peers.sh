#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fetches the implementations of others that tests exchange data with into third_party/peers/sources.
# Does nothing while the lock files are those they were fetched with.
set -eu

home=$(cd "$(dirname "$0")/../third_party/peers" && pwd)
sources=$home/sources
want=$(cat "$home/package-lock.json" "$home/requirements.txt" | cksum)
if [ "$(cat "$sources/STAMP" 2>/dev/null || true)" = "$want" ]; then
    exit 0
fi
for tool in npm python3; do
    command -v $tool >/dev/null || {
        echo "fetch_peers: $tool: not found: exchange with other implementations will not be tested" >&2
        exit 0
    }
done
python3 -m pip --version >/dev/null 2>&1 || {
    echo "fetch_peers: pip: not found: exchange with other implementations will not be tested" >&2
    exit 0
}

work=$(mktemp -d "$home/.fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

echo "Fetching peers" >&2
mkdir "$work/sources"
cp "$home/package.json" "$home/package-lock.json" "$home/.npmrc" "$work/sources"
(cd "$work/sources" && npm ci --ignore-scripts --loglevel=error >/dev/null)
# Hashes are asked for, nothing is compiled, and nothing but what is listed comes in.
python3 -m pip install --quiet --no-deps --require-hashes --only-binary :all: --no-compile \
    --disable-pip-version-check --root-user-action ignore \
    --target "$work/sources/python" -r "$home/requirements.txt"
echo "$want" >"$work/sources/STAMP"

rm -rf "$sources"
mv "$work/sources" "$sources"
