const express = require("express");

const app = express();

app.get("/image", async (req, res) => {
  const image = await fetch(req.query.url); // pave: expect server-side-request
  res.json({ size: image.size });
});

const https = require("https");

app.get("/fetch", async (req, res) => {
  const options = { url: req.query.address };
  await axios(options); // pave: expect server-side-request
  https.get({ hostname: req.query.host, path: "/" }, done); // pave: expect server-side-request
  await fetch(`https://${req.query.host}/data`); // pave: expect server-side-request
});
app.get("/reach", (req, res) => {
  https.get("/status", { host: req.query.host }, (answer) => answer.pipe(res)); // pave: expect server-side-request
  tls.connect({ host: req.query.host, port: 443 }); // pave: expect server-side-request
  soap.createClient(req.query.wsdl, (error, client) => res.json(client.describe())); // pave: expect server-side-request
  wkhtmltopdf(req.query.page).pipe(res); // pave: expect server-side-request
  proxy.web(req, res, { target: req.query.target }); // pave: expect server-side-request
});
app.post("/picture", async (req, res) => {
  if (req.body.picture !== undefined) {
    await fetch(req.body.picture); // pave: expect server-side-request
    return res.end();
  }
  await fetch(req.body.other); // pave: expect server-side-request
});
const client = axios.create({ timeout: 1000 });
app.post("/called", async (req, res) => { await client.post(req.body.hook, {}); res.end(); }); // pave: expect server-side-request
