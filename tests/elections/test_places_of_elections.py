"""Elections written in a few lines get the stories about them, and no others: stories of the country and other regions."""

from __future__ import annotations

import datetime
import re

import pytest

from kliping.elections.assign_stage import assign_stage
from kliping.elections.calendars import Calendars
from kliping.elections.mentions import ArticleText
from tests.conftest import Project

REGIONS = {
    "pilgub-jabar-2024": "Jawa Barat",
    "pilgub-banten-2024": "Banten",
    "pilgub-sumut-2024": "Sumut",
    "pilgub-riau-2024": "Provinsi Riau",
    "pilgub-kepri-2024": "Kepri",
    "pilgub-papua-pegunungan-2024": "Papua Pegunungan",
    "pilbup-bandung-2024": "Kabupaten Bandung",
    "pilbup-bangka-tengah-2024": "Bangka Tengah",
    "pilwalkot-surabaya-2024": "Kota Surabaya",
    "pilwalkot-medan-2024": "Medan",
    "pilwalkot-gorontalo-2024": "Gorontalo",
}
# By election, None for those of no election here: headline, lead, rest and day.
# fmt: off
STORIES: dict[str | None, list[tuple[str, str, str, str]]] = {
    "pilgub-jabar-2024": [
        ("KPU Jabar Mulai Distribusi Logistik Pilgub 2024", "BANDUNG - Komisi Pemilihan Umum (KPU) Jawa Barat mulai mengirim kotak suara ke gudang kabupaten dan kota, Selasa (12/11/2024).\nPengiriman logistik Pilgub Jabar dijadwalkan selesai dalam dua pekan.", "Petugas memeriksa segel setiap kotak sebelum truk berangkat.", "2024-11-12"),
        ("Debat Perdana Cagub Digelar Malam Ini, Tema Lingkungan Diangkat", "BANDUNG - Empat pasangan calon gubernur akan saling uji gagasan dalam debat publik pertama di sebuah gedung pertunjukan, Senin (11/11/2024).\nSetiap pasangan mendapat waktu dua menit untuk memaparkan visi.", "Debat Pilgub ini disiarkan langsung oleh dua stasiun televisi.", "2024-11-11"),
        ("Ribuan Pantarlih Pilkada 2024 Dilantik di Garut", "GARUT - Sebanyak empat ribu petugas pemutakhiran data pemilih dilantik serentak untuk Pilkada 2024.\nMereka akan bertugas melakukan coklit selama sebulan.", "Ketua KPU setempat meminta petugas mendatangi setiap rumah.", "2024-06-24"),
        ("Bawaslu Jabar Petakan TPS Rawan Jelang Pilkada", "Bawaslu Jawa Barat memetakan ribuan TPS rawan menjelang pemungutan suara Pilkada Serentak 2024.\nPemetaan itu memakai dua puluh indikator.", "Daerah dengan TPS rawan terbanyak ialah Cianjur dan Sukabumi.", "2024-11-20"),
        ("Surat Suara Pemilihan Gubernur Mulai Dilipat di Gudang Cirebon", "CIREBON - Ratusan warga melipat surat suara pemilihan gubernur di gudang KPU Kota Cirebon, Kamis (24/10/2024).\nMereka dibayar per lembar.", "Pelipatan dijaga polisi dan diawasi Bawaslu.", "2024-10-24"),
    ],
    "pilbup-bandung-2024": [
        ("KPU Kabupaten Bandung Tetapkan Nomor Urut Paslon", "SOREANG - KPU Kabupaten Bandung menetapkan nomor urut pasangan calon bupati dan wakil bupati dalam rapat pleno terbuka, Senin (23/9/2024).\nDua pasangan mengikuti pengundian nomor urut Pilkada 2024.", "Rapat dihadiri partai pengusung.", "2024-09-23"),
        ("Debat Pilbup Bandung Angkat Isu Banjir", "BANDUNG - Debat publik kedua Pilbup Bandung mengangkat isu banjir tahunan di kawasan selatan, Rabu (6/11/2024).\nKedua pasangan berbeda cara menanganinya.", "Debat digelar di sebuah hotel.", "2024-11-06"),
        ("Bupati Bandung Minta ASN Netral pada Pilkada", "Bupati Bandung mengingatkan seluruh pegawai agar netral selama masa kampanye Pilkada 2024.\nSanksi menanti pegawai yang melanggar.", "Pemkab Bandung membuka kanal aduan.", "2024-10-10"),
        ("Logistik Pilkada Tiba di Gudang Soreang", "SOREANG - Bilik dan kotak suara untuk Pilkada Serentak 2024 tiba di gudang logistik, Jumat (18/10/2024).\nPetugas langsung merakit kotak suara.", "Perakitan berlangsung sepekan.", "2024-10-18"),
        ("Calon Bupati Bandung Sampaikan Laporan Dana Kampanye", "Dua pasangan calon menyampaikan laporan awal dana kampanye kepada KPU Kabupaten Bandung.\nLaporan itu akan diaudit kantor akuntan publik.", "Pilkada Kabupaten Bandung diikuti dua pasangan.", "2024-09-25"),
    ],
    "pilwalkot-surabaya-2024": [
        ("KPU Surabaya Sortir Surat Suara Pilwali", "SURABAYA - KPU Kota Surabaya menyortir dua juta surat suara Pilwali di gudang penyimpanan, Jumat (25/10/2024).\nSurat suara rusak dipisahkan.", "Sortir melibatkan 200 orang.", "2024-10-25"),
        ("Calon Tunggal Lawan Kotak Kosong, Sosialisasi Digencarkan", "SURABAYA - KPU menggencarkan sosialisasi tata cara mencoblos dalam Pilkada 2024 yang hanya diikuti satu pasangan calon wali kota.\nWarga diminta tetap datang ke TPS.", "Sosialisasi menyasar pasar dan kampus.", "2024-10-15"),
        ("Bawaslu Kota Surabaya Copot Ratusan APK", "Bawaslu Kota Surabaya mencopot ratusan alat peraga kampanye yang melanggar aturan Pilkada.\nPencopotan melibatkan Satpol PP.", "APK itu terpaku di pohon.", "2024-10-30"),
        ("KPPS Pilkada Surabaya Ikuti Bimtek", "Puluhan ribu anggota KPPS Pilkada Surabaya mengikuti bimbingan teknis.\nMateri utama ialah penggunaan Sirekap.", "Bimtek digelar di 31 kecamatan.", "2024-11-14"),
        ("Pemkot Surabaya Cairkan Hibah Pemilihan Wali Kota", "Pemkot Surabaya mencairkan hibah untuk pemilihan wali kota dan wakil wali kota tahun 2024.\nDana itu diterima KPU dalam dua tahap.", "Sisanya cair tahun depan.", "2024-02-05"),
    ],
    "pilgub-papua-pegunungan-2024": [
        ("KPU Papua Pegunungan Distribusikan Logistik dengan Pesawat", "WAMENA - KPU Provinsi Papua Pegunungan mengirim logistik Pilkada 2024 dengan pesawat perintis, Rabu (20/11/2024).\nCuaca menjadi tantangan utama.", "Distrik terjauh dijangkau helikopter.", "2024-11-20"),
        ("Rekapitulasi Pemilihan Gubernur Molor karena Data dari Distrik Terlambat", "WAMENA - Rapat pleno rekapitulasi hasil pemilihan gubernur terpaksa diskors karena data sejumlah distrik belum tiba, Sabtu (14/12/2024).\nSaksi dua pasangan mengajukan keberatan.", "Pleno dilanjutkan besok.", "2024-12-14"),
        ("Sistem Noken Masih Dipakai pada Pilgub Papua Pegunungan", "Sistem noken masih dipakai pada Pilgub Papua Pegunungan 2024 di sejumlah kabupaten.\nKPU menyiapkan aturan teknisnya.", "Aturan itu disosialisasikan kepada kepala suku.", "2024-10-05"),
        ("Pemungutan Suara Susulan Digelar di Yahukimo", "DEKAI - Pemungutan suara susulan Pilkada digelar di tiga distrik di Kabupaten Yahukimo, Jumat (29/11/2024).\nHari pencoblosan sebelumnya tertunda karena logistik.", "Aparat berjaga di sekitar TPS.", "2024-11-29"),
        ("Dua Paslon Gubernur Daftar ke KPU Papeg", "Dua bakal pasangan calon gubernur dan wakil gubernur mendaftar ke KPU Papua Pegunungan pada hari terakhir.\nBerkas keduanya dinyatakan diterima.", "Pendaftaran Pilgub ditutup tengah malam.", "2024-08-29"),
    ],
    "pilgub-banten-2024": [
        ("KPU Banten Gelar Debat Ketiga", "SERANG - KPU Provinsi Banten menggelar debat ketiga Pilgub Banten 2024, Rabu (20/11/2024).\nDebat membahas pendidikan.", "Dua pasangan hadir.", "2024-11-20"),
        ("Logistik Pilkada Tiba di Pandeglang", "PANDEGLANG - Kotak suara Pilkada 2024 tiba di gudang, Selasa (12/11/2024).\nPetugas memeriksanya.", "Gudang dijaga.", "2024-11-12"),
        ("Dua Cagub Banten Saling Serang Soal Jalan Rusak", "Dua calon gubernur saling serang dalam kampanye Pilgub, kemarin.\nKeduanya menyinggung jalan rusak.", "", "2024-10-12"),
    ],
    "pilgub-sumut-2024": [
        ("Debat Pilgub Diwarnai Sorak Pendukung", "MEDAN - Debat Pilgub 2024 diwarnai sorak pendukung dua pasangan, Rabu (30/10/2024).\nModerator beberapa kali menegur.", "", "2024-10-30"),
        ("KPU Sumut Tetapkan DPT Pilkada", "KPU Sumatera Utara menetapkan daftar pemilih tetap Pilkada 2024.\nJumlahnya 10 juta lebih.", "Terbanyak di Deli Serdang.", "2024-09-22"),
    ],
    "pilgub-riau-2024": [
        ("KPU Riau Musnahkan Surat Suara Rusak", "PEKANBARU - KPU Riau memusnahkan surat suara rusak Pilkada 2024, Selasa (26/11/2024).\nPemusnahan disaksikan polisi.", "", "2024-11-26"),
    ],
    "pilbup-bangka-tengah-2024": [
        ("KPU Bangka Tengah Lantik KPPS", "KOBA - KPU Kabupaten Bangka Tengah melantik KPPS Pilkada 2024, Kamis (7/11/2024).\nMereka bertugas sebulan.", "", "2024-11-07"),
    ],
    "pilwalkot-medan-2024": [
        ("Tiga Pasangan Berebut Kursi Wali Kota Medan", "MEDAN - Tiga pasangan resmi bertarung di Pilkada Medan 2024, Minggu (22/9/2024).\nKPU Medan menetapkannya.", "", "2024-09-22"),
        ("Pilwalkot Medan: Bawaslu Temukan Dugaan Politik Uang", "Bawaslu Kota Medan menemukan dugaan politik uang menjelang pemungutan suara Pilkada.\nLaporan diteruskan.", "", "2024-11-25"),
    ],
    "pilwalkot-gorontalo-2024": [
        ("KPU Kota Gorontalo Buka Pendaftaran KPPS", "GORONTALO - KPU Kota Gorontalo membuka pendaftaran KPPS Pilkada 2024, Selasa (17/9/2024).\nSyaratnya berusia 17 tahun.", "", "2024-09-17"),
    ],
    None: [
        ("KPU RI Terbitkan Aturan Kampanye Pilkada 2024", "JAKARTA - KPU RI menerbitkan peraturan tentang kampanye Pilkada 2024, Jumat (20/9/2024).\nAturan itu berlaku di 37 provinsi.", "Kampanye dimulai 25 September.", "2024-09-20"),
        ("Debat Pilgub Jateng Bahas Pertanian", "SEMARANG - Debat pertama Pilgub Jawa Tengah membahas pertanian dan perikanan, Rabu (30/10/2024).\nDua pasangan saling menyanggah.", "KPU Jateng menyiapkan panelis.", "2024-10-30"),
        ("KPU Kota Bandung Tetapkan Empat Paslon Wali Kota", "BANDUNG - KPU Kota Bandung menetapkan empat pasangan calon wali kota dan wakil wali kota peserta Pilwalkot Bandung 2024, Minggu (22/9/2024).\nPengundian nomor urut digelar besok.", "Keempatnya lolos syarat.", "2024-09-22"),
        ("Pilbup Garut Diikuti Dua Pasangan", "GARUT - Pilbup Garut 2024 diikuti dua pasangan calon bupati, kata KPU Kabupaten Garut, Senin (23/9/2024).\nPasangan memperoleh nomor urut.", "Kampanye berlangsung dua bulan.", "2024-09-23"),
        ("MK Tolak Gugatan Pilkada Papua Barat Daya", "Mahkamah Konstitusi menolak gugatan hasil Pilgub Papua Barat Daya 2024.\nPermohonan dinilai tidak memenuhi ambang batas.", "Sidang digelar di Jakarta.", "2025-02-05"),
        ("Kemendagri Minta Semua Daerah Cairkan Hibah Pilkada", "Kementerian Dalam Negeri meminta semua daerah mencairkan hibah Pilkada 2024 sebelum Juli.\nMasih ada daerah yang menunggak.", "Jawa Barat dan Jawa Timur sudah melunasi hibahnya.", "2024-06-10"),
        ("KPU Sidoarjo Rakit Kotak Suara Pilkada", "SIDOARJO - KPU Sidoarjo merakit ribuan kotak suara Pilkada 2024, Selasa (15/10/2024).\nPerakitan selesai dalam lima hari.", "Petugas dibayar harian.", "2024-10-15"),
        ("Calon Bupati Bandung Barat Blusukan ke Pasar Lembang", "NGAMPRAH - Calon bupati Bandung Barat menyapa pedagang pada masa kampanye Pilkada Bandung Barat, Sabtu (5/10/2024).\nIa berjanji membenahi drainase.", "Kampanye berlangsung tertib.", "2024-10-05"),
        ("Tahapan Pilkada Papua Tengah Dimulai", "NABIRE - KPU Papua Tengah meluncurkan tahapan Pilkada 2024, Kamis (6/6/2024).\nPeluncuran dihadiri kepala suku.", "Maskotnya burung.", "2024-06-06"),
        ("KPU Jatim Rekap DPT Pilgub", "SURABAYA - KPU Jawa Timur merekap daftar pemilih tetap Pilgub Jatim dalam rapat pleno, Sabtu (21/9/2024).\nJumlah pemilih mencapai puluhan juta.", "Rapat dihadiri 38 KPU kabupaten dan kota.", "2024-09-21"),
        ("KPU Kepri Terima Surat Suara Pilgub", "TANJUNGPINANG - KPU Kepulauan Riau menerima surat suara Pilgub Kepulauan Riau 2024, Senin (21/10/2024).\nJumlahnya 1,5 juta.", "", "2024-10-21"),
        ("KPU Babel Gelar Debat Pilgub", "PANGKALPINANG - KPU Kepulauan Bangka Belitung menggelar debat Pilgub Bangka Belitung 2024, Sabtu (2/11/2024).\nDua pasangan hadir.", "", "2024-11-02"),
        ("Puncak Kampanye Pilkada 2024 Berlangsung Meriah", "Puncak kampanye Pilkada Serentak 2024 berlangsung meriah di berbagai daerah.\nBanyak artis diundang.", "", "2024-11-23"),
        ("KPU Gorontalo Rekapitulasi Suara Pilgub", "KPU Provinsi Gorontalo merekapitulasi suara Pilgub Gorontalo 2024.\nEmpat pasangan bersaing.", "", "2024-12-06"),
        ("Debat Pilkada Kota Serang Ricuh", "Debat Pilwalkot Serang 2024 ricuh, kata KPU Kota Serang.\nPolisi melerai.", "", "2024-11-02"),
        ("Presiden Resmikan Posko Pilkada di Medan Merdeka Barat", "Menko Polkam meresmikan posko Pilkada Serentak 2024 di Jalan Medan Merdeka Barat, Jakarta Pusat.\nPosko dibuka sebulan.", "", "2024-11-10"),
        ("Pilbup Bangka Selatan Diikuti Tiga Pasangan", "TOBOALI - Pilbup Bangka Selatan 2024 diikuti tiga pasangan, Senin (23/9/2024).\nKPU Bangka Selatan mengundi nomor.", "", "2024-09-23"),
        ("KPU Sulsel Distribusi Logistik Pilgub", "MAKASSAR - KPU Sulawesi Selatan mengirim logistik Pilgub Sulsel 2024.\nPengiriman ke Selayar didahulukan.", "", "2024-11-15"),
    ],
}
# fmt: on
HERE = [key for key in STORIES if key]
ALL = [(election, story) for election, stories in STORIES.items() for story in stories]


