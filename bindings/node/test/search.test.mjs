// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { misused, pave, program, refused, rejected, trust } from './clinic.mjs';

const library = new pave.Library('policy.json', { trust, unlock: { search: program, disk: program } });

test('an index finds what is alike, and after a rotation too', async () => {
  const who = library.index('search', 'who');
  const ada = { last_name: 'Lovelace', born: '1815-12-10' };
  const token = who.token(ada);
  assert.match(token, /^[0-9a-f]{8}\.[0-9a-f]+$/);
  assert.equal(who.token({ born: '1815.12.10', last_name: '  LOVELACE ' }), token);
  assert.equal(who.token(new pave.Context(ada)), token);
  assert.deepEqual(who.query(ada), [token]);
  assert.equal(await who.tokenAsync(ada), token);
  const id = await pave.keyset.rotate('search.keyset', program, { stageSeconds: 0 });
  await pave.keyset.change('search.keyset', program, id, 'primary');
  const after = new pave.Library('policy.json', { trust, unlock: { search: program } }).index('search', 'who');
  const both = await after.queryAsync(ada);
  assert.equal(both.length, 2);
  assert.ok(both.includes(token) && both.some((one) => one.startsWith(`${id}.`)) && after.token(ada).startsWith(id));
  refused('PAVE_CONTEXT', () => who.token({ last_name: 'Lovelace' }));
  refused('PAVE_CONTEXT', () => who.query({ ...ada, sex: 'f' }));
  refused('PAVE_ARGUMENT', () => who.token({ last_name: 'Lovelace', born: 'never' }));
  refused('PAVE_NO_PURPOSE', () => library.index('search', 'nothing'));
  misused('values', () => who.token());
  misused('values', () => who.query('Lovelace'));
  misused('name', () => library.index('search'));
  assert.throws(() => new pave.Index({}).token(ada), TypeError);
  who.close();
  assert.throws(() => who.token(ada), /the index is closed/);
});

test('a slow index leaves the event loop alone', async () => {
  const slow = library.index('search', 'slow');
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  const tokens = await Promise.all(['1', '2', '3'].map((end) => slow.tokenAsync({ ssn: `12345678${end}` })));
  clearInterval(counting);
  assert.ok(turns > 5, `${turns}`);
  assert.equal(slow.token({ ssn: '123-45-6781' }), tokens[0]);
  await rejected('PAVE_CONTEXT', slow.tokenAsync({}));
});

test('advice on how long tokens may be', () => {
  const advice = pave.indexPlan(1_000_000, 5_000_000);
  assert.ok(advice.least <= advice.usual && advice.usual <= advice.most && advice.rowsEach > 1);
  refused('PAVE_FORBIDDEN', () => pave.indexPlan(2, 1000));
  misused('distinct', () => pave.indexPlan('2', 1000));
});

test('keys for other programs are the same again, and unlike all others', () => {
  const key = library.key('disk');
  const { secret, keyId } = key.derive(32, { host: 'a' });
  assert.equal(secret.bytes.length, 32);
  assert.match(keyId, /^[0-9a-f]{8}$/);
  const again = key.derive(32, { host: 'a' }, keyId);
  assert.ok(pave.equal(secret.bytes, again.secret.bytes));
  assert.ok(!pave.equal(secret.bytes, key.derive(32, { host: 'b' }).secret.bytes));
  assert.ok(!pave.equal(secret.bytes.subarray(0, 16), key.derive(16, { host: 'a' }).secret.bytes));
  secret.close();
  assert.equal(secret.bytes.length, 0);
  refused('PAVE_NO_KEY', () => key.derive(32, { host: 'a' }, keyId === '12345678' ? '12345679' : '12345678'));
  refused('PAVE_CONTEXT', () => key.derive(32, {}));
  misused('context', () => key.derive(32, undefined));
  misused('size', () => key.derive(15, { host: 'a' }), RangeError);
  misused('size', () => key.derive(undefined, { host: 'a' }));
  misused('keyId', () => key.derive(32, { host: 'a' }, 'x'));
  refused('PAVE_FORBIDDEN', () => key.seal(Buffer.from('x'), { host: 'a' }));
});
