import https from "node:https";
import tls from "node:tls";

export const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false }); // pave: expect tls-verify-off

export function connect(host: string) {
  return tls.connect({ host, port: 443, rejectUnauthorized: false }); // pave: expect tls-verify-off
}

process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"; // pave: expect tls-verify-off

const checked = !true;

export const options = {
  rejectUnauthorized: checked, // pave: expect tls-verify-off
};

export function loosen(agent: { rejectUnauthorized?: boolean }): void {
  agent.rejectUnauthorized = false; // pave: expect tls-verify-off
}

mongoose.connect(url, { tlsAllowInvalidCertificates: true }); // pave: expect tls-verify-off
sql.connect({ server: "db.example.org", options: { trustServerCertificate: true } }); // pave: expect tls-verify-off
app.commandLine.appendSwitch("ignore-certificate-errors"); // pave: expect tls-verify-off

export const unnamed = { checkServerIdentity: () => undefined }; // pave: expect tls-verify-off
export const older = { uri: "https://records", strictSSL: false }; // pave: expect tls-verify-off

process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0"; // pave: expect tls-verify-off
tls.connect({ host, checkServerIdentity: function (name, certificate) { return null; } }); // pave: expect tls-verify-off
superagent.get(url).disableTLSCerts(); // pave: expect tls-verify-off
session.defaultSession.setCertificateVerifyProc((request, tell) => { tell(0); }); // pave: expect tls-verify-off
app.on("certificate-error", (event, page, url, error, certificate, tell) => { // pave: expect tls-verify-off
  event.preventDefault();
  tell(true);
});
