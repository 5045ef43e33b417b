"""The outlet of a page of which no list knows it: by evidence, wherever its name is printed."""

from __future__ import annotations

import pytest

from kliping.formats import text
from kliping.formats.page import Page
from kliping.outlets.recognition import recognise
from kliping.outlets.registry import OutletRegistry
from tests.conftest import PROJECT

OURS = OutletRegistry.load(PROJECT / "content/outlets")
NONE = OutletRegistry(OURS.generic)  # no outlet is known
LEAD = "KPU menghitung ulang kotak suara Pilkada 2024 di gudang kecamatan sejak pagi."
MORE = "Petugas mencatat nomor segel sebelum pintu gudang ditutup."


def page(*lines: str) -> Page:
    return text.read("\n".join(lines).encode())


def told(known: OutletRegistry, *lines: str, **meta: str) -> tuple[str | None, str | None]:
    found = recognise(known, Page(page(*lines).blocks, meta))
    return found.source.value, found.outlet.value


@pytest.mark.parametrize(
    ("lines", "name", "domain"),
    [
        ([f"Kupang, lensakupang - {LEAD}"], "lensakupang", None),
        ([f"Kupang, Lensa Galundra – {LEAD}"], "Lensa Galundra", None),
        ([f"LENSA GALUNDRA, Kupang − {LEAD}"], "LENSA GALUNDRA", None),
        ([f"(Galundra, Kupang) – {LEAD}"], "Galundra", None),
        ([f"KUPANG (Galundra) -- {LEAD}"], "Galundra", None),
        (["Galundra Naik", "Kupang, KABAR GALUNDRA", LEAD], "KABAR GALUNDRA", None),
        (["Kupang | Galundra Pos", LEAD], "Galundra Pos", None),
        ([f"KUPANG - WARTA GALUNDRA. {LEAD}"], "WARTA GALUNDRA", None),
        ([f"Kupang -Galundrapos. {LEAD}"], "Galundrapos", None),
        ([f"WARTA GALUNDRA. Kupang, Nusa Tenggara Timur. – {LEAD}"], "WARTA GALUNDRA", None),
        ([f"MMCGalundra - Kupang - {LEAD}"], "MMCGalundra", None),
        ([f"KUPANG – ZM – {LEAD}"], "ZM", None),
        ([f"Kupang || Radar Galundra – {LEAD}"], "Radar Galundra", None),
        ([f"Kupang, galundra.my.id {LEAD}"], "galundra.my.id", "galundra.my.id"),
        ([f"Galundrapos.id Kupang|| {LEAD}"], "Galundrapos.id", "galundrapos.id"),
        (["KUPANG –galundrapos.com", LEAD], "galundrapos.com", "galundrapos.com"),
        ([LEAD, "Ikuti berita Galundrapos.com di Google News"], "Galundrapos.com", "galundrapos.com"),
        ([LEAD, "Artikel ini telah tayang di Galundrapos.com dengan judul Gudang"], "Galundrapos.com", "galundrapos.com"),
        ([LEAD, "Copyright © 2024 Galundrapos.com"], "Galundrapos.com", "galundrapos.com"),
        ([f"Kabargalundra – {LEAD}", "Follow kabargalundra.id di Google News"], "Kabargalundra", "kabargalundra.id"),
        (["KABAR GALUNDRA", LEAD, "“Aman,” katanya kepada Kabar Galundra.", "Klik berita di Google News KABAR GALUNDRA"],
         "KABAR GALUNDRA", None),
        ([f"Galundrasari, RADARGALUNDRA – {LEAD}", "Warga Galundrasari menonton dari jauh sampai sore hari."],
         "RADARGALUNDRA", None),
    ],
)  # fmt: skip
def test_an_outlet_no_list_knows_is_stated_where_two_things_tell_it(lines, name, domain):
    found = recognise(NONE, page(*lines, MORE))
    assert (found.source.value, found.outlet.value, found.source.doubt) == (name, domain, None)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ([f"Kabargalundra – {LEAD}"], "Kabargalundra"),
        ([f"GALUNDRANews – {LEAD}"], "GALUNDRANews"),
        ([LEAD, MORE, "Begitu katanya di gudang, sore itu juga. (ZM Tono/rid/galundratoday)"], "galundratoday"),
        ([LEAD, "“Aman,” katanya, dikonfirmasi galundrapos.com lewat telepon kemarin sore."], "galundrapos.com"),
        ([LEAD, MORE, "Follow Marindoka di Google News"], "Marindoka"),
        (["galundrapos.com", "Gudang Dihitung Ulang", LEAD], "galundrapos.com"),
    ],
)
def test_where_one_thing_tells_an_unknown_outlet_it_has_a_note(lines, name):
    found = recognise(NONE, page(*lines, MORE))
    assert found.source.value == name
    assert found.source.doubt


