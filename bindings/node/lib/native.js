// SPDX-License-Identifier: Apache-2.0
'use strict';

// The addon: one that came with the package, else the one that `npm run build` made here.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const PLATFORM = `${process.platform}-${process.arch}`;
const PLACES = [`prebuilds/${PLATFORM}`, `prebuilds/${PLATFORM}-musl`, 'build']
  .map((folder) => path.join(__dirname, '..', folder, 'pave.node'));

// Many builds of Node.js export an OpenSSL of their own. libpave was tested with the system's, and must not get
// functions of the one and objects of the other.
function open(file) {
  const { RTLD_NOW, RTLD_DEEPBIND = 0 } = os.constants.dlopen;
  const loaded = { exports: {} };
  process.dlopen(loaded, file, RTLD_NOW | RTLD_DEEPBIND);
  return loaded.exports;
}

function load() {
  let cause;
  for (const file of PLACES.filter((place) => fs.existsSync(place))) {
    try {
      return open(file);
    } catch (error) {
      cause ??= error;
    }
  }
  throw new Error(`pave: no addon for ${PLATFORM}: ${cause?.message ?? `expected ${PLACES.join(' or ')}`}; ` +
    '`npm run build` makes it against an installed libpave', { cause });
}

module.exports = load();
