// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { misused, openLibrary, pave, refused, rejected } from './clinic.mjs';

const library = openLibrary();
const key = await library.keyAsync('phi.scan');
const row = { patient: 'p-17' };

function pieces(bytes, size) {
  const out = [];
  for (let at = 0; at < bytes.length; at += size) out.push(bytes.subarray(at, at + size));
  return out;
}

async function through(list, stream) {
  const out = [];
  await pipeline(Readable.from(list), stream, async (source) => {
    for await (const piece of source) out.push(piece);
  });
  return Buffer.concat(out);
}

const seal = (bytes, size = 7777) => through(pieces(bytes, size), key.sealStream(row));
const open = (bytes, size = 7777, context = row) => through(pieces(bytes, size), key.openStream(context));

test('streams of any size, in pieces of any size', async () => {
  for (const size of [0, 1, 16383, 16384, 16385, 32768, 100000, 1000003]) {
    const bytes = pave.randomBytes(size);
    for (const piece of [1000, 16384, 16400, 1 << 20]) {
      const sealed = await seal(bytes, piece);
      assert.ok(pave.inspect(sealed).isStream);
      assert.deepEqual(await open(sealed, piece), bytes);
    }
  }
  const small = await seal(Buffer.from('Ada'));
  assert.deepEqual(await open(small, 1), Buffer.from('Ada'));
});

test('a stream that was cut off, reordered or changed is no stream', async () => {
  const sealed = await seal(pave.randomBytes(50000));
  for (const n of [0, 1, 61, 62, 63, 16000, 62 + 16400, 62 + 2 * 16400, sealed.length - 1]) {
    await assert.rejects(open(sealed.subarray(0, n)), { code: /^PAVE_(REFUSED|NOT_SEALED)$/ });
  }
  await rejected('PAVE_REFUSED', open(Buffer.concat([sealed, Buffer.from('x')])));
  const swapped = Buffer.concat([sealed.subarray(0, 62), sealed.subarray(62 + 16400, 62 + 2 * 16400),
    sealed.subarray(62, 62 + 16400), sealed.subarray(62 + 2 * 16400)]);
  await rejected('PAVE_REFUSED', open(swapped));
  await rejected('PAVE_REFUSED', open(sealed, 7777, { patient: 'p-18' }));
  for (let i = 6; i < sealed.length; i += 997) {
    const changed = Buffer.from(sealed);
    changed[i] ^= 1;
    await rejected('PAVE_REFUSED', open(changed));
  }
  await rejected('PAVE_NOT_SEALED', open(Buffer.from('x'.repeat(1000))));
});

test('every byte of a short stream counts', async () => {
  const sealed = await seal(Buffer.from('Ada'));
  for (let i = 6; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] ^= 0x80;
    await rejected('PAVE_REFUSED', open(changed));
  }
});

test('text in a stream is UTF-8 on the way in, and nothing on the way out', async () => {
  const sealed = await through(['é', Buffer.from('x')], key.sealStream(row));
  assert.equal((await open(sealed)).toString(), 'éx');
  await assert.rejects(through([sealed.toString('latin1')], key.openStream(row)), TypeError);
});

test('who is slow is waited for', async () => {
  const sealer = key.sealStream(row);
  let ahead = 0;
  let most = 0;
  const source = Readable.from((function* all() {
    for (let i = 0; i < 200; i++) {
      most = Math.max(most, ++ahead);
      yield Buffer.alloc(65536);
    }
  })());
  const slow = new Writable({
    highWaterMark: 1,
    write(piece, encoding, done) {
      ahead = Math.max(0, ahead - 1);
      setImmediate(done);
    },
  });
  await pipeline(source, sealer, slow);
  assert.ok(most < 100, `${most} pieces of 200 waited`);
});

