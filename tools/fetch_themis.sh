#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fetches the C sources of Themis, as their crate has them, and builds third_party/themis/sources/libthemis.so
# for bench/. Does nothing when that is there; without cargo, Themis is not measured.
set -eu

home=$(cd "$(dirname "$0")/../third_party/themis" && pwd)
[ ! -e "$home/sources/libthemis.so" ] || exit 0
command -v cargo >/dev/null || {
    echo "fetch_themis: cargo: not found: Themis will not be measured" >&2
    exit 0
}

work=$(mktemp -d "$home/.fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

echo "Fetching Themis" >&2
cp "$home/Cargo.toml" "$work"
: >"$work/none.rs"
(cd "$work" && cargo vendor --quiet vendor >/dev/null) || {
    echo "fetch_themis: not to be had: Themis will not be measured" >&2
    exit 0
}
# The crate is the one that was meant; no script of it is run: its C files are compiled as they are.
grep -q "\"package\":\"$(cat "$home/SHA256")\"" "$work/vendor/libthemis-src/.cargo-checksum.json" || {
    echo "fetch_themis: another crate than third_party/themis/SHA256 says" >&2
    exit 1
}
src=$work/vendor/libthemis-src/themis/src
cc -O2 -fPIC -shared -w -I"$src" -DOPENSSL -DCRYPTO_ENGINE_PATH=openssl -DSOTER_EXPORT -DTHEMIS_EXPORT \
    -o "$work/libthemis.so" "$src"/soter/*.c "$src"/soter/openssl/*.c "$src"/soter/ed25519/*.c \
    "$src"/themis/*.c -lcrypto
mkdir -p "$home/sources"
mv "$work/libthemis.so" "$home/sources/"
