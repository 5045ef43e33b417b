"""The table of fields: what a sidecar says of a field reaches the front matter, the site and the published data."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import msgspec
import pytest
import yaml

from kliping.article import frontmatter, kinds
from kliping.article.fields import FACTS, FIELDS, Article, Fact, Field
from kliping.article.kinds import Kind, WrongValue
from kliping.site.data import tables
from kliping.site.data.columns import COLUMNS, Names, record
from kliping.site.locale import wording
from kliping.site.sources.article_reader import read_row
from tests.conftest import Project, story
from tests.site.data.test_data import rows_of

VALUES: dict[Kind, Any] = {
    kinds.TEXT: "Kata Contoh",
    kinds.DATE: datetime.date(2024, 10, 31),
    kinds.COUNT: 0,
    kinds.NAMES: ["Sari Teladan", "Tono Teladan"],
    kinds.LIST: ["Catatan satu", "Catatan dua"],
    kinds.DOMAIN: "contohberita.id",
    kinds.ADDRESS: "https://contohberita.id/berita/1",
    kinds.LANGUAGE: "jv",
}
WRITTEN_DAYS = (
    "20 November 2024", "20 Nov 2024", "Rabu, 20 November 2024", "20-11-2024", "20/11/2024", "(20/11/2024)", "2024-11-20",
    "2024-11-20 19:30", "Rabu, 20 Nov 2024 | 19.30 WIB", "20 November 2024 pukul 19.30 WIB", "2024-11-20T19:30:00+07:00",
)  # fmt: skip
IDS = {"election": "pilgub-dki-2024", "stage": "kampanye"}
GIVEN = [field for field in FIELDS if field.sidecar]


def _value(field: Field) -> Any:
    return IDS.get(field.name, VALUES[field.kind])


@pytest.mark.parametrize("field", GIVEN, ids=[field.name for field in GIVEN])
def test_what_a_sidecar_gives_stands_in_the_front_matter_on_the_site_and_in_the_data(
    project: Project, field: Field
) -> None:
    value = _value(field)
    project.page("a.txt", story())
    project.page("a.yaml", yaml.safe_dump({field.name: value}, allow_unicode=True))
    assert project.clean().problems == []
    values, _, path = project.article("a.txt")
    assert values[field.name] == value
    assert not field.is_fact or values["basis"][field.name] == "curator"
    row = read_row("a.md", path.read_bytes())
    assert getattr(row, field.name) == (tuple(value) if isinstance(value, list) else value)
    if field.data:
        found = record(row, Names("https://a.example", {}, {}))
        [line], [item] = rows_of(tables.as_csv([found])), json.loads(tables.as_json([found]))
        assert line[field.name] == ("; ".join(value) if isinstance(value, list) else str(value))
        assert item[field.name] == (str(value) if isinstance(value, datetime.date) else value)


@pytest.mark.parametrize("name", FACTS)
def test_null_in_a_sidecar_says_that_there_is_no_such_fact(project: Project, name: str) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", f"{name}: null\n")
    assert project.clean().problems == []
    values, *_ = project.article("a.txt")
    assert (values[name], values["basis"][name]) == (None, "curator")


def test_every_fact_has_a_name_for_readers_and_what_is_published_is_a_column() -> None:
    assert wording.LABELS.keys() == {*FACTS, "body"}
    assert {field.name for field in FIELDS if field.data} <= {column.name for column in COLUMNS}


def test_every_field_has_a_label_and_a_meaning() -> None:
    for field in FIELDS:
        assert field.label[:1].isupper()
        assert field.words.removeprefix(f"{field.label}: ").strip()


@pytest.mark.parametrize("field", [field for field in FIELDS if field.is_fact], ids=FACTS)
def test_a_fact_of_the_table_is_written_and_read_back(field: Field) -> None:
    value = _value(field)
    fact = Fact(tuple(value) if isinstance(value, list) else value, "byline")
    article = replace(Article("a", body=("Isi.",)), **{field.name: fact})
    row = read_row("a.md", frontmatter.to_markdown(article).encode())
    assert (getattr(row, field.name), row.basis) == (fact.value, {field.name: "byline"})
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(row), type=type(row)) == row


@pytest.mark.parametrize(
    ("kind", "value", "why"),
    [
        (kinds.TEXT, 5, "must be a text in quotes, not 5"),
        (kinds.TEXT, "abcdef", "must be at most 5 characters, not 6; shorten it"),
        (kinds.NAMES, ["abc", "abcdef"], "must be at most 5 characters, not 6; shorten it"),
        (kinds.NAMES, [5], "must be a text or a list of texts, not [5]"),
        (kinds.LIST, {"a": 1}, "must be a text or a list of texts, not {'a': 1}"),
        (kinds.DATE, "kemarin", "must be a date such as 2024-11-27, not 'kemarin'"),
        (
            kinds.DATE,
            datetime.date(1800, 1, 1),
            "must be a date between 1945 and 2100, not datetime",
        ),
        (kinds.COUNT, True, "must be a whole number less than 1000000000000, not True"),
        (kinds.COUNT, -1, "must be a whole number"),
        (kinds.TRUTH, "nanti", "must be yes or no (ya, tidak), not 'nanti'"),
        (kinds.TRUTH, 2, "must be yes or no (ya, tidak), not 2"),
        (kinds.NAMES, False, "must be a text or a list of texts, not False"),
        (kinds.DATE, "Kamis, 20 November 2024", "must be one day, and 2024-11-20 was a Rabu"),
        (kinds.DATE, "20/11/2024 dan 21/11/2024", "must be a date such as 2024-11-27, not '20/11/2024 dan"),
        (kinds.DATE, "20 November", "must be a date such as 2024-11-27, not '20 November'"),
        (kinds.DATE, "11/20/2024", "must be a date such as 2024-11-27, not '11/20/2024'"),
        (kinds.DATE, "rapat 20/11/2024", "must be a date such as 2024-11-27, not 'rapat 20/11/2024'"),
        (kinds.COUNT, "1.23", "must be a whole number less than 1000000000000, not '1.23'"),
        (kinds.COUNT, "1.234,567", "must be a whole number less than 1000000000000, not '1.234,567'"),
        (kinds.DOMAIN, "a b", "must be a domain such as beritajakarta.id, not 'a b'"),
        (kinds.ADDRESS, "ab:c", "must be an http or https address, not 'ab:c'"),
        (kinds.LANGUAGE, "x", "must be a language code such as id, not 'x'"),
        (kinds.MAPPING, ["a"], "must hold `key: value` lines"),
        (kinds.COUNTS, {"a": -1}, "must hold counts"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_what_it_should_be(kind: Kind, value: Any, why: str) -> None:
    with pytest.raises(WrongValue) as caught:
        kind.read(value, 5)
    assert str(caught.value).startswith(why)


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        (kinds.TEXT, " dua\u200b  kata ", "dua kata"),
        (kinds.TEXT, "\u200b", None),
        (kinds.NAMES, "Sari", ("Sari",)),
        (kinds.NAMES, ["Sari", " "], ("Sari",)),
        (kinds.NAMES, None, ()),
        (kinds.DATE, datetime.datetime(2024, 10, 31, 8, 0), datetime.date(2024, 10, 31)),
        *[(kinds.DATE, text, datetime.date(2024, 11, 20)) for text in WRITTEN_DAYS],
        (kinds.COUNT, 0, 0),
        (kinds.COUNT, "1.234", 1234),
        (kinds.COUNT, "1,234,567", 1234567),
        (kinds.COUNT, " 85 ", 85),
        (kinds.NAMES, "Sari Teladan; Tono Teladan", ("Sari Teladan", "Tono Teladan")),
        (kinds.NAMES, "Sari Teladan dan Tono Teladan", ("Sari Teladan", "Tono Teladan")),
        (kinds.NAMES, ["Sari dan Tono"], ("Sari dan Tono",)),
        (kinds.PATHS, "debat dan kampanye.txt", ("debat dan kampanye.txt",)),
        (kinds.TEXT, "Suara dan Kata", "Suara dan Kata"),
        *[(kinds.TRUTH, word, True) for word in (True, 1, "Ya", "YES", " true ", "on", "Benar", "1")],
        *[(kinds.TRUTH, word, False) for word in (False, 0, "Tidak", "no", "FALSE", "off", "salah", "0")],
        (kinds.MAPPING, None, {}),
        (kinds.PARAGRAPHS, "Satu\nbaris.\n\n \nDua.", ("Satu\nbaris.", "Dua.")),
        (kinds.PARAGRAPHS, " \u2060\n\n", None),
    ],
)
def test_a_value_is_read_in_its_one_form(kind: Kind, value: Any, read: Any) -> None:
    assert kind.read(value, None) == read
