"""Paragraphs as Markdown show their words and nothing else, on the site and on GitHub; other words stay readable."""

from __future__ import annotations

import html
import re

import comrak
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kliping.article.fields import Article, Fact
from kliping.article.frontmatter import split, to_markdown
from kliping.site.render import filters
from kliping.site.sources.article_reader import read_row
from kliping.site.sources.articles import ArticleSource
from kliping.text import markdown
from kliping.text.markdown import escape, unescape
from kliping.text.unicode import fold, plain

SIGNS = "\\`*_{}[]()<>#+-.!&|~=:;'\"^$@%/?,0123456789 \n\tabcxyzABC”“–…é\u00a0"
PIECES = [
    *"www.a.id https://a.id/ ftp://a.id/x http://x.id?a=1&b=2 a@b.id mailto:a@b.id _ * ~ ~~ ` [ ] ( ) [^1] [^1]:".split(),
    *"[!NOTE] [x] $ $$ $` `$ | --- |- -| :-: \\ &amp; &copy; < > <a <!-- ! # a b 1 5 é “ , . / ? = + : {static} {{".split(),
    *[" ", "\n", "- ", "1. ", "> ", "```", "US$", "AS$ 5"],
]


def _lines(text: str) -> str:
    """As `clean` leaves a paragraph: lines that are folded, none of them empty."""
    return "\n".join(line for line in map(fold, plain(text).split("\n")) if line)


odd = st.one_of(st.text(), st.text(SIGNS), st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
paragraph = odd.map(_lines).filter(bool)

GITHUB = comrak.ExtensionOptions()
for name in "alerts autolink footnotes strikethrough table tasklist math_dollars math_code".split():
    setattr(GITHUB, name, True)
SHOWN_BY = {
    "the site": lambda text: str(filters.html(text)),
    "GitHub": lambda text: comrak.render_markdown(text, extension_options=GITHUB, render_options=filters._OPTIONS),
}


def words(shown: str) -> str:
    return fold(html.unescape(re.sub(r"<[^<>]*>", "", shown)))


@pytest.mark.parametrize("reader", SHOWN_BY)
@settings(deadline=None, max_examples=600)
@given(text=paragraph)
@example(text="1998. Tahun itu")
@example(text="# 1 dari 3")
@example(text="<5000 suara & >3000 &amp; &copy;")
@example(text="[a](javascript:b) ![c](d) <script>e</script> <https://x.id>")
@example(text="Judul\n===")
@example(text="Judul\n---")
@example(text="| a | b |\n|---|---|")
@example(text="a\n|-")
@example(text="www.contoh.id dan https://contoh.id dan a@contoh.id")
@example(text="https://contoh.id/a~b_*c* www.contoh.id/_a_ FTP://contoh.id/[x]")
@example(text="{attach}../x {static}../y %7B")
@example(text="```\nkode")
@example(text="[a]: /b 'c'")
@example(text="[^1]: catatan[^1]")
@example(text="> [!NOTE]\n> isi")
@example(text="- [ ] a\n+ b")
@example(text="harga $a+b$ dan $$c$$ dan $`d`$")
def test_any_paragraph_shows_exactly_its_words(reader: str, text: str) -> None:
    shown = SHOWN_BY[reader](escape(text))
    assert words(shown) == fold(text)
    tags = set(re.findall(r"<(\w+)", shown)) - ({"a"} if reader == "GitHub" else set())
    assert tags == {"p"}, "a paragraph is a paragraph, whatever signs it holds"
    assert shown.count("<p>") == 1
    assert unescape(escape(text)) == text


@settings(deadline=None, max_examples=300)
@given(body=st.lists(paragraph, min_size=1, max_size=6))
@example(body=["[a]: /b", "[a]"])
@example(body=["- a", "b", "1. c"])
@example(body=["$a", "b$"])
def test_an_article_shows_its_paragraphs_in_order_each_by_itself(tmp_path_factory, body: list[str]) -> None:
    """On the whole way of an article: written, read as a row, its text taken from the file and shown."""
    folder = tmp_path_factory.getbasetemp() / "articles"
    folder.mkdir(exist_ok=True)
    article = Article(id="a", title=Fact("Gudang", "layout"), summary="Isi.", saved=("a.txt",), body=tuple(body))
    (folder / "a.md").write_text(to_markdown(article), encoding="utf-8", newline="")
    catalog = ArticleSource(folder)
    (row,) = catalog.rows()
    assert row == read_row("a.md", (folder / "a.md").read_bytes())
    shown = catalog.html(row)
    assert [words(part) for part in re.findall("<p>(.*?)</p>", shown, re.DOTALL)] == [fold(text) for text in body]
    assert re.sub("<p>.*?</p>\n?", "", shown, flags=re.DOTALL) == "", "nothing stands between them"
    written = SHOWN_BY["GitHub"](split(to_markdown(article))[1])
    assert [words(part) for part in re.findall("<p>(.*?)</p>", written, re.DOTALL)] == [fold(text) for text in body]


@pytest.mark.parametrize(
    "text",
    [
        "Harga naik dari US$5 menjadi US$6, lalu turun.",
        "Keterangan lengkap di https://contoh.id/a_b?c=1&d=2 dan www.contoh.id/e-f atau surel a_b@contoh.id.",
        "Suara no. 1 (50%) dan no. 2 (45%) - sisanya tidak sah; P&T = 3 + 4, A|B, #1, 10:30.",
        'snake_case, Jum\'at, "kutipan" {static} ^ % @akun',
        "+62 812 dan -5 derajat",
    ],
)
def test_words_that_would_not_act_stay_as_printed(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize("piece", ["http://", "www.*", "$", "`$", "\\", "_ ", "&#", "|-", "[!", "- ", "1. "])
def test_a_hostile_paragraph_is_escaped_in_time_that_grows_with_its_length(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    assert len(escape(text)) >= len(fold(text)), "a rule that looks back and forth would take hours to come here"


def test_a_headline_made_of_a_lead_shows_no_signs() -> None:
    assert markdown.strip_markup("> **Gudang** \\#1 [dibuka](x) `pagi`") == "Gudang #1 dibuka(x) pagi"
