"""Who wrote and who edited: a name counts only where the page says so."""

from __future__ import annotations

import pytest

from kliping.clean import clean
from kliping.clean.byline import grammar
from kliping.clean.people import People, gather
from kliping.formats import text
from kliping.outlet import Known, Profile, generic_words
from kliping.stages import Calendars

WORDS = generic_words()
READER = grammar(WORDS)
G, T = "Galuh Prameswari", "Teguh Wiratmoko"
DAY = "Rabu, 19 Juni 2024 10:00 WIB"


def people(lines: list[str], body: str = "") -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Reporter and editor of a run of byline lines."""
    found = People()
    gather([(line, READER.read(line)) for line in lines], READER, body, found)
    return found.fact("reporter").value, found.fact("editor").value


@pytest.mark.parametrize(
    ("lines", "reporter", "editor"),
    [
        ([f"Reporter: {G}", f"Editor: {T}"], (G,), (T,)),
        ([DAY, f"{G},", T, "Tim Redaksi"], (G,), (T,)),  # of two names over the desk the first wrote
        ([DAY, f"{G},", G, "Tim Redaksi"], (G,), None),
        ([DAY, G, "Tim Redaksi"], (G,), None),
        ([DAY, G, "Penulis"], (G,), None),  # a label under the name
        (["Oleh", G.upper(), DAY], (G.upper(),), None),  # a label above it
        (["Editor:", T], None, (T,)),
        (["Reporter", G, "Editor", T], (G,), (T,)),
        (["Reporter", "Editor", T], None, (T,)),  # the reporter is left empty
        ([G, G, "Diperbarui 16 Agustus 2024 6 jam yang lalu"], (G,), None),  # twice the same name is one person
        ([f"{G} - detikNews", DAY], (G,), None),
        ([DAY, G], (G,), None),
        ([f"Redaktur & Reporter : {G}"], (G,), (G,)),
        ([f"Reporter: {G}", f"Reporter: {G.upper()}"], (G,), None),
        ([f"Reporter: {G} dan {T}"], (G, T), None),
    ],
)
def test_persons_are_read_from_the_lines_around_a_byline(lines, reporter, editor):
    assert people(lines) == (reporter, editor)


@pytest.mark.parametrize(
    "lines",
    [
        [G],  # near nothing
        [DAY, "Admin", "Redaksi", G],  # too far from the dated line
        [DAY, G, T],  # two bare names: nobody can tell
        [DAY, "Admin"],
        [DAY, "Redaksi"],
        [f"Video Jurnalis: {G}", f"Produser: {T}"],  # they make film
        [f"Foto: {G}"],
        ["Tim Redaksi"],
        [DAY],
        [],
    ],
)
def test_nobody_is_named_because_a_name_is_near(lines):
    assert people(lines) == (None, None)


def test_a_bare_name_of_which_the_text_speaks_is_not_its_reporter():
    assert people([DAY, G], body=f"Ketua panitia, {G}, membuka acara.") == (None, None)
    assert people([f"Reporter: {G}"], body=f"{G} membuka acara.") == ((G,), None)  # a label is a label


def test_a_person_rests_on_the_rule_that_found_him():
    found = People()
    found.add("reporter", [G], "byline")
    found.add("reporter", [T, G.upper()], "glued credit")
    assert (found.fact("reporter").value, found.fact("reporter").basis) == ((G, T), "byline")
    assert not found.fact("editor")


@pytest.mark.parametrize(
    ("end", "reporter", "editor"),
    [
        ([f"Penulis: {G}", f"Editor: {T}"], (G,), (T,)),
        ([f"Editor: {T}"], None, (T,)),
        (["Editor:", T], None, (T,)),
        (["Penulis:", G, "Editor:", T], (G,), (T,)),
        ([f"({G})", f"Editor : {T}"], (G,), (T,)),
        ([G], (G,), None),
        (["(gal/tgh)"], None, None),
    ],
)
def test_the_lines_under_a_body_name_its_people(end, reporter, editor):
    body = ["Petugas memeriksa kotak suara di gudang sejak pagi.", "Warga ikut menata kursi sampai malam tiba."]
    page = text.read("\n".join(["Gudang Kelurahan Penuh Kotak Suara", *body, *end]).encode())
    article = clean(page, Known(Profile(WORDS)), Calendars()).article
    assert (article.reporter.value, article.editor.value) == (reporter, editor)
    assert list(article.body) == body
