import jwt from "jsonwebtoken";

export function readClaims(token: string, key: string) {
  return jwt.verify(token, key, { algorithms: ["EdDSA"] });
}

export function issue(patient: string, key: string): string {
  return jwt.sign({ sub: patient }, key, { algorithm: "EdDSA" });
}

export const shadow = { algorithm: "none" };
