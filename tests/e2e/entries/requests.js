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

// Pages of Next.js
export async function getServerSideProps(context) {
  sink(context.query.id); // HIT
  sink(context.locale);
  return { props: {} };
}
Page.getInitialProps = async ({ query: wanted, req }) => {
  sink(req.headers.referer); // HIT
  return {};
};

// tRPC
export const router = trpc.router({
  rename: trpc.procedure.input(z.object({ name: z.string() })).mutation(({ input, ctx }) => {
    sink(input.name); // HIT
    sink(ctx.user);
  }),
});

// socket.io
io.on("connection", (peer) => {
  peer.on("rename", (wish) => {
    sink(wish.name); // HIT
    sink(peer.id);
  });
});

// Parameters of routes
app.param("user", (req, res, next, id) => {
  sink(id); // HIT
  next();
});

// socket.io, taken apart
io.on("connection", (peer) => {
  peer.on("rename", ({ name, mark }, answer) => {
    sink(name); // HIT
    answer(name);
  });
});

// GraphQL, taken apart, and as methods
const resolvers = {
  Query: {
    user: async (parent, { id }, context) => {
      sink(id); // HIT
      sink(context.id);
    },
    async users(parent, wanted) {
      sink(wanted.name); // HIT
    },
  },
  Mutation: {
    async rename(parent, { name }) {
      sink(name); // HIT
    },
  },
};

// tRPC, with what it is given as a whole
export const more = trpc.router({
  rename: trpc.procedure.input(z.string()).query(async (options) => {
    sink(options.input); // HIT
    sink(options.ctx);
  }),
});

// Files in a bucket
exports.stored = async (event) => {
  sink(event.Records[0].s3.object.key); // HIT
  sink(event.Records[0].awsRegion);
};

// Node's own server, whatever the request is called
http.createServer(function (q, r) {
  sink(q.url); // HIT
  sink(r.url);
});

// Handlers of other methods
app.put("/", (req, res) => {
  sink(req.body.a); // HIT
});

// Taken apart twice
app.get("/", ({ query: { a }, user: { b } }, res) => {
  sink(a); // HIT
  sink(b);
});

// Functions of Azure
module.exports = async function (context, req) {
  sink(req.query.a); // HIT
  sink(context.bindings);
};

// Nuxt
export default defineEventHandler(async (event) => {
  sink(getQuery(event).a); // HIT
  sink((await readBody(event)).a); // HIT
  sink(getRouterParam(event, "id")); // HIT
  sink(useRuntimeConfig(event).a);
});

// SvelteKit
export async function load({ params, locals }) {
  sink(params.slug); // HIT
  sink(locals.user);
}
export const actions = {
  rename: async ({ request, locals }) => {
    sink((await request.formData()).get("name")); // HIT
    sink(locals.user);
  },
};

// Workers
addEventListener("fetch", (event) => {
  sink(event.request.url); // HIT
  sink(event.clientId);
});

// What is taken apart is read by its name all the same.
app.post("/apart", (req, res) => {
  const { body } = req;
  sink(body.a); // HIT
  const { query: asked, app: own } = req;
  sink(asked.a); // HIT
  sink(own.a);
  const { body: { a, b: [first] } } = req;
  sink(a); // HIT
  sink(first); // HIT
  const { params = {}, session: { user } } = req;
  sink(params.a); // HIT
  sink(user);
  let cookies;
  ({ cookies } = req);
  sink(cookies.a); // HIT
});
router.get("/apart", async (ctx) => {
  const { query, state } = ctx;
  sink(query.a); // HIT
  sink(state.a);
});

// What one handler leaves for those behind it.
app.use((req, res, next) => { res.locals.asked = req.query.a; res.locals.own = 1; next(); });
app.get("/left", (req, res) => {
  sink(res.locals.asked); // HIT
  sink(res.locals.own);
});
function leave(req, res, next) { res.locals.left = req.query.a; next(); }
function take(req, res) { sink(res.locals.left); } // HIT
app.get("/taken", leave, take);
router.use(async (ctx, next) => { ctx.state.page = ctx.query.page; await next(); });
router.get("/state", async (ctx) => {
  sink(ctx.state.page); // HIT
  sink(ctx.state.user);
});

http.createServer(async (req, res) => {
  for await (const part of req) {
    sink(part); // HIT
  }
  for await (const row of rows) sink(row);
});

// SvelteKit, and what Fastify does with errors
export const GET = async ({ url, fetch }) => {
  sink(url.searchParams.get("a")); // HIT
  sink(url.origin);
};
fastify.setErrorHandler((error, request, reply) => {
  sink(request.url); // HIT
  sink(error.code);
});