@pytest.mark.parametrize(
    "lines",
    [
        [f"Galundrasari – {LEAD}", "Warga Galundrasari menonton dari jauh sampai sore hari."],  # a place no list knows
        [f"Galundrasari, Kupang – {LEAD}"],  # a town before its kota
        [f"KUPANG – {LEAD}"],
        [f"Kupang, 5 November 2024 – {LEAD}"],
        [f"Kupang, Selasa – {LEAD}"],
        [f"Kupang (Reuters) – {LEAD}"],
        ["Debat Kedua – Ini Temanya", LEAD],
        [f"Ketua panitia – orang lama – menutup pintu. {LEAD}"],
        [LEAD, "Warga dapat memeriksa nama di laman cekdptonline.kpu.go.id atau galundrapos.com setiap hari."],
        [LEAD, "Menurut galundrapos.com, hitungan itu selesai lebih cepat daripada tahun lalu."],
        [LEAD, "Ikuti kami di facebook.com, instagram.com dan youtube.com"],
        [LEAD, "Cek Berita dan Artikel yang lain di Google News"],
        [LEAD, "Ikuti Berita Terbaru di Google News"],
        [LEAD, "Disimpan dari archive.ph dan web.archive.org"],
        [LEAD, "Hubungi panitia@galundrapos.com sebelum hari Rabu pekan depan."],
        [LEAD, "“Aman,” katanya kepada Media Center KPU pagi itu di halaman gudang."],
        [LEAD, "“Aman,” kata Siti kepada Rudi Hartono pagi itu di halaman gudang."],
        [" date 2024-11-05 Gudang Dihitung Ulang", LEAD],
        ["Foto: Gudang (Tono/galundrapos.com)", LEAD],
        [LEAD, "Copyright © 2024 PT Galundra Sejahtera. All Rights Reserved"],
        ["KPU Galundra Hitung Ulang Kotak", LEAD, "KPU Galundra mencatat semuanya di buku besar."],
    ],
)
@pytest.mark.parametrize("known", [NONE, OURS], ids=["none", "ours"])
def test_what_is_no_outlet_is_none(known, lines):
    assert told(known, *lines, MORE) == (None, None)


@pytest.mark.parametrize(
    ("line", "name", "domain"),
    [
        (f"Kupang, Detiknews.id – {LEAD}", "Detiknews.id", "detiknews.id"),
        (f"KUPANG, TRIBUNJOGJA.COM – {LEAD}", "Tribun Jogja", "jogja.tribunnews.com"),
        (f"Laporan Wartawan TribunJogja.com Tono\n{LEAD}", "Tribun Jogja", "jogja.tribunnews.com"),
        (f"Kupang, MI – {LEAD}", "Monitor Indonesia", "monitorindonesia.com"),
        (f"Kupang, VIVAKetua panitia menutup pintu. {LEAD}", "VIVA", "viva.co.id"),
        (f"{LEAD}\n{MORE}\nJangan lupa follow akun google news Medcom.id((TN))", "Medcom.id", "medcom.id"),
        (f"Foto: Gudang di Pilkada 2024-disway.id/Tono-\n{LEAD}", "Disway", "disway.id"),
        (f"{LEAD}\nCopyright © ANTARA 2024", "ANTARA", "antaranews.com"),
    ],
)
def test_a_name_inside_a_domain_or_word_counts_only_if_it_is_all_of_it(line, name, domain):
    assert told(OURS, *line.split("\n"), MORE) == (name, domain)


@pytest.mark.parametrize(
    ("line", "name", "domain"),
    [
        (f"Kupang, DKPP − {LEAD}", "DKPP", "dkpp.go.id"),
        (f"Kupang, Badan Pengawas Pemilihan Umum- {LEAD}", "Bawaslu", "bawaslu.go.id"),
        (f"Soe, KPU Kab. TTS - {LEAD}", "KPU Kab. TTS", None),
        (f"Bandung, kab-bandung.kpu.go.id {LEAD}", "KPU Kabupaten Bandung", "kab-bandung.kpu.go.id"),
        (f"Bandung, jabar.bawaslu.go.id - {LEAD}", "Bawaslu Provinsi Jawa Barat", "jabar.bawaslu.go.id"),
        (f"Padang.sumbar.kpu.go.id - {LEAD}", "KPU Provinsi Sumatera Barat", "sumbar.kpu.go.id"),
        (f"Galundra, kab-galundra.kpu.go.id – {LEAD}", "kab-galundra.kpu.go.id", "kab-galundra.kpu.go.id"),
        (f"Kupang, mmc.galundrakab.go.id – {LEAD}", "mmc.galundrakab.go.id", "mmc.galundrakab.go.id"),
    ],
)
def test_an_office_is_the_outlet_of_its_own_pages(line, name, domain):
    assert told(OURS, line, MORE) == (name, domain)


