"""Articles laid aside until all pages are read, so that memory does not grow with them."""

from __future__ import annotations

import pickle
import weakref
from tempfile import SpooledTemporaryFile

from kliping.article import Article

_IN_MEMORY = 16 * 1024 * 1024  # bytes; what is more goes to a temporary file, which nobody else can open


class Drawer:
    """The articles cleaned in one run, by saved page."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed when the drawer goes
        weakref.finalize(self, self._file.close)
        self._places: dict[str, tuple[int, int]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def __setitem__(self, name: str, article: Article) -> None:
        data = pickle.dumps(article, pickle.HIGHEST_PROTOCOL)
        start = self._file.seek(0, 2)
        self._file.write(data)
        self._places[name] = start, len(data)

    def __getitem__(self, name: str) -> Article:
        start, size = self._places[name]
        self._file.seek(start)
        article: Article = pickle.loads(self._file.read(size))  # noqa: S301 - our own bytes, of this run
        return article
