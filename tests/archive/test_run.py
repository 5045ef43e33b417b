"""The cleaning half on real folders: what is written, kept, removed, and told."""

from __future__ import annotations

import json
import os
import time

import pytest

from kliping.article import frontmatter
from kliping.system.errors import Exit, Stop
from tests.conftest import Project, story


def test_one_page_becomes_one_article_with_all_keys_of_the_contract(project: Project) -> None:
    project.page("a.txt", story())
    report = project.clean()
    values, body, path = project.article("a.txt")
    assert list(values) == list(frontmatter.KEYS)
    assert (report.pages, report.articles, report.written) == (1, 1, 1)
    assert path.parent.name == "2024"
    assert path.stem == values["id"]
    assert values["reporter"] == "Rara Contoh"
    assert "Pasar" not in body


def test_a_second_run_changes_no_byte_and_reads_no_page(project: Project) -> None:
    for i in range(3):
        project.page(f"{i}.txt", story(f"Gudang Nomor {i} Mulai Sortir Surat Suara", i))
    project.clean()
    before = project.files()
    report = project.clean()
    assert project.files() == before
    assert (report.read, report.redone, report.kept, report.written) == (0, 0, 3, 0)


def test_a_lost_or_broken_index_gives_the_same_bytes(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    before = project.files()
    state = project.root / "content/.articles.kliping"
    (state / "ledger.sqlite").write_text("{broken")
    report = project.clean()
    assert project.files() == before
    assert report.written == 0


def test_a_changed_page_alone_is_done_again(project: Project) -> None:
    project.page("a.txt", story(number=1))
    project.page("b.txt", story("Gudang Kedua Mulai Sortir Surat Suara", 2))
    project.clean()
    project.page("a.txt", story(number=3))
    report = project.clean()
    assert (report.read, report.redone, report.kept) == (1, 1, 1)


def test_a_changed_profile_redoes_its_own_pages_only(project: Project) -> None:
    profile = project.root / "content/outlets/contohberita.id.yaml"
    profile.write_text("name: Contoh Berita\ndomain: contohberita.id\n")
    project.page("a.txt", story())
    project.page("b.txt", story("Gudang Kedua Mulai Sortir Surat Suara", 2).replace("CONTOHBERITA.ID", "LAINBERITA.ID"))
    project.clean()
    profile.write_text("name: Contoh Berita\ndomain: contohberita.id\nlabels: {editor: [Penjaga]}\n")
    report = project.clean()
    assert (report.redone, report.kept) == (1, 1)


def test_a_new_profile_is_found_by_the_pages_it_is_for(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story("Gudang Kedua Mulai Sortir Surat Suara", 2).replace("CONTOHBERITA.ID", "LAINBERITA.ID"))
    project.clean()
    (project.root / "content/outlets/contohberita.id.yaml").write_text("name: Contoh Berita\ndomain: contohberita.id\n")
    report = project.clean()
    assert (report.redone, report.kept) == (1, 1)
    assert project.article("a.txt")[0]["source"] == "Contoh Berita"


def test_a_sidecar_overrides_any_field_and_says_so(project: Project) -> None:
    project.page("a.txt", story())
    project.page(
        "a.yaml",
        "reporter: [Sari Teladan, Tono Teladan]\ndate: 2024-10-25\nviews: 7\nstage: kampanye\nnote: Keterangan pengelola.\n",
    )
    project.clean()
    values, _, _ = project.article("a.txt")
    assert values["reporter"] == ["Sari Teladan", "Tono Teladan"]
    assert (str(values["date"]), values["views"], values["stage"]) == ("2024-10-25", 7, "kampanye")
    assert values["note"] == "Keterangan pengelola."
    assert {values["basis"][key] for key in ("reporter", "date", "views", "stage")} == {"curator"}


def test_a_folder_file_states_facts_for_its_pages_and_the_nearest_word_wins(project: Project) -> None:
    project.page("koran/_folder.yaml", "source: Koran Teladan\nagency: Kantor Teladan\n")
    project.page("koran/a.txt", story())
    project.page("koran/a.yaml", "agency: Kantor Lain\n")
    project.clean()
    values, _, _ = project.article("koran/a.txt")
    assert (values["source"], values["agency"]) == ("Koran Teladan", "Kantor Lain")


def test_a_wrong_sidecar_value_is_named_and_the_rest_counts(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", "date: 2024-02-30\nreportr: X\nelection: pilgub-dki-2042\nviews: 12\n")
    report = project.clean()
    told = "\n".join(report.problems)
    assert "a.yaml" in told
    assert "2024-02-30" in told
    assert "did you mean `reporter`" in told
    assert "did you mean `pilgub-dki-2024`" in told
    assert project.article("a.txt")[0]["views"] == 12
    assert report.exit is Exit.REFUSED


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("source", "a" * 301), ("agency", "a" * 301), ("photographer", "a" * 301), ("title", "a" * 301), ("note", "a" * 1001),
        ("summary", "a" * 1001), ("views", 10**12), ("views", -1), ("note", "\u200b"), ("body", " \u2060\n\n"), ("lang", "x"),
    ],
)  # fmt: skip
def test_what_the_site_would_refuse_is_refused_in_the_sidecar_so_that_no_article_is_lost(
    project: Project, key: str, value: object
) -> None:
    project.page("a.txt", story())
    project.clean()
    before = project.files()
    project.page("a.yaml", f"{json.dumps(key)}: {json.dumps(value)}\n")
    report = project.clean()
    assert [f"`{key}` must be" in problem for problem in report.problems] == [True]
    assert project.files() == before


