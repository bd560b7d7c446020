// SPDX-License-Identifier: Apache-2.0
/// <reference types="node" />
import { Readable, Transform, Writable } from 'node:stream';

/** The version of libpave. */
export const version: string;

/** What went wrong. All that a key decides is PAVE_REFUSED; all else can be put right, and the message says how. */
export type PaveCode =
  | 'PAVE_REFUSED' | 'PAVE_NO_MEMORY' | 'PAVE_ARGUMENT' | 'PAVE_LIMIT' | 'PAVE_IO' | 'PAVE_SYNTAX' | 'PAVE_UNTRUSTED'
  | 'PAVE_EXPIRED' | 'PAVE_NO_PURPOSE' | 'PAVE_CONTEXT' | 'PAVE_NOT_SEALED' | 'PAVE_NEWER' | 'PAVE_NO_KEY'
  | 'PAVE_KEY_STATE' | 'PAVE_LOCKED' | 'PAVE_FORBIDDEN' | 'PAVE_USED_UP' | 'PAVE_EXISTS' | 'PAVE_NO_FILE'
  | 'PAVE_BACKEND' | 'PAVE_BUSY' | 'PAVE_MISDIRECTED' | 'PAVE_REPLAYED';

export class PaveError extends Error {
  private constructor();
  readonly code: PaveCode;
  readonly status: number;
}

/** What is closed by close(), by `using`, and at the latest when it is collected. */
declare class Closable {
  close(): void;
  [Symbol.dispose](): void;
}

/** Fields that name what a value belongs to, such as { patient: id }. */
export interface ContextFields { readonly [name: string]: string | Uint8Array }

/** A context that serves many values: written once, and cheaper for each. */
export class Context extends Closable {
  constructor(fields: ContextFields);
  // Not to be made by hand from fields.
  private readonly isContext: true;
}

/** Required by every call: open needs the same as seal. `{}` is a context without fields. */
export type InContext = Context | ContextFields;

/** How one keyset is unlocked. */
export type Unlock =
  | { readonly passphrase: string | Uint8Array; readonly program?: undefined; readonly parent?: undefined }
  | { readonly program: string | URL; readonly passphrase?: undefined; readonly parent?: undefined }
  | { readonly parent: string | URL; readonly unlock: Unlock; readonly passphrase?: undefined; readonly program?: undefined };

export interface LibraryOptions {
  /** The public key that policies are signed with, as `pave keys public` prints. */
  readonly trust: string;
  /** By the name of each keyset. */
  readonly unlock: { readonly [keyset: string]: Unlock };
}

export interface PasswordCost { readonly memoryKib?: number; readonly passes?: number }

/** A policy and its keysets. Keys that are still held keep what they need of it. */
export class Library extends Closable {
  constructor(policy: string | URL, options: LibraryOptions);
  /** The first key of a keyset unlocks it, which takes as long as its passphrase asks for: at start, or by keyAsync. */
  key(purpose: string, options?: { readonly subject?: string | Uint8Array }): Key;
  /** Unlocked off the main thread. */
  keyAsync(purpose: string, options?: { readonly subject?: string | Uint8Array }): Promise<Key>;
  /** What finds the sealed values of a purpose. */
  index(purpose: string, name: string): Index;
  /** A new secret for a patient or tenant: store it with their record; without it nobody opens what is theirs. */
  newSubject(purpose: string, name: string | Uint8Array): Buffer;
  subjectKey(purpose: string, name: string | Uint8Array, secret: Uint8Array): Key;
  /** After a rotation: the same secret under the key of now; null when there is nothing to do. */
  resealSubject(purpose: string, name: string | Uint8Array, secret: Uint8Array): Buffer | null;
  /** What the policy says that hashing a password costs. */
  readonly passwordCost: Required<PasswordCost>;
  hashPassword(password: string | Uint8Array): Promise<string>;
  verifyPassword(password: string | Uint8Array, stored: string | null | undefined): Promise<string | null>;
}

/** What became of many values, which share one ArrayBuffer: an item that fails leaves null, and its error by its index. */
export interface BatchOutcome {
  readonly values: (Buffer | null)[];
  readonly errors: Map<number, PaveError>;
}

export interface FileOptions {
  /** 0: as many as there are processors, at most 8. */
  readonly threads?: number;
  readonly progress?: (done: number, all: number) => void;
}

export interface TokenOptions {
  readonly audience: string;
  readonly ttlSeconds: number;
  readonly context: InContext;
  /** For tests. */
  readonly now?: Date;
}

export interface TokenRules {
  readonly audience: string;
  readonly issuer?: string;
  readonly context: InContext;
  readonly leewaySeconds?: number;
  /** For tests. */
  readonly now?: Date;
}

