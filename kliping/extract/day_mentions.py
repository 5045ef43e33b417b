"""The days that a text names, each with what speaks for and against its being the day of the story.

For: it is set in brackets, with its weekday, with its year, beside a verb of speech, as up to now. Against: it lies
ahead of the story, closes a range, stands in a list of a schedule, contradicts its weekday.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence, Set

from kliping.evidence.candidate import Candidate
from kliping.text import dateline, dates

LIST_LINE = re.compile(r"^(?:\d+|[a-z])\s?[.)]|^[-•·]\s")
# Words before a day which put it ahead of the story, or make it part of a schedule.
_AHEAD = re.compile(
    r"\b(?:akan|bakal(?!\s+(?:pasangan\s+)?(?:calon|ca\w+|paslon))|mendatang|dijadwalkan|direncanakan|berencana|"
    r"rencananya|paling\s+lambat|dimulai|jatuh|menjelang|jelang|jadwal|besok|lusa|tenggat|ditunda|diundur|batas|lahir|"
    r"kelahiran|terhitung|diselenggarakan|wajib|harus)\b",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:hingga|sampai|mulai|sejak|antara|dari|sebelum|nanti|terhitung)(?:\s+(?:dengan|hari|tanggal|pada))*\W*$", re.I
)
_AHEAD_AFTER = re.compile(r"\)?\s*(?:mendatang|nanti|yang\s+akan|akan\s+datang|besok|lusa)\b", re.I)
_NOW_AFTER = re.compile(r"\)?,?\s*(?:hari\s+ini|(?:pukul|jam)\b)", re.I)
_VERBS = "kata|ujar|ucap|tutur|jelas|ungkap|tegas|terang|papar|imbuh|sebut|tandas"
_SPOKE = re.compile(
    rf"\b(?:{_VERBS})\w{{0,5}}|\bme\w{{0,3}}(?:kata|ucap|tutur|jelas|ungkap|tegas|terang|papar|sebut|nyata|sampai)kan\b",
    re.I,
)
_SAID = re.compile(
    rf"\b(?:{_VERBS}|katanya|ujarnya|dikutip|kepada|"
    r"wartawan|keterangan|menggelar|digelar|berlangsung|lewat|melalui|di|saat|usai|dalam|pleno|pada|rapat)\b",
    re.I,
)
_LAW = re.compile(r"\b(?:nomor|no\.?)\s*\d\S*(?:\s+tahun\s+\d{4})?,?\s+(?:ter)?tanggal\W*$|\btertanggal\W*$", re.I)
_HOUR_AFTER = re.compile(r"\)?,?\s*(?:mulai\s+)?(?:pukul|jam)\b", re.I)
_STOP = re.compile(r"[.!?;]\s|[”\"]\s*,?\s")
_WINDOW = 60  # characters before a day that are read for such words
_SENTENCE = 240  # characters before a day in which the verb of its sentence may stand
_STATED = 20  # characters before the end of a sentence in which the verb of a statement may stand
_QUOTE = 3  # characters of the quotation mark behind which the verb stands
_BESIDE = 40  # characters between a verb of speech and the day of the statement
_OPENING = 3  # paragraphs


def day_candidates(body: Sequence[str], years: Set[int]) -> Iterator[Candidate[datetime.date]]:
    """The days that paragraphs name, with their evidence; `years` are those the article prints."""
    opening = dateline.split(body[0]) if body else None
    for i, text in enumerate(body):
        if not _has_figure(text):
            continue
        listed = bool(LIST_LINE.match(text))
        for day in dates.find(text):
            if candidate := _candidate(day, years):
                candidate.add("in the dateline", when=i == 0 and opening and day.end <= opening.length and day.year)
                candidate.add("in a list", when=listed)
                candidate.add("in the first paragraphs", when=i < _OPENING)
                if "neither weekday nor brackets" not in candidate.evidence:
                    _read_around(text, day, candidate)
                else:
                    candidate.add(
                        "ahead of the story", when=_AHEAD.search(text, max(0, day.start - _WINDOW), day.start)
                    )
                yield candidate


def _has_figure(text: str) -> bool:
    return any(figure in text for figure in "0123456789")


def _candidate(day: dates.Day, years: Set[int]) -> Candidate[datetime.date] | None:
    """A printed day with its year, by its weekday and the printed years; None where they tell no single one."""
    date, basis, contradicts, fitted = day.on(), "dateline", False, False
    if date and not day.agrees(date):  # the weekday exposes a slip; another printed year may fit it
        contradicts = True
        other = dates.settle_year(day._replace(year=None), years - {date.year})
        if not other and day.month == 1 and (following := day.on_year(date.year + 1)) and day.agrees(following):
            other = date.year + 1  # in January the old year still slips from the pen
        fitting = day.on_year(other) if other else None
        date, basis, fitted = fitting or date, "weekday" if fitting else "dateline", bool(fitting)
    elif not date:
        year = dates.settle_year(day, years)
        date, basis = day.on(year) if year else None, "weekday"
    if not date:
        return None
    doubt = contradiction(day) if contradicts else None
    candidate = Candidate(date, basis, evidence={"named in the text": 1.0}, doubt=doubt)
    candidate.add("with its weekday", when=day.weekday is not None and not contradicts)
    candidate.add("in brackets", when=day.bracketed)
    candidate.add("with its year", when=day.year and not contradicts)
    candidate.add("its weekday contradicts it", when=contradicts and not fitted)
    candidate.add("a year that fits its weekday", when=fitted)
    candidate.add("the end of a range", when=day.ranged)
    bare = day.weekday is None and not (day.bracketed and day.year)
    candidate.add("neither weekday nor brackets", when=bare)  # as often a day of the schedule; "(2/3)" a fraction
    return candidate


def contradiction(day: dates.Day) -> str | None:
    """What speaks against a day printed with a weekday that is not its own; None where they agree."""
    date = day.on()
    if not date or day.agrees(date):
        return None
    said = dates.WEEKDAYS[day.weekday or 0]
    return f"printed {said} {dates.short(date)} was a {dates.WEEKDAYS[date.weekday()]}"


def _read_around(text: str, day: dates.Day, candidate: Candidate[datetime.date]) -> None:
    """Add what the words around a day say of it: whether it is past and said, or lies ahead."""
    before = text[max(0, day.start - _WINDOW) : day.start]
    clause = _SPOKE.split(_STOP.split(before)[-1])[-1]  # a day behind "kata" is that of the statement
    now = _NOW_AFTER.match(text, day.end)
    until = _UNTIL.search(before)
    if until:
        said_now = now and until[0].casefold().startswith(("hingga", "sampai"))
        candidate.add("up to now" if said_now else "a bound of time", when=True)
    candidate.add("ahead of the story", when=_AHEAD.search(clause) or _AHEAD_AFTER.match(text, day.end))
    candidate.add("today", when=now and "ini" in now[0].casefold())
    candidate.add("of an act", when=_LAW.search(before))
    candidate.add("beside words of a report", when=_SAID.search(before) or day.bracketed)
    _read_verbs(text, day, candidate)


def _read_verbs(text: str, day: dates.Day, candidate: Candidate[datetime.date]) -> None:
    """Add what the verb of its sentence says of a day, however far before it stands."""
    sentence = text[max(0, day.start - _SENTENCE) : day.start]
    stop = _last(_STOP, sentence)
    said = sentence[max(0, stop - _STATED) :]  # a verb right before the stop may tell a day right behind it
    ahead, spoke = (_last(pattern, said) for pattern in (_AHEAD, _SPOKE))
    end = max(-1, stop - (len(sentence) - len(said)))  # of the stop, in `said`
    if ahead > max(spoke, end):
        candidate.add("its sentence looks ahead", when="ahead of the story" not in candidate.evidence)
        invites = "up to now" not in candidate.evidence and _HOUR_AFTER.match(text, day.end)
        candidate.add("its sentence looks ahead to an hour", when=invites)
    elif spoke >= 0 and spoke > end - _QUOTE:
        candidate.add("the day of a statement" if len(said) - spoke <= _BESIDE else "a statement before it")


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends; -1 where there is none."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def ranges_after(body: Iterable[str], limit: datetime.date) -> str | None:
    """The first range of days with its year that ends after a date, as printed; None where there is none."""
    for text in body:
        for day in dates.find(text):
            if day.ranged and (date := day.on()) and date > limit:
                return text[day.start : day.end].strip(" (")
    return None
