const escapeHtml = require("escape-html");
const express = require("express");

const app = express();

app.get("/greet", (req, res) => {
  res.send("<p>Welcome, " + escapeHtml(req.query.name) + "</p>");
});

app.get("/note", (req, res) => {
  res.json({ note: req.query.note });
});

function optionsOf(request, isOld) {
  let options = { callbacks: { session(told) { return told; } } };
  if (isOld) {
    options = { callbacks: { session(told) { return { user: told }; } } };
  } else {
    options.callbacks.jwt = function (told) { return told; };
  }
  return options.callbacks.session(request.query.name);
}

app.get("/hello", (req, res) => {
  res.type("text/plain");
  res.send("Hello " + req.query.name);
});
app.get("/again", (req, res) => {
  res.writeHead(200, { "Content-Type": "application/json" });
  res.end("[" + req.query.name + "]");
});
fastify.get("/hello", async (request, reply) => {
  reply.send("Hello " + request.query.name);
});