def test_a_name_of_nothing_visible_is_no_name(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", 'reporter: ["\\u200b", "Sari Teladan", " "]\neditor: "\\u2060"\n')
    project.clean()
    values, _, _ = project.article("a.txt")
    assert (values["reporter"], values["editor"]) == ("Sari Teladan", None)


def test_publish_false_takes_the_article_down_and_counts_the_reason(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    project.page("a.yaml", "publish: false\nreason: diminta penerbit\n")
    report = project.clean()
    assert project.files() == {}
    assert report.withdrawn == {"a.txt": "diminta penerbit"}
    assert report.balanced()


def test_a_hand_edit_is_never_overwritten_and_comes_back_as_sidecar_lines(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    _, _, path = project.article("a.txt")
    edited = (
        path.read_text()
        .replace('reporter: "Rara Contoh"', 'reporter: "Rara Teladan"')
        .replace("bergantian", "bergiliran")
    )
    path.write_text(edited)
    report = project.clean(fresh=True)
    assert path.read_text() == edited
    lines = next(iter(report.edited.values()))
    project.page("a.yaml", lines)
    path.write_text("")  # the edit is lost; its sidecar brings it back
    project.clean(restore=path)
    values, body, _ = project.article("a.txt")
    assert values["reporter"] == "Rara Teladan"
    assert "bergiliran" in body


def test_restore_goes_back_to_what_the_page_gives(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    before = project.files()
    _, _, path = project.article("a.txt")
    path.write_text(path.read_text().replace("Rara", "Sari"))
    assert project.clean().edited
    report = project.clean(restore=path)
    assert project.files() == before
    assert not report.edited


def test_restore_of_a_file_that_is_no_article_is_refused(project: Project) -> None:
    project.page("a.txt", story())
    with pytest.raises(Stop, match="no article"):
        project.clean(restore=project.root / "content/articles/2024/tidak-ada.md")


def test_an_article_goes_with_its_page_unless_it_was_edited(project: Project) -> None:
    project.page("a.txt", story())
    page = project.page("b.txt", story("Gudang Kedua Mulai Sortir Surat Suara", 2))
    project.clean()
    _, _, kept = project.article("a.txt")
    kept.write_text(kept.read_text().replace("Rara", "Sari"))
    page.unlink()
    (project.saved / "a.txt").unlink()
    report = project.clean()
    assert list(project.files()) == [kept.relative_to(project.articles).as_posix()]
    assert list(report.edited) == [kept.relative_to(project.articles).as_posix()]
    assert report.removed == 1


def test_an_article_written_by_hand_is_left_alone(project: Project) -> None:
    path = project.articles / "2024/tulisan-tangan.md"
    path.parent.mkdir(parents=True)
    path.write_text('---\ntitle: "Tulisan tangan"\n---\n\nIsi.\n')
    project.page("a.txt", story())
    report = project.clean()
    assert path.read_text().endswith("Isi.\n")
    assert report.by_hand == 1


def test_an_emptied_folder_does_not_empty_the_site(project: Project) -> None:
    pages = [project.page(f"{i}.txt", story(f"Gudang Nomor {i} Mulai Sortir Surat Suara", i)) for i in range(12)]
    project.clean()
    before = project.files()
    for page in pages:
        page.unlink()
    with pytest.raises(Stop, match="--prune"):
        project.clean()
    assert project.files() == before
    assert project.clean(prune=True).removed == 12
    assert project.files() == {}


def test_an_id_once_given_stays_whatever_headline_or_date_change(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    first = project.article("a.txt")[0]["id"]
    project.page("a.yaml", "title: Judul Yang Dibetulkan Pengelola\ndate: 2025-01-03\n")
    project.clean()
    values, _, path = project.article("a.txt")
    assert values["id"] == first
    assert path.parent.name == "2025"
    assert len(project.files()) == 1


def test_the_same_article_saved_twice_is_one_article_naming_both_pages(project: Project) -> None:
    project.page("a.txt", story())
    project.page("lagi/b.txt", "Beranda\n\n" + story())
    report = project.clean()
    assert (report.articles, report.duplicates) == (1, 1)
    assert project.article("a.txt")[0]["saved"] == ["a.txt", "lagi/b.txt"]
    (project.saved / "lagi/b.txt").unlink()
    project.clean()
    assert project.article("a.txt")[0]["saved"] == "a.txt"


def test_copies_by_two_outlets_stay_two_articles_that_name_each_other(project: Project) -> None:
    text = "Penulis: Rara Contoh\n\n{}Petugas gudang menyortir surat suara Pilgub Jakarta 2024 di kawasan Melati, Kamis (24/10/2024).\n"
    project.page("a.txt", "Gudang Melati Mulai Sortir\n" + text.format(""))
    project.page("a.yaml", "outlet: contohsatu.id\n")
    project.page("b.txt", "Gudang Melati Mulai Sortir\n" + text.format(""))
    project.page("b.yaml", "outlet: contohdua.id\n")
    project.clean()
    first, second = project.article("a.txt")[0], project.article("b.txt")[0]
    assert first["id"] != second["id"]
    assert (first["also"], second["also"]) == ([second["id"]], [first["id"]])


def test_a_dry_run_writes_nothing(project: Project) -> None:
    project.page("a.txt", story())
    report = project.clean(dry_run=True)
    assert report.articles == 1
    assert not project.articles.exists()


def test_a_page_as_young_as_the_index_is_read_again(project: Project) -> None:
    page = project.page("a.txt", story())
    os.utime(page, ns=(0, time.time_ns() + 10**12))
    project.clean()  # the page may change in the same moment once more, with the same size
    assert project.clean().read == 1
    os.utime(page, ns=(0, time.time_ns() - 10**12))
    project.clean()
    assert project.clean().read == 0


def test_a_renamed_or_moved_page_keeps_its_address_and_counts_for_no_brake(project: Project) -> None:
    for i in range(12):
        project.page(f"{i}.txt", story(f"Gudang Nomor {i} Mulai Sortir Surat Suara", i))
    project.clean()
    before = set(project.files())
    (project.saved / "arsip").mkdir()
    for i in range(12):
        (project.saved / f"{i}.txt").rename(project.saved / f"arsip/lagi-{i}.txt")
    report = project.clean()
    assert set(project.files()) == before
    assert report.removed == 0
    assert project.article("arsip/lagi-3.txt")[0]["saved"] == "arsip/lagi-3.txt"


def test_pages_that_swap_their_names_keep_their_own_addresses(project: Project) -> None:
    first, second = story(), story("Gudang Kedua Mulai Sortir Surat Suara", 2)
    project.page("a.txt", first)
    project.page("b.txt", second)
    project.clean()
    id_of_first = project.article("a.txt")[0]["id"]
    project.page("a.txt", second)
    project.page("b.txt", first)
    project.clean()
    assert project.article("b.txt")[0]["id"] == id_of_first


def test_a_renamed_page_of_an_edited_article_gives_no_second_article(project: Project) -> None:
    page = project.page("a.txt", story())
    project.clean()
    _, _, path = project.article("a.txt")
    path.write_text(path.read_text().replace("Rara", "Sari"))
    page.rename(project.saved / "c.txt")
    project.clean()
    assert len(project.files()) == 1
    project.page("c.yaml", "publish: false\nreason: diminta penerbit\n")
    project.clean()
    assert project.files() == {}


def test_restore_without_the_saved_page_leaves_the_edit(project: Project) -> None:
    page = project.page("a.txt", story())
    project.clean()
    _, _, path = project.article("a.txt")
    path.write_text(path.read_text().replace("Rara", "Sari"))
    page.unlink()
    with pytest.raises(Stop, match="is gone"):
        project.clean(restore=path)
    assert "Sari" in path.read_text()


def test_what_a_second_save_told_goes_with_it(project: Project) -> None:
    project.page("z.txt", story())
    project.clean()
    before = project.files()
    project.page("a.txt", story())
    project.page("a.yaml", "editor: Salah Orang\nviews: 999\n")
    project.clean()
    assert project.article("z.txt")[0]["editor"] == "Salah Orang"
    (project.saved / "a.txt").unlink()
    (project.saved / "a.yaml").unlink()
    project.clean()
    assert project.files() == before


def test_an_article_whose_page_is_rejected_now_stays_and_is_named(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    before = project.files()
    project.page("a.txt", "")
    report = project.clean()
    assert project.files() == before
    assert list(report.rejected) == ["a.txt"]
    assert any("stays as it was" in notice for notice in report.notices)


def test_withdrawing_one_save_withdraws_the_article(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story())
    project.page("b.yaml", "publish: false\nreason: diminta penerbit\n")
    report = project.clean()
    assert project.files() == {}
    assert set(report.withdrawn) == {"a.txt", "b.txt"}
    assert report.balanced()
    assert report.removed == 0  # nothing stood there yet
    (project.saved / "b.yaml").unlink()
    assert project.clean().withdrawn == {}
    assert project.article("a.txt")[0]["saved"] == ["a.txt", "b.txt"]


def test_a_sidecar_of_any_save_counts(project: Project) -> None:
    project.page("a.txt", story())
    project.page("z.txt", story())
    project.page("z.yaml", "note: Catatan penting.\n")
    project.clean()
    assert project.article("a.txt")[0]["note"] == "Catatan penting."


def test_a_copy_under_another_outlets_dateline_is_known_as_one(project: Project) -> None:
    project.page("a.txt", story())
    project.page("b.txt", story().replace("CONTOHBERITA.ID", "LAINBERITA.COM"))
    project.clean()
    assert project.article("a.txt")[0]["also"] == [project.article("b.txt")[0]["id"]]


def test_an_unreadable_calendar_changes_nothing(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    before = project.files()
    path = project.root / "content/elections/pilgub-dki-2024.yaml"
    path.write_text(path.read_text() + "\n : [\n")
    with pytest.raises(Stop, match=r"pilgub-dki-2024\.yaml.*nothing was changed"):
        project.clean()
    assert project.files() == before


def test_a_broken_article_gets_no_second_file_beside_it(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    _, _, path = project.article("a.txt")
    path.write_text("---\ntitle: [tidak ditutup\n---\n\nIsi.\n")
    project.page("a.yaml", "date: 2025-02-01\n")
    project.clean()
    assert [file.name for file in project.articles.rglob("*.md")] == [path.name]


def test_printed_sidecar_lines_give_the_edited_article_back(project: Project) -> None:
    project.page("a.txt", story())
    project.clean()
    _, _, path = project.article("a.txt")
    text = path.read_text()
    edits = {
        "url: null": 'url: "https://www.contohberita.id/gudang"',
        'reporter: "Rara Contoh"': 'reporter:\n  - "Rara Contoh"\n  - "Sari: Contoh"',
        "date: 2024-10-24": "date: 2024-10-23",
        "Sebanyak 41 orang": "Sebanyak 41\norang",
    }
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)
    theirs = frontmatter.read(text.encode())
    project.page("a.yaml", project.clean().edited[path.relative_to(project.articles).as_posix()])
    assert "restore" in next(iter(project.clean().edited.values()))  # nothing is left to tell
    project.clean(restore=path)
    values, body, _ = project.article("a.txt")
    for key in ("url", "reporter", "date", "source", "outlet", "title", "stage"):
        assert values[key] == theirs[0][key], key
    assert body == theirs[1]


def test_an_election_the_curator_takes_away_takes_its_stage_along(project: Project) -> None:
    project.page("a.txt", story())
    project.page("a.yaml", "election: null\n")
    project.clean()
    values, _, _ = project.article("a.txt")
    assert (values["election"], values["stage"]) == (None, None)
