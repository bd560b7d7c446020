# SPDX-License-Identifier: Apache-2.0
"""postgres_server: a PostgreSQL of the tests' own, on a socket in a scratch folder."""
import glob
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SECONDS_MAX = 60


def find(program):
    """Debian keeps the server's programs out of PATH."""
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{program}"))
    return found[-1] if found else shutil.which(program)


class Server:
    """Started by `start`; None is given where there is no PostgreSQL."""

    def __init__(self, folder, as_user):
        self.folder = folder
        self.as_user = as_user

    def run(self, *words):
        subprocess.run([*self.as_user, *map(str, words)], check=True, timeout=SECONDS_MAX, cwd="/",
                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def url(self, name):
        """A database of its own for each test."""
        self.run(find("createdb"), "-h", self.folder, "-U", "pave", name)
        return f"postgresql:///{name}?host={self.folder}&user=pave"

    def stop(self):
        self.run(find("pg_ctl"), "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def start():
    if not (find("initdb") and find("pg_ctl") and find("createdb")):
        return None
    as_user = []
    folder = Path(tempfile.mkdtemp(prefix="pave-pg-"))
    if os.geteuid() == 0:
        # The server refuses to run as root.
        as_user = ["setpriv", "--reuid=nobody", "--clear-groups", "--"]
        shutil.chown(folder, "nobody")
    server = Server(folder, as_user)
    server.run(find("initdb"), "-D", folder / "data", "-U", "pave", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    server.run(find("pg_ctl"), "-D", folder / "data", "-l", folder / "log", "-w", "-o", options, "start")
    folder.chmod(0o755)
    return server


class OnServer:
    """Mixed into a test case: a server for its tests, and a ledger in a database of its own for each."""

    @classmethod
    def setUpClass(cls):
        cls.server = start()
        if not cls.server:
            raise unittest.SkipTest("there is no PostgreSQL server here")
        cls.n = 0

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def new_ledger(self):
        type(self).n += 1
        return self.server.url(f"ledger{self.n}")

    def sql(self, statement):
        return subprocess.run(["psql", "-q", "-d", self.ledger, "-c", statement], capture_output=True,
                              timeout=SECONDS_MAX, check=False, text=True)
