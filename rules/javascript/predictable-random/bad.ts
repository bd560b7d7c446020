export function begin(store: Map<string, object>): void {
  const sessionId = Math.random().toString(36).slice(2); // pave: expect predictable-random
  store.set(sessionId, {});
}

export function makeToken(length: number): string {
  let out = "";
  while (out.length < length) {
    out += Math.floor(Math.random() * 36).toString(36); // pave: expect predictable-random
  }
  return out;
}

export function invite(users: string[], response: Response): object {
  const number = Math.random(); // pave: expect predictable-random
  response.cookie("login", number.toString(36));
  return { password: Math.random().toString(36) }; // pave: expect predictable-random
}
