#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""libpave and implementations of others open, verify and accept what the other made, and refuse what was changed.

The others are pinned in third_party/peers, and fetched by `make test`: @hpke/core, libsodium, paseto-ts and jose for Node.js,
and Cobblestone of the Python package cryptography.
"""
import json
import os
import shutil
import subprocess
import time
import unittest
from pathlib import Path

import pave_spec
from pave_spec import Identity, canonical, counted, expand, purpose_key, unbase64url

try:
    from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
except ImportError:
    Cobblestone256Encryptor = None

SOURCE = Path(os.environ.get("PAVE_SOURCE_DIR", "."))
PEERS = Path(os.environ.get("PAVE_PEERS", "") or "/nonexistent")
PROBE = Path(os.environ.get("PAVE_BUILD_DIR", ".")) / "peer_probe"
KEY = bytes(range(0x40, 0x60))
OTHER = bytes(range(0xa0, 0xc0))
SIZES = (0, 1, 64, 1000)
IDENTITIES = {0x16: "HPKE-X25519-ED25519", 0x17: "HPKE-X25519-CHACHA20-ED25519"}


def changed(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


class Talk:
    """A child that answers a line with a line."""

    def __init__(self, *words):
        self.child = subprocess.Popen([str(word) for word in words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                      text=True)

    def ask(self, line):
        self.child.stdin.write(line + "\n")
        self.child.stdin.flush()
        answer = self.child.stdout.readline()
        if not answer:
            raise AssertionError(f"no answer to {line[:200]}")
        return answer.rstrip("\n")

    def end(self):
        self.child.stdin.close()
        self.child.stdout.close()
        self.child.wait(timeout=60)


class Exchange(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not PROBE.exists():
            raise unittest.SkipTest("peer_probe was not built")
        if not pave_spec.AESGCM:
            raise unittest.SkipTest("the Python package cryptography is not there")
        cls.probe = Talk(PROBE)
        cls.addClassCleanup(cls.probe.end)

    def pave(self, *words):
        return self.probe.ask(" ".join(word.hex() or "-" if isinstance(word, bytes) else word or "-" for word in words))

    def pave_bytes(self, *words):
        answer = self.pave(*words)
        self.assertNotRegex(answer, "PAVE_|understood", words[0])
        return b"" if answer == "-" else bytes.fromhex(answer)


class Peers(Exchange):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not (PEERS / "node_modules").is_dir() or not shutil.which("node"):
            raise unittest.SkipTest("no Node.js, or tools/fetch_peers.sh has not fetched the peers")
        cls.node = Talk("node", SOURCE / "tests/vectors/peers.mjs")
        cls.addClassCleanup(cls.node.end)

    def peer(self, verb, **given):
        """The answer; None when the peer refuses."""
        given = {name: value.hex() if isinstance(value, bytes) else value for name, value in given.items()}
        answer = json.loads(self.node.ask(json.dumps({"verb": verb, **given})))
        self.refusal = answer.get("refused")
        return None if self.refusal else answer

    def peer_bytes(self, name, verb, **given):
        answer = self.peer(verb, **given)
        self.assertIsNone(self.refusal)
        return bytes.fromhex(answer[name])

    # Messages: the HPKE of @hpke/core, the rest as the specification says.

    def hpke_seal(self, aead, key, info, text):
        answer = self.peer("hpke-seal", aead=aead, key=key, info=info, text=text)
        return bytes.fromhex(answer["enc"]), bytes.fromhex(answer["sealed"])

    def hpke_open(self, aead, secret, enc, info, sealed):
        answer = self.peer("hpke-open", aead=aead, key=secret.private_bytes_raw(), enc=enc, info=info, sealed=sealed)
        if answer is None:
            raise ValueError(self.refusal)
        return bytes.fromhex(answer["text"])

    def test_hpke_core_opens_messages_of_pave(self):
        me = Identity(OTHER)
        for number, suite in IDENTITIES.items():
            sender = self.pave("public", suite, KEY)
            public = self.pave("public", suite, OTHER)
            self.assertEqual(unbase64url(public.removeprefix("pave-id1:")), me.public)
            for size in SIZES:
                body = os.urandom(size)
                sealed = self.pave_bytes("message-seal", suite, KEY, public, "invoice.new", "invoice=17", body)
                self.assertEqual(sealed[1], number)
                words = (me, unbase64url(sender.removeprefix("pave-id1:")), "invoice.new", canonical("invoice=17"))
                self.assertEqual(pave_spec.open_message(*words, sealed, self.hpke_open), body)
                for at in (30, 60, 101, 130, len(sealed) - 1):
                    with self.assertRaises(pave_spec.REFUSALS):
                        pave_spec.open_message(*words, changed(sealed, at), self.hpke_open)

    def test_pave_opens_messages_sealed_with_hpke_core(self):
        sender, stranger = Identity(OTHER), Identity(bytes(32))
        for number, suite in IDENTITIES.items():
            mine = self.pave("public", suite, KEY)
            to = unbase64url(mine.removeprefix("pave-id1:"))
            theirs = self.pave("public", suite, OTHER)
            for recipients in ([to], [stranger.public, to]):
                body = os.urandom(40)
                sealed = pave_spec.seal_message(number, sender, recipients, "invoice.new", canonical("invoice=17"),
                                                body, int(time.time()), self.hpke_seal)
                words = ("message-open", suite, KEY, theirs, "invoice.new", "invoice=17")
                self.assertEqual(self.pave_bytes(*words, sealed), body)
                self.assertEqual(self.pave(*words, changed(sealed, len(sealed) - 1)), "PAVE_REFUSED")
                self.assertEqual(self.pave(*words[:5], "invoice=18", sealed), "PAVE_REFUSED")
            # Whichever suite a recipient prefers, it opens both.
            self.assertEqual(self.pave_bytes("message-open", IDENTITIES[0x16 ^ 0x17 ^ number], *words[2:], sealed),
                             body)

    # Values of suite 3 and signatures: libsodium.

    def test_libsodium_and_pave_open_values_of_each_other(self):
        suite, bound = "XCHACHA20-POLY1305-HMAC", canonical("patient=p-17")
        encrypt, commit = pave_spec.xchacha_keys(purpose_key(KEY, 3, "phi.name", ""))
        for size in SIZES:
            message = os.urandom(size)
            sealed = self.pave_bytes("seal", suite, KEY, "phi.name", "patient=p-17", message)
            given = {"key": encrypt, "nonce": sealed[6:30], "bound": sealed[:6] + bound}
            self.assertEqual(self.peer_bytes("text", "xchacha-open", sealed=sealed[62:], **given), message)
            self.assertEqual(pave_spec.hmac.new(commit, sealed[6:30], "sha256").digest(), sealed[30:62])
            self.assertIsNone(self.peer("xchacha-open", sealed=changed(sealed, len(sealed) - 1)[62:], **given))
            nonce, header = os.urandom(24), bytes([0x50, 0x13, 0, 0, 0, 9])
            theirs = self.peer_bytes("sealed", "xchacha-seal", key=encrypt, nonce=nonce, bound=header + bound,
                                     text=message)
            theirs = header + nonce + pave_spec.hmac.new(commit, nonce, "sha256").digest() + theirs
            words = ("open", suite, KEY, "00000009", "phi.name")
            self.assertEqual(self.pave_bytes(*words, "patient=p-17", theirs), message)
            self.assertEqual(self.pave(*words, "patient=p-18", theirs), "PAVE_REFUSED")
            for at in (6, 30, 62):
                self.assertEqual(self.pave(*words, "patient=p-17", changed(theirs, at)), "PAVE_REFUSED")

    def test_libsodium_and_pave_verify_signatures_of_each_other(self):
        suite, domain = IDENTITIES[0x16], "clinic.prescription.v1"
        public = self.pave("public", suite, KEY)
        for size in SIZES:
            message = os.urandom(size)
            text = b"pave/v1/sign\0" + counted(domain.encode()) + pave_spec.hashlib.sha512(message).digest()
            key = unbase64url(public.removeprefix("pave-id1:"))[32:]
            ours = self.pave_bytes("sign", suite, KEY, domain, message)
            self.assertTrue(self.peer("ed25519-verify", key=key, text=text, signature=ours)["good"])
            self.assertFalse(self.peer("ed25519-verify", key=key, text=text + b"x", signature=ours)["good"])
            theirs = self.peer_bytes("signature", "ed25519-sign", seed=expand(KEY, b"pave/v1/identity/sign"), text=text)
            self.assertEqual(theirs, ours)
            self.assertEqual(self.pave("verify", public, domain, message, theirs), "PAVE_OK")
            self.assertEqual(self.pave("verify", public, "another", message, theirs), "PAVE_REFUSED")

    def test_libsodium_and_pave_verify_passwords_of_each_other(self):
        right, wrong = "pässwort".encode(), b"password"
        ours = self.pave("password-hash", right)
        self.assertTrue(self.peer("password-verify", password=right, stored=ours)["good"])
        self.assertFalse(self.peer("password-verify", password=wrong, stored=ours)["good"])
        for passes, kib in ((1, 8), (2, 19456), (3, 65536)):
            theirs = self.peer("password-hash", password=right, passes=passes, kib=kib)["stored"].rstrip("\0")
            self.assertEqual(self.pave("password-verify", right, theirs), "PAVE_OK")
            self.assertEqual(self.pave("password-verify", wrong, theirs), "PAVE_REFUSED")

    # Tokens: paseto-ts and jose.

    def check_paseto(self, issuing, opening):
        claims = {"aud": "portal", "sub": "u-17", "exp": "2999-01-01T00:00:00Z"}
        text = json.dumps(claims).encode()
        for footer, bound in ((b"", b""), (b'{"n":1}', b""), (b'{"n":1}', b"row 17")):
            given = {"footer": footer.decode(), "assertion": bound.decode()}
            theirs = self.peer("paseto-issue", key=issuing, claims=claims, **given)["token"]
            opened = self.pave("paseto-open", opening, theirs, footer, bound)
            self.assertEqual(json.loads(opened), claims)
            self.assertEqual(self.pave("paseto-open", opening, theirs, footer, bound + b"x"), "PAVE_REFUSED")
            # What stands in a token's text is refused as that; what the key refuses, as that.
            self.assertIn(self.pave("paseto-open", opening, theirs[:30] + ("A" if theirs[30] != "A" else "B") +
                                    theirs[31:], footer, bound), ("PAVE_REFUSED", "PAVE_SYNTAX"))
            ours = self.pave("paseto-issue", issuing, text, footer, bound)
            opened = self.peer("paseto-open", key=opening, token=ours, assertion=bound.decode())
            self.assertIsNone(self.refusal)
            self.assertEqual(opened["claims"], claims)
            self.assertIsNone(self.peer("paseto-open", key=opening, token=ours, assertion="another"))

    def test_paseto_ts_and_pave_open_tokens_of_each_other(self):
        local = self.peer("paseto-key", kind="local")["local"]
        pair = self.peer("paseto-key", kind="public")
        self.check_paseto(local, local)
        self.check_paseto(pair["secretKey"], pair["publicKey"])
        token = self.peer("paseto-issue", key=local, claims={"a": 1}, footer="", assertion="")["token"]
        self.assertEqual(self.pave("paseto-open", pair["publicKey"], token, b"", b""), "PAVE_SYNTAX")

    def verify(self, keys, token, issuer="https://issuer.example", audience="portal"):
        return self.pave("jwt", json.dumps({"keys": keys}).encode(), token, issuer, audience)

    def test_pave_verifies_tokens_of_jose(self):
        claims = {"iss": "https://issuer.example", "aud": "portal", "sub": "u-17", "exp": int(time.time()) + 600}
        for alg in ("EdDSA", "ES256", "ES384", "RS256", "PS256", "HS256"):
            key = self.peer("jwt-key", alg=alg)
            header = {"alg": alg, "kid": "k1"}
            token = self.peer("jwt-issue", key=key["secret"], header=header, claims=claims)["token"]
            self.assertEqual(json.loads(self.verify([key["public"]], token)), claims, alg)
            self.assertEqual(self.verify([key["public"]], token, audience="other"), "PAVE_MISDIRECTED")
            self.assertEqual(self.verify([key["public"]], token, issuer="https://other"), "PAVE_MISDIRECTED")
            head, body, signature = token.split(".")
            swapped = body[:20] + ("A" if body[20] != "A" else "B") + body[21:]
            self.assertEqual(self.verify([key["public"]], f"{head}.{swapped}.{signature}"), "PAVE_REFUSED")
            other = self.peer("jwt-key", alg=alg)
            self.assertEqual(self.verify([other["public"]], token), "PAVE_REFUSED", alg)
            late = self.peer("jwt-issue", key=key["secret"], header=header, claims={**claims, "exp": 1700000000})
            self.assertEqual(self.verify([key["public"]], late["token"]), "PAVE_EXPIRED", alg)

    def test_pave_keeps_the_algorithm_of_the_key(self):
        """A public RSA key as the secret of HS256, and a token that says it has no signature."""
        claims = {"iss": "https://issuer.example", "aud": "portal", "exp": int(time.time()) + 600}
        key = self.peer("jwt-key", alg="RS256")["public"]
        as_secret = {"kty": "oct", "k": key["n"], "alg": "HS256", "kid": "k1"}
        token = self.peer("jwt-issue", key=as_secret, header={"alg": "HS256", "kid": "k1"}, claims=claims)["token"]
        self.assertEqual(self.verify([key], token), "PAVE_NO_KEY")
        none = "eyJhbGciOiJub25lIn0." + token.split(".")[1] + "."
        self.assertNotIn("{", self.verify([key], none))


class Python(Exchange):
    def seal(self, size):
        message = os.urandom(size)
        return message, self.pave_bytes("seal", "COBBLESTONE-256", KEY, "phi.scan", "patient=p-17", message)

    def subkey(self):
        return purpose_key(KEY, 5, "phi.scan", "")

    @unittest.skipUnless(Cobblestone256Encryptor, "the Python package cryptography has no Cobblestone, or is not there")
    def test_cryptography_and_pave_open_streams_of_each_other(self):
        chunk, context = 16384, canonical("patient=p-17")
        for size in (0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 100_000):
            message, sealed = self.seal(size)
            peer = Cobblestone256Decryptor(self.subkey(), context=sealed[:6] + context)
            self.assertEqual(peer.update(sealed[6:]) + peer.finalize(), message, size)
            with self.assertRaises(pave_spec.REFUSALS):
                peer = Cobblestone256Decryptor(self.subkey(), context=sealed[:6] + context)
                _ = peer.update(sealed[6:-1]) + peer.finalize()
            header = bytes([0x50, 0x15, 0, 0, 0, 9])
            peer = Cobblestone256Encryptor(self.subkey(), context=header + context)
            theirs = header + peer.update(message) + peer.finalize()
            words = ("open", "COBBLESTONE-256", KEY, "00000009", "phi.scan", "patient=p-17")
            self.assertEqual(self.pave_bytes(*words, theirs), message, size)
            self.assertEqual(self.pave(*words, theirs[:-1]), "PAVE_REFUSED")
            self.assertEqual(self.pave(*words, changed(theirs, 40)), "PAVE_REFUSED")

    def test_cryptography_and_pave_open_values_of_each_other(self):
        """Suites 1 and 2, of AES blocks and AES-GCM, as the specification says."""
        for number, suite in ((1, "KC-XAES-256-GCM"), (2, "XAES-256-GCM")):
            subkey, bound = purpose_key(KEY, number, "phi.name", ""), canonical("patient=p-17")
            for size in SIZES:
                message = os.urandom(size)
                sealed = self.pave_bytes("seal", suite, KEY, "phi.name", "patient=p-17", message)
                self.assertEqual(pave_spec.open_value(subkey, sealed, bound, number == 1), message)
                header = bytes([0x50, 0x10 | number, 0, 0, 0, 9])
                theirs = header + pave_spec.seal_xaes(subkey, message, header + bound, number == 1)
                words = ("open", suite, KEY, "00000009", "phi.name")
                self.assertEqual(self.pave_bytes(*words, "patient=p-17", theirs), message)
                self.assertEqual(self.pave(*words, "patient=p-18", theirs), "PAVE_REFUSED")


if __name__ == "__main__":
    unittest.main()