/** Claims as they were issued: look at what they are before you use them. */
export interface Claims { readonly [name: string]: unknown }

/** The key of one purpose. */
export class Key extends Closable {
  private constructor();
  seal(message: Uint8Array, context: InContext): Buffer;
  open(sealed: Uint8Array, context: InContext): Buffer;
  /** Gives how much was written. `out` must not overlap `message`. */
  sealInto(message: Uint8Array, context: InContext, out: Uint8Array, offset?: number): number;
  openInto(sealed: Uint8Array, context: InContext, out: Uint8Array, offset?: number): number;
  /** The size that so many bytes have when sealed. */
  sealedSize(size: number): number;
  /** As text for columns and JSON. */
  sealText(message: Uint8Array, context: InContext): string;
  openText(text: string, context: InContext): Buffer;
  /** Under the key of now; null when there is nothing to do. The value is checked either way. */
  reseal(sealed: Uint8Array, context: InContext): Buffer | null;
  /** One context for all, or one for each. */
  sealBatch(messages: readonly Uint8Array[], contexts: InContext | readonly InContext[]): BatchOutcome;
  openBatch(sealed: readonly Uint8Array[], contexts: InContext | readonly InContext[]): BatchOutcome;
  sealStream(context: InContext): Transform;
  /** Each piece was verified; that it was all of them is known when the stream ends without an error. */
  openStream(context: InContext): Transform;
  /** The target appears whole or not at all. */
  sealFile(from: string | URL, to: string | URL, context: InContext, options?: FileOptions): Promise<void>;
  unsealFile(from: string | URL, to: string | URL, context: InContext, options?: FileOptions): Promise<void>;
  /** To read a sealed file at any place. */
  openFile(path: string | URL, context: InContext): Promise<SealedFile>;
  /** Bytes (16 to 64) for what libpave does not do itself. Keep `keyId`, and give it to have the same again. */
  derive(size: number, context: InContext, keyId?: string | null): { readonly secret: Secret; readonly keyId: string };
  /** "aud", "iat" and "exp" are added to the claims. */
  issueToken(claims: object, options: TokenOptions): string;
  verifyToken(token: string, rules: TokenRules): Claims;
  /** The public half of the key that signs now ("k4.public.…"). */
  tokenPublic(): string;
}

/** Finds sealed values by a short token beside them; rows that are found are opened and compared. */
export class Index extends Closable {
  private constructor();
  /** The token to store beside a row: `values` are the columns of the index by name. */
  token(values: InContext): string;
  /** The tokens that rows with these values may have, one for each key: search for any of them. */
  query(values: InContext): string[];
  /** Off the main thread: for an index that is slow on purpose. */
  tokenAsync(values: InContext): Promise<string>;
  queryAsync(values: InContext): Promise<string[]>;
}

export interface IndexAdvice { readonly least: number; readonly most: number; readonly usual: number; readonly rowsEach: number }

/** How many bits tokens may have, for so many rows with so many values. */
export function indexPlan(distinct: number, rows: number): IndexAdvice;

export class SealedFile extends Closable {
  private constructor();
  readonly size: number;
  /** As many bytes as there are from `offset` on, `length` at most; none past the end. */
  readAt(offset: number, length: number): Promise<Buffer>;
  /** `end` is included, as with fs.createReadStream. */
  createReadStream(options?: { readonly start?: number; readonly end?: number }): Readable;
}

export interface SealMessageOptions {
  readonly purpose: string;
  readonly context: InContext;
  /** Names of the trust file. */
  readonly to: string | readonly string[];
  readonly ttlSeconds: number;
  /** For tests. */
  readonly now?: Date;
}

export interface OpenMessageOptions<Answer> {
  readonly purpose: string;
  readonly context: InContext;
  /**
   * Asked last, of genuine messages alone: true, and remember `id` until then; false when it was here before. null: a
   * message may come more than once.
   */
  readonly isNew: ((id: Buffer, until: Date) => Answer) | null;
  /** For tests. */
  readonly now?: Date;
}

export interface Received {
  readonly body: Buffer;
  /** Its name in the trust file. */
  readonly sender: string;
  readonly sent: Date;
  readonly expires: Date;
}

/** Who this service is to others. */
export class Identity extends Closable {
  private constructor();
  static open(path: string | URL, unlock: Unlock): Promise<Identity>;
  /** What others list in their trust file. */
  readonly publicText: string;
  /** The domain says what a signature means, such as "clinic.prescription.v1". */
  sign(domain: string, message: Uint8Array): Buffer;
  signDigest(domain: string, digest: Digest): Buffer;
  seal(trust: Trust, body: Uint8Array, options: SealMessageOptions): Buffer;
  open(trust: Trust, sealed: Uint8Array, options: OpenMessageOptions<boolean>): Received;
  openAsync(trust: Trust, sealed: Uint8Array, options: OpenMessageOptions<boolean | Promise<boolean>>): Promise<Received>;
}

