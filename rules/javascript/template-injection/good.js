const ejs = require("ejs");
const nunjucks = require("nunjucks");

app.post("/preview", (req, res) => {
  res.json(ejs.render("Dear <%= name %>", { name: req.body.name }));
  res.json(nunjucks.renderString("Dear {{ name }}", { name: req.body.name }));
  res.json(nunjucks.renderString("Page " + Number(req.body.page), {}));
});
app.get("/named", (req, res) => res.render("index", { name: req.query.name, page: req.query.page }));
