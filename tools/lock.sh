#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the lock files of third_party anew after a package.json was edited. Review the diff:
# each package that comes in must be one that was meant.
set -eu

cd "$(dirname "$0")/../third_party"
for folder in grammars schemas node peers; do
    (cd "$folder" && npm install --package-lock-only --loglevel=error)
    if grep -q '"resolved"' "$folder/package-lock.json"; then
        echo "lock: $folder: download addresses in the lock file; is .npmrc heeded?" >&2
        exit 1
    fi
done
