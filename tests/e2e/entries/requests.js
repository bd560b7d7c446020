app.get("/", function (req, res) {
  sink(req.query.a); // HIT
  sink(req.params.a); // HIT
  sink(req.body); // HIT
  sink(req.session);
});

router.post("/", async (req, res, next) => {
  sink(req.headers["x-a"]); // HIT
});

router.get("/", async (ctx) => {
  sink(ctx.query.a); // HIT
  sink(ctx.request.body); // HIT
  sink(ctx.state);
});

fastify.get("/", async (request, reply) => {
  sink(request.query.a); // HIT
  sink(request.params.a); // HIT
});

server.route({
  method: "GET",
  handler: (request, h) => {
    sink(request.payload); // HIT
  },
});

export default function handler(req, res) {
  sink(req.query.a); // HIT
}

export async function GET(request) {
  sink(request.nextUrl.searchParams.get("a")); // HIT
}

exports.handler = async (event) => {
  sink(event.queryStringParameters.a); // HIT
  sink(event.body); // HIT
  sink(event.requestId);
};
