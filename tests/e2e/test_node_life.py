#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Node.js binding: handles and threads, and the addon called with anything."""
import unittest

from node_binding import NodeCase


class Life(NodeCase):
    def test_addon(self):
        self.run_tests("addon")

    def test_life(self):
        self.run_tests("life")


if __name__ == "__main__":
    unittest.main()
