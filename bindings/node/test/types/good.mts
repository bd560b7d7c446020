// SPDX-License-Identifier: Apache-2.0
// Compiles: what the documentation says that one can do.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pave, { Context, Digest, Identity, Jwks, Key, Library, PasetoKey, PaveError, ReplayCache, SealedFile, Secret, Trust, keyset } from 'pave';
import * as all from 'pave';

declare const trustText: string;
const library = new Library('policy.json', {
  trust: trustText,
  unlock: { phi: { passphrase: 'x' }, files: { program: new URL('file:///p') }, login: { parent: 'a', unlock: { passphrase: Buffer.alloc(1) } } },
});
const key: Key = library.key('phi.name', { subject: 'p-17' });
const row = { patient: 'p-17', column: Buffer.from('name') } as const;
const sealed: Buffer = key.seal(new Uint8Array(3), row);
const opened: Buffer = key.open(sealed, new Context(row));
const n: number = key.sealInto(opened, row, Buffer.alloc(key.sealedSize(3)), 0);
const text: string = key.sealText(opened, {});
const current: Buffer | null = key.reseal(sealed, row);
const { values, errors } = key.sealBatch([opened, sealed], [row, new Context(row)]);
const first: Buffer | null = values[0];
const error: PaveError | undefined = errors.get(0);
if (error?.code === 'PAVE_REFUSED') console.log(n, text, current, first);
await pipeline(createReadStream('a'), key.sealStream(row), key.openStream(row), new Digest());
await key.sealFile('a', new URL('file:///b'), row, { threads: 1, progress: (done, whole) => console.log(done / whole) });
const file: SealedFile = await key.openFile('b', row);
const part: Buffer = await file.readAt(0, 10);
file.createReadStream({ start: 1, end: 2 }).destroy();
const other: Key = await library.keyAsync('phi.name');
other.close();
const me: Identity = await Identity.open('me.keyset', { passphrase: part });
const trust = new Trust('{}');
const message: Buffer = me.seal(trust, opened, { purpose: 'a', context: {}, to: ['b'] as const, ttlSeconds: 1 });
const received = me.open(trust, message, { purpose: 'a', context: row, isNew: (id, until) => id.length > 0 && until > new Date() });
me.open(trust, message, { purpose: 'a', context: row, isNew: new ReplayCache().isNew });
const later: Date = (await me.openAsync(trust, message, { purpose: 'a', context: row, isNew: async () => true })).expires;
trust.verify('me', 'a.b', received.body, me.sign('a.b', received.body));
trust.verifyDigest('me', 'a.b', new Digest().update(part), me.signDigest('a.b', new Digest()));
const token: string = key.issueToken({ role: 'nurse' }, { audience: 'a', ttlSeconds: 1, context: {}, now: later });
const claims: unknown = key.verifyToken(token, { audience: 'a', context: {} }).role;
new PasetoKey(key.tokenPublic()).verify(token, { audience: 'a' });
new Jwks({ keys: [] }).verify(token, { issuer: 'a', audience: null });
const stored: string = await library.hashPassword('x');
const upgraded: string | null = await pave.verifyPassword('x', stored, { memoryKib: 19456 });
const id: string = await keyset.rotate('a', { program: 'b' });
await keyset.change('a', { program: 'b' }, id, 'primary');
const secret = new Secret(32);
const big: bigint = all.randomBelow(10n);
const small: number = all.randomBelow(10);
const index = library.index('phi.name.index', 'name');
const tokens: string[] = [index.token({ name: 'Ada' }), ...index.query({ name: 'Ada' })];
const disk: Buffer = key.derive(32, { disk: 'a' }, key.derive(32, { disk: 'a' }).keyId).secret.bytes;
console.log(tokens, disk, all.indexPlan(1000, 5000).usual);
console.log(claims, upgraded, big, small, all.inspect(sealed).keyId, all.equal(secret.bytes, part), all.version);
