// SPDX-License-Identifier: Apache-2.0
'use strict';

// A context on its way to the addon: written into memory that both sides see, in the form of src/context.c, so that
// a call costs the same with one field or with ten.
const native = require('./native.js');
const { Closable } = require('./handle.js');
const { PaveError, STATUS, check } = require('./error.js');
const { isUint8Array, utf8, wrong } = require('./want.js');

const scratch = Buffer.from(native.scratch);
const names = Buffer.from(native.names);
const FIELDS_MAX = 64;
const NAME_MAX = 64;
const VALUE_MAX = 8 << 10;
const NOT_IN_NAMES = 0x21;
const SLOT = 80;
const SLOTS = 255;
const INLINE = 0xff;
// So much is free behind any place where a context may begin.
const CONTEXT_MAX = VALUE_MAX + (FIELDS_MAX + 1) * (NAME_MAX + 16);
const hasOwn = Object.prototype.hasOwnProperty;

// How many contexts were begun. A getter of a context may seal something, which overwrites what is half written.
let begun = 0;

function tooLarge() {
  return new PaveError(STATUS.PAVE_LIMIT, 'context: at most 64 fields and 8 KiB');
}

// A name goes as it is; what no name can have becomes something that libpave refuses, never another name.
function writeName(to, name, at) {
  const n = name.length;
  if (n > NAME_MAX) throw new PaveError(STATUS.PAVE_CONTEXT, 'context: a name has 1 to 64 of a-z 0-9 _ . -');
  for (let i = 0; i < n; i++) {
    const unit = name.charCodeAt(i);
    to[at + i] = unit > 0x7f || unit === 0 ? NOT_IN_NAMES : unit;
  }
  to[at + n] = 0;
  return at + n + 1;
}

// The names that an application has are few: each is written once, and known by its slot from then on. The slot of the
// field at the same place of the context before is the first guess.
const slots = new Map();
const guesses = new Array(FIELDS_MAX).fill(null);
const guessed = new Uint8Array(FIELDS_MAX);

function slotOf(name) {
  let slot = slots.get(name);
  if (slot !== undefined || slots.size === SLOTS) return slot ?? INLINE;
  slot = slots.size;
  writeName(names, name, slot * SLOT);
  slots.set(name, slot);
  return slot;
}

function putName(name, place, at) {
  if (guesses[place] !== name) {
    guessed[place] = slotOf(name);
    guesses[place] = name;
  }
  const slot = guessed[place];
  scratch[at] = slot;
  return slot === INLINE ? writeName(scratch, name, at + 1) : at + 1;
}

function putSize(size, at) {
  scratch[at] = size & 0xff;
  scratch[at + 1] = size >> 8;
}

function putText(name, value, at, end) {
  const n = value.length;
  if (n > end - at - 2) throw tooLarge();
  for (let i = 0; i < n; i++) {
    const unit = value.charCodeAt(i);
    if (unit > 0x7f) return putBytes(utf8(value, `context.${name}`), at, end);
    scratch[at + 2 + i] = unit;
  }
  putSize(n, at);
  return at + 2 + n;
}

function putBytes(value, at, end) {
  const n = value.length;
  if (!(n <= end - at - 2)) throw tooLarge();
  putSize(n, at);
  scratch.set(value, at + 2);
  return at + 2 + n;
}

function putFields(context, start) {
  const end = start + CONTEXT_MAX;
  let at = start + 1;
  let count = 0;
  for (const name in context) {
    if (!hasOwn.call(context, name)) continue;
    const value = context[name];
    if (count === FIELDS_MAX || at > end - NAME_MAX - 8) throw tooLarge();
    at = putName(name, count++, at);
    if (typeof value === 'string') at = putText(name, value, at, end);
    else if (isUint8Array(value)) at = putBytes(value, at, end);
    else throw wrong(`context.${name}`, 'a string, Buffer or Uint8Array', value);
  }
  scratch[start] = count;
  return at;
}

// Fields alone: a Map or an array has none that `in` sees, and would be an empty context. Objects of another realm are
// plain, too.
function isPlain(context) {
  if (typeof context !== 'object' || context === null) return false;
  const above = Object.getPrototypeOf(context);
  return above === Object.prototype || above === null || Object.getPrototypeOf(above) === null;
}

// Writes a context at `start`; gives where it ends.
function put(context, start, name = 'context') {
  if (!isPlain(context)) {
    if (isContext(context)) return putWritten(context, start);
    throw wrong(name, 'an object of fields, such as { patient: id }, or a Context', context);
  }
  const mine = ++begun;
  const end = putFields(context, start);
  return begun === mine ? end : putFields({ ...context }, start);
}

let isContext;
let writtenOf;
let handleFor;

function putWritten(context, start) {
  begun++;
  scratch.set(writtenOf(context), start);
  return start + writtenOf(context).length;
}

// A context that is used for many values: written once.
class Context extends Closable {
  #handle;
  #written;

  constructor(fields) {
    const end = put(fields, 0);
    const handle = check(native.context(), 'context');
    super(handle);
    this.#handle = handle;
    this.#written = Buffer.from(scratch.subarray(0, end));
  }

  static {
    isContext = (value) => typeof value === 'object' && value !== null && #written in value;
    writtenOf = (context) => context.#written;
    handleFor = (context) => context.#handle;
  }
}

// What the addon gets for a context: the handle of a Context, or null when it is in the scratch.
function contextOf(context, name) {
  if (isContext(context)) return handleFor(context);
  put(context, 0, name);
  return null;
}

module.exports = { Context, CONTEXT_MAX, SCRATCH_SIZE: scratch.length, contextOf, isContext, put, timesBegun: () => begun };
