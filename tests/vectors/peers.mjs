// SPDX-License-Identifier: Apache-2.0
// Implementations of others, for tests/e2e/test_peers.py: one JSON request a line, one answer a line.
// PAVE_PEERS has their node_modules. Bytes are hexadecimal in both.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { createInterface } from "node:readline";
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
const require = createRequire(pathToFileURL(`${process.env.PAVE_PEERS}/package.json`));
const load = (name) => import(pathToFileURL(require.resolve(name)));

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const bytes = (text) => new Uint8Array(Buffer.from(text, "hex"));
const view = (given) => given.buffer.slice(given.byteOffset, given.byteOffset + given.byteLength);

const core = await load("@hpke/core");
const { DhkemX25519HkdfSha256 } = await load("@hpke/dhkem-x25519");
const { Chacha20Poly1305 } = await load("@hpke/chacha20poly1305");
const sodium = require("libsodium-wrappers-sumo");
const jose = await load("jose");
const paseto = await import(pathToFileURL(`${process.env.PAVE_PEERS}/node_modules/paseto-ts/dist/v4/index.js`));
await sodium.ready;

function suite(aead) {
  return new core.CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new core.HkdfSha256(),
    aead: aead === 2 ? new core.Aes256Gcm() : new Chacha20Poly1305(),
  });
}

const verbs = {
  async "hpke-seal"({ aead, key, info, text }) {
    const to = await suite(aead).kem.importKey("raw", view(bytes(key)), true);
    const sender = await suite(aead).createSenderContext({ recipientPublicKey: to, info: view(bytes(info)) });
    return { enc: hex(sender.enc), sealed: hex(await sender.seal(view(bytes(text)))) };
  },
  async "hpke-open"({ aead, key, enc, info, sealed }) {
    const me = await suite(aead).kem.importKey("raw", view(bytes(key)), false);
    const recipient = await suite(aead).createRecipientContext({
      recipientKey: me, enc: view(bytes(enc)), info: view(bytes(info)),
    });
    return { text: hex(await recipient.open(view(bytes(sealed)))) };
  },
  "xchacha-seal": ({ key, nonce, bound, text }) => ({
    sealed: hex(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(text), bytes(bound), null, bytes(nonce),
      bytes(key))),
  }),
  "xchacha-open": ({ key, nonce, bound, sealed }) => ({
    text: hex(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, bytes(sealed), bytes(bound), bytes(nonce),
      bytes(key))),
  }),
  "ed25519-sign": ({ seed, text }) => ({
    signature: hex(sodium.crypto_sign_detached(bytes(text), sodium.crypto_sign_seed_keypair(bytes(seed)).privateKey)),
  }),
  "ed25519-verify": ({ key, text, signature }) => ({
    good: sodium.crypto_sign_verify_detached(bytes(signature), bytes(text), bytes(key)),
  }),
  "password-hash": ({ password, passes, kib }) => ({
    stored: sodium.crypto_pwhash_str(bytes(password), passes, kib * 1024),
  }),
  "password-verify": ({ password, stored }) => ({ good: sodium.crypto_pwhash_str_verify(stored, bytes(password)) }),
  "paseto-key": ({ kind }) => (kind === "local" ? { local: paseto.generateKeys("local") } : paseto.generateKeys("public")),
  "paseto-issue": ({ key, claims, footer, assertion }) => ({
    token: (key.startsWith("k4.local.") ? paseto.encrypt : paseto.sign)(key, claims, {
      footer, assertion, addExp: false, addIat: false, validatePayload: false,
    }),
  }),
  "paseto-open": ({ key, token, assertion }) => {
    const open = key.startsWith("k4.local.") ? paseto.decrypt : paseto.verify;
    const { payload, footer } = open(key, token, { assertion, validatePayload: false });
    return { claims: payload, footer };
  },
  async "jwt-key"({ alg }) {
    if (alg.startsWith("HS")) {
      const secret = await jose.generateSecret(alg, { extractable: true });
      const jwk = { ...(await jose.exportJWK(secret)), alg, kid: "k1" };
      return { secret: jwk, public: jwk };
    }
    const pair = await jose.generateKeyPair(alg, { extractable: true });
    const more = { alg, kid: "k1", use: "sig" };
    return {
      secret: { ...(await jose.exportJWK(pair.privateKey)), ...more },
      public: { ...(await jose.exportJWK(pair.publicKey)), ...more },
    };
  },
  async "jwt-issue"({ key, header, claims }) {
    const secret = await jose.importJWK(key, header.alg);
    return { token: await new jose.SignJWT(claims).setProtectedHeader(header).sign(secret) };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = await verbs[request.verb](request);
  } catch (error) {
    answer = { refused: String(error?.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
