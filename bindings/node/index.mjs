// SPDX-License-Identifier: Apache-2.0
import pave from './index.js';

export const {
  version, Library, Key, Context, SealedFile, Identity, Trust, Digest, ReplayCache, Jwks, PasetoKey, Index, Secret, PaveError, keyset,
  inspect, indexPlan,
  hashPassword, verifyPassword, randomBytes, randomBelow, randomToken, randomPin, randomUuid, randomUuidOrdered, equal, wipe,
} = pave;
export default pave;
