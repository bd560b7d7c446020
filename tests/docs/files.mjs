// SPDX-License-Identifier: Apache-2.0
import { PassThrough, Readable } from 'node:stream';

globalThis.library = openLibrary();
const it = await page();
const data = fs.readFileSync('scan.dcm');
assert.deepEqual(fs.readFileSync('again.dcm'), data);
assert.deepEqual([it.header, it.end, Buffer.concat(used)], [data.subarray(0, 16), data.subarray(16), data.subarray(16)]);
used.length = 0;
const long = Buffer.alloc(100000, data);
await it.sendSealed(Readable.from([long]), fs.createWriteStream('stream.pave'));
await it.receiveSealed(fs.createReadStream('stream.pave'));
assert.deepEqual(Buffer.concat(used), long);
fs.truncateSync('stream.pave', 50000);
await refused(() => it.receiveSealed(fs.createReadStream('stream.pave')));
const cut = new PassThrough();
cut.destroy(new Error('the line is dead'));
// Node.js 18 may not get to making the file.
fs.writeFileSync('half.pave', '');
await assert.rejects(it.sendSealed(cut, fs.createWriteStream('half.pave')), /the line is dead/);
await assert.rejects(it.receiveSealed(fs.createReadStream('half.pave')), { name: 'PaveError' });
