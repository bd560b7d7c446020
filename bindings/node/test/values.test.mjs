// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';
import { misused, openLibrary, pave, refused } from './clinic.mjs';

const library = openLibrary();
const key = library.key('phi.name');
const free = library.key('phi.free');
const ada = Buffer.from('Ada Lovelace');
const row = { patient: 'p-17' };

test('seals and opens in context', () => {
  for (const size of [0, 1, 64, 2047, 2048, 2049, 1 << 20]) {
    const message = pave.randomBytes(size);
    const sealed = key.seal(message, row);
    assert.equal(sealed.length, size + 78);
    assert.equal(sealed.length, key.sealedSize(size));
    assert.deepEqual(key.open(sealed, row), message);
    refused('PAVE_REFUSED', () => key.open(sealed, { patient: 'p-18' }));
  }
  assert.equal(key.reseal(key.seal(ada, row), row), null);
});

test('text goes the same way', () => {
  const text = key.sealText(ada, row);
  assert.match(text, /^pave1:[A-Za-z0-9_-]+$/);
  assert.deepEqual(key.openText(text, row), ada);
  refused('PAVE_NOT_SEALED', () => key.openText('plain', row));
  refused('PAVE_NOT_SEALED', () => key.openText(`${text}\0`, row));
  refused('PAVE_REFUSED', () => key.openText(text, { patient: 'p-18' }));
});

test('a context is fields in any order, of text or bytes', () => {
  const sealed = free.seal(ada, { b: 'é😀', a: Buffer.from('x'), 'c.d-e_0': '' });
  assert.deepEqual(free.open(sealed, { 'c.d-e_0': Buffer.alloc(0), a: 'x', b: Buffer.from('é😀') }), ada);
  assert.deepEqual(free.open(sealed, new pave.Context({ a: 'x', b: 'é😀', 'c.d-e_0': '' })), ada);
  const bare = Object.assign(Object.create(null), row);
  assert.deepEqual(key.open(key.seal(ada, bare), row), ada);
  assert.deepEqual(key.open(key.seal(ada, vm.runInNewContext("({ patient: 'p-17' })")), row), ada);
  assert.deepEqual(free.open(free.seal(ada, {}), new pave.Context({})), ada);
});

test('a context says what it said when it was made', () => {
  const fields = { patient: 'p-17' };
  const context = new pave.Context(fields);
  fields.patient = 'p-18';
  assert.deepEqual(key.open(key.seal(ada, context), row), ada);
});

test('a context that is missing or of another shape is refused', () => {
  for (const wrong of [undefined, null, 'p-17', 17, [], ['p-17'], new Map([['patient', 'p-17']]), new Date(),
    Buffer.from('p-17'), () => row]) {
    for (const call of ['seal', 'open', 'sealText', 'reseal', 'sealStream', 'openStream']) {
      misused('context', () => key[call](Buffer.alloc(100), wrong).destroy());
    }
    misused('context', () => key.sealInto(ada, wrong, Buffer.alloc(200)));
    misused('context', () => new pave.Context(wrong));
  }
  for (const wrong of [undefined, null, 17, true, {}, ['a']]) misused('context.patient', () => key.seal(ada, { patient: wrong }));
  misused('context.patient', () => key.seal(ada, { patient: '\ud800' }));
  refused('PAVE_CONTEXT', () => key.seal(ada, {}));
  misused('context', () => key.seal(ada, Object.create(row)));
  for (const name of ['', 'Patient', 'a b', 'ŧ', 'patient\0x', 'x'.repeat(65)]) {
    refused('PAVE_CONTEXT', () => free.seal(ada, { [name]: 'x' }));
  }
  refused('PAVE_LIMIT', () => free.seal(ada, { a: 'x'.repeat(8192) }));
  refused('PAVE_LIMIT', () => free.seal(ada, { a: 'x'.repeat(1 << 20) }));
  refused('PAVE_LIMIT', () => free.seal(ada, { a: Buffer.alloc(1 << 20) }));
  const many = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, 'x']));
  refused('PAVE_LIMIT', () => free.seal(ada, many));
  delete many.f64;
  assert.deepEqual(free.open(free.seal(ada, many), many), ada);
});

test('more names than are kept are names all the same', () => {
  for (let i = 0; i < 600; i++) {
    const context = { [`field-${i}`]: `${i}`, same: 'x' };
    const sealed = free.seal(ada, context);
    assert.deepEqual(free.open(sealed, { same: 'x', [`field-${i}`]: `${i}` }), ada);
    refused('PAVE_REFUSED', () => free.open(sealed, { [`field-${i + 1}`]: `${i}`, same: 'x' }));
  }
});

