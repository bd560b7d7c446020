import { randomUUID } from "node:crypto";

export function begin(store: Map<string, object>): void {
  const sessionId = randomUUID();
  store.set(sessionId, {});
}

export function jitter(attempt: number): number {
  return Math.random() * 100 * 2 ** attempt;
}

export const colour = Math.floor(Math.random() * 360);

export function scheduleTokenCleanup(run: () => void): void {
  const minute = Math.floor(Math.random() * 60);
  setTimeout(run, minute * 60000);
}
