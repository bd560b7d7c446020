const express = require("express");
const { Pool } = require("pg");

const app = express();
const db = new Pool();

app.get("/patients", async (req, res) => {
  const name = req.query.name;
  const rows = await db.query("SELECT * FROM patients WHERE name = '" + name + "'"); // pave: expect sql-injection
  res.json(rows);
});

app.get("/wards/:ward", async (req, res) => {
  const sql = where("ward", req.params.ward);
  res.json(await db.query(sql)); // pave: expect sql-injection
});

function where(column, value) {
  return `SELECT * FROM patients WHERE ${column} = '${value}'`;
}
