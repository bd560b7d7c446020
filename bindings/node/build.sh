#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds build/pave.node against an installed libpave, which pkg-config knows. Of Node.js only the headers node_api.h are
# needed: those beside node, of the system, or where NODE_HEADERS says.
set -eu

cd "$(dirname "$0")"
beside=$(node -p 'require("path").resolve(process.execPath, "../../include/node")')
for folder in "${NODE_HEADERS:-}" "$beside" /usr/include/node; do
    [ -z "$folder" ] || [ ! -e "$folder/node_api.h" ] || { headers=$folder && break; }
done
[ -n "${headers:-}" ] || {
    echo "build: no node_api.h: install libnode-dev, or set NODE_HEADERS to the include folder of node-api-headers" >&2
    exit 1
}
mkdir -p build
# Never unloaded: libcrypto keeps what belongs to threads until they end.
${CC:-cc} -std=c17 -O2 -fPIC -shared -fvisibility=hidden ${CFLAGS:-} -I"$headers" $(pkg-config --cflags pave) src/*.c \
    -Wl,-z,relro,-z,now,-z,nodelete ${LDFLAGS:-} $(pkg-config --libs pave) -o build/pave.node
echo "build/pave.node"
