// SPDX-License-Identifier: Apache-2.0
// What all tests begin with. They run in a folder that has a signed policy and its keysets; tests/support/ makes it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

export const PACKAGE = process.env.PAVE_NODE_PACKAGE;
const module = await import(pathToFileURL(`${PACKAGE}/index.mjs`));
export const pave = module.default;
export const trust = fs.readFileSync('trust.txt', 'utf8');
export const program = { program: './program' };
export const unlock = {
  phi: program, files: program, login: program, invite: program, locked: { passphrase: 'correct horse' },
};

export function openLibrary(more = {}) {
  return new pave.Library('policy.json', { trust, unlock: { ...unlock, ...more } });
}

// A call is refused with this code; gives the error.
export function refused(code, call) {
  try {
    call();
  } catch (error) {
    return same(code, error);
  }
  return assert.fail(`${code} was not thrown`);
}

export async function rejected(code, promise) {
  try {
    await promise;
  } catch (error) {
    return same(code, error);
  }
  return assert.fail(`${code} was not thrown`);
}

function same(code, error) {
  assert.ok(error instanceof pave.PaveError, String(error.stack));
  assert.equal(error.code, code, error.message);
  assert.ok(error.message.length > 0 && error.status < 0);
  return error;
}

// A wrong argument is a TypeError or RangeError that begins with its name.
export function misused(name, call, kind = TypeError) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof kind && !(error instanceof pave.PaveError), String(error.stack));
    assert.ok(error.message.startsWith(name), error.message);
    return error;
  }
  return assert.fail(`${name}: nothing was thrown`);
}
