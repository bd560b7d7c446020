#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs secret_probe under valgrind: run.sh PROBE. Ends with 77, saying why, where that cannot be.
set -u
if [ ! -x "${1:-}" ]; then
    echo "skipped: no secret_probe, which needs valgrind's headers when Pave is configured"
    exit 77
fi
command -v valgrind >/dev/null || {
    echo "skipped: valgrind is not installed"
    exit 77
}
exec valgrind --quiet --error-exitcode=9 --track-origins=yes --suppressions="$(dirname "$0")/secrets.supp" "$1"
