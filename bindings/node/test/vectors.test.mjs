// SPDX-License-Identifier: Apache-2.0
// The vectors of docs/spec, each a line of vectors.json with the keyset that it needs in the folder.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import test from 'node:test';
import { pave, program, refused, rejected, trust } from './clinic.mjs';

const vectors = JSON.parse(fs.readFileSync('vectors.json', 'utf8'));
const hex = (text) => Buffer.from(text, 'hex');

function keyOf({ keyset, purpose, subject }) {
  const library = new pave.Library(`${keyset}.json`, { trust, unlock: { [keyset]: program } });
  return library.key(purpose, subject ? { subject } : {});
}

// Whatever byte behind the header is another, it does not open.
async function changes(sealed, from, open) {
  for (let i = from; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] ^= 1;
    await rejected('PAVE_REFUSED', Promise.resolve().then(() => open(changed)));
  }
}

async function openStream(key, sealed, context) {
  const out = [];
  await pipeline(Readable.from([sealed]), key.openStream(context), async (source) => {
    for await (const piece of source) out.push(piece);
  });
  return Buffer.concat(out);
}

const kinds = {
  async seal(vector) {
    const key = keyOf(vector);
    const [sealed, message] = [hex(vector.sealed), hex(vector.message)];
    const { context } = vector;
    assert.deepEqual(key.open(sealed, context), message);
    assert.deepEqual(key.openBatch([sealed], context).values[0], message);
    const room = Buffer.alloc(message.length);
    assert.equal(key.openInto(sealed, new pave.Context(context), room), message.length);
    assert.deepEqual(room, message);
    assert.deepEqual(key.openText(`pave1:${sealed.toString('base64url')}`, context), message);
    await changes(sealed, 6, (changed) => key.open(changed, context));
    assert.deepEqual(pave.inspect(sealed).keyId, vector.id);
  },
  async stream(vector) {
    const key = keyOf(vector);
    const sealed = hex(vector.sealed);
    assert.deepEqual(await openStream(key, sealed, vector.context), hex(vector.message));
    await changes(sealed, 6, (changed) => openStream(key, changed, vector.context));
  },
  async message(vector) {
    const me = await pave.Identity.open(`${vector.keyset}.keyset`, program);
    const known = new pave.Trust(JSON.stringify({ pave: 'trust/1', identities: [{ name: 'sender', public: vector.sender }] }));
    const sealed = hex(vector.sealed);
    const terms = { purpose: vector.purpose, context: vector.context, isNew: null, now: new Date(vector.now * 1000) };
    const got = me.open(known, sealed, terms);
    assert.deepEqual([got.body, got.sender], [hex(vector.message), 'sender']);
    refused('PAVE_REFUSED', () => me.open(known, sealed, { ...terms, context: { ...vector.context, more: 'x' } }));
    await changes(sealed, 6 + 96 * sealed.readUInt32BE(2), (changed) => me.open(known, changed, terms));
  },
  async token(vector) {
    const key = keyOf(vector);
    const rules = { audience: 'portal', context: vector.context, now: new Date('2026-11-23T08:30:00Z') };
    assert.deepEqual(key.verifyToken(vector.token, rules),
      { aud: 'portal', iat: '2026-11-23T08:00:00Z', exp: '2026-11-23T09:00:00Z', role: 'nurse' });
    refused('PAVE_REFUSED', () => key.verifyToken(vector.token, { ...rules, context: { ...vector.context, more: 'x' } }));
    refused('PAVE_EXPIRED', () => key.verifyToken(vector.token, { ...rules, now: new Date('2026-11-23T09:30:00Z') }));
  },
  async index({ keyset, purpose, index, values, token }) {
    const library = new pave.Library(`${keyset}.json`, { trust, unlock: { [keyset]: program } });
    assert.equal(library.index(purpose, index).token(values), token);
    assert.deepEqual(library.index(purpose, index).query(values), [token]);
  },
  async derive(vector) {
    const { secret, keyId } = keyOf(vector).derive(vector.size, vector.context);
    assert.deepEqual(secret.bytes, hex(vector.derived));
    assert.equal(keyId, vector.id);
  },
  async subject(vector) {
    const { keyset, purpose, subject, context } = vector;
    const library = new pave.Library(`${keyset}.json`, { trust, unlock: { [keyset]: program } });
    const key = library.subjectKey(purpose, subject, hex(vector.secret));
    assert.deepEqual(key.open(hex(vector.sealed), context), hex(vector.message));
    refused('PAVE_REFUSED', () => library.key(purpose, { subject }).open(hex(vector.sealed), context));
    await changes(hex(vector.secret), 6, (changed) => library.subjectKey(purpose, subject, changed));
  },
};

vectors.forEach((vector, i) => test(`${i}: ${vector.suite}`, () => kinds[vector.kind](vector)));
assert.deepEqual(new Set(vectors.map(({ kind }) => kind)), new Set(Object.keys(kinds)));
