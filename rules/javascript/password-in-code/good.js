const mysql = require("mysql");
const { Pool } = require("pg");

const first = mysql.createConnection({ host: "db", user: "shop", password: process.env.DB_PASSWORD });
const second = new Pool({ user: "shop", password: "" });
const third = new Form({ user: "shop", password: "tomatoes" });
