# SPDX-License-Identifier: Apache-2.0
users = {}
save = users.__setitem__
page()
sign_up("ada", "correct horse")
first = users["ada"]
assert log_in("ada", "correct horse", first) and users["ada"] == first
assert not log_in("ada", "wrong", first) and not log_in("nobody", "wrong", None)
cheap = pave.password_hash("correct horse", cost=pave.PasswordCost(19456, 2))
assert log_in("ada", "correct horse", cheap) and users["ada"].startswith("$argon2id$v=19$m=65536,t=3")
assert len(token) == 43 and len(code) == 6 and card < 52
