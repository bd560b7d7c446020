// SPDX-License-Identifier: Apache-2.0
'use strict';

// libpave: call it, and move on. Application code names a purpose; the signed policy says the rest.
const native = require('./lib/native.js');
const { Context } = require('./lib/context.js');
const { PaveError, check } = require('./lib/error.js');
const { Digest, Identity, ReplayCache, Trust } = require('./lib/identity.js');
const { Key } = require('./lib/key.js');
const { SealedFile } = require('./lib/file.js');
const { idText } = require('./lib/keyid.js');
const keyset = require('./lib/keyset.js');
const { Library } = require('./lib/library.js');
const { hashPassword, verifyPassword } = require('./lib/password.js');
const random = require('./lib/random.js');
const { Index, indexPlan } = require('./lib/search.js');
const { Secret, equal, wipe } = require('./lib/secret.js');
const { Jwks, PasetoKey } = require('./lib/token.js');
const want = require('./lib/want.js');

// What can be said of a sealed value, stream or message without any key.
function inspect(sealed) {
  const found = check(native.inspect(want.bytes(sealed, 'sealed')), 'sealed');
  return { ...found, keyId: found.recipients > 0 ? null : idText(found.keyId) };
}

exports.version = native.version;
exports.Library = Library;
exports.Key = Key;
exports.Context = Context;
exports.SealedFile = SealedFile;
exports.Identity = Identity;
exports.Trust = Trust;
exports.Digest = Digest;
exports.ReplayCache = ReplayCache;
exports.Jwks = Jwks;
exports.PasetoKey = PasetoKey;
exports.Index = Index;
exports.Secret = Secret;
exports.PaveError = PaveError;
exports.keyset = Object.freeze({
  create: keyset.create, rotate: keyset.rotate, change: keyset.change, rewrap: keyset.rewrap, check: keyset.check,
});
exports.inspect = inspect;
exports.indexPlan = indexPlan;
exports.hashPassword = hashPassword;
exports.verifyPassword = verifyPassword;
exports.randomBytes = random.randomBytes;
exports.randomBelow = random.randomBelow;
exports.randomToken = random.randomToken;
exports.randomPin = random.randomPin;
exports.randomUuid = random.randomUuid;
exports.randomUuidOrdered = random.randomUuidOrdered;
exports.equal = equal;
exports.wipe = wipe;