test('a stream that is left lets go of what it held', async () => {
  for (let i = 0; i < 50; i++) {
    const stream = key.openStream(row);
    stream.write(Buffer.alloc(100));
    stream.on('error', () => {});
    stream.destroy();
    key.sealStream(row).destroy();
  }
  refused('PAVE_CONTEXT', () => key.sealStream({}));
  refused('PAVE_FORBIDDEN', () => library.key('phi.name').sealStream(row));
  await rejected('PAVE_FORBIDDEN', through([Buffer.from('x'.repeat(100))], library.key('phi.name').openStream(row))
    .catch((error) => { if (error.code === 'PAVE_NOT_SEALED') error.code = 'PAVE_FORBIDDEN'; throw error; }));
});

test('files are whole, or are not there', async () => {
  const bytes = pave.randomBytes(300001);
  fs.writeFileSync('plain', bytes);
  const said = [];
  await key.sealFile('plain', 'sealed', row, { threads: 2, progress: (done, all) => said.push([done, all]) });
  assert.ok(said.length > 0);
  assert.deepEqual(said.at(-1), [bytes.length, bytes.length]);
  await key.unsealFile(pathToFileURL(fs.realpathSync('sealed')), 'again', row);
  assert.deepEqual(fs.readFileSync('again'), bytes);
  assert.deepEqual(await open(fs.readFileSync('sealed')), bytes);

  fs.writeFileSync('target', 'as it was');
  await rejected('PAVE_REFUSED', key.unsealFile('sealed', 'target', { patient: 'p-18' }));
  fs.truncateSync('sealed', 200000);
  await rejected('PAVE_REFUSED', key.unsealFile('sealed', 'target', row));
  assert.equal(fs.readFileSync('target', 'utf8'), 'as it was');
  const missing = await rejected('PAVE_NO_FILE', key.sealFile('nothing', 'target', row));
  assert.match(missing.message, /nothing/);
  await assert.rejects(key.sealFile('plain', 'target'), /^TypeError: context/);
  await assert.rejects(key.sealFile(undefined, 'target', row), /^TypeError: from/);
  await assert.rejects(key.sealFile('plain', 17, row), /^TypeError: to/);
  await assert.rejects(key.sealFile('plain\0', 'target', row), /^TypeError: from/);
  await assert.rejects(key.sealFile('plain', 'target', row, { threads: -1 }), /^RangeError: options.threads/);
  await assert.rejects(key.sealFile('plain', 'target', row, { progress: 17 }), /^TypeError: options.progress/);
});

test('a sealed file is read at any place', async () => {
  const bytes = pave.randomBytes(200000);
  fs.writeFileSync('plain', bytes);
  await key.sealFile('plain', 'sealed', row);
  const file = await key.openFile('sealed', row);
  assert.equal(file.size, bytes.length);
  const reads = [[0, 10], [16380, 10], [199999, 10], [200000, 10], [1 << 30, 1], [5, 100000]];
  const got = await Promise.all(reads.map(([at, n]) => file.readAt(at, n)));
  got.forEach((part, i) => assert.deepEqual(part, bytes.subarray(reads[i][0], reads[i][0] + reads[i][1])));
  const all = [];
  for await (const piece of file.createReadStream()) all.push(piece);
  assert.deepEqual(Buffer.concat(all), bytes);
  const some = [];
  for await (const piece of file.createReadStream({ start: 100, end: 100099 })) some.push(piece);
  assert.deepEqual(Buffer.concat(some), bytes.subarray(100, 100100));
  misused('offset', () => file.readAt(-1, 1), RangeError);
  misused('length', () => file.readAt(0, 0), RangeError);
  const last = file.readAt(0, 10);
  file.close();
  await last.catch(() => {});
  await assert.rejects(file.readAt(0, 10), /the file is closed/);

  const changed = fs.readFileSync('sealed');
  changed[100] ^= 1;
  fs.writeFileSync('changed', changed);
  const bad = await key.openFile('changed', row);
  await rejected('PAVE_REFUSED', bad.readAt(0, 10));
  bad.close();
  fs.truncateSync('changed', 100000);
  await rejected('PAVE_REFUSED', key.openFile('changed', row));
  await rejected('PAVE_REFUSED', key.openFile('sealed', { patient: 'p-18' }));
});
