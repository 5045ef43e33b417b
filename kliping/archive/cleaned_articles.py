"""The articles that one run cleaned, until they are written."""

from __future__ import annotations

from functools import cached_property
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from kliping.article.fields import Article

_IN_MEMORY = 4_000  # articles, about 20 MB


class CleanedArticles:
    """The articles cleaned in one run, by saved page: so many in memory, the others in a temporary file."""

    def __init__(self) -> None:
        self._near: dict[str, Article] = {}
        self._offsets: dict[str, int] = {}

    @cached_property
    def _file(self) -> IO[bytes]:
        import weakref
        from tempfile import TemporaryFile  # few runs need it, and all wait for what is loaded

        file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with this object; nobody else can open it
        weakref.finalize(self, file.close)
        return file

    def __contains__(self, name: str) -> bool:
        return name in self._near or name in self._offsets

    def __setitem__(self, name: str, article: Article) -> None:
        if name in self._near or len(self._near) < _IN_MEMORY:
            self._near[name] = article
        else:
            import pickle

            self._offsets[name] = self._file.seek(0, 2)
            pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)

    def __getitem__(self, name: str) -> Article:
        if name in self._near:
            return self._near[name]
        import pickle

        self._file.seek(self._offsets[name])
        article: Article = pickle.load(self._file)  # noqa: S301 - our own bytes, of this run
        return article
