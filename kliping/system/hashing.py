"""The hash by which content is compared: keys that decide what is read or made again."""

import hashlib


def content_hash(*parts: bytes | str) -> str:
    """24 hex digits of SHA-256 over all parts with their lengths, so that ("ab", "c") and ("a", "bc") differ."""
    sha256 = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        sha256.update(len(data).to_bytes(8, "big") + data)
    return sha256.hexdigest()[:24]
