const express = require("express");

const app = express();

app.get("/greet", (req, res) => {
  res.send("<p>Welcome, " + req.query.name + "</p>"); // pave: expect cross-site-scripting
});

app.get("/note", (req, res) => {
  const page = `<p>${req.query.note}</p>`;
  res.write(page); // pave: expect cross-site-scripting
  res.end();
});

app.get("/hello", (req, res) => {
  res.status(404).set("X-Page", "none").send("No page " + req.query.name); // pave: expect cross-site-scripting
  res.setHeader("Content-Type", "text/html");
  res.end(`<p>${req.query.name}</p>`); // pave: expect cross-site-scripting
});
router.get("/hello", async (ctx) => {
  ctx.body = "<p>" + ctx.query.name + "</p>"; // pave: expect cross-site-scripting
});
fastify.get("/hello", async (request, reply) => {
  reply.type("text/html").send("<p>" + request.query.name + "</p>"); // pave: expect cross-site-scripting
});
export async function GET(request) {
  const name = new URL(request.url).searchParams.get("name");
  return new Response("<p>" + name + "</p>", { headers: { "Content-Type": "text/html" } }); // pave: expect cross-site-scripting
}
app.post("/invite", async (req, res) => {
  await transport.sendMail({ to: "team@example.org", subject: "Hello", html: `<p>${req.body.note}</p>` }); // pave: expect cross-site-scripting
});
export async function POST(request) {
  const headers = new Headers();
  headers.set("Content-Type", "text/html");
  return new Response(await request.text(), { headers }); // pave: expect cross-site-scripting
}

app.get("/raw", (req, res) => res.send(ejs.render("<p><%- name %></p>", { name: req.query.name }))); // pave: expect cross-site-scripting
exports.handler = async (event) => {
  const name = event.queryStringParameters.name;
  return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<p>${name}</p>` }; // pave: expect cross-site-scripting
};
server.route({ method: "GET", path: "/hello", handler: (request, h) => { return `<p>Hello ${request.query.name}</p>`; } }); // pave: expect cross-site-scripting
server.route({ method: "GET", path: "/bold", handler: (request, h) => h.response("<b>" + request.query.name + "</b>").type("text/html") }); // pave: expect cross-site-scripting
export default function Page({ searchParams }) {
  return <div dangerouslySetInnerHTML={{ __html: searchParams.text }} />; // pave: expect cross-site-scripting
}
app.get("/named", ({ query: { name } }, res) => { res.send("<b>" + name + "</b>"); }); // pave: expect cross-site-scripting
fastify.get("/typed", async (request, reply) => {
  reply.header("content-type", "text/html; charset=utf-8");
  return reply.send("<i>" + request.params.name + "</i>"); // pave: expect cross-site-scripting
});
server.route({ method: "GET", path: "/bare", handler: (request, h) => "Hello <b>" + request.query.name + "</b>" }); // pave: expect cross-site-scripting
export async function PUT(request) {
  const name = request.nextUrl.searchParams.get("name");
  return new NextResponse(`<p>${name}</p>`, { headers: { "content-type": "text/html" } }); // pave: expect cross-site-scripting
}
const unescaped = Handlebars.compile("<p>{{{name}}}</p>");
app.get("/unescaped", (req, res) => { res.send(unescaped({ name: req.query.name })); }); // pave: expect cross-site-scripting
import { html, raw } from "hono/html";
router.get("/raw", (c) => c.html(html`<p>${raw(c.req.query("name"))}</p>`)); // pave: expect cross-site-scripting
