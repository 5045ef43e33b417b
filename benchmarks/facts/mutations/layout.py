"""The same lines laid out in another way."""

from __future__ import annotations

import re
import textwrap
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation
from benchmarks.facts.pages import Line

_WORD = re.compile(r"(?<![\w-])[a-z]{8,}(?![\w-])")


def wrapped(draft: Draft, rng: Random) -> bool:
    """Hard ends of lines, as mail and text browsers make them; an empty line stands between paragraphs."""
    width = rng.randrange(58, 78)
    lines: list[Line] = []
    for line in draft.lines:
        parts = textwrap.wrap(line.text, width, break_long_words=False, break_on_hyphens=False)
        lines += [Line(part, line.label) for part in parts]
        if line.label in "BHTP" or len(parts) > 1:
            lines.append(Line("", "."))
    if len(lines) == len(draft.lines):
        return False
    draft.lines = lines
    return True


def close(draft: Draft, rng: Random) -> bool:
    """No empty lines."""
    blanks = draft.indices(".")
    draft.drop(blanks)
    return bool(blanks)


def wide(draft: Draft, rng: Random) -> bool:
    """Empty lines between all."""
    draft.lines = [one for line in draft.lines for one in (line, Line("", "."))]
    return True


def indented(draft: Draft, rng: Random) -> bool:
    """White space before and behind, as boxes of markup leave it."""
    draft.lines = [
        line._replace(text=f"{rng.choice(('    ', chr(9), chr(0xA0)))}{line.text}  ") for line in draft.lines
    ]
    return True


def word(draft: Draft, rng: Random) -> bool:
    """One word of the text that carries no fact."""
    places = [(i, hit) for i in draft.indices("B")[1:] for hit in _WORD.finditer(draft.lines[i].text)]
    if not places:
        return False
    i, hit = rng.choice(places)
    text = draft.lines[i].text
    draft.lines[i] = draft.lines[i]._replace(text=f"{text[: hit.start()]}seperlunya{text[hit.end() :]}")
    return True


FAMILY: Family = (
    Mutation("layout: hard-wrapped", wrapped),
    Mutation("layout: no empty lines", close),
    Mutation("layout: empty lines between all", wide),
    Mutation("layout: indented", indented),
    Mutation("layout: a word of the text", word),
)
