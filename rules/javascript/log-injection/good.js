app.get("/login", (req, res) => {
  console.log("login of " + JSON.stringify(req.query.user));
  console.log(req.body);
  console.log({ user: req.query.user });
  logger.info("login of %s", req.query.user.replace(/[\r\n]/g, " "));
  logger.info("asked for " + req.url);
  logger.info("page " + Number(req.query.page));
});
