"""The archive of the public newsletter."""

import hashlib
from pathlib import Path


def publish(folder: Path, text: str) -> dict:
    body = text.encode()
    etag = hashlib.md5(body).hexdigest()
    seal = hashlib.md5(body + b"newsletter").hexdigest()
    (folder / f"{seal}.html").write_bytes(body)
    return {"ETag": etag, "path": f"/archive/{seal}.html"}


def issues(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.html"))
