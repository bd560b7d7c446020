// SPDX-License-Identifier: Apache-2.0
const table = new Map();
globalThis.store = globalThis.storeBytes = (row, value) => void table.set(row, value);
globalThis.load = (row) => table.get(row);
const it = await page();
it.writeName('p-17', 'Ada Lovelace');
assert.match(table.get('p-17'), /^pave1:/);
assert.equal(it.readName('p-17'), 'Ada Lovelace');
table.set('p-18', table.get('p-17'));
await refused(() => it.readName('p-18'));
assert.deepEqual(used.map(String), ['Ada Lovelace', 'Grace Hopper']);
assert.equal(it.names.open(it.room.subarray(0, it.n), it.row).toString(), 'Ada Lovelace');
const before = new Map(table);
it.resealName('p-17', it.sealed.values[0]);
assert.deepEqual(table, before);
