"""An outlet no list knows, in the dateline in every shape or elsewhere; what named the old one goes or is renamed."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.facts.draft import Draft, Family, Mutation
from benchmarks.facts.mutations.dateline import dateline_of
from benchmarks.facts.words import PLACES, Outlet, outlet, person

_DASHES = (" - ", " – ", " — ", " − ", " -- ", "-- ", "– ", " || ", " –")
_OPENS = re.compile(r"[A-Z“\"]")
_GENERAL = {
    "news",
    "berita",
    "jakarta",
    "www",
    "media",
    "info",
    "com",
    "online",
}  # parts of domains that tell no outlet
_LABELLED = re.compile(r"\b(?:penulis|reporter|pewarta|laporan|oleh|by|editor|redaktur|penyunting)\b", re.IGNORECASE)


def _forms(draft: Draft) -> re.Pattern[str] | None:
    """Matches the old outlet's name and domain in all spellings; None where it has neither."""
    gold = draft.gold
    forms = [r"\s*".join(map(re.escape, (gold.outlet or "").split()))] if gold.outlet else []
    forms += [re.escape(gold.domain)] if gold.domain else []
    ending = r"(?:\.(?:com|id|co\.id|net|co|news|tv))?"
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)}){ending}(?!\w)", re.IGNORECASE) if forms else None


def _stems(draft: Draft) -> list[str]:
    """What must be nowhere in a text that no longer names the old outlet."""
    gold = draft.gold
    parts = re.findall(r"\w+", f"{gold.outlet or ''} {gold.domain or ''}".casefold())
    return [part for part in parts if len(part) > 4 and part not in _GENERAL]


def _is_office(draft: Draft) -> bool:
    """An office is what its pages speak of, so its name cannot be changed without changing the story."""
    return (draft.gold.domain or "").endswith((".go.id", "bawaslu.org", "antaranews.com")) or "ANTARA" in draft.text


def _people_are_labelled(draft: Draft) -> bool:
    """True where the page says itself who is reporter and who editor, so that it does not depend on the outlet."""
    names = (*draft.gold.reporter, *draft.gold.editor)
    lines = [line.text for line in draft.lines]
    for name in names:
        near = [
            f"{lines[i - 1] if i else ''} {text}" for i, text in enumerate(lines) if name.casefold() in text.casefold()
        ]
        if not any(_LABELLED.search(text) for text in near):
            return False
    return True


def _without_outlet(draft: Draft) -> bool:
    """Take the dateline and every mention of the old outlet away; False where one would stay, or a fact go with it."""
    line, rest = dateline_of(draft.lines[draft.start].text)
    if _is_office(draft) or re.search(r"\d", line) or not _OPENS.match(rest or "A"):
        return False
    if not line and re.match(r"(?:\(?[A-Z]{3,}|\S+\.\w|[\w ]+,)", rest):  # a dateline in a shape we do not see
        return False
    draft.lines[draft.start] = draft.lines[draft.start]._replace(text=rest)
    forms, stems = _forms(draft), _stems(draft)
    named = [i for i, one in enumerate(draft.lines) if forms and (forms.search(one.text) or _has(one.text, stems))]
    if forms:
        for i in named:
            if draft.lines[i].label == "M":
                text = forms.sub("", draft.lines[i].text).strip(" -|,•")
                draft.lines[i] = draft.lines[i]._replace(text=text, label="M" if text else ".")
            elif draft.lines[i].label in "NC":
                draft.lines[i] = draft.lines[i]._replace(text="", label=".")
    if not _people_are_labelled(draft):
        draft.blurred("reporter", "editor")
    return not any(_has(one.text, stems) or (forms and forms.search(one.text)) for one in draft.lines)


def _has(text: str, stems: list[str]) -> bool:
    small = text.casefold()
    return any(stem in small for stem in stems)


def _names(draft: Draft, new: Outlet) -> bool:
    draft.told(outlet=new.name, domain=new.domain)
    draft.gold = draft.gold
    return True


Shape = Callable[[Random, str, str, str], str]  # place, outlet, dash -> dateline


def in_dateline(shape: Shape, domain: bool) -> Callable[[Draft, Random], bool]:
    """The new outlet in the dateline in this shape, by its domain or its name."""

    def change(draft: Draft, rng: Random) -> bool:
        if not _without_outlet(draft):
            return False
        new, where, dash = outlet(rng), rng.choice(PLACES), rng.choice(_DASHES)
        if rng.random() < 0.5:
            where = where.upper()
        forms = (new.domain, new.domain.upper(), new.domain.capitalize()) if domain else (new.name, new.name.upper())
        first = draft.lines[draft.start]
        line = shape(rng, where, rng.choice(forms), dash)
        draft.lines[draft.start] = first._replace(text=f"{line}{first.text}")
        return _names(draft, new)

    return change


_SHAPES: dict[str, Shape] = {
    "behind the place": lambda rng, place, name, dash: f"{place}, {name}{dash}",
    "alone": lambda rng, place, name, dash: f"{name}{dash}",
    "in brackets": lambda rng, place, name, dash: f"{place} ({name}){dash}",
    "before the place": lambda rng, place, name, dash: f"{name}, {place}{dash}",
    "by a bar": lambda rng, place, name, dash: rng.choice((f"{name} | {place}{dash}", f"{place} || {name}{dash}")),
    "by two dashes": lambda rng, place, name, dash: f"{name} - {place}{dash}",
    "slashed": lambda rng, place, name, dash: f"{place}/{name}{dash}",
    "all in brackets": lambda rng, place, name, dash: f"({name}, {place}){dash}",
}  # fmt: skip


