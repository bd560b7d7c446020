// SPDX-License-Identifier: Apache-2.0
'use strict';

// Where small results lie, several to an ArrayBuffer, as in Buffer.allocUnsafe. It is our own: what other code does with
// the `buffer` of its small Buffers must not show what was opened here.
const { markAsUntransferable } = require('node:worker_threads');

const SLAB_SIZE = 16 << 10;
const SMALL_MAX = 2 << 10;
let slab = Buffer.alloc(0);
let used = 0;

// A Buffer with `size` bytes free at `slab.at`, and nothing behind it that is needed.
function need(size) {
  if (size > SMALL_MAX) return { room: Buffer.allocUnsafeSlow(size), at: 0 };
  if (size > slab.length - used) {
    slab = Buffer.allocUnsafeSlow(SLAB_SIZE);
    markAsUntransferable(slab.buffer);
    used = 0;
  }
  return { room: slab, at: used };
}

// The first `n` bytes of what was needed.
function take(got, n) {
  const { room, at } = got;
  if (room === slab) used = (at + n + 7) & ~7;
  return at === 0 && n === room.length ? room : room.subarray(at, at + n);
}

module.exports = { need, take };
