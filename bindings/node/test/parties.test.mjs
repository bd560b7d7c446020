// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import test from 'node:test';
import { misused, pave, program, refused, rejected } from './clinic.mjs';

const trust = new pave.Trust(fs.readFileSync('trust.json', 'utf8'));
const clinic = await pave.Identity.open('clinic.keyset', program);
const billing = await pave.Identity.open('billing.keyset', program);
const lab = await pave.Identity.open('lab.keyset', program);
const body = Buffer.from('pay 17');
const terms = { purpose: 'invoice.new', context: { invoice: '17' }, isNew: null };
const sending = { ...terms, to: ['billing'], ttlSeconds: 300 };

test('a message is for its recipients, from its sender', () => {
  const sealed = clinic.seal(trust, body, sending);
  const got = billing.open(trust, sealed, terms);
  assert.deepEqual([got.body, got.sender], [body, 'clinic']);
  assert.equal(got.expires - got.sent, 300_000);
  assert.ok(Math.abs(Date.now() - got.sent) < 60_000);
  refused('PAVE_NO_KEY', () => lab.open(trust, sealed, terms));
  refused('PAVE_REFUSED', () => billing.open(trust, sealed, { ...terms, purpose: 'invoice.paid' }));
  refused('PAVE_REFUSED', () => billing.open(trust, sealed, { ...terms, context: { invoice: '18' } }));
  refused('PAVE_NOT_SEALED', () => billing.open(trust, Buffer.from('x'), terms));
  refused('PAVE_UNTRUSTED', () => clinic.seal(trust, body, { ...sending, to: 'nobody' }));
  const both = clinic.seal(trust, body, { ...sending, to: ['billing', 'lab'], context: new pave.Context(terms.context) });
  assert.deepEqual(lab.open(trust, both, terms).body, body);
  assert.deepEqual(pave.inspect(both), {
    version: 1, suite: pave.inspect(both).suite, keyId: null, messageSize: body.length, isStream: false, recipients: 2,
  });
  const few = new pave.Trust(JSON.stringify({ pave: 'trust/1', identities: [{ name: 'lab', public: lab.publicText }] }));
  refused('PAVE_UNTRUSTED', () => lab.open(few, both, terms));
});

test('every changed byte of a message is refused', () => {
  const sealed = clinic.seal(trust, body, sending);
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] ^= 1;
    assert.throws(() => billing.open(trust, changed, terms),
      { code: i < 22 ? /^PAVE_(REFUSED|NOT_SEALED|NEWER|NO_KEY|LIMIT)$/ : /^PAVE_(REFUSED|NO_KEY)$/ }, `${i}`);
  }
});

test('a message ends, and may come once', async () => {
  const sealed = clinic.seal(trust, body, sending);
  const seen = new Map();
  const isNew = (id, until) => {
    if (seen.has(id.toString('hex'))) return false;
    seen.set(id.toString('hex'), until);
    return true;
  };
  billing.open(trust, sealed, { ...terms, isNew });
  refused('PAVE_REPLAYED', () => billing.open(trust, sealed, { ...terms, isNew }));
  assert.equal([...seen.keys()][0].length, 32);
  assert.ok([...seen.values()][0] > new Date());
  await rejected('PAVE_REPLAYED', billing.openAsync(trust, sealed, { ...terms, isNew: async (...words) => isNew(...words) }));
  seen.clear();
  assert.deepEqual((await billing.openAsync(trust, sealed, { ...terms, isNew: async () => true })).body, body);
  const cache = new pave.ReplayCache();
  assert.ok(billing.open(trust, sealed, { ...terms, isNew: cache.isNew }));
  refused('PAVE_REPLAYED', () => billing.open(trust, sealed, { ...terms, isNew: cache.isNew }));
  assert.equal(cache.size, 1);
  const short = new pave.ReplayCache();
  assert.ok(short.isNew(Buffer.from('a'), new Date(0)) && !short.isNew(Buffer.from('a'), new Date(0)));
  // Nobody is asked about what is not genuine.
  const other = { ...terms, purpose: 'x', isNew: () => assert.fail('asked') };
  refused('PAVE_REFUSED', () => billing.open(trust, sealed, other));
  // A promise is not yes, and neither is anything else that is not true.
  for (const answer of [Promise.resolve(true), undefined, 1, 'yes', {}]) {
    misused('options.isNew', () => billing.open(trust, sealed, { ...terms, isNew: () => answer }));
  }
  for (const answer of [undefined, 1, 'yes']) {
    await assert.rejects(billing.openAsync(trust, sealed, { ...terms, isNew: async () => answer }), TypeError);
  }
  const broken = new Error('no database');
  assert.throws(() => billing.open(trust, sealed, { ...terms, isNew() { throw broken; } }), broken);
  await assert.rejects(billing.openAsync(trust, sealed, { ...terms, async isNew() { throw broken; } }), broken);
  const now = new Date(Date.now() - 3600_000);
  const old = clinic.seal(trust, body, { ...sending, now });
  refused('PAVE_EXPIRED', () => billing.open(trust, old, terms));
  assert.deepEqual(billing.open(trust, old, { ...terms, now }).body, body);
  refused('PAVE_MISDIRECTED', () => billing.open(trust, sealed, { ...terms, now }));
});

