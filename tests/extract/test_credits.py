"""Credits glued to the end of a body or alone on its last line, and headlines set into a sentence."""

from __future__ import annotations

import pytest

from kliping.extract.credits import Cut, cut_asides, cut_credit
from kliping.outlets.vocabulary import generic_words

WORDS = generic_words()
END = "Warga masuk ke bilik suara."
G, T = "Galuh Prameswari", "Teguh Wiratmoko"


def cut(text: str, alone: bool = True, elsewhere: str = "", credit_is: str = "reporter") -> Cut:
    return cut_credit(text, WORDS, credit_is, alone, elsewhere)


@pytest.mark.parametrize(
    ("credit", "people", "agency"),
    [
        (f"(Reporter: {G}).", {"reporter": [G]}, None),
        (f"(Reporter: {G}/Editor: {T})", {"reporter": [G], "editor": [T]}, None),
        (f" (Penulis: {G})", {"reporter": [G]}, None),
        (f" ({G})", {"reporter": [G]}, None),
        (f" ({G} )", {"reporter": [G]}, None),
        ("(Galuh)", {"reporter": ["Galuh"]}, None),
        (f" ({G}/Antara)", {"reporter": [G]}, "ANTARA"),
        (" (ANTARA)", {}, "ANTARA"),
        (" (Ant)", {}, "ANTARA"),
        (" (Xinhua)", {}, "Xinhua"),
        (" (nov)", {}, None),
        (" (gil/jpnn)", {}, None),
        (" (Contohkota.com/gil)", {}, None),
        ("(dwia/haf)", {}, None),
        (" (rid/iss/ipg)", {}, None),
        (" [fiq/but]", {}, None),
        (" (GP/TW)", {}, None),
        (" (E-2)", {}, None),
        (" (C31)", {}, None),
        (" (Red)", {}, None),
        (" (hupmas kpu ri galuhR/foto: galuh/ed teguhR)", {}, None),
        (" (MC Kota Melati)", {}, None),
        (" [Rilis Humas KPU Melati]", {}, None),
        (" [Rilis Humas KPU Melati]Unduh Rilis", {}, None),
        (" (Tim Redaksi)", {}, None),
        (" (Sumber: Humas Polres Melati)", {}, None),
        (" (Sumber: Antara)", {}, "ANTARA"),
        (" *(Pendim0101)*.", {}, None),
        (f" ({G}/Humas KPU)", {"reporter": [G]}, None),
        (f" ({G}/irs/kabarmelati)", {"reporter": [G]}, None),
        (" (*/Red)", {}, None),
        (" (***)", {}, None),
        (" (Red-01)", {}, None),
        (f" ({G}/Red)", {"reporter": [G]}, None),
        (" (Galuh*)", {"reporter": ["Galuh"]}, None),
        (" GRA/KEI", {}, None),
        (" gra/kei", {}, None),
    ],
)
def test_a_credit_in_brackets_behind_the_last_sentence_is_cut_off_and_read(credit, people, agency):
    found = cut(END + credit)
    assert found.text == END
    assert found.byline is not None
    assert (found.byline.people, found.byline.agency) == (people, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Warga masuk ke bilik suara (27/11).",
        "Warga masuk ke bilik suara, Rabu (27/11/2024).",
        "Rapat dihadiri Komisi Pemilihan Umum (KPU).",
        "Rapat dihadiri Komisi Pemilihan Umum (KPU)",
        "Warga mendapat dua lembar (biru dan merah).",
        'Warga menyebutnya "rumah suara" (KPU Melati)',
        "Kami siap. (Ketua KPU Kota Melati)",
        "Kami siap. (Tim pemenangan berjanji akan hadir sampai malam)",
        "Warga menunggu (Humas KPU)",
        "Semua sudah masuk. Lihat bagian 3/4",
        "Warga memeriksa namanya di laman resmi (cek.contoh.go.id)",
        END,
    ],
)
def test_brackets_that_belong_to_the_sentence_stay(text):
    assert cut(text) == Cut(text)


def test_a_closing_quote_before_the_credit_stays_in_the_text():
    assert cut(f'"Kami siap," kata Bagas. "Silakan masuk."({G})').text == '"Kami siap," kata Bagas. "Silakan masuk."'


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Galuh", {"reporter": ["Galuh"]}),
        (G, {"reporter": [G]}),
        (f"({G})", {"reporter": [G]}),
        ("nov", {}),
        ("GRA/KEI", {}),
        ("Humas KPU Melati.", {}),
        ("*(Pendim0101)*.", {}),
        ("[MC Melati]", {}),
    ],
)
def test_a_name_or_a_code_alone_on_the_last_line_is_a_credit(line, people):
    found = cut(line)
    assert found.text == ""
    assert found.byline is not None
    assert found.byline.people == people


def test_a_name_alone_is_no_credit_where_no_sentence_stands_before_it_or_the_text_speaks_of_him():
    assert cut(G, alone=False) == Cut(G)
    assert cut("nov", alone=False) == Cut("nov")
    assert cut(G, elsewhere=f"Ketua panitia, {G}, membuka acara.") == Cut(G)


def test_an_outlet_may_sign_with_the_editor():
    assert cut(f"{END} ({G})", credit_is="editor").byline.people == {"editor": [G]}


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Ketua menyebut hal itu (Baca juga: Debat Perdana Digelar) saat rapat.", "Ketua menyebut hal itu saat rapat."),
        ("Rapat (simak pula: Foto Debat) usai.", "Rapat usai."),
        ("Rapat usai. Baca juga: Debat Perdana Digelar", "Rapat usai."),
        ("“Rapat usai.” BACA JUGA: Debat Perdana Digelar", "“Rapat usai.”"),
        ("(Baca juga: Debat Perdana Digelar)", ""),
        ("Ia meminta warga baca juga aturannya.", "Ia meminta warga baca juga aturannya."),
        ("Ia berpesan: lihat juga halaman belakang.", "Ia berpesan: lihat juga halaman belakang."),
        ("Rapat (baca: musyawarah) usai.", "Rapat (baca: musyawarah) usai."),
    ],
)
def test_a_related_headline_set_into_a_line_is_cut_out_and_nothing_else(line, left):
    assert cut_asides(line) == left
