def rows(cursor, name, kind):
    cursor.execute("SELECT * FROM user WHERE name = '%s'" % name)  # pave: expect sql-quoted-value
    cursor.execute("SELECT * FROM user WHERE name = '{}' AND kind = 1".format(name))  # pave: expect sql-quoted-value
    cursor.execute(f"SELECT * FROM user WHERE name = '{name}'")  # pave: expect sql-quoted-value
    cursor.execute("DELETE FROM user WHERE name = '" + name + "'")  # pave: expect sql-quoted-value
    query = "SELECT * FROM user WHERE name LIKE '%%%s%%' AND kind = %d" % (name, kind)
    cursor.execute(query)  # pave: expect sql-quoted-value
    insert = f"""
        INSERT INTO user (name, kind)
        VALUES ('{name}', {kind})
    """
    cursor.execute(insert)  # pave: expect sql-quoted-value
