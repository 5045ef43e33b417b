"""No input runs script in a reader's browser, tells a local file, leaves its folder, harms another, or vanishes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.hostile import active, corpus, markup, reading
from tests.hostile.conftest import Trap, around

QUESTION = '<img src=x onerror="window.kena=1"> {{ 7*7 }} "><script>window.kena=1</script>'


def test_one_build_takes_all_hostile_inputs_and_says_what_it_refused(trap: Trap) -> None:
    assert trap.run.code == 2, trap.run.err[-2000:]  # of pages alone it would be 3; some sidecars are refused too
    assert "Traceback" not in trap.run.err
    assert len(trap.inputs) > 250
    assert len({one.name for one in trap.inputs}) == len(trap.inputs)


def test_every_input_is_an_article_or_named_and_its_words_stand_on_its_page(trap: Trap) -> None:
    site = trap.site
    assert [line for one in trap.inputs for line in site.wrong(one)] == []


def test_the_accounting_adds_up_over_what_is_there(trap: Trap) -> None:
    report = trap.site.report
    by_hand = (corpus.BY_HAND, *corpus.REFUSED)
    articles = len([path for path in trap.project.articles.rglob("*.md") if path.stem not in by_hand])
    assert report["pages"] == articles + report["duplicates"] + len(report["rejected"]) + len(report["withdrawn"])
    assert len(trap.site.ids) == articles + report["duplicates"]
    pages = {path.parent.name for path in trap.project.output.glob("berita/*/index.html")}
    assert pages == {*trap.site.ids.values(), corpus.BY_HAND}


def test_what_was_written_by_hand_is_shown_and_cannot_act(trap: Trap) -> None:
    page = trap.project.output / "berita" / corpus.BY_HAND / "index.html"
    assert [line for line in corpus.BY_HAND_WORDS if line not in reading.words(page)] == []
    assert [name for name in corpus.REFUSED if f"2024/{name}.md" not in trap.run.err] == []


def test_nothing_on_the_site_can_act(trap: Trap) -> None:
    assert [*trap.site.active()] == []


def test_no_word_of_a_file_outside_the_saved_pages_is_told(trap: Trap) -> None:
    assert [*trap.site.secrets()] == []
    fragments = [*trap.project.output.glob("pagefind/**/*.pf_fragment")]
    assert fragments, "the search index is looked at too"
    assert all(b"pagefind_dcd" in reading.unpacked(path.read_bytes()) for path in fragments)


def test_nothing_is_written_outside_its_folders_and_no_report_is_published(trap: Trap) -> None:
    assert around(trap.project.root) == trap.outside
    assert [path for path in trap.project.output.rglob("*") if path.name in ("report.json", "report.txt")] == []


def test_good_articles_are_as_if_nothing_hostile_stood_beside_them(trap: Trap) -> None:
    files = trap.alone.files()
    assert len(files) == 5
    assert {name: data for name, data in trap.project.files().items() if name in files} == files


@pytest.fixture
def opened(browser: Browser, trap: Trap) -> Iterator[Page]:
    """A page on which anything that acts is written down."""
    context = browser.new_context()
    page = context.new_page()
    acted: list[str] = []
    page.on("dialog", lambda dialog: (acted.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: "XSLT" in message.text or acted.append(message.text))
    page.on("pageerror", lambda error: acted.append(error.message))
    page.on("popup", lambda opened: acted.append(opened.url))
    page.on("download", lambda download: acted.append(download.url))
    page.on("request", lambda request: request.url.startswith(f"{trap.url}/") or acted.append(request.url))
    yield page
    context.close()
    assert acted == []


def test_no_payload_acts_in_a_browser(opened: Page, trap: Trap) -> None:
    site = trap.site
    ids = {site.ids[one.name] for module in (active, markup) for one in module.inputs() if one.name in site.ids}
    names = [f"reporter/{path.parent.name}/" for path in trap.project.output.glob("reporter/*/index.html")]
    assert len(ids) > 100
    assert len(names) > 4
    articles = [f"berita/{key}/" for key in sorted({*ids, corpus.BY_HAND})]
    for path in [*articles, *names, "", "data/", "langganan/", "arsip/2024/10/"]:
        opened.goto(f"{trap.url}/{path}")
        assert opened.evaluate("window.kena") is None, path
        assert opened.evaluate("document.querySelectorAll('main script, main img, main iframe, main form').length") == 0


def test_no_payload_acts_in_a_search_for_it_or_in_a_feed(opened: Page, trap: Trap) -> None:
    opened.goto(f"{trap.url}/cari/")
    found = []
    for question in ("onerror", "script window kena", "jinja", QUESTION):
        opened.locator("#q").fill(question)
        opened.get_by_role("button", name="Cari", exact=True).click()
        expect(opened.locator("main [role=status]")).to_contain_text(re.compile("ditemukan|yang cocok"))
        assert opened.evaluate("window.kena") is None
        assert opened.locator("main img, main iframe, main script").count() == 0
        found.append(opened.locator(".card").count())
    assert found[0] > 5, "payloads are found as the words they are"
    opened.goto(f"{trap.url}/rss.xml")
    opened.get_by_text("Untuk berlangganan").first.wait_for()
    assert opened.evaluate("window.kena") is None
