"""What the name of an article's file tells: the id of an article that gives none, and which file is a copy of which."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kliping.article.fields import ID, new_id
from kliping.article.keys import canonical

_COPY = re.compile(  # as browsers, file managers and programs that keep folders alike name a second file
    r"""(?P<name>.+?)(?:
        \s*\((?:\d{1,3}|[^()]*(?:salin|konflik|conflict|cop(?:y|ies))[^()]*)\)
      | \s+-\s+(?:copy|salinan)(?:\s*\(\d{1,3}\))?
      | \.sync-conflict-[\w-]+
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = re.compile(r"-[a-z0-9-]*[a-z][a-z0-9-]*")  # what makes a name another one
_PREFIX = re.compile(r"(?:copy of|salinan(?: dari)?)\s+", re.IGNORECASE)
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))


def id_of(values: Mapping[str, Any], path: str) -> str | None:
    """The id of an article by its front matter, else by its file's name; None where what is given is no id.

    A name that is no id becomes one, always the same: `Rapat Kedua.md` and `Rapat Kedua (1).md` are one article.
    """
    given = canonical(values).get("id")
    if given is not None:
        return given if isinstance(given, str) and ID.fullmatch(given) else None
    name = stem(path)
    copy = _COPY.fullmatch(name)
    name = copy["name"] if copy else name
    return name if ID.fullmatch(name) and name not in _DEVICES else new_id(name, (), name)


def stem(path: str) -> str:
    """The name of a Markdown file without folder and suffix."""
    return path.rpartition("/")[2][:-3]


def original(article_id: str, paths: Iterable[str]) -> str:
    """Of the files of one id the one that the others are copies of: that of the plainest name."""
    return min(paths, key=lambda path: (stem(path) != article_id, len(stem(path)), path))


def is_copy(path: str, of: str) -> bool:
    """Whether a file's name is that of the original and what a copy adds to it: `x (1)`, `x-LAPTOP-01`, `Copy of x`."""
    name, plain = stem(path), stem(of)
    added = name.removeprefix(plain) if name.startswith(plain) else ""
    is_longer = bool(added) and not added[0].isalnum() and not _WORDS.fullmatch(added)
    return is_longer or bool(_PREFIX.fullmatch(name.removesuffix(plain)) and name.endswith(plain))
