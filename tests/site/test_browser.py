"""The site in a real Chromium, served under a sub-path: reachable, accessible, small, quiet."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import FLAGS, barriers, chromium
from tests.site import strain
from tests.site.conftest import Site

LOOKS = [  # both widths and both schemes for each page type; axe takes seconds for a long page
    ("site", 360, "light"),
    ("site", 1280, "dark"),
    ("large_site", 360, "dark"),
    ("large_site", 1280, "light"),
]
KB = 1024


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test on any console message or request to another host."""
    context = browser.new_context()
    opened = context.new_page()
    noise: list[str] = []
    opened.on("console", lambda message: noise.append(message.text))
    opened.on("pageerror", lambda error: noise.append(error.message))
    opened.on("request", lambda request: request.url.startswith("http://127.0.0.1:") or noise.append(request.url))
    yield opened
    context.close()
    assert [line for line in noise if "404" not in line] == []


def _pages(site: Site) -> dict[str, str]:
    return {**strain.pages(site), **strain.empty(site)}


def test_an_article_is_found_from_the_home_page_by_clicking(page: Page, site: Site) -> None:
    articles = dict(sorted(site.articles.items())[::4])
    assert len(articles) >= 8
    for key, values in articles.items():
        page.goto(f"{site.url}/")
        page.get_by_role("main").locator(f"a[href='{values['election']}/{values['stage']}/']").first.click()
        page.get_by_role("main").get_by_role("link", name=values["title"], exact=True).first.click()
        assert page.url == f"{site.url}/berita/{key}/"
        assert page.get_by_role("heading", level=1).inner_text() == values["title"]
        page.get_by_role("navigation").get_by_role("link", name="Beranda").first.click()
        assert page.url == f"{site.url}/"


def test_a_page_that_is_not_there_helps_at_any_depth(page: Page, site: Site) -> None:
    for path in ("salah", "berita/salah/", "a/b/c/d"):
        answer = page.goto(f"{site.url}/{path}")
        assert answer is not None
        assert answer.status == 404
        with page.expect_navigation():
            page.locator("main a").first.click()
        assert page.url.startswith(f"{site.url}/")
        assert page.title()


@pytest.mark.parametrize(("which", "width", "scheme"), LOOKS)
def test_no_page_type_breaks_an_accessibility_rule_or_scrolls_sideways(
    browser: Browser, request: pytest.FixtureRequest, which: str, width: int, scheme: str
) -> None:
    """Types that the sample has are searched for barriers there: in the large site the same templates are only longer."""
    either: Site = request.getfixturevalue(which)
    searched = _pages(request.getfixturevalue("site")).keys() if which == "large_site" else ()
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened = context.new_page()
    for kind, path in _pages(either).items():
        opened.goto(f"{either.url}/{path}")
        if kind not in searched:
            assert barriers(opened) == [], f"{kind} ({path}) at {width} px, {scheme}"
        wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{kind} ({path}) scrolls sideways at {width} px"
    context.close()


def test_the_narrowest_phone_needs_no_sideways_scroll(browser: Browser, either: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    opened = context.new_page()
    for kind, path in _pages(either).items():
        opened.goto(f"{either.url}/{path}")
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320, f"{kind} ({path})"
    context.close()


def test_every_page_type_opens_without_a_word_in_the_console_or_a_request_to_another_host(
    page: Page, either: Site
) -> None:
    for path in _pages(either).values():
        page.goto(f"{either.url}/{path}")


def test_every_page_type_reads_the_same_without_scripts(browser: Browser, either: Site) -> None:
    told = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        opened = context.new_page()
        texts = {}
        for kind, path in _pages(either).items():
            opened.goto(f"{either.url}/{path}")
            texts[kind] = opened.locator("main").inner_text()
        told.append(texts)
        context.close()
    assert told[0] == told[1]


def test_a_reader_with_a_keyboard_alone_gets_from_home_to_an_article_and_sees_where_they_are(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.url}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    page.keyboard.press("Enter")
    for _ in range(400):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const on = document.activeElement, box = on.getBoundingClientRect(), look = getComputedStyle(on);"
            " return [on.href || '', look.outlineStyle, box.bottom > 0 && box.top < innerHeight]; })()"
        )
        assert seen[1:] == ["solid", True], seen
        if "/berita/" in seen[0]:
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/berita/**")
    assert page.locator("h1").inner_text()


def test_every_control_is_large_enough_to_hit(browser: Browser, either: Site) -> None:
    """24 px either way (WCAG 2.2, 2.5.8), but for links within a sentence."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    for kind, path in _pages(either).items():
        opened.goto(f"{either.url}/{path}")
        small = opened.evaluate(
            "[...document.querySelectorAll('nav a, .headline a, .tally a, .bars a, button, select, input, summary')]"
            ".filter(on => on.offsetParent && on.getBoundingClientRect().height < 24).map(on => on.outerHTML.slice(0, 120))"
        )
        assert small == [], f"{kind} ({path})"
    context.close()


@pytest.mark.parametrize(("kind", "most"), [("home", 20 * KB), ("article", 15 * KB)])
def test_a_page_is_small_and_asks_for_little(page: Page, either: Site, kind: str, most: int) -> None:
    """Over the wire, with all it loads."""
    path = strain.pages(either)[kind]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{either.url}/{path}", wait_until="networkidle")
    assert len(asked) <= 4, asked
    names = [url.removeprefix(f"{either.url}/") for url in asked]
    files = [either.folder / (f"{name}index.html" if name.endswith("/") or not name else name) for name in names]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= most
    style = either.folder / "theme/css/kliping.css"
    assert style.stat().st_size <= 12 * KB


@pytest.mark.parametrize("path", ["rss.xml", "pilgub-dki-2024/lintas/atom.xml", "pilgub-dki-2024/masa_tenang/rss.xml"])
def test_a_feed_is_readable_where_a_reader_clicks_on_it(browser: Browser, site: Site, path: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    opened.goto(f"{site.url}/{path}")
    opened.get_by_text("Untuk berlangganan").first.wait_for()  # the browser puts a page in the place of the feed
    opened.wait_for_load_state()
    assert opened.evaluate("document.compatMode") == "CSS1Compat"
    assert opened.evaluate("document.styleSheets.length") == 1
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360
    assert barriers(opened) == []
    opened.get_by_role("link", name="semua umpan").click()
    assert opened.url == f"{site.url}/langganan/"
    context.close()


def test_a_feed_is_readable_in_a_browser_that_has_given_up_xslt(browser: Browser, site: Site) -> None:
    without = browser.browser_type.launch(
        executable_path=chromium(browser.browser_type.executable_path), args=[*FLAGS, "--disable-features=XSLT"]
    )
    opened = without.new_page()
    opened.goto(f"{site.url}/pilgub-dki-2024/lintas/rss.xml")
    opened.wait_for_timeout(300)
    if opened.evaluate("document.documentElement.tagName") == "rss":  # an older one knows no such switch
        display = "name => getComputedStyle(document.querySelector(name)).display"
        assert opened.evaluate(display, "item") == "block"
        assert opened.evaluate(display, "guid") == "none"
    without.close()
