"""What a run makes of pages that are not one whole article: a reject with a reason, or an article with a note."""

from __future__ import annotations

import pytest

from kliping.system.errors import Exit
from tests.conftest import Project, story

LIST = "\n".join(
    f"{headline}\n{day} Juni 2024 10:15 WIB\n{teaser}"
    for day, headline, teaser in (
        (5, "Gudang Logistik di Kelurahan Melati Kebanjiran", "Air setinggi lutut masuk ke gudang sejak dini hari."),
        (4, "Warga Kenanga Gelar Lomba Baca Daftar Pemilih", "Lomba itu diikuti empat puluh kepala keluarga setempat."),
        (3, "PPS Muara Teratai Buka Posko di Atas Perahu", "Posko terapung melayani nelayan yang pulang melaut."),
        (2, "Bendahara Panitia Kembalikan Sisa Uang Makan", "Sisa uang makan dikembalikan lengkap dengan struknya."),
    )
)
PAGE = story().partition("Berita Terkait")[0]
REJECTED = [
    ("indeks.txt", LIST, "is a list of articles; save each article on its own"),
    ("hilang.txt", "404\nHalaman tidak ditemukan\nKembali ke beranda", "is an error page, not an article; look for"),
    ("cek.txt", "Just a moment...\nEnable JavaScript and cookies to continue", "is a browser check, not an article; open"),
    ("masuk.txt", "Masuk\nSatu Akun, Untuk Semua Akses\nBelum Memiliki Akun Daftar di Sini", "is a login form, not an article; log in"),
    ("kuki.txt", "Kami menggunakan cookie agar situs nyaman.\nTerima Semua", "is a cookie notice, not an article; answer it"),
    ("kosong.txt", "Memuat...\nYou need to enable JavaScript to run this app.", "is the empty shell of a page that a script fills"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "page", "why"), REJECTED)
def test_a_page_that_is_no_article_is_rejected_by_name_with_what_to_do(project: Project, name, page, why) -> None:
    project.page("baik.txt", story())
    project.page(name, page)
    report = project.clean()
    assert list(report.rejected) == [name]
    assert report.rejected[name].startswith(why)
    assert (report.articles, report.exit) == (1, Exit.REJECTED)
    assert report.balanced()


@pytest.mark.parametrize(
    ("tail", "note"),
    [
        ("Halaman: 1 2 3 Show All", "body: page 1 of 3 only"),
        ("Artikel ini khusus pelanggan", "body: text is cut: the rest is for subscribers"),
        ("Ketua panitia mengaku sudah memesan kuas baru untuk", "body: text is cut: ends in mid-sentence"),
    ],
)
def test_an_article_saved_in_part_becomes_one_with_a_note_the_curator_may_clear(project: Project, tail, note) -> None:
    project.page("a.txt", PAGE + tail)
    assert project.clean().exit is Exit.OK
    assert project.article("a.txt")[0]["review"] == [note]
    project.page("a.yaml", "review: []\n")
    project.clean()
    assert project.article("a.txt")[0]["review"] == []


def test_a_line_in_which_somebody_speaks_is_doubted_where_it_was_left_out_inside_the_text(project: Project) -> None:
    lost = "Mari bergabung menjaga gudang ini bersama kami setiap malam,” ujar ketua panitia kepada warga."
    title, _, rest = PAGE.partition("\n")
    lines = [line for line in rest.split("\n") if line]
    project.page("a.txt", "\n".join([title, *lines[:-1], lost, lines[-1]]))
    project.clean()
    assert project.article("a.txt")[0]["review"] == [
        "body: left out as promotion: “Mari bergabung menjaga gudang ini bersama”"
    ]


def test_a_headline_that_quotes_is_left_out_without_a_word(project: Project) -> None:
    title, _, rest = PAGE.partition("\n")
    lines = [line for line in rest.split("\n") if line]
    project.page("a.txt", "\n".join([title, *lines[:-1], 'Baca Juga: Camat: "Kami Siap Sampai Malam"', lines[-1]]))
    project.clean()
    assert project.article("a.txt")[0]["review"] == []


def test_a_text_the_curator_gives_is_whole(project: Project) -> None:
    project.page("a.txt", PAGE + "Halaman 1 dari 3")
    project.page("a.yaml", "body: Naskah lengkap dari pengelola kliping.\n")
    project.clean()
    assert project.article("a.txt")[0]["review"] == []


