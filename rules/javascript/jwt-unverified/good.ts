import jwt from "jsonwebtoken";

export function readClaims(token: string, key: string) {
  return jwt.verify(token, key, { algorithms: ["EdDSA"] });
}

export function issue(patient: string, key: string): string {
  return jwt.sign({ sub: patient }, key, { algorithm: "EdDSA" });
}

export const shadow = { algorithm: "none" };
export const several = (token: string, key: string) => jwt.verify(token, key, { algorithms: ["RS256", "ES256"] });
export function byName(token: string, keys: Map<string, string>) {
  const decoded = jwt.decode(token, { complete: true });
  return jwt.verify(token, keys.get(decoded.header.kid), { algorithms: ["RS256"] });
}
import simple from "jwt-simple";
export const checked = (token: string, key: string) => simple.decode(token, key, false, "HS256");
