"""The dateline that opens a body: found in every form papers use, never in a headline or a sentence."""

from __future__ import annotations

import pytest

from kliping.text.dateline import domain_in, is_place, split, stands_alone

PROSE = "Petugas memeriksa kotak suara sejak pagi."


@pytest.mark.parametrize(
    ("opening", "text", "domain"),
    [
        ("JAKARTA, KOMPAS.com - ", "JAKARTA, KOMPAS.com", "KOMPAS.com"),
        ("TRIBUNJAKARTA.COM - ", "TRIBUNJAKARTA.COM", "TRIBUNJAKARTA.COM"),
        ("TRIBUNJAKARTA.COM, JAKARTA - ", "TRIBUNJAKARTA.COM, JAKARTA", "TRIBUNJAKARTA.COM"),
        ("Jakarta (ANTARA) - ", "Jakarta (ANTARA)", None),
        ("Rawa Melati, PANWAS \u2212 ", "Rawa Melati, PANWAS", None),  # a minus sign
        ("(Lentera, Melati) – ", "(Lentera, Melati)", None),
        ("KarsaMelati - Rawa Raya - ", "KarsaMelati - Rawa Raya", None),
        ("MELATI – rawamelati.com – ", "MELATI – rawamelati.com", "rawamelati.com"),
        ("MELATI – Rawamelati.id || ", "MELATI – Rawamelati.id", "Rawamelati.id"),
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
        ("Melati, KPKM − ", "Melati, KPKM", None),
        ("Melati ‒ ", "Melati", None),
        ("Melati || ", "Melati", None),
        ("Melati -", "Melati", None),
        ("Rawa, KPU Kab. MLT - ", "Rawa, KPU Kab. MLT", None),
        ("Kenangaklik – ", "Kenangaklik", None),
        ("MMCMelati - Kota Kenanga - ", "MMCMelati - Kota Kenanga", None),
        ("MELATI - RADAR KENANGA - ", "MELATI - RADAR KENANGA", None),
        ("KabarKenanga.id - MELATI - ", "KabarKenanga.id - MELATI", "KabarKenanga.id"),
        ("MELATI – Kabarkenanga.id || ", "MELATI – Kabarkenanga.id", "Kabarkenanga.id"),
        ("Kabarkenanga.id Melati|| ", "Kabarkenanga.id Melati", "Kabarkenanga.id"),
        ("(Kenanga, Melati) – ", "(Kenanga, Melati)", None),
        ("[Kenanga, Melati] - ", "[Kenanga, Melati]", None),
        ("MELATI,(Kabar Kenanga)- ", "MELATI,(Kabar Kenanga)", None),
        ("MELATI - KABAR KENANGA. ", "MELATI - KABAR KENANGA", None),
        ("Melati, KABAR KENANGA. ", "Melati, KABAR KENANGA", None),
        ("Melati, kab-melati.kpu.go.id ", "Melati, kab-melati.kpu.go.id", "kab-melati.kpu.go.id"),
    ],
)
def test_place_outlet_and_agency_before_a_dash_are_the_dateline(opening, text, domain):
    found = split(opening + PROSE)
    assert found is not None
    assert (found.text, found.domain) == (text, domain)
    assert (opening + PROSE)[found.length :] == PROSE


@pytest.mark.parametrize(
    ("opening", "parts"),
    [
        ("Kabarmelati.id, Kenanga − ", ("Kabarmelati.id", "Kenanga")),
        ("Kabarmelati.id Kenanga || ", ("Kabarmelati.id", "Kenanga")),
        ("MELATI – Kabarkenanga.id || ", ("MELATI", "Kabarkenanga.id")),
        ("MMCMelati - Kota Kenanga - ", ("MMCMelati", "Kota Kenanga")),
        ("(Kenanga, Melati) – ", ("Kenanga", "Melati")),
        ("JAKARTA, 5 Mei 2024 (ANTARA/PRNewswire) -- ", ("JAKARTA", "5 Mei 2024", "ANTARA", "PRNewswire")),
        ("Tanjung Melati, 04/02– ", ("Tanjung Melati", "04/02")),
        ("Jakarta, kpu-dki - ", ("Jakarta", "kpu-dki")),
        ("MELATI - KABAR KENANGA. ", ("MELATI", "KABAR KENANGA")),
    ],
)
def test_its_parts_are_what_stands_between_its_signs(opening, parts):
    assert split(opening + PROSE).parts == parts


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        (f"MELATI - PROF. Bagas Winata memeriksa {PROSE.lower()}", "MELATI"),
        ("MELATI - GALUH - TEGUH menyapa warga di lapangan sejak pagi.", "MELATI"),
        ("Melati - Galuh Prameswari - Teguh Wiratmoko menyapa warga di lapangan.", "Melati"),
        ("Kabarmelati.id - Rapat itu lama sekali dan melelahkan - sampai malam tiba juga.", "Kabarmelati.id"),
    ],
)
def test_it_ends_before_the_words_of_the_sentence(line, dateline):
    assert split(line).text == dateline


@pytest.mark.parametrize("line", ["Jakarta -", "JAKARTA –", "Jakarta Selatan -", "Melati, KPKM −"])
def test_a_place_may_stand_alone_on_its_line(line):
    assert split(line) is not None
    assert split(line).length == len(line)
    assert stands_alone(line)


@pytest.mark.parametrize("line", [f"Jakarta - {PROSE}", "Warga datang -", "Debat Kedua"])
def test_a_line_with_other_words_is_no_dateline_alone(line):
    assert not stands_alone(line)


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
        "Rapat itu berlangsung lama − sampai malam − dan warga menunggu di luar.",
        "Camat Melati: kotak suara sudah tiba di gudang sejak pagi.",
        "Camat Melati, BAGAS. Petugas memeriksa kotak suara sejak pagi.",
        "KPU-BAWASLU MELATI. Petugas memeriksa kotak suara sejak pagi.",
        "(27/11) - petugas memeriksa kotak suara sejak pagi.",
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
