import express from "express";
import axios from "axios";
import { Octokit } from "@octokit/core";
import { request, gql, GraphQLClient } from "graphql-request";

const app = express();
const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });
const client = new GraphQLClient("https://wards.example.org/graphql");
const WARD = gql`query ($id: ID!) { ward(id: $id) { name } }`;

app.get("/repository", async (req, res) => {
  const query = "query ($name: String!) { repository(owner: \"wards\", name: $name) { id } }";
  res.json(await octokit.graphql(query, { name: req.query.name }));
});
app.get("/ward", async (req, res) => {
  res.json(await request("https://wards.example.org/graphql", WARD, { id: req.query.id }));
  res.json(await client.request(WARD, { id: req.query.id }));
});
app.get("/first", async (req, res) => {
  res.json(await client.request(`{ wards(first: ${Number(req.query.first)}) { name } }`));
});
// A gateway hands on what was asked.
app.post("/graphql", async (req, res) => {
  const answer = await axios.post("https://wards.example.org/graphql", { query: req.body.query, variables: req.body.variables });
  res.json(answer.data);
});
