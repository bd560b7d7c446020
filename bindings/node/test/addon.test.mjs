// SPDX-License-Identifier: Apache-2.0
// The addon by itself, which lib/ shields: whatever it is called with, it answers, and neither crashes nor reads what is
// not there. Under the sanitizers that is more than it seems.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';
import { PACKAGE, pave, program, trust } from './clinic.mjs';

const native = createRequire(import.meta.url)(`${PACKAGE}/lib/native.js`);
const CALLS = 30_000;
// Argon2 takes its time whatever it is given.
const SLOW = new Set(['passwordHash', 'passwordVerify']);

let seed = 7;
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}

function handles() {
  const way = [1, program.program];
  const library = native.libraryOpen('policy.json', trust.trim(), ['phi', way, 'files', way, 'login', way, 'invite', way]);
  const keys = ['phi.name', 'phi.scan', 'login'].map((purpose) => native.keyOpen(library, purpose, null, null));
  new Uint8Array(native.scratch).set([1, 255, 97, 0, 1, 0, 98]); // { a: 'b' }
  const context = native.context();
  const rest = [native.digestNew(), native.secretNew(16), native.pasetoRead(`k4.local.${Buffer.alloc(32).toString('base64url')}`),
    native.trustRead('{"pave":"trust/1","identities":[]}'), native.readerOpen(keys[1], context)];
  for (const handle of [library, ...keys, context, ...rest]) assert.equal(typeof handle, 'object');
  return [library, ...keys, context, ...rest];
}

function junk(live) {
  const buffer = Buffer.alloc(random(300), 0x50);
  const plain = [undefined, null, 0, 1, -1, 2 ** 31, 2 ** 53, NaN, Infinity, true, 'x', 'phi.name', './program', '\0', '\ud800', 10n, -1n,
    {}, [], [0, buffer], [1, 'x'], [2, 'x', 0, buffer], ['x', [0, buffer]], buffer, buffer.buffer, new Float64Array(3), () => {}, Symbol('x')];
  return random(2) ? live[random(live.length)] : plain[random(plain.length)];
}

test('the addon takes anything', async () => {
  const names = Object.keys(native).filter((name) => typeof native[name] === 'function' && !SLOW.has(name));
  assert.ok(names.length > 60);
  const later = [];
  let live = handles();
  let good = 0;
  const scratch = new Uint8Array(native.scratch);
  for (let i = 0; i < CALLS; i++) {
    if (i % 300 === 0) live = handles();
    if (i % 7 === 0) for (let k = 0; k < 40; k++) scratch[k] = random(4) ? random(8) : random(256);
    const name = names[random(names.length)];
    const given = Array.from({ length: random(9) }, () => junk(live));
    let answer;
    try {
      answer = native[name](...given);
    } catch (error) {
      assert.fail(`${name}: ${error.stack}`);
    }
    if (answer instanceof Promise) later.push(answer);
    if (typeof answer !== 'number' || answer >= 0) good++;
  }
  for (const [status] of await Promise.all(later)) assert.equal(typeof status, 'number');
  assert.ok(good > CALLS / 20, `${good}`);
  // What lib/ has is as it was: its names are written anew, its handles were others.
  const key = new pave.Library('policy.json', { trust, unlock: { phi: program } }).key('phi.name');
  assert.deepEqual(key.open(key.seal(Buffer.from('Ada'), { patient: 'p' }), { patient: 'p' }), Buffer.from('Ada'));
});
