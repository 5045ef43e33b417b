"""Short hashes over content: keys that decide what is read or made again."""

from __future__ import annotations

import hashlib


def content_hash(*parts: bytes | str) -> str:
    """24 hex digits over some parts; their lengths are hashed too, so ("ab", "c") and ("a", "bc") differ."""
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()[:24]
