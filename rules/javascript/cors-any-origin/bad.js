const cors = require("cors");

app.use(cors({ origin: true, credentials: true })); // pave: expect cors-any-origin
app.use(cors({ credentials: true, origin: (origin, answer) => answer(null, true) })); // pave: expect cors-any-origin
const setting = { origin: true, credentials: true };
nest.enableCors(setting); // pave: expect cors-any-origin
fastify.register(require("@fastify/cors"), { origin: true, credentials: true }); // pave: expect cors-any-origin
app.use((req, res, next) => {
  res.header("Access-Control-Allow-Origin", req.headers.origin); // pave: expect cors-any-origin
  res.header("Access-Control-Allow-Credentials", "true");
  next();
});
http.createServer((request, response) => {
  const origin = request.headers["origin"] || "https://example.org";
  response.setHeader("Access-Control-Allow-Credentials", true);
  response.setHeader("Access-Control-Allow-Origin", origin); // pave: expect cors-any-origin
});
