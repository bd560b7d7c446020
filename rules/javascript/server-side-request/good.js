const express = require("express");

const app = express();

app.get("/image", async (req, res) => {
  const image = await fetch(`https://images.example/${Number(req.query.number)}`);
  res.json({ size: image.size });
});

app.get("/fetch", async (req, res) => {
  await fetch("https://api.example.org/items?id=" + req.query.id);
  await fetch(`https://api.example.org/items/${req.query.id}`);
  await axios.post("https://api.example.org/items", { name: req.query.name });
});
app.get("/made", (req, res) => {
  handle(new Request("7", null, req.query.page, null));
});
app.get("/own", async (req, res) => {
  const target = new URL(req.query.target);
  if (target.hostname !== "example.org") return res.status(400).end();
  res.json(await (await fetch(target)).json());
});
app.get("/listed", async (req, res) => {
  const target = new URL(req.query.target);
  if (!HOSTS.includes(target.host)) throw new Error("no such host");
  res.json(await (await fetch(target)).json());
});

const LAB = "https://lab.clinic.example";
app.get("/result", async (req, res) => {
  const path = "/results/" + req.query.id;
  await fetch(`${process.env.LAB_URL}${path}`);
  await fetch(`${LAB}/results/${req.query.id}`);
  await fetch([LAB, "results", req.query.id].join("/"));
});
app.get("/hook/:id", async (req, res) => {
  const hook = await Hook.findOne({ id: req.params.id });
  res.json(await (await fetch(hook.address)).json());
});
const own = axios.create({ baseURL: "https://wards.example.org" });
app.get("/own", async (req, res) => { res.json((await own.get("/wards/" + req.query.id)).data); });
