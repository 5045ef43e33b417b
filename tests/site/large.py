"""A site of some 900 made-up articles over eight elections, among them those that strain each page type most.

So few, and yet a list cut by months, a month cut by days, lists as long as one page shows, and more names than one
page lists.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from benchmarks.site.corpus import Corpus
from kliping.article import frontmatter
from kliping.elections.calendars import Calendars

COUNTS = {  # an election without articles stands among them
    "pilgub-dki-2024": 260,
    "pemilu-2024": 110,
    "pilkada-2024": 60,
    "pilkada-2020": 40,
    "pemilu-2019": 30,
    "pilgub-dki-2017": 20,
    "psu-2025": 10,
}
QUIET = 210  # articles in two days, of one stage: more than one page shows of a list, a stage, an outlet or a month
_BUSY = 150  # articles in one month, of one stage, each by a reporter of its own: no more than one page shows
_TEXT = "Gudang kotak suara dibuka untuk warga sejak pagi.\n\nPetugas menghitung isinya satu per satu."

# What is odd: id -> front matter (beside an id and an election), or the text by the key `body`.
STRAINS: dict[str, dict[str, Any]] = {
    "aneh-judul-panjang": {"title": "Gudang Kotak Suara di Lima Wilayah Kota Dibuka Serentak untuk Warga, " * 4 + "Katanya"},
    "aneh-satu-kata": {"title": "Pertanggungjawaban" * 9, "summary": "x" * 300, "reporter": "Namatanpaspasi" * 8},
    "aneh-tanda": {"title": """<script>alert("1")</script> & 'Kutip' <b>tebal</b> {{ 7 * 7 }} [a](b)""", "reporter": "Nur'aini O'Ba\"kir"},
    "aneh-arab": {"title": "صندوق الاقتراع: Kotak Suara \u202eterbalik\u202c Dibuka", "reporter": "محمد الكاتب", "source": "الصحيفة اليومية"},
    "aneh-tak-ada": {"date": None, "title": None, "source": None, "outlet": None, "reporter": None, "editor": None, "stage": None},
    "aneh-tanpa-judul": {"title": None, "date": "2024-10-05", "basis": {"date": "weekday", "stage": "date"}},
    "aneh-tanpa-kata": {"title": None, "body": "***"},
    "aneh-tahapan": {"stage": "tahapan_yang_tidak_ada"},
    "aneh-pemilihan": {"election": "pilkades-2031", "stage": "kampanye"},
    "aneh-inggris": {"title": "Ballot Warehouse Opens to the Public", "lang": "en", "source": "Warta Kota Jauh", "outlet": "wartajauh.example"},
    "aneh-ramai": {
        "reporter": [f"Nama Penulis{chr(97 + n)}" for n in range(14)],
        "editor": [f"Nama Penyunting{chr(97 + n)}" for n in range(9)],
        "agency": "Kantor Berita Teladan Nusantara Sejahtera",
        "photographer": "Nama Fotografer Yang Panjang Sekali",
        "views": 123456789,
        "saved_on": "2025-01-02",
        "note": "Catatan pengelola yang panjang. " * 20,
        "review": [f"stage: catatan peninjauan nomor {n} yang ditulis pengelola" for n in range(25)],
        "removed": {"related": 12, "advert": 3, "share": 2, "photo": 1},
        "saved": [f"folder/yang/dalam/sekali/halaman-tersimpan-nomor-{n}.html" for n in range(6)],
        "basis": {"title": "layout", "date": "weekday", "source": "dateline", "election": "terms: " + ", ".join(["Pilgub DKI Jakarta"] * 12), "stage": "terms: kampanye"},
        "url": "https://gudang.example/" + "a" * 400,
    },
    "aneh-isi": {
        "body": "# Kepala\n\n" + "Kata " * 300 + "\n\n> Kutipan panjang " + "sekali " * 60 + "\n\n- satu\n- dua\n\n1. tiga\n2. empat\n\n"
        + "`" + "kode" * 80 + "`\n\n" + "takterpotong" * 30 + "\n\n<script>x()</script>\n\n<img src=x onerror=y>\n\n[tautan](javascript:x()) [aman](https://contoh.example/x?a=1&b=2)"
    },
    "aneh-media-tunggal": {"source": "Koran Satu Kali", "outlet": "satukali.example"},
}  # fmt: skip


def write(content: Path) -> None:
    """Put them into a project's `content` folder, whose calendars are there already."""
    calendar = Calendars.load(content / "elections").elections
    folder = content / "articles"
    first = 0
    for election, count in COUNTS.items():
        corpus = Corpus(calendar[election], count)
        for number in range(first, first + count):  # so that no two elections have the same
            article = corpus.article(number)
            _put(folder / election, article.id, frontmatter.to_markdown(article))
        first += count
    for number in range(QUIET + _BUSY):
        _put(
            folder / "ramai",
            f"ramai-{number}",
            _markdown(_of_quiet_days(number) if number < QUIET else _of_busy_month(number)),
        )
    for key, values in STRAINS.items():
        odd = {
            "title": f"Kabar {key}",
            "date": "2024-10-05",
            "election": "pilgub-dki-2024",
            "stage": "kampanye",
            **values,
        }
        body = odd.pop("body", _TEXT)
        _put(folder / "aneh", key, _markdown(odd, body))


def _of_quiet_days(number: int) -> dict[str, Any]:
    title, day = f"Kabar Masa Tenang Nomor {number}", datetime.date(2024, 11, 24 + number % 2)
    place = {"election": "pilgub-dki-2024", "stage": "masa_tenang"}
    return {"title": title, "date": day, **place, "source": "Gema Tenang", "outlet": "tenang.example"}


def _of_busy_month(number: int) -> dict[str, Any]:
    title, day = f"Kabar Kampanye Nomor {number}", datetime.date(2024, 10, 1 + number % 31)
    reporter = f"{chr(65 + number % 26)}ulan Kampanye{chr(97 + number // 26)}"
    place = {"election": "pilgub-dki-2024", "stage": "kampanye"}
    return {
        "title": title,
        "date": day,
        "reporter": reporter,
        **place,
        "source": "Gema Ramai",
        "outlet": "ramai.example",
    }


def _markdown(values: dict[str, Any], body: str = _TEXT) -> str:
    days = ("date", "saved_on")  # not in quotes, in which they would be texts
    head = [f"{key}: {value if key in days and value else json.dumps(value)}\n" for key, value in values.items()]
    return f"---\n{''.join(head)}---\n\n{body}\n"


def _put(folder: Path, key: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{key}.md").write_text(text, encoding="utf-8")
