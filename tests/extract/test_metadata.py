"""What markup says of day, people and title counts where the text is silent, in the order of what it is worth."""

from __future__ import annotations

import datetime

import pytest

from kliping.article.fields import Fact
from kliping.elections.calendars import Calendars
from kliping.extract import clean, metadata
from kliping.extract.byline import grammar
from kliping.formats import html
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words

WORDS = generic_words()
GENERIC = RecognisedOutlet(Profile(WORDS), Fact("Kabar Contoh"), Fact("contoh.id"))
READER = grammar(WORDS)
TEXT = (
    "<p>Rawa Melati - Dua ratus kotak suara tiba di gudang kelurahan dengan tiga truk, kata Bagas Winata.</p>"
    "<p>Petugas menghitungnya dua kali sebelum gudang dikunci dan segelnya dicatat di buku besar.</p>"
)


def article(head: str, above: str = "", below: str = "", outlet: RecognisedOutlet = GENERIC):
    body = f"<h1>Dua Ratus Kotak Suara Tiba di Rawa Melati</h1>{above}<div>{TEXT}</div>{below}"
    page = html.read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), lambda meta: [])
    return clean(page, outlet, Calendars()).article


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-11-05T20:30:00+07:00", 5),
        ("2024-11-05T16:59:00Z", 5),
        ("2024-11-05T17:00:00Z", 6),  # midnight in Jakarta
        ("2024-11-05T17:00:00.000+0000", 6),
        ("2024-11-05 17:00:00 UTC", 6),
        ("2024-11-05T23:30:00+09:00", 5),  # Jayapura: the day is the printed one
        ("2024-11-05T23:30:00-07:00", 5),  # the sign turned round
        ("2024-11-05 23:59:59", 5),
        ("2024/11/05 23:59:59", 5),
        ("Tue, 05 Nov 2024 18:49:00 GMT", 6),
        ("Selasa, 5 November 2024 20:00 WIB", 5),
        ("2024-11-05", 5),
    ],
)
def test_the_day_is_the_day_in_jakarta(said, day):
    assert metadata.published({"article:published_time": said}, GENERIC).value == datetime.date(2024, 11, day)


@pytest.mark.parametrize(
    "said",
    [
        "", "kemarin", "2024-13-45", "0000-00-00", "2024-02-30T00:00:00Z", "9999-12-31", "-", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:00:00Z", "Fri, 31 Dec 9999 23:00:00 GMT", "Wed, 05 Nov 1900 18:49:00 GMT",
    ],
)  # fmt: skip
def test_a_day_that_is_none_is_not_taken(said):
    assert metadata.published({"article:published_time": said}, GENERIC).value is None


def test_published_comes_before_created_and_the_profiles_meta_before_both():
    meta = {"ld:dateCreated": "2024-11-01", "ld:datePublished": "2024-11-05", "tayang": "2024-11-06"}
    outlet = RecognisedOutlet(Profile(WORDS, metadata={"date": ("tayang",)}))
    assert metadata.published(meta, GENERIC).value == datetime.date(2024, 11, 5)
    assert metadata.published(meta, outlet).value == datetime.date(2024, 11, 6)


@pytest.mark.parametrize(
    ("name", "value", "people"),
    [
        ("ld:author", "Danu Prakosa", ("Danu Prakosa",)),
        ("ld:author", "Danu Prakosa & Laras Pertiwi", ("Danu Prakosa", "Laras Pertiwi")),
        ("author", "Danu Prakosa", ("Danu Prakosa",)),
        ("author", "danu", None),
        ("author", "Boy", None),  # one word of a shared meta is as often an account
        ("ld:author", "Boy", ("Boy",)),
        ("author", "Admin Web", None),
        ("author", "Redaksi Kabar", None),
        ("ld:author", "Tim Kabar", None),
        ("ld:author", "Kabar Contoh", None),  # the outlet itself
        ("author", "PT. KABAR MEDIA BARU - Kabar", None),
        ("article:author", "https://www.facebook.com/kabar", None),
    ],
)
def test_persons_are_named_and_desks_companies_accounts_and_the_outlet_are_nobody(name, value, people):
    assert metadata.reporter({name: value}, GENERIC, READER).value == people


def test_a_name_the_page_prints_beats_every_meta():
    head = '<meta name="author" content="Laras Pertiwi">'
    assert article(head, "<div>Penulis: Danu Prakosa</div>").reporter == Fact(("Danu Prakosa",), "byline")
    assert article(head).reporter == Fact(("Laras Pertiwi",), "metadata")


def test_a_meta_that_calls_the_editor_author_names_no_reporter():
    found = article('<meta name="author" content="Laras Pertiwi">', below="<div>Editor: Laras Pertiwi</div>")
    assert (found.reporter.value, found.editor.value) == (None, ("Laras Pertiwi",))


def test_a_printed_day_beats_the_meta_and_a_line_of_the_last_change_does_not():
    head = '<meta property="article:published_time" content="2024-11-05T08:00:00+07:00">'
    assert article(head, "<div>Senin, 4 November 2024 20:00 WIB</div>").date.value == datetime.date(2024, 11, 4)
    assert article(head, "<div>Diperbarui 9 November 2024, 20:00 WIB</div>").date.value == datetime.date(2024, 11, 5)


def test_the_address_tells_the_day_only_where_nothing_else_does():
    link = '<link rel="canonical" href="https://contoh.id/2024/11/05/kotak-suara">'
    assert article(link).date == Fact(datetime.date(2024, 11, 5), "url")
    assert article(link, "<div>Senin, 4 November 2024</div>").date.value == datetime.date(2024, 11, 4)


@pytest.mark.parametrize("said", ["Fri Dec 31 9999 23:30:00 GMT+0000", "Mon Jan 01 1900 00:00:00 GMT+0000", "Fri", ""])
def test_a_day_of_saving_that_cannot_be_is_not_taken(said):
    assert metadata.saved_on({"saved:date": said}).value is None


def test_the_address_and_the_day_of_saving_are_kept():
    found = metadata.saved_on({"saved:date": "Fri Aug 30 2024 23:30:00 GMT+0000 (Coordinated Universal Time)"})
    assert found.value == datetime.date(2024, 8, 31)
    assert article('<meta property="og:url" content="https://contoh.id/a#atas">').url == Fact(
        "https://contoh.id/a", "metadata"
    )


@pytest.mark.parametrize(
    ("meta", "headlines"),
    [
        ({"og:title": "Kotak Suara Tiba - Kabar Contoh"}, ["Kotak Suara Tiba"]),
        ({"title": "Kotak Suara Tiba | Kabar Contoh"}, ["Kotak Suara Tiba"]),
        ({"title": "Debat Kedua: Kotak Suara Tiba :: Kabar"}, ["Debat Kedua: Kotak Suara Tiba"]),
        ({"ld:headline": "Kotak Suara - Tiba", "title": "x"}, ["Kotak Suara - Tiba", "x"]),
        ({"og:title": "Kotak " * 51, "title": "Kotak Suara Tiba"}, ["Kotak Suara Tiba"]),
        ({"title": "Kotak " * 51}, []),
        ({"og:title": "Kotak Suara Tiba", "title": "Kotak Suara Tiba - Kabar"}, ["Kotak Suara Tiba"] * 2),
        ({"og:title": "Kabar Contoh", "og:site_name": "Kabar Contoh"}, []),
        ({}, []),
    ],
)
def test_the_head_gives_the_headline_without_the_name_of_the_site(meta, headlines):
    assert [headline for _, headline, _ in metadata.headlines(meta)] == headlines
