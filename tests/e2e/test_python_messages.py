#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python binding: identities, messages, signatures and tokens."""
import unittest

from python_binding import BindingCase

WHO = """
me = pave.Identity("clinic.keyset", unlock=by_program)
billing = pave.Identity("billing.keyset", unlock=by_program)
lab = pave.Identity("lab.keyset", unlock=by_program)
known = pave.Trust.load("trust.json")
invoice = {"invoice": "17"}
def seal(body, context=invoice, to=("billing",), **more):
    return me.seal_message(body, context, **dict(dict(purpose="invoice.new", to=to, trust=known, ttl_s=300), **more))
def receive(who, sealed, context=invoice, **more):
    return who.open_message(sealed, context,
                            **dict(dict(purpose="invoice.new", trust=known, replay=None), **more))
"""


class Messages(BindingCase):
    def test_messages_between_services(self):
        self.python(WHO + """
import time
sealed = seal(b"pay", to=["billing", "lab"])
for who in (billing, lab):
    got = receive(who, sealed)
    assert got == (b"pay", "clinic", got.sent, got.sent + 300) and abs(got.sent - time.time()) < 60
fails(pave.NoKey, receive, me, sealed)
fails(pave.Refused, receive, billing, sealed, {"invoice": "18"})
fails(pave.Refused, receive, billing, sealed, purpose="invoice.paid")
fails(pave.Expired, receive, billing, sealed, now=got.expires)
fails(pave.Misdirected, receive, billing, sealed, now=got.sent - 3600)
fails(pave.Untrusted, seal, b"pay", to=["nobody"])
fails(pave.Untrusted, receive, billing, sealed, trust=pave.Trust('{"pave":"trust/1","identities":[]}'))
assert pave.inspect(sealed).recipients == 2
for i in range(0, len(sealed), 3):
    changed = bytearray(sealed)
    changed[i] ^= 1
    # The other recipients' slots are covered by what the sender signed.
    fails(pave.Error if i < 22 else pave.Refused, receive, billing, changed)
assert "to" in str(fails(TypeError, seal, b"pay", to="billing"))
assert "to" in str(fails(ValueError, seal, b"pay", to=[]))
assert "trust" in str(fails(TypeError, seal, b"pay", trust="trust.json"))
assert "body" in str(fails(TypeError, seal, "pay"))
assert "ttl_s" in str(fails(TypeError, seal, b"pay", ttl_s=1.5))
fails(pave.Argument, seal, b"pay", ttl_s=0)
fails(TypeError, me.seal_message, b"pay", purpose="invoice.new", to=["billing"], trust=known, ttl_s=300)
fails(TypeError, billing.open_message, sealed, invoice, purpose="invoice.new", trust=known)
me.close()
fails(ValueError, seal, b"pay")
fails(pave.Locked, pave.Identity, "clinic.keyset", unlock=b"wrong")
fails(pave.Syntax, pave.Trust, "{}")
""")

    def test_a_message_comes_once(self):
        self.python(WHO + """
now = [0.0]
cache = pave.ReplayCache(clock=lambda: now[0])
sealed = seal(b"pay")
got = receive(billing, sealed, replay=cache)
assert fails(pave.Replayed, receive, billing, sealed, replay=cache).name == "PAVE_REPLAYED"
receive(billing, seal(b"pay"), replay=cache)
assert len(cache) == 2
now[0] = got.expires + 3600
receive(billing, seal(b"pay"), replay=cache)
assert len(cache) == 1
asked = []
def table(message_id, until):
    asked.append((len(message_id), until))
    return True
got = receive(billing, seal(b"pay"), replay=table)
assert asked == [(16, got.expires)] or asked[0][1] >= got.expires
# Only genuine messages are asked for, and what a cache raises is not swallowed.
sealed = seal(b"pay")
fails(pave.Refused, receive, billing, sealed[:-1] + bytes([sealed[-1] ^ 1]), replay=table)
assert len(asked) == 1
def broken(message_id, until):
    raise ConnectionError("no table")
fails(ConnectionError, receive, billing, seal(b"pay"), replay=broken)
""")

    def test_signatures(self):
        self.python(WHO + """
domain = {"domain": "clinic.prescription.v1"}
text = b"Metformin 500 mg" * 1000
signature = me.sign(text, **domain)
assert len(signature) == 64 and known.verify(signature, text, name="clinic", **domain) is None
digest = pave.Digest(text[:5])
digest.update(memoryview(text)[5:])
assert me.sign(digest, **domain) == signature
fails(pave.Argument, me.sign, digest, **domain)
fails(pave.Argument, digest.update, b"x")
pieces = pave.Digest()
for at in range(0, len(text), 7):
    pieces.update(text[at:at + 7])
known.verify(signature, pieces, name="clinic", **domain)
fails(pave.Refused, known.verify, signature, text, name="billing", **domain)
fails(pave.Refused, known.verify, signature, text, name="clinic", domain="clinic.invoice.v1")
fails(pave.Refused, known.verify, signature, text + b"x", name="clinic", **domain)
fails(pave.Untrusted, known.verify, signature, text, name="nobody", **domain)
fails(pave.Refused, known.verify, signature[:-1], text, name="clinic", **domain)
fails(pave.Refused, known.verify, b"", text, name="clinic", **domain)
for i in range(64):
    changed = bytearray(signature)
    changed[i] ^= 1
    fails(pave.Refused, known.verify, changed, text, name="clinic", **domain)
assert "domain" in str(fails(TypeError, me.sign, text))
assert "domain" in str(fails(TypeError, me.sign, text, domain=None))
assert "message" in str(fails(TypeError, me.sign, "text", **domain))
assert "signature" in str(fails(TypeError, known.verify, "text", text, name="clinic", **domain))
fails(pave.Argument, me.sign, text, domain="pave.message.v1")
assert me.public.startswith("pave-id1:")
""")


