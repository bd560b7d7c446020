// SPDX-License-Identifier: Apache-2.0
// Handles, threads, what is asked of the event loop, and what is exported.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { setTimeout as later } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { PACKAGE, misused, openLibrary, pave, refused, rejected, trust, unlock } from './clinic.mjs';

const row = { patient: 'p-17' };
const ada = Buffer.from('Ada');
await pave.keyset.create('locked.keyset', { name: 'locked', passphraseKib: 64, passphrasePasses: 1 }, unlock.locked);

test('CommonJS and modules give the same', async () => {
  const required = createRequire(import.meta.url)(PACKAGE);
  const imported = await import(`${PACKAGE}/index.mjs`);
  assert.deepEqual(Object.keys(imported).filter((name) => name !== 'default').sort(), Object.keys(required).sort());
  for (const name of Object.keys(required)) assert.equal(imported[name], required[name]);
  assert.equal(pave.version, JSON.parse(fs.readFileSync(`${PACKAGE}/package.json`)).version);
});

test('keys outlive their library, and end when they are closed', () => {
  const library = openLibrary();
  const key = library.key('phi.name');
  const sealed = key.seal(ada, row);
  library.close();
  library.close();
  assert.throws(() => library.key('phi.name'), /the library is closed/);
  assert.throws(() => library.passwordCost, /the library is closed/);
  assert.deepEqual(key.open(sealed, row), ada);
  key.close();
  key.close();
  for (const call of [() => key.seal(ada, row), () => key.open(sealed, row), () => key.sealText(ada, row), () => key.reseal(sealed, row),
    () => key.sealBatch([ada], row), () => key.sealStream(row), () => key.tokenPublic()]) {
    assert.throws(call, /the key is closed/);
  }
  const context = new pave.Context(row);
  context.close();
  assert.throws(() => openLibrary().key('phi.name').seal(ada, context), /closed/);
});

test('a block that uses a handle closes it', { skip: !Symbol.dispose }, () => {
  const library = openLibrary();
  const key = library.key('phi.name');
  key[Symbol.dispose]();
  library[Symbol.dispose]();
  assert.throws(() => key.seal(ada, row), /the key is closed/);
  assert.throws(() => library.key('phi.name'), /the library is closed/);
});

test('handles cannot be taken for each other, or be made by hand', () => {
  const library = openLibrary();
  const key = library.key('phi.name');
  for (const other of [library, new pave.Context(row), {}, Object.create(pave.Key.prototype)]) {
    assert.throws(() => pave.Key.prototype.seal.call(other, ada, row), TypeError);
    assert.throws(() => pave.Library.prototype.key.call(other === library ? key : other, 'phi.name'), TypeError);
  }
  assert.ok(!/\d/.test(JSON.stringify(key)));
});

test('what is collected is let go of, in whatever order', async () => {
  const grown = () => process.memoryUsage().rss / 2 ** 20;
  const library = openLibrary();
  const sealed = library.key('phi.name').seal(ada, row);
  const round = async () => {
    for (let i = 0; i < 200; i++) {
      const key = library.key('phi.name', { subject: `p-${i}` });
      key.seal(ada, row);
      new pave.Context({ patient: 'x'.repeat(4000) });
      new pave.Secret(64);
      new pave.Digest();
      assert.equal(key.sealBatch([ada], row).errors.size, 0);
    }
    global.gc();
    await later(10);
  };
  for (let i = 0; i < 3; i++) await round();
  const before = grown();
  for (let i = 0; i < 8; i++) await round();
  assert.ok(grown() - before < 60, `${grown() - before} MiB more`);
  assert.deepEqual(library.key('phi.name').open(sealed, row), ada);
});

