// SPDX-License-Identifier: Apache-2.0
'use strict';

// How a keyset is unlocked, as src/unlock.c takes it: [how, value] in a row, a parent before what unlocks it.
const want = require('./want.js');

const PASSPHRASE = 0;
const PROGRAM = 1;
const PARENT = 2;
const WAYS = ['passphrase', 'program', 'parent'];
const LEVELS_MAX = 8;
const EXPECTED = '{ passphrase }, { program } or { parent, unlock }';

function levelOf(unlock, name) {
  const given = WAYS.filter((way) => want.object(unlock, name)[way] !== undefined);
  if (given.length !== 1) throw new TypeError(`${name}: expected one of ${EXPECTED}`);
  return given[0];
}

function flat(unlock, name) {
  const out = [];
  for (let at = unlock, path = name; out.length < 2 * LEVELS_MAX; at = at.unlock, path += '.unlock') {
    const way = levelOf(at, path);
    if (way === 'passphrase') return [...out, PASSPHRASE, want.secret(at.passphrase, `${path}.passphrase`)];
    if (way === 'program') return [...out, PROGRAM, want.path(at.program, `${path}.program`)];
    out.push(PARENT, want.path(at.parent, `${path}.parent`));
  }
  throw new RangeError(`${name}: more than ${LEVELS_MAX} keysets that wrap each other`);
}

// Calls with what was made of `ways`, [how, its name] each; the addon has its copy of a passphrase after that.
function using(ways, call) {
  const lists = [];
  try {
    for (const [how, name] of ways) lists.push(flat(how, name));
    return call(...lists);
  } finally {
    want.forget(lists);
  }
}

module.exports = { using };