class Tokens(BindingCase):
    def test_tokens_of_ones_own(self):
        self.python("""
login, invite = library.key("login"), library.key("invite")
user = {"user": "u-1"}
token = login.issue_token({"role": "nurse"}, user, audience="portal", ttl_s=60)
assert isinstance(token, str) and token.startswith("v4.local.")
claims = login.verify_token(token, user, audience="portal")
assert claims["role"] == "nurse" and claims["aud"] == "portal" and set(claims) == {"aud", "iat", "exp", "role"}
assert login.verify_token(login.issue_token('{"a": [1]}', user, audience="p", ttl_s=1), user, audience="p")["a"] == [1]
fails(pave.Misdirected, login.verify_token, token, user, audience="other")
fails(pave.Refused, login.verify_token, token, {"user": "u-2"}, audience="portal")
fails(pave.Expired, login.verify_token, token, user, audience="portal", now=4000000000)
fails(pave.Misdirected, login.verify_token, token, user, audience="portal", issuer="clinic")
fails(pave.Error, login.verify_token, token[:-5], user, audience="portal")
fails(TypeError, login.issue_token, {}, audience="portal", ttl_s=60)
fails(TypeError, login.issue_token, {}, user, audience="portal")
fails(TypeError, login.issue_token, {}, user, ttl_s=60)
fails(TypeError, login.verify_token, token, user)
fails(pave.Argument, login.issue_token, {}, user, audience="portal", ttl_s=0)
fails(pave.Syntax, login.issue_token, "[]", user, audience="portal", ttl_s=1)
fails(ValueError, login.issue_token, {"a": float("nan")}, user, audience="portal", ttl_s=1)
assert "audience" in str(fails(TypeError, login.issue_token, {}, user, audience=1, ttl_s=1))
fails(pave.Forbidden, key.issue_token, {}, {"patient": "p"}, audience="portal", ttl_s=1)
fails(pave.Forbidden, login.token_public)
public = pave.PasetoKey(invite.token_public())
assert public.id.startswith("k4.pid.")
signed = invite.issue_token({"iss": "clinic"}, {}, audience="portal", ttl_s=60)
assert signed.startswith("v4.public.")
assert public.verify(signed, {}, audience="portal", issuer="clinic") == invite.verify_token(signed, {}, audience="portal")
fails(pave.Refused, public.verify, signed, {"user": "x"}, audience="portal")
fails(pave.Forbidden, public.issue, {})
""")

    def test_tokens_with_keys_as_text(self):
        self.python("""
import base64
secret = "k4.local." + base64.urlsafe_b64encode(bytes(range(32))).rstrip(b"=").decode()
with pave.PasetoKey(secret) as local:
    token = local.issue({"a": 1}, footer=b"foot", bound=b"bound")
    assert local.open(token, footer=b"foot", bound=b"bound") == b'{"a": 1}'
    fails(pave.Refused, local.open, token, footer=b"foot")
    fails(pave.Error, local.open, token, bound=b"bound")
    fails(pave.Syntax, local.open, "v4.public.x")
    assert local.id.startswith("k4.lid.") and secret not in repr(local)
fails(ValueError, local.open, token)
fails(pave.Syntax, pave.PasetoKey, "k4.local.x")
assert "text" in str(fails(TypeError, pave.PasetoKey, 17))
""")

    def test_tokens_of_others(self):
        self.python("""
import base64, hashlib, hmac, json, time
b64 = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
secret = b"0123456789abcdef0123456789abcdef"
keys = pave.Jwks(json.dumps({"kty": "oct", "alg": "HS256", "k": b64(secret)}))
def token(header, **claims):
    head = b64(json.dumps(header).encode()) + "." + b64(json.dumps(claims).encode())
    return head + "." + b64(hmac.new(secret, head.encode(), hashlib.sha256).digest())
good = token({"alg": "HS256"}, iss="me", aud="you", exp=time.time() + 60, sub="ada")
assert keys.verify(good, issuer="me", audience="you")["sub"] == "ada"
assert keys.verify(good.encode(), issuer="me", audience="you")["sub"] == "ada"
fails(pave.Misdirected, keys.verify, good, issuer="me", audience="they")
fails(pave.Misdirected, keys.verify, good, issuer="me", audience=None)
fails(pave.Misdirected, keys.verify, good, issuer="me", audience="you", type="at+jwt")
fails(pave.Refused, keys.verify, good[:-2] + "AA", issuer="me", audience="you")
fails(pave.Expired, keys.verify, good, issuer="me", audience="you", now=4000000000)
old = token({"alg": "HS256"}, iss="me", aud="you", exp=1)
fails(pave.Expired, keys.verify, old, issuer="me", audience="you")
none = token({"alg": "none"}, iss="me", aud="you", exp=time.time() + 60)
assert fails(pave.NoKey, keys.verify, none, issuer="me", audience="you").name == "PAVE_NO_KEY"
fails(TypeError, keys.verify, good, issuer="me")
assert "issuer" in str(fails(TypeError, keys.verify, good, issuer=None, audience="you"))
assert "leeway_s" in str(fails(TypeError, keys.verify, good, issuer="me", audience="you", leeway_s="1"))
fails(pave.Syntax, pave.Jwks, "{")
fails(pave.Forbidden, pave.Jwks, json.dumps({"kty": "OKP", "crv": "Ed25519", "x": b64(secret), "d": b64(secret)}))
""")


if __name__ == "__main__":
    unittest.main()
