"""Pages that stand in an article's place are told by name; the same lines on an article's page are noise."""

from __future__ import annotations

import pytest

from kliping.extract import completeness
from kliping.extract.layout import lay_out
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.vocabulary import generic_words

GENERIC = Profile(generic_words())
TITLE = "Panitia Melati Cat Ulang Bilik Suara Lama"
DAY = "Rabu, 5 Juni 2024 10:15 WIB"
BODY = [
    "Panitia pemilihan Kelurahan Melati mengecat ulang dua puluh bilik suara peninggalan pemilihan sebelumnya.",
    '"Catnya sumbangan toko bangunan di seberang kantor," kata Galuh Prameswari.',
    "Bilik itu dijemur di halaman sekolah sampai sore dan baru boleh dipakai lusa.",
]
LATEST = ["Berita Terbaru", TITLE, *BODY]

ERROR, ROBOT, LOGIN = "is an error page", "is a browser check", "is a login form"
COOKIES, SCRIPT = "is a cookie notice", "is the empty shell of a page"

WALLS = {
    "404 in Indonesian": (ERROR, ["404", "Halaman tidak ditemukan", "Maaf, halaman yang Anda cari sudah dipindahkan.", "Beranda"]),
    "404 in one line": (ERROR, ["404 - Halaman Tidak Ditemukan | Contoh Kabar", "Kembali ke Beranda"]),
    "404 above the latest news": (ERROR, ["Oops! Halaman yang dicari hilang.", *LATEST]),
    "404 of a web server": (ERROR, ["Not Found", "The requested URL was not found on this server.", "Apache Server at contohkabar.com"]),
    "403": (ERROR, ["403 Forbidden", "nginx"]),
    "no permission": (ERROR, ["Access Denied", "You don't have permission to access /berita/melati.", "Reference #18.2f1d"]),
    "502": (ERROR, ["502 Bad Gateway", "cloudflare"]),
    "a deleted article": (ERROR, ["Contoh Kabar", "Artikel tidak ditemukan", "Mungkin artikel ini sudah dihapus oleh redaksi kami."]),
    "a browser without network": (ERROR, ["Situs ini tidak dapat dijangkau", "Coba periksa sambungan dan sandi jaringan Anda."]),
    "nothing at that address": (ERROR, ["Oops! That page can’t be found.", "It looks like nothing was found at this location."]),
    "a check by Cloudflare": (ROBOT, [
        "Just a moment...", "www.contohkabar.com", "Verify you are human by completing the action below.",
        "www.contohkabar.com needs to look at your connection before it lets you in.", "Ray ID: 84c1f0aa17d2",
    ]),
    "an older check": (ROBOT, ["Checking your browser before accessing contohkabar.com.", "Please allow up to 5 seconds..."]),
    "blocked": (ROBOT, ["Sorry, you have been blocked", "You are unable to access contohkabar.com", "Why have I been blocked?"]),
    "a login form": (LOGIN, ["Masuk", "Satu Akun, Untuk Semua Akses", "Lupa Kata Sandi? Klik di Sini", "Belum Memiliki Akun Daftar di Sini"]),
    "a login form in English": (LOGIN, ["Log in to Contoh", "Email", "Password", "Forgot password?", "Create new account"]),
    "mails about an account": (LOGIN, ["Konfirmasi Email", "Kami telah mengirimkan link aktivasi melalui email ke pembaca@contohkabar.com."]),
    "a cookie notice": (COOKIES, ["We value your privacy", "We use cookies to show you what you like.", "Accept All", "Reject All"]),
    "a cookie notice in Indonesian": (COOKIES, ["Kami menggunakan cookie agar situs lebih nyaman dipakai.", "Terima Semua", "Pengaturan Cookie"]),
    "a script's shell": (SCRIPT, ["Contoh Kabar", "You need to enable JavaScript to run this app."]),
    "a shell that waits": (SCRIPT, ["Memuat...", "Mohon tunggu..."]),
}  # fmt: skip

ARTICLES = {
    "login furniture above": [
        "maaf email atau password anda salah", "Satu Akun, Untuk Semua Akses",
        "Kami telah mengirimkan link aktivasi melalui email ke pembaca@contohkabar.com.", "Konfirmasi Email", TITLE, *BODY,
    ],
    "an old browser's notice above": ["Please Update your browser", "Your browser is out of date, sorry.", TITLE, *BODY],
    "cookies asked below": [TITLE, *BODY, "Kami menggunakan cookie agar situs lebih nyaman dipakai.", "Terima"],
    "a page that waited": ["Mohon tunggu...", TITLE, *BODY],
    "a frame that did not load, above": ["404 Not Found", "nginx", TITLE, DAY, *BODY],
    "a frame that did not load, below": [TITLE, *BODY, "404 Not Found"],
    "a short article with a login box": ["Masuk", "Password", TITLE, DAY, BODY[0]],
    "an article about missing pages": ["Mengenal 404 Not Found dan Cara Mengatasinya", *BODY],
    "an empty page": ["Beranda", "Indeks"],
}  # fmt: skip


def laid_out(lines: list[str]):
    return lay_out(text.read("\n".join(lines).encode()), GENERIC)


@pytest.mark.parametrize(("reason", "lines"), WALLS.values(), ids=WALLS.keys())
def test_a_page_in_the_place_of_an_article_is_told_by_name(reason, lines):
    found = completeness.refusal(laid_out(lines))
    assert found
    assert found.startswith(f"{reason}")
    assert "save" in found  # what to do


@pytest.mark.parametrize("lines", ARTICLES.values(), ids=ARTICLES.keys())
def test_such_lines_on_the_page_of_an_article_refuse_nothing(lines):
    assert completeness.refusal(laid_out(lines)) is None


def test_a_form_above_an_article_is_taken_out_and_counted():
    layout = laid_out(ARTICLES["login furniture above"])
    assert [layout.blocks[i].text for i in layout.indices("body")] == BODY
    assert layout.removed() == {"login": 4}
