const express = require("express");

const app = express();

app.get("/leave", (req, res) => {
  res.redirect(req.query.next); // pave: expect open-redirect
});

app.get("/out", (req, res) => {
  res.writeHead(302, { Location: req.query.to }); // pave: expect open-redirect
  res.setHeader("Location", req.query.to); // pave: expect open-redirect
  res.redirect(301, req.query.to + "?from=here"); // pave: expect open-redirect
  res.redirect("/" + req.query.to); // pave: expect open-redirect
});

import { redirect } from "@remix-run/node";
export async function loader({ request }) {
  return redirect(new URL(request.url).searchParams.get("next")); // pave: expect open-redirect
}
server.get("/moved", function (req, res, next) { res.redirect(req.query.to, next); }); // pave: expect open-redirect
app.get("/host", (req, res) => { res.redirect(`https://${req.query.host}/welcome`); }); // pave: expect open-redirect
export default defineEventHandler(async (event) => {
  const query = getQuery(event);
  await sendRedirect(event, query.to); // pave: expect open-redirect
});
export const handler = async (event) => {
  return { statusCode: 302, headers: { Location: event.queryStringParameters.to } }; // pave: expect open-redirect
};
