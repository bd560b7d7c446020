// SPDX-License-Identifier: Apache-2.0
globalThis.library = openLibrary();
globalThis.text = textOf('jwks.json');
globalThis.token = textOf('jwt.txt');
const invite = library.key('invite');
globalThis.publicText = invite.tokenPublic();
globalThis.signedToken = invite.issueToken({ iss: 'clinic' }, { audience: 'portal', ttlSeconds: 60, context: {} });
const it = await page();
assert.deepEqual([it.claims.iss, it.role, it.iss], ['https://login.clinic.example', 'nurse', 'clinic']);
await refused(() => it.login.verifyToken(it.issued, { audience: 'portal', context: { user: 'u-2' } }));