test('what a message needs cannot be left out', () => {
  const sealed = clinic.seal(trust, body, sending);
  for (const name of ['purpose', 'context', 'to', 'ttlSeconds']) {
    const { [name]: gone, ...rest } = sending;
    misused(name === 'context' ? 'context' : `options.${name}`, () => clinic.seal(trust, body, rest));
  }
  misused('options', () => clinic.seal(trust, body));
  misused('body', () => clinic.seal(trust, 'text', sending));
  misused('trust', () => clinic.seal(clinic, body, sending));
  misused('trust', () => billing.open({}, sealed, terms));
  misused('sealed', () => billing.open(trust, 'text', terms));
  misused('options.purpose', () => billing.open(trust, sealed, { context: {}, isNew: null }));
  misused('context', () => billing.open(trust, sealed, { purpose: 'x', isNew: null }));
  misused('options.isNew', () => billing.open(trust, sealed, { purpose: 'x', context: {} }));
  misused('options.isNew', () => billing.open(trust, sealed, { ...terms, isNew: true }));
  misused('options.to', () => clinic.seal(trust, body, { ...sending, to: [] }));
  misused('options.to[1]', () => clinic.seal(trust, body, { ...sending, to: ['lab', 17] }));
  misused('options.ttlSeconds', () => clinic.seal(trust, body, { ...sending, ttlSeconds: 1e9 }), RangeError);
  misused('options.now', () => clinic.seal(trust, body, { ...sending, now: new Date(NaN) }));
  assert.throws(() => new pave.Identity({}), TypeError);
});

test('signatures say who, and what for', async () => {
  const domain = 'clinic.prescription.v1';
  const signature = clinic.sign(domain, body);
  assert.equal(signature.length, 64);
  assert.equal(trust.verify('clinic', domain, body, signature), undefined);
  refused('PAVE_REFUSED', () => trust.verify('lab', domain, body, signature));
  refused('PAVE_REFUSED', () => trust.verify('clinic', 'clinic.other.v1', body, signature));
  refused('PAVE_REFUSED', () => trust.verify('clinic', domain, Buffer.from('pay 18'), signature));
  refused('PAVE_REFUSED', () => trust.verify('clinic', domain, body, signature.subarray(1)));
  refused('PAVE_REFUSED', () => trust.verify('clinic', domain, body, Buffer.concat([signature, signature])));
  refused('PAVE_UNTRUSTED', () => trust.verify('nobody', domain, body, signature));
  refused('PAVE_ARGUMENT', () => clinic.sign('Not A Domain', body));
  for (let i = 0; i < signature.length; i++) {
    const changed = Buffer.from(signature);
    changed[i] ^= 1;
    refused('PAVE_REFUSED', () => trust.verify('clinic', domain, body, changed));
  }
  misused('domain', () => clinic.sign(undefined, body));
  misused('message', () => clinic.sign(domain, 'text'));
  misused('signature', () => trust.verify('clinic', domain, body, 'text'));
  misused('name', () => trust.verify(undefined, domain, body, signature));

  const piped = new pave.Digest();
  fs.writeFileSync('body', body);
  await pipeline(fs.createReadStream('body', { highWaterMark: 2 }), piped);
  assert.deepEqual(clinic.signDigest(domain, piped), signature);
  const added = new pave.Digest().update(body.subarray(0, 3)).update(body.subarray(3));
  trust.verifyDigest('clinic', domain, added, signature);
  refused('PAVE_ARGUMENT', () => trust.verifyDigest('clinic', domain, added, signature));
  refused('PAVE_ARGUMENT', () => added.update(body));
  misused('digest', () => clinic.signDigest(domain, body));
  misused('bytes', () => new pave.Digest().update('text'));
});

test('an identity says what it lacks', async () => {
  await rejected('PAVE_NO_FILE', pave.Identity.open('nothing.keyset', program));
  await assert.rejects(pave.Identity.open('clinic.keyset'), /^TypeError: unlock/);
  await assert.rejects(pave.Identity.open(17, program), /^TypeError: path/);
  refused('PAVE_SYNTAX', () => new pave.Trust('{'));
  misused('text', () => new pave.Trust({}));
  assert.match(clinic.publicText, /^pave-id1:/);
});
