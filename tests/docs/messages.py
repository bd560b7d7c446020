# SPDX-License-Identifier: Apache-2.0
import pave

used = []


def use(sender, body):
    used.append((sender, body))


passphrase = b"correct horse"
billing = pave.Identity("billing.keyset", unlock=pave.Unlock(program="./unwrap"))
page()
assert used == [("clinic", b"pay 17")]
refused(lambda: billing.open_message(sealed, {"invoice": "17"}, purpose="invoice.new", trust=trust, replay=new),
        pave.Replayed)