test('a context whose fields are computed cannot be mixed up with another', () => {
  const other = {
    get patient() {
      key.seal(ada, { patient: 'somebody else, at length', column: 'name' });
      return 'p-17';
    },
    column: 'name',
  };
  const both = { patient: 'p-17', column: 'name' };
  assert.deepEqual(key.open(key.seal(ada, other), both), ada);
  assert.deepEqual(key.open(key.seal(ada, new pave.Context(other)), both), ada);
  const { values } = key.sealBatch([ada, ada], [both, other]);
  for (const value of values) assert.deepEqual(key.open(value, both), ada);
});

test('every changed byte is refused, and every length', () => {
  const sealed = key.seal(ada, row);
  const room = Buffer.alloc(ada.length);
  for (let i = 0; i < sealed.length; i++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[i] ^= 1 << bit;
      // The first six bytes say what it is and by which key; they are checked before a key is used.
      const code = i >= 6 ? /^PAVE_REFUSED$/ : /^PAVE_(REFUSED|NOT_SEALED|NEWER|NO_KEY|FORBIDDEN)$/;
      assert.throws(() => key.open(changed, row), (error) => code.test(error.code));
      room.fill(0x5a);
      assert.throws(() => key.openInto(changed, row, room), (error) => code.test(error.code));
      if (i >= 6) assert.ok(room.every((byte) => byte === 0), 'wiped');
    }
  }
  for (let n = 0; n < sealed.length; n++) {
    assert.throws(() => key.open(sealed.subarray(0, n), row), { code: /^PAVE_(REFUSED|NOT_SEALED)$/ });
  }
  refused('PAVE_REFUSED', () => key.open(Buffer.concat([sealed, Buffer.from('x')]), row));
});

test('all that a key refuses looks the same', () => {
  const sealed = key.seal(ada, row);
  const changed = Buffer.from(sealed);
  changed[40] ^= 1;
  const one = refused('PAVE_REFUSED', () => key.open(changed, row));
  const two = refused('PAVE_REFUSED', () => key.open(sealed, { patient: 'p-18' }));
  const three = refused('PAVE_REFUSED', () => library.key('phi.name', { subject: 'p-17' }).open(sealed, row));
  assert.deepEqual([one.message, one.status], [two.message, two.status]);
  assert.deepEqual([one.message, one.status], [three.message, three.status]);
});

test('writes into a Buffer of the caller', () => {
  const out = Buffer.alloc(200, 0x5a);
  const n = key.sealInto(ada, row, out, 10);
  assert.equal(n, ada.length + 78);
  assert.ok(out.subarray(0, 10).every((byte) => byte === 0x5a) && out.subarray(10 + n).every((byte) => byte === 0x5a));
  const plain = new Uint8Array(20);
  assert.equal(key.openInto(out.subarray(10, 10 + n), row, plain, 3), ada.length);
  assert.deepEqual(Buffer.from(plain.subarray(3, 3 + ada.length)), ada);
  refused('PAVE_LIMIT', () => key.sealInto(ada, row, Buffer.alloc(ada.length + 77)));
  refused('PAVE_LIMIT', () => key.openInto(out.subarray(10, 10 + n), row, plain, 9));
  misused('out', () => key.sealInto(out.subarray(0, 64), row, out), RangeError);
  misused('out', () => key.openInto(out.subarray(10, 10 + n), row, out, 60), RangeError);
  misused('offset', () => key.sealInto(ada, row, out, 201), RangeError);
  misused('offset', () => key.sealInto(ada, row, out, -1), RangeError);
  misused('offset', () => key.sealInto(ada, row, out, 1.5));
});

test('whoever detaches the memory of a result has that result alone to lose', () => {
  v8.setFlagsFromString('--allow-natives-syntax');
  const detach = vm.runInThisContext('(memory) => %ArrayBufferDetach(memory)');
  const sealed = Buffer.from(key.seal(ada, row));
  for (let i = 0; i < 3; i++) {
    const opened = key.open(sealed, row);
    assert.deepEqual(opened, ada);
    detach(opened.buffer);
    assert.equal(opened.length, 0);
    assert.deepEqual(key.open(sealed, row), ada);
    const again = key.seal(ada, { get patient() { detach(key.open(sealed, row).buffer); return row.patient; } });
    assert.deepEqual(key.open(again, row), ada);
  }
});

test('what is not bytes is a TypeError that names it', () => {
  const cases = [undefined, null, 'Ada', 17, {}, [1, 2], new ArrayBuffer(8), new Float64Array(8), new DataView(new ArrayBuffer(8))];
  for (const wrong of cases) {
    misused('message', () => key.seal(wrong, row));
    misused('message', () => key.sealText(wrong, row));
    misused('message', () => key.sealInto(wrong, row, Buffer.alloc(200)));
    misused('sealed', () => key.open(wrong, row));
    misused('sealed', () => key.openInto(wrong, row, Buffer.alloc(200)));
    misused('sealed', () => key.reseal(wrong, row));
    misused('sealed', () => pave.inspect(wrong));
    misused('out', () => key.sealInto(ada, row, wrong));
    misused('messages[1]', () => key.sealBatch([ada, wrong], row));
  }
  for (const wrong of [undefined, null, 17, ada]) misused('text', () => key.openText(wrong, row));
  misused('messages', () => key.sealBatch(ada, row));
  misused('contexts', () => key.sealBatch([ada], [row, row]), RangeError);
  for (const wrong of [undefined, null, 17, {}, 'phi\0name']) misused('purpose', () => library.key(wrong));
  assert.throws(() => new pave.Key(), TypeError);
  assert.throws(() => new pave.Key({}), TypeError);
});

