"""Words that mutations put into pages: names, outlets, places and lines, all of them made up but the places."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

# ruff: noqa: E501 - lists of words

# First and family names of many peoples; any pair makes a name.
_GIVEN = (
    "Wasis Paijem Sukirno Retno Endang Cecep Neneng Asep Tatang Parlin Tiur Hotma Togar Wayan Nyoman Putu Komang "
    "Abdul Fatimah Zulkifli Khadijah Hasyim Liong Meiling Budiman Yosef Maria Agustinus Fransiska Rambu Umbu Daeng "
    "Andi Baso Meutia Cut Teuku Rosmala Yance Obet Selvi Dedi Rina Bayu Anisa Galuh Rangga Dyah"
).split()
_FAMILY = (
    "Wiryoatmojo Sastrowardoyo Kertanegara Suryaningrat Kartasasmita Sutawijaya Natadireja Silalahi Sihotang Panggabean "
    "Hutabarat Suwirya Widiastra Mahardika Alkatiri Alhabsyi Basalamah Baswedhan Tanuwijaya Halimanto Gunadarma Lasut "
    "Kalalo Matulessy Pelupessy Kogoya Ndaparoka Karaeng Tenriajeng Siregarsyah Pohanda Nasutiar Rahmadhani Prayitna"
).split()
_COMMON = "Sari Indah Mulia Cahaya Bunga Bintang Lestari Utama Surya Mega Cinta Permata Damai Fajar Setia Jaya".split()
_SINGLE = "Suparno Ngatinah Kosasih Sangap Gede Ridwansyah Wuryani Markus Tumini Darsono Lukmana Halimah".split()

PLACES = (
    "Ambon Ternate Kupang Mataram Banjarmasin Palu Kendari Bengkulu Jambi Padang Pontianak Samarinda Manado Gorontalo "
    "Sorong Jayapura Serang Cirebon Tegal Kediri Jember Madiun Magelang Purwokerto Lhokseumawe Binjai Dumai Sampit"
).split()

_FIRST = (
    "Suluh Kentongan Gardu Titir Kulkul Lentera Gapura Pelataran Cermin Sauh Geladak Sampan Menara Rakit Beduk Corong "
    "Serambi Lumbung Pematang Cadik"
).split()
_SECOND = (
    "Wanasari Tirtalaya Mandalika Rimbaraya Kertabumi Lembayung Sagara Nagari Banua Tanahtua Pasundan Saijaan Katulampa "
    "Rencong Anoa Enggang Cendrawasih Maleo"
).split()
_ENDINGS = (".com", ".id", ".co.id", ".net", ".co", "news.com", ".news", "online.id")


class Outlet(NamedTuple):
    """An outlet that no list knows."""

    name: str
    domain: str


def outlet(rng: Random) -> Outlet:
    first, second = rng.choice(_FIRST), rng.choice(_SECOND)
    names = (f"{first} {second}", f"{first}{second}", f"{first}{second.lower()}", f"{first.upper()}{second.upper()}")
    return Outlet(rng.choice(names), f"{first}{second}{rng.choice(_ENDINGS)}".casefold())


def person(rng: Random) -> str:
    """A name of two or three words, a common word among them now and then."""
    given = rng.choice(_GIVEN)
    kind = rng.random()
    if kind < 0.25:
        return (
            f"{given} {rng.choice(_GIVEN)} {rng.choice(_FAMILY)}"
            if kind < 0.2
            else f"{given} {given[0]}. {rng.choice(_FAMILY)}"
        )
    return f"{given} {rng.choice(_COMMON if kind < 0.35 else _FAMILY)}"


def common_person(rng: Random) -> str:
    """A name of which every word, or all but one, is a word of the language too."""
    first, second = rng.sample(_COMMON, 2)
    return f"{first} {second}" if rng.random() < 0.5 else f"{rng.choice(_GIVEN)} {first} {second}"


def single_person(rng: Random) -> str:
    return rng.choice(_SINGLE + _COMMON[:4])


MENU = (
    "Home", "Beranda", "Nasional", "Daerah", "Politik", "Hukum", "Ekonomi", "Olahraga", "Opini", "Indeks", "Wisata",
    "Kesehatan", "Pendidikan", "Peristiwa", "Gaya Hidup", "Info Desa", "Galeri Foto", "Tentang Kami", "Pedoman Media Siber",
)  # fmt: skip
BUTTONS = (
    "KEMBALI KE ATAS", "KEMBALI KE BERITA", "Lanjut ke konten", "Lewati ke konten utama", "Bagikan", "Salin Tautan",
    "Masuk", "Login", "Daftar", "Cari", "Tutup", "Simpan Artikel", "Perbesar Huruf", "Mode Gelap", "Dengarkan Berita",
    "BACA SELENGKAPNYA", "Muat Lainnya",
)  # fmt: skip
CAPITALS = (
    "BERITA TERKINI", "KABAR DESA", "INFO PASAR", "RAGAM PERISTIWA", "WARTA KOTA KITA", "SULAWESI SELATAN", "JAWA TENGAH",
    "LINTAS KABUPATEN", "SUARA PEMBACA", "LAPORAN KHUSUS", "CITRA DAERAH",
)  # fmt: skip
DISTRICTS = (
    "Gunung Sindur", "Rumpin", "Kabupaten Garut", "Kota Baru", "Tanjung Morawa", "Sungai Raya", "Pasar Minggu",
    "Bukit Kecil", "Muara Teweh", "Batu Ampar", "Kebon Jeruk", "Teluk Dalam",
)  # fmt: skip
KICKERS = (
    "Pilkada 2024",
    "Politik",
    "Pemilu",
    "NASIONAL",
    "Advertorial",
    "Kabar Kota",
    "Liputan Daerah",
    "Jelang Coblosan",
)
CAPTIONS = (
    "Foto: Istimewa", "Dua petugas menata bilik di balai desa. (Foto: Istimewa)", "Ilustrasi bilik suara",
    "Keterangan foto: Warga menunggu giliran di depan balai desa.", "Tumpukan kardus di gudang kecamatan. Dok. Panitia",
    "Suasana ruang tunggu yang sepi menjelang sore (ist)", "FOTO/Ist: Papan pengumuman di simpang tiga",
)  # fmt: skip
DECKS = (
    "Panitia menjanjikan semua bilik siap sebelum fajar dan warga lanjut usia didahulukan di barisan depan",
    "Gudang penuh, jalan becek, namun tidak satu pun kardus dilaporkan basah sampai petang",
    "Warga diminta datang lebih pagi karena tenda hanya cukup untuk separuh antrean.",
    "Ketua panitia menyebut kekurangan kursi tinggal urusan meminjam kepada tetangga sebelah",
)
HEADLINES = (
    "Harga Cabai di Pasar Wates Turun Setelah Panen Raya", "Jembatan Bambu Sukatani Ambruk, Siswa Menyeberang Naik Rakit",
    "Puluhan Kambing Lepas di Jalan Lingkar Kecamatan", "Kelompok Ronda Juara Lomba Kentongan Antar-Kampung",
    "Pengrajin Anyaman Kebanjiran Pesanan Menjelang Lebaran", "Dinas Pasar Pindahkan Pedagang Ikan ke Los Baru",
    "Sumur Tua di Lereng Bukit Kembali Mengalir", "Perahu Wisata Danau Kini Memakai Tiket Kertas",
)  # fmt: skip
PARAGRAPHS = (
    "Pedagang di los timur mengaku lega karena harga kembali seperti awal musim, walau pembeli masih menawar setengah harga.",
    '"Yang penting dagangan habis sebelum hujan," kata seorang pedagang yang sudah dua puluh tahun berjualan di sana.',
    "Kepala dinas setempat mengatakan perbaikan atap los akan selesai dalam tiga minggu dan tidak memakai pungutan.",
    "Warga bergotong royong membersihkan saluran air sejak pagi, lalu makan bersama di bawah pohon randu.",
    "Menurut pengurus pasar, jumlah pengunjung naik seperempat dibandingkan dengan bulan yang sama tahun lalu.",
    "Ia berharap jalan menuju pasar segera diaspal supaya truk sayur tidak lagi terlambat tiba.",
)
