# SPDX-License-Identifier: Apache-2.0
rows_of_table, used = {}, []
store = store_bytes = rows_of_table.__setitem__
load, use = rows_of_table.get, used.append
page()
write_name("p-17", "Ada Lovelace")
assert rows_of_table["p-17"].startswith("pave1:") and read_name("p-17") == "Ada Lovelace"
rows_of_table["p-18"] = rows_of_table["p-17"]
refused(lambda: read_name("p-18"))
assert used == [b"Ada Lovelace", b"Grace Hopper"]
assert names.open(room[:n], rows[0]) == b"Ada Lovelace"
before = dict(rows_of_table)
reseal_name("p-17", sealed[0])
assert rows_of_table == before
