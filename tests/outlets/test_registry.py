"""Outlets: profiles load and name their mistakes; a page is known by what it prints or what the curator says."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from kliping.formats import text
from kliping.formats.page import Page
from kliping.outlets.recognition import recognise
from kliping.outlets.registry import OutletRegistry
from kliping.outlets.vocabulary import LABELS, generic_words
from kliping.system.config_file import ConfigFile
from tests.conftest import PROJECT

FOLDER = PROJECT / "content/outlets"
OURS = OutletRegistry.load(FOLDER)

PROFILE = """
name: Contoh Satu
domain: contoh-satu.id
spellings: [CONTOH SATU, Contoh-1]
recognise: {lines: [KOTAK KAMI +indeks, VIDEO KAMI +indeks]}
labels: {reporter: [Juru Tulis]}
noise: {advert: [sela iklan*]}
ends: {site: [tentang contoh]}
credit_is: editor
"""
NAMES = "outlets:\n  - {name: Contoh Dua, domain: contoh-dua.com, spellings: [CD2]}\n  - {name: Contoh Tiga, domain: contoh3.id}\n"


def load(folder: Path, profile: str = PROFILE, names: str = NAMES) -> OutletRegistry:
    (folder / "contoh-satu.id.yaml").write_text(profile, encoding="utf-8")
    (folder / "names.yaml").write_text(names, encoding="utf-8")
    return OutletRegistry.load(folder)


def page(*lines: str) -> Page:
    return text.read("\n".join(lines).encode())


SENTENCE = "Petugas memeriksa kotak suara di gudang kelurahan sejak pagi."


def test_our_profiles_load_without_a_problem_and_are_named_by_their_domain():
    assert OURS.problems == []
    assert {path.stem for path in FOLDER.glob("*.yaml")} - {"names"} <= set(OURS.profiles)


def test_the_words_every_outlet_shares_are_read_without_a_problem():
    file = ConfigFile.read(Path(str(resources.files("kliping").joinpath("data/generic.yaml"))))
    for section in ("labels", "noise", "ends"):
        for kind, phrases in file.data[section].items():
            assert all(isinstance(phrase, str) for phrase in phrases), f"{section}.{kind}: put odd words in quotes"
    words = generic_words()
    assert all(words.labels[label] for label in LABELS)
    assert {kind for kind, _ in words.noise} == set(file.data["noise"])
    assert {kind for kind, _ in words.ends} == set(file.data["ends"])


def test_a_profile_adds_its_own_words_to_the_shared_ones(tmp_path):
    found = load(tmp_path)
    profile = found.profiles["contoh-satu.id"]
    assert found.problems == []
    assert (profile.name, profile.credit_is, profile.number_before_title) == ("Contoh Satu", "editor", False)
    assert "Juru Tulis" in profile.words.labels["reporter"]
    assert "Reporter" in profile.words.labels["reporter"]
    assert profile.words.noise_lines.kind("Sela iklan sejenak") == "advert"
    assert profile.words.noise_lines.kind("Baca juga: Judul") == "related"
    assert profile.words.end_lines.kind("Tentang Contoh") == "site"
    assert found.generic.words.noise_lines.kind("Sela iklan sejenak") is None


def test_an_outlet_that_needs_no_rules_has_a_line_in_names(tmp_path):
    found = load(tmp_path)
    assert found.profiles["contoh-dua.com"].name == "Contoh Dua"
    assert found.profiles["contoh-dua.com"].words is found.generic.words
    assert found.profiles["contoh3.id"].spellings == ()


@pytest.mark.parametrize(
    ("sound", "wrong", "problem"),
    [
        ("spellings:", "speling:", "unknown key `speling`; did you mean `spellings`?"),
        ("{lines:", "{line:", "unknown key `recognise.line`; did you mean `recognise.lines`?"),
        ("{reporter:", "{reportr:", "unknown key `labels.reportr`; did you mean `labels.reporter`?"),
        ("credit_is: editor", "credit_is: editr", "`credit_is` must be one of reporter, editor, not 'editr'"),
        ("credit_is: editor", "names_are: [editor, penulis]",
         "`names_are` must be a list of reporter and editor, not ['editor', 'penulis']"),
        ("[sela iklan*]", "[no]", "`advert` must be a list of texts; put odd words in quotes"),
        ("noise: {advert: [sela iklan*]}", "noise: x", "`noise` must hold `key: value` lines"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_profile_is_named_and_the_rest_of_it_counts(tmp_path, sound, wrong, problem):
    assert sound in PROFILE
    found = load(tmp_path, PROFILE.replace(sound, wrong))
    assert found.problems == [f"{tmp_path.name}/contoh-satu.id.yaml: {problem}"]
    assert found.profiles["contoh-satu.id"].name == "Contoh Satu"


@pytest.mark.parametrize(
    "profile", ["name: X\n", "domain: x.id\n", "name: X\ndomain: https://x.id/\n", "name: [X\n", ""]
)
def test_a_profile_without_name_or_domain_is_named_and_left_out(tmp_path, profile):
    found = load(tmp_path, profile)
    assert set(found.profiles) == {"contoh-dua.com", "contoh3.id"}
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"{tmp_path.name}/contoh-satu.id.yaml: ")


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        ("outlets:\n  - {name: Contoh Dua, domain: contoh-dua.com, speling: [CD2]}\n", "unknown key `speling`; did you mean `spellings`?"),
        ("outlets:\n  - {name: Contoh Dua, domain: contoh-dua.com}\n  - {name: Lagi, domain: contoh-satu.id}\n",
         "`contoh-satu.id` has a file of its own; take it out of names.yaml"),
        ("outlets:\n  - {name: Contoh Dua, domain: contoh-dua.com}\n  - {name: Lagi}\n",
         "needs `name` and `domain` (such as `beritajakarta.id`)"),
    ],
)  # fmt: skip
def test_a_mistake_in_names_is_named_and_the_other_names_count(tmp_path, names, problem):
    found = load(tmp_path, names=names)
    assert found.problems == [f"{tmp_path.name}/names.yaml: {problem}"]
    assert found.profiles["contoh-dua.com"].name == "Contoh Dua"
    assert found.profiles["contoh-satu.id"].name == "Contoh Satu"


def test_every_mistake_in_names_is_named(tmp_path):
    names = "outlets:\n  - {name: Contoh Dua, domain: contoh-dua.com, speling: [CD2]}\n  - {name: Lagi}\n  - satu\n"
    assert len(load(tmp_path, names=names).problems) == 3


def test_a_folder_that_is_not_there_holds_no_profiles(tmp_path):
    assert OutletRegistry.load(tmp_path / "none").profiles == {}


@pytest.mark.parametrize(
    ("lines", "told", "name", "domain", "basis"),
    [
        ([f"CONTOH SATU, Jakarta - {SENTENCE}"], None, "Contoh Satu", "contoh-satu.id", "dateline"),
        ([f"Jakarta, Contoh-1 - {SENTENCE}"], None, "Contoh Satu", "contoh-satu.id", "dateline"),
        ([f"CONTOH-SATU.ID, Jakarta - {SENTENCE}"], None, "Contoh Satu", "contoh-satu.id", "dateline"),
        (["Galuh Prameswari - CD2", SENTENCE], None, "Contoh Dua", "contoh-dua.com", "byline"),
        ([SENTENCE, "KOTAK KAMI +indeks", "VIDEO KAMI +indeks"], None, "Contoh Satu", "contoh-satu.id", "layout"),
        (
            [f"JAKARTA, Kabar-X.co.id - {SENTENCE}"],
            None,
            "Kabar-X.co.id",
            "kabar-x.co.id",
            "dateline",
        ),  # we know no such outlet
        ([f"JAKARTA, Kabar-X.co.id - {SENTENCE}"], "https://www.contoh3.id/a/1", "Contoh Tiga", "contoh3.id", "url"),
        ([SENTENCE], "https://bekasi.contoh3.id/a/1", "Contoh Tiga", "contoh3.id", "url"),
        ([SENTENCE], "contoh3.id", "Contoh Tiga", "contoh3.id", "curator"),
        ([SENTENCE], "https://www.kabar-x.co.id/a", "kabar-x.co.id", "kabar-x.co.id", "url"),
        ([SENTENCE, "KOTAK KAMI +indeks"], None, None, None, None),  # all of its lines must be there
        (
            ["Foto: Petugas (Galuh Prameswari/contoh-satu.id)", SENTENCE],
            None,
            "Contoh Satu",
            "contoh-satu.id",
            "caption",
        ),
        (["Foto: A/contoh-satu.id", "Foto: B/contoh3.id", SENTENCE], None, None, None, None),  # credits of two
        ([f"{SENTENCE} “Siap,” kata Bagas kepada wartawan Contoh-1."], None, "Contoh Satu", "contoh-satu.id", "text"),
        ([SENTENCE, "© 2024 Kabar-X.co.id. Semua hak dilindungi"], None, "Kabar-X.co.id", "kabar-x.co.id", "layout"),
        ([SENTENCE, "© 2024 contoh3.id"], None, "Contoh Tiga", "contoh3.id", "layout"),
        (["Warga membaca Contoh Satu", SENTENCE], None, None, None, None),  # the subject of a story
        ([SENTENCE], None, None, None, None),
    ],
)
def test_a_page_is_known_by_the_curators_word_then_its_dateline_then_its_furniture(
    tmp_path, lines, told, name, domain, basis
):
    known = recognise(load(tmp_path), page(*lines), told)
    assert (known.source.value, known.outlet.value) == (name, domain)
    assert (known.source.basis, known.outlet.basis) == (basis, basis)


def test_the_nearest_domain_above_a_host_is_its_outlet(tmp_path):
    found = load(tmp_path)
    assert found.of_domain("m.contoh-satu.id").name == "Contoh Satu"
    assert found.of_domain("contoh-satu.id.jahat.com") is None
    assert found.of_domain("id") is None


def test_a_site_below_the_domain_of_a_profile_is_read_by_its_rules_and_keeps_its_own_name(tmp_path):
    names = "outlets:\n  - {name: Contoh Kota, domain: kota.contoh-satu.id, spellings: [CONTOH KOTA]}\n"
    found = load(tmp_path, names=names).profiles["kota.contoh-satu.id"]
    assert (found.name, found.spellings, found.credit_is) == ("Contoh Kota", ("CONTOH KOTA",), "editor")
    assert found.words.noise_lines.kind("Sela iklan sejenak") == "advert"
    assert found.furniture == ()
    assert (
        found.fingerprint
        != load(tmp_path, PROFILE + "number_before_title: true\n", names).profiles["kota.contoh-satu.id"].fingerprint
    )


def test_an_outlet_with_a_file_stands_in_names_in_vain_whatever_the_file_is_called(tmp_path):
    (tmp_path / "zamrud.id.yaml").write_text("name: Zamrud\ndomain: zamrud.id\n", encoding="utf-8")
    found = load(tmp_path, names="outlets:\n  - {name: Zamrud, domain: zamrud.id, spellings: [ZMRD]}\n")
    assert found.problems == [
        f"{tmp_path.name}/names.yaml: `zamrud.id` has a file of its own; take it out of names.yaml"
    ]
    assert found.profiles["zamrud.id"].spellings == ()


@pytest.mark.parametrize(
    "line", [f"CONTOH KOTA, Jakarta - {SENTENCE}", "Foto: Petugas (Galuh/Contoh Kota)", "Hak cipta © Contoh Kota"]
)
def test_a_name_inside_a_longer_name_is_no_outlet(tmp_path, line):
    names = """outlets:
  - {name: Contoh, domain: contoh.id, spellings: [Contoh]}
  - {name: Contoh Kota, domain: kota.contoh.id, spellings: [Contoh Kota]}
