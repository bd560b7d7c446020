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

// All take the file, and how it is unlocked; `rest` is what one of them needs besides.
function run(call, path, ways, ...rest) {
  const file = want.path(path, 'path');
  return settle(unlock.using(ways, (list, ...more) => call(file, list, ...more, ...rest)), 'keyset');
}

// Makes a file with one primary key.
async function create(path, options, how) {
  const { name, kind, suite, messages = 0, passphraseKib = 0, passphrasePasses = 0 } = want.object(options, 'options');
  await run(native.keysetCreate, path, [[how, 'unlock']],
    want.text(name, 'options.name'), want.optionalText(kind, 'options.kind'), want.optionalText(suite, 'options.suite'),
    want.whole(messages, 'options.messages', 0, Number.MAX_SAFE_INTEGER),
    want.whole(passphraseKib, 'options.passphraseKib', 0, U32_MAX),
    want.whole(passphrasePasses, 'options.passphrasePasses', 0, U32_MAX));
}

// Adds a pending key, to be promoted when every place has the new file; gives its id.
async function rotate(path, how, { stageSeconds = STAGE_SECONDS } = {}) {
  return idText(await run(native.keysetRotate, path, [[how, 'unlock']],
    want.whole(stageSeconds, 'options.stageSeconds', 0, Number.MAX_SAFE_INTEGER)));
}

// Gives a key another state.
async function change(path, how, id, state) {
  const which = numberOf(id, 'id');
  const number = STATES.indexOf(state) + 1;
  if (number === 0) throw new TypeError(`state: expected one of ${STATES.join(', ')}`);
  await run(native.keysetChange, path, [[how, 'unlock']], which, number);
}

// Wraps the same keys anew.
async function rewrap(path, how, newly) {
  await run(native.keysetRewrap, path, [[how, 'unlock'], [newly, 'newUnlock']]);
}

// Unlocks and checks everything that a file says.
async function check(path, how) {
  await run(native.keysetCheck, path, [[how, 'unlock']]);
}

module.exports = { change, check, create, rewrap, rotate };
