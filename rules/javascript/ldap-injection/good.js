const ldap = require("ldapjs");
const client = ldap.createClient({ url });

app.get("/person", (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: "uid", value: req.query.name });
  client.search("o=example", { filter }, done);
  client.search("o=example", { filter: `(number=${Number(req.query.number)})` }, done);
});
