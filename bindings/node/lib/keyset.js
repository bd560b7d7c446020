// SPDX-License-Identifier: Apache-2.0
'use strict';

// Files of keys, for those who look after them. Application code needs none of this.
const native = require('./native.js');
const { settle } = require('./error.js');
const unlock = require('./unlock.js');
const want = require('./want.js');

const STATES = ['pending', 'primary', 'active', 'disabled', 'destroyed'];
const ID = /^[0-9a-f]{8}$/;
const U32_MAX = 0xffffffff;
const STAGE_SECONDS = 24 * 3600;

function idText(id) {
  return id.toString(16).padStart(8, '0');
}

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
  if (!ID.test(want.text(id, 'id'))) throw new TypeError(`id: expected eight digits of 0-9 a-f, not ${JSON.stringify(id)}`);
  const number = STATES.indexOf(state) + 1;
  if (number === 0) throw new TypeError(`state: expected one of ${STATES.join(', ')}`);
  await settle(native.keysetChange(want.path(path, 'path'), unlock.flat(how, 'unlock'), parseInt(id, 16), number), 'keyset');
}

// Wraps the same keys anew.
async function rewrap(path, how, newly) {
  await settle(native.keysetRewrap(want.path(path, 'path'), unlock.flat(how, 'unlock'), unlock.flat(newly, 'newUnlock')), 'keyset');
}

// Unlocks and checks everything that a file says.
async function check(path, how) {
  await settle(native.keysetCheck(want.path(path, 'path'), unlock.flat(how, 'unlock')), 'keyset');
}

module.exports = { change, check, create, idText, rewrap, rotate };
