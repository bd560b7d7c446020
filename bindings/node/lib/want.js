// SPDX-License-Identifier: Apache-2.0
'use strict';

// Arguments: each of a wrong type is a TypeError that names it and says what was given.
const { isUint8Array } = require('node:util').types;

function shown(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return `an object of ${value.constructor?.name || 'no class'}`;
  return `a ${typeof value}`;
}

function wrong(name, expected, value) {
  return new TypeError(`${name}: expected ${expected}, not ${shown(value)}`);
}

function bytes(value, name) {
  if (isUint8Array(value)) return value;
  const hint = typeof value === 'string' ? " (Buffer.from(text, 'utf8') makes one)" : '';
  throw new TypeError(`${wrong(name, 'a Buffer or Uint8Array', value).message}${hint}`);
}

function text(value, name) {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
  if (value.includes('\0')) throw new TypeError(`${name}: a zero byte ends names and paths early`);
  return wellFormed(value, name);
}

function optionalText(value, name) {
  return value === undefined || value === null ? null : text(value, name);
}

// Strings that stand for bytes: as UTF-8. A half of a surrogate pair would become the same bytes as any other.
function textOrBytes(value, name) {
  if (isUint8Array(value)) return value;
  if (typeof value !== 'string') throw wrong(name, 'a string, Buffer or Uint8Array', value);
  return utf8(value, name);
}

const LONE = /\p{Surrogate}/u;

function wellFormed(value, name) {
  if (LONE.test(value)) throw new TypeError(`${name}: not well-formed Unicode: half of a surrogate pair`);
  return value;
}

function utf8(value, name) {
  return Buffer.from(wellFormed(value, name), 'utf8');
}

// What is secret as text becomes bytes in a Buffer that shares no memory, to be wiped by forget().
const made = new WeakSet();

function secret(value, name) {
  if (typeof value !== 'string') return textOrBytes(value, name);
  const out = Buffer.allocUnsafeSlow(Buffer.byteLength(wellFormed(value, name)));
  out.write(value);
  made.add(out);
  return out;
}

function forget(...given) {
  for (const one of given.flat(Infinity)) if (typeof one === 'object' && made.has(one)) one.fill(0);
}

function object(value, name) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(name, 'an object', value);
  return value;
}

function whole(value, name, least, most) {
  if (!Number.isInteger(value)) throw wrong(name, 'a whole number', value);
  if (value < least || value > most) throw new RangeError(`${name}: expected ${least} to ${most}, not ${value}`);
  return value;
}

function path(value, name) {
  if (value instanceof URL) return require('node:url').fileURLToPath(value);
  return text(value, name);
}

// A Date, for tests; undefined is the clock of the system.
function seconds(value, name) {
  if (value === undefined || value === null) return 0;
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw wrong(name, 'a valid Date', value);
  return Math.floor(value.getTime() / 1000);
}

// An instance of one of our classes.
function of(value, kind, name) {
  if (!(value instanceof kind)) throw wrong(name, `a ${kind.name}`, value);
  return value;
}

module.exports = { bytes, forget, isUint8Array, object, of, optionalText, path, secret, seconds, text, textOrBytes, utf8, whole, wrong };
