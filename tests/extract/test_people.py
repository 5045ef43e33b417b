"""Reporter and editor of pages nobody has seen: stated by a label or strong evidence, doubted in between, else nobody."""

from __future__ import annotations

import pytest

from kliping.article.fields import Fact
from kliping.elections.calendars import Calendars
from kliping.extract import CleanedPage, clean
from kliping.formats import html, text
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words

GENERIC = RecognisedOutlet(Profile(generic_words()))
TITLE = "Gudang Kelurahan Melati Penuh Kotak Suara Pilkada"
BODY = [
    "MELATI - Petugas memeriksa kotak suara di gudang kelurahan sejak pagi sampai petang.",
    "Warga ikut menata kursi di halaman sampai malam tiba.",
]
DAY = "Rabu, 19 Juni 2024 10:00 WIB"


def cleaned(*lines: str) -> CleanedPage:
    return clean(text.read("\n".join(lines).encode()), GENERIC, Calendars())


def people(*lines: str) -> tuple[Fact[tuple[str, ...]], Fact[tuple[str, ...]]]:
    article = cleaned(*lines).article
    return article.reporter, article.editor


def above(*lines: str) -> tuple[Fact[tuple[str, ...]], Fact[tuple[str, ...]]]:
    return people(TITLE, *lines, *BODY)


def below(*lines: str) -> tuple[Fact[tuple[str, ...]], Fact[tuple[str, ...]]]:
    return people(TITLE, *BODY, *lines)


@pytest.mark.parametrize(
    ("lines", "reporter", "editor"),
    [
        (["Kontribusi dari Galuh Wiratmoko, 7 November 2024 05:46, Dibaca 63 kali."], "Galuh Wiratmoko", None),
        (["Oleh Galuh Wiratmoko pada 7 November 2024"], "Galuh Wiratmoko", None),
        (["Oleh : Galuh Wiratmoko (Pengajar Ilmu Politik di Kampus Negeri Melati)"], "Galuh Wiratmoko", None),
        (["Penulis: Galuh Wiratmoko, S.Sos., M.Si."], "Galuh Wiratmoko, S.Sos., M.Si", None),
        (["Oleh:", "GALUH WIRATMOKO, SH *)"], "GALUH WIRATMOKO, SH", None),
        (["Kontributor Melati: Galuh Wiratmoko"], "Galuh Wiratmoko", None),
        (["Kontributor Melati Barat : Galuh Wiratmoko Editor : Ratna"], "Galuh Wiratmoko", "Ratna"),
        (["Pewarta | : Galuh Wiratmoko |", "Editor | : Ratna Pitaloka |"], "Galuh Wiratmoko", "Ratna Pitaloka"),
        (["Galuh Wiratmoko by Galuh Wiratmoko", "Monday, 25 November 2024", "in Headline"], "Galuh Wiratmoko", None),
        (["19 Juni 2024 Galuh Wiratmoko"], "Galuh Wiratmoko", None),
        (["Galuh Wiratmoko - 19 Juni 2024 - 3 min read - 0 Komentar"], "Galuh Wiratmoko", None),
        (["Reporter: Galuh", "Editor: ratna"], "Galuh", "ratna"),
        (["WIRA", DAY], "WIRA", None),
        (["Redaktur & Reporter: Galuh Wiratmoko"], "Galuh Wiratmoko", "Galuh Wiratmoko"),
        (["Oleh Galuh Wiratmoko dan Ratna Pitaloka | 19 Juni 2024"], "Galuh Wiratmoko & Ratna Pitaloka", None),
        (["Reporter : Biro Melati", "Editor : Ratna Pitaloka"], None, "Ratna Pitaloka"),
    ],
)
def test_bylines_above_the_text_are_read_in_their_parts(lines, reporter, editor):
    found = above(*lines)
    assert [" & ".join(fact.value) if fact else None for fact in found] == [reporter, editor]
    assert not any(fact.doubt for fact in found)


