"""Who wrote and who edited: a name counts only where the page says so."""

from __future__ import annotations

import pytest

from kliping.article.fields import Article, Fact
from kliping.elections.calendars import Calendars
from kliping.extract import clean
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words

GENERIC = RecognisedOutlet(Profile(generic_words()))
TITLE = "Gudang Kelurahan Melati Penuh Kotak Suara"
BODY = ["Petugas memeriksa kotak suara di gudang sejak pagi.", "Warga ikut menata kursi sampai malam tiba."]
DAY = "Rabu, 19 Juni 2024 10:00 WIB"
G, T = "Galuh Prameswari", "Teguh Wiratmoko"


def article(
    above: list[str], under: list[str] | None = None, body: list[str] = BODY, outlet: RecognisedOutlet = GENERIC
) -> Article:
    """The article of a page with these lines between headline and body, and under the body."""
    page = text.read("\n".join([TITLE, *above, *body, *(under or [])]).encode())
    return clean(page, outlet, Calendars()).article


@pytest.mark.parametrize(
    ("lines", "reporter", "editor"),
    [
        ([f"Reporter: {G}", f"Editor: {T}"], (G,), (T,)),
        ([DAY, f"{G},", T, "Tim Redaksi"], (G,), (T,)),  # of two names over the desk the first wrote
        ([DAY, f"{G},", G, "Tim Redaksi"], (G,), None),
        ([DAY, G, "Tim Redaksi"], (G,), None),
        ([DAY, G, "Penulis"], (G,), None),  # a label under the name
        (["Oleh", G.upper(), DAY], (G.upper(),), None),  # a label above it
        (["Oleh :", G, T, DAY], (G, T), None),  # two names under one label
        (["Reporter", G, "Editor", T], (G,), (T,)),
        (["Reporter", "Editor", T], None, (T,)),  # the reporter is left empty
        ([G, G, "Diperbarui 16 Agustus 2024 6 jam yang lalu"], (G,), None),  # twice the same name is one person
        ([f"{G} - detikNews", DAY], (G,), None),
        ([DAY, G], (G,), None),
        ([f"Redaktur & Reporter : {G}"], (G,), (G,)),
        ([f"Reporter: {G}", f"Reporter: {G.upper()}"], (G,), None),
        ([f"Reporter: {G} dan {T}"], (G, T), None),
        ([f"Penulis Naskah: {G}", f"Video Jurnalis: {T}"], (G,), None),
    ],
)
def test_persons_are_read_from_the_lines_above_a_body(lines, reporter, editor):
    found = article(lines)
    assert (found.reporter.value, found.editor.value) == (reporter, editor)
    assert found.body == tuple(BODY)


@pytest.mark.parametrize(
    ("lines", "reporter", "editor"),
    [
        ([f"Penulis: {G}", f"Editor: {T}"], (G,), (T,)),
        ([f"Editor: {T}"], None, (T,)),
        (["Editor:", T], None, (T,)),
        (["Penulis:", G, "Editor:", T], (G,), (T,)),
        ([f"({G})", f"Editor : {T}"], (G,), (T,)),
        ([G], (G,), None),
        (["Galuh"], ("Galuh",), None),
        (["(gal/tgh)"], None, None),
    ],
)
def test_persons_are_read_from_the_lines_under_a_body(lines, reporter, editor):
    found = article([], lines)
    assert (found.reporter.value, found.editor.value) == (reporter, editor)
    assert found.body == tuple(BODY)


@pytest.mark.parametrize(
    "lines",
    [
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
    found = article(lines)
    assert (found.reporter.value, found.editor.value) == (None, None)


def test_a_bare_name_of_which_the_text_speaks_is_not_its_reporter():
    body = [f"Ketua panitia, {G}, membuka acara di gudang.", *BODY]
    assert article([DAY, G], body=body).reporter.value is None
    assert article([f"Reporter: {G}"], body=body).reporter.value == (G,)  # a label is a label


@pytest.mark.parametrize(
    ("lines", "reporter", "editor"),
    [
        ([f"{T} | {G}", DAY], (G,), (T,)),
        ([G, DAY], (G,), None),  # one name, where two have an order
        ([f"{T}, {G}, Mira Ayu", DAY], (T, G, "Mira Ayu"), None),
        ([f"{T} | {G}", DAY, f"Editor: {T}"], (T, G), (T,)),  # a label is a label
    ],
)
def test_names_without_a_label_may_stand_in_an_order_of_the_outlets_own(lines, reporter, editor):
    found = article(lines, outlet=RecognisedOutlet(Profile(generic_words(), names_are=("editor", "reporter"))))
    assert (found.reporter.value, found.editor.value) == (reporter, editor)


def test_a_name_printed_again_in_other_capitals_is_one_person_who_rests_on_the_byline():
    found = article([f"Reporter: {G}", f"Reporter: {T}", f"Reporter: {G.upper()}"])
    assert found.reporter == Fact((G, T), "byline")


def test_more_names_than_can_have_written_one_article_are_none_and_said_to_be_printed():
    found = article([DAY], [f"Reporter: {G}{'abcdefghijklmnopqrstu'[i]} {T}" for i in range(21)])
    assert not found.reporter
    assert "reporter: 21 names are printed, more than make one article" in found.review
    assert article([DAY], [f"Reporter: {G}{'abcdefghijklmnopqrstu'[i]} {T}" for i in range(20)]).reporter


def test_a_word_without_end_is_no_person():
    assert article([DAY], [f"Reporter: Galuh A{'a' * 300}"]).reporter.value is None
    assert article([DAY], [f"Reporter: Galuh A{'a' * 100}"]).reporter.value