test('unlocking and passwords leave the event loop alone', async () => {
  const library = openLibrary();
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  const stored = await library.hashPassword('correct horse');
  assert.match(stored, /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  assert.equal(await library.verifyPassword('correct horse', stored), null);
  await rejected('PAVE_REFUSED', library.verifyPassword('wrong', stored));
  await rejected('PAVE_REFUSED', pave.verifyPassword('wrong', null));
  await rejected('PAVE_REFUSED', pave.verifyPassword('wrong', undefined));
  await rejected('PAVE_SYNTAX', pave.verifyPassword('a', 'md5:123'));
  clearInterval(counting);
  assert.ok(turns > 10, `${turns} turns of the loop`);
  const cheap = await pave.hashPassword(Buffer.from('correct horse'), { memoryKib: 19456, passes: 2 });
  assert.match(await library.verifyPassword('correct horse', cheap), /m=65536,t=3/);
  await rejected('PAVE_ARGUMENT', pave.hashPassword('x', { memoryKib: 1024, passes: 1 }));
  await rejected('PAVE_ARGUMENT', pave.hashPassword(''));
  await rejected('PAVE_LIMIT', pave.hashPassword('x'.repeat(5000)));
  await assert.rejects(pave.hashPassword(17), /^TypeError: password/);
  await assert.rejects(pave.verifyPassword('a', 17), /^TypeError: stored/);
  await assert.rejects(pave.hashPassword('x', { passes: 'many' }), /^TypeError: cost.passes/);
  assert.deepEqual(library.passwordCost, { memoryKib: 65536, passes: 3 });
});

test('a keyset that is not unlocked says so', async () => {
  refused('PAVE_LOCKED', () => openLibrary({ locked: { passphrase: 'wrong' } }).key('phi.locked'));
  await rejected('PAVE_LOCKED', openLibrary({ locked: { passphrase: Buffer.from('wrong') } }).keyAsync('phi.locked'));
  refused('PAVE_LOCKED', () => new pave.Library('policy.json', { trust, unlock: {} }).key('phi.name'));
  assert.ok(await openLibrary().keyAsync('phi.locked'));
  await rejected('PAVE_NO_PURPOSE', openLibrary().keyAsync('phi.nothing'));
  refused('PAVE_UNTRUSTED', () => new pave.Library('policy.json', { trust: `pave-policy-key:${'A'.repeat(43)}`, unlock: {} }));
  const missing = refused('PAVE_NO_FILE', () => new pave.Library('nothing.json', { trust, unlock }));
  assert.match(missing.message, /nothing\.json/);
  misused('policy', () => new pave.Library(undefined, { trust, unlock }));
  misused('options', () => new pave.Library('policy.json'));
  misused('options.trust', () => new pave.Library('policy.json', { unlock }));
  misused('options.unlock', () => new pave.Library('policy.json', { trust }));
  for (const how of [{}, 'text', null, { passphrase: 'a', program: 'b' }, { parent: 'a' }]) {
    misused('options.unlock.phi', () => new pave.Library('policy.json', { trust, unlock: { phi: how } }));
  }
  misused('options.unlock.phi.passphrase', () => new pave.Library('policy.json', { trust, unlock: { phi: { passphrase: 17 } } }));
  const loop = { parent: 'a' };
  loop.unlock = loop;
  misused('options.unlock.phi', () => new pave.Library('policy.json', { trust, unlock: { phi: loop } }), RangeError);
});

const WORK = `
const { workerData, parentPort } = require('node:worker_threads');
const pave = require(workerData.package);
const library = new pave.Library('policy.json', { trust: workerData.trust, unlock: workerData.unlock });
const key = library.key('phi.name');
const row = { patient: 'p-17' };
let n = 0;
for (let i = 0; i < workerData.rounds; i++) n += key.open(key.seal(Buffer.from('Ada'), row), row).length;
key.sealBatch([Buffer.from('a'), Buffer.from('b')], row);
if (workerData.leave) {
  for (let i = 0; i < 4; i++) pave.hashPassword('x').catch(() => {});
  key.openStream(row);
}
parentPort.postMessage({ n, opened: key.open(workerData.sealed, row) });
if (workerData.stay) setInterval(() => key.seal(Buffer.from('x'), row), 1);
`;

function work(more) {
  const data = { package: PACKAGE, trust, unlock, rounds: 300, ...more };
  return new Worker(WORK, { eval: true, workerData: data });
}

const said = (worker) => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
const ended = (worker) => new Promise((resolve) => worker.once('exit', resolve));

test('each thread has its own, and may end at any time', async () => {
  const key = openLibrary().key('phi.name');
  const sealed = key.seal(ada, row);
  const workers = Array.from({ length: 4 }, () => work({ sealed }));
  const exits = workers.map(ended);
  for (const { n, opened } of await Promise.all(workers.map(said))) {
    assert.equal(n, 900);
    assert.deepEqual(Buffer.from(opened), ada);
  }
  assert.deepEqual(await Promise.all(exits), [0, 0, 0, 0]);
  for (let i = 0; i < 3; i++) {
    const worker = work({ sealed, leave: true, stay: true });
    await said(worker);
    await worker.terminate();
  }
  assert.deepEqual(key.open(sealed, row), ada);
});

test('random values', () => {
  assert.equal(pave.randomBytes(32).length, 32);
  assert.equal(pave.randomBytes(0).length, 0);
  assert.notDeepEqual(pave.randomBytes(32), pave.randomBytes(32));
  assert.equal(pave.randomBelow(1), 0);
  assert.equal(typeof pave.randomBelow(10n), 'bigint');
  const dice = new Set(Array.from({ length: 400 }, () => pave.randomBelow(6)));
  assert.deepEqual([...dice].sort(), [0, 1, 2, 3, 4, 5]);
  assert.match(pave.randomToken(), /^[A-Za-z0-9_-]{43}$/);
  assert.match(pave.randomPin(6), /^\d{6}$/);
  assert.match(pave.randomUuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  assert.match(pave.randomUuidOrdered(), /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  misused('size', () => pave.randomBytes('32'));
  misused('size', () => pave.randomBytes(-1), RangeError);
  misused('limit', () => pave.randomBelow(0), RangeError);
  misused('limit', () => pave.randomBelow(0n), RangeError);
  misused('limit', () => pave.randomBelow(1n << 64n), RangeError);
  misused('limit', () => pave.randomBelow(1.5));
  misused('digits', () => pave.randomPin(3), RangeError);
  misused('digits', () => pave.randomPin());
});

test('secrets in guarded memory are gone when closed', async () => {
  const secret = new pave.Secret(Buffer.from('correct horse'));
  const view = secret.bytes;
  assert.equal(view.toString(), 'correct horse');
  assert.ok(new pave.Library('policy.json', { trust, unlock: { locked: { passphrase: view } } }).key('phi.locked'));
  secret.close();
  secret.close();
  assert.equal(view.length, 0);
  assert.equal(secret.bytes.length, 0);
  const { bytes } = new pave.Secret(32);
  global.gc();
  await later(5);
  bytes.fill(7);
  assert.ok(pave.equal(bytes, Buffer.alloc(32, 7)));
  assert.ok(!pave.equal(bytes, Buffer.alloc(32, 8)) && !pave.equal(bytes, Buffer.alloc(31, 7)));
  pave.wipe(bytes);
  assert.ok(pave.equal(bytes, new Uint8Array(32)));
  misused('a', () => pave.equal('a', ada));
  misused('bytes', () => pave.wipe('a'));
  misused('size', () => new pave.Secret(0), RangeError);
  misused('bytes', () => new pave.Secret('text'));
});
