"""`invoke start`: a project becomes a digest of one's own, and nothing of one's own is lost by it."""

from __future__ import annotations

import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kliping.commands.shipped import MANIFEST, unchanged
from kliping.site.settings.edit import with_values
from tests import write_shipped
from tests.conftest import PROJECT, Project, lay, story
from tests.runner import Run
from tests.site.conftest import command, invoke

OWN = ("--name", "Kliping Pilgub Jabar", "--publisher", "Kantor Teladan", "--contact", "humas@contoh.example")
JABAR = ("--new", "pilgub-jabar-2024", "--parent", "pilkada-2024", "--region", "Jawa Barat")


@pytest.fixture
def fork(tmp_path: Path) -> Project:
    """All that Kliping is shipped with."""
    lay(tmp_path, "saved", "articles", "outlets", "elections", "pages")
    return Project(tmp_path)


def settings(fork: Project) -> str:
    return (fork.root / "pelican.conf.py").read_text()


def elections(fork: Project) -> set[str]:
    return {path.stem for path in (fork.root / "content/elections").iterdir()}


def test_the_list_of_what_is_shipped_is_that_of_the_copies_of_the_tests() -> None:
    assert MANIFEST.read_text() == write_shipped.written(), (
        "uv run --group test python -m tests.write_shipped writes it"
    )
    assert len([*unchanged(PROJECT / "content", ("saved/",))]) > 40


def test_one_command_and_a_build_give_a_site_without_a_sample_and_without_another_region(fork: Project) -> None:
    assert invoke(fork.root, "election", *JABAR).code == 0
    run = invoke(fork.root, "start", *OWN, "--election", "pilgub-jabar-2024", "--site-url", "https://contoh.example/k/")
    assert run.code == 0, run.err
    assert elections(fork) == {"tahapan", "pilkada-2024", "pilgub-jabar-2024"}
    assert [*fork.saved.iterdir()] == [] == [*fork.articles.iterdir()]
    fork.page(
        "a.txt",
        story("KPU Jabar Sortir Surat Suara Pilgub Jabar 2024")
        .replace("Jakarta", "Jawa Barat")
        .replace("JAKARTA", "BANDUNG"),
    )
    run = invoke(fork.root, "build")
    assert run.code == 0, run.err
    values, _, _ = fork.article("a.txt")
    assert values["election"] == "pilgub-jabar-2024"
    pages = [
        path for path in (fork.root / "output").rglob("*") if path.suffix in (".html", ".xml", ".json", ".csv", ".opml")
    ]
    assert [str(path) for path in pages if "jakarta" in path.read_text().casefold().replace("asia/jakarta", "")] == []
    home, feed = ((fork.root / "output" / name).read_text() for name in ("index.html", "rss.xml"))
    assert "Dihimpun dan diterbitkan oleh Kantor Teladan." in home
    assert '<a href="mailto:humas@contoh.example">' in home
    assert "<link>https://contoh.example/k/</link>" in feed
    assert "<managingEditor>humas@contoh.example (Kantor Teladan)</managingEditor>" in feed


def test_run_again_it_changes_only_what_is_asked(fork: Project) -> None:
    invoke(fork.root, "start", *OWN, "--election", "pilkada-2024")
    fork.page("a.txt", story())
    fork.clean()
    (fork.root / "content/elections/pilbup-melati-2030.yaml").write_text(
        "id: pilbup-melati-2030\nname: X\nyear: 2030\n"
    )
    before, kept = fork.files(), elections(fork)
    assert before
    assert invoke(fork.root, "start", "--contact", "0812 3456", "--election", "pilkada-2024").code == 0
    assert settings(fork).count("CONTACT = ") == 1
    assert 'CONTACT = "0812 3456"  # an e-mail' in settings(fork)
    assert 'SITENAME = "Kliping Pilgub Jabar"' in settings(fork)
    assert (fork.files(), elections(fork)) == (before, kept)
    assert (fork.saved / "a.txt").is_file()


