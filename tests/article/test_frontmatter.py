"""Articles as Markdown: whatever a page printed, its front matter and its words come back as they were."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kliping.article import frontmatter
from kliping.article.fields import Article, Fact
from kliping.article.frontmatter import KEYS, Unreadable, is_unedited, read, split, to_markdown, to_values
from kliping.article.strict import strict
from kliping.article.values import checked
from kliping.text.unicode import fold, plain

SIGNS = "\\`*_{}[]()<>#+-.!&|~=:;'\"^$@%/?,0123456789 \n\tabcxyzABC”“–…é\u00a0"
ODD = [
    "no", "yes", "~", "null", "1e3", "0x1F", "1_000", "12:30:45", "2024-01-01", "!!python/object:os.system", "!tag",
    "&a", "*a", "<<", "=", "? a", "- a", "a: b", "a #b", "---", "...", "%YAML 1.2", "'", '"', "{a: b}", "[a]", "@a",
    "`a`", "|", ">", "\\",
]  # fmt: skip

anything = st.one_of(st.text(), st.text(SIGNS), st.sampled_from(ODD)).map(lambda text: fold(plain(text)))
line = anything.filter(bool)
paragraph = st.lists(line, min_size=1, max_size=2).map("\n".join)  # a dateline may stand on a line of its own
dates = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
maybe = st.none() | line


def fact(values):
    return st.builds(Fact, values, maybe, maybe)


articles = st.builds(
    Article,
    id=line,
    title=fact(maybe),
    date=fact(st.none() | dates),
    reporter=fact(st.none() | st.lists(line, min_size=1, max_size=3).map(tuple)),
    editor=fact(st.none() | st.lists(line, min_size=1, max_size=2).map(tuple)),
    views=fact(st.none() | st.integers(0, 10**9)),
    source=fact(maybe),
    url=fact(maybe),
    election=fact(maybe),
    summary=anything,
    saved=st.lists(line, min_size=1, max_size=3).map(tuple),
    saved_on=fact(st.none() | dates),
    removed=st.dictionaries(line, st.integers(1, 99), max_size=3),
    also=st.lists(line, max_size=2).map(tuple),
    note=maybe,
    doubts=st.lists(line, max_size=2).map(tuple),
    body=st.lists(paragraph, min_size=1, max_size=4).map(tuple),
)

ARTICLE = Article(
    id="gudang-penuh-abc123",
    title=Fact("Gudang Penuh", "layout"),
    date=Fact(datetime.date(2024, 6, 19), "byline"),
    reporter=Fact(("Galuh Prameswari",), "byline"),
    summary="Petugas memeriksa kotak suara.",
    saved=("a.txt",),
    body=("Petugas memeriksa kotak suara.", "Warga ikut membantu."),
)


@settings(deadline=None)
@given(articles)
def test_the_front_matter_of_any_article_reads_back_equal_and_its_stamp_fits(article):
    values, body = read(to_markdown(article).encode())
    stamp = values.pop("stamp")
    assert values == to_values(article)
    assert is_unedited(values | {"stamp": stamp}, body)


@pytest.mark.parametrize("text", ODD)
def test_what_yaml_would_take_for_something_else_stays_the_text_it_was(text):
    article = replace(ARTICLE, title=Fact(text, "layout"), note=text, removed={text: 1}, also=(text, text))
    values = yaml.safe_load(split(to_markdown(article))[0])
    assert (values["title"], values["note"], values["removed"], values["also"]) == (text, text, {text: 1}, [text, text])


def test_every_key_of_the_contract_is_written_in_its_order_and_a_missing_fact_as_null():
    values, body = read(to_markdown(ARTICLE).encode())
    assert tuple(values) == KEYS
    assert {key: values[key] for key in ("date", "reporter", "editor", "views", "source")} == {
        "date": datetime.date(2024, 6, 19), "reporter": "Galuh Prameswari", "editor": None, "views": None, "source": None,
    }  # fmt: skip
    assert values["basis"] == {"title": "layout", "date": "byline", "reporter": "byline"}
    assert body == "Petugas memeriksa kotak suara.\n\nWarga ikut membantu."


def test_several_persons_are_a_list_and_a_doubt_stands_in_review():
    article = replace(
        ARTICLE,
        reporter=Fact(("A", "B"), "byline"),
        date=replace(ARTICLE.date, doubt="salah hari"),
        doubts=("views: x",),
    )
    values, _ = read(to_markdown(article).encode())
    assert values["reporter"] == ["A", "B"]
    assert values["review"] == ["date: salah hari", "views: x"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title: "Gudang Penuh"', 'title: "Gudang Kosong"'),
        ("date: 2024-06-19", "date: 2024-06-20"),
        ("views: null", "views: 5"),
        ("Warga ikut membantu.", "Warga ikut membantu!"),
        ("Warga ikut membantu.", "Warga ikut membantu.\n\nSelesai."),
        ("\n\nWarga ikut membantu.", ""),
        ('reporter: "Galuh Prameswari"\n', ""),
        ('lang: "id"\n', 'lang: "id"\nmore: 1\n'),
    ],
)
def test_an_edit_by_hand_makes_the_stamp_not_fit(old, new):
    text = to_markdown(ARTICLE)
    assert old in text
    data = text.replace(old, new).encode()
    assert not is_unedited(*read(data))
    assert not is_unedited(*read(data), data)


def test_a_file_of_which_no_byte_has_changed_is_told_by_the_second_half_of_its_stamp_alone():
    data = to_markdown(ARTICLE).encode()
    values, body = read(data)
    facts, _, whole = values["stamp"].partition("-")
    assert is_unedited(values | {"stamp": f"tidak-{whole}"}, body, data)
    assert not is_unedited(values | {"stamp": f"tidak-{whole}"}, body, data + b" ")
    assert is_unedited(values | {"stamp": facts}, body, data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n\nWarga", "\n\n\n\nWarga"),
        ("ikut membantu", "ikut  membantu"),
        ("membantu.\n", "membantu.   \n\n\n"),
        ("\n", "\r\n"),
        ('title: "Gudang Penuh"', "title:   Gudang Penuh  # kata editor"),
        ("---\nid", "\ufeff---\nid"),
    ],
)
def test_spacing_and_quotes_are_no_edit(old, new):
    text = to_markdown(ARTICLE)
    assert old in text
    data = text.replace(old, new).encode()
    assert is_unedited(*read(data), data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "has no front matter"),
        (b"Petugas memeriksa kotak suara.", "has no front matter"),
        (b"---\ntitle: a\n", "has no front matter"),
        (b"---\ntitle: [a\n---\n\nIsi.", "has front matter that is not YAML in line"),
        (b"---\ntitle: !!python/object:os.x {}\n---\n\nIsi.", "has front matter that is not YAML in line 2"),
        (b"---\n- a\n---\n\nIsi.", "has front matter without `key: value` lines"),
        (b"---\ntitle: \xff\n---\n\nIsi.", "is not UTF-8"),
    ],
)
def test_a_file_that_is_no_article_is_told_with_the_way_out(data, says):
    with pytest.raises(Unreadable) as found:
        read(data)
    assert str(found.value).startswith(says)


def test_an_article_that_would_not_read_back_is_never_written():
    """A surrogate cannot stand in a file: the text is refused, whatever let it through."""
    with pytest.raises((AssertionError, UnicodeError, yaml.YAMLError)):
        frontmatter.to_markdown(replace(ARTICLE, note="\ud800")).encode()


@settings(deadline=None)
@given(articles)
def test_any_yaml_parser_reads_our_front_matter_as_the_strict_reader_does(article):
    head, _ = split(to_markdown(article))
    by_yaml = yaml.safe_load(head)
    strictly = strict(head)
    assert strictly == by_yaml or (strictly is None and read(to_markdown(article).encode())[0] == by_yaml)


values = st.one_of(
    st.sampled_from(
        [
            *ODD,
            "",
            "[]",
            "{}",
            '["x", 1]',
            '{"b": 1.5}',
            "012",
            "-0",
            "true",
            "2024-13-01",
            '"\\u00e9"',
            '"a\\/b"',
            '"x" # y',
        ]
    ),
    st.text(SIGNS, max_size=12),
)
lines = st.builds(
    "{}{}: {}".format, st.sampled_from(["", "  ", "- "]), st.sampled_from(["a", "b", "no", '"c"', "A"]), values
)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.one_of(lines, values.map("  - {}".format)), max_size=6).map("\n".join))
@example('a: []\n  - "x"')
@example("no: 1")
@example('"a": 1')
@example("a: 1e3")
@example('a:\n  "b": 1\n  - 2')
@example("a" * 1025 + ": 1")
@example("a:\n  " + "b" * 1025 + ": 1")
@example('a:\n  "' + "b" * 1025 + '": 1')
def test_the_strict_reader_never_differs_from_yaml_on_anything_else(head):
    strictly = strict(head + "\n")
    if strictly is None:
        return  # left to the YAML parser
    assert strictly == (yaml.safe_load(head) or {})


@pytest.mark.parametrize(
    "names", [("Rara Contoh",), ("Rara; Sari",), ("Tim Riset dan Data",), ("Rara Contoh", "Sari Teladan")]
)
def test_a_name_that_looks_like_two_is_read_back_as_the_one_it_is(names: tuple[str, ...]) -> None:
    article = Article("a", Fact("Judul"), reporter=Fact(names, "byline"), body=("Isi berita.",))
    values, _ = frontmatter.read(frontmatter.to_markdown(article).encode())
    assert checked(values)["reporter"] == names