def calendars(project: Project, *ids: str) -> Calendars:
    folder = project.root / "content/elections"
    for key in ids:
        text = f"id: {key}\nname: Pemilihan {REGIONS[key]} 2024\nparent: pilkada-2024\nregion: {REGIONS[key]}\n"
        (folder / f"{key}.yaml").write_text(text, encoding="utf-8")
    return Calendars.load(folder)


def election_of(story: tuple[str, str, str, str], found: Calendars) -> str | None:
    title, lead, rest, day = story
    years = frozenset(map(int, re.findall(r"\b20\d\d\b", f"{title} {lead} {rest}")))
    text = ArticleText(title, lead, rest, datetime.date.fromisoformat(day), years)
    return assign_stage(text, found).election.value


def test_each_of_several_elections_gets_the_stories_about_it_and_their_parent_the_others(project: Project) -> None:
    found = calendars(project, *HERE)
    assert found.problems == []
    placed = {story[0]: election_of(story, found) for _, story in ALL}
    assert placed == {story[0]: election or "pilkada-2024" for election, story in ALL}


@pytest.mark.parametrize("key", HERE)
def test_an_election_alone_gets_all_stories_about_it(project: Project, key: str) -> None:
    found = calendars(project, key)
    assert [election_of(story, found) for story in STORIES[key]] == [key] * len(STORIES[key])


