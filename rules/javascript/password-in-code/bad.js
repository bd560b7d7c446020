const mysql = require("mysql");
const { Pool } = require("pg");

const first = mysql.createConnection({ host: "db", user: "shop", password: "tomato-soup" }); // pave: expect password-in-code
const second = new Pool({ user: "shop", password: "tomatoes" }); // pave: expect password-in-code
connection.login("shop@example.org", "tomatosoup", done); // pave: expect password-in-code
