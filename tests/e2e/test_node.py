#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Node.js binding: what bindings/node/test/ asks of it."""
import unittest

from node_binding import NodeCase


class Node(NodeCase):
    def test_values(self):
        self.run_tests("values")

    def test_streams(self):
        self.run_tests("streams")

    def test_parties(self):
        self.run_tests("parties")

    def test_tokens(self):
        self.run_tests("tokens")

    def test_keysets(self):
        self.run_tests("keysets")


if __name__ == "__main__":
    unittest.main()
