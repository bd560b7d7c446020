# SPDX-License-Identifier: Apache-2.0
library = open_library()
page()
refused(lambda: library.key("phi.patient.name", subject="p-18", secret=secret))
assert len(secret) == 110 and len(sealed) == 12 + 78
