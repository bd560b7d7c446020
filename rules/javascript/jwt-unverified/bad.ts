import jwt from "jsonwebtoken";

export function readClaims(token: string, key: string) {
  return jwt.verify(token, key, { algorithms: ["HS256", "none"] }); // pave: expect jwt-unverified
}

export function issue(patient: string): string {
  return jwt.sign({ sub: patient }, "", { algorithm: "none" }); // pave: expect jwt-unverified
}

export const claims = jose.UnsecuredJWT.decode(token); // pave: expect jwt-unverified
export const unsigned = new jose.UnsecuredJWT({ sub: "a" }).encode(); // pave: expect jwt-unverified
export const either = (token: string, key: string) => jwt.verify(token, key, { algorithms: ["RS256", "HS256"] }); // pave: expect jwt-unverified
export const keyless = (token: string) => jwt.verify(token, null); // pave: expect jwt-unverified
export function asTold(token: string, key: string) {
  const decoded = jwt.decode(token, { complete: true });
  return jwt.verify(token, key, { algorithms: [decoded.header.alg] }); // pave: expect jwt-unverified
}
import simple from "jwt-simple";
export const trusted = (token: string, key: string) => simple.decode(token, key, true); // pave: expect jwt-unverified
