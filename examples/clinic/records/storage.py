"""Keeps records; the note of a visit is sealed before it is written."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import pave


# @phi
@dataclass
class VisitNote:
    diagnosis: str
    text: str

    def to_bytes(self) -> bytes:
        return json.dumps({"diagnosis": self.diagnosis, "text": self.text}).encode()


class RecordStore:
    def __init__(self, folder: Path, library: pave.Library):
        self._folder = folder
        self._key = library.key("visit-notes")

    def write(self, patient_id: str, note: VisitNote) -> str:
        sealed = self._key.seal(note.to_bytes(), patient=patient_id)
        name = self._file_name(patient_id)
        (self._folder / name).write_bytes(sealed)
        return name

    def read(self, patient_id: str) -> VisitNote:
        sealed = (self._folder / self._file_name(patient_id)).read_bytes()
        fields = json.loads(self._key.open(sealed, patient=patient_id))
        return VisitNote(fields["diagnosis"], fields["text"])

    @staticmethod
    def _file_name(patient_id: str) -> str:
        return hashlib.sha256(patient_id.encode()).hexdigest() + ".note"


def audit_line(entry: bytes, previous: str) -> str:
    """Each line of the audit log carries the digest of the one before it."""
    return hashlib.sha1(previous.encode() + entry).hexdigest()
