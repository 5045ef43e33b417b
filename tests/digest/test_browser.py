"""The sample site in a real Chromium, served under a sub-path: reachable, accessible, quiet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import FLAGS, chromium
from playwright.sync_api import Browser, Page, sync_playwright

from kliping import frontmatter

from .conftest import Site

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    "home": "",
    "election": "pilgub-dki-2024/",
    "stage": "pilgub-dki-2024/lintas/",
    "empty stage": "pilgub-dki-2024/masa_tenang/",
    "others": "lainnya/",
    "undated": "tanpa-tanggal/",
    "page": "metodologi/",
    "not found": "berita/tidak-ada/",
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(playwright.chromium.executable_path), args=list(FLAGS)
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page that fails the test on any console message or request to another host."""
    context = browser.new_context()
    opened = context.new_page()
    noise: list[str] = []
    opened.on("console", lambda message: noise.append(message.text))
    opened.on("request", lambda request: request.url.startswith(site.url) or noise.append(request.url))
    yield opened
    context.close()
    assert [line for line in noise if "404" not in line] == []


def _articles(site: Site) -> dict[str, dict]:
    return {v["id"]: v for p in site.project.articles.rglob("*.md") for v, _ in [frontmatter.read(p.read_bytes())]}


def test_each_article_is_found_from_the_home_page_by_clicking(page: Page, site: Site) -> None:
    articles = _articles(site)
    assert len(articles) == sum(1 for p in site.project.saved.rglob("*") if p.suffix in (".txt", ".html"))
    for key, values in articles.items():
        page.goto(f"{site.url}/")
        page.get_by_role("link", name=values["title"], exact=True).first.click()
        assert page.url == f"{site.url}/berita/{key}/"
        assert page.get_by_role("heading", level=1).inner_text() == values["title"]
        page.get_by_role("navigation").get_by_role("link", name="Beranda").first.click()
        assert page.url == f"{site.url}/"


def test_a_stage_is_reached_and_left_again(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/")
    page.locator("main a[href='pilgub-dki-2024/lintas/']").first.click()
    assert page.locator("main a[href*='berita/']").count() >= 3
    assert page.locator("link[type='application/rss+xml']").first.get_attribute("href")


def test_a_page_that_is_not_there_helps_at_any_depth(page: Page, site: Site) -> None:
    for path in ("salah", "berita/salah/", "a/b/c/d"):
        answer = page.goto(f"{site.url}/{path}")
        assert answer is not None
        assert answer.status == 404
        page.locator("main a").first.click()
        assert page.url.startswith(f"{site.url}/")
        assert page.title()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_type_breaks_an_accessibility_rule_or_scrolls_sideways(
    browser: Browser, site: Site, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened = context.new_page()
    article = f"berita/{next(iter(_articles(site)))}/"
    for kind, path in {**KINDS, "article": article}.items():
        opened.goto(f"{site.url}/{path}")
        found = Axe().run(opened, options={"runOnly": {"type": "tag", "values": TAGS}})
        broken = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]]
        assert broken == [], f"{kind} at {width} px, {scheme}"
        wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{kind} scrolls sideways at {width} px"
    context.close()


def test_the_narrowest_phone_needs_no_sideways_scroll(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    opened = context.new_page()
    for path in KINDS.values():
        opened.goto(f"{site.url}/{path}")
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()
