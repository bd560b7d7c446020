// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');
const { contextOf } = require('./context.js');
const { check } = require('./error.js');
const { idText, numberOf } = require('./keyid.js');
const { Closable, handleOf } = require('./handle.js');
const want = require('./want.js');

const SECRET_MAX = 1 << 20;
const DERIVED_MIN = 16;
const DERIVED_MAX = 64;

// A handle that the addon made already; nothing that a caller has.
class Made {
  constructor(handle) {
    this.handle = handle;
  }
}

function handleFor(from) {
  if (from instanceof Made) return from.handle;
  const given = typeof from === 'number' ? want.whole(from, 'size', 1, SECRET_MAX) : want.bytes(from, 'bytes');
  return check(native.secretNew(given), 'secret');
}

// Bytes in memory that is guarded, kept out of swap and core dumps, and wiped when closed; no view is left then.
class Secret extends Closable {
  #bytes;

  // So many zero bytes, or a copy of some.
  constructor(from) {
    super(handleFor(from));
    this.#bytes = Buffer.from(check(native.secretBytes(handleOf(this)), 'secret'));
  }

  get bytes() {
    return this.#bytes;
  }

  close() {
    native.secretClose(handleOf(this), this.#bytes.buffer);
  }
}

// Bytes for one use of their own, and the id of the key that they were made of.
function derive(key, size, context, keyId) {
  want.whole(size, 'size', DERIVED_MIN, DERIVED_MAX);
  const id = keyId === undefined || keyId === null ? 0 : numberOf(keyId, 'keyId');
  const [handle, used] = check(native.derive(key, contextOf(context), size, id), 'key');
  return { secret: new Secret(new Made(handle)), keyId: idText(used) };
}

function wipe(bytes) {
  check(native.wipe(want.bytes(bytes, 'bytes')), 'bytes');
}

// In a time that depends on the size alone.
function equal(a, b) {
  return check(native.equal(want.bytes(a, 'a'), want.bytes(b, 'b')), 'bytes') === 1;
}

module.exports = { Secret, derive, equal, wipe };
