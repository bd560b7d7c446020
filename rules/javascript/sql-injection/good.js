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

const SORTED_BY = ["name", "born"];
app.get("/sorted", async (req, res) => {
  const order = SORTED_BY.includes(req.query.order) ? req.query.order : "name";
  if (!/^[a-z_]+$/.test(req.query.table)) return res.sendStatus(400);
  res.json(await db.query(`SELECT * FROM ${req.query.table} WHERE id = ${+req.query.id} ORDER BY ${order}`));
});
app.get("/some", async (req, res) => {
  const ids = req.query.ids.split(",").map(Number);
  const columns = { n: "name", b: "born" };
  res.json(await db.query(`SELECT ${columns[req.query.column]} FROM patients WHERE id IN (${ids.join(",")})`));
});
const pgQuoted = require("pg-format");
app.get("/quoted", async (req, res) => {
  res.json(await pool.query(pgQuoted("SELECT * FROM t WHERE a = %L", req.query.a)));
});
app.get("/tagged", async (req, res) => { res.json(await sql.query`SELECT * FROM wards WHERE name = ${req.query.name}`); });
app.post("/listed", async (req, res) => {
  const places = req.body.ids.map((id, i) => `$${i + 1}`).join(", ");
  res.json(await pool.query(`SELECT * FROM wards WHERE id IN (${places})`, req.body.ids));
});
app.patch("/fields", async (req, res) => {
  const fields = Object.keys(req.body).filter((field) => FIELDS.includes(field));
  res.json(await pool.query(`UPDATE wards SET ${fields.map((field, i) => `${field} = $${i + 1}`).join(", ")}`, fields.map((field) => req.body[field])));
});
app.get("/hashed", async (req, res) => {
  const digest = crypto.createHash("sha256").update(req.query.name).digest("hex");
  res.json(await pool.query(`SELECT * FROM wards WHERE digest = '${digest}'`));
});
