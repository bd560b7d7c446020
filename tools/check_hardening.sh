#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks that a program really has the protections that its build asked for.
# Usage: tools/check_hardening.sh PROGRAM
set -eu

program=$1
failed=0

# expect WHAT PATTERN OPTION...: what readelf says about the program matches.
expect()
{
    what=$1
    pattern=$2
    shift 2
    readelf -W "$@" "$program" | grep -qE -- "$pattern" || {
        echo "check_hardening: $program: $what"
        failed=1
    }
}

expect "not position independent" 'Type: *DYN' -h
expect "tables can be written after start-up" 'GNU_RELRO' -l
expect "functions are bound late" 'BIND_NOW|FLAGS.*NOW' -d
expect "the stack can be executed" 'GNU_STACK.* RW +0x' -l
expect "no stack protector" '__stack_chk_fail' --dyn-syms
expect "no fortified functions" '__(memcpy|snprintf|fprintf|printf|vsnprintf)_chk' --dyn-syms
if readelf -W -p .rodata "$program" | grep -qF "$(pwd)"; then
    echo "check_hardening: $program: holds the path of the build"
    failed=1
fi
exit $failed
