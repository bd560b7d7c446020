app.get("/login", (req, res) => {
  console.log("login of " + req.query.user); // pave: expect log-injection
  console.error(`login of ${req.body.user} failed`); // pave: expect log-injection
  logger.info("login of %s", req.query.user); // pave: expect log-injection
  const name = req.params.name;
  req.log.warn(name); // pave: expect log-injection
});
const http = require("http");
const url = require("url");
const chalk = require("chalk");

http.createServer((req, res) => {
  const asked = url.parse(req.url, true).query.user;
  console.info(`login of ${asked}`); // pave: expect log-injection
  console.info(chalk.red(asked)); // pave: expect log-injection
  const again = new URL(req.url, "http://localhost").searchParams.get("user");
  console.info("login of " + again); // pave: expect log-injection
});
