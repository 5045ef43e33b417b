"""Outlets, reporters and agencies: who is one, who is two, and where each is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kliping.elections.calendars import Calendars
from kliping.site.digest import Digest
from kliping.site.model import bylines
from kliping.site.model.article_row import ArticleRow
from kliping.site.model.bylines import OutletNames, named, slug
from kliping.site.output.page import SharedInputs
from kliping.site.pages import home
from kliping.site.sources.article_reader import read_row
from tests.conftest import PROJECT
from tests.site.conftest import Site
from tests.site.large import QUIET


def _row(key: str, **values: str) -> ArticleRow:
    head = "".join(f"{name}: {value}\n" for name, value in {"id": key, "title": f"Kabar {key}", **values}.items())
    return read_row(f"{key}.md", f"---\n{head}---\n\nTeks berita.\n".encode())


def test_reporters_are_one_whatever_the_case_and_two_whatever_else_differs() -> None:
    rows = [_row("a", reporter="Melati Warna"), _row("b", reporter="MELATI WARNA"), _row("c", reporter="Melati W.")]
    names = named(bylines.REPORTERS, rows, bylines.reporters)
    found = {name.name: [row.id for row in its] for name, its in names.items()}
    assert found == {"Melati Warna": ["a", "b"], "Melati W.": ["c"]}


def test_an_article_by_two_reporters_stands_under_both_and_once_under_each() -> None:
    rows = [_row("a", reporter='["Melati Warna", "Anggrek Ungu", "melati warna"]')]
    found = {name.name: name.count for name in named(bylines.REPORTERS, rows, bylines.reporters)}
    assert found == {"Melati Warna": 1, "Anggrek Ungu": 1}


@given(st.lists(st.text(min_size=1, max_size=40).map(str.strip).filter(bool), min_size=2, max_size=2))
def test_two_names_never_share_an_address_and_one_is_a_plain_folder(pair: list[str]) -> None:
    one, two = pair
    assert (slug(one) == slug(two)) == (one.casefold() == two.casefold())
    assert slug(one).replace("-", "").isascii()
    assert slug(one).replace("-", "").isalnum()
    assert len(slug(one)) <= 90


@pytest.mark.parametrize(("name", "address"), [("Siti Aminah", "siti-aminah"), ("SITI AMINAH", "siti-aminah")])
def test_a_plain_name_is_its_own_address(name: str, address: str) -> None:
    assert slug(name) == address


def test_an_outlet_is_known_by_its_domain_or_by_its_name_where_a_page_gives_no_domain() -> None:
    rows = [
        _row("a", source="Warta Melati", outlet="melati.example"),
        _row("b", source="WARTA MELATI"),
        _row("c", outlet="melati.example"),
        _row("d", source="Warta Lain"),
        _row("e"),
    ]
    outlets = OutletNames(rows)
    paths = [outlets.path(row) for row in rows]
    assert paths[:3] == ["media/melati.example/"] * 3
    assert paths[3:] == ["media/warta-lain/", "media/media-tidak-dikenali/"]
    assert outlets.counts(rows)[0] == ("Warta Melati", "media/melati.example/", 3)


def test_an_outlet_is_called_as_the_newest_article_prints_it_that_prints_a_name() -> None:
    rows = [
        _row("a", outlet="melati.example"),
        _row("b", source="Warta", outlet="melati.example"),
        _row("c", source="Kabar", outlet="melati.example"),
    ]
    outlets = OutletNames(rows)
    assert outlets.counts(rows) == outlets.counts(rows[::-1]) == (("Warta", "media/melati.example/", 3),)


def test_a_name_of_two_domains_is_neither_of_them() -> None:
    rows = [
        _row("a", source="Warta", outlet="a.example"),
        _row("b", source="Warta", outlet="b.example"),
        _row("c", source="Warta"),
    ]
    assert OutletNames(rows).path(rows[2]) == "media/warta/"


def test_home_is_made_again_when_an_outlet_of_an_election_becomes_known() -> None:
    """The articles shown there stay the same, and so does the number of names, unknown ones included."""
    place = {"election": "pilgub-dki-2024", "stage": "kampanye"}
    shown = [_row(key, date="2024-10-02", outlet="a.example", **place) for key in "abc"]
    elsewhere = _row("y", outlet="b.example")
    calendar = [Calendars.load(PROJECT / "content/elections").elections["pilgub-dki-2024"]]
    keys = set()
    for told in ({}, {"outlet": "b.example"}):
        rows = [*shown, _row("x", date="2024-10-01", **place, **told), elsewhere]
        shared = SharedInputs("Kliping", "Berita.", "https://a.example", "", "", "", {"index": "", "404": ""})
        digest = Digest(rows, calendar, {}, shared, lambda row: "")
        keys.add(next(iter(home.outputs(digest))).key)
    assert len(keys) == 2


def test_each_article_leads_to_its_outlet_and_its_reporters_and_they_lead_back(large_site: Site) -> None:
    page = large_site.page("berita/aneh-ramai")
    assert 'href="../../reporter/nama-penulisa/"' in page
    assert "berita/aneh-ramai/" in large_site.page("reporter/nama-penulisa")
    assert "satu nama dapat dipakai dua orang" in large_site.page("reporter/nama-penulisa")
    assert 'href="../../media/satukali.example/"' in large_site.page("berita/aneh-media-tunggal")
    assert "berita/aneh-media-tunggal/" in large_site.page("media/satukali.example")
    assert "berita/aneh-ramai/" in large_site.page("kantor-berita/kantor-berita-teladan-nusantara-sejahtera")


def test_the_counts_of_an_outlet_are_those_of_its_articles(large_site: Site) -> None:
    page = large_site.page("media/tenang.example")
    assert f"{QUIET} berita" in page
    assert 'href="../../pilgub-dki-2024/masa_tenang/"' in page
    days = [large_site.page(f"media/tenang.example/2024/11/{day}") for day in (24, 25)]
    assert sum(day.count('class="card"') for day in days) == QUIET
