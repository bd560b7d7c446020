// SPDX-License-Identifier: Apache-2.0
'use strict';

// The addon: one that came with the package, else the one that `npm run build` made here.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const MUSL = process.platform === 'linux' && !process.report?.getReport().header.glibcVersionRuntime;
const PLATFORM = `${process.platform}-${process.arch}${MUSL ? '-musl' : ''}`;
const PLACES = [path.join(__dirname, '..', 'prebuilds', PLATFORM, 'pave.node'),
  path.join(__dirname, '..', 'build', 'pave.node')];

function load() {
  const file = PLACES.find((place) => fs.existsSync(place));
  if (!file) {
    throw new Error(`pave: no addon for ${PLATFORM}: expected ${PLACES.join(' or ')}; ` +
      '`npm run build` makes it against an installed libpave');
  }
  // Many builds of Node.js export an OpenSSL of their own. libpave was tested with the system's, and
  // must not get functions of the one and objects of the other.
  const { RTLD_NOW, RTLD_DEEPBIND = 0 } = os.constants.dlopen;
  const loaded = { exports: {} };
  process.dlopen(loaded, file, RTLD_NOW | RTLD_DEEPBIND);
  return loaded.exports;
}

module.exports = load();
