#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tools/setup.sh is silent when nothing is missing, and says what to install when it cannot.
set -eu

setup=$PAVE_SOURCE_DIR/tools/setup.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail()
{
    echo "FAILED: $1"
    cat "$work/out"
    exit 1
}

# Only the commands that are named can be found: $1 is a folder to make for them.
only()
{
    folder=$work/$1
    mkdir "$folder"
    shift
    for command; do
        ln -s "$(command -v "$command")" "$folder/$command"
    done
}

sh "$setup" build test >"$work/out" 2>&1 || fail "wants something, though the tests run"
[ ! -s "$work/out" ] || fail "speaks when nothing is missing"

if sh "$setup" kitchen >"$work/out" 2>&1; then fail "takes a group that it does not know"; fi
grep -q "kitchen: expected library, build, test, check, fuzz or bench" "$work/out" || fail "does not say which groups"

only nothing sh id sort tr dirname
if PATH=$work/nothing sh "$setup" build >"$work/out" 2>&1; then fail "finds what is not there"; fi
grep -q "not a Debian-like system" "$work/out" || fail "does not say that it needs apt-get"
grep -q "cmake" "$work/out" || fail "does not name a package"

only guest sh sort tr dirname
printf '#!/bin/sh\necho 1000\n' >"$work/guest/id"
printf '#!/bin/sh\nexit 1\n' >"$work/guest/apt-get"
chmod +x "$work/guest/id" "$work/guest/apt-get"
if PATH=$work/guest sh "$setup" build >"$work/out" 2>&1; then fail "installs without sudo"; fi
grep -q "neither root nor sudo: please install:.*ninja-build" "$work/out" ||
    fail "does not say what to install without sudo"
