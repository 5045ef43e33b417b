"""Bylines: the lines by which papers tell persons, days and views; nothing else is one."""

from __future__ import annotations

from typing import Any

import pytest

from kliping.extract.byline import Byline, grammar
from kliping.outlets.vocabulary import generic_words

READER = grammar(generic_words())
G, T = "Galuh Prameswari", "Teguh Wiratmoko"


def said(byline: Byline | None) -> dict[str, Any]:
    """What a byline says, the empty parts left out."""
    if byline is None:
        return {}
    days = [(kind, day.day, day.month, day.year) for kind, day in byline.days]
    parts = byline.people | {
        "days": days, "views": byline.views, "agency": byline.agency, "labels": byline.labels, "desk": byline.desk,
    }  # fmt: skip
    return {key: value for key, value in parts.items() if value}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Rabu, 19 Juni 2024 Reporter: {G} Editor: {T} 1152",
         {"reporter": [G], "editor": [T], "days": [("plain", 19, 6, 2024)], "views": 1152}),
        (f"Rabu, 19 Juni 2024 Reporter: {G} dan Mira Ayu Editor: {T}",
         {"reporter": [G, "Mira Ayu"], "editor": [T], "days": [("plain", 19, 6, 2024)]}),
        (f"access_time19-02-2024 remove_red_eye1807 person{G}",
         {"reporter": [G], "days": [("published", 19, 2, 2024)], "views": 1807}),
        (f"Reporter: {G} | Editor: {T}", {"reporter": [G], "editor": [T]}),
        ("Politik209 Dilihat", {"views": 209}),
        ("Daerah1.204 Dilihat", {"views": 1204}),
        (f"Penulis : ({G}/Antara)", {"reporter": [G], "agency": "ANTARA"}),
        (f"(Reporter: {G}).", {"reporter": [G]}),
        (f"Reporter: {G}/Editor: {T}", {"reporter": [G], "editor": [T]}),
        ("Kompas.com - 03/05/2024, 14:29 WIB", {"days": [("plain", 3, 5, 2024)]}),
        ("Tim Redaksi", {"desk": True}),
        ("Penulis", {"labels": ["reporter"]}),
        ("Oleh", {"labels": ["reporter"]}),
        ("Editor:", {"labels": ["editor"]}),
        (f"{G} - detikNews", {"bare": [G]}),
        ("Kamis, 16 Feb 2017 12:31 WIB", {"days": [("plain", 16, 2, 2017)]}),
        ("30 Agustus 2024 | 10.17 WIB", {"days": [("plain", 30, 8, 2024)]}),
        (f"oleh {G} Diperbarui 20 Feb 2025, 09:31 WIB", {"reporter": [G], "days": [("updated", 20, 2, 2025)]}),
        ("Diterbitkan 20 Feb 2025, 09:31 WIB", {"days": [("published", 20, 2, 2025)]}),
        (f"{G}, Jurnalis · Sabtu 28 Oktober 2023 19:15 WIB", {"reporter": [G], "days": [("plain", 28, 10, 2023)]}),
        (f"{G} , Jurnalis-Kamis, 06 Februari 2025 |19:27 WIB", {"reporter": [G], "days": [("plain", 6, 2, 2025)]}),
        (f"Penulis: {G} | Editor: {T}", {"reporter": [G], "editor": [T]}),
        (f"Laporan Wartawan TribunJakarta.com {G}", {"reporter": [G]}),
        (f"Laporan Wartawan TribunJakarta.com, {G}", {"reporter": [G]}),
        (f"Pewarta: {G}", {"reporter": [G]}),
        (f"Redaktur & Reporter : {G}", {"reporter": [G], "editor": [G]}),
        ("Selasa, 24 Desember 2019 - 10:27 WIB", {"days": [("plain", 24, 12, 2019)]}),
        ("Diperbarui 16 Agustus 2024 6 jam yang lalu", {"days": [("updated", 16, 8, 2024)]}),
        ("24 September 2024 6:25 WIB · waktu baca 2 menit", {"days": [("plain", 24, 9, 2024)]}),
        ("NS/RN | Selasa, 05 November 2024 | 15:20 WIB", {"days": [("plain", 5, 11, 2024)]}),  # codes of desks
        ("Wed, March 13, 2019", {"days": [("plain", 13, 3, 2019)]}),
        (f"JUMAT, 04 OKTOBER 2024 | 01:27 WIB | LAPORAN: {G.upper()}",
         {"reporter": [G.upper()], "days": [("plain", 4, 10, 2024)]}),
        (f"Oleh {G}, Selasa, 4 Maret 2025 | 13:55 WIB - Redaktur: {T} - 375",
         {"reporter": [G], "editor": [T], "days": [("plain", 4, 3, 2025)], "views": 375}),
        (f"Rep: {G} / Red: {T}", {"reporter": [G], "editor": [T]}),
        (f"Kontributor: {G}", {"reporter": [G]}),
        (f"Penyunting: {T}", {"editor": [T]}),
        (f"By {G}", {"reporter": [G]}),
        (f"Penulis Naskah: {G}", {"reporter": [G]}),
        (f"Reporter : {G} Produser : Bagas Ardhi", {"reporter": [G], "film": ["Bagas Ardhi"]}),
        (f"Video Jurnalis: {G}", {"film": [G]}),
        (f"Video Editor: {G}", {"film": [G]}),
        (f"Foto: {G}", {"photo": [G]}),
        (f"Foto: Republika/{G}", {"photo": [G]}),
        (f"{G}, {T}, Mira Ayu dan Bagas Ardhi (Wartawan)", {"reporter": [G, T, "Mira Ayu", "Bagas Ardhi"]}),
        (f"Reporter: {G} (C31)", {"reporter": [G]}),  # a code behind a name is taken off
        ("Dibaca 1.234 kali", {"views": 1234}),
        ("1.234 kali dibaca", {"views": 1234}),
        ("Post Views: 1.020", {"views": 1020}),
        ("1,234 views", {"views": 1234}),
    ],
)  # fmt: skip
def test_a_byline_says_who_when_and_how_often_read(line, expected):
    assert said(READER.read(line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Suasana gudang logistik, Senin (14/10/2024).",
        f"Suasana gudang logistik, Senin 14 Oktober 2024. (Foto: {G})",
        "Ketua panitia, Bagas Ardhi, mengatakan hal itu pada Rabu, 19 Juni 2024.",
        "Oleh karena itu, warga diminta bersabar.",
        "Foto: Warga mengecek nama di papan pengumuman",
        "Foto: Debat Perdana Digelar di Kemayoran",
        "Foto: 10 Potret Debat Perdana",
        "Oleh-oleh Khas Rawa Melati",
        "Pilkada 2024",
        "28 komentar",
        "1152",
        G,
        "",
    ],
)
def test_a_caption_a_sentence_and_a_headline_are_no_byline(line):
    assert READER.read(line) is None


