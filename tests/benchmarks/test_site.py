"""The benchmark of the site: a corpus that is the same everywhere, sites that are alike, and a whole table. No times."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from benchmarks.site import FLOOR, GENERATORS, OURS, SCENARIOS, Bench, scratch, table, targets
from benchmarks.site.addresses import ALONE, Addresses, addresses, kind, lacking, marks, written
from benchmarks.site.corpus import ELECTION, OUTLETS, REPORTERS, STAGES, Corpus, moved
from benchmarks.site.divisions import Lists, standing
from benchmarks.site.edition import EDITS, Edition, Sign
from benchmarks.site.floor import floor
from benchmarks.site.generator import Cost, Generator, Ground
from benchmarks.site.hugo import Hugo
from benchmarks.site.shown import article as shown_of
from kliping.article import frontmatter
from kliping.article.fields import Article, Fact
from kliping.article.strict import strict
from kliping.system.errors import Stop
from tests.conftest import ROOT

GROUND = Ground.of(ROOT)
CALENDARS = GROUND.calendars
COUNT = 60  # articles of the sites built here: fewer would leave stages empty


def corpus(count: int) -> Corpus:
    return Corpus(CALENDARS.elections[ELECTION], count)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(corpus(2000))


def test_an_article_is_the_same_in_every_run_and_in_every_corpus(articles: list[Article]) -> None:
    code = (
        "import hashlib; from pathlib import Path; from kliping.elections.calendars import Calendars;"
        "from benchmarks.site.corpus import ELECTION, Corpus; from kliping.article.frontmatter import to_markdown;"
        "found = Corpus(Calendars.load(Path('tests/project/content/elections')).elections[ELECTION], 20);"
        "print(hashlib.sha256(''.join(map(to_markdown, found)).encode()).hexdigest())"
    )
    here = hashlib.sha256("".join(map(frontmatter.to_markdown, articles[:20])).encode()).hexdigest()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == here


def test_the_corpus_is_as_large_and_as_varied_as_it_says(articles: list[Article]) -> None:
    assert len({article.id for article in articles}) == len(articles)
    assert len({article.stage.value for article in articles if article.stage}) == STAGES == 15
    assert len({article.source.value for article in articles if article.source}) == OUTLETS == 60
    assert len({name for article in articles for name in article.reporter.value or ()}) == REPORTERS == 400
    sizes = [len("\n\n".join(article.body)) for article in articles]
    assert min(sizes) >= 1000
    assert max(sizes) <= 8000
    assert 4000 < sum(sizes) / len(sizes) < 5000


def test_one_fact_in_twenty_is_missing(articles: list[Article]) -> None:
    given = Counter(name for article in articles for name, fact in article.facts() if fact)
    assert sum(given.values()) / len(articles) / len(given) == pytest.approx(19 / 20, abs=0.005)
    assert all(0.93 < count / len(articles) < 0.97 for count in given.values()), given


def test_every_article_has_the_form_clean_writes_and_is_not_taken_for_an_edited_one(articles: list[Article]) -> None:
    for article in articles[:200]:
        values, body = frontmatter.read(frontmatter.to_markdown(article).encode())
        assert strict(frontmatter.split(frontmatter.to_markdown(article))[0]) == values
        assert frontmatter.is_unedited(values, body)
        assert values["saved"] is None
        assert values["outlet"] is None or values["outlet"].endswith(".example")


def test_edits_take_other_articles_each_time_and_say_where_they_show() -> None:
    edition = Edition(corpus(200))
    before = {article.id: article for article in edition}
    told = {name: edit(edition) for name, edit in EDITS.items()}
    after = {article.id: article for article in edition}
    changed = {name: [change.before.id for change in changes] for name, (changes, _) in told.items()}
    assert len(changed["text"]) == len(changed["stage"]) == len(changed["deleted"]) == 1
    assert len({*changed["text"], *changed["stage"], *changed["deleted"]}) == 3
    assert before.keys() - after.keys() == {*changed["deleted"]}
    assert {key for key in after if after[key] != before[key]} == {
        *changed["text"],
        *changed["stage"],
        *changed["name"],
    }
    assert {after[key].source.value for key in changed["name"]} == {told["name"][1].text}
    assert EDITS["text"](edition)[0][0].before.id not in changed["text"]


def crowded() -> list[Article]:
    """The articles of a corpus, and so many in one month of one stage that its list is cut by month and by day."""
    stage = corpus(0).stages[0]
    more = Corpus(CALENDARS.elections[ELECTION], 210, seed=1)
    found = [moved(article, stage) for article in more if article.election]
    days = [datetime.date(2023, 11, 1 + number % 30) for number in range(len(found))]
    return [
        *corpus(COUNT),
        *(
            replace(article, date=Fact(day, "byline"), saved_on=Fact(day, "metadata"))
            for article, day in zip(found, days, strict=True)
        ),
    ]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Generator]:
    """Each generator's site of the same articles."""
    found = {}
    lists = Lists()
    lists.put(*map(standing, crowded()))
    for made in GENERATORS:
        generator = made(GROUND, tmp_path_factory.mktemp(made.name.casefold()))
        if generator.version():
            generator.prepare()
            for article in crowded():
                generator.put(article)
            generator.divide(lists.division)
            generator.build()
            found[generator.name] = generator
    return found


