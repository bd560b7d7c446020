#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes dist/pave-VERSION.tar.gz from the last commit and the grammar sources, so that it builds
# without npm, git and a network. The same commit gives the same bytes: names are sorted, times are
# the commit's, owners are nobody.
set -eu

cd "$(dirname "$0")/.."
name=pave-$(cat VERSION)
[ -z "$(git status --porcelain --untracked-files=no)" ] ||
    echo "dist: the tree has changes that are not committed; they are left out" >&2
sh tools/fetch_grammars.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git archive --format=tar --prefix="$name/" HEAD | tar -xf - -C "$work"
cp -R third_party/grammars/sources "$work/$name/third_party/grammars/"

mkdir -p dist
time=$(git log -1 --format=%ct)
tar -C "$work" --sort=name --mtime="@$time" --owner=0 --group=0 --numeric-owner \
    --mode=u+rwX,go+rX,go-w --format=gnu -cf - "$name" | gzip -9n >"dist/$name.tar.gz"
echo "dist/$name.tar.gz"
