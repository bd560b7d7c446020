// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import test from 'node:test';
import { misused, openLibrary, pave, refused } from './clinic.mjs';

const library = openLibrary();
const login = library.key('login');
const invite = library.key('invite');
const context = { user: 'u-1' };
const rules = { audience: 'portal', context };

test('tokens of one\'s own are for somebody, for a time, in a context', () => {
  const token = login.issueToken({ role: 'nurse', name: 'Zoë' }, { ...rules, ttlSeconds: 60 });
  assert.match(token, /^v4\.local\./);
  const claims = login.verifyToken(token, rules);
  assert.deepEqual([claims.role, claims.name, claims.aud], ['nurse', 'Zoë', 'portal']);
  refused('PAVE_MISDIRECTED', () => login.verifyToken(token, { ...rules, audience: 'billing' }));
  refused('PAVE_MISDIRECTED', () => login.verifyToken(token, { ...rules, issuer: 'somebody' }));
  refused('PAVE_REFUSED', () => login.verifyToken(token, { ...rules, context: { user: 'u-2' } }));
  refused('PAVE_EXPIRED', () => login.verifyToken(token, { ...rules, now: new Date(Date.now() + 120_000) }));
  assert.ok(login.verifyToken(token, { ...rules, now: new Date(Date.now() + 62_000), leewaySeconds: 30 }));
  for (let i = 10; i < token.length - 1; i++) {
    const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
    assert.throws(() => login.verifyToken(changed, rules), { code: /^PAVE_(REFUSED|SYNTAX|NO_KEY)$/ }, `${i}`);
  }
  refused('PAVE_SYNTAX', () => login.verifyToken('no token', rules));
  refused('PAVE_SYNTAX', () => login.verifyToken(`${token}\0`, rules));
  refused('PAVE_SYNTAX', () => login.issueToken({ exp: 'never' }, { ...rules, ttlSeconds: 60 }));
  refused('PAVE_CONTEXT', () => login.issueToken({}, { ...rules, context: {}, ttlSeconds: 60 }));
});

test('what a token needs cannot be left out', () => {
  const token = login.issueToken({}, { ...rules, ttlSeconds: 60 });
  misused('options', () => login.issueToken({}));
  misused('claims', () => login.issueToken('text', { ...rules, ttlSeconds: 60 }));
  misused('options.audience', () => login.issueToken({}, { context, ttlSeconds: 60 }));
  misused('options.ttlSeconds', () => login.issueToken({}, rules));
  misused('options.ttlSeconds', () => login.issueToken({}, { ...rules, ttlSeconds: 0 }), RangeError);
  misused('context', () => login.issueToken({}, { audience: 'portal', ttlSeconds: 60 }));
  misused('rules', () => login.verifyToken(token));
  misused('rules.audience', () => login.verifyToken(token, { context }));
  misused('context', () => login.verifyToken(token, { audience: 'portal' }));
  misused('rules.leewaySeconds', () => login.verifyToken(token, { ...rules, leewaySeconds: 301 }), RangeError);
  misused('token', () => login.verifyToken(Buffer.from(token), rules));
});

test('signed tokens are verified by anybody', () => {
  const token = invite.issueToken({ to: 'ada' }, { audience: 'portal', ttlSeconds: 60, context: {} });
  const key = new pave.PasetoKey(invite.tokenPublic());
  assert.equal(key.verify(token, { audience: 'portal' }).to, 'ada');
  assert.match(key.id, /^k4\.pid\./);
  refused('PAVE_MISDIRECTED', () => key.verify(token, { audience: 'billing' }));
  refused('PAVE_FORBIDDEN', () => key.issue({}));
  refused('PAVE_FORBIDDEN', () => login.tokenPublic());
  refused('PAVE_FORBIDDEN', () => library.key('phi.free').issueToken({}, { audience: 'x', ttlSeconds: 60, context: {} }));
});

test('keys of other programs', () => {
  const key = new pave.PasetoKey(`k4.local.${Buffer.alloc(32, 7).toString('base64url')}`);
  const token = key.issue({ a: 1 }, { footer: 'f', bound: Buffer.from('b') });
  assert.deepEqual(key.open(token, { footer: Buffer.from('f'), bound: 'b' }), { a: 1 });
  refused('PAVE_REFUSED', () => key.open(token, { footer: 'f' }));
  refused('PAVE_REFUSED', () => key.open(token, { bound: 'b' }));
  misused('beside.footer', () => key.issue({}, { footer: 17 }));
  refused('PAVE_SYNTAX', () => new pave.PasetoKey('k4.local.x'));
  misused('text', () => new pave.PasetoKey(Buffer.alloc(32)));
});

const base64url = (data) => Buffer.from(data).toString('base64url');

function jwt(header, claims, signer) {
  const head = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  return `${head}.${base64url(signer(Buffer.from(head)))}`;
}

test('tokens of others are verified strictly', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keys = new pave.Jwks({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'EdDSA' }] });
  const claims = { iss: 'me', aud: 'you', exp: Math.floor(Date.now() / 1000) + 60, sub: 'ada' };
  const token = jwt({ alg: 'EdDSA', kid: 'one', typ: 'at+jwt' }, claims, (head) => sign(null, head, privateKey));
  const given = { issuer: 'me', audience: 'you' };
  assert.equal(keys.verify(token, given).sub, 'ada');
  assert.equal(keys.verify(token, { ...given, type: 'at+jwt' }).sub, 'ada');
  refused('PAVE_MISDIRECTED', () => keys.verify(token, { ...given, type: 'jwt' }));
  refused('PAVE_MISDIRECTED', () => keys.verify(token, { ...given, audience: null }));
  refused('PAVE_MISDIRECTED', () => keys.verify(token, { ...given, issuer: 'they' }));
  refused('PAVE_EXPIRED', () => keys.verify(token, { ...given, now: new Date(Date.now() + 1e6) }));
  refused('PAVE_REFUSED', () => keys.verify(`${token.slice(0, -4)}AAAA`, given));
  const none = jwt({ alg: 'none' }, claims, () => '');
  assert.throws(() => keys.verify(none, given), { code: /^PAVE_(NO_KEY|SYNTAX)$/ });
  const secret = publicKey.export({ format: 'der', type: 'spki' });
  const confused = jwt({ alg: 'HS256', kid: 'one' }, claims, (head) => createHmac('sha256', secret).update(head).digest());
  refused('PAVE_NO_KEY', () => keys.verify(confused, given));
  misused('rules.issuer', () => keys.verify(token, { audience: 'you' }));
  misused('rules.audience', () => keys.verify(token, { issuer: 'me' }));
  misused('rules', () => keys.verify(token));
  misused('token', () => keys.verify(undefined, given));
  refused('PAVE_FORBIDDEN', () => new pave.Jwks(privateKey.export({ format: 'jwk' })));
  refused('PAVE_SYNTAX', () => new pave.Jwks('{'));
  misused('keys', () => new pave.Jwks(17));
});
