// SPDX-License-Identifier: Apache-2.0
'use strict';

const { Writable } = require('node:stream');
const native = require('./native.js');
const { contextOf } = require('./context.js');
const { PaveError, STATUS, check, failure, settle } = require('./error.js');
const { Closable, handleOf } = require('./handle.js');
const unlock = require('./unlock.js');
const want = require('./want.js');

const TTL_MAX = 31 * 24 * 3600;
const SWEEP_MS = 10_000;

// What comes in pieces and is signed as one; a Writable, so that a file can be piped into it.
class Digest extends Writable {
  #handle;

  constructor() {
    super({ decodeStrings: true });
    this.#handle = check(native.digestNew(), 'digest');
  }

  update(bytes) {
    check(native.digestAdd(this.#handle, want.bytes(bytes, 'bytes')), 'digest');
    return this;
  }

  _write(chunk, encoding, done) {
    const n = native.digestAdd(this.#handle, chunk);
    done(n < 0 ? failure(n, 'digest') : null);
  }

  static handleOf(digest) {
    return want.of(digest, Digest, 'digest').#handle;
  }
}
const digestHandle = Digest.handleOf;
delete Digest.handleOf;

// Whom this service knows, by name.
class Trust extends Closable {
  constructor(text) {
    super(check(native.trustRead(want.text(text, 'text')), 'trust'));
  }

  // Throws PAVE_REFUSED or PAVE_UNTRUSTED: there is no answer that could be overlooked.
  verify(name, domain, message, signature) {
    check(native.verify(handleOf(this), want.text(name, 'name'), want.text(domain, 'domain'),
      want.bytes(message, 'message'), want.bytes(signature, 'signature')), 'trust');
  }

  verifyDigest(name, domain, digest, signature) {
    check(native.verifyDigest(handleOf(this), want.text(name, 'name'), want.text(domain, 'domain'),
      digestHandle(digest), want.bytes(signature, 'signature')), 'trust');
  }
}

function recipients(to) {
  const names = typeof to === 'string' ? [to] : to;
  if (!Array.isArray(names) || names.length < 1 || names.length > 64) {
    throw want.wrong('options.to', 'a name, or an array of 1 to 64', to);
  }
  return [...names].map((name, i) => want.text(name, `options.to[${i}]`));
}

// Whether a message may come more than once is decided, not left out.
function isNewOf(options) {
  const { isNew } = options;
  if (isNew === null || typeof isNew === 'function') return isNew;
  throw want.wrong('options.isNew', 'a function, or null when a message may come more than once', isNew);
}

// Only `true` is yes: a promise that nobody waited for is not.
function decide(received, answer) {
  if (answer === true) return;
  received.body.fill(0);
  if (answer === false) throw new PaveError(STATUS.PAVE_REPLAYED);
  throw want.wrong('options.isNew', 'to answer true or false (openAsync takes a promise)', answer);
}

function opened({ body, sender, sent, expires }) {
  return { body, sender, sent: new Date(sent * 1000), expires: new Date(expires * 1000) };
}

// Remembers ids until they have expired, in this process: `isNew` of messages. Services of several processes need a
// table that they share.
class ReplayCache {
  #ends = new Map(); // by the id, in the order of arrival
  #sweepAt = 0;

  constructor() {
    this.isNew = this.isNew.bind(this);
  }

  get size() {
    return this.#ends.size;
  }

  isNew(id, until) {
    const now = Date.now();
    if (now >= this.#sweepAt) this.#sweep(now);
    const text = want.bytes(id, 'id').toString('hex');
    if (this.#ends.has(text)) return false;
    this.#ends.set(text, until.getTime());
    return true;
  }

  // Every ten seconds at most: all of it is looked at.
  #sweep(now) {
    for (const [id, end] of this.#ends) if (end <= now) this.#ends.delete(id);
    this.#sweepAt = now + SWEEP_MS;
  }
}

// Who this service is to others.
class Identity extends Closable {
  constructor(handle) {
    super(handle);
    if (native.identityPublic(handle) === native.BAD) throw new TypeError('an Identity comes from Identity.open()');
  }

  // Unlocked off the main thread.
  static async open(path, how) {
    const file = want.path(path, 'path');
    return new Identity(await settle(unlock.using([[how, 'unlock']], (list) => native.identityOpen(file, list)), 'identity'));
  }

  // What others list in their trust file.
  get publicText() {
    return check(native.identityPublic(handleOf(this)), 'identity');
  }

  sign(domain, message) {
    return check(native.sign(handleOf(this), want.text(domain, 'domain'), want.bytes(message, 'message')), 'identity');
  }

  signDigest(domain, digest) {
    return check(native.signDigest(handleOf(this), want.text(domain, 'domain'), digestHandle(digest)), 'identity');
  }

  // Seals a message for all of `to`.
  seal(trust, body, options) {
    const { purpose, context, to, ttlSeconds, now } = want.object(options, 'options');
    want.of(trust, Trust, 'trust');
    want.bytes(body, 'body');
    want.whole(ttlSeconds, 'options.ttlSeconds', 1, TTL_MAX);
    const names = recipients(to);
    const at = want.seconds(now, 'options.now');
    want.text(purpose, 'options.purpose');
    return check(native.messageSeal(handleOf(this), handleOf(trust), body, contextOf(context), purpose, at,
      ttlSeconds, names), 'identity');
  }

  #receive(trust, sealed, options) {
    const { purpose, context, now } = options;
    want.of(trust, Trust, 'trust');
    want.bytes(sealed, 'sealed');
    want.text(purpose, 'options.purpose');
    const at = want.seconds(now, 'options.now');
    return check(native.messageOpen(handleOf(this), handleOf(trust), sealed, contextOf(context), purpose, at),
      'identity');
  }

  // Opens a message. `isNew(id, until)` is asked last, and remembers the id until then.
  open(trust, sealed, options) {
    const isNew = isNewOf(want.object(options, 'options'));
    const received = this.#receive(trust, sealed, options);
    if (isNew) decide(received, ask(isNew, received));
    return opened(received);
  }

  // The same, for an isNew that answers later, such as from a database.
  async openAsync(trust, sealed, options) {
    const isNew = isNewOf(want.object(options, 'options'));
    const received = this.#receive(trust, sealed, options);
    if (isNew) decide(received, await ask(isNew, received));
    return opened(received);
  }
}

// What it throws is thrown; the body is gone.
function ask(isNew, received) {
  const wipe = (error) => {
    received.body.fill(0);
    throw error;
  };
  try {
    const answer = isNew(received.id, new Date(received.until * 1000));
    return typeof answer?.then === 'function' ? answer.then((value) => value, wipe) : answer;
  } catch (error) {
    return wipe(error);
  }
}

module.exports = { Digest, Identity, ReplayCache, Trust };
