"""What a field is: its kind, which says how a value is read, checked and written, and its meaning for people."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kliping.locale import _
from kliping.system.config_file import brief
from kliping.text import dates, urls
from kliping.text.dates import WEEKDAYS, YEARS
from kliping.text.unicode import fold, plain

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COUNTS = range(10**12)  # a longer number is no count
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+|\d+")  # 1.234.567
_AROUND = re.compile(  # a day, in the place of which stands `@`: a time, and the hour's zone
    r"@[\s,|)]*(?:T|pukul|pkl\.?|jam|-)?\s*(?:\d{1,2}[.:]\d\d(?:[.:]\d\d(?:\.\d+)?)?)?\s*(?:WIB|WITA|WIT|Z|[+-]\d\d:?\d\d)?[\s)]*",
    re.IGNORECASE,
)
_LONGEST_DATE = 60  # characters
_AND = re.compile(r"\s*;\s*|\s+dan\s+")  # between the names of two persons
_YES, _NO = frozenset("ya yes true on benar 1".split()), frozenset("tidak no false off salah 0".split())

Read = Callable[[Any, int | None], Any]


class WrongValue(ValueError):
    """A value that is not of its kind. The message follows the name of the key: `must be a date ..., not ...`."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of values: `read(value, limit)` gives one in its one form, and None or an empty one where there is none.

    It raises WrongValue for a value of another kind, and for a text of more than `limit` characters.
    """

    words: str  # for the documents
    type: Any  # of what is read
    read: Read
    write: Callable[[Any], Any] | None = None  # for front matter; None where a value is written as it is


@dataclass(frozen=True, slots=True)
class Published:
    """A column of the published data: its meaning for readers, and rules in the words of Table Schema."""

    number: int  # place among the columns, from 1; a new column takes the next one, so that none moves
    words: str  # `title: description`
    required: bool = False  # whether every article has a value
    rules: Mapping[str, Any] = field(default_factory=dict)  # in place of those of its type
    form: str = "default"

    @property
    def title(self) -> str:
        """The name of the column for people."""
        return self.words.partition(": ")[0]

    @property
    def sense(self) -> str:
        """What its values mean."""
        return self.words.partition(": ")[2]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the front matter: what its values may be, and what they mean."""

    words: str  # `label: meaning`, for those who read and write front matter
    kind: Kind
    data: Published | None = None  # None where it is not published, or not as it stands
    limit: int | None = None  # characters of a text
    sidecar: bool = True  # whether a curator may give it
    told: str = ""  # its key in a sidecar in Indonesian, or several with blanks between
    is_fact: bool = False  # a Fact: a value with what it rests on
    name: str = ""

    @property
    def label(self) -> str:
        """Its name for people: the id of the message where it is translated."""
        return self.words.partition(":")[0]


