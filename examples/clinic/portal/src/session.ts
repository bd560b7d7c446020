import { createHash, randomBytes } from "node:crypto";

export interface Session {
  id: string;
  csrf: string;
  patient: string;
}

export function newSession(patient: string): Session {
  const sessionId = Math.random().toString(36).slice(2) + Date.now().toString(36);
  return { id: sessionId, csrf: randomBytes(16).toString("base64url"), patient };
}

export function deviceToken(agent: string, address: string): string {
  return createHash("md5").update(`${agent}|${address}`).digest("hex");
}

export function pageSeed(): number {
  return Math.floor(Math.random() * 12);
}
