// SPDX-License-Identifier: Apache-2.0
'use strict';

// Where small results lie, several to an ArrayBuffer, as in Buffer.allocUnsafe. It is our own: what other code does with
// the `buffer` of its small Buffers must not show what was opened here.
const { markAsUntransferable } = require('node:worker_threads');

const SLAB_SIZE = 16 << 10;
const SMALL_MAX = 2 << 10;
let slab = Buffer.alloc(0);
let memory = slab.buffer;
let used = 0;

// A Buffer that has `size` bytes free from placeIn() on, and nothing behind them that is needed.
function need(size) {
  if (size > SMALL_MAX) return Buffer.allocUnsafeSlow(size);
  if (size > slab.length - used) {
    slab = Buffer.allocUnsafeSlow(SLAB_SIZE);
    memory = slab.buffer;
    markAsUntransferable(memory);
    used = 0;
  }
  return slab;
}

function placeIn(room) {
  return room === slab ? used : 0;
}

// The first `n` bytes of what was needed.
function take(room, n) {
  if (room !== slab) return n === room.length ? room : room.subarray(0, n);
  const at = used;
  used = (at + n + 7) & ~7;
  return Buffer.from(memory, at, n);
}

module.exports = { need, placeIn, take };
