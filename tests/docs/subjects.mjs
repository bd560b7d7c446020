// SPDX-License-Identifier: Apache-2.0
globalThis.library = openLibrary();
const it = await page();
await refused(() => library.subjectKey('phi.patient.name', 'p-18', it.secret));
assert.ok(it.secret.length === 110 && it.sealed.length === 12 + 78);
