"""The published data: two tables that say the same, a description that fits them, and numbers that agree with the pages."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from pathlib import Path

import msgspec
import pytest
from lxml import html as lxml_html

from kliping.article.fields import Article, Fact
from kliping.article.frontmatter import to_markdown
from kliping.site.audit import Audit
from kliping.site.data import tables
from kliping.site.data.columns import COLUMNS, Names, record
from kliping.site.render import filters
from kliping.site.sources.article_reader import read_row
from kliping.text import dates
from tests.site.conftest import Site
from tests.site.scratch import DATA, Scratch

NAMES = Names("https://a.example", {"e": "Pemilihan"}, {("e", "s"): "Tahapan"})
PYTHON = {"string": str, "date": datetime.date, "integer": int, "boolean": bool, "array": list}


def _record(**values: object) -> msgspec.Struct:
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in {"id": "a", "title": "Judul", **values}.items())
    return record(read_row("a.md", f"---\n{head}---\n\nIsi berita.\n".encode()), NAMES)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def _cells(found: msgspec.Struct) -> dict[str, str]:
    [line] = rows_of(tables.as_csv([found]))
    return line


def _read(site: Site, name: str) -> bytes:
    return (site.folder / "data" / name).read_bytes()


def test_both_tables_hold_every_article_once_and_say_the_same(site: Site) -> None:
    lines, objects = rows_of(_read(site, "berita.csv")), json.loads(_read(site, "berita.json"))
    assert [found["id"] for found in objects] == [line["id"] for line in lines]
    assert sorted(line["id"] for line in lines) == sorted(site.articles)
    for line, found in zip(lines, objects, strict=True):
        assert list(line) == list(found) == [column.name for column in COLUMNS]
        for key, value in found.items():
            assert line[key] == _told(value), key


def _told(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_the_data_is_the_front_matter(site: Site) -> None:
    articles = site.articles
    for found in json.loads(_read(site, "berita.json")):
        values = articles[found["id"]]
        for key in (
            "title",
            "views",
            "source",
            "outlet",
            "url",
            "agency",
            "photographer",
            "election",
            "stage",
            "lang",
            "note",
        ):
            assert found[key] == values[key], key
        assert found["date"] == (values["date"].isoformat() if values["date"] else None)
        assert found["date_basis"] == (values["basis"]["date"] if values["date"] else None)
        assert found["reporter"] == ([values["reporter"]] if values["reporter"] else None)
        assert found["removed"] == sum(values["removed"].values())
        assert found["review"] == len(values["review"])
        assert (site.folder / "berita" / found["id"] / "index.html").is_file()
        assert found["address"] == f"{site.url}/berita/{found['id']}/"


def test_json_has_one_article_a_line(site: Site) -> None:
    first, *lines, last = _read(site, "berita.json").decode().splitlines()
    assert (first, last) == ("[", "]")
    assert [json.loads(line.rstrip(","))["id"] for line in lines]


def test_no_articles_are_an_empty_table_of_either_form() -> None:
    assert json.loads(tables.as_json([])) == []
    assert rows_of(tables.as_csv([])) == []
    assert tables.as_csv([]).count(b"\r\n") == 1


def test_csv_is_that_of_rfc_4180_with_the_mark_by_which_excel_knows_its_letters() -> None:
    data = tables.as_csv([_record(title='Kata "a", b', views=None)])
    assert data.startswith(b"\xef\xbb\xbfid,address,")
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b'"Kata ""a"", b"' in data


@pytest.mark.parametrize(
    "title",
    [
        'Ia berkata: "Setuju, Pak"',
        "Garis | dan \\ miring",
        "Kata\u200fkanan ke kiri",
        "אבג عربي",
        "Gudang — “baru”",
        "a\x1fb",
    ],
)
def test_a_title_comes_back_from_both_tables_as_it_went_in(title: str) -> None:
    found = _record()
    found.title = title
    assert _cells(found)["title"] == title
    assert json.loads(tables.as_json([found]))[0]["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+62 812", "-5 derajat", "@akun", "\t=1", "\r=1", "\n=1", "＝1", " =1", "\u200f=1",
        "=HYPERLINK(\"http://a.example\",\"b\")", "a;=1", "a; -1", "a\n=1", "-1;=2;@c",
    ],
)  # fmt: skip
def test_no_cell_is_a_formula_to_a_spreadsheet_of_either_setting(text: str) -> None:
    found = _record()
    found.title, found.reporter = text, ("Ani", text)
    begin = re.compile(r"(?:^|[;\r\n])[\s\u200f]*[=+\-@＝]")
    cells = _cells(found)
    assert not begin.search(cells["title"])
    assert not begin.search(cells["reporter"])
    assert cells["title"].replace("'", "") == text
    assert json.loads(tables.as_json([found]))[0]["title"] == text


@pytest.mark.parametrize("text", ["Pemilu 2024 = pesta", "Rp1-2 juta", "a@b", "Satu; dua", "'kutip' di depan"])
def test_a_sign_inside_a_text_stays_as_it_is(text: str) -> None:
    assert _cells(_record(title=text))["title"] == text


@pytest.mark.parametrize("views", [0, 1])
def test_a_number_is_not_taken_for_a_truth_nor_a_truth_for_a_number(views: int) -> None:
    for first, second in (({"views": views}, {"title": None}), ({"title": None}, {"views": views})):
        lines = rows_of(tables.as_csv([_record(**first), _record(**second)]))
        assert {line["views"] for line in lines} == {"", str(views)}
        assert {line["untitled"] for line in lines} == {"true", "false"}
        assert {line["review"] for line in lines} == {"0"}


def test_the_description_keeps_to_the_rules_of_data_packages(site: Site) -> None:
    """datapackage.org, version 2: names, paths beside the file, known types, licences and sources with their keys."""
    package = json.loads(_read(site, "datapackage.json"))
    assert re.fullmatch(r"[a-z0-9._/-]+", package["name"])
    assert {"title", "description", "homepage"} <= {key for key, value in package.items() if value}
    assert all("name" in licence or "path" in licence for licence in package["licenses"])
    assert all(source["title"] for source in package["sources"])
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names) == 2
    for resource in package["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert (site.folder / "data" / resource["path"]).is_file()
        assert resource["encoding"] == "utf-8"
        for field in resource["schema"]["fields"]:
            assert field["type"] in PYTHON
            assert field["format"] in ("default", "uri")
            assert field["title"]
            assert field["description"].endswith(".")
            allowed = {"required", "unique", "pattern", "minimum", "minLength"}
            assert field.get("constraints", {}).keys() <= allowed
    assert "created" not in package, "the clock"


@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_value_keeps_to_the_type_and_constraints_of_its_column(site: Site, form: str) -> None:
    package = json.loads(_read(site, "datapackage.json"))
    [schema] = [resource["schema"] for resource in package["resources"] if resource["format"] == form]
    data = _read(site, f"berita.{form}")
    rows = rows_of(data) if form == "csv" else json.loads(data)
    assert [field["name"] for field in schema["fields"]] == list(rows[0])
    for field in schema["fields"]:
        rules = field.get("constraints", {})
        found = [value for row in rows if (value := row[field["name"]]) not in (None, "")]
        assert not rules.get("required") or len(found) == len(rows)
        assert not rules.get("unique") or len({*found}) == len(found)
        for value in found:
            _keeps(value, field["type"], rules, in_cells=form == "csv")


def _keeps(value: object, kind: str, rules: dict, in_cells: bool) -> None:
    if kind == "date":
        datetime.date.fromisoformat(value)  # type: ignore[arg-type]
    elif in_cells and kind == "integer":
        assert int(value) >= rules["minimum"]  # type: ignore[call-overload]
    elif in_cells and kind == "boolean":
        assert value in ("true", "false")
    else:
        assert type(value) is PYTHON[kind]
    if "pattern" in rules:
        assert re.fullmatch(rules["pattern"], value)  # type: ignore[call-overload]


def test_the_table_on_the_page_is_the_dictionary_of_the_description(site: Site) -> None:
    page = lxml_html.document_fromstring(site.page("data"))
    shown = [" ".join(row.text_content().split()) for row in page.xpath("//table")[-1].xpath("./tbody/tr")]
    fields = json.loads(_read(site, "datapackage.json"))["resources"][1]["schema"]["fields"]
    assert len(shown) == len(fields)
    for said, field in zip(shown, fields, strict=True):
        assert said.startswith(f"{field['name']} ")
        assert said.endswith(f"{field['title']}. {field['description']}")
        assert ("selalu terisi" in said) == field.get("constraints", {}).get("required", False)


def test_home_the_page_of_the_data_and_both_tables_have_the_same_numbers(site: Site) -> None:
    rows = json.loads(_read(site, "berita.json"))
    assert len(rows) == len(rows_of(_read(site, "berita.csv")))
    texts = [" ".join(lxml_html.document_fromstring(site.page(path)).text_content().split()) for path in ("", "data")]
    assert all(f"{len(rows)} berita" in text for text in texts)
    days = sorted(row["date"] for row in rows if row["date"])
    for day in days[-1:]:
        assert all(dates.short(datetime.date.fromisoformat(day)) in text for text in texts)
    data = texts[1]
    page = lxml_html.document_fromstring(site.page("data"))
    kept = [[cell.text_content() for cell in row] for row in page.xpath("//table")[0].xpath("./tbody/tr")]
    assert f"dari {len({row['source'] for row in rows})} media" in data
    assert f"{len({(row['election'], row['stage']) for row in rows})} tahapan" in data
    for shown, key in zip(kept, ("reporter", "editor", "date", "views"), strict=True):
        known = sum(row[key] is not None for row in rows)
        assert shown[1:] == [f"{known} berita", f"{round(100 * known / len(rows))}%"]


def test_the_citation_ends_with_the_newest_article_and_not_with_the_day_of_the_build(site: Site) -> None:
    page = lxml_html.document_fromstring(site.page("data"))
    [citation] = page.find_class("citation")
    last = max(date for values in site.articles.values() if (date := values["date"]))
    assert f"Berita sampai dengan {dates.short(last)}." in citation.text_content()
    assert citation.text_content().endswith(f"{site.url}/data/")


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(4, 5, "80%"), (0, 7, "0%"), (7, 7, "100%"), (999, 1000, "lebih dari 99%"), (1, 1000, "kurang dari 1%")],
)
def test_only_all_is_a_hundred_per_cent_and_only_none_is_nought(part: int, whole: int, said: str) -> None:
    assert filters.share(part, whole) == said


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("data/berita.json", b"[{},]", "no JSON"),
        ("data/berita.json", b"[1", "no JSON"),
        ("data/berita.csv", b"a,b\r\n1,2\r\n1\r\n", "record 3"),
        ("data/berita.csv", b'a,b\r\n1,"2\r\n', "no CSV"),
        ("data/berita.csv", b"a,b\r\n\xff,2\r\n", "no CSV"),
    ],
)
def test_the_audit_refuses_a_broken_table(file: str, data: bytes, why: str) -> None:
    [found] = Audit({file}, "https://a.example").of(file, data)
    assert why in found


@pytest.mark.parametrize("data", [b'a,b\r\n"1\r\n2",3\r\n', b"\xef\xbb\xbfa\r\n1\r\n"])
def test_the_audit_passes_a_whole_table(data: bytes) -> None:
    assert Audit({"a.csv"}, "https://a.example").of("a.csv", data) == []


def test_a_text_that_changes_alone_leaves_the_data_as_it_is_and_a_fact_does_not(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill(3)
    project.build()
    before = {name: (project.output / name).stat().st_ino for name in DATA}
    project.mend("k0", "sejak pagi", "sejak siang")
    project.build()
    assert {name: (project.output / name).stat().st_ino for name in DATA} == before
    project.write("k0", stage="kampanye", views="12", date="2024-09-01")
    project.build()
    assert all((project.output / name).stat().st_ino != before[name] for name in DATA)


def test_that_an_article_was_edited_by_hand_is_in_the_data_though_no_fact_changed(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path).fill(3)
    article = Article("a", title=Fact("Gudang A", "layout"), summary="Gudang.", body=("Gudang dibuka pagi hari.",))
    path = project.articles / "undated/a.md"
    path.parent.mkdir()
    path.write_text(to_markdown(article), "utf-8")
    project.build()
    path.write_text(path.read_text("utf-8").replace("pagi", "siang"), "utf-8")
    project.build()
    found = json.loads((project.output / "data/berita.json").read_bytes())
    assert [item["edited"] for item in found if item["id"] == "a"] == [True]


def test_columns_are_numbered_one_by_one_so_that_a_new_one_moves_none() -> None:
    assert [column.published.number for column in COLUMNS] == list(range(1, len(COLUMNS) + 1))
