"""The dateline that opens a body: found in every form papers use, never in a headline or a sentence."""

from __future__ import annotations

import pytest

from kliping.text.dateline import domain_in, is_place, split

PROSE = "Petugas memeriksa kotak suara sejak pagi."


@pytest.mark.parametrize(
    ("opening", "text", "domain"),
    [
        ("JAKARTA, KOMPAS.com - ", "JAKARTA, KOMPAS.com", "KOMPAS.com"),
        ("TRIBUNJAKARTA.COM - ", "TRIBUNJAKARTA.COM", "TRIBUNJAKARTA.COM"),
        ("TRIBUNJAKARTA.COM, JAKARTA - ", "TRIBUNJAKARTA.COM, JAKARTA", "TRIBUNJAKARTA.COM"),
        ("Jakarta (ANTARA) - ", "Jakarta (ANTARA)", None),
        ("Rawa Melati, PANWAS \u2212 ", "Rawa Melati, PANWAS", None),  # a minus sign
        ("MELATI\u2015", "MELATI", None),
        ("(Lentera, Melati) – ", "(Lentera, Melati)", None),
        ("KarsaMelati - Rawa Raya - ", "KarsaMelati - Rawa Raya", None),
        ("MELATI – rawamelati.com – ", "MELATI - rawamelati.com", "rawamelati.com"),
        ("MELATI – Rawamelati.id || ", "MELATI - Rawamelati.id", "Rawamelati.id"),
        ("Rawamelati.id Melati|| ", "Rawamelati.id Melati", "Rawamelati.id"),
        ("RAWA - KABAR MELATI. ", "RAWA - KABAR MELATI", None),
        ("Melati, kab-melati.contoh.go.id ", "Melati, kab-melati.contoh.go.id", "kab-melati.contoh.go.id"),
        ("Jakarta (ANTARA/PRNewswire)- ", "Jakarta (ANTARA/PRNewswire)", None),
        ("SEMARANG (Jatengdaily.com)- ", "SEMARANG (Jatengdaily.com)", "Jatengdaily.com"),
        ("Jakarta, IDN Times - ", "Jakarta, IDN Times", None),
        ("Jakarta, CNN Indonesia -- ", "Jakarta, CNN Indonesia", None),
        ("Jakarta, MI - ", "Jakarta, MI", None),
        ("Jakarta, kpu-dki - ", "Jakarta, kpu-dki", None),
        ("Sukoharjo,kpu.go.id – ", "Sukoharjo,kpu.go.id", "kpu.go.id"),
        ("EDISINEWS.ID JAKARTA – ", "EDISINEWS.ID JAKARTA", "EDISINEWS.ID"),
        ("Edisi News, Jakarta – ", "Edisi News, Jakarta", None),
        ("MEGAPOLITANPOS.COM, Jakarta - ", "MEGAPOLITANPOS.COM, Jakarta", "MEGAPOLITANPOS.COM"),
        ("Liputan6.com, Jakarta - ", "Liputan6.com, Jakarta", "Liputan6.com"),
        ("Bisnis.com, JAKARTA — ", "Bisnis.com, JAKARTA", "Bisnis.com"),
        ("RN - ", "RN", None),
        ("Jakarta--", "Jakarta", None),
        ("Jakarta-", "Jakarta", None),
        ("Jakarta | ", "Jakarta", None),
    ],
)
def test_place_outlet_and_agency_before_a_dash_are_the_dateline(opening, text, domain):
    found = split(opening + PROSE)
    assert found is not None
    assert (found.text, found.domain) == (text, domain)
    assert (opening + PROSE)[found.length :] == PROSE


@pytest.mark.parametrize("line", ["Jakarta -", "JAKARTA –", "Jakarta Selatan -"])
def test_a_place_may_stand_alone_on_its_line(line):
    assert split(line) is not None
    assert split(line).length == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "Debat Kedua - Ini Temanya",  # what follows is no prose
        "Kompas.com - 03/05/2024, 14:29 WIB",
        "Galuh Prameswari - detikNews",
        "Pramono-Rano datang ke balai kota sejak pagi tadi.",  # a hyphen inside a name
        "Ridwan-Suswono mendapat nomor satu dalam undian hari ini.",
        "Rapat itu berlangsung lama - sampai malam - dan warga menunggu di luar.",
        "Ia tiba di Jakarta - kota yang lama ia tinggalkan - pada malam hari.",
        'Ketua KPU Jakarta: "Kami Siap Bekerja Sampai Malam"',  # a headline with a colon
        PROSE,
        " - " + PROSE,
        "",
    ],
)
def test_a_dash_elsewhere_makes_no_dateline(line):
    assert split(line) is None


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Jakarta, contoh-satu.id", "contoh-satu.id"),
        ("CONTOHDUA.COM, JAKARTA", "CONTOHDUA.COM"),
        ("jakarta.kpu.go.id", "jakarta.kpu.go.id"),
        ("satu.com dan dua.id", "dua.id"),
        ("surel: meja@contoh.id", None),
        ("contoh.id/berita", None),
        ("Jakarta, S.H.", None),
        ("Jakarta, kafé.id", None),
        ("Jakarta, berita.İD", None),
        ("Jakarta, a_b.id", None),
    ],
)
def test_the_last_domain_of_a_text_is_told_as_printed(text, domain):
    assert domain_in(text) == domain


@pytest.mark.parametrize(
    ("text", "place"), [("Jakarta", True), ("Jakarta Selatan", True), ("jakarta", False), ("Jakarta, MI", False)]
)
def test_a_place_is_a_few_capitalised_words(text, place):
    assert is_place(text) is place
