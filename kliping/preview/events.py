"""What open pages are told: which state of the site is served, and what is to be mended."""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from threading import Condition
from typing import Any


def _mark() -> str:
    return str(time.time_ns())


@dataclass(frozen=True, slots=True)
class _State:
    site: str = field(default_factory=_mark)  # another one where pages have changed
    search: str = field(default_factory=_mark)  # the same of the search index
    title: str = ""
    mistakes: Sequence[str] = ()


class Events:
    """The state that is told, and its changes. Threads of the server wait here; one other makes the changes."""

    def __init__(self) -> None:
        self._state, self._number, self._changed = _State(), 0, Condition()

    @property
    def state(self) -> tuple[str, str]:
        """The marks of the site and of its search, as a page must have them to be the latest."""
        return self._state.site, self._state.search

    def tell_site(self) -> None:
        """Pages have changed."""
        self._tell(site=_mark())

    def tell_search(self) -> None:
        """Nothing but the search has changed."""
        self._tell(search=_mark())

    def tell_mistakes(self, title: str, mistakes: Sequence[str]) -> None:
        """This is to be mended now, under a title; nothing where all is well."""
        self._tell(title=title, mistakes=mistakes)

    def _tell(self, **news: Any) -> None:
        with self._changed:
            state = replace(self._state, **news)
            if state != self._state:
                self._state, self._number = state, self._number + 1
                self._changed.notify_all()

    def next(self, seen: int, seconds: float) -> tuple[int, str | None]:
        """The number of the state and its JSON, once it is another than the one seen; None where it stays so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen, seconds)
            return self._number, None if self._number == seen else json.dumps(asdict(self._state))
