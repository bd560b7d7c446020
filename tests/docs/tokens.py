# SPDX-License-Identifier: Apache-2.0
from pathlib import Path

text, token = Path("jwks.json").read_text(), Path("jwt.txt").read_text()
library = open_library()
with library.key("invite") as invite:
    public_text = invite.token_public()
    signed_token = invite.issue_token({"iss": "clinic"}, {}, audience="portal", ttl_s=60)
page()
assert claims["iss"] == "clinic"
refused(lambda: login.verify_token(issued, {"user": "u-2"}, audience="portal"))
