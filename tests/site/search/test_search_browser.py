"""The search page and the choice of light or dark in a real Chromium, on a site with several indexes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kliping.site.search.records import MOST
from tests.browser import barriers
from tests.conftest import ROOT
from tests.site.conftest import served
from tests.site.scratch import DKI, Scratch

HOSTILE = '<img src=x onerror="document.title=1"> & <mark>&lt;b&gt;</mark>'


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """More articles than one index holds; some that tests look for."""
    project = Scratch.at(tmp_path_factory.mktemp("digest"))
    stages = ("kampanye", "data_pemilih", None)
    for number in range(MOST + 50):
        date = f"20{23 + number % 2}-{1 + number % 12:02}-{1 + number % 28:02}"
        project.write(
            f"n{number}", f"Warga gudang nomor {number}.", stage=stages[number % 3], date=date, source="Melati"
        )
    for number, day in enumerate(("2023-05-01", "2024-06-02", "2024-06-03", "null")):
        stage = "kampanye" if number % 2 else "data_pemilih"
        body = f"Kenanga memilih kotak nomor {number}."
        project.write(f"p{number}", body, stage=stage, date=day, source=f"Seroja {number}", reporter="Rara Contoh")
    project.write("jahat", f"Flamboyan {HOSTILE} dan lain-lain.", title=f"'Flamboyan {HOSTILE}'", stage="kampanye")
    assert project.build().code == 0
    assert (project.output / "pagefind/1").is_dir()
    return project


@pytest.fixture(scope="module")
def url(kept: Scratch) -> Iterator[str]:
    with served(kept.output) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, url: str) -> Iterator[Callable[..., Page]]:
    """Opens pages that fail the test on any console message, error, or request to another host."""
    noise: list[str] = []
    contexts: list[BrowserContext] = []

    def quiet(**options: object) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("request", lambda request: request.url.startswith(url) or noise.append(request.url))
        return page

    yield quiet
    for context in contexts:
        context.close()
    assert noise == []


def _told(page: Page, text: str) -> None:
    expect(page.locator("main [role=status]")).to_have_text(text)


def _days(page: Page) -> list[str]:
    return [text.split(" · ")[0] for text in page.locator(".card time").all_inner_texts()]


# Finding


def test_a_word_finds_another_of_its_stem_and_shows_it_where_it_stands(opened: Callable[..., Page], url: str) -> None:
    page = opened()
    page.goto(f"{url}/")
    page.get_by_role("link", name="Cari", exact=True).click()
    page.get_by_label("Kata yang dicari").fill("pemilih")
    page.get_by_role("button", name="Cari", exact=True).click()
    _told(page, "4 berita ditemukan")
    assert page.url == f"{url}/cari/?q=pemilih"
    assert page.title().startswith("pemilih – Cari")
    assert page.locator(".card mark").all_inner_texts() == ["memilih"] * 4
    card = page.locator(".card").filter(has_text="Seroja 1")
    assert card.locator("time").get_attribute("datetime") == "2024-06-02"
    assert card.locator("time").inner_text() == "2 Juni 2024"
    assert page.locator(".card").filter(has_text="Seroja 3").get_by_text("Tanpa tanggal").count() == 1
    card.get_by_role("link").click()
    assert page.url == f"{url}/berita/p1/"


def test_a_query_with_filters_and_order_survives_back_and_reload(opened: Callable[..., Page], url: str) -> None:
    page = opened()
    page.goto(f"{url}/cari/?q=memilih")
    _told(page, "4 berita ditemukan")
    assert page.get_by_label("Tahun").locator("option").all_inner_texts() == [
        "Semua tahun", "2024 (2)", "2023 (1)", "Tanpa tanggal (1)",
    ]  # fmt: skip
    page.get_by_label("Tahun").select_option("2024")
    _told(page, "2 berita ditemukan")
    page.get_by_label("Tahapan").select_option("kampanye")
    _told(page, "1 berita ditemukan")
    address = page.url
    assert address == f"{url}/cari/?q=memilih&tahapan=kampanye&tahun=2024"
    assert page.get_by_label("Tahun").locator("option").all_inner_texts() == [
        "Semua tahun", "2024 (1)", "Tanpa tanggal (1)",
    ], "what another choice would give here"  # fmt: skip
    page.locator(".card a").click()
    page.go_back()
    for again in (lambda: None, page.reload):
        again()
        _told(page, "1 berita ditemukan")
        assert page.url == address
        assert page.get_by_label("Kata yang dicari").input_value() == "memilih"
        assert page.get_by_label("Tahun").input_value() == "2024"
        assert page.get_by_label("Tahapan").input_value() == "kampanye"
    page.go_back()
    _told(page, "2 berita ditemukan")
    assert page.get_by_label("Tahapan").input_value() == ""
    page.go_back()
    _told(page, "4 berita ditemukan")
    page.go_forward()
    _told(page, "2 berita ditemukan")


def test_every_filter_narrows_what_is_found(opened: Callable[..., Page], url: str) -> None:
    page = opened()
    for label, value, count in (
        ("Pemilihan", DKI, 4), ("Pemilihan", "lainnya", None), ("Tahapan", "data_pemilih", 2), ("Media", "Seroja 2", 1),
        ("Reporter", "Rara Contoh", 4), ("Tahun", "tanpa-tanggal", 1),
    ):  # fmt: skip
        page.goto(f"{url}/cari/?q=memilih")
        _told(page, "4 berita ditemukan")
        if count is None:
            assert page.get_by_label(label).locator(f"option[value={value}]").count() == 0
            continue
        page.get_by_label(label, exact=True).select_option(value)
        _told(page, f"{count} berita ditemukan")


def test_newest_first_holds_over_all_indexes_and_more_are_shown_by_a_button(
    opened: Callable[..., Page], url: str
) -> None:
    page = opened()
    page.goto(f"{url}/cari/?q=warga&urut=terbaru")
    _told(page, "1.300 berita ditemukan")
    assert page.locator(".card").count() == 10
    for shown in (20, 30):
        page.get_by_role("button", name="Tampilkan hasil berikutnya").press("Enter")
        expect(page.locator(".card")).to_have_count(shown)
        expect(page.locator(".card a").nth(shown - 10)).to_be_focused()
    days = [time.get_attribute("datetime") for time in page.locator(".card time").all()]
    assert days == sorted(days, reverse=True)
    assert len({*days}) > 1
    assert days[0] == "2024-12-28"
    assert len({*page.locator(".card a").all_inner_texts()}) == 30


def test_the_last_results_take_the_button_away_and_the_undated_come_last(opened: Callable[..., Page], url: str) -> None:
    page = opened()
    page.goto(f"{url}/cari/?q=memilih&urut=terbaru")
    _told(page, "4 berita ditemukan")
    links = [link.get_attribute("href") for link in page.locator(".card a").all()]
    assert links == [f"{url}/berita/{name}/" for name in ("p2", "p1", "p0", "p3")]
    assert page.locator(".more button").is_hidden()


def test_nothing_found_and_nothing_asked_have_a_way_on(opened: Callable[..., Page], url: str) -> None:
    page = opened()
    page.goto(f"{url}/cari/?q=xyzzy")
    _told(page, "Tidak ada berita yang cocok")
    assert page.locator(".nowhere").get_by_role("link", name="Pilgub DKI Jakarta 2024").is_visible()
    page.goto(f"{url}/cari/?tahun=2024")
    _told(page, "Tulis kata yang dicari")
    assert page.get_by_label("Tahun").input_value() == "2024"
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{url}/cari/")
    expect(page.get_by_label("Media").locator("option")).to_have_count(6)
    assert page.locator(".nowhere").is_hidden()
    assert not [url for url in requests if ".pf_index" in url]


def test_what_an_article_holds_is_shown_as_text(opened: Callable[..., Page], url: str) -> None:
    page = opened()
    page.goto(f"{url}/cari/?q=flamboyan")
    _told(page, "1 berita ditemukan")
    assert page.locator(".card img").count() == 0
    assert page.locator(".card a").inner_text() == f"Flamboyan {HOSTILE}"
    assert '<img src=x onerror="document.title=1"> & <mark>' in page.locator(".summary").inner_text()
    assert page.locator(".summary mark").all_inner_texts() == ["Flamboyan"]


def test_the_search_is_worked_by_keyboard_alone(opened: Callable[..., Page], url: str) -> None:
    page = opened()
    page.goto(f"{url}/cari/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the skip link
    page.keyboard.press("Tab")
    page.keyboard.type("memilih")
    page.keyboard.press("Enter")
    _told(page, "4 berita ditemukan")
    for _ in range(8):  # button, six choices, first result
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"{url}/berita/p\d/"))


# Wherever and whatever


def test_the_same_files_are_searched_at_the_root_of_a_domain(browser: Browser, kept: Scratch) -> None:
    with served(kept.output, "") as root:
        page = browser.new_page()
        page.goto(f"{root}/cari/?q=memilih&urut=terbaru")
        _told(page, "4 berita ditemukan")
        assert page.locator(".card a").first.get_attribute("href") == f"{root}/berita/p2/"
        page.close()


def test_without_a_worker_the_page_itself_searches(browser: Browser, url: str) -> None:
    page = browser.new_page()
    page.route("**/pagefind-worker.js", lambda route: route.abort())
    page.goto(f"{url}/cari/?q=memilih")
    _told(page, "4 berita ditemukan")
    page.close()


def test_an_index_that_cannot_be_loaded_is_said_and_has_a_way_on(browser: Browser, url: str) -> None:
    page = browser.new_page()
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(f"{url}/cari/?q=memilih")
    _told(page, "Pencarian gagal dimuat. Periksa sambungan internet, lalu muat ulang halaman ini.")
    assert page.locator(".nowhere").get_by_role("link").first.is_visible()
    page.unroute("**/pagefind.js")
    page.reload()
    _told(page, "4 berita ditemukan")
    page.close()


def test_without_javascript_there_is_a_way_on_and_no_control_that_does_nothing(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/cari/?q=memilih")
    assert page.get_by_text("Pencarian memerlukan JavaScript").is_visible()
    assert page.locator(".nowhere").is_hidden()
    assert page.locator("form").is_hidden()
    assert page.get_by_role("button").count() == 0
    page.locator("main").get_by_role("link", name="Pilgub DKI Jakarta 2024").click()
    assert page.url == f"{url}/{DKI}/"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_results_break_no_accessibility_rule_and_scroll_no_page_sideways(
    opened: Callable[..., Page], url: str, width: int, scheme: str
) -> None:
    page = opened(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for query, told in (
        ("warga", "1.300 berita ditemukan"), ("xyzzy", "Tidak ada berita yang cocok"), ("flamboyan", "1 berita ditemukan")
    ):  # fmt: skip
        page.goto(f"{url}/cari/?q={query}")
        _told(page, told)
        assert barriers(page) == [], query
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query


# Light or dark


LIGHT, DARK = "rgb(251, 250, 247)", "rgb(22, 20, 26)"


def _paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


@pytest.mark.parametrize(
    ("scheme", "button", "before", "after"), [("light", "Gelap", LIGHT, DARK), ("dark", "Terang", DARK, LIGHT)]
)
def test_the_readers_choice_of_light_or_dark_holds_on_every_page_until_taken_back(
    opened: Callable[..., Page], url: str, scheme: str, button: str, before: str, after: str
) -> None:
    page = opened(color_scheme=scheme)
    page.goto(f"{url}/")
    group = page.get_by_role("group", name="Tampilan warna")
    assert _paper(page) == before
    assert group.get_by_role("button", pressed=True).all_inner_texts() == ["Otomatis"]
    group.get_by_role("button", name=button).click()
    for path in ("", "berita/p1/", "cari/?q=memilih", "tidak-ada"):
        if path != "tidak-ada":
            page.goto(f"{url}/{path}")
        assert _paper(page) == after, path
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") in page.locator(
            "meta[name=color-scheme]"
        ).get_attribute("content")
        assert group.get_by_role("button", pressed=True).all_inner_texts() == [button]
        assert barriers(page) == [], path
    page.emulate_media(media="print")
    assert _paper(page) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    group.get_by_role("button", name="Otomatis").click()
    page.reload()
    assert _paper(page) == before


def test_the_choice_is_there_before_the_page_is_and_works_without_storage(browser: Browser, url: str) -> None:
    context = browser.new_context(color_scheme="light")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{url}/")
    page.get_by_role("button", name="Gelap").click()
    assert _paper(page) == DARK
    assert errors == []
    context.close()


def test_the_script_of_the_choice_stands_in_the_head_so_that_nothing_flashes(kept: Scratch) -> None:
    for name in ("index.html", "berita/p1/index.html", "tentang/index.html", "404.html"):
        head = (kept.output / name).read_text().partition("</head>")[0]
        assert re.search(r'<script src="[^"]*theme/js/theme\.js"></script>', head), name
        assert head.index("color-scheme") < head.index("theme.js"), name


def test_both_ways_to_dark_have_the_same_colours() -> None:
    style = (ROOT / "theme/static/css/kliping.css").read_text()
    first, second = re.findall(r"--paper: #16141a;[^}]*?--doubt: #\w+;", style)
    assert first.split() == second.split()
