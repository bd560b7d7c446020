def rows(cursor, name, table, column):
    cursor.execute("SELECT * FROM user WHERE name = %s", (name,))
    cursor.execute("SELECT * FROM user WHERE name = '%s'", (name,))
    cursor.execute("SELECT * FROM %s WHERE kind = 'new'" % table)
    cursor.execute(f"SELECT {column} FROM {table} WHERE kind = 'new'")
    cursor.execute("SELECT * FROM user WHERE name = '%s'" % "root")
    print("SELECT * FROM user WHERE name = '%s'" % name)


from uuid import UUID


def by_id(cursor, number: UUID):
    cursor.execute(f"SELECT * FROM patients WHERE id = '{number}'")