def test_every_peer_has_the_pages_lists_and_feeds_of_ours_and_its_bytes(sites: dict[str, Generator]) -> None:
    found = {name: addresses(generator.site) for name, generator in sites.items()}
    assert {OURS, "Hugo", "Pelican"} <= found.keys()
    assert len(found[OURS].files["articles"]) == len(crowded())
    assert any(re.fullmatch(r".+/2023/11/05/index\.html", name) for name in found[OURS].files["lists and pages"])
    assert len(found[OURS].files["feeds"]) > 2 * STAGES
    for name, site in found.items():
        assert lacking(found[OURS], site) == [], name
        assert len(site.listed) > COUNT, name


def test_every_page_of_a_peer_says_and_links_to_what_ours_does(sites: dict[str, Generator]) -> None:
    site = sites[OURS].site
    names = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    for name in (name for name in names if kind(name) != ALONE):
        wanted = told(site / name, name)
        assert all(wanted[:2]), name
        assert bool(wanted[2]) == (name == "index.html" or name.startswith("berita/")), name
        for peer, generator in sites.items():
            assert told(generator.site / name, name) == wanted, f"{peer}: {name}"


def told(path: Path, name: str) -> tuple[Counter[str], Counter[str], list[Any]]:
    """The words of a page, where it links to, in any order, and its linked data. Pictures of a timeline are ours alone."""
    page = lxml.html.fromstring(path.read_bytes())
    page.make_links_absolute(f"http://localhost:8000/{name}")
    linked = [json.loads(script.text) for script in page.iter("script") if script.get("type") == "application/ld+json"]
    for part in [*page.find_class("timeline"), *page.iter("script")]:
        part.drop_tree()
    links = Counter(link.get("href") for link in page.iter("a", "link"))
    return Counter(" ".join(page.itertext("*")).split()), links, linked


def test_every_feed_of_a_peer_has_the_articles_of_ours(sites: dict[str, Generator]) -> None:
    """And Hugo's no more; stock Pelican puts those without a date at the end."""
    for name in addresses(sites[OURS].site).files["feeds"]:
        found = {peer: items(generator.site / name) for peer, generator in sites.items()}
        assert found[OURS] == found["Hugo"], name
        assert found[OURS] <= found["Pelican"], name


def items(feed: Path) -> set[str]:
    return set(re.findall(r"/berita/([a-z0-9-]+)/", feed.read_text()))


def test_every_peer_shows_the_same_facts_of_an_article(sites: dict[str, Generator]) -> None:
    for article in crowded():
        shown = shown_of(article, GROUND.stage_names)
        texts = [shown["title"], shown["shown"], shown["agency"], shown["photographer"], shown["removed"], shown["why"]]
        texts += [*(shown["reporter"] or ()), *(shown["editor"] or ()), *article.body, *shown["review"]]
        texts += [text for pair in shown["origins"] for text in pair]
        for name, generator in sites.items():
            page = (generator.site / f"berita/{article.id}/index.html").read_text()
            assert [text for text in texts if text and text not in page] == [], name


def test_a_page_of_a_cut_list_shows_the_articles_of_its_day_alone(sites: dict[str, Generator]) -> None:
    day = datetime.date(2023, 11, 5)
    there = {article.id for article in crowded() if article.date.value == day and article.stage}
    name = next(
        name for name in addresses(sites[OURS].site).files["lists and pages"] if name.endswith("/2023/11/05/index.html")
    )
    for generator in sites.values():
        shown = set(re.findall(r"berita/([a-z0-9-]+)/", (generator.site / name).read_text()))
        assert shown == there, generator.name
        month = (generator.site / name.replace("/05/", "/")).read_text()
        assert f'2023/11/05/">Minggu, 5 November 2023</a> <span class="count">{len(there)} berita' in month, (
            generator.name
        )


def test_lists_are_cut_as_ours_and_grow_with_what_is_put() -> None:
    lists, stage = Lists(), "pilgub-dki-2024/kampanye"
    lists.put(*(((stage,), str(i), datetime.date(2024, 10 + i % 2, 1)) for i in range(200)))
    assert lists.division.leaves == ()
    lists.put(((stage,), "x", None))
    assert [leaf.path for leaf in lists.division.leaves] == [
        f"{stage}/2024/11/",
        f"{stage}/2024/10/",
        f"{stage}/tanpa-tanggal/",
    ]
    assert [leaf.key for leaf in lists.division.leaves] == ["2024-11", "2024-10", ""]
    assert not lists.division.undated_cut
    lists.drop(((stage,), "x", None))
    assert lists.division.leaves == ()


