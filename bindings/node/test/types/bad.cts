// SPDX-License-Identifier: Apache-2.0
// Each marked line must not compile; one that does is an error of its own.
import pave = require('pave');

declare const library: pave.Library;
declare const key: pave.Key;
declare const me: pave.Identity;
declare const trust: pave.Trust;
const bytes = Buffer.alloc(1);
const row = { patient: 'p-17' };

// @ts-expect-error: the context is left out
key.seal(bytes);
// @ts-expect-error: the context is left out
key.open(bytes);
// @ts-expect-error: the context is left out
key.sealText(bytes);
// @ts-expect-error: the context is left out
key.openText('pave1:');
// @ts-expect-error: the context is left out
key.reseal(bytes);
// @ts-expect-error: the context is left out
key.sealBatch([bytes]);
// @ts-expect-error: the context is left out
key.sealStream();
// @ts-expect-error: the context is left out
void key.sealFile('a', 'b');
// @ts-expect-error: the room is taken for the context
key.sealInto(bytes, Buffer.alloc(100), row);
// @ts-expect-error: a context that may not be there
key.seal(bytes, undefined);
// @ts-expect-error: a context of text alone
key.seal(bytes, 'p-17');
// @ts-expect-error: a field that is a number
key.seal(bytes, { patient: 17 });
// @ts-expect-error: a field that may not be there
key.seal(bytes, { patient: undefined as string | undefined });
// @ts-expect-error: a Map has no fields
key.seal(bytes, new Map([['patient', 'p-17']]));
// @ts-expect-error: text where bytes are needed
key.seal('Ada', row);
// @ts-expect-error: text where bytes are needed
key.open('pave1:', row);
// @ts-expect-error: bytes where text is needed
key.openText(bytes, row);
// @ts-expect-error: the purpose is left out
library.key();
// @ts-expect-error: no trusted key
new pave.Library('policy.json', { unlock: {} });
// @ts-expect-error: no way to unlock
new pave.Library('policy.json', { trust: 'x' });
// @ts-expect-error: two ways to unlock at once
new pave.Library('policy.json', { trust: 'x', unlock: { phi: { passphrase: 'x', program: 'y' } } });
// @ts-expect-error: a passphrase that is not said to be one
new pave.Library('policy.json', { trust: 'x', unlock: { phi: 'x' } });
// @ts-expect-error: keys are not made by hand
new pave.Key();
// @ts-expect-error: identities are not made by hand
new pave.Identity('me.keyset');
// @ts-expect-error: what was sealed in a batch may be null
key.open(key.sealBatch([bytes], row).values[0], row);
// @ts-expect-error: a password is not checked before the promise is settled
if (pave.verifyPassword('x', 'y')) console.log('in');
// @ts-expect-error: the stored hash is left out
void pave.verifyPassword('x');
// @ts-expect-error: verify throws, and has no answer
if (trust.verify('me', 'a.b', bytes, bytes)) console.log('genuine');
// @ts-expect-error: the domain is left out
me.sign(bytes);
// @ts-expect-error: the signature is left out
trust.verify('me', 'a.b', bytes);
// @ts-expect-error: the purpose of a message is left out
me.seal(trust, bytes, { context: row, to: 'billing', ttlSeconds: 1 });
// @ts-expect-error: the context of a message is left out
me.open(trust, bytes, { purpose: 'a', isNew: null });
// @ts-expect-error: whether a message may come again is left out
me.open(trust, bytes, { purpose: 'a', context: row });
// @ts-expect-error: a promise is no answer here
me.open(trust, bytes, { purpose: 'a', context: row, isNew: async () => true });
// @ts-expect-error: how long a token is valid is left out
key.issueToken({}, { audience: 'a', context: row });
// @ts-expect-error: whom a token is for is left out
key.verifyToken('v4.local.', { context: row });
// @ts-expect-error: the audience of a token of others is left out
new pave.Jwks('{}').verify('a.b.c', { issuer: 'a' });
// @ts-expect-error: the issuer of a token of others is left out
new pave.Jwks('{}').verify('a.b.c', { audience: 'a' });
// @ts-expect-error: no state of a key
void pave.keyset.change('a', { program: 'b' }, '00000000', 'deleted');
// @ts-expect-error: text where bytes are compared
pave.equal('a', 'b');
// @ts-expect-error: no code of an error
if ((null as unknown as pave.PaveError).code === 'PAVE_WRONG') console.log('never');