@pytest.mark.parametrize("key", HERE)
def test_an_election_alone_gets_no_story_of_the_country_or_of_another_region(project: Project, key: str) -> None:
    found = calendars(project, key)
    assert [story[0] for story in STORIES[None] if election_of(story, found) != "pilkada-2024"] == []


def test_a_longer_place_hides_the_name_of_elsewhere_in_it(project: Project) -> None:
    found = calendars(project, "pilgub-kepri-2024", "pilgub-riau-2024")
    for where, election in (("Kepulauan Riau", "pilgub-kepri-2024"), ("Riau", "pilgub-riau-2024")):
        story = (f"Pilkada 2024 di {where} Disiapkan", "Semua pihak menyiapkan Pilkada 2024.", "", "2024-10-21")
        assert election_of(story, found) == election


def test_a_part_of_a_part_gets_its_stories_though_what_lies_between_has_no_word_in_them(project: Project) -> None:
    garut = "id: pilbup-garut-2024\nname: Pilbup Garut 2024\nparent: pilgub-jabar-2024\nregion: Kabupaten Garut\n"
    (project.root / "content/elections/pilbup-garut-2024.yaml").write_text(garut, encoding="utf-8")
    found = calendars(project, "pilgub-jabar-2024")
    lead = "Calon bupati Garut mendaftar sebagai peserta Pilkada 2024."
    story = ("Calon Bupati Garut Daftar Pilkada 2024", lead, "Pilgub digelar pada hari yang sama.", "2024-08-28")
    assert election_of(story, found) == "pilbup-garut-2024"
