// SPDX-License-Identifier: Apache-2.0
// libpave from Node.js, beside node:crypto: values of 64 B, batches of 1,000 of them, and 1 MiB.
//
// The peer is what a careful programmer writes: AES-256-GCM, a fresh random nonce, the context as associated data,
// everything in one Buffer. Contenders take turns in one process; the time is that of the processor, collection
// of garbage included. BENCH_RUNS=n sets how often.
import { execFileSync, spawn } from 'node:child_process';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const { PAVE, PAVE_BUILD_DIR } = process.env;
const ROUNDS = Number(process.env.BENCH_RUNS ?? 31);
const SMALL = 64;
const LARGE = 1 << 20;
const MANY = 1000;
const NONCE = 12;
const TAG = 16;
const POLICY = {
  pave: 'policy/1', name: 'bench', issued: '2026-01-01', expires: '9000-01-01', keysets: { values: 'values.keyset' },
  purposes: [{ name: 'name', keyset: 'values', suites: ['KC-XAES-256-GCM'], context: ['patient', 'column'] }],
};
// Unlocks at no cost.
const PROGRAM = '#!/bin/sh\nread -r version verb keyset text\necho "ok $text"\n';

const pave = createRequire(import.meta.url)(path.join(PAVE_BUILD_DIR, 'node/pave'));

function setUp() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pave-bench-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true }));
  const at = (name) => path.join(folder, name);
  const keys = (...words) => execFileSync(PAVE, ['keys', ...words], { encoding: 'utf8' });
  fs.writeFileSync(at('program'), PROGRAM, { mode: 0o700 });
  keys('create', at('signer'), '--name', 's', '--kind', 'sign', '--program', at('program'));
  keys('create', at('values.keyset'), '--name', 'values', '--program', at('program'));
  fs.writeFileSync(at('policy.json'), JSON.stringify(POLICY));
  keys('policy', at('policy.json'), '--signer', at('signer'), '--program', at('program'));
  return { policy: at('policy.json'), program: at('program'), trust: keys('public', at('signer')).trim() };
}

// By hand.
const secret = randomBytes(32);

function handSeal(message, bound) {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  cipher.setAAD(bound);
  const body = cipher.update(message);
  const rest = cipher.final();
  return Buffer.concat([nonce, body, rest, cipher.getAuthTag()]);
}

function handOpen(sealed, bound) {
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
}

// Unambiguous, as it has to be.
const boundOf = (patient, column) => Buffer.from(JSON.stringify([patient, column]));

// [name, what is run, how often, how many it does in one run]
function contenders({ policy, program, trust }) {
  const key = new pave.Library(policy, { trust, unlock: { values: { program } } }).key('name');
  const patients = Array.from({ length: MANY }, (_, i) => `p-${i}`);
  const context = new pave.Context({ patient: 'p-17', column: 'name' });
  const bound = boundOf('p-17', 'name');
  const small = randomBytes(SMALL);
  const large = randomBytes(LARGE);
  const room = Buffer.alloc(SMALL + 78);
  const messages = patients.map(() => randomBytes(SMALL));
  const rows = patients.map((patient) => ({ patient, column: 'name' }));
  const each = patients.map((patient) => key.seal(small, { patient, column: 'name' }));
  const hands = patients.map((patient) => handSeal(small, boundOf(patient, 'name')));
  const [sealed, theirs] = [key.seal(small, context), handSeal(small, bound)];
  const alike = messages.map((message) => key.seal(message, context));
  let i = 0;
  const next = () => (i = (i + 1) % MANY);
  return [
    ['node:crypto by hand, seal 64 B, a context for each', () => handSeal(small, boundOf(patients[next()], 'name')), 2000, 1],
    ['node:crypto by hand, seal 64 B, one context', () => handSeal(small, bound), 2000, 1],
    ['**key.seal 64 B, a context for each**', () => key.seal(small, { patient: patients[next()], column: 'name' }), 10000, 1],
    ['key.seal 64 B, one Context', () => key.seal(small, context), 10000, 1],
    ['key.sealInto 64 B, a context for each', () => key.sealInto(small, { patient: patients[next()], column: 'name' }, room), 10000, 1],
    ['**key.sealInto 64 B, one Context**', () => key.sealInto(small, context, room), 10000, 1],
    ['key.sealText 64 B, one Context', () => key.sealText(small, context), 5000, 1],
    ['node:crypto by hand, open 64 B, a context for each', () => handOpen(hands[next()], boundOf(patients[i], 'name')), 2000, 1],
    ['node:crypto by hand, open 64 B, one context', () => handOpen(theirs, bound), 2000, 1],
    ['**key.open 64 B, a context for each**', () => key.open(each[next()], { patient: patients[i], column: 'name' }), 10000, 1],
    ['key.open 64 B, one Context', () => key.open(sealed, context), 10000, 1],
    ['**key.openInto 64 B, one Context**', () => key.openInto(sealed, context, room), 10000, 1],
    ['key.sealBatch, 1,000 of 64 B, one Context, each', () => key.sealBatch(messages, context), 20, MANY],
    ['key.sealBatch, 1,000 of 64 B, a context for each, each', () => key.sealBatch(messages, rows), 20, MANY],
    ['key.openBatch, 1,000 of 64 B, one Context, each', () => key.openBatch(alike, context), 20, MANY],
    ['key.openBatch, 1,000 of 64 B, a context for each, each', () => key.openBatch(each, rows), 20, MANY],
    ['node:crypto by hand, seal 1 MiB', () => handSeal(large, bound), 4, 1],
    ['key.seal 1 MiB', () => key.seal(large, context), 4, 1],
    ['calling an empty function', () => {}, 10000, 1],
  ];
}

