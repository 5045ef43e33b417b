"""Captions: a line that carries a photo credit, and the person it names."""

from __future__ import annotations

import pytest

from kliping.extract.captions import is_caption, is_caption_in_body, photographer

G = "Galuh Prameswari"


@pytest.mark.parametrize(
    ("line", "person"),
    [
        (f"ANTARA FOTO/{G}.", G),
        (f"Warga antre, Senin (3/6/2024). ANTARA FOTO/{G}/foc.", G),
        (f"ANTARA FOTO/{G}/foc. Warga antre di depan gudang sejak pagi buta.", G),
        (f"(Foto: {G})", G),
        (f"Warga antre di bilik suara. (Foto: {G})", G),
        (f"Foto: Papan penunjuk TPS ({G}/contoh.com)", G),
        (f"contoh.com/{G}", G),
        (f"(contoh.com/{G})", G),
        (f"-disway.id/{G}-", G),
        (f"Warga antre di bilik suara. [Contoh.com/{G}]", G),
        (f"Warga antre di bilik suara. Foto: {G}/contoh", G),
        ("(Foto: ist)", None),
        ("Foto: Istimewa", None),
        ("Foto: Dok Contoh.", None),
        ("-Istimewa-", None),
        ("PTPS : Petugas mengikuti latihan Foto Dok --", None),
        ("Ilustrasi pemilu. (Shutterstock)", None),
        ("Ilustrasi: kotak suara", None),
        ("(Dok. KPU)", None),
    ],
)
def test_a_line_with_a_photo_credit_is_a_caption_and_tells_the_photographer(line, person):
    assert is_caption(line)
    assert is_caption_in_body(line)
    assert photographer(line) == person


@pytest.mark.parametrize(
    "credit",
    [
        "Antara Foto", "ANTARA/HO", "(dok KPU)", "(DOK KPU)", "(foto KPU)", "( ist )", "(IST)", "(Istimewa)", "- ist -",
        "Fotografer: Galuh", "Sumber foto: warga", "Foto Ist", "FOTO: KPU", "Photo: KPU", "Ilustrasi | KPU", "-contoh/2024-", "contoh.com / Galuh",
        "galuh/RMOL", "(Galuh/2024)", "Getty Images", "Shutterstock", "Freepik", "Unsplash", "iStock",
    ],
)  # fmt: skip
def test_every_form_of_a_photo_credit_is_known_by_itself(credit):
    assert is_caption(f"Warga antre di bilik suara {credit}")


@pytest.mark.parametrize("line", [f"({G}/detikcom)", f"({G}/Antara)", f"Warga antre di bilik. (Contoh Kota/{G})"])
def test_a_name_and_a_house_in_brackets_may_be_a_credit_for_the_text_once_the_body_began(line):
    assert is_caption(line)
    assert photographer(line) == G
    assert not is_caption_in_body(line)


@pytest.mark.parametrize(
    "line",
    [
        "Petugas memeriksa kotak suara sejak pagi.",
        "Ketua panitia (tengah) membuka rapat.",
        "Rapat dihadiri panitia (pengawas/pemantau) sampai sore.",
        "Warga memotret papan nama, lalu mengirim fotonya kepada petugas di kelurahan.",
        "Foto itu diambil warga dari atas jembatan.",
        "Gudang Kelurahan Melati Penuh Kotak Suara",
        "",
    ],
)
def test_a_line_without_a_photo_credit_is_no_caption(line):
    assert not is_caption(line)
    assert photographer(line) is None


def test_a_long_paragraph_is_no_caption_whatever_it_ends_in():
    assert not is_caption("Warga antre di bilik suara sejak pagi. " * 10 + "(Foto: ist)")


@pytest.mark.parametrize(
    "sentence",
    [
        "Jumlah pemilih di kelurahan itu mencapai 8.214 orang (Sumber: KPU).",
        "Warga dapat mengecek namanya di laman contoh.kpu.go.id/Pemilih sejak pagi.",
    ],
)
def test_a_sentence_that_tells_its_source_or_an_address_stays_in_the_body(sentence):
    assert not is_caption_in_body(sentence)
