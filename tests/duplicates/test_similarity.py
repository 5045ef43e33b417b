"""When two pages are one article: saved again and revised, or two stories that only look alike."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kliping.duplicates import clusters, similarity
from tests.saves import CORRECTION, HEADLINE, LEAD, OTHER, PLACES, TEXT, are_one, filled, page, row

# One outlet: what is one article


def test_a_page_saved_again_with_another_advertisement_is_one_article(project):
    advert = "Unduh aplikasi kami dan nikmati kabar terbaru setiap pagi tanpa biaya langganan."
    assert are_one(project, page(), page(*TEXT[:4], advert, *TEXT[4:]))


@pytest.mark.parametrize(
    "again",
    [
        [*TEXT, CORRECTION],
        TEXT[:7],
        [*TEXT[:3], OTHER[0], *TEXT[4:]],
        [text.replace("37", "41") for text in TEXT],
        [*TEXT[:6], *OTHER[:2], *TEXT[6:]],
    ],
    ids=["a correction added", "cut off", "a paragraph rewritten", "a number mended", "two paragraphs added"],
)
def test_a_page_whose_text_was_revised_is_one_article(project, again):
    assert are_one(project, page(), page(*again))


def test_an_update_under_the_same_headline_is_one_article(project):
    again = [text.replace("37", "41") for text in TEXT]
    assert are_one(project, page(), page(*again, OTHER[0], headline=f"Update: {HEADLINE}"))


@pytest.mark.parametrize("again", [[*TEXT, CORRECTION], TEXT[:-1]], ids=["added to", "shortened"])
def test_a_page_under_a_new_headline_is_one_article_where_nothing_in_its_text_was_changed(project, again):
    assert are_one(project, page(), page(*again, headline="Puluhan Orang Lipat Surat Suara di Melati"))


def test_at_one_address_even_figures_that_all_changed_are_one_article(project):
    project.page("a.yaml", "url: https://contohberita.id/politik/hitung-suara\n")
    project.page("b.yaml", "url: http://m.contohberita.id/politik/hitung-suara/?utm_source=x\n")
    early, late = (
        [
            f"Di Kelurahan {place} sudah {count + k} dari {count + 90} kotak yang dihitung."
            for k, place in enumerate(PLACES)
        ]
        for count in (110, 340)
    )
    assert are_one(project, page(*early), page(*late, headline="Hitung Suara di Melati Hampir Rampung"))


# One outlet: what stays two


def test_the_second_half_of_an_article_at_the_same_address_stays_an_article(project):
    for letter in "ab":
        project.page(f"{letter}.yaml", "url: https://contohberita.id/politik/lipat-surat-suara\n")
    assert not are_one(project, page(*TEXT[:5]), page(*TEXT[5:], *OTHER, lead=OTHER[0]))


def test_the_same_headline_over_another_text_stays_two(project):
    assert not are_one(project, page(), page(*OTHER, lead="Relawan kebersihan dicari untuk tiga hari di Melati."))


def test_two_districts_in_one_template_stay_two(project):
    first = page(*filled("Melati", 25), headline="KPU Melati Lantik Panitia Pemilihan")
    second = page(*filled("Kenanga", 30), headline="KPU Kenanga Lantik Panitia Pemilihan")
    assert not are_one(project, first, second)


def test_two_districts_in_one_template_stay_two_even_under_one_headline_on_one_day(project):
    first, second = (
        page(*filled(*told), headline="Pelantikan Panitia Pemilihan") for told in (("Melati", 25), ("Seroja", 30))
    )
    assert not are_one(project, first, second)


def test_a_count_whose_figures_all_moved_on_stays_two_where_no_address_says_that_it_is_one(project):
    early, late = (
        [
            f"Di Kelurahan {place} sudah {count + k} dari {count + 90} kotak yang dihitung."
            for k, place in enumerate(PLACES)
        ]
        for count in (110, 340)
    )
    assert not are_one(project, page(*TEXT[:8], *early), page(*TEXT[:8], *late))


def test_an_office_that_tells_of_two_districts_under_one_headline_on_one_day_stays_two_however_rarely_it_names_them(
    project,
):
    second = [text.replace("Tono", "Wira") for text in TEXT]
    assert not are_one(project, page(), page(*second))


def test_a_single_name_that_stands_against_another_keeps_two_headlines_apart(project):
    second = page(*[text.replace("Tono", "Wira") for text in TEXT], headline="Pengawas Wira Teladan Pantau Gudang")
    assert not are_one(project, page(), second)


def test_a_weekly_series_under_one_headline_stays_one_article_a_week(project):
    first = page(*filled("Melati", 25), headline="Kabar Panitia Pemilihan Pekan Ini")
    weeks = [
        first,
        first.replace("Kamis, 24 Oktober", "Kamis, 31 Oktober").replace("4/11", "11/11").replace("25", "28"),
        first.replace("Kamis, 24 Oktober", "Kamis, 7 November").replace("4/11", "18/11").replace("25", "21"),
    ]
    assert not are_one(project, *weeks)


def test_a_daily_notice_under_one_headline_stays_one_article_a_day(project):
    second = page(*[text.replace("12.400", "13.750") for text in TEXT], day="Jumat, 25 Oktober 2024")
    assert not are_one(project, page(), second)


def test_a_text_printed_again_another_day_under_a_new_headline_stays_two(project):
    second = page(*TEXT, CORRECTION, headline="Puluhan Orang Lipat Surat Suara", day="Senin, 28 Oktober 2024")
    assert not are_one(project, page(), second)


def test_a_short_report_and_a_long_story_that_took_it_in_stay_two_under_two_headlines(project):
    long = page(*TEXT[:4], *OTHER, *TEXT[4:], headline="Dari Gudang ke Kotak: Perjalanan Surat Suara Melati")
    assert not are_one(project, page(*TEXT[:4]), long)


def test_a_new_story_that_ends_with_the_background_of_the_last_stays_two(project):
    second = page(*OTHER, *TEXT[-4:], headline="Gudang Melati Cari Relawan Kebersihan", lead=OTHER[0])
    assert not are_one(project, page(), second)


def test_of_texts_of_one_sentence_under_two_headlines_only_equal_ones_are_the_same():
    short = "Petugas gudang di kawasan Melati mulai melipat surat suara sejak pagi dan baru berhenti setelah hujan turun deras"
    first, equal, longer = (
        row([f"{short}{more}."], title=title)
        for more, title in (("", HEADLINE), ("", "Lipat Surat Suara Dimulai"), (" sekali", "Lipat Surat Suara Dimulai"))
    )
    assert len(clusters.clustered({"a": first, "b": equal})) == 1
    assert len(clusters.clustered({"a": first, "b": longer})) == 2
    assert len(clusters.clustered({"a": equal, "b": longer})) == 1


def test_a_short_text_is_a_copy_of_one_with_a_word_more_only_under_the_same_headline():
    short = "Petugas gudang di kawasan Melati mulai melipat surat suara sejak pagi dan baru berhenti setelah hujan turun deras"
    first = row([f"{short}."])
    for title, also in ((HEADLINE, [("b",), ("a",)]), ("Lipat Surat Suara Dimulai", [(), ()])):
        other = row([f"{short} sekali."], outlet="lainberita.com", title=title)
        assert [group.also for group in clusters.clustered({"a": first, "b": other})] == also


def test_a_row_of_small_changes_does_not_join_two_texts_that_are_not_alike():
    steps = [row([LEAD, *TEXT[k:], *OTHER[:k]]) for k in range(len(OTHER) + 1)]
    rows = {f"{k}.txt": step for k, step in enumerate(steps)}
    assert all(similarity.is_same(one, other, similarity.alike(one, other)) for one, other in pairwise(steps))
    groups = clusters.clustered(rows)
    assert 1 < len(groups) < len(rows)
    for group in groups:
        first = rows[group.chosen]
        assert all(similarity.is_same(first, rows[name], similarity.alike(first, rows[name])) for name in group.saved)


def test_a_page_like_two_articles_belongs_to_the_one_it_is_most_like():
    first, second, between = (row([LEAD, *TEXT[k:], *OTHER[:k]], given=given) for k, given in ((0, 9), (5, 8), (3, 1)))
    groups = clusters.clustered({"a": first, "b": second, "c": between})
    assert [group.saved for group in groups] == [("a",), ("b", "c")]
