// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');
const { check } = require('./error.js');
const want = require('./want.js');

const BYTES_MAX = 1 << 30;
const DIGITS_MIN = 4;
const DIGITS_MAX = 12;

function randomBytes(size) {
  const out = Buffer.allocUnsafeSlow(want.whole(size, 'size', 0, BYTES_MAX));
  check(native.randomFill(out), 'random');
  return out;
}

// From 0 to limit - 1, each as likely; a BigInt for a BigInt.
function randomBelow(limit) {
  if (typeof limit === 'bigint') {
    if (limit < 1n || limit > 0xffffffffffffffffn) throw new RangeError('limit: expected 1 to 2^64 - 1');
    return check(native.randomBelow(limit), 'random');
  }
  want.whole(limit, 'limit', 1, Number.MAX_SAFE_INTEGER);
  return Number(check(native.randomBelow(BigInt(limit)), 'random'));
}

// 256 bits as 43 characters, for sessions, links and keys of an API.
function randomToken() {
  return check(native.randomToken(), 'random');
}

// Digits that people type: count the attempts.
function randomPin(digits) {
  return check(native.randomPin(want.whole(digits, 'digits', DIGITS_MIN, DIGITS_MAX)), 'random');
}

function randomUuid() {
  return check(native.randomUuid(), 'random');
}

// Grows with time, and tells it.
function randomUuidOrdered() {
  return check(native.randomUuidOrdered(), 'random');
}

module.exports = { randomBelow, randomBytes, randomPin, randomToken, randomUuid, randomUuidOrdered };
