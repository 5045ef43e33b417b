"""`invoke election`: a file of a few lines that is whole, and a refusal that changes nothing."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kliping.commands.new_election import election, planned, text
from kliping.elections.calendars import Calendars
from kliping.elections.regions import find
from kliping.system.errors import Stop
from tests.conftest import ROOT, Project, story


def run(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *words]
    return subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False, timeout=60)


def test_the_file_it_writes_is_that_of_the_document(project: Project) -> None:
    (command, shown) = re.search(
        r"```sh\nuv run invoke (election .+)\n```.+?```yaml\n(.+?)```",
        (ROOT / "docs/elections.md").read_text(encoding="utf-8"),
        re.DOTALL,
    ).groups()
    done = run(project, *(word.strip('"') for word in re.findall(r'"[^"]+"|\S+', command)))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("written: content/elections/pilgub-jabar-2024.yaml; ")
    assert (project.root / "content/elections/pilgub-jabar-2024.yaml").read_text(encoding="utf-8") == shown


def test_an_article_about_the_new_election_goes_to_it_with_its_stage(project: Project) -> None:
    planned(project.root, "pilgub-jabar-2024", "pilkada-2024", "Jawa Barat").write()
    project.page(
        "a.txt",
        story("KPU Garut Sortir Surat Suara Pilgub Jabar 2024").replace("Jakarta", "Jabar").replace("JAKARTA", "GARUT"),
    )
    assert project.clean().problems == []
    values, _, _ = project.article("a.txt")
    assert (values["election"], values["stage"]) == ("pilgub-jabar-2024", "logistik")


@pytest.mark.parametrize(
    ("new", "region", "name", "short"),
    [
        ("pilbup-bandung-2024", "Bandung", "Pemilihan Bupati dan Wakil Bupati Bandung 2024", "Pilbup Bandung 2024"),
        (
            "pilwali-surabaya-2024",
            "surabaya",
            "Pemilihan Wali Kota dan Wakil Wali Kota Surabaya 2024",
            "Pilwali Surabaya 2024",
        ),
        ("pilkada-garut-2024", "Kab. Garut", "Pilkada Kabupaten Garut 2024", "Pilkada Kabupaten Garut 2024"),
    ],
)
def test_names_come_from_the_id_and_the_region(project: Project, new: str, region: str, name: str, short: str) -> None:
    planned(project.root, new, "pilkada-2024", region).write()
    found = Calendars.load(project.root / "content/elections")
    assert found.problems == []
    assert (found.elections[new].name, found.elections[new].short, found.elections[new].year) == (name, short, 2024)
    assert found.elections[new].stages


def test_an_election_of_another_year_than_its_parent_states_it(project: Project) -> None:
    parent = Calendars.load(project.root / "content/elections").elections["pilkada-2024"]
    assert "\nyear: 2025  # " in text("pilgub-papua-2025", parent, find("Papua")[0])
    assert "\nyear:" not in text("pilgub-papua-2024", parent, find("Papua")[0])


def test_the_offer_in_its_comments_can_be_taken(project: Project) -> None:
    file = planned(project.root, "pilgub-jabar-2024", "pilkada-2024", "Jawa Barat").write()
    taken = re.sub(r"^# (?=stages:|  )", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(taken, encoding="utf-8")
    found = Calendars.load(file.parent)
    assert found.problems == []
    (window,) = found.elections["pilgub-jabar-2024"].stage("penetapan").windows
    assert window.basis == "media"
    assert len(found.elections["pilgub-jabar-2024"].stages) == len(found.elections["pilkada-2024"].stages)


@pytest.mark.parametrize(
    ("new", "parent", "region", "says"),
    [
        ("pilgub-dki-2024", "pilkada-2024", "DKI Jakarta", "is there already"),
        ("Pilgub Jabar", "pilkada-2024", "Jawa Barat", "must be small letters"),
        ("../pilgub-jabar-2024", "pilkada-2024", "Jawa Barat", "must be small letters"),
        ("pilgub-jabar", "pilkada-2024", "Jawa Barat", "with a year"),
        ("pilgub-jabar-2024", "pilkada-2023", "Jawa Barat", "--parent pilkada-2023 is no election here"),
        ("pilgub-jabar-2024", "pilgub-jabar-2024", "Jawa Barat", "--parent pilgub-jabar-2024 is no election here"),
        ("pilgub-jabar-2024", None, "Jawa Barat", "name one of pilgub-dki-2024, pilkada-2024"),
        ("pilgub-jabar-2024", "pilkada-2024", None, "say where it is held"),
        ("pilgub-jabar-2024", "pilkada-2024", "Jawa Brat", "write one such as Jawa Barat"),
        ("pilgub-jabar-2024", "pilkada-2024", "Surabaya", "a Pilgub is held in a provinsi, and this is Kota Surabaya"),
        ("pilkada-bandung-2024", "pilkada-2024", "Bandung", "write one such as Kabupaten Bandung / Kota Bandung"),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_line(
    project: Project, new: str, parent: str | None, region: str | None, says: str
) -> None:
    before = sorted(project.root.rglob("*"))
    with pytest.raises(Stop, match=re.escape(says)) as stop:
        planned(project.root, new, parent, region).write()
    assert stop.value.code == 64
    assert "\n" not in str(stop.value)
    assert sorted(project.root.rglob("*")) == before


def test_without_a_new_one_it_lists_the_elections(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    election(project.root, None, None, None)
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "pilkada-2024: Pemilihan Kepala Daerah Serentak 2024"
    assert len(lines) == 2
    with pytest.raises(SystemExit) as ended:
        election(project.root, None, "pilkada-2024", None)
    assert ended.value.code == 64
