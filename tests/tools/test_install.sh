#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What is installed is complete, and where the system's conventions want it.
set -eu

if [ -z "${PAVE:-}" ]; then
    echo "skipped: no program to install"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
DESTDIR=$work cmake --install "$PAVE_BUILD_DIR" --prefix /usr >"$work/log"

for file in bin/pave share/doc/pave/LICENSE share/doc/pave/THIRD_PARTY_LICENCES \
    share/man/man1/pave.1 share/man/man1/pave-scan.1 \
    share/bash-completion/completions/pave share/zsh/site-functions/_pave \
    share/fish/vendor_completions.d/pave.fish share/pave/rules/python/weak-hash/rule.yaml; do
    [ -f "$work/usr/$file" ] || {
        echo "FAILED: /usr/$file is not installed"
        cat "$work/log"
        exit 1
    }
done
for name in tree-sitter $(awk '/^[a-z]/ { print $2 }' \
    "$PAVE_SOURCE_DIR/third_party/grammars/GRAMMARS"); do
    grep -q "^==== $name" "$work/usr/share/doc/pave/THIRD_PARTY_LICENCES" || {
        echo "FAILED: the licence of $name is missing"
        exit 1
    }
done
