// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');

let handleOf;

// What is closed: by close(), by `using` where Symbol.dispose is known, and at the latest when it is collected.
// The handle is private: nobody can pass that of another class, or print it.
class Closable {
  #handle;

  constructor(handle) {
    this.#handle = handle;
  }

  close() {
    native.close(this.#handle);
  }

  static {
    handleOf = (closable) => closable.#handle;
  }
}
if (Symbol.dispose) {
  Object.defineProperty(Closable.prototype, Symbol.dispose,
    { value() { this.close(); }, configurable: true, writable: true });
}

module.exports = { Closable, handleOf };
