"""Evidence pages: each becomes the Markdown beside it, and says what its labels say. No outlet without proof."""

from __future__ import annotations

import difflib
import html
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from kliping.archive.run import Archive, Folders
from kliping.article import frontmatter
from kliping.site.render import filters
from kliping.text.unicode import fold
from tests.conftest import ROOT
from tests.write_pages import CONTENT, PAGES, cleaned, evidence

FIELDS = (
    "title",
    "date",
    "reporter",
    "editor",
    "views",
    "source",
    "outlet",
    "agency",
    "photographer",
    "election",
    "stage",
)
CHECKED = (*FIELDS, "first_words", "last_words")
LABELS = (*CHECKED, "gone", "lost")  # lost: words of the body we know to be lost; a note to readers
EVIDENCE = evidence()
HELD = ("title", "date", "views", "agency", "photographer", "election", "stage")  # told by the page alone
PEOPLE = (  # pages whose people only a profile tells apart: which of two bare names edited, what the house prints between
    "kompas.com/a-pelatihan-kpps-tanjung-seruni.html",
    "republika.co.id/a-sengketa-bupati-talang.html",
    "suara.com/a-debat-terminal-tirtalaksmi.html",
    "suara.com/b-linmas-lembah-sepat.txt",
    "thejakartapost.com/a-ballot-boats.html",
    "thejakartapost.com/b-voters-list.txt",
)
PROFILES = sorted(path.stem for path in (CONTENT / "outlets").glob("*.yaml") if path.stem != "names")


def name(page: Path) -> str:
    return page.relative_to(PAGES).as_posix()


def labels(page: Path) -> dict[str, Any]:
    """What a person read on the page; {} where nobody labelled it."""
    file = page.with_suffix(".expected.yaml")
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}


def words(body: str) -> str:
    """A body as a reader sees it."""
    return fold(html.unescape(re.sub(r"<[^<>]*>", " ", str(filters.html(body)))))


def notes(markdown: bytes) -> set[str]:
    """The doubts in an article."""
    return set(frontmatter.read(markdown)[0].get("review") or ())


def differing(page: Path, markdown: bytes) -> list[str]:
    """The labels an article does not fulfil."""
    values, body = frontmatter.read(markdown)
    shown = words(body)
    wrong = []
    for label, wanted in labels(page).items():
        found: Any = {"first_words": shown[: len(str(wanted))], "last_words": shown[-len(str(wanted)) :]}.get(
            label, values.get(label)
        )
        if label == "gone":
            wrong += [f"gone: {noise}" for noise in wanted if fold(noise) in shown]
        elif label in CHECKED and found != wanted:
            wrong.append(f"{label}: {found!r}, not {wanted!r}")
    return wrong


@pytest.mark.parametrize("page", EVIDENCE, ids=name)
def test_a_page_becomes_the_markdown_beside_it_byte_for_byte(page):
    file = page.with_suffix(".md")
    made = cleaned(page)
    kept = file.read_bytes() if file.exists() else b""
    if made != kept:
        lines = (data.decode().splitlines(keepends=True) for data in (kept, made))
        diff = "".join(difflib.unified_diff(*lines, str(file.relative_to(ROOT)), "what it becomes now"))
        pytest.fail(f"{diff}\nIf that is right: uv run python -m tests.write_pages {name(page)}", pytrace=False)


def test_one_run_over_all_pages_writes_the_same_articles(tmp_path):
    """By all that `clean` is, workers included; only the path of the saved page differs, and so the stamp."""
    leave = shutil.ignore_patterns("*.md", "*.expected.yaml")
    shutil.copytree(PAGES, tmp_path / "saved", ignore=leave)
    folders = Folders(tmp_path / "saved", tmp_path / "articles", CONTENT / "outlets", CONTENT / "elections")
    report = Archive(folders).run()
    assert (report.articles, report.rejected, report.problems) == (len(EVIDENCE), {}, [])
    made = [frontmatter.read(path.read_bytes()) for path in folders.articles.rglob("*.md")]
    for values, body in made:
        page = PAGES / values["saved"]
        alone = frontmatter.read(page.with_suffix(".md").read_bytes())
        assert (values | {"saved": page.name, "stamp": alone[0]["stamp"]}, body) == alone


@pytest.mark.parametrize("page", [page for page in EVIDENCE if labels(page)], ids=name)
def test_a_page_says_what_its_labels_say(page):
    assert set(labels(page)) <= set(LABELS)
    assert differing(page, cleaned(page)) == []


@pytest.mark.parametrize("domain", sorted({page.parent.name for page in EVIDENCE} - {"generic"}))
def test_an_outlet_we_read_is_proved_by_two_labelled_pages(domain):
    assert len([page for page in EVIDENCE if page.parent.name == domain and labels(page)]) >= 2


@pytest.mark.parametrize("domain", PROFILES)
def test_a_profile_is_needed_by_a_page_that_its_name_and_domain_alone_would_not_read(domain):
    pages = [page for page in EVIDENCE if page.parent.name == domain and labels(page)]
    found = [why for page in pages for why in differing(page, cleaned(page, f"{domain}.yaml"))]
    found += [note for page in pages for note in notes(cleaned(page, f"{domain}.yaml")) - notes(cleaned(page))]
    assert found, f"{domain}: its pages read the same without its rules; a line in names.yaml is enough"


@pytest.mark.parametrize(
    "page", [page for page in EVIDENCE if page.parent.name != "generic" and labels(page)], ids=name
)
def test_a_page_of_an_outlet_unknown_to_us_states_nothing_wrong(page):
    """Its profile, its name and those of the sites below its domain are taken away."""
    values, _ = frontmatter.read(cleaned(page, unknown=page.parent.name))
    wanted, noted = labels(page), " ".join(values["review"])
    facts = HELD if name(page) in PEOPLE else (*HELD, "reporter", "editor")
    assert [
        (fact, values[fact])
        for fact in facts
        if fact in wanted and values[fact] not in (None, wanted[fact]) and f"{fact}:" not in noted
    ] == []
    printed = letters(page.read_text(encoding="utf-8", errors="replace"))
    assert values["source"] == wanted["source"] or letters(values["source"] or "") in printed
    assert values["outlet"] is None or letters(values["outlet"]) in printed


def letters(text: str) -> str:
    return re.sub(r"\W+", "", html.unescape(text).casefold())


def test_every_file_among_the_pages_belongs_to_one():
    stems = {page.with_suffix("") for page in EVIDENCE}
    kinds = (".md", ".yaml", ".expected.yaml")
    files = [path for path in PAGES.rglob("*") if path.is_file() and path not in EVIDENCE]
    strays = [
        name(path)
        for path in files
        if not any(path == stem.with_name(stem.name + kind) for stem in stems for kind in kinds)
    ]
    assert strays == []
