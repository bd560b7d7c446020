const mysql = require("mysql");
const { Pool } = require("pg");

function connect() {
  return mysql.createConnection({ host: "db", user: "shop", password: process.env.DB_PASSWORD });
}

const empty = new Pool({ user: "shop", password: "" });
const form = new Form({ user: "shop", password: "tomatoes" });