def renamed(draft: Draft, rng: Random) -> bool:
    """The old outlet under a new name wherever it stands, in whatever words the page had for it."""
    line, _ = dateline_of(draft.lines[draft.start].text)
    forms = _forms(draft)
    if _is_office(draft) or not forms or (line and not forms.search(line) and line.title() not in (*PLACES, "Jakarta")):
        return False
    new = outlet(rng)
    texts = [forms.sub(lambda hit: _like(hit.group(), new), one.text) for one in draft.lines]
    if texts == [one.text for one in draft.lines]:
        return False
    people = _people_are_labelled(draft)
    title = draft.gold.title and forms.sub(lambda hit: _like(hit.group(), new), draft.gold.title)
    draft.lines = [one._replace(text=text) for one, text in zip(draft.lines, texts, strict=True)]
    stems = _stems(draft)
    if any(_has(text, stems) for text in texts):
        return False
    if draft.knows("title"):
        draft.told(title=title)
    if not people:
        draft.blurred("reporter", "editor")
    return _names(draft, new)


def _like(old: str, new: Outlet) -> str:
    said = new.domain if "." in old else new.name
    return said.upper() if old.isupper() else said


Place = Callable[[Draft, Random, Outlet], None]


def elsewhere(put: Place) -> Callable[[Draft, Random], bool]:
    """The new outlet in one line that is no dateline."""

    def change(draft: Draft, rng: Random) -> bool:
        if not _without_outlet(draft):
            return False
        if rng.random() < 0.5:
            first = draft.lines[draft.start]
            draft.lines[draft.start] = first._replace(text=f"{rng.choice(PLACES)}{rng.choice(_DASHES[:4])}{first.text}")
        new = outlet(rng)
        put(draft, rng, new)
        return _names(draft, new)

    return change


def _below(draft: Draft, text: str) -> None:
    draft.insert(draft.end, ["", text], "N")


def _google_news(draft: Draft, rng: Random, new: Outlet) -> None:
    name = rng.choice(new)
    lines = (
        f"Ikuti berita terbaru {name} di Google News",
        f"Follow {name} di Google News",
        f"Simak update {name} di Google News dan saluran WhatsApp",
    )
    _below(draft, rng.choice(lines))


def _copyright(draft: Draft, rng: Random, new: Outlet) -> None:
    year = draft.gold.date.year if draft.gold.date else 2024
    lines = (
        f"Copyright © {year} {new.domain}",
        f"© {year} {new.domain}. All Rights Reserved",
        f"Hak Cipta © {new.name} {year}",
    )
    draft.insert(len(draft.lines), ["", rng.choice(lines)], "N")


def _spoken_to(draft: Draft, rng: Random, new: Outlet) -> None:
    said = f"Pendapat itu disampaikannya kepada {new.domain} seusai rapat."
    if rng.random() < 0.5:
        said = f"“Kami masih menghitung kursi yang tersisa,” ujarnya saat dihubungi {new.domain}."
    draft.insert(draft.end, ["", said], "B")


def _first_line(draft: Draft, rng: Random, new: Outlet) -> None:
    draft.insert(
        0,
        [
            rng.choice(
                (new.domain, f"{new.name} | Berita Terkini", f"{new.name} - Kabar dari Kampung", new.domain.upper())
            ),
            "",
        ],
        "N",
    )


def _shown_before(draft: Draft, rng: Random, new: Outlet) -> None:
    title = draft.gold.title or "di atas"
    lines = (
        f"Artikel ini telah tayang di {new.domain} dengan judul {title}",
        f"Berita ini sudah tayang di {new.domain}",
    )
    _below(draft, rng.choice(lines))


def _byline(draft: Draft, rng: Random, new: Outlet) -> None:
    """Behind the reporter, as many outlets print it."""
    name = person(rng)
    draft.drop(draft.indices("M"))
    draft.insert(draft.start, [f"{name} - {rng.choice(new)}", ""], "M")
    draft.told(reporter=(name,), editor=(), views=None)


def _byline_elsewhere(draft: Draft, rng: Random) -> bool:
    facts = ("reporter", "editor", "views", "date")
    gold = draft.gold
    if not draft.knows(*facts) or gold.reporter or gold.editor or gold.views is not None or gold.has_publication_line:
        return False
    return elsewhere(_byline)(draft, rng)


FAMILY: Family = (
    *(
        Mutation(f"dateline {shape}, {'domain' if domain else 'name'}", in_dateline(make, domain))
        for shape, make in _SHAPES.items()
        for domain in (True, False)
    ),
    Mutation("outlet renamed", renamed),
    Mutation("outlet at Google News", elsewhere(_google_news)),
    Mutation("outlet in the copyright", elsewhere(_copyright)),
    Mutation("outlet spoken to", elsewhere(_spoken_to)),
    Mutation("outlet on the first line", elsewhere(_first_line)),
    Mutation("outlet it was shown by", elsewhere(_shown_before)),
    Mutation("outlet behind the reporter", _byline_elsewhere),
)
