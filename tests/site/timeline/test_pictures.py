"""The timeline of every calendar in a real Chromium, measured: no text runs into anything, nothing runs over."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from kliping.elections.calendars import Calendars
from kliping.elections.model import Election
from kliping.site.timeline.axis import NARROW, WIDE
from tests.conftest import PROJECT
from tests.site.scratch import Scratch

CALENDARS = Calendars.load(PROJECT / "content/elections").elections
WIDTHS = (320, 360, 768, 1280)
HOST = "http://kliping.example"

# What is drawn, in the pixels of the screen: texts as far as their letters go, marks with their round ends.
MEASURE = """() => {
  const plot = document.querySelector(".plot"), box = r => [r.left, r.top, r.right, r.bottom];
  const texts = [...plot.querySelectorAll("b, text")].flatMap(node => {
    const range = document.createRange(); range.selectNodeContents(node);
    const found = node.tagName == "B" ? range.getBoundingClientRect() : node.getBoundingClientRect();
    return found.width ? [[node.textContent, ...box(found)]] : [];
  });
  const pieces = path => {
    const to = path.getScreenCTM(), half = parseFloat(path.getAttribute("stroke-width")) / 2, found = [];
    const ends = path.getAttribute("stroke-linecap") == "round" ? half : 0;
    let x = 0, y = 0;
    for (const [, sign, dx, dy, length] of path.getAttribute("d").matchAll(/([Mm])(-?[\\d.]+) ?(-?[\\d.]+)v(\\d+)/g)) {
      [x, y] = sign == "M" ? [+dx, +dy] : [x + +dx, y + +dy];
      const top = new DOMPoint(x, y).matrixTransform(to); y += +length;
      const end = new DOMPoint(x, y).matrixTransform(to);
      found.push([top.x - half, top.y - ends, end.x + half, end.y + ends]);
    }
    return found;
  };
  const bars = [...plot.querySelectorAll("path.bar")].flatMap(path => {
    const to = path.getScreenCTM();
    return [...path.getAttribute("d").matchAll(/M([\\d.]+) ([\\d.]+)h([\\d.]+)v(\\d+)/g)].map(([, x, y, width, height]) => {
      const from = new DOMPoint(x, y).matrixTransform(to), end = new DOMPoint(+x + +width, +y + +height).matrixTransform(to);
      return [from.x, from.y, end.x, end.y];
    });
  });
  const picture = plot.querySelector(".strips svg").getBoundingClientRect();
  const em = parseFloat(getComputedStyle(plot.querySelector(".scale")).fontSize);
  return {
    texts, bars, picture: box(picture), room: picture.width / em, wide: document.documentElement.scrollWidth,
    pieces: [...plot.querySelectorAll("g path")].flatMap(pieces)
  };
}"""


def write_news(project: Scratch, election: Election) -> None:
    """Articles on the edges of each window, many in one week, some off all windows, far away, and without a date."""
    for stage in election.stages:
        days = [day for window in stage.windows for day in (window.start, window.end)]
        first = days[0] if days else election.stages[0].windows[0].start if election.stages[0].windows else None
        if stage.id == "regulasi" or not first:
            continue  # a stage without articles
        days += [first + datetime.timedelta(days=more) for more in (-90, 15, 15, 16, 16, 17, 200, 4000)]
        dates = [*map(str, days), *[str(first)] * 20, "null"]
        for number, date in enumerate(dates):
            project.write(
                f"{election.id}-{stage.id.replace('_', '-')}-{number}", election=election.id, stage=stage.id, date=date
            )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """Every calendar there is: one election without articles, one with a single one, the others with many."""
    made = Scratch.at(tmp_path_factory.mktemp("pictures"))
    shutil.copytree(PROJECT / "content/elections", made.root / "content/elections", dirs_exist_ok=True)
    _, single, *others = CALENDARS.values()
    made.write("tunggal", election=single.id, stage=single.stages[0].id, date=str(single.stages[0].windows[0].start))
    for election in others:
        write_news(made, election)
    run = made.build("--site-url", HOST)
    assert run.code == 0, run.err
    return made


def context(browser: Browser, project: Scratch, width: int, **options: str) -> BrowserContext:
    """A browser that finds the site at HOST without any server."""

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(f"{HOST}/").split("#")[0]
        route.fulfill(path=Path(project.output, path + "index.html" * (path == "" or path.endswith("/"))))

    found = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
    found.route("**/*", serve)
    return found


def meet(one: list[float], other: list[float]) -> bool:
    """Whether two boxes share more than a hair."""
    return all(min(one[i + 2], other[i + 2]) - max(one[i], other[i]) > 0.1 for i in (0, 1))


def opened(place: BrowserContext, path: str) -> Page:
    page = place.new_page()
    page.goto(f"{HOST}/{path}")
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_of_a_timeline_runs_into_anything_and_nothing_runs_over(browser, project, width):
    place = context(browser, project, width)
    for key in CALENDARS:
        page = opened(place, f"{key}/")
        found = page.evaluate(MEASURE)
        texts = [(name, box) for name, *box in found["texts"]]
        assert len(texts) > 5
        for number, (name, box) in enumerate(texts):
            assert box[0] >= 0, f"{key}: {name} runs over"
            assert box[2] <= width, f"{key}: {name} runs over"
            assert not [n for n, other in texts[number + 1 :] if meet(box, other)], f"{key}: {name} meets another text"
            assert not [p for p in found["pieces"] if meet(box, p)], f"{key}: {name} meets a mark or a voting day"
            assert not [bar for bar in found["bars"] if meet(box, bar)], f"{key}: {name} meets a bar"
        left, top, right, bottom = found["picture"]
        drawn = [*found["pieces"], *found["bars"]]
        assert all(left - 5 < box[0] and box[2] < right + 5 and top <= box[1] and box[3] <= bottom for box in drawn)
        assert all(box[2] - box[0] > 3 for box in found["bars"]), f"{key}: a bar is too thin to be seen"
        assert found["wide"] <= width, f"{key} scrolls sideways"
        page.locator("summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"the table of {key} scrolls sideways"
        page.close()
    place.close()


@pytest.mark.parametrize(("width", "least"), [(320, NARROW), (767, NARROW), (768, WIDE), (1280, WIDE)])
def test_the_style_sheet_gives_the_axis_the_room_its_words_are_laid_out_for(browser, project, width, least):
    place = context(browser, project, width)
    page = opened(place, "pemilu-2024/")
    assert page.evaluate(MEASURE)["room"] >= least
    assert page.locator(".wide").first.is_visible() == (least == WIDE)
    place.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_home_shows_a_timeline_for_each_election_with_articles(browser, project, width):
    place = context(browser, project, width)
    page = opened(place, "")
    bare, *others = CALENDARS
    shown = [key for key in CALENDARS if page.locator(f"#{key} .timeline").count() == 1]
    assert shown == others
    assert page.locator(f"#{bare} .timeline").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    place.close()


def test_the_table_tells_each_stage_with_its_windows_its_basis_and_its_articles(browser, project):
    place = context(browser, project, 1280)
    page = opened(place, "pilgub-dki-2017/")
    page.locator("summary").click()
    rows = page.locator(".timeline tbody tr").all_inner_texts()
    assert len(rows) == len(CALENDARS["pilgub-dki-2017"].stages)
    vote = next(row for row in rows if row.startswith("Pemungutan"))
    assert "15 Februari 2017" in vote
    assert "19 April 2017" in vote
    assert "antaranews.com" in vote
    assert vote.split()[-1] == "33"
    told = page.get_by_role("img", name="Linimasa Pilgub DKI Jakarta 2017").get_attribute("aria-label")
    assert "pemungutan suara 15 Februari 2017 dan 19 April 2017" in told
    assert "berita tanpa tanggal" in page.locator("figcaption").inner_text()
    place.close()


def test_a_timeline_prints_in_black(browser, project):
    place = context(browser, project, 640)
    page = opened(place, "pilgub-dki-2017/")
    page.emulate_media(media="print")
    strokes = "[...document.querySelectorAll('.plot g path')].map(path => getComputedStyle(path).stroke)"
    assert set(page.evaluate(strokes)) == {"rgb(0, 0, 0)"}
    place.close()


# Marks, outlines of bars and voting days are told from what is behind them: WCAG 1.4.11.
CONTRAST = """() => {
  const light = ([r, g, b]) => {
    const part = c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    return .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  };
  const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const mix = (over, under, share) => over.map((c, i) => c * share + under[i] * (1 - share));
  const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  const paper = rgb(getComputedStyle(document.documentElement).backgroundColor);
  return [...document.querySelectorAll(".plot path:not(.grid)")].map(path => {
    const style = getComputedStyle(path), bar = document.querySelector("path.bar:not(.idle)");
    const inside = path.matches(".bar") || !bar ? paper
      : mix(rgb(getComputedStyle(bar).fill), paper, +getComputedStyle(bar).fillOpacity);
    return ratio(mix(rgb(style.stroke), paper, +style.strokeOpacity), inside);
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_drawn_stands_out_from_the_paper(browser, project, scheme):
    place = context(browser, project, 360, color_scheme=scheme)
    for key in CALENDARS:
        page = opened(place, f"{key}/")
        found = page.evaluate(CONTRAST)
        assert found
        assert min(found) >= 3, key
        page.close()
    place.close()
