import https from "node:https";
import { readFileSync } from "node:fs";

export const agent = new https.Agent({ ca: readFileSync("clinic-ca.pem") });

export const strict = new https.Agent({ rejectUnauthorized: true });

export function isStrict(options: { rejectUnauthorized?: boolean }): boolean {
  return options.rejectUnauthorized !== false;
}
