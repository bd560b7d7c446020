// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { misused, openLibrary, pave, program, refused, rejected } from './clinic.mjs';

const row = { patient: 'p-17' };
const ada = Buffer.from('Ada');

test('a rotation loses nothing', async () => {
  const before = openLibrary().key('phi.name');
  const sealed = before.seal(ada, row);
  const library = openLibrary();
  const secret = library.newSubject('phi.name', 'p-17');
  const old = pave.inspect(sealed).keyId;
  const id = await pave.keyset.rotate('phi.keyset', program, { stageSeconds: 0 });
  assert.match(id, /^[0-9a-f]{8}$/);
  await rejected('PAVE_KEY_STATE', pave.keyset.change('phi.keyset', program, id, 'destroyed'));
  await pave.keyset.change('phi.keyset', program, id, 'primary');
  const after = openLibrary();
  const key = after.key('phi.name');
  assert.deepEqual(key.open(sealed, row), ada);
  const current = key.reseal(sealed, row);
  assert.equal(pave.inspect(current).keyId, id);
  assert.equal(key.reseal(current, row), null);
  refused('PAVE_NO_KEY', () => before.open(current, row));
  const moved = after.resealSubject('phi.name', 'p-17', secret);
  const mine = after.subjectKey('phi.name', 'p-17', moved);
  assert.deepEqual(library.subjectKey('phi.name', 'p-17', secret).open(
    library.subjectKey('phi.name', 'p-17', secret).seal(ada, row), row), ada);
  assert.ok(mine.seal(ada, row));
  await pave.keyset.change('phi.keyset', program, old, 'disabled');
  refused('PAVE_KEY_STATE', () => openLibrary().key('phi.name').open(sealed, row));
  await pave.keyset.change('phi.keyset', program, old, 'active');
  assert.deepEqual(openLibrary().key('phi.name').open(sealed, row), ada);
  const staged = await pave.keyset.rotate('phi.keyset', program);
  await rejected('PAVE_KEY_STATE', pave.keyset.change('phi.keyset', program, staged, 'primary'));
});

test('keysets are made, wrapped anew and checked', async () => {
  const cheap = { passphraseKib: 64, passphrasePasses: 1 };
  const first = { passphrase: 'one' };
  await pave.keyset.create('new.keyset', { name: 'new', ...cheap }, first);
  await pave.keyset.check('new.keyset', first);
  await rejected('PAVE_EXISTS', pave.keyset.create('new.keyset', { name: 'new', ...cheap }, first));
  await rejected('PAVE_LOCKED', pave.keyset.check('new.keyset', { passphrase: 'two' }));
  await pave.keyset.create('parent.keyset', { name: 'parent', ...cheap }, first);
  const child = { parent: 'parent.keyset', unlock: first };
  await pave.keyset.rewrap('new.keyset', first, child);
  await pave.keyset.check('new.keyset', child);
  await rejected('PAVE_LOCKED', pave.keyset.check('new.keyset', first));
  await rejected('PAVE_LOCKED', pave.keyset.check('new.keyset', { parent: 'parent.keyset', unlock: program }));
  await pave.keyset.create('tokens.keyset', { name: 'tokens', kind: 'token', suite: 'PASETO-V4-PUBLIC', messages: 10, ...cheap }, first);
  assert.match(fs.readFileSync('tokens.keyset', 'utf8'), /PASETO-V4-PUBLIC/);
  await rejected('PAVE_ARGUMENT', pave.keyset.create('x.keyset', { name: 'x', kind: 'nothing' }, first));
  await rejected('PAVE_NO_FILE', pave.keyset.check('nothing.keyset', first));
  assert.ok(!fs.existsSync('x.keyset'));
});

test('what keysets need cannot be left out', async () => {
  await assert.rejects(pave.keyset.create(undefined, { name: 'x' }, program), /^TypeError: path/);
  await assert.rejects(pave.keyset.create('x', undefined, program), /^TypeError: options/);
  await assert.rejects(pave.keyset.create('x', {}, program), /^TypeError: options.name/);
  await assert.rejects(pave.keyset.create('x', { name: 'x' }), /^TypeError: unlock/);
  await assert.rejects(pave.keyset.change('phi.keyset', program, '12', 'primary'), /^TypeError: id/);
  await assert.rejects(pave.keyset.change('phi.keyset', program, 17, 'primary'), /^TypeError: id/);
  await assert.rejects(pave.keyset.change('phi.keyset', program, '12345678', 'gone'), /^TypeError: state/);
  await assert.rejects(pave.keyset.rewrap('phi.keyset', program), /^TypeError: newUnlock/);
  await assert.rejects(pave.keyset.rotate('phi.keyset', program, { stageSeconds: -1 }), /^RangeError: options.stageSeconds/);
  misused('options', () => openLibrary().key('phi.name', null));
});
