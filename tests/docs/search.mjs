// SPDX-License-Identifier: Apache-2.0
let stored;
globalThis.library = openLibrary();
globalThis.store = (row, token) => { stored = token; };
globalThis.selectBy = (token) => void (token === stored && used.push('row'));
await page();
assert.deepEqual(used, ['row']);
