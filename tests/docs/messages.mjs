// SPDX-License-Identifier: Apache-2.0
const ids = new Set();
globalThis.passphrase = 'correct horse';
globalThis.billing = await pave.Identity.open('billing.keyset', program);
globalThis.rememberOnce = async (id) => !ids.has(id) && Boolean(ids.add(id));
fs.writeFileSync('prescription.txt', 'Metformin 500 mg');
const it = await page();
assert.deepEqual(used.map(String), ['clinic', 'pay 17']);
const terms = { purpose: 'invoice.new', context: { invoice: '17' }, isNew: (id) => rememberOnce(id.toString('hex')) };
await refused(() => billing.openAsync(it.trust, it.sealed, terms), 'PAVE_REPLAYED');
await refused(() => it.trust.verify('clinic', 'clinic.other.v1', Buffer.from('Metformin 500 mg'), it.signature));
