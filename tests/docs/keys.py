# SPDX-License-Identifier: Apache-2.0
import pave

passphrase = pave.Unlock(program="./unwrap")
page()
refused(lambda: promote(new), pave.Error)  # not before a day has passed
now = keyset.rotate("phi.keyset", unlock=passphrase, stage_seconds=0)
promote(now)
