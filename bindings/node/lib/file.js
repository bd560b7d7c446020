// SPDX-License-Identifier: Apache-2.0
'use strict';

const { Readable } = require('node:stream');
const native = require('./native.js');
const { contextOf } = require('./context.js');
const { check, settle } = require('./error.js');
const { Closable, handleOf } = require('./handle.js');
const want = require('./want.js');

const THREADS_MAX = 64;
const READ_MAX = 1 << 30;
const PIECE = 64 << 10;

// What the addon calls, and a promise for its last call: that is on its way when the work is done already.
function progressOf(call) {
  if (call === undefined) return { say: null, last: null };
  if (typeof call !== 'function') throw want.wrong('options.progress', 'a function', call);
  let ended;
  const last = new Promise((resolve) => { ended = resolve; });
  const say = (done, all) => {
    if (done === all) ended();
    call(done, all);
  };
  return { say, last };
}

// Seals or opens a whole file off the main thread; the target appears whole or not at all.
async function run(call, key, { from, to, context, options = {} }) {
  const source = want.path(from, 'from');
  const target = want.path(to, 'to');
  const { threads = 0, progress } = want.object(options, 'options');
  want.whole(threads, 'options.threads', 0, THREADS_MAX);
  const { say, last } = progressOf(progress);
  await settle(call(key, contextOf(context), source, target, threads, say), 'key');
  await last;
}

// A sealed file that is read at any place. Each piece is verified as it is read, the length when it is opened.
class SealedFile extends Closable {
  #last = Promise.resolve();

  constructor(handle) {
    super(handle);
    this.size = check(native.fileSize(handle), 'file');
  }

  // As many bytes as there are from `offset` on, `length` at most; none past the end. Reads wait for each other.
  readAt(offset, length) {
    want.whole(offset, 'offset', 0, Number.MAX_SAFE_INTEGER);
    want.whole(length, 'length', 1, READ_MAX);
    const most = Math.min(length, Math.max(this.size - offset, 1));
    const read = this.#last.then(() => settle(native.fileReadAt(handleOf(this), offset, most), 'file'));
    this.#last = read.catch(() => {});
    return read;
  }

  // The bytes from `start` to `end`, the last of them included, as of fs.createReadStream.
  createReadStream({ start = 0, end = this.size - 1 } = {}) {
    want.whole(start, 'start', 0, Number.MAX_SAFE_INTEGER);
    want.whole(end, 'end', -1, Number.MAX_SAFE_INTEGER);
    const file = this;
    let at = start;
    return new Readable({
      read() {
        const length = Math.min(PIECE, end + 1 - at);
        if (length <= 0) return void this.push(null);
        file.readAt(at, length).then((bytes) => {
          at += bytes.length;
          this.push(bytes.length > 0 ? bytes : null);
        }, (error) => this.destroy(error));
      },
    });
  }
}

async function open(key, path, context) {
  const place = want.path(path, 'path');
  return new SealedFile(await settle(native.fileOpen(key, contextOf(context), place), 'key'));
}

module.exports = { SealedFile, open, run };
