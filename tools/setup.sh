#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing for: library, build, test, check, fuzz, bench. Usage: tools/setup.sh GROUP...
#
# What is looked for is commands and libraries, not packages: a compiler or a Node.js that was
# installed by other means will do. When nothing is missing, nothing is run and no network touched.
set -eu

missing=

# PACKAGE is wanted when the command $2 is not there.
command_from()
{
    command -v "$2" >/dev/null 2>&1 || missing="$missing $1"
}

# PACKAGE is wanted when pkg-config does not know the library $2.
library_from()
{
    pkg-config --exists "$2" 2>/dev/null || missing="$missing $1"
}

# PACKAGE is wanted when the file $2 is not there.
file_from()
{
    [ -e "$2" ] || missing="$missing $1"
}

# libpave alone: cmake -DPAVE_LIBRARY_ONLY=ON
library()
{
    command_from gcc cc
    file_from libc6-dev /usr/include/stdio.h
    command_from cmake cmake
    command_from ninja-build ninja
    command_from pkg-config pkg-config
    library_from libssl-dev libcrypto
    library_from libsodium-dev libsodium
}

build()
{
    library
    # A tarball from `make dist` brings the grammars; nothing needs fetching then.
    sources=$(dirname "$0")/../third_party/grammars/sources
    if [ -z "${GRAMMAR_DIR:-}" ] && [ ! -e "$sources/STAMP" ]; then
        command_from nodejs node
        command_from npm npm
        file_from ca-certificates /etc/ssl/certs/ca-certificates.crt
    fi
    library_from libyaml-dev yaml-0.1
    library_from libpcre2-dev libpcre2-8
    library_from libsqlite3-dev sqlite3
    library_from libpq-dev libpq
}

test()
{
    command_from nodejs node
    command_from npm npm
    library_from libcmocka-dev cmocka
    # The public headers are compiled as C++, too.
    command_from g++ g++
    command_from python3 python3
    # The peers in Python are fetched with pip.
    python3 -m pip --version >/dev/null 2>&1 || missing="$missing python3-pip"
    file_from python3-jsonschema /usr/lib/python3/dist-packages/jsonschema
    # The binding is built for the system's Python.
    ls /usr/include/python3*/Python.h >/dev/null 2>&1 || missing="$missing python3-dev"
    # Its wheel is built, and its types are checked.
    file_from python3-pip /usr/lib/python3/dist-packages/pip
    file_from python3-setuptools /usr/lib/python3/dist-packages/setuptools
    file_from python3-wheel /usr/lib/python3/dist-packages/wheel
    file_from mypy /usr/lib/python3/dist-packages/mypy
    # Published vectors are made and opened a second time.
    file_from python3-cryptography /usr/lib/python3/dist-packages/cryptography
    command_from git git
    # The ledger is tested on a server of its own, too; Debian keeps the server out of PATH.
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command_from postgresql initdb
    # What reads the pages and completions that are printed.
    command_from mandoc mandoc
    # Secrets that must not be branched on, as undefined memory.
    command_from valgrind valgrind
    file_from valgrind /usr/include/valgrind/memcheck.h
    command_from zsh zsh
    command_from fish fish
}

check()
{
    command_from gcc gcc
    command_from clang clang
    command_from clang-tidy clang-tidy
    command_from clang-format clang-format
}

fuzz()
{
    command_from clang clang
    # Clang's packages leave the fuzzer's runtime to a package of its own.
    runtime=$(clang -print-resource-dir 2>/dev/null || true)/lib
    ls "$runtime"/*/libclang_rt.fuzzer* >/dev/null 2>&1 || missing="$missing libclang-rt-dev"
}

bench()
{
    command_from python3 python3
    command_from ripgrep rg
    command_from nodejs node
    command_from npm npm
    # The binding is measured beside it.
    file_from python3-cryptography /usr/lib/python3/dist-packages/cryptography
    ls /usr/include/python3*/Python.h >/dev/null 2>&1 || missing="$missing python3-dev"
}

for group; do
    case $group in
    library | build | test | check | fuzz | bench) "$group" ;;
    *)
        echo "setup: $group: expected library, build, test, check, fuzz or bench" >&2
        exit 2
        ;;
    esac
done
[ -n "$missing" ] || exit 0

missing=$(printf '%s\n' $missing | sort -u | tr '\n' ' ')
as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
fi
if ! command -v apt-get >/dev/null; then
    echo "setup: not a Debian-like system: please install what Debian calls: $missing" >&2
    exit 1
fi
if [ -n "$as_root" ] && ! command -v sudo >/dev/null; then
    echo "setup: neither root nor sudo: please install: $missing" >&2
    exit 1
fi

echo "Installing: $missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run()
{
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" </dev/null >"$log" 2>&1 || {
        cat "$log" >&2
        echo "setup: apt-get $1 failed: please install: $missing" >&2
        exit 1
    }
}
run update
run install --no-install-recommends $missing
