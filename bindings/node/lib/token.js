// SPDX-License-Identifier: Apache-2.0
'use strict';

const native = require('./native.js');
const { contextOf } = require('./context.js');
const { check } = require('./error.js');
const { Closable, handleOf } = require('./handle.js');
const want = require('./want.js');

const TTL_MAX = 400 * 24 * 3600;
const LEEWAY_MAX = 300;
const NOTHING = Buffer.alloc(0);

function jsonOf(claims) {
  return Buffer.from(JSON.stringify(want.object(claims, 'claims')), 'utf8');
}

// What others have signed is a token only as text; how it is wrong is for libpave to say.
function tokenText(text) {
  if (typeof text !== 'string') throw want.wrong('token', 'a string', text);
  return text.includes('\0') ? '' : text;
}

function rulesOf(given) {
  const { audience, issuer, leewaySeconds = 0, now } = want.object(given, 'rules');
  return [want.text(audience, 'rules.audience'), want.optionalText(issuer, 'rules.issuer'),
    want.whole(leewaySeconds, 'rules.leewaySeconds', 0, LEEWAY_MAX), want.seconds(now, 'rules.now')];
}

function issue(key, claims, options) {
  const { audience, ttlSeconds, context, now } = want.object(options, 'options');
  const json = jsonOf(claims);
  want.text(audience, 'options.audience');
  want.whole(ttlSeconds, 'options.ttlSeconds', 1, TTL_MAX);
  const at = want.seconds(now, 'options.now');
  return check(native.tokenIssue(key, json, contextOf(context), audience, ttlSeconds, at), 'key');
}

function verify(key, text, rules) {
  const said = rulesOf(rules);
  return JSON.parse(check(native.tokenVerify(key, tokenText(text), contextOf(rules.context), ...said), 'key'));
}

// What stands beside the claims: text as UTF-8, bytes as they are.
function beside(given) {
  const { footer = NOTHING, bound = NOTHING } = want.object(given, 'beside');
  return [want.textOrBytes(footer, 'beside.footer'), want.textOrBytes(bound, 'beside.bound')];
}

// A key as PASERK text, from and for other programs.
class PasetoKey extends Closable {
  constructor(text) {
    super(check(native.pasetoRead(want.text(text, 'text')), 'key'));
  }

  // For logs and footers; it tells nothing about the key.
  get id() {
    return check(native.pasetoId(handleOf(this)), 'key');
  }

  issue(claims, given = {}) {
    return check(native.pasetoIssue(handleOf(this), jsonOf(claims), ...beside(given)), 'key');
  }

  verify(text, rules) {
    const said = rulesOf(rules);
    return JSON.parse(check(native.pasetoVerify(handleOf(this), tokenText(text), ...said), 'key'));
  }

  // The claims with this very footer. Of time and place nothing was checked: see verify.
  open(text, given = {}) {
    return JSON.parse(check(native.pasetoOpen(handleOf(this), tokenText(text), ...beside(given)), 'key'));
  }
}

// The keys of an issuer of tokens, as it publishes them.
class Jwks extends Closable {
  constructor(keys) {
    const text = typeof keys === 'string' ? keys : JSON.stringify(want.object(keys, 'keys'));
    super(check(native.jwksRead(want.text(text, 'keys')), 'keys'));
  }

  // The claims, after all of it was checked. `audience` null: the token must name none.
  verify(text, rules) {
    const { issuer, audience, type, leewaySeconds = 0, now } = want.object(rules, 'rules');
    want.text(issuer, 'rules.issuer');
    if (audience === undefined) throw want.wrong('rules.audience', 'a string, or null for a token that has none', audience);
    want.whole(leewaySeconds, 'rules.leewaySeconds', 0, LEEWAY_MAX);
    return JSON.parse(check(native.jwtVerify(handleOf(this), tokenText(text), issuer,
      want.optionalText(audience, 'rules.audience'), want.optionalText(type, 'rules.type'), leewaySeconds,
      want.seconds(now, 'rules.now')), 'keys'));
  }
}

module.exports = { Jwks, PasetoKey, issue, verify };
