"""Lines recognised by a list of phrases, as a whole or by their beginning."""

import re
from collections.abc import Iterable
from functools import lru_cache

_EDGES = " \t•·▪►»›>*_|:;,.!?…-–—−=[]()#\"'“”"
_QUOTES = frozenset("\"'“‘")
_LONGEST = 120  # characters; of a longer line only the beginning is compared
_COUNT = re.compile(r"(?:[\s(]+\d{1,6}\)?)+$")


def normalise(line: str) -> str:
    """A line as it is compared: lower case, without bullets, dashes and closing signs at its ends."""
    return line.casefold().strip(_EDGES)


class Phrases:
    """Phrases by kind. `baca juga*` matches every line that begins so, `berita terkait` only the whole line.

    A count behind a whole phrase (`Komentar (3)`, `Comments 0`) is ignored.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """`phrases`: pairs of kind and phrase."""
        self._whole: dict[str, str] = {}
        self._begins: dict[str, list[tuple[str, str]]] = {}
        for kind, phrase in phrases:
            if phrase.endswith("*"):
                words = phrase[:-1].casefold().lstrip(_EDGES)
                self._begins.setdefault(words[:3], []).append((words, kind))
            else:
                self._whole[normalise(phrase)] = kind
        for pairs in self._begins.values():
            pairs.sort(key=lambda pair: -len(pair[0]))
        begun = [words[:i] for pairs in self._begins.values() for words, _ in pairs for i in (1, 2, 3)]
        self._starts = frozenset((*(text[:3] for text in self._whole), *begun))

    @lru_cache(maxsize=4096)  # noqa: B019 - there are few lists, each kept as long as the process; both halves ask
    def kind(self, line: str) -> str | None:
        """The kind of the phrase a line matches, else None."""
        text = normalise(line[:_LONGEST])
        if text[:3] not in self._starts and not text[-1:].isdigit():
            return None  # nearly every line
        if len(line) > _LONGEST:
            return self._begun(line)
        counted = self._whole.get(_COUNT.sub("", text)) if text[-1:].isdigit() else None
        return self._whole.get(text) or counted or self._begun(line)

    def _begun(self, line: str) -> str | None:
        if line[:1] in _QUOTES:
            return None  # a quoted sentence may begin as any mark does
        text = line[:_LONGEST].casefold().lstrip(_EDGES)
        for words, kind in self._begins.get(text[:3], ()):
            rest = text[len(words) :]
            if text.startswith(words) and not (words[-1].isalnum() and rest[:1].isalnum()):
                return kind
        return None
