#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# libpave beside correct code written by hand; CPU time, in one run. BENCH_RUNS=n sets how often.
set -eu
sh "$PAVE_SOURCE_DIR/tools/fetch_themis.sh"
exec "$PAVE_BUILD_DIR/bench_crypto" "${BENCH_RUNS:-31}"
