const express = require("express");
const { Pool } = require("pg");

const app = express();
const db = new Pool();

app.get("/patients", async (req, res) => {
  res.json(await db.query("SELECT * FROM patients WHERE name = $1", [req.query.name]));
});

app.get("/patients/:number", async (req, res) => {
  const number = Number(req.params.number);
  res.json(await db.query(`SELECT * FROM patients WHERE number = ${number}`));
});

app.get("/orders", async (req, res) => {
  await pool.query({ text: "SELECT * FROM orders WHERE id = $1", values: [req.query.id] });
  await prisma.$queryRaw`SELECT * FROM orders WHERE id = ${req.query.id}`;
  await Promise.all([read(req.query.id)]);
  cache.get("order:" + req.query.id);
});
app.get("/setting", (req, res) => {
  res.json([Config.default.get(req.params.name), db.get(req.params.name).value(), store.all(req.query.kind)]);
});
