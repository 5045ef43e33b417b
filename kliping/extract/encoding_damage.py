"""Characters that were lost, or read in a wrong encoding, before the page was saved: reported, never mended."""

import re

# UTF-8 read as Windows-1252: the sign of a byte that opens a character, then those of one to three that go on with it.
_OPENS = re.compile("[Â-ô]")
_GO_ON = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_MISREAD = re.compile(f"[Â-ÖØ-ß][{_GO_ON}]|[à-ï][{_GO_ON}]{{2}}|ð[{_GO_ON}]{{2,3}}")
# What is left of it where a byte has no sign, or its sign is white space or a soft hyphen.
_REST = re.compile(r"â€|Â(?!\S)|(?<=[a-z])[ÂÃ]")
_CLOSING = re.compile("[^ÂÃâð][’”…–—»]+")  # a letter with the signs that close its word, by chance a character too


def doubts(text: str) -> list[str]:
    """What was misread or lost, such as `1 character was lost; it stands as \ufffd`; empty for a sound text."""
    notes = []
    if not text.isascii() and _OPENS.search(text):  # hardly ever
        whole = (match[0] for match in _MISREAD.finditer(text) if not _CLOSING.fullmatch(match[0]))
        rest = _REST.search(text)
        if signs := next(whole, rest and rest[0]):
            notes.append(f"signs such as “{signs}” were read in a wrong encoding")
    if lost := text.count("\ufffd"):
        how = "character was lost; it stands" if lost == 1 else "characters were lost; they stand"
        notes.append(f"{lost} {how} as \ufffd")
    return notes
