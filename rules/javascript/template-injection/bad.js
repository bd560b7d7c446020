const ejs = require("ejs");
const pug = require("pug");
const nunjucks = require("nunjucks");
const Handlebars = require("handlebars");
const _ = require("lodash");

app.post("/preview", (req, res) => {
  res.json(ejs.render(req.body.text, {})); // pave: expect template-injection
  res.json(pug.compile(req.body.text)({})); // pave: expect template-injection
  res.json(nunjucks.renderString("Dear " + req.body.name, {})); // pave: expect template-injection
  res.json(Handlebars.compile(req.body.text)({})); // pave: expect template-injection
  res.json(_.template(`Dear ${req.body.name}`)({})); // pave: expect template-injection
});
app.get("/values", (req, res) => res.render("index", req.query)); // pave: expect template-injection
