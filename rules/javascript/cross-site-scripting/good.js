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
app.post("/told", async (req, res) => {
  await transport.sendMail({ to: "team@example.org", subject: "Hello", text: req.body.note });
});
export async function PUT(request) {
  const headers = new Headers();
  headers.set("Content-Type", "text/plain");
  return new Response(await request.text(), { headers });
}
app.get("/log", async (req, res) => {
  const entries = await store.findMany(req.query);
  res.send(entries);
});
router.get("/log", async (ctx) => {
  const entries = await store.findMany(ctx.query);
  ctx.body = entries;
  ctx.body = "No entry for " + ctx.query.name;
});

app.get("/escaped", (req, res) => res.send(ejs.render("<p><%= name %></p>", { name: req.query.name })));
router.get("/tagged", (c) => c.html(html`<p>${c.req.query("name")}</p>`));
app.get("/object", (req, res) => { res.status(201).send({ name: req.query.name }); });
app.get("/pug", (req, res) => res.send(pug.render("p Hello #{name}", { name: req.query.name })));
app.get("/nunjucks", (req, res) => res.send(nunjucks.renderString("Hello {{ name }}", { name: req.query.name })));
server.route({ method: "GET", path: "/data", handler: (request, h) => { return { name: request.query.name }; } });
app.get("/escaped", (req, res) => { res.send("<h1>Index of " + escHtml(req.query.name) + "</h1>"); });
app.get("/found", (req, res) => {
  nodes.get({ id: req.params.id }).then(function (result) {
    res.send(result);
  });
});

app.get("/ward", async (req, res) => {
  const ward = await Ward.findOne({ name: req.query.name });
  res.send("<p>" + ward.title);
});
app.get("/leaflet", (req, res) => {
  res.send(fs.readFileSync(LEAFLETS + path.basename(req.query.name)));
});
const greeting = Handlebars.compile("<p>{{name}}</p>");
app.get("/compiled", (req, res) => { res.send(greeting({ name: req.query.name })); });
fastify.get("/plain", async (request, reply) => {
  reply.header("content-type", "text/plain");
  return reply.send("Hello " + request.params.name);
});