def test_a_sitemap_may_be_split_otherwise_but_lists_the_same(tmp_path: Path) -> None:
    def site(name: str, **parts: str) -> Addresses:
        for part, text in parts.items():
            path = tmp_path / name / f"{part.replace('_', '/')}.xml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"<loc>{address}</loc>" for address in text.split()))
        return addresses(tmp_path / name)

    ours = site(
        "ours",
        sitemap="http://x/sitemap/a.xml http://x/sitemap/b.xml",
        sitemap_a="http://x/1/",
        sitemap_b="http://x/2/",
    )
    whole = site("whole", sitemap="http://x/1/ http://x/2/ http://x/3/ http://x/4/ http://x/5/")
    assert lacking(ours, whole) == []
    less = site("less", sitemap="http://x/2/ http://x/3/ http://x/4/")
    assert lacking(ours, less)[0] == "lacks 1 of our addresses in the sitemap: http://x/1/"


def test_a_site_that_shows_less_is_told_with_what_it_lacks(tmp_path: Path) -> None:
    for file in ("ours/berita/a/index.html", "ours/index.html", "ours/rss.xml", "ours/x.css", "peer/index.html"):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("0123456789")
    told = lacking(addresses(tmp_path / "ours"), addresses(tmp_path / "peer"))
    assert told == [
        "lacks 1 of our articles: berita/a/index.html",
        "lacks 1 of our feeds: rss.xml",
        "has 0.25 of our bytes, less than 0.9",
    ]
    assert lacking(addresses(tmp_path / "ours"), addresses(tmp_path / "ours")) == []


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("berita/a-1/index.html", "articles"),
        ("index.html", "lists and pages"),
        ("pilgub-dki-2024/kampanye/index.html", "lists and pages"),
        ("pilgub-dki-2024/kampanye/atom.xml", "feeds"),
        ("feed.json", "ours alone"),
        ("data/berita.csv", "ours alone"),
        ("sitemap.xml", "sitemap"),
        ("sitemap/berita-2024-11.xml", "sitemap"),
        ("robots.txt", "lists and pages"),
        ("theme/css/kliping.css", "other"),
    ],
)
def test_each_file_is_of_one_kind(file: str, what: str) -> None:
    assert kind(file) == what


def test_what_was_written_is_seen_and_what_was_left_is_not(tmp_path: Path) -> None:
    for name in ("left", "again", "gone"):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, ns=(1, 1))
    before = marks(tmp_path)
    (tmp_path / "again").write_text("x")
    (tmp_path / "new").write_text("x")
    (tmp_path / "gone").unlink()
    assert written(before, marks(tmp_path)) == 2


def test_a_change_the_site_does_not_show_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "berita/a/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("kata lama")
    assert Sign("a", "kata lama").stands_in(tmp_path)
    assert not Sign("a", "kata baru").stands_in(tmp_path)
    assert not Sign("a", None).stands_in(tmp_path)
    assert Sign("b", None).stands_in(tmp_path)


