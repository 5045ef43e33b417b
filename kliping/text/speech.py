"""Whether a line speaks: quotation marks, or a verb of speech with its speaker."""

import re

_QUOTED = re.compile(r"[\"“”«»]")
_VERB = re.compile(
    r"\b(?:kata|ujar|ucap|tutur|jelas|terang|tegas|sebut|imbuh|tambah|papar|ungkap|pungkas|tandas|tutup|lanjut|urai|beber"
    r"|tukas|pesan|harap)(?:nya\b|\s(?:dia\b|ia\b|[A-Z]))"
)


def is_speech(text: str) -> bool:
    """True for a line with quotation marks, or with words such as `kata Budi` and `ujarnya`."""
    return bool(_QUOTED.search(text) or _VERB.search(text))
