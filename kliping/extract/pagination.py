"""Articles in several pages: the marks that tell which page was saved, and whether there are more.

    Halaman 2 dari 3     Page 1 of 4     Halaman : 1/2            the page itself
    2 dari 3 halaman                                              a part below, all parts on one page
    Halaman: 1 2 3 Show All     Halaman123     1 2 3 Selanjutnya  links to the pages, on one line or on several
    Halaman selanjutnya     Bersambung ke halaman berikutnya      there is more
    Halaman all                                                   all of it

Numbers alone are no mark: they stand in tables, and lead through lists and comments.
"""

import re
from collections.abc import Iterable, Sequence

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
    if len(text) > _LONGEST or not (_says_page(text) or text.lstrip(_SIGNS)[:1].isdigit()):
        return False
    bare = text.strip(_SIGNS)
    return any(form.fullmatch(bare) for form in (_HERE, _PART, _WHOLE, _NEXT, _OTHER)) or _linked(bare) is not None


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
    own = _ADDRESS.search(address or "") or _TITLED.search(title)
    number = own[1].casefold() if own else None
    lines = [(i, text.strip(_SIGNS)) for i, text in _joined(marks)]
    if number == "all" or any(_WHOLE.fullmatch(text) for _, text in lines):
        return None
    pages = {(int(m[1]), int(m[2])) for _, text in lines if (m := _HERE.fullmatch(text))}
    parts = [(i, int(m[1]), int(m[2])) for i, text in lines if (m := _PART.fullmatch(text))]
    if any(part > 1 and i > start for i, part, _ in parts):
        return None  # parts inside one page
    if pages := pages | {(part, of) for _, part, of in parts}:
        numbers, of = sorted({page for page, _ in pages}), max(of for _, of in pages)
        span = f"page {numbers[0]}" if len(numbers) == 1 else f"pages {numbers[0]}-{numbers[-1]}"
        return f"{span} of {of} only" if len(numbers) < of else None
    page = f"page {own[1]}" if own else "page 1" if opens else "one page"
    behind = [text for i, text in lines if i > start]
    if linked := max((_linked(text) or 0 for text in behind), default=0):
        return f"{page} of {linked} only"
    if any(_NEXT.fullmatch(text) for text in behind):
        return f"{page} only; the article goes on"
    return f"{page} only" if own and number != "1" else None


def _linked(text: str) -> int | None:
    """How many pages a line of links leads to (0 where they are not counted up from 1); None for another line."""
    links = _LINKS.fullmatch(text)
    if not links or not (links["word"] or links["more"].strip()):
        return None
    return _COUNTED.get(_GAPS.sub("", links["numbers"]), 0)


def _joined(marks: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Marks with the pieces that stand on the lines below them."""
    joined: list[tuple[int, str]] = []
    last = -2
    for i, line in marks:
        if i == last + 1 and is_piece(line):
            at, text = joined[-1]
            joined[-1] = at, f"{text} {line}"
        else:
            joined.append((i, line))
        last = i
    return joined
