import jwt from "jsonwebtoken";

export function readClaims(token: string, key: string) {
  return jwt.verify(token, key, { algorithms: ["HS256", "none"] }); // pave: expect jwt-unverified
}

export function issue(patient: string): string {
  return jwt.sign({ sub: patient }, "", { algorithm: "none" }); // pave: expect jwt-unverified
}

export const claims = jose.UnsecuredJWT.decode(token); // pave: expect jwt-unverified
export const unsigned = new jose.UnsecuredJWT({ sub: "a" }).encode(); // pave: expect jwt-unverified
