"""Every label of the trade, in every form it is printed in, above the text and below it."""

from __future__ import annotations

import pytest

from kliping.elections.calendars import Calendars
from kliping.extract import clean
from kliping.formats import text
from kliping.outlets.profile import Profile
from kliping.outlets.registry import RecognisedOutlet
from kliping.outlets.vocabulary import generic_words

GENERIC = RecognisedOutlet(Profile(generic_words()))
TITLE = "Dua Ratus Kotak Suara Tiba di Gudang Rawa Melati"
BODY = [
    "RAWA MELATI - Dua ratus kotak suara tiba di gudang kelurahan dengan tiga truk, kata Bagas Winata.",
    "Petugas menghitungnya dua kali sebelum gudang dikunci dan segelnya dicatat di buku besar.",
]
FORMS = (
    "{}: Danu Prakosa", "{} : Danu Prakosa", "{}:Danu Prakosa", "({}: Danu Prakosa)", "Danu Prakosa, {}",
    "{}\nDanu Prakosa", "{}:\nDanu Prakosa", "{}: Danu Prakosa dan Laras Pertiwi",
)  # fmt: skip
PEOPLE = (("Danu Prakosa",), ("Danu Prakosa", "Laras Pertiwi"))


def article(above: str = "", below: str = "", glued: str = ""):
    lines = [TITLE, above, *BODY[:-1], BODY[-1] + glued, below]
    return clean(text.read("\n".join(lines).encode()), GENERIC, Calendars()).article


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("label", "field"),
    [
        *(
            (label, "reporter")
            for label in "Reporter Penulis Pewarta Wartawan Laporan Rep Oleh Jurnalis Kontributor".split()
        ),
        *((label, "editor") for label in "Editor Redaktur Red Penyunting".split()),
    ],
)
def test_a_label_names_its_person_above_and_below_the_text(label, field, form):
    for spelled in (label, label.upper()):
        line = form.format(spelled)
        for found in (article(above=line), article(below=line)):
            assert getattr(found, field).value == PEOPLE[" dan " in line]
            assert found.body == tuple(BODY)


@pytest.mark.parametrize("label", ["Reporter", "Penulis", "Oleh", "Laporan"])
def test_a_labelled_credit_glued_to_the_last_sentence_is_cut_off_and_read(label):
    found = article(glued=f" ({label}: Danu Prakosa)")
    assert (found.reporter.value, found.body) == (("Danu Prakosa",), tuple(BODY))


@pytest.mark.parametrize(
    ("line", "reporter", "editor", "views"),
    [
        ("Redaktur & Reporter : Boy", ("Boy",), ("Boy",), None),
        ("Penulis: Danu Prakosa | Editor: Laras Pertiwi", ("Danu Prakosa",), ("Laras Pertiwi",), None),
        ("Penulis: Danu Prakosa/Editor: Laras Pertiwi", ("Danu Prakosa",), ("Laras Pertiwi",), None),
        ("Reporter: Danu Prakosa Editor: Laras Pertiwi 1152", ("Danu Prakosa",), ("Laras Pertiwi",), 1152),
        ("Danu Prakosa - Editor: Laras Pertiwi", ("Danu Prakosa",), ("Laras Pertiwi",), None),
        ("Kontributor Melati, Danu Prakosa", ("Danu Prakosa",), None, None),
        ("oleh Danu Prakosa, Tim Kabar Diperbarui 5 Nov 2024, 07:10 WIB", ("Danu Prakosa",), None, None),
        ("Danu Prakosa, Laras Pertiwi Tim Redaksi", ("Danu Prakosa",), ("Laras Pertiwi",), None),
        ("Suaramelati.com — Danu Prakosa", ("Danu Prakosa",), None, None),
        ("Danu PrakosaDanu Prakosa - Selasa, 5 November 2024", ("Danu Prakosa",), None, None),
        ("JATIM | 16 Juni 2021 10:49 Reporter : Danu Prakosa", ("Danu Prakosa",), None, None),
        ("Laporan Dana Kampanye", None, None, None),
        ("Selasa | 27-09-2016 | 15:02 WIB", None, None, None),
        ("Oleh MC KAB MELATI, Selasa, 5 November 2024 - Redaktur: Laras Pertiwi - 232", None, ("Laras Pertiwi",), 232),
    ],
)
def test_one_line_may_say_several_things(line, reporter, editor, views):
    found = article(above=line)
    assert (found.reporter.value, found.editor.value, found.views.value) == (reporter, editor, views)


@pytest.mark.parametrize(
    "line",
    [
        "1.152 views", "Views: 1152", "Dilihat 1.152 kali", "dibaca 1152 kali", "Politik1152 Dilihat", "1152x dibaca",
        "Post Views: 1,152", "Pembaca: 1.152", "Telah dibaca: 1152 kali", "Berita ini telah dibaca 1152 kali", "1152\nVIEWS",
    ],
)  # fmt: skip
def test_views_are_read_in_every_form_they_are_printed_in(line):
    assert article(above=line).views.value == 1152


def test_a_labelled_name_beats_a_bare_one():
    found = article("Laras Pertiwi - Selasa, 5 November 2024", "Ditulis Oleh\nDanu Prakosa")
    assert found.reporter.value == ("Danu Prakosa",)


def test_a_lone_name_right_above_the_text_wrote_it_where_the_editor_is_named_below():
    assert article("Danu Prakosa", "Editor : Laras Pertiwi").reporter.value == ("Danu Prakosa",)
    assert article("Danu Prakosa").reporter.doubt == "rests on little: words that commonly name persons"
    assert article("Bagas Winata", "Editor : Laras Pertiwi").reporter.value is None  # the text speaks of him
