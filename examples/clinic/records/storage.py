"""Keeps records; the note of a visit is sealed before it is written."""

import hashlib
import json
import os
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class RecordStore:
    def __init__(self, folder: Path, key: bytes):
        self._folder = folder
        self._cipher = AESGCM(key)

    def write(self, patient_id: str, note: dict) -> str:
        nonce = os.urandom(12)
        sealed = self._cipher.encrypt(nonce, json.dumps(note).encode(), patient_id.encode())
        name = self._file_name(patient_id)
        (self._folder / name).write_bytes(nonce + sealed)
        return name

    def read(self, patient_id: str) -> dict:
        sealed = (self._folder / self._file_name(patient_id)).read_bytes()
        return json.loads(self._cipher.decrypt(sealed[:12], sealed[12:], patient_id.encode()))

    @staticmethod
    def _file_name(patient_id: str) -> str:
        return hashlib.sha256(patient_id.encode()).hexdigest() + ".note"


def audit_line(entry: bytes, previous: str) -> str:
    """Each line of the audit log carries the digest of the one before it."""
    return hashlib.sha1(previous.encode() + entry).hexdigest()