/** Whom this service knows, by name. */
export class Trust extends Closable {
  constructor(text: string);
  /** Throws unless `name` signed it: there is no answer that could be overlooked. */
  verify(name: string, domain: string, message: Uint8Array, signature: Uint8Array): void;
  verifyDigest(name: string, domain: string, digest: Digest, signature: Uint8Array): void;
}

/** What comes in pieces and is signed as one: written, piped, or by update(). Signing and verifying end it. */
export class Digest extends Writable {
  constructor();
  update(bytes: Uint8Array): this;
}

/**
 * Remembers the ids of messages until they have expired, in this process: `isNew: cache.isNew`. Services of several
 * processes need a table that they share.
 */
export class ReplayCache {
  constructor();
  readonly size: number;
  isNew(id: Uint8Array, until: Date): boolean;
}

export interface JwtRules {
  readonly issuer: string;
  /** null: the token must name none. */
  readonly audience: string | null;
  /** "typ" of the header, such as "at+jwt". */
  readonly type?: string;
  readonly leewaySeconds?: number;
  /** For tests. */
  readonly now?: Date;
}

/** The keys of an issuer of tokens, as it publishes them. */
export class Jwks extends Closable {
  constructor(keys: string | object);
  /** The claims, after all of it was checked. */
  verify(token: string, rules: JwtRules): Claims;
}

export interface PasetoBeside { readonly footer?: string | Uint8Array; readonly bound?: string | Uint8Array }

/** A key as PASERK text, from and for other programs. */
export class PasetoKey extends Closable {
  constructor(text: string);
  readonly id: string;
  issue(claims: object, beside?: PasetoBeside): string;
  verify(token: string, rules: Omit<TokenRules, 'context'>): Claims;
  /** Of time and place nothing was checked: see verify. */
  open(token: string, beside?: PasetoBeside): Claims;
}

/** Bytes in memory that is guarded, kept out of swap and core dumps, and wiped when closed; `bytes` is empty then. */
export class Secret extends Closable {
  /** So many zero bytes, or a copy of some. */
  constructor(from: number | Uint8Array);
  readonly bytes: Buffer;
}

export type KeyState = 'pending' | 'primary' | 'active' | 'disabled' | 'destroyed';

export interface KeysetOptions {
  readonly name: string;
  readonly kind?: 'seal' | 'stream' | 'sign' | 'identity' | 'token' | 'index' | 'derive';
  readonly suite?: string;
  readonly messages?: number;
  readonly passphraseKib?: number;
  readonly passphrasePasses?: number;
}

/** Files of keys, for those who look after them. Application code needs none of this. */
export const keyset: {
  create(path: string | URL, options: KeysetOptions, unlock: Unlock): Promise<void>;
  /** Gives the id of the pending key; it can be promoted after a day, or `stageSeconds`. */
  rotate(path: string | URL, unlock: Unlock, options?: { readonly stageSeconds?: number }): Promise<string>;
  change(path: string | URL, unlock: Unlock, id: string, state: KeyState): Promise<void>;
  rewrap(path: string | URL, unlock: Unlock, newUnlock: Unlock): Promise<void>;
  check(path: string | URL, unlock: Unlock): Promise<void>;
};

export interface SealedInfo {
  readonly version: number;
  readonly suite: string;
  /** As in the keyset file; null for a message. */
  readonly keyId: string | null;
  readonly messageSize: number;
  readonly isStream: boolean;
  readonly recipients: number;
}

/** What can be said without any key. */
export function inspect(sealed: Uint8Array): SealedInfo;

/** What to store of a password. Off the main thread. */
export function hashPassword(password: string | Uint8Array, cost?: PasswordCost): Promise<string>;
/**
 * Rejects with PAVE_REFUSED for another password, and when `stored` is null: there is no such user. Gives what to store
 * from now on, or null to leave it.
 */
export function verifyPassword(password: string | Uint8Array, stored: string | null | undefined, cost?: PasswordCost): Promise<string | null>;

export function randomBytes(size: number): Buffer;
/** From 0 to limit - 1. */
export function randomBelow(limit: number): number;
export function randomBelow(limit: bigint): bigint;
/** 256 bits as 43 characters. */
export function randomToken(): string;
/** 4 to 12 digits; count the attempts. */
export function randomPin(digits: number): string;
export function randomUuid(): string;
/** Grows with time, and tells it. */
export function randomUuidOrdered(): string;

/** In a time that depends on the size alone. */
export function equal(a: Uint8Array, b: Uint8Array): boolean;
/** Makes the bytes zero. */
export function wipe(bytes: Uint8Array): void;
