// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');
const { Closable } = require('./handle.js');
const { contextOf } = require('./context.js');
const { check, failure } = require('./error.js');
const slab = require('./slab.js');
const want = require('./want.js');
const batch = require('./batch.js');
const file = require('./file.js');
const secret = require('./secret.js');
const stream = require('./stream.js');
const token = require('./token.js');

// No suite adds less to a value: so much room opens any.
const OVERHEAD_LEAST = 46;

function offsetOf(offset, out) {
  return offset === 0 ? 0 : want.whole(offset, 'offset', 0, out.length);
}

// What overlaps, or was changed on the way, is all that the addon finds wrong after the checks.
function intoFailure(status) {
  if (status === native.BAD) return new RangeError('out: must not overlap what is sealed or opened');
  return failure(status, 'key');
}

// A Buffer of its own; small results share one.
function large(call, handle, bytes, context, size) {
  const room = Buffer.allocUnsafeSlow(size);
  const n = call(handle, bytes, context, 0, room);
  if (n < 0) throw failure(n, 'key');
  return n === size ? room : room.subarray(0, n);
}

// The key of one purpose. The context is what a value belongs to: open needs the same as seal. It is written to memory
// that all calls share, so nothing of the caller's runs between that and the call.
class Key extends Closable {
  // Once more: a field that many classes have is slower to find.
  #handle;
  #overhead;

  constructor(handle) {
    super(handle);
    this.#handle = handle;
    const overhead = native.keyOverhead(handle);
    if (overhead < 0) throw new TypeError('a Key comes from library.key()');
    this.#overhead = overhead;
  }

  seal(message, context) {
    const size = want.bytes(message, 'message').length + this.#overhead;
    const given = contextOf(context);
    if (size > slab.SMALL_MAX) return large(native.sealInto, this.#handle, message, given, size);
    const n = native.sealInto(this.#handle, message, given, slab.place(size));
    if (n < 0) throw failure(n, 'key');
    return slab.take(n);
  }

  open(sealed, context) {
    const size = Math.max(want.bytes(sealed, 'sealed').length - OVERHEAD_LEAST, 0);
    const given = contextOf(context);
    if (size > slab.SMALL_MAX) return large(native.openInto, this.#handle, sealed, given, size);
    const n = native.openInto(this.#handle, sealed, given, slab.place(size));
    if (n < 0) throw failure(n, 'key');
    return slab.take(n);
  }

  // Into a Buffer of the caller's; gives how much was written. Nothing is allocated.
  sealInto(message, context, out, offset = 0) {
    want.bytes(message, 'message');
    const at = offsetOf(offset, want.bytes(out, 'out'));
    const n = native.sealInto(this.#handle, message, contextOf(context), at, out);
    if (n < 0) throw intoFailure(n);
    return n;
  }

  openInto(sealed, context, out, offset = 0) {
    want.bytes(sealed, 'sealed');
    const at = offsetOf(offset, want.bytes(out, 'out'));
    const n = native.openInto(this.#handle, sealed, contextOf(context), at, out);
    if (n < 0) throw intoFailure(n);
    return n;
  }

  // The size that so many bytes have when sealed.
  sealedSize(size) {
    want.whole(size, 'size', 0, Number.MAX_SAFE_INTEGER);
    if (this.#overhead === 0) throw new TypeError('size: this key seals no values; see sealStream and sealFile');
    return size + this.#overhead;
  }

  // As text for columns and JSON: "pave1:" and base64url.
  sealText(message, context) {
    want.bytes(message, 'message');
    return check(native.sealText(this.#handle, message, contextOf(context)), 'key');
  }

  openText(text, context) {
    if (typeof text !== 'string') throw want.wrong('text', 'a string', text);
    return check(native.openText(this.#handle, text.includes('\0') ? '' : text, contextOf(context)), 'key');
  }

  // Sealed anew by the key of now; null when there is nothing to do. The value is checked either way.
  reseal(sealed, context) {
    want.bytes(sealed, 'sealed');
    return check(native.reseal(this.#handle, sealed, contextOf(context)), 'key');
  }

  // Many at once: { values, errors }; an item that fails leaves null among the values, and its error.
  sealBatch(messages, contexts) {
    return batch.seal(this.#handle, messages, contexts, this.#overhead);
  }

  openBatch(sealed, contexts) {
    return batch.open(this.#handle, sealed, contexts);
  }

  sealStream(context) {
    return new stream.SealStream(this.#handle, context);
  }

  openStream(context) {
    return new stream.OpenStream(this.#handle, context);
  }

  sealFile(from, to, context, options) {
    return file.run(native.fileSeal, this.#handle, { from, to, context, options });
  }

  unsealFile(from, to, context, options) {
    return file.run(native.fileUnseal, this.#handle, { from, to, context, options });
  }

  openFile(path, context) {
    return file.open(this.#handle, path, context);
  }

  // { secret, keyId }: bytes for what libpave does not do itself. Keep the id, and give it to have the same again.
  derive(size, context, keyId) {
    return secret.derive(this.#handle, size, context, keyId);
  }

  issueToken(claims, options) {
    return token.issue(this.#handle, claims, options);
  }

  verifyToken(text, rules) {
    return token.verify(this.#handle, text, rules);
  }

  // The public half of the key that signs now, for those who only verify.
  tokenPublic() {
    return check(native.tokenPublic(this.#handle), 'key');
  }
}

module.exports = { Key };