@pytest.mark.parametrize(
    ("lines", "reporter", "editor"),
    [
        (["Galuh Wiratmoko Reporter", "Ratna Pitaloka Editor"], "Galuh Wiratmoko", "Ratna Pitaloka"),
        (["Kredit", "Galuh Wiratmoko / Reporter", "RATNA PITALOKA / Editor"], "Galuh Wiratmoko", "RATNA PITALOKA"),
        (["Galuh Wiratmoko", "Author", "Ratna Pitaloka", "Editor"], "Galuh Wiratmoko", "Ratna Pitaloka"),
        (["Laporan galuh"], "galuh", None),
        (["Editor : wahyu"], None, "wahyu"),
        (["(Galuh)"], "Galuh", None),
        (["*(Galuh)*"], "Galuh", None),
        (["(Galuh)*"], "Galuh", None),
        (["[GALUH WIRATMOKO]"], "GALUH WIRATMOKO", None),
        (["(Galuh Wiratmoko/rat/melatitoday)"], "Galuh Wiratmoko", None),
    ],
)
def test_credits_below_the_text_are_read_in_their_parts(lines, reporter, editor):
    found = below(*lines)
    assert [" & ".join(fact.value) if fact else None for fact in found] == [reporter, editor]
    assert not any(fact.doubt for fact in found)


@pytest.mark.parametrize(
    "lines",
    [
        ["KEMBALI KE ATAS", DAY],
        [DAY, "Laporkan Berita", "Laporkan Penulis"],
        [DAY, "Ukuran Huruf"],
        ["By On Rabu, Juni 19, 2024", "OPINI"],
        [DAY, "Gunung Kapur"],
        [DAY, "Rapat Pleno Terbuka"],
        ["Admin - 19 Juni 2024"],
        ["Humas Polres Melati | 19 Juni 2024"],
        ["Reporter: (red)"],
        ["Penulis: Redaksi", "Editor: Tim"],
        ["Kabar Melati - Rabu, 19 Juni 2024"],
    ],
)
def test_a_line_that_is_not_understood_is_nobody_above_a_text(lines):
    assert [fact.value for fact in above(*lines)] == [None, None]


@pytest.mark.parametrize(
    "lines",
    [
        ["KEMBALI KE ATAS"],
        ["Laporkan Berita"],
        ["DIHITUNG BER"],
        ["(gal)"],
        ["(gal/rat)"],
        ["(Bersambung)"],
        ["*(Humas Kodim)*"],
        ["Editor: gal"],
        ["Reporter: grlh"],
    ],
)
def test_a_line_that_is_not_understood_is_nobody_below_a_text(lines):
    assert [fact.value for fact in below(*lines)] == [None, None]


@pytest.mark.parametrize(
    "lines",
    [
        ["MELATI RAYA POS", "Menu", TITLE],
        ["Melati Pagi", TITLE, DAY],
        ["Lentera Pesisir", DAY, TITLE],
        ["English English Indonesian Indonesian", "oleh", TITLE],
        ["Kirana Wibawa", "Trending Now", TITLE, DAY],
    ],
)
def test_a_masthead_or_menu_above_the_headline_is_nobody(lines):
    assert [fact.value for fact in people(*lines, *BODY)] == [None, None]


def test_an_outlet_whose_name_stands_elsewhere_as_one_word_is_nobody():
    named = "MELATI, GALUHPESISIR - Petugas memeriksa kotak suara di gudang kelurahan sejak pagi."
    assert people(TITLE, "Galuh Pesisir", DAY, named, *BODY[1:])[0].value is None
    assert people(TITLE, "Galuh Pesisir", DAY, *BODY)[0].value == ("Galuh Pesisir",)


@pytest.mark.parametrize("name", ["Galuh Wiratmoko", "Galuh", "Brimsa Tovelda"])
def test_a_name_with_little_evidence_is_stated_with_a_note_that_says_so(name):
    found = above(name)[0] if name != "Brimsa Tovelda" else above(name, DAY)[0]
    assert found.value == (name,)
    assert name == "Brimsa Tovelda" or str(found.doubt).startswith(("is uncertain: ", "rests on little: "))


