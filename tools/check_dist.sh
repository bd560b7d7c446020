#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks that the source tarball builds and scans without npm, git and a network, and that making it
# twice gives the same bytes. Usage: tools/check_dist.sh
set -eu

cd "$(dirname "$0")/.."
archive=$(sh tools/dist.sh | tail -n 1)
first=$(sha256sum <"$archive")
sh tools/dist.sh >/dev/null
[ "$(sha256sum <"$archive")" = "$first" ] || {
    echo "check_dist: two tarballs of one commit differ" >&2
    exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -xzf "$archive" -C "$work"
mkdir "$work/bin"
# Whoever calls one of these has not understood what a tarball is for.
for banned in npm node npx git curl wget apt-get; do
    printf '#!/bin/sh\necho "check_dist: %s was called" >&2\nexit 1\n' $banned >"$work/bin/$banned"
    chmod +x "$work/bin/$banned"
done
# Without a network where the system lets us say so.
alone=
if unshare -rn true 2>/dev/null; then
    alone="unshare -rn"
fi
(cd "$work"/pave-* && PATH="$work/bin:$PATH" $alone make run REPO=examples/clinic)