// C's cost of a field, from a process that measures when it is asked.
function fieldsOfC({ policy, program, trust }) {
  const child = spawn(path.join(PAVE_BUILD_DIR, 'bench_fields'), [policy, trust, program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async () => {
    child.stdin.write('\n');
    return (await lines.next()).value.split(' ').map(Number);
  };
  return { ask, end: () => child.stdin.end() };
}

const C_SEAL = 'C: pave_seal_batch, each';
const C_OPEN = 'C: pave_open_batch, each';

function turn([, call, times, perRun]) {
  call();
  const start = process.cpuUsage();
  for (let i = 0; i < times; i++) call();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / times / perRun;
}

async function measure(scene) {
  const all = contenders(scene);
  const fields = fieldsOfC(scene);
  const seen = new Map([...all.map(([name]) => name), C_SEAL, C_OPEN].map((name) => [name, []]));
  // What is not counted: until everything is compiled.
  for (let round = -5; round < ROUNDS; round++) {
    const times = new Map(all.map((one) => [one[0], turn(one)]));
    const [sealed, opened] = await fields.ask();
    times.set(C_SEAL, sealed).set(C_OPEN, opened);
    if (round >= 0) for (const [name, ns] of times) seen.get(name).push(ns);
  }
  fields.end();
  for (const samples of seen.values()) samples.sort((a, b) => a - b);
  return seen;
}

function say(seen) {
  const median = (name) => seen.get(name)[seen.get(name).length >> 1];
  console.log(`Node.js ${process.version} with OpenSSL ${process.versions.openssl}, ${ROUNDS} rounds.\n`);
  console.log('| | median ns | fastest to slowest |\n|---|---:|---:|');
  for (const [name, samples] of seen) {
    console.log(`| ${name} | ${median(name).toFixed(0)} | ${samples[0].toFixed(0)} to ${samples.at(-1).toFixed(0)} |`);
  }
  console.log('\n| goal | | here | gate |\n|---|---|---:|---:|');
  const ratio = (goal, what, above, below, gate) =>
    console.log(`| ${goal} | ${what} | ${(median(above) / median(below)).toFixed(2)}× | ${gate} |`);
  const hand = (what) => `node:crypto by hand, ${what}`;
  ratio('P7', 'seal 64 B, a context for each, faster than by hand', hand('seal 64 B, a context for each'), '**key.seal 64 B, a context for each**', '≥ 7×');
  ratio('P7', 'open 64 B, a context for each, faster than by hand', hand('open 64 B, a context for each'), '**key.open 64 B, a context for each**', '≥ 7×');
  ratio('P7', 'seal 64 B, one context, faster than by hand', hand('seal 64 B, one context'), 'key.seal 64 B, one Context', '≥ 7×');
  ratio('P7', 'open 64 B, one context, faster than by hand', hand('open 64 B, one context'), 'key.open 64 B, one Context', '≥ 7×');
  ratio('P7', 'sealInto 64 B, one context, faster than by hand', hand('seal 64 B, one context'), '**key.sealInto 64 B, one Context**', '≥ 7×, aim 15×');
  ratio('P7', 'openInto 64 B, one context, faster than by hand', hand('open 64 B, one context'), '**key.openInto 64 B, one Context**', '≥ 7×');
  ratio('P11', 'a field of a batch, one Context, against C: seal', 'key.sealBatch, 1,000 of 64 B, one Context, each', C_SEAL, '≤ 1.5×');
  ratio('P11', 'a field of a batch, one Context, against C: open', 'key.openBatch, 1,000 of 64 B, one Context, each', C_OPEN, '≤ 1.5×');
  ratio('P11', 'a field of a batch, a context for each: seal', 'key.sealBatch, 1,000 of 64 B, a context for each, each', C_SEAL, '≤ 1.5×');
  ratio('P11', 'a field of a batch, a context for each: open', 'key.openBatch, 1,000 of 64 B, a context for each, each', C_OPEN, '≤ 1.5×');
  ratio('', 'seal 1 MiB, faster than by hand', hand('seal 1 MiB'), 'key.seal 1 MiB', '');
}

say(await measure(setUp()));
