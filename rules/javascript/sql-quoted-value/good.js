async function rows(db, sql, name, table) {
  await db.query("SELECT * FROM account WHERE name = $1", [name]);
  await db.query(`SELECT * FROM ${table} WHERE kind = 'new'`);
  await db.query(sql`SELECT * FROM account WHERE name = '${name}'`);
  await db.query("SELECT * FROM account WHERE name = '" + "root" + "'");
  console.log(`SELECT * FROM account WHERE name = '${name}'`);
}
