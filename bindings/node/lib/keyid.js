// SPDX-License-Identifier: Apache-2.0
'use strict';

// Ids of keys, as keyset files write them.
const want = require('./want.js');

const ID = /^[0-9a-f]{8}$/;

function idText(number) {
  return number.toString(16).padStart(8, '0');
}

function numberOf(text, name) {
  if (ID.test(want.text(text, name))) return parseInt(text, 16);
  throw new TypeError(`${name}: expected eight digits of 0-9 a-f, not ${JSON.stringify(text)}`);
}

module.exports = { idText, numberOf };
