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

const knex = require("knex")(settings);

app.get("/orders", async (req, res) => {
  await pool.query({ text: "SELECT * FROM orders WHERE id = " + req.query.id }); // pave: expect sql-injection
  await knex("orders").whereRaw("state = '" + req.query.state + "'"); // pave: expect sql-injection
  await prisma.$queryRawUnsafe(`SELECT * FROM orders ORDER BY ${req.query.by}`); // pave: expect sql-injection
  await sequelize.query("SELECT * FROM orders WHERE id = " + req.query.id); // pave: expect sql-injection
  db.all(`SELECT * FROM orders WHERE id = ${req.query.id}`, done); // pave: expect sql-injection
  const options = { sql: "SELECT * FROM orders WHERE id = " + req.query.id };
  connection.query(options, done); // pave: expect sql-injection
});
app.get("/report", async (req, res) => {
  const text = "SELECT * FROM report WHERE name = '" + req.query.name + "'";
  await aurora.send(new BatchExecuteStatementCommand({ sql: text, resourceArn: arn })); // pave: expect sql-injection
  await athena.startQueryExecution({ QueryString: text }); // pave: expect sql-injection
  await athena.send(new CreateNamedQueryCommand({ Name: "report", QueryString: text })); // pave: expect sql-injection
  await bigquery.createQueryJob({ query: text, location: "EU" }); // pave: expect sql-injection
  await spanner.run({ sql: text }); // pave: expect sql-injection
});

export async function DELETE(request, { params }) {
  await pool.query("DELETE FROM patients WHERE id = " + params.id); // pave: expect sql-injection
}
app.get("/sorted", async (req, res) => {
  res.json(await repository.createQueryBuilder("u").orderBy(req.query.sort, "ASC").getMany()); // pave: expect sql-injection
});
app.get("/counted", async (req, res) => {
  res.json((await pool.query("SELECT * FROM wards WHERE name = '" + req.query.name + "'")).length); // pave: expect sql-injection
});
app.post("/emptied", async (req, res) => { await pool.query(`TRUNCATE ${req.body.table}`); res.end(); }); // pave: expect sql-injection