def test_names_of_two_bylines_are_never_one_articles_reporters():
    second = ["Warga Melati Barat Menunggu Hasil Hitungan", "Oleh: Ratna Pitaloka | 21 Juni 2024", *BODY]
    one = people(TITLE, "Oleh: Galuh Wiratmoko | 19 Juni 2024", *BODY, *second)[0]
    assert one == Fact(("Galuh Wiratmoko",), "byline")
    alone = people(TITLE, DAY, *BODY, *second)[0]
    assert alone.value is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Komentar", "Ratna Pitaloka", "2 hari lalu", "Semoga lancar sampai selesai"],
        ["Ratna Pitaloka", "2 hari lalu", "Semoga lancar sampai selesai"],
        ["Baca Juga", "Pasar Lama Melati Dibuka Lagi Pekan Ini", "Minggu, 12 Oktober 2025", "Oleh Ratna Pitaloka"],
        ["Baca Juga", "Pasar Lama Melati Dibuka Lagi Pekan Ini", "Oleh Ratna Pitaloka", "2120 views"],
    ],
)
def test_readers_and_writers_of_other_news_below_a_text_are_nobody(lines):
    assert [fact.value for fact in below(*lines)] == [None, None]


def test_a_credit_before_the_shorthand_of_a_desk_is_read():
    signed = f"{BODY[1]} (Reporter: Galuh Wiratmoko). (rat/gal)"
    assert people(TITLE, BODY[0], signed)[0].value == ("Galuh Wiratmoko",)


def test_two_names_of_whom_one_may_have_edited_are_doubted():
    assert above("Galuh Wiratmoko | Ratna Pitaloka", DAY)[0].doubt == "one of them may be the editor"
    assert above("Galuh Wiratmoko | Ratna Pitaloka", DAY, "Editor: Joko Lestari")[0].doubt is None


def test_two_labelled_names_in_different_places_contradict_each_other_with_a_note():
    found = people(TITLE, "Reporter: Galuh Wiratmoko", *BODY, "Reporter: Ratna Pitaloka")[0]
    assert found == Fact(("Galuh Wiratmoko",), "byline", "may also be Ratna Pitaloka")


def test_a_name_glued_to_the_text_of_an_opinion_is_read():
    glued = f"Oleh : Galuh Wiratmoko Anggota Panitia Melati, Divisi Data {BODY[1]} {BODY[1]}"
    assert people("Opini", TITLE, glued)[0].value == ("Galuh Wiratmoko",)


def test_a_labelled_credit_behind_a_paragraph_counts_though_another_article_follows():
    signed = f"{BODY[1]} (hms - Pewarta : Galuh/Editor : Ratna)"
    assert [fact.value for fact in people(TITLE, BODY[0], signed, *BODY, BODY[1])] == [("Galuh",), ("Ratna",)]


def test_a_signature_in_capitals_behind_the_last_full_stop_is_read():
    assert people(TITLE, BODY[0], f"{BODY[1]} GALUH")[0].value == ("GALUH",)


def test_the_markups_author_is_weighed_against_the_printed_names():
    head = '<meta name="author" content="Ratna Pitaloka">'

    def found(*extra: str) -> list[tuple[str, ...] | None]:
        prose = "".join(f"<p>{line}</p>" for line in (*BODY, *BODY))
        markup = (
            f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{prose}{''.join(extra)}</article></body></html>"
        )
        article = clean(html.read(markup.encode(), lambda meta: []), GENERIC, Calendars()).article
        return [article.reporter.value, article.editor.value]

    assert found() == [("Ratna Pitaloka",), None]
    assert found("<div>Editor: Ratna Pitaloka</div>") == [None, ("Ratna Pitaloka",)]
    assert found("<div>Penulis: Galuh Wiratmoko</div>") == [("Galuh Wiratmoko",), None]


def test_the_candidates_of_a_decision_are_kept_with_their_evidence():
    ranked = cleaned(TITLE, "Reporter: Galuh Wiratmoko", *BODY, "Reporter: Ratna Pitaloka").decisions["reporter"].ranked
    assert [one.candidate.value for one in ranked] == [("Galuh Wiratmoko",), ("Ratna Pitaloka",)]
    assert "named under a label" in ranked[1].candidate.evidence