def test_the_name_of_an_office_rests_on_its_host():
    found = recognise(OURS, page(f"Bandung, kab-bandung.kpu.go.id – {LEAD}", MORE))
    assert (found.source.basis, found.outlet.basis) == ("office", "dateline")


def test_the_office_above_is_not_taken_for_the_one_at_the_place_of_the_dateline():
    found = recognise(OURS, page(f"Sukoharjo,kpu.go.id – {LEAD}", MORE))
    assert (found.source.value, found.outlet.value) == ("KPU Kabupaten Sukoharjo", "kab-sukoharjo.kpu.go.id")
    assert found.source.doubt == "told by the place in the dateline alone"


def test_a_name_in_the_dateline_outweighs_the_house_of_a_photo():
    lines = ("Foto: Gudang (Tono/Okezone)", f"KUPANG, Galundra Pos – {LEAD}", MORE)
    assert told(OURS, *lines) == ("Galundra Pos", None)


def test_a_list_of_sister_sites_tells_none():
    assert told(OURS, "Harian Jogja", "Bali Post", "Batam Pos", "Gudang Dihitung", LEAD, MORE) == (None, None)


def test_two_outlets_of_one_weight_have_a_note():
    found = recognise(OURS, page(LEAD, "“Aman,” kata Tono kepada kumparan.", "“Ya,” kata Tini kepada VOI.", MORE))
    assert found.source.doubt.startswith("may also be ")


@pytest.mark.parametrize(
    ("meta", "name", "domain"),
    [
        ({"saved:url": "https://galundrapos.com/a", "ld:publisher": "Galundra Pos"}, "Galundra Pos", "galundrapos.com"),
        ({"saved:url": "https://galundrapos.com/a", "og:site_name": "nasional"}, "galundrapos.com", "galundrapos.com"),
        ({"saved:url": "https://galundrapos.com/a", "og:site_name": "Galundra Pos - Cepat dan Tepat"}, "Galundra Pos",
         "galundrapos.com"),
        ({"og:site_name": "Galundra Pos"}, "Galundra Pos", None),
        ({"og:url": "https://galundrapos-com.translate.goog/a"}, "galundrapos.com", "galundrapos.com"),
        ({"og:url": "https://archive.ph/abc"}, None, None),
        ({"og:url": "https://kab-bandung.kpu.go.id/a"}, "KPU Kabupaten Bandung", "kab-bandung.kpu.go.id"),
        ({"og:url": "https://news.detik.com/a"}, "detikcom", "detik.com"),
    ],
)  # fmt: skip
def test_the_head_of_a_page_names_the_site_and_mirrors_are_none(meta, name, domain):
    assert told(OURS, LEAD, MORE, **meta) == (name, domain)


def test_a_printed_name_stays_the_source_where_it_fits_the_address_of_the_curator():
    found = recognise(NONE, page(f"Kupang, GALUNDRAPOS.ID – {LEAD}", MORE), "https://galundrapos.id/a/1")
    assert (found.source.value, found.source.basis) == ("GALUNDRAPOS.ID", "dateline")
    assert (found.outlet.value, found.outlet.basis) == ("galundrapos.id", "url")
    other = recognise(NONE, page(f"Kupang, GALUNDRAPOS.ID – {LEAD}", MORE), "https://marindoka.id/a/1")
    assert other.source.value == "marindoka.id"


def test_how_an_outlet_was_decided_is_kept_with_it():
    found = recognise(OURS, page("Foto: Gudang (Tono/Okezone)", f"KUPANG, Galundra Pos – {LEAD}", MORE))
    assert found.decisions["source"].fact == found.source
    assert [str(one.candidate.value) for one in found.decisions["source"].ranked] == [
        "Galundra Pos",
        "Okezone (okezone.com)",
    ]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Yang boleh masuk antara lain panitia dan saksi.", []),
        ("PERBEDAAN ANTARA SAKSI DAN PANITIA", []),
        ("KPU dan Bawaslu bertemu di kantor Bawaslu.", []),
        ("ANTARA FOTO/Tono menulisnya.", ["antaranews.com"]),
    ],
)
def test_the_hint_for_the_curator_names_outlets_and_no_ordinary_words(line, named):
    assert OURS.mentioned(page(line)) == named
