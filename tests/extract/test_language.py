"""The language of a text: Indonesian unless another is plain."""

from __future__ import annotations

import pytest

from kliping.extract.language import detect_language

LEAD = "Panitia pemilihan Kelurahan Melati mengecat ulang dua puluh bilik suara yang tersimpan di gudang."
ENGLISH = "The committee of Melati village has painted twenty voting booths kept in a storehouse by the river."

CASES = [
    ("id", [LEAD]),
    ("en", [ENGLISH]),
    ("en", ["JAKARTA - Booths are ready for the vote."]),
    ("en", [ENGLISH, f"“{LEAD}” the head of the committee said on Wednesday, with a brush in his hand."]),
    ("id", [LEAD, f'"{ENGLISH}" kata tamu dari luar negeri itu kepada ketua panitia.', f'"{ENGLISH}" ujarnya.']),
    ("id", [f'"{ENGLISH}" kata tamu itu.', f'"{ENGLISH}" ujarnya.', f'"{ENGLISH}" kata dia.']),
    ("id", ["Peserta lomba: The Voice of Melati, Sound of Kenanga", *(f"Regu {i} {i * 10}" for i in range(1, 9))]),
    ("id", ["Final", "Kelurahan Melati 120", "Kelurahan Mawar 60", "Total 180"]),
    ("id", ["The Voice of Melati", "Paslon 1: 120 suara", "Paslon 2: 60 suara"]),
    ("id", ["Melati 120", "12,5%"]),
    ("id", ["Pemenangnya Made in Melati, kata juri lomba."]),
    ("zh", ["雅加达选举委员会周三开始分类和折叠选票。", "工作预计需要五天。"]),
    ("ja", ["ジャカルタの選挙管理委員会は水曜日に投票用紙の仕分けを始めた。"]),
    ("ko", ["자카르타 선거관리위원회는 수요일에 투표용지 분류를 시작했다."]),
    ("ar", ["بدأت لجنة الانتخابات في جاكرتا فرز أوراق الاقتراع يوم الأربعاء."]),
    ("ru", ["Избирательная комиссия Джакарты начала сортировку бюллетеней в среду."]),
    ("id", [LEAD, "Poster itu bertuliskan 请投票 dan ditempel pada papan pengumuman."]),
    ("ms", ["Pengerusi suruhanjaya berkata mesyuarat itu ditangguhkan kerana hujan lebat di kampung itu, dan semua yang hadir pulang."]),
    ("id", ["Ketua komisi mengatakan rapat itu ditunda karena hujan, kata mereka bahawa semua yang hadir pulang."]),
    ("id", ["Warga bercerita bahawa hujan turun kerana angin, dan yang lain pulang."]),
    ("jv", ["Panitia pilihan ing Kalurahan Melati wis ngecet bilik swara kang disimpen ing gudhang, lan iki ora dibayar."]),
    ("su", ["Panitia pamilihan di Kalurahan Melati geus ngecet bilik sora anu disimpen dina gudang, jeung teu dibayar."]),
    ("id", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "body"), CASES)
def test_a_text_is_in_the_language_its_small_words_or_letters_are_of(code, body):
    assert detect_language(body) == code
