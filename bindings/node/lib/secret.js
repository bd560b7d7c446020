// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');
const { check } = require('./error.js');
const { Closable, handleOf } = require('./handle.js');
const want = require('./want.js');

const SECRET_MAX = 1 << 20;

// Bytes in memory that is guarded, kept out of swap and core dumps, and wiped when closed; no view is left then.
class Secret extends Closable {
  #bytes;

  // So many zero bytes, or a copy of some.
  constructor(from) {
    const given = typeof from === 'number' ? want.whole(from, 'size', 1, SECRET_MAX) : want.bytes(from, 'bytes');
    super(check(native.secretNew(given), 'secret'));
    this.#bytes = Buffer.from(check(native.secretBytes(handleOf(this)), 'secret'));
  }

  get bytes() {
    return this.#bytes;
  }

  close() {
    native.secretClose(handleOf(this), this.#bytes.buffer);
  }
}

function wipe(bytes) {
  check(native.wipe(want.bytes(bytes, 'bytes')), 'bytes');
}

// In a time that depends on the size alone.
function equal(a, b) {
  return check(native.equal(want.bytes(a, 'a'), want.bytes(b, 'b')), 'bytes') === 1;
}

module.exports = { Secret, equal, wipe };
