import https from "node:https";
import { readFileSync } from "node:fs";

export const agent = new https.Agent({ ca: readFileSync("clinic-ca.pem") });

export const strict = new https.Agent({ rejectUnauthorized: true });

export function isStrict(options: { rejectUnauthorized?: boolean }): boolean {
  return options.rejectUnauthorized !== false;
}

session.defaultSession.setCertificateVerifyProc((request, tell) => { tell(-3); });
app.on("certificate-error", (event, page, url, error, certificate, tell) => { tell(certificate.fingerprint === PINNED); });
tls.connect({ host, checkServerIdentity: function (name, certificate) { return compare(name, certificate); } });
