const cors = require("cors");

app.use(cors());
app.use(cors({ origin: true }));
app.use(cors({ origin: "*" }));
app.use(cors({ origin: ["https://example.org"], credentials: true }));
app.use(cors({ origin: process.env.ORIGIN, credentials: true }));
app.use(cors({ origin: (origin, answer) => answer(null, ORIGINS.has(origin)), credentials: true }));
app.use((req, res, next) => {
  res.header("Access-Control-Allow-Origin", req.headers.origin);
  next();
});
app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (ORIGINS.includes(origin)) {
    res.header("Access-Control-Allow-Origin", origin);
    res.header("Access-Control-Allow-Credentials", "true");
  }
  next();
});