def test_what_is_ones_own_among_the_samples_stays_and_is_named(fork: Project) -> None:
    sample = next(path for path in sorted(fork.saved.glob("*.txt")))
    sample.write_text(sample.read_text() + "\nSatu baris lagi.\n")
    fork.page("sendiri.txt", story())
    _, _, edited = fork.article("pemilu-2024/rbg-penataan-dapil.txt")
    edited.write_text(edited.read_text() + "\nDitambah tangan.\n")
    calendar = fork.root / "content/elections/psu-2025.yaml"
    calendar.write_text(calendar.read_text() + "# catatan sendiri\n")
    run = invoke(fork.root, "start", *OWN, "--election", "pilkada-2024")
    assert run.code == 0
    assert sorted(path.name for path in fork.saved.iterdir()) == [sample.name, "sendiri.txt"]
    assert f"{edited.relative_to(fork.root)}: was edited by hand, so it stays" in run.err
    assert edited.is_file()
    assert calendar.is_file()
    run = invoke(fork.root, "build")
    assert run.code == 2
    assert "no calendar in content/elections has election `pemilu-2024`; it is listed under Lainnya" in run.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--site-url", "bukan alamat"), "--site-url 'bukan alamat' is no address"),
        (("--contact", "humas@"), "--contact 'humas@' is no address"),
        (("--contact", "https://"), "--contact 'https://' is no address"),
        (("--election", "pilgub-melati-2030"), "--election pilgub-melati-2030: there is no such election here"),
        (("--messages", "jv"), "--messages 'jv': must be one of id, en, or empty to follow the machine"),
        (("--name", "  "), "--name: must not be empty"),
        (("--name", "x" * 201), "--name: must be one line of at most 200 characters"),
        (("--publisher", "Kantor Teladan"), "say what the digest is called or what it is about"),
    ],
)
def test_an_answer_that_is_none_is_one_line_and_changes_nothing(
    fork: Project, words: tuple[str, ...], why: str
) -> None:
    before = {path: path.read_bytes() for path in fork.root.rglob("*") if path.is_file()}
    run = invoke(fork.root, "start", *words, "--yes")
    assert run.code == 64
    assert run.err.startswith(f"stopped: {why}")
    assert run.err.count("\n") == 1
    after = {path: path.read_bytes() for path in fork.root.rglob("*") if path.is_file() and "kliping" not in str(path)}
    assert after == {path: data for path, data in before.items() if "kliping" not in str(path)}


def answered(fork: Project, *answers: str) -> Run:
    """`invoke start` on a terminal at which these lines are typed."""
    typed, environment = command("start")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        typed, cwd=fork.root, env=environment, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    os.close(slave)
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
    out, err = process.communicate(timeout=60)
    os.close(master)
    return Run(process.returncode, out, err)


def test_on_a_terminal_it_asks_until_the_answer_is_one_and_makes_an_election_that_is_not_there(fork: Project) -> None:
    run = answered(
        fork,
        "en",
        "pilgub-jabar-2024",
        "Jawa Barat",
        "",
        "",
        "Kantor Teladan",
        "humas@",
        "0812 3456",
        "x",
        "https://contoh.example/k",
    )
    assert run.code == 0, run.err
    assert "--contact 'humas@' is no address" in run.err
    assert "--site-url 'x' is no address" in run.err
    assert elections(fork) == {"tahapan", "pilkada-2024", "pilgub-jabar-2024"}
    told = settings(fork)
    for name, value in {
        "SITENAME": "Kliping Pilgub Jawa Barat 2024",
        "PUBLISHER": "Kantor Teladan",
        "CONTACT": "0812 3456",
        "MESSAGES": "en",
    }.items():
        assert f'{name} = "{value}"' in told
    assert 'os.environ.get("SITEURL") or "https://contoh.example/k"' in told


def test_nothing_but_enter_on_a_terminal_changes_nothing(fork: Project) -> None:
    invoke(fork.root, "start", *OWN, "--election", "pilkada-2024")
    before = settings(fork), elections(fork)
    run = answered(fork, *[""] * 6)
    assert run.code == 0, run.err
    assert (settings(fork), elections(fork)) == before


