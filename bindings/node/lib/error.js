// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');

// What a key decides is one code, PAVE_REFUSED, for whatever reason; all else says what to do.
class PaveError extends Error {
  constructor(status, detail = '') {
    const meaning = native.statusText(status);
    super(detail && detail !== meaning ? `${detail} (${meaning})` : meaning);
    this.code = native.statusName(status);
    this.status = status;
  }
}
Object.defineProperty(PaveError.prototype, 'name', { value: 'PaveError', writable: true, configurable: true });

const { STATUS } = native;

// The error of a call that gave a number below zero. `what` is the handle's kind.
function failure(status, what) {
  if (status === native.CLOSED) return new Error(`the ${what} is closed`);
  if (status === native.BAD) return new TypeError('an argument was changed while it was used, or is of a wrong type');
  return new PaveError(status, native.lastError());
}

// The value of a call, or its error is thrown.
function check(value, what) {
  if (typeof value === 'number' && value < 0) throw failure(value, what);
  return value;
}

// The same for work in the background, which gives [status, value or text].
async function settle(promise, what) {
  const [status, value] = await check(promise, what);
  if (status !== 0) throw new PaveError(status, value ?? '');
  return check(value, what);
}

module.exports = { PaveError, STATUS, failure, check, settle };
