// SPDX-License-Identifier: Apache-2.0
'use strict';

// Streams seal and open what flows through them, in bounded memory, with the backpressure of all streams.
const { Transform } = require('node:stream');
const native = require('./native.js');
const { contextOf } = require('./context.js');
const { check, failure } = require('./error.js');
const want = require('./want.js');

// The room of a call: a chunk of 16 KiB may have waited, and each grows by a tag.
const CHUNK = 16 << 10;
const TAG = 16;
const HEAD = 62;
const PULL = CHUNK + TAG;

function bytesOf(chunk, encoding) {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : want.bytes(chunk, 'chunk');
}

class Through extends Transform {
  #handle;

  constructor(handle) {
    super({ decodeStrings: false });
    this.#handle = handle;
  }

  // Runs one step; its error is the stream's, and nothing of what it made is handed on.
  step(done, room, call) {
    const n = call(this.#handle, room);
    if (n < 0) {
      done(failure(n, 'stream'));
      return;
    }
    if (n > 0) this.push(n === room.length ? room : room.subarray(0, n));
    done();
  }

  _destroy(error, done) {
    native.close(this.#handle);
    done(error);
  }
}

class SealStream extends Through {
  constructor(key, context) {
    const head = Buffer.allocUnsafeSlow(HEAD);
    const [handle, n] = check(native.writerOpen(key, contextOf(context), head), 'key');
    super(handle);
    this.push(head.subarray(0, n));
  }

  _transform(chunk, encoding, done) {
    const bytes = bytesOf(chunk, encoding);
    const chunks = Math.floor(bytes.length / CHUNK) + 1;
    this.step(done, Buffer.allocUnsafeSlow(chunks * PULL),
      (handle, room) => native.writerWrite(handle, bytes, room));
  }

  _flush(done) {
    this.step(done, Buffer.allocUnsafeSlow(PULL), native.writerFinish);
  }
}

// Each piece was verified before it is handed on; that it was all of them is known at the end alone.
class OpenStream extends Through {
  constructor(key, context) {
    super(check(native.readerOpen(key, contextOf(context)), 'key'));
  }

  _transform(chunk, encoding, done) {
    if (typeof chunk === 'string') {
      done(new TypeError('chunk: sealed bytes are no text; read the source without an encoding'));
      return;
    }
    const bytes = bytesOf(chunk, encoding);
    this.step(done, Buffer.allocUnsafeSlow(bytes.length + PULL),
      (handle, room) => native.readerPush(handle, bytes, room));
  }

  _flush(done) {
    this.step(done, Buffer.allocUnsafeSlow(PULL + 1), native.readerEnd);
  }
}

module.exports = { OpenStream, SealStream };
