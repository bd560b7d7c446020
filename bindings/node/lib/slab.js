// SPDX-License-Identifier: Apache-2.0
'use strict';

// Where small results lie, several to an ArrayBuffer, as in Buffer.allocUnsafe. It is our own: what other code does with
// the `buffer` of its small Buffers must not show what was opened here. The addon knows where the slab is. Whoever has
// a result could detach the slab's memory; its length is then 0, so that place() makes another before the addon writes.
const { Buffer } = require('node:buffer'); // the global one is a getter, which takes time
const { markAsUntransferable } = require('node:worker_threads');
const native = require('./native.js');

const SLAB_SIZE = 16 << 10;
const SMALL_MAX = 2 << 10;
let slab = Buffer.alloc(0);
let memory = slab.buffer;
let used = 0;

function renew() {
  slab = Buffer.allocUnsafeSlow(SLAB_SIZE);
  memory = slab.buffer;
  markAsUntransferable(memory);
  used = 0;
  native.useSlab(slab);
}

// Where in the slab `size` bytes are free. Nothing of the caller's may run between this and the addon's call: the slab
// could be another one then.
function place(size) {
  if (size > slab.length - used) renew();
  return used;
}

// The first `n` bytes of that place, which are taken from now on.
function take(n) {
  const at = used;
  used = (at + n + 7) & ~7;
  return Buffer.from(memory, at, n);
}

module.exports = { SMALL_MAX, place, take };
