"""Articles laid aside until all pages are read, so that memory does not grow with them."""

from __future__ import annotations

import pickle
import weakref
from functools import cached_property
from tempfile import TemporaryFile
from typing import IO

from kliping.article.fields import Article

_NEAR = 4_000  # articles kept as they are, about 20 MB; more go to a temporary file, which nobody else can open


class Drawer:
    """The articles cleaned in one run, by saved page."""

    def __init__(self) -> None:
        self._near: dict[str, Article] = {}
        self._places: dict[str, int] = {}  # where the others begin in the file

    @cached_property
    def _file(self) -> IO[bytes]:
        file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed when the drawer goes
        weakref.finalize(self, file.close)
        return file

    def __contains__(self, name: str) -> bool:
        return name in self._near or name in self._places

    def __setitem__(self, name: str, article: Article) -> None:
        if name in self._near or len(self._near) < _NEAR:
            self._near[name] = article
        else:
            self._places[name] = self._file.seek(0, 2)
            pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)

    def __getitem__(self, name: str) -> Article:
        if name in self._near:
            return self._near[name]
        self._file.seek(self._places[name])
        article: Article = pickle.load(self._file)  # noqa: S301 - our own bytes, of this run
        return article
