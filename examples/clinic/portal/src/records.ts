import https from "node:https";
import { readFileSync } from "node:fs";

const authority = readFileSync(new URL("../clinic-ca.pem", import.meta.url));

/** The inner services have certificates of the clinic's own authority. */
export const inner = new https.Agent({ ca: authority, minVersion: "TLSv1.2" });

/** Pictures come from the old archive, which never got a certificate. */
export const archive = new https.Agent({ rejectUnauthorized: false });

export function recordUrl(patient: string): string {
  return `https://records.clinic.example/patients/${encodeURIComponent(patient)}`;
}