def tidy(text: str) -> str:
    """A text on one line, without invisible signs. Nearly all are so already, which is seen at once."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return text
    return fold(plain(text))


def _text(value: Any, limit: int | None) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise WrongValue(_("must be a text in quotes, not {value}").format(value=brief(value)))
    text = tidy(value)
    if limit is not None and len(text) > limit:
        why = _("must be at most {limit} characters, not {count}; shorten it")
        raise WrongValue(why.format(limit=limit, count=len(text)))
    return text or None


def _like(pattern: re.Pattern[str], what: Callable[[], str]) -> Read:
    """A text that a pattern matches as a whole."""

    def read(value: Any, limit: int | None) -> str | None:
        text = _text(value, limit)
        if text is None or pattern.fullmatch(text):
            return text
        raise WrongValue(_("must be {what}, not {value}").format(what=what(), value=brief(value)))

    return read


def _texts(value: Any, limit: int | None) -> tuple[str, ...]:
    if value is None or value in ("", []):
        return ()
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        raise WrongValue(
            _("must be a text or a list of texts, not {value}; put it in quotes if it is one").format(
                value=brief(value)
            )
        )
    return tuple([text for one in values if (text := _text(one, limit))])


def _persons(value: Any, limit: int | None) -> tuple[str, ...]:
    """Names; one text may hold several, `Sari; Tono` or `Sari dan Tono`."""
    return _texts(_AND.split(value) if isinstance(value, str) else value, limit)


_FIGURES = re.compile(r"\D*(\d{1,2})[/.-]\d{1,2}[/.-]\d{4}")


def _day(text: str) -> datetime.date | None:
    """The one day that a text prints, in any form in which bylines are read; None where it is something else."""
    days = dates.find(text) if len(text) <= _LONGEST_DATE else []
    if len(days) != 1 or not days[0].year or not _AROUND.fullmatch(text[: days[0].start] + "@" + text[days[0].end :]):
        return None
    day = days[0].on()
    if day and (figures := _FIGURES.match(text)) and int(figures[1]) != day.day:
        return None  # the month first: of most days nobody could tell which is which
    if day and not days[0].agrees(day):
        raise WrongValue(
            _("must be one day, and {day} was a {weekday}").format(day=day, weekday=WEEKDAYS[day.weekday()])
        )
    return day


def _date(value: Any, _limit: int | None) -> datetime.date | None:
    if isinstance(value, str):
        value = _day(tidy(value)) or value
    if isinstance(value, datetime.datetime):
        value = value.date()
    if value is None or (isinstance(value, datetime.date) and value.year in YEARS):
        return value
    if isinstance(value, datetime.date):
        why = _("must be a date between {first} and {last}, not {value}")
        raise WrongValue(why.format(first=YEARS[0], last=YEARS[-1], value=brief(value)))
    raise WrongValue(_("must be a date such as 2024-11-27, not {value}").format(value=brief(value)))


def _count(value: Any, _limit: int | None) -> int | None:
    if isinstance(value, str) and len(value) < 20 and value.isascii() and _GROUPED.fullmatch(value.strip()):
        value = int(re.sub(r"\D", "", value))
    if value is None or (type(value) is int and value in _COUNTS):
        return value
    why = _("must be a whole number less than {most}, not {value}")
    raise WrongValue(why.format(most=_COUNTS.stop, value=brief(value)))


def _truth(value: Any, _limit: int | None) -> bool | None:
    word = str(value).strip().casefold() if isinstance(value, (str, int)) else ""
    if value is None or word in _YES or word in _NO:
        return None if value is None else word in _YES
    raise WrongValue(_("must be yes or no (ya, tidak), not {value}").format(value=brief(value)))


def _mapping(value: Any, _limit: int | None) -> dict[str, str]:
    if value and (not isinstance(value, dict) or any(isinstance(one, (dict, list)) for one in value.values())):
        raise WrongValue(_("must hold `key: value` lines"))
    return {key: tidy(str(one)) for key, one in value.items()} if value else {}


def _counts(value: Any, _limit: int | None) -> dict[str, int]:
    if value and (not isinstance(value, dict) or not all(type(n) is int and n >= 0 for n in value.values())):
        raise WrongValue(_("must hold counts"))
    return dict(value) if value else {}


def _paragraphs(value: Any, _: int | None) -> tuple[str, ...] | None:
    """Paragraphs between empty lines; a line end inside one stays."""
    if _text(value, None) is None:
        return None
    parts = ("\n".join(filter(None, map(fold, part.split("\n")))) for part in plain(value).split("\n\n"))
    return tuple(part for part in parts if part)


def _one_or_list(values: tuple[str, ...] | None) -> Any:
    return values[0] if values and len(values) == 1 else list(values or ()) or None


def _names(values: tuple[str, ...] | None) -> Any:
    """Names as they are written: one that looks like two stands in a list, so that it is read as one."""
    return list(values) if values and any(map(_AND.search, values)) else _one_or_list(values)


TEXT = Kind("text", str, _text)
ADDRESS = Kind("address", str, _like(urls.ADDRESS, lambda: _("an http or https address")))
DOMAIN = Kind("domain", str, _like(urls.DOMAIN, lambda: _("a domain such as beritajakarta.id")))
LANGUAGE = Kind("language code", str, _like(_LANGUAGE, lambda: _("a language code such as id")))
DATE = Kind("date", datetime.date, _date)
COUNT = Kind("number", int, _count)
NAMES = Kind("text or list", tuple[str, ...], _persons, _names)
PATHS = Kind("text or list", tuple[str, ...], _texts, _one_or_list)
LIST = Kind("list", tuple[str, ...], _texts, list)
MAPPING = Kind("map", dict[str, str], _mapping)
COUNTS = Kind("map of numbers", dict[str, int], _counts, dict)
PARAGRAPHS = Kind("text", tuple[str, ...], _paragraphs)  # of a sidecar alone, like the next
TRUTH = Kind("yes or no", bool, _truth)
