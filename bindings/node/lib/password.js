// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');
const { settle } = require('./error.js');
const want = require('./want.js');

const U32_MAX = 0xffffffff;

function costOf(cost) {
  const { memoryKib = 0, passes = 0 } = want.object(cost, 'cost');
  return [want.whole(memoryKib, 'cost.memoryKib', 0, U32_MAX), want.whole(passes, 'cost.passes', 0, U32_MAX)];
}

function run(call, password, ...rest) {
  const bytes = want.secret(password, 'password');
  try {
    return settle(call(bytes, ...rest), 'password');
  } finally {
    want.forget(bytes); // the addon has a copy, in guarded memory
  }
}

// What to store of a password. Off the main thread.
async function hashPassword(password, cost = {}) {
  const [memoryKib, passes] = costOf(cost);
  return run(native.passwordHash, password, memoryKib, passes, null);
}

// PAVE_REFUSED for another password. Gives what to store from now on, or null to leave it. `stored` is null when there is
// no such user, which takes as long and is refused.
async function verifyPassword(password, stored, cost = {}) {
  const [memoryKib, passes] = costOf(cost);
  const given = stored === undefined || stored === null ? null : want.text(stored, 'stored');
  return run(native.passwordVerify, password, memoryKib, passes, given);
}

module.exports = { hashPassword, verifyPassword };
