// SPDX-License-Identifier: Apache-2.0
'use strict';

// Many values at once: small ones are packed into memory that the addon sees and go in runs, large ones go by themselves.
const native = require('./native.js');
const { CONTEXT_MAX, SCRATCH_SIZE, contextOf, isContext, put, timesBegun } = require('./context.js');
const { failure } = require('./error.js');
const want = require('./want.js');

const packed = new Uint8Array(native.packed);
const sizes = new Uint32Array(native.sizes);
const results = new Float64Array(native.results);
const RUN_MAX = results.length;
const SMALL_MAX = 1 << 10;

// A copy: what is read once cannot be another thing the next time.
function list(given, name) {
  if (!Array.isArray(given)) throw want.wrong(name, 'an array', given);
  return [...given];
}

function sizeOf(items, name, overhead) {
  let size = 0;
  for (let i = 0; i < items.length; i++) {
    if (!want.isUint8Array(items[i])) want.bytes(items[i], `${name}[${i}]`);
    size += items[i].length + overhead;
  }
  return size;
}

// Packs items from `first` on until there is no room or a large one; gives how many.
function pack(items, first) {
  const end = Math.min(items.length, first + RUN_MAX);
  let at = 0;
  let i = first;
  for (; i < end; i++) {
    const item = items[i];
    const n = item.length;
    if (n > SMALL_MAX || n > packed.length - at) break;
    packed.set(item, at);
    sizes[i - first] = n;
    at += n;
  }
  return i - first;
}

// Writes contexts for items from `first` on, as many as there is room for; gives how many.
function putRun(contexts, first, most) {
  const before = timesBegun();
  let at = 0;
  let n = 0;
  while (n < most && at <= SCRATCH_SIZE - CONTEXT_MAX) at = put(contexts[first + n++], at);
  if (timesBegun() === before + n) return n;
  // A getter sealed something in between: with what it gives for good, once more.
  for (let i = first; i < first + n; i++) if (!isContext(contexts[i])) contexts[i] = { ...contexts[i] };
  return putRun(contexts, first, n);
}

// What was asked for, and how far it is.
class Batch {
  constructor(key, items, contexts, room) {
    this.key = key;
    this.items = items;
    this.contexts = contexts;
    this.isEach = Array.isArray(contexts);
    this.room = room;
    this.memory = room.buffer;
    this.at = 0;
    this.values = new Array(items.length);
    this.errors = new Map();
  }

  take(i, n) {
    if (n < 0) {
      this.errors.set(i, failure(n, 'key'));
      this.values[i] = null;
      return;
    }
    this.values[i] = Buffer.from(this.memory, this.at, n);
    this.at += n;
  }

  // Contexts come first: one of them may have a getter that runs a batch itself.
  run(calls, first) {
    let count = this.isEach ? putRun(this.contexts, first, Math.min(this.items.length - first, RUN_MAX)) : RUN_MAX;
    const shared = this.isEach ? count : contextOf(this.contexts);
    count = Math.min(count, pack(this.items, first));
    if (count === 0) return this.single(calls.single, first);
    const n = calls.run(this.key, count, this.isEach ? count : shared, this.room, this.at);
    if (n < 0) throw failure(n, 'key');
    for (let i = 0; i < count; i++) this.take(first + i, results[i]);
    return count;
  }

  single(call, first) {
    const context = contextOf(this.isEach ? this.contexts[first] : this.contexts);
    const n = call(this.key, this.items[first], context, this.at, this.room);
    if (n === native.CLOSED || n === native.BAD) throw failure(n, 'key');
    this.take(first, n);
    return 1;
  }
}

function run(calls, key, given, contexts) {
  const items = list(given, calls.name);
  const each = Array.isArray(contexts) ? list(contexts, 'contexts') : contexts;
  if (Array.isArray(each) && each.length !== items.length) {
    throw new RangeError(`contexts: expected one for each of ${items.length} ${calls.name}, not ${each.length}`);
  }
  const batch = new Batch(key, items, each, Buffer.allocUnsafeSlow(sizeOf(items, calls.name, calls.overhead)));
  for (let first = 0; first < items.length;) first += batch.run(calls, first);
  return { values: batch.values, errors: batch.errors };
}

function seal(key, messages, contexts, overhead) {
  return run({ name: 'messages', run: native.sealRun, single: native.sealInto, overhead }, key, messages, contexts);
}

function open(key, sealed, contexts) {
  return run({ name: 'sealed', run: native.openRun, single: native.openInto, overhead: 0 }, key, sealed, contexts);
}

module.exports = { open, seal };