test('each value of a batch has an outcome of its own', () => {
  const messages = Array.from({ length: 2500 }, (_, i) => pave.randomBytes(i % 700));
  messages[17] = pave.randomBytes(1 << 20);
  messages[18] = pave.randomBytes(5000);
  const rows = messages.map((_, i) => ({ patient: `p-${i}`, column: 'x'.repeat(i % 300) }));
  rows[5] = new pave.Context(rows[5]);
  for (const contexts of [rows, { patient: 'all' }, new pave.Context({ patient: 'all' })]) {
    const sealed = key.sealBatch(messages, contexts);
    assert.equal(sealed.errors.size, 0);
    sealed.values[3] = Buffer.from(sealed.values[3]); // to flip, not to set: a random byte may be what it is set to
    sealed.values[3][sealed.values[3].length - 1] ^= 1;
    sealed.values[17] = sealed.values[17].subarray(1);
    sealed.values[2000] = sealed.values[2001];
    const opened = key.openBatch(sealed.values, contexts);
    const bad = Array.isArray(contexts) ? [3, 17, 2000] : [3, 17];
    assert.deepEqual([...opened.errors.keys()], bad);
    assert.equal(opened.errors.get(3).code, 'PAVE_REFUSED');
    assert.equal(opened.errors.get(17).code, 'PAVE_NOT_SEALED');
    opened.values.forEach((value, i) => {
      if (bad.includes(i)) assert.equal(value, null);
      else if (i !== 2000) assert.ok(value.equals(messages[i]), `${i}`);
    });
    assert.deepEqual(key.open(sealed.values[9], Array.isArray(contexts) ? rows[9] : contexts), messages[9]);
  }
  assert.deepEqual(key.sealBatch([], []), { values: [], errors: new Map() });
  refused('PAVE_CONTEXT', () => { throw key.sealBatch([ada], [{}]).errors.get(0); });
});

test('what is opened lies in memory of its own', () => {
  const a = key.open(key.seal(ada, row), row);
  const b = Buffer.from('x');
  assert.notEqual(a.buffer, b.buffer);
  assert.throws(() => structuredClone(a.buffer, { transfer: [a.buffer] }) && (() => { throw new Error('copied'); })());
  assert.deepEqual(a, ada);
});

test('policy and purpose decide what may be done', () => {
  refused('PAVE_NO_PURPOSE', () => library.key('phi.nothing'));
  refused('PAVE_LIMIT', () => library.key('phi.short').seal(Buffer.alloc(9), {}));
  refused('PAVE_EXPIRED', () => library.key('phi.old').seal(ada, {}));
  refused('PAVE_FORBIDDEN', () => library.key('phi.scan').seal(ada, row));
  misused('size', () => key.sealedSize('3'));
  assert.deepEqual(pave.inspect(key.seal(ada, row)).suite, 'KC-XAES-256-GCM');
  assert.match(pave.inspect(key.seal(ada, row)).keyId, /^[0-9a-f]{8}$/);
  refused('PAVE_NOT_SEALED', () => pave.inspect(Buffer.alloc(0)));
});

test('subjects have keys of their own, and secrets that erase them', () => {
  const secret = library.newSubject('phi.name', 'p-17');
  assert.equal(secret.length, 110);
  const mine = library.subjectKey('phi.name', 'p-17', secret);
  const sealed = mine.seal(ada, row);
  assert.deepEqual(library.subjectKey('phi.name', Buffer.from('p-17'), secret).open(sealed, row), ada);
  refused('PAVE_REFUSED', () => library.subjectKey('phi.name', 'p-18', secret));
  refused('PAVE_REFUSED', () => key.open(sealed, row));
  refused('PAVE_REFUSED', () => library.key('phi.name', { subject: 'p-17' }).open(sealed, row));
  assert.equal(library.resealSubject('phi.name', 'p-17', secret), null);
  misused('secret', () => library.subjectKey('phi.name', 'p-17'));
  misused('name', () => library.newSubject('phi.name'));
  misused('options.subject', () => library.key('phi.name', { subject: 17 }));
  refused('PAVE_ARGUMENT', () => library.newSubject('phi.name', ''));
  refused('PAVE_ARGUMENT', () => library.key('phi.name', { subject: '' }));
});
