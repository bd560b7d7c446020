# SPDX-License-Identifier: Apache-2.0
table, found = {}, []
store = table.__setitem__


def select_by(token):
    found.extend(row for row, text in table.items() if text == token)


library = open_library()
page()
assert found == ["p-17"]
refused(lambda: who.token({"last_name": "Lovelace", "born": "none"}), pave.Argument)
refused(lambda: who.token({"last_name": "Lovelace"}), pave.ContextError)
