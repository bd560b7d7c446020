// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');
const { Closable, handleOf } = require('./handle.js');
const { check, settle } = require('./error.js');
const { Key } = require('./key.js');
const password = require('./password.js');
const search = require('./search.js');
const unlock = require('./unlock.js');
const want = require('./want.js');

// `given` is { phi: { passphrase } }; the addon gets [name, how, name, how, …].
function open(policy, trust, given) {
  const names = Object.keys(want.object(given, 'options.unlock'));
  const ways = names.map((name) => [given[name], `options.unlock.${want.text(name, 'options.unlock')}`]);
  return unlock.using(ways, (...lists) => native.libraryOpen(policy, trust, names.flatMap((name, i) => [name, lists[i]])));
}

function subjectOf(options) {
  const { subject } = want.object(options, 'options');
  return subject === undefined ? null : want.textOrBytes(subject, 'options.subject');
}

// A policy and its keysets. Application code names purposes; the signed policy says the rest.
class Library extends Closable {
  constructor(policy, options) {
    const { trust, unlock: given } = want.object(options, 'options');
    super(check(open(want.path(policy, 'policy'), want.text(trust, 'options.trust').trim(), given), 'library'));
  }

  // The key of a purpose; with `subject`, one that only this patient or tenant has. The first key of a keyset
  // unlocks it, which takes as long as its passphrase asks for: at start, or by keyAsync.
  key(purpose, options = {}) {
    const subject = subjectOf(options);
    return new Key(check(native.keyOpen(handleOf(this), want.text(purpose, 'purpose'), subject, null), 'library'));
  }

  // The same, unlocked off the main thread.
  async keyAsync(purpose, options = {}) {
    const subject = subjectOf(options);
    return new Key(await settle(
      native.keyOpenAsync(handleOf(this), want.text(purpose, 'purpose'), subject, null), 'library'));
  }

  // An index of a purpose: what finds its sealed values.
  index(purpose, name) {
    return search.open(handleOf(this), purpose, name);
  }

  // A new secret for a patient or tenant: store it with their record; without it nobody opens what is theirs.
  newSubject(purpose, name) {
    return check(native.subjectNew(handleOf(this), want.text(purpose, 'purpose'),
      want.textOrBytes(name, 'name'), null), 'library');
  }

  // The key of a purpose for a subject and its secret.
  subjectKey(purpose, name, secret) {
    return new Key(check(native.keyOpen(handleOf(this), want.text(purpose, 'purpose'),
      want.textOrBytes(name, 'name'), want.bytes(secret, 'secret')), 'library'));
  }

  // After a rotation: the same secret under the key of now; null when there is nothing to do.
  resealSubject(purpose, name, secret) {
    return check(native.subjectReseal(handleOf(this), want.text(purpose, 'purpose'),
      want.textOrBytes(name, 'name'), want.bytes(secret, 'secret')), 'library');
  }

  // What the policy says that hashing a password costs.
  get passwordCost() {
    const [memoryKib, passes] = check(native.passwordCost(handleOf(this)), 'library');
    return { memoryKib, passes };
  }

  // As the functions of these names, at the policy's cost.
  async hashPassword(given) {
    return password.hashPassword(given, this.passwordCost);
  }

  async verifyPassword(given, stored) {
    return password.verifyPassword(given, stored, this.passwordCost);
  }
}

module.exports = { Library };
