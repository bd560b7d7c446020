// SPDX-License-Identifier: Apache-2.0
globalThis.library = openLibrary();
globalThis.passphrase = 'correct horse';
await pave.keyset.rewrap('phi.keyset', program, { passphrase });
let kept;
globalThis.use = (bytes) => { kept = Buffer.from(bytes); };
const it = await page();
await refused(() => it.promote(it.fresh), 'PAVE_KEY_STATE'); // not before a day has passed
await it.promote(await pave.keyset.rotate('phi.keyset', { passphrase }, { stageSeconds: 0 }));
assert.deepEqual(it.again.secret.bytes, kept);
assert.equal(it.again.keyId, it.keyId);
await pave.keyset.rewrap('phi.keyset', { passphrase }, program);
