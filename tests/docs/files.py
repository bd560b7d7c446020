# SPDX-License-Identifier: Apache-2.0
import io

used = []
use = used.append
library = open_library()
page()
with open("scan.dcm", "rb") as plain, open("again.dcm", "rb") as again:
    data = plain.read()
    assert data == again.read()
assert header == data[:16] and end == data[-16:] and middle == data[len(data) // 2:][:100]
raw = io.BytesIO()
send_sealed(raw, io.BytesIO(data * 999))
receive_sealed(io.BytesIO(raw.getvalue()))
assert b"".join(used) == data * 999
refused(lambda: receive_sealed(io.BytesIO(raw.getvalue()[:-1])))