@pytest.mark.parametrize(
    "value",
    [
        "Admin", "Redaksi", "Tim Redaksi", "Tim Okezone", "PR Wire", "Liputan6.com", "Humas KPU", "Diskominfo Bekasi",
        "PT Maju Jaya", "CV Maju Jaya", "nov", "(mhd)", "dwia/haf", "prwir", "C31", "(E-2)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("label", ["Reporter", "Editor"])
def test_a_desk_a_company_or_a_code_behind_a_label_is_nobody(label, value):
    byline = READER.read(f"{label}: {value}")
    assert byline is None or not any(byline.people.values())


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (f"{G} dan {T}", [G, T]),
        (f"{G} & {T}", [G, T]),
        (f"{G}, {T}", [G, T]),
        (f"{G} dan {G}", [G]),
        ("Galuh", ["Galuh"]),
        (f"({G})", [G]),
        ("H. Galuh", ["H. Galuh"]),
        ("nov", []),
        ("Beritaku.co", []),
    ],
)
def test_the_persons_of_a_value_are_a_list_without_repeats(value, names):
    assert READER.names(value) == names


def test_the_number_at_the_end_of_a_dated_line_without_a_label_is_no_view_count():
    """Related items look like this: only a line that names people ends in our own count."""
    assert said(READER.read("Senin, 24 Juni 2024 1290")) == {"days": [("plain", 24, 6, 2024)]}


LABELS = [(label, form) for label, forms in generic_words().labels.items() for form in forms]


@pytest.mark.parametrize(("label", "form"), LABELS)
def test_every_label_of_the_generic_words_is_read_in_capitals_too(label, form):
    for word in (form, form.upper()):
        if label == "views":
            assert said(READER.read(f"Politik {word} 1204")) == {"views": 1204}
            assert said(READER.read(f"Politik 1204x{word}")) == {"views": 1204}
        elif label in ("published", "updated"):
            assert said(READER.read(f"{word}: 19 Juni 2024")) == {"days": [(label, 19, 6, 2024)]}
            assert said(READER.read(f"{word} pada 19 Juni 2024")) == {"days": [(label, 19, 6, 2024)]}
        else:
            assert said(READER.read(f"{word}: {G}")) == {label: [G]}
            assert said(READER.read(f"{word}")) == {"labels": [label]}


def test_labels_glued_to_each_other_share_their_name():
    assert said(READER.read(f"ReporterdanEditor: {G}")) == {"reporter": [G], "editor": [G]}


@pytest.mark.parametrize("house", [*generic_words().houses, "melati.com"])
def test_every_house_behind_a_dash_makes_a_name_a_byline(house):
    assert said(READER.read(f"{G} - {house}")) == {"bare": [G]}


@pytest.mark.parametrize("desk", sorted(generic_words().desks))
def test_every_desk_is_a_byline(desk):
    assert said(READER.read(desk.title())) == {"desk": True}
