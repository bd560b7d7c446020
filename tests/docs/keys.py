# SPDX-License-Identifier: Apache-2.0
import pave

used = []
library = open_library()


def use(view):
    used.append(bytes(view))


passphrase = pave.Unlock(program="./unwrap")
page()
refused(lambda: promote(new), pave.Error)  # not before a day has passed
now = keyset.rotate("phi.keyset", unlock=passphrase, stage_seconds=0)
promote(now)
assert used == [bytes(again.secret)] and len(used[0]) == 32 and again.key_id == key_id