def test_an_election_of_ones_own_keeps_what_it_is_part_of(fork: Project) -> None:
    invoke(fork.root, "election", *JABAR)
    assert invoke(fork.root, "start", *OWN, "--election", "pemilu-2024").code == 0
    assert elections(fork) == {"tahapan", "pemilu-2024", "pilgub-jabar-2024", "pilkada-2024"}
    assert invoke(fork.root, "build").code == 0


def test_answers_that_end_too_early_leave_all_as_it_was(fork: Project) -> None:
    before = {path: path.read_bytes() for path in (fork.root / "content").rglob("*") if path.is_file()}
    run = answered(fork, "en", "pilgub-jabar-2024", "Jawa Barat", "", "\x04")
    assert (run.code, "nothing was changed" in run.err) == (64, True), run.err
    assert {path: path.read_bytes() for path in (fork.root / "content").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "# satu\x0c\n" + text,
        lambda text: text.replace("import os\n", "").replace(
            text[text.index("SITEURL =") : text.index("MESSAGES")], 'SITEURL = "https://lama.example"\n'
        ),
    ],
    ids=["mark", "line ends", "form feed", "plain address"],
)
def test_settings_of_any_hand_are_written_so_that_they_run(fork: Project, change: Callable[[str], str]) -> None:
    file = fork.root / "pelican.conf.py"
    file.write_bytes(change(file.read_text()).encode())
    run = invoke(fork.root, "start", *OWN, "--election", "pilkada-2024", "--site-url", "https://contoh.example/k")
    assert run.code == 0, run.err
    assert invoke(fork.root, "build").code == 0
    home = (fork.root / "output/index.html").read_text()
    assert "https://contoh.example/k/" in home
    assert "Kliping Pilgub Jabar" in home


def test_settings_are_set_where_they_stand_and_all_else_stays() -> None:
    text = 'import os\n\nSITENAME = "Lama"  # nama\nX = (\n    1\n)\nSITEURL = os.environ.get(\n    "SITEURL"\n)\nSITENAME = "Baru"\nY = 2\n'
    values = {"SITENAME": 'Kliping "Kita" \\', "SITEURL": "https://contoh.example", "CONTACT": "0812"}
    told: dict[str, object] = {}
    written = with_values(text, values)
    exec(written, told)  # noqa: S102 - our own text
    assert (told["SITENAME"], told["CONTACT"], told["X"], told["Y"]) == ('Kliping "Kita" \\', "0812", 1, 2)
    assert told["SITEURL"] == os.environ.get("SITEURL", "https://contoh.example")
    assert "# nama" in written
    assert with_values(written, values) == written


def test_the_one_election_of_ones_own_is_offered_and_an_id_without_a_year_is_asked_again(fork: Project) -> None:
    invoke(fork.root, "election", *JABAR)
    run = answered(fork, "en", "tanpa-tahun", "", "", "", "", "")
    assert run.code == 0, run.err
    assert "'tanpa-tahun' must be small letters, digits and hyphens with a year" in run.err
    assert elections(fork) == {"tahapan", "pilkada-2024", "pilgub-jabar-2024"}
    assert 'SITENAME = "Kliping Pilgub Jawa Barat 2024"' in settings(fork)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ('SITENAME = (\n    "a"\n)\nX = 1\n', 'SITENAME = (\n    "b"\n)\nCONTACT = "c"\nX = 1\n'),
        ('X = 1; SITENAME = "a"; Y = 2\n', 'X = 1; SITENAME = "b"; Y = 2\nCONTACT = "c"\n'),
        ('SITENAME = "a\u2028é"  # catatan\n', 'SITENAME = "b"  # catatan\nCONTACT = "c"\n'),
    ],
)
def test_only_the_value_of_a_setting_is_replaced(text: str, want: str) -> None:
    assert with_values(text, {"SITENAME": "b", "CONTACT": "c"}) == want