def test_an_address_from_the_curator_tells_the_page(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", "url: https://contohkabar.com/melati?page=2\n")
    project.clean()
    assert project.article("a.txt")[0]["review"] == ["body: page 2 only"]


def test_the_last_words_of_a_page_that_was_cut_off_are_kept(project: Project) -> None:
    project.page("a.txt", PAGE + "Ketua panitia mengaku sudah memesan sepuluh kuas baru di pasar yang")
    project.clean()
    values, body, _ = project.article("a.txt")
    assert body.rstrip().endswith("di pasar yang")
    assert values["review"] == ["body: text is cut: ends in mid-sentence"]


def test_an_article_in_english_is_an_article(project: Project) -> None:
    project.page(
        "a.txt", "Booths Painted Again\n\nThe committee of Melati village has painted twenty of the voting booths.\n"
    )
    project.clean()
    assert project.article("a.txt")[0]["lang"] == "en"


NEWS = [
    ("Gudang Logistik di Kelurahan Melati Kebanjiran", "Air setinggi lutut masuk ke gudang sejak dini hari."),
    ("Warga Kenanga Gelar Lomba Baca Daftar Pemilih", "Lomba itu diikuti empat puluh kepala keluarga setempat."),
    ("PPS Muara Teratai Buka Posko di Atas Perahu", "Posko terapung melayani nelayan yang pulang melaut."),
    ("Bendahara Panitia Kembalikan Sisa Uang Makan", "Sisa uang makan dikembalikan lengkap dengan struknya."),
]
CARDS = "".join(
    f"<div><h3><a href='/b/{i}'>{head}</a></h3><p>{teaser}</p></div>" for i, (head, teaser) in enumerate(NEWS)
)
LINKS = "".join(f"<div><a href='/b/{i}'><h3>{head}</h3></a></div>" for i, (head, _) in enumerate(NEWS * 4))
TEXT = f"<h1>Bilik Suara Melati Dicat Ulang</h1><p>{PAGE.splitlines()[-6]}</p><p>{PAGE.splitlines()[-2]}</p>"
SHORT = f"<h1>Bilik Suara Melati Dicat Ulang</h1><p>{PAGE.splitlines()[-6]}</p>"
NOT_FOUND = "<h1>404 Not Found</h1><p>Silakan baca berita lain di bawah ini.</p>"


def html(body: str, head: str = "") -> str:
    title = "" if "<title>" in head else "<title>Contoh Kabar</title>"
    return f"<!doctype html><html><head>{title}{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (html(f"<main>{CARDS}</main>"), "is a list of articles"),  # headlines that are links, a teaser under each
        (html(f"<main>{LINKS}</main>"), "is a list of articles"),
        (
            html(
                f"<h1>{NEWS[0][0]}</h1><p>{NEWS[0][1]}</p><main>{LINKS}</main>",
                "<link rel=canonical href='https://contohkabar.com/'>",
            ),
            "is a list of articles",
        ),
        (html(f"<main>{NOT_FOUND}</main>"), "is an error page"),
        (html("<main><h1>Masuk</h1><p>Password</p><p>Belum punya akun? Daftar di sini.</p></main>"), "is a login form"),
    ],
)
def test_an_html_page_that_is_no_article_is_rejected_too(project: Project, page, why) -> None:
    project.page("a.html", page)
    assert project.clean().rejected["a.html"].startswith(why)


def test_a_page_with_a_headline_but_no_text_is_not_called_a_list(project: Project) -> None:
    project.page("a.html", html(f"<article><h1>Video: Bilik Suara Melati Dicat Ulang</h1></article><div>{LINKS}</div>"))
    assert project.clean().rejected["a.html"].startswith("no article text found")


@pytest.mark.parametrize(
    ("page", "notes"),
    [
        (html(f"<article>{TEXT}</article><div>{CARDS}</div>"), []),  # related news with teasers behind it
        (html(f"<div>{LINKS}</div><article>{TEXT}</article>"), []),
        (html(f"<article>{TEXT}</article>", "<link rel=canonical href='https://contohkabar.com/'>"), []),
        (
            html(
                f"<article>{SHORT}</article><div>{LINKS}</div>",
                "<link rel=canonical href='https://contohkabar.com/read/9'>",
            ),
            [],
        ),
        (
            html(f"<article>{TEXT}<div class=paging>Halaman: <a>1</a> <a>2</a> <a>Show All</a></div></article>"),
            ["body: one page of 2 only"],
        ),
        (
            html(f"<article>{TEXT}</article><div class=pagination><span>Halaman 1 dari 3</span></div>"),
            ["body: page 1 of 3 only"],
        ),
        (
            html(f"<article>{TEXT}</article>", "<title>Bilik Suara Melati Dicat Ulang - Halaman 2</title>"),
            ["body: page 2 only"],
        ),
        (html(f"<article>{TEXT}</article><div class=pagination><a>1</a><a>2</a><a>Next</a></div>"), []),  # of comments
    ],
)
def test_an_html_article_stays_one_and_tells_what_it_lacks(project: Project, page, notes) -> None:
    project.page("a.html", page)
    assert project.clean().rejected == {}
    values, _, _ = project.article("a.html")
    assert values["title"] == "Bilik Suara Melati Dicat Ulang"
    assert [note for note in values["review"] if note.startswith("body")] == notes


def test_a_page_whose_later_pages_wait_hidden_in_it_is_whole(project: Project) -> None:
    first = (
        "<p>Dua ratus kotak suara tiba di gudang kelurahan dengan tiga truk, kata Bagas Winata.</p>"
        "<p>Petugas menghitungnya dua kali sebelum gudang dikunci dan segelnya dicatat di buku besar.</p>"
    )
    later = "<p>Kotak itu akan dikirim ke kelurahan tetangga menjelang pemungutan suara, kata Bagas.</p>"
    pages = "<p>1 2 3 Selanjutnya</p>"
    project.page("a.html", html(f"<h1>Dua Ratus Kotak Suara Tiba</h1><div>{first}{pages}</div>"))
    hidden = f"<div style='display:none'>{later}</div>"
    project.page("b.html", html(f"<h1>Dua Ratus Kotak Suara Lagi</h1><div>{first}{hidden}{pages}</div>"))
    project.clean()
    assert project.article("a.html")[0]["review"] == ["body: one page of 3 only"]
    assert project.article("b.html")[0]["review"] == []