"""
    assert recognise(load(tmp_path, names=names), page(line, SENTENCE)).outlet.value == "kota.contoh.id"


@pytest.mark.parametrize(
    ("line", "domain"),
    [
        ("Sumber: RRI", "rri.co.id"),
        (f"Jakarta, MINA - {SENTENCE}", "minanews.net"),
        (f"Jakarta, MI - {SENTENCE}", "monitorindonesia.com"),
        (f"KBR, Jakarta - {SENTENCE}", "kbr.id"),
        (f"RADAR JOGJA - {SENTENCE}", "radarjogja.jawapos.com"),
        (f"TRIBUN-MEDAN.COM, MEDAN - {SENTENCE}", "medan.tribunnews.com"),
        (f"SERAMBINEWS.COM, BANDA ACEH - {SENTENCE}", "aceh.tribunnews.com"),
        (f"SuaraJogja.id - {SENTENCE}", "jogja.suara.com"),
        (f"VIVA Jateng - {SENTENCE}", "jateng.viva.co.id"),
        ("Kotak suara di gudang. Foto: Galuh Prameswari/kumparan", "kumparan.com"),
        ("Kotak suara di gudang. Galuh Prameswari/RMOLJateng", "rmoljawatengah.id"),
        (f"“Siap,” kata Bagas kepada Kantor Berita Politik Rakyat Merdeka Online. {SENTENCE}", "rmol.id"),
    ],
)
def test_our_outlets_are_known_by_what_their_pages_print(line, domain):
    assert recognise(OURS, page(line, SENTENCE)).outlet.value == domain


@pytest.mark.parametrize(
    "line",
    [
        "Bagas membagikan buku kepada siswa SD/MI dan SMP/MTs di Desa Cendana.",
        "Pantauan di tribun timur stadion menunjukkan kotak suara utuh.",
        "Ia mengembalikan kepercayaan kepada kedaulatan rakyat.",
        "Laporan itu diterima di Surabaya pagi ini.",
        "Sumber suara Jogja dan suara NTB dihitung lebih dulu.",
        "Bantuan diserahkan kepada media setempat dan suara Surabaya.",
        "Foto: warta kota di papan pengumuman / berita satu halaman",
        "Petugas menjaga pos/kota dan radar/bandara, dihubungi tempo hari.",
        "Foto: Dokumentasi Panitia/Antara",
        "“Siap,” kata Bagas kepada ANTARA di gudang itu.",  # as all others quote it
    ],
)
def test_ordinary_words_name_none_of_our_outlets(line):
    assert recognise(OURS, page(line, SENTENCE)).outlet.value is None


def test_recognition_changes_with_the_names_and_not_with_the_rules(tmp_path):
    before = load(tmp_path).recognition
    assert load(tmp_path, PROFILE.replace("sela iklan*", "jeda iklan*")).recognition == before
    assert load(tmp_path, PROFILE.replace("Contoh-1", "Contoh-9")).recognition != before


@pytest.mark.parametrize(
    ("meta", "name", "domain"),
    [
        ({"link:canonical": "https://www.contoh3.id/a"}, "Contoh Tiga", "contoh3.id"),
        ({"og:url": "https://bekasi.contoh3.id/a"}, "Contoh Tiga", "contoh3.id"),
        ({"saved:url": "https://kabar-x.co.id/a", "og:site_name": "Kabar X"}, "Kabar X", "kabar-x.co.id"),
        ({"saved:url": "https://m.kabar-x.co.id/a"}, "kabar-x.co.id", "kabar-x.co.id"),
        ({"title": "Kotak Suara Tiba - Contoh-1"}, "Contoh Satu", "contoh-satu.id"),
        ({"title": "Kotak Suara Tiba"}, None, None),
        (
            {"saved:url": "http://localhost:8000/a", "title": "Kotak Suara Tiba - Contoh-1"},
            "Contoh Satu",
            "contoh-satu.id",
        ),
        ({"og:url": "https://meja_satu/a"}, None, None),
        ({"og:url": f"https://{'a' * 251}.id/a"}, None, None),
        ({"og:url": "https://kabar-x.co.id/a", "og:site_name": "Kabar " * 60}, "kabar-x.co.id", "kabar-x.co.id"),
    ],
)
def test_the_markup_of_an_html_page_names_the_outlet_by_its_address_or_its_name(tmp_path, meta, name, domain):
    known = recognise(load(tmp_path), Page(page(SENTENCE).blocks, meta))
    assert (known.source.value, known.outlet.value) == (name, domain)


def test_the_curator_or_the_address_brings_the_boxes_of_the_outlets_pages(tmp_path):
    (tmp_path / "contoh4.id.yaml").write_text(
        "name: Contoh\ndomain: contoh4.id\nhtml:\n  - {body: div.teks}\n", encoding="utf-8"
    )
    outlets = OutletRegistry.load(tmp_path)
    assert [box.body for box in outlets.layouts_for({"og:url": "https://www.contoh4.id/a"})] == [("div.teks",)]
    assert [box.body for box in outlets.layouts_for({}, "contoh4.id")] == [("div.teks",)]
    assert list(outlets.layouts_for({"og:url": "https://contoh5.id/a"})) == []


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ("html:\n  - {body: 'div..teks'}", "`div..teks` is no CSS selector"),
        ("html:\n  - {drop: p}", "needs `body`"),
        ("html:\n  - {bodi: p}", "unknown key `bodi`; did you mean `body`?"),
        ("metadata: {penulis: x}", "unknown key `metadata.penulis`"),
    ],
)
def test_a_wrong_box_or_meta_is_named(tmp_path, rules, says):
    (tmp_path / "contoh4.id.yaml").write_text(f"name: Contoh\ndomain: contoh4.id\n{rules}\n", encoding="utf-8")
    assert any(says in problem for problem in OutletRegistry.load(tmp_path).problems)
