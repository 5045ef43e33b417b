"""Invented pages that were saved again, revised, reprinted, or made from one template."""

from __future__ import annotations

from kliping.duplicates import similarity
from tests.conftest import Project

HEADLINE = "Gudang Melati Mulai Lipat Surat Suara Pilgub Jakarta 2024"
LEAD = "Petugas gudang di kawasan Melati mulai melipat surat suara Pilgub Jakarta 2024, Kamis (24/10/2024)."
TEXT = [
    "Pekerjaan itu dilakukan 80 orang yang dibagi ke dalam dua giliran, pagi dan sore, supaya tidak ada yang kelelahan.",
    "Kepala gudang Rara Contoh menyebut setiap lembar diperiksa dua kali sebelum dilipat dan diikat per seratus lembar.",
    "“Kalau ada noda sekecil apa pun, kami sisihkan dulu dan kami catat nomornya,” kata Rara di sela kegiatan itu.",
    "Sampai siang hari petugas sudah menyelesaikan 12.400 lembar, dan 37 di antaranya disisihkan karena tintanya luntur.",
    "Lembar yang rusak disimpan di ruang terkunci dan baru dimusnahkan sehari sebelum pemungutan suara berlangsung.",
    "Warga sekitar boleh melihat dari balik pagar, sedangkan telepon genggam petugas dititipkan di pos jaga.",
    "Pelipatan dijadwalkan rampung dalam enam hari, lalu surat suara dimasukkan ke kotak menurut kelurahan masing-masing.",
    "Anggota pengawas Tono Teladan hadir sejak pintu dibuka dan mencocokkan jumlah kardus dengan berita acara kiriman.",
    "Menurut Tono, seluruh kardus tiba dalam keadaan tersegel dan tidak ditemukan selisih dengan surat jalan percetakan.",
    "Truk pengangkut akan berangkat dari gudang itu pada malam hari dengan pengawalan agar tiba sebelum subuh.",
]
PLACES = ["Melati", "Kenanga", "Seroja", "Cempaka", "Anggrek", "Teratai", "Dahlia"]
OTHER = [
    "Di aula yang sama, panitia membuka pendaftaran relawan kebersihan yang akan bertugas di sekitar lokasi.",
    "Pendaftar cukup membawa kartu pengenal dan mengisi lembar kesediaan yang disediakan di meja depan.",
    "Setiap relawan mendapat rompi, sarung tangan, dan makan siang selama tiga hari kegiatan berlangsung.",
    "Kelompok pertama bertugas menyapu halaman, kelompok kedua memilah sampah plastik dari sisa makanan.",
    "Panitia berharap halaman sudah bersih kembali sebelum sekolah di sebelahnya masuk keesokan paginya.",
]
CORRECTION = "Catatan redaksi: jumlah kardus pada berita ini sudah dilengkapi sesuai keterangan pengawas."


def page(
    *paragraphs: str,
    headline: str = HEADLINE,
    outlet: str = "CONTOHBERITA.ID",
    lead: str = LEAD,
    day: str = "Kamis, 24 Oktober 2024",
) -> str:
    """A whole saved page; without an outlet nothing tells one."""
    opening = f"{outlet}, JAKARTA - {lead}" if outlet else lead
    return "\n\n".join([headline, f"{day} 10:15 WIB\nPenulis: Sari Teladan", opening, *(paragraphs or TEXT)]) + "\n"


def saved(project: Project, name: str) -> list[str]:
    """The pages of the article made from a saved page."""
    names = project.article(name)[0]["saved"]
    return [names] if isinstance(names, str) else names


def are_one(project: Project, *texts: str) -> bool:
    """Whether pages that are saved as a.txt, b.txt ... become one article (else one each)."""
    for letter, text in zip("abcdef", texts, strict=False):
        project.page(f"{letter}.txt", text)
    report = project.clean()
    assert report.balanced()
    assert report.articles in (1, len(texts))
    return report.articles == 1


def row(body: list[str], outlet: str | None = "contohberita.id", title: str | None = HEADLINE, **more: object) -> dict:
    return {**similarity.marks_of(outlet, title, None, None, body), "corrected": 0, "given": 5, **more}


def filled(place: str, number: int) -> list[str]:
    """A press notice as an office sends it for each of its districts."""
    return [
        f"KPU {place} melantik {number} anggota panitia pemilihan di aula kecamatan {place}, Senin (4/11/2024).",
        "Para anggota mengucapkan sumpah menurut agama masing-masing dan menandatangani pakta kejujuran.",
        f"Ketua KPU {place} meminta {number} anggota itu bekerja sesuai aturan dan menjaga kesehatan.",
        "Setelah pelantikan mereka mengikuti pembekalan tentang tugas, keuangan, dan cara mengisi formulir.",
        f"Pembekalan di {place} berlangsung dua hari dan ditutup dengan pembagian kelompok kerja.",
    ]