def test_the_floor_writes_files_of_the_same_names_and_sizes_and_removes_them(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a/b.html").write_bytes(b"x" * 200_000)
    assert floor(site, tmp_path / "floor").cpu >= 0
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_stopwatch_counts_the_children_of_a_command(tmp_path: Path) -> None:
    child = "import time; x = bytearray(80_000_000); time.sleep(1)"
    code = (
        "import subprocess, sys;"
        f"a = [subprocess.Popen([sys.executable, '-c', {child!r}]) for _ in range(2)];"
        "[one.wait() for one in a]; print('selesai'); sys.exit(3)"
    )
    order = {"command": [sys.executable, "-c", code], "folder": str(tmp_path), "log": str(tmp_path / "log")}
    watch = ROOT / "benchmarks/site/stopwatch.py"
    run = subprocess.run([sys.executable, watch, json.dumps(order)], capture_output=True, text=True, check=True)
    told = json.loads(run.stdout)
    assert told["code"] == 3
    assert (tmp_path / "log").read_text() == "selesai\n"
    assert told["cpu"] > 0
    assert told["peak"] > (150_000_000 if sys.platform == "linux" else 80_000_000)


def bench_of(count: int, wall: float, hugo: float) -> Bench:
    """Figures in which each scenario took ours and Hugo so many seconds."""
    bench = Bench(count, 1, {OURS: "0", "Hugo": "0"}, {"Pelican": "it is not installed"})
    bench.sites = {OURS: Addresses(size=100), "Hugo": Addresses(size=95)}
    for scenario in SCENARIOS:
        bench.of(OURS, scenario).costs += [Cost(wall, wall, 10), Cost(wall * 50, wall * 50, 10), Cost(0, 0, 0)]
        bench.of("Hugo", scenario).costs.append(Cost(hugo, hugo, 40))
    return bench


def test_targets_are_told_where_the_run_measured_what_they_need() -> None:
    told = [*targets.lines({1000: bench_of(1000, 2, 1), 10_000: bench_of(10_000, 10, 40)})]
    rows = {row.split("|")[1].strip(): [cell.strip() for cell in row.split("|")[2:5]] for row in told[3:]}
    assert rows["1,000 articles, cold: time, Hugo = 1"] == ["1.00", "2.00", "missed"]
    assert rows["10,000 articles, cold: CPU time, Hugo = 1"] == ["0.50", "0.25", "met"]
    assert rows["10,000 articles, cold: memory, Hugo = 1"] == ["0.33", "0.25", "met"]
    assert rows["10,000 articles, cold: time, 1,000 articles = 1"] == ["9.00", "5.00", "met"]
    assert not any(row.startswith("50,000") for row in rows)
    assert [*targets.lines({500: bench_of(500, 2, 1)})] == []


def test_what_is_left_out_and_what_is_not_alike_stands_in_the_table() -> None:
    bench = bench_of(500, 2, 1)
    bench.sites[OURS].files["feeds"].add("rss.xml")
    told = "\n".join(table.lines({500: bench}, datetime.date(2026, 1, 2)))
    assert "Pelican is left out: it is not installed" in told
    assert "UNEQUAL: Hugo lacks 1 of our feeds: rss.xml" in told


def invoke(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "bench", "site", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)


def test_a_run_measures_every_scenario_of_ours_and_hugo(tmp_path: Path) -> None:
    run = invoke("--articles", str(COUNT), "--rounds", "1", "--peers", "hugo", "--folder", str(tmp_path / "kerja"))
    assert run.returncode == 0, run.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in run.stdout.splitlines() if "|" in line]
    costs = {(row[0], row[1]): row[2:] for row in rows if row[0] in SCENARIOS.values()}
    assert costs.keys() == {(title, name) for title in SCENARIOS.values() for name in (OURS, "Hugo")} | {
        ("cold", FLOOR)
    }
    assert all(float(cell.replace(",", "")) > 0 for cells in costs.values() for cell in cells[:2])
    assert re.match(r"\d{4}-\d\d-\d\d: .*Python 3", run.stdout)
    assert len([*(tmp_path / f"kerja/{COUNT}/kliping/content/articles").rglob("*.md")]) == COUNT - 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--articles", "0"], "at least 1"),
        (["--articles", "banyak"], "is no number"),
        (["--rounds", "0"], "at least 1"),
        (["--peers", "jekyll"], "there is no `jekyll`; known are: kliping, hugo, pelican"),
        (["--articles", "docs", "--folder", "docs"], "is no number"),
    ],
)
def test_what_cannot_be_measured_is_one_line_and_the_code_is_2(words: list[str], why: str) -> None:
    run = invoke(*words)
    assert run.returncode == 64, run.stderr
    assert why in run.stderr
    assert "Traceback" not in run.stderr


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "60").mkdir()
    (tmp_path / "60/catatan.txt").write_text("milik orang")
    run = invoke("--articles", "60", "--folder", str(tmp_path))
    assert run.returncode == 64
    assert "is not empty; name a new folder" in run.stderr
    assert (tmp_path / "60/catatan.txt").read_text() == "milik orang"


def test_a_generator_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    generator = Hugo(GROUND, tmp_path)
    generator.prepare()
    (tmp_path / "hugo.toml").write_text("baseURL = [\n")
    with pytest.raises(Stop, match=r"Hugo ended with code 1: .*hugo\.toml"):
        generator.build()


def test_what_a_run_wrote_into_memory_goes_with_it_even_when_it_is_ended() -> None:
    with pytest.raises(SystemExit, match=f"^{128 + signal.SIGTERM}$"), scratch(None) as place:
        os.kill(os.getpid(), signal.SIGTERM)
    assert not place.exists()


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="the system lists no processes there")
def test_a_run_that_is_ended_ends_all_it_started(tmp_path: Path) -> None:
    folder = str(tmp_path / "kerja")
    command = [sys.executable, "-m", "invoke", "bench", "site", "--articles", str(COUNT), "--folder", folder]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr
        assert any(line.startswith("cold: ") for line in run.stderr)  # the next build has begun, or soon will
        while not _running(folder):
            time.sleep(0.01)
        run.terminate()
        run.communicate()
    assert run.returncode == 128 + signal.SIGTERM
    assert not _running(folder)


def _running(folder: str) -> set[int]:
    """Processes that work in a folder."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if os.readlink(path).startswith(folder):
                found.add(int(path.parent.name))
    return found
