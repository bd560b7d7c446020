const express = require("express");
const fs = require("fs");
const path = require("path");

const app = express();

app.get("/scan", (req, res) => {
  fs.readFile("/scans/" + path.basename(req.query.name), (error, scan) => res.send(scan));
});

app.get("/letters/:name", (req, res) => {
  res.sendFile(req.params.name, { root: "/letters" });
});

const path = require("path");
const fs = require("fs");

router.get("/report", async (ctx) => {
  const full = path.resolve("/reports", ctx.query.name);
  if (!full.startsWith("/reports/")) {
    return;
  }
  fs.createReadStream(full).pipe(out);
  fs.write(number, ctx.query.name, done);
});
app.get("/kept", (req, res) => {
  const file = path.resolve("/reports", req.query.name);
  const within = path.relative("/reports", file);
  if (within.startsWith("..") || path.isAbsolute(within)) {
    return res.status(403).end();
  }
  fs.createReadStream(file).pipe(res);
});
app.get("/below", (req, res) => {
  const file = path.normalize("/reports/" + req.query.name);
  if (file.slice(0, root.length) !== root) {
    return res.status(403).end();
  }
  fs.createReadStream(file).pipe(res);
});
router.get("/sent", async (ctx) => { await send(ctx, ctx.params.file); });
app.get("/shown", (req, res) => res.render("index", { name: req.query.name }));
app.get("/own/:name", async (req, res) => {
  const name = sanitizePathname(req.params.name);
  res.sendFile(path.join(ROOT, name));
  res.render("pages/" + req.query.page);
  const key = crypto.createHash("sha256").update(req.url).digest("hex");
  fs.readFile(`/cache/${key}`, done);
});
app.get("/own", async (req, res) => {
  const file = await fs.promises.realpath(path.join(ROOT, req.query.name));
  if (!file.startsWith(ROOT + "/")) throw new Error("no such file");
  res.json(await fs.promises.readFile(file, "utf8"));
});
export const kept = async (event) => fs.readFileSync("/tmp/" + event.Records[0].s3.object.key.split("/").pop());
app.get("/named", (req, res) => { fs.createReadStream(path.join(ROOT, path.parse(req.query.name).base)).pipe(res); });
