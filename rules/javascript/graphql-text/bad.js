import express from "express";
import axios from "axios";
import { Octokit } from "@octokit/core";
import { request, GraphQLClient } from "graphql-request";

const app = express();
const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });
const client = new GraphQLClient("https://wards.example.org/graphql");

app.get("/repository", async (req, res) => {
  const query = `{ repository(owner: "wards", name: "${req.query.name}") { id } }`;
  res.json(await octokit.graphql(query)); // pave: expect graphql-text
});
app.get("/ward", async (req, res) => {
  res.json(await request("https://wards.example.org/graphql", `{ ward(id: "${req.query.id}") { name } }`)); // pave: expect graphql-text
});
app.get("/bed", async (req, res) => {
  res.json(await client.request('{ bed(id: "' + req.query.id + '") { free } }')); // pave: expect graphql-text
});
app.get("/nurse", async (req, res) => {
  const answer = await axios.post("https://wards.example.org/graphql", { query: `{ nurse(id: "${req.query.id}") { name } }` }); // pave: expect graphql-text
  res.json(answer.data);
});
