"""Articles in several pages: the marks that tell which page was saved, and whether there are more.

    Halaman 2 dari 3     Page 1 of 4     Halaman : 1/2            the page itself
    2 dari 3 halaman                                              a part below, all parts on one page
    Halaman: 1 2 3 Show All     Halaman123     1 2 3 Selanjutnya  links to the pages, on one line or on several
    Halaman selanjutnya     Bersambung ke halaman berikutnya      there is more
    Halaman all                                                   all of it

Numbers alone are no mark: they stand in tables, and lead through lists and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_WORD = r"(?:halaman|laman|hal\.?|pages?)"
_ONWARD = r"(?:selanjutnya|berikutnya|next|lanjut)"
_ALL = r"(?:(?:show|lihat|tampilkan)\s+)?(?:all|semua)"
_HERE = re.compile(rf"{_WORD}\s*:?\s*(\d{{1,2}})\s*(?:dari|of|/)\s*(\d{{1,2}})(?:\s*halaman)?", re.I)
_PART = re.compile(r"(\d{1,2})\s+(?:dari|of)\s+(\d{1,2})\s+(?:halaman|pages?)", re.I)
_LINKS = re.compile(rf"(?P<word>{_WORD})?[\s:]*(?P<numbers>\d[\d\s|,]*)(?P<more>(?:{_ONWARD}|{_ALL}|\s)*)", re.I)
_VERB = r"(?:selengkapnya|simak|baca|lihat|lanjut|lanjutkan|berlanjut|bersambung|continued?)"
_NEXT = re.compile(
    rf"(?:{_VERB}\s+){{0,2}}(?:(?:di|ke|pada|on|to)\s+)?(?:{_WORD}\s+(?:selanjutnya|berikutnya)|next page)(?:\s*:.*)?",
    re.I,
)
_WHOLE = re.compile(rf"{_WORD}\s*:?\s*all", re.I)
_OTHER = re.compile(rf"\d{{1,2}}\s+(?:dari|of)\s+\d{{1,2}}|{_WORD}\s*:?", re.I)  # a slide, or the word alone
_PIECE = re.compile(rf"\d{{1,2}}|{_ONWARD}|{_ALL}", re.I)
_GAPS = re.compile(r"[\s|,]+")
_SIGNS = " \t.…«»‹›<>→|-–—()[]"
_LONGEST = 120  # characters of a mark
_ADDRESS = re.compile(r"[?&](?:page|halaman|hal)=(all|\d{1,2})\b")
_TITLED = re.compile(rf"[-–—|(]\s*{_WORD}\s*(all|\d{{1,2}})\b", re.I)
_COUNTED = {"".join(map(str, range(1, last + 1))): last for last in range(2, 31)}  # "123" -> 3 pages


def is_mark(text: str) -> bool:
    """Whether a line is a page mark, and so no part of the text."""
    if len(text) > _LONGEST:
        return False
    if not _says_page(text) and not text.lstrip(_SIGNS)[:1].isdigit():
        return False
    bare = text.strip(_SIGNS)
    forms = (_HERE, _PART, _WHOLE, _NEXT, _OTHER)
    return any(form.fullmatch(bare) for form in forms) or _linked(bare) is not None


def names_pages(text: str) -> bool:
    """Whether a line is a page mark that says so: bare numbers lead through lists and comments too."""
    return _says_page(text) and is_mark(text)


def _says_page(text: str) -> bool:
    small = text.casefold()
    return "hal" in small or "lam" in small or "page" in small


def is_piece(text: str) -> bool:
    """Whether a line below a page mark goes on with it: a number, `Show All`."""
    bare = text.strip(_SIGNS)
    return len(text) <= _LONGEST and (_GAPS.sub("", bare) in _COUNTED or bool(_PIECE.fullmatch(bare)))


def doubt(
    marks: Sequence[tuple[int, str]], start: int, opens: bool, address: str | None = None, title: str = ""
) -> str | None:
    """What to tell of an article that is saved in part, such as `page 1 of 3 only`; None for a whole one.

    `marks` are the page marks by block number, `start` is the first block of the body, `opens` says that the body
    begins as articles begin, `address` and `title` are the page's own where they are known (`... - Halaman 2`).
    """
    told = _ADDRESS.search(address or "") or _TITLED.search(title)
    lines = [(i, text.strip(_SIGNS)) for i, text in _joined(marks)]
    if (told and told[1].casefold() == "all") or any(_WHOLE.fullmatch(text) for _, text in lines):
        return None
    here = {(int(m[1]), int(m[2])) for _, text in lines if (m := _HERE.fullmatch(text))}
    parts = [(i, int(m[1]), int(m[2])) for i, text in lines if (m := _PART.fullmatch(text))]
    if any(number > 1 and i > start for i, number, _ in parts):
        return None  # parts inside one page
    here |= {(number, of) for _, number, of in parts}
    if here:
        return _counted(here)
    page = f"page {told[1]}" if told else "page 1" if opens else "one page"
    behind = [text for i, text in lines if i > start]
    linked = max((count for text in behind if (count := _linked(text))), default=0)
    if linked:
        return f"{page} of {linked} only"
    goes_on = any(_NEXT.fullmatch(text) for text in behind)
    return f"{page} only; the article goes on" if goes_on else f"{page} only" if told and told[1] != "1" else None


def _counted(pages: set[tuple[int, int]]) -> str | None:
    """The pages there are, by their own marks `Halaman 2 dari 3`; None where that is all of them."""
    numbers, of = sorted({number for number, _ in pages}), max(of for _, of in pages)
    if of < 2 or len(numbers) >= of:
        return None
    return f"page {numbers[0]} of {of} only" if len(numbers) == 1 else f"pages {numbers[0]}-{numbers[-1]} of {of} only"


def _linked(text: str) -> int | None:
    """How many pages a line of links leads to (1 where it names one); None for another line."""
    links = _LINKS.fullmatch(text)
    if not links or not (links["word"] or links["more"].strip()):
        return None
    return _COUNTED.get(_GAPS.sub("", links["numbers"]), 0)


def _joined(marks: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Marks with the pieces that stand on the lines below them."""
    at, last, text = -1, -2, ""
    for i, line in marks:
        if i == last + 1 and is_piece(line):
            text, last = f"{text} {line}", i
        else:
            if text:
                yield at, text
            at, last, text = i, i, line
    if text:
        yield at, text
