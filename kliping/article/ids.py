"""The id of an article: the last part of its address, and the name of its file."""

from __future__ import annotations

import hashlib
import re
import unicodedata

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?")
_MOST = 300  # characters of a headline or lead that are looked at


def new_id(title: str | None, body: tuple[str, ...], outlet: str | None) -> str:
    """ASCII words of the headline (else of the lead) and six characters of a hash over outlet and headline."""
    text = title or body[0]
    ascii_text = unicodedata.normalize("NFKD", text[:_MOST]).encode("ascii", "ignore").decode()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", ascii_text.casefold())[:12]:
        if len(slug) + len(word) > 60:
            break
        slug = f"{slug}-{word}".strip("-")
    mark = hashlib.sha256(f"{outlet or ''}\n{text}".encode()).hexdigest()[:6]
    return f"{slug}-{mark}" if slug else f"berita-{mark}"
