"""HTML pages: a saved page becomes blocks that say where the markup puts them and what it calls them."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kliping.formats import html
from kliping.formats.page import Block, Page, Rejected
from kliping.formats.selectors import Selectors

PARAGRAPHS = [
    "Rawa Melati - Dua ratus kotak suara tiba di gudang kelurahan dengan tiga truk, kata Bagas Winata.",
    "Petugas menghitungnya dua kali sebelum gudang dikunci, lalu menempelkan segel bernomor di setiap pintu masuk.",
    "Kotak itu akan dikirim ke kelurahan tetangga menjelang pemungutan suara, sesudah jalan yang rusak selesai diperbaiki.",
]
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TITLE = "Dua Ratus Kotak Suara Tiba di Rawa Melati"


def read(body: str, head: str = "", boxes: Selectors | None = None) -> Page:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return html.read(page.encode(), lambda meta: [boxes] if boxes else [])


def texts(page: Page, part: str) -> list[str]:
    return [block.text for block in page.blocks if block.part == part]


def block(page: Page, text: str) -> Block:
    return next(block for block in page.blocks if block.text == text)


def test_the_box_with_the_running_text_is_the_body_and_menus_and_lists_stand_aside():
    page = read(
        "<ul class=menu><li><a href=#>Nasional</a><li><a href=#>Daerah</a></ul>"
        f"<h1>{TITLE}</h1><div class=x>{TEXT}</div>"
        "<div class=related><p>Warga berharap pemerintah segera turun tangan sebelum musim berganti.</p></div>"
    )
    assert texts(page, "body") == PARAGRAPHS
    assert texts(page, "head") == [TITLE]
    assert "Warga berharap pemerintah segera turun tangan sebelum musim berganti." in texts(page, "aside")
    assert block(page, TITLE).kind == "title"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" + "<br><br>".join(PARAGRAPHS) + "</div>",
        "<div>" + "".join(f"<div>{text}</div>" for text in PARAGRAPHS) + "</div>",
        "<article><div>"
        + f"<p>{PARAGRAPHS[0]}</p></div><div><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></div></article>",
        "<p>" + "<p>".join(PARAGRAPHS),
        "<table><tr><td>" + "<br>".join(PARAGRAPHS) + "</table>",
    ],
    ids=["line breaks", "a box each", "parted by an advert", "unclosed", "table"],
)
def test_paragraphs_are_found_however_they_are_marked_up(body):
    assert texts(read(f"<h1>{TITLE}</h1>{body}"), "body") == PARAGRAPHS


def test_short_teasers_in_one_box_do_not_outweigh_paragraphs_in_boxes_of_their_own():
    teasers = "".join(f"<p>Panitia menyediakan hadiah hiburan ke-{i} bagi peserta yang datang.</p>" for i in range(12))
    paragraphs = [f"{text} {text}" for text in PARAGRAPHS]
    body = "".join(f"<div>{text}</div>" for text in paragraphs)
    page = read(f"<h1>{TITLE}</h1><article><span>{body}</span></article><div class=x>{teasers}</div>")
    assert texts(page, "body") == paragraphs


def test_a_class_that_speaks_of_a_sidebar_does_not_hide_the_box_that_holds_the_article():
    page = read(f"<div class='theiaStickySidebar widget-popular'><h1>{TITLE}</h1><div class=share>{TEXT}</div></div>")
    assert texts(page, "body") == PARAGRAPHS


def test_text_hidden_until_a_reader_asks_for_it_is_body_inside_the_article_and_nothing_outside_it():
    page = read(
        f"<h1>{TITLE}</h1><div><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
        f'<div style="display: none"><p>{PARAGRAPHS[2]}</p></div></div>'
        '<div style="display:none"><p>Masuk ke akun untuk membaca seratus berita pilihan tanpa iklan setiap hari.</p></div>'
    )
    assert texts(page, "body") == PARAGRAPHS


def test_many_words_after_a_sign_that_looks_like_a_tag_are_no_attributes():
    words = "<script>if (i<n ) { x = 'satu dua " + "tiga " * 5000 + "'; }</script>"
    assert texts(read(f"<h1>{TITLE}</h1>{words}<p>{'kata ' * 3000}.</p>{TEXT}"), "body")[-3:] == PARAGRAPHS


def test_the_headline_is_the_line_the_head_names_even_where_the_first_heading_is_the_logo():
    head = f'<title>{TITLE} - Kabar Contoh</title><meta property="og:title" content="Kabar Contoh: {TITLE}">'
    page = read(f"<h1>Kabar Contoh Terpercaya</h1><div class=judul>{TITLE}</div><div>{TEXT}</div>", head)
    assert block(page, TITLE).kind == "title"


def test_a_list_of_other_news_above_the_headline_is_no_part_of_the_byline():
    page = read(
        "<div>Senin, 4 November 2024</div><a href=#>Pasar murah digelar di sebelas kelurahan</a>"
        f"<h1>{TITLE}</h1><div>Selasa, 5 November 2024</div><div>{TEXT}</div>"
    )
    assert texts(page, "head") == [TITLE, "Selasa, 5 November 2024"]


def test_what_the_markup_calls_a_line_is_told():
    page = read(
        f"<h1>{TITLE}</h1><div class=author>Danu Prakosa</div><time>Selasa, 5 November 2024</time>"
        f"<figure><img><figcaption>Gudang kelurahan</figcaption></figure><div>{TEXT}<h3>Jalan rusak</h3>"
        f"<a href=#>Kotak suara lain sudah lebih dahulu tiba</a><p>{PARAGRAPHS[0]}</p></div>"
    )
    kinds = {block.text: block.kind for block in page.blocks}
    assert kinds["Danu Prakosa"] == "author"
    assert kinds["Selasa, 5 November 2024"] == "date"
    assert kinds["Gudang kelurahan"] == "caption"
    assert kinds["Jalan rusak"] == "heading"
    assert kinds["Kotak suara lain sudah lebih dahulu tiba"] == "link"


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        ("<span>Reporter</span><span>Danu Prakosa</span>", "Reporter Danu Prakosa"),
        ("<b>J</b>akarta, <i>di</i> balai", "Jakarta, di balai"),
        ("13:10 WIB<span>1152</span>", "13:10 WIB 1152"),
        ("R&amp;D &lt;b&gt; &amp;lt;", "R&D <b> &lt;"),
        ("satu\n  dua<wbr>tiga", "satu duatiga"),
        ("“Siap”\u200b\u202e, katanya", "“Siap”, katanya"),
        ("teks<script>alert(1)</script><style>p{}</style><noscript>tidak</noscript> lain", "teks lain"),
    ],
)
def test_a_line_reads_as_a_browser_prints_it(markup, printed):
    assert block(read(f"<h1>{TITLE}</h1><div>{TEXT}<p>{markup}</p></div>"), printed)


def test_a_profile_says_where_the_article_stands():
    boxes = Selectors(("div.teks",), ("div.judul",), ("div.siapa",), (".sisip",))
    page = read(
        f"<div class=judul>{TITLE}</div><div class=teks><p>{PARAGRAPHS[0]}</p>"
        "<div class=sisip><p>Banyak yang belum tahu cara memeriksa namanya sendiri, kata petugas lain.</p></div>"
        f"<p>{PARAGRAPHS[1]}</p></div><div><p>{PARAGRAPHS[2]}</p></div><div class=siapa>Danu Prakosa</div>",
        boxes=boxes,
    )
    assert texts(page, "body") == PARAGRAPHS[:2]
    assert texts(page, "head") == [TITLE]
    assert "Danu Prakosa" in texts(page, "foot")


def test_a_box_may_be_part_of_a_line_and_the_names_in_a_byline_may_be_links():
    boxes = Selectors(("span.teks",), byline=("a.siapa",))
    page = read(
        f"<h1>{TITLE}</h1><div><a class=siapa href=#>Danu Prakosa</a></div>"
        f"<div><span class=teks>{'<br><br>'.join(PARAGRAPHS)}</span></div><div><p>{PARAGRAPHS[0]} Lagi.</p></div>",
        boxes=boxes,
    )
    assert texts(page, "body") == PARAGRAPHS
    assert block(page, "Danu Prakosa").kind == "author"


def test_what_follows_the_last_sentence_of_a_body_stands_behind_the_article_from_the_first_link_on():
    page = read(f"<h1>{TITLE}</h1><div>{TEXT}<p>Foto bersama</p><p><a href=/x>Pasar Kenanga</a></p><p>Danu</p></div>")
    assert texts(page, "body") == [*PARAGRAPHS, "Foto bersama"]
    assert texts(page, "foot") == ["Pasar Kenanga", "Danu"]


def test_a_layout_whose_body_is_not_on_the_page_is_passed_over():
    page = read(f"<h1>{TITLE}</h1><div class=teks>{TEXT}</div>", boxes=Selectors(("div.dahulu",), drop=("p",)))
    assert texts(page, "body") == PARAGRAPHS


def test_a_body_without_text_is_no_body():
    page = read(f"<h1>{TITLE}</h1><div class=isi> </div><div class=teks>{TEXT}</div>", boxes=Selectors(("div.isi",)))
    assert texts(page, "body") == PARAGRAPHS


def test_a_page_that_singlefile_saved_with_all_its_pictures_is_read():
    picture = base64.b64encode(bytes(3_000_000)).decode()
    page = html.read(
        (
            "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://contoh.id/a \n"
            " saved date: Fri Aug 30 2024 23:11:12 GMT+0700 (Waktu Indonesia Barat)\n--><head><title>x</title></head>"
            f'<body><h1>{TITLE}</h1><img src="data:image/png;base64,{picture}"><div>{TEXT}</div></body></html>'
        ).encode(),
        lambda meta: [],
    )
    assert texts(page, "body") == PARAGRAPHS
    assert page.meta["saved:url"] == "https://contoh.id/a"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"<html><frameset><frame src=x></frameset></html>", "holds no text"),
        (b"<div>" * 5000 + b"x", "is nested more than"),
        (b"<b>" * 5000 + b"x", "is nested more than"),
        (b"<br>" * 200_001, "has more than 200000 tags"),
        (b"<p " + b" ".join(b'a%d="x>"' % i for i in range(1000)) + b">x", "has a tag with 1000 attributes or more"),
        (b"<p " + b"\n/a=1 b" * 999 + b">x", "has a tag with 1000 attributes or more"),
        (b"<p>x</p>" * 30_000, "has more than"),
        (b"<p>" + b"kata " * 60_000, "has a line of"),
        (b"<p>a\x00b", "is binary"),
    ],
    ids=[
        "empty",
        "frames",
        "deep boxes",
        "deep inline",
        "tags",
        "attributes",
        "odd attributes",
        "lines",
        "long line",
        "binary",
    ],
)
def test_a_page_no_person_reads_is_rejected_with_its_reason_and_a_remedy(data, says):
    with pytest.raises(Rejected, match=says) as found:
        html.read(data, lambda meta: [])
    assert "; " in str(found.value) or "save it as text" in str(found.value)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("<meta charset=iso-8859-1>", "cp1252"), ("", "cp1252"), ("", "utf-8"), ("<meta charset=utf-8>", "utf-8-sig")],
)
def test_the_same_words_are_read_from_every_encoding_met(head, encoding):
    page = f"<html><head>{head}</head><body><h1>{TITLE}</h1><div>{TEXT}<p>“Kami siap,” kata Bagas – é.</p></div></body></html>"
    found = html.read(page.encode(encoding), lambda meta: [])
    assert "“Kami siap,” kata Bagas – é." in texts(found, "body")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_markup_stops_the_reader(markup):
    try:
        page = html.read(f"<body>{markup}".encode("utf-8", "surrogatepass"), lambda meta: [])
    except Rejected:
        return
    assert all(block.text and block.text == " ".join(block.text.split()) for block in page.blocks)
