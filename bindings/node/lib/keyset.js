// SPDX-License-Identifier: Apache-2.0
'use strict';

// Files of keys, for those who look after them. Application code needs none of this.
const native = require('./native.js');
const { settle } = require('./error.js');
const { idText, numberOf } = require('./keyid.js');
const unlock = require('./unlock.js');
const want = require('./want.js');

const STATES = ['pending', 'primary', 'active', 'disabled', 'destroyed'];
const U32_MAX = 0xffffffff;
const STAGE_SECONDS = 24 * 3600;

// Makes a file with one primary key.
async function create(path, options, how) {
  const { name, kind, suite, messages = 0, passphraseKib = 0, passphrasePasses = 0 } = want.object(options, 'options');
  await settle(native.keysetCreate(want.path(path, 'path'), unlock.flat(how, 'unlock'),
    want.text(name, 'options.name'), want.optionalText(kind, 'options.kind'), want.optionalText(suite, 'options.suite'),
    want.whole(messages, 'options.messages', 0, Number.MAX_SAFE_INTEGER),
    want.whole(passphraseKib, 'options.passphraseKib', 0, U32_MAX),
    want.whole(passphrasePasses, 'options.passphrasePasses', 0, U32_MAX)), 'keyset');
}

// Adds a pending key, to be promoted when every place has the new file; gives its id.
async function rotate(path, how, { stageSeconds = STAGE_SECONDS } = {}) {
  return idText(await settle(native.keysetRotate(want.path(path, 'path'), unlock.flat(how, 'unlock'),
    want.whole(stageSeconds, 'options.stageSeconds', 0, Number.MAX_SAFE_INTEGER)), 'keyset'));
}

// Gives a key another state.
async function change(path, how, id, state) {
  const which = numberOf(id, 'id');
  const number = STATES.indexOf(state) + 1;
  if (number === 0) throw new TypeError(`state: expected one of ${STATES.join(', ')}`);
  await settle(native.keysetChange(want.path(path, 'path'), unlock.flat(how, 'unlock'), which, number), 'keyset');
}

// Wraps the same keys anew.
async function rewrap(path, how, newly) {
  await settle(native.keysetRewrap(want.path(path, 'path'), unlock.flat(how, 'unlock'), unlock.flat(newly, 'newUnlock')), 'keyset');
}

// Unlocks and checks everything that a file says.
async function check(path, how) {
  await settle(native.keysetCheck(want.path(path, 'path'), unlock.flat(how, 'unlock')), 'keyset');
}

module.exports = { change, check, create, rewrap, rotate };
