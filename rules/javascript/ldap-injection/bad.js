const ldap = require("ldapjs");
const client = ldap.createClient({ url });

app.get("/person", (req, res) => {
  client.search("o=example", { filter: `(uid=${req.query.name})` }, done); // pave: expect ldap-injection
  const filter = ldap.parseFilter("(uid=" + req.query.name + ")"); // pave: expect ldap-injection
});
