// SPDX-License-Identifier: Apache-2.0
// Before what is in PAGE.mjs; page() runs the blocks of the page, and gives what they define.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as pave from 'pave';

const textOf = (name) => fs.readFileSync(name, 'utf8');
const program = { program: './unwrap' };
const page = async () => (await import('./page.mjs')).it;
const used = [];
globalThis.use = (...what) => void used.push(...what);
globalThis.trust = textOf('trust.txt');

function openLibrary() {
  const names = Object.keys(JSON.parse(textOf('policy.json')).keysets);
  return new pave.Library('policy.json', { trust, unlock: Object.fromEntries(names.map((name) => [name, program])) });
}

async function refused(call, code = 'PAVE_REFUSED') {
  await assert.rejects(async () => call(), { name: 'PaveError', code });
}
