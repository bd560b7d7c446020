async function rows(db, name, kind) {
  await db.query(`SELECT * FROM account WHERE name = '${name}'`); // pave: expect sql-quoted-value
  await db.query("SELECT * FROM account WHERE name = '" + name + "'"); // pave: expect sql-quoted-value
  const text = `
    INSERT INTO account (name, kind)
    VALUES ('${name}', ${kind})`;
  await db.execute(text); // pave: expect sql-quoted-value
  db.all("SELECT * FROM account WHERE name LIKE '%" + name + "%' AND kind = " + kind, done); // pave: expect sql-quoted-value
}
