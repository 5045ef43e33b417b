"""Feeds, their list and their OPML: what readers' programs are promised."""

from __future__ import annotations

import datetime
import email.utils
import html
import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from kliping.elections.calendars import Calendars
from kliping.site.feeds import atom, jsonfeed, opml, rss
from kliping.site.feeds import entry as entries
from kliping.site.feeds.feed import MOST, Feed, FeedGroup
from kliping.site.model.article_row import ArticleRow
from kliping.site.sources.article_reader import read_row
from kliping.text import dates
from tests.conftest import PROJECT, ROOT, Project
from tests.site.conftest import Site, invoke
from tests.site.feeds import feedrules
from tests.site.feeds.feedrules import ATOM, DC, LANG
from tests.site.scratch import Scratch

HOSTILE = [
    "<script>alert(1)</script> & <b>tebal</b>",
    "Tanya & Jawab: R&D, AT&T, &copy; &amp; &lt;b&gt; &#60;i&#62;",
    "]]> <![CDATA[ x ]]> <!-- y --> <?php z ?>",
    "Kutip \"ganda\" dan 'tunggal', 3 < 5 > 2",
    "Kendali \x00\x08\x0b\x1b\x7f\x85\x9f dan \ufffd\ufffe\uffff hilang",
    "Kanan ke kiri \u202eterbalik\u202c \u200f\u2067satu\u2069 أحمد بن فاضل",
    "Pengganti \ud800 sendiri, emoji 🗳️, \u2028baris\u2029 baru\n\ttab",
    "Surel <orang@contoh.example> dan orang@contoh.example",
    "%7e {{ 7*7 }} {% x %} ${y} \\u0041 `z`",
]
PUBLISHER = entries.Publisher("https://contoh.example/kliping", "Kliping <Uji> & Coba", {"kampanye": "Kampanye & <b>"})


def _row(number: int, text: str = "", **values: str | None) -> ArticleRow:
    told = {"date": "2024-10-01", "stage": '"kampanye"', "outlet": '"contoh.example"', **values}
    head = "".join(f"{key}: {value}\n" for key, value in told.items() if value)
    row = read_row(f"b{number}.md", f"---\nid: b{number}\ntitle: Berita {number}\n{head}---\n\nIsi berita.\n".encode())
    if not text:
        return row
    parts = {"title": text, "summary": text, "reporter": (text, "Budi"), "source": text}
    return ArticleRow(**{name: parts.get(name, getattr(row, name)) for name in ArticleRow.__struct_fields__})


def _feed(*rows: ArticleRow, path: str = "media/contoh/", title: str = "Contoh", said: str = "Berita contoh.") -> Feed:
    return Feed.of(path, title, said, rows, datetime.date(2024, 1, 1))


def _hostile() -> list[Feed]:
    """Each hostile text as every text of a feed and its item; all in one; and hostile addresses."""
    rows = [_row(number, text) for number, text in enumerate(HOSTILE)]
    address = _row(50, url='"https://contoh.example/a[1]|{b}?c=ä&d=^`e"')
    each = [_feed(row, title=text, said=text) for row, text in zip(rows, HOSTILE, strict=True)]
    return [*each, _feed(*rows, address, _row(51, lang="en")), _feed(*[_row(n) for n in range(60)]), _feed()]


def _written(feed: Feed) -> tuple[etree._Element, etree._Element]:
    return tuple(etree.fromstring(form.write(feed, PUBLISHER).encode()) for form in (rss, atom))


def _feeds(site: Site, name: str) -> Iterator[tuple[Path, str]]:
    """Each feed of a site, and its address."""
    for path in sorted(site.folder.rglob(name)):
        yield path, f"{site.url}/{path.relative_to(site.folder).as_posix()}"


def _ours(site: Site) -> dict[str, dict]:
    """The dated articles by the ids they have in feeds."""
    return {entries.urn(f"article {key}"): row for key, row in site.articles.items() if row["date"]}


@pytest.mark.parametrize("which", ["site", "large_site"])
def test_the_validator_has_no_message_for_any_feed_of_a_site(which: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(which)
    for name, rules in (("rss.xml", feedrules.rss), ("atom.xml", feedrules.atom)):
        found = {address: rules(path.read_bytes(), address) for path, address in _feeds(site, name)}
        assert len(found) > 100
        assert {address: told for address, told in found.items() if told} == {}
    assert feedrules.opml((site.folder / "langganan/kliping.opml").read_bytes()) == []


@pytest.mark.parametrize("feed", _hostile(), ids=lambda feed: ascii(feed.title)[:20])
def test_the_validator_has_no_message_for_hostile_texts(feed: Feed) -> None:
    for form, rules in ((rss, feedrules.rss), (atom, feedrules.atom)):
        name = form.__name__.rpartition(".")[2]
        data = form.write(feed, PUBLISHER).encode()
        assert rules(data, f"https://contoh.example/kliping/{feed.path}{name}.xml") == []
    assert feedrules.opml(opml.write([FeedGroup("A & <b>B</b>", (feed, feed))], PUBLISHER).encode()) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<guid", "<!-- guid", "SAXError"),
        ("Berita 1<", "Berita &#x3C;b&#x3E;1&#x3C;/b&#x3E;<", "ContainsHTML"),
        ("Isi berita.", "&#x3C;script&#x3E;x&#x3C;/script&#x3E;", "SecurityRisk"),
        ("Isi berita.", "R&#x26;D dan &#x3C;/x", "NotHtml"),
        ("Tue, 01", "Mon, 01", "IncorrectDOW"),
        ("2024 00:00", "2924 00:00", "ImplausibleDate"),
        ("Oct 2024 00", "October 2024 00", "InvalidRFC2822Date"),
        ('rel="self"', 'rel="alternate"', "MissingAtomSelfLink"),
        ("kliping/media/contoh/rss.xml", "kliping/rss.xml", "SelfDoesntMatchLocation"),
        ("https://contoh.example/kliping/berita/b1/", "/berita/b1/", "InvalidFullLink"),
        ("Berita 1<", "Berita \ufffd<", "BadCharacters"),
        ("<language>id</language>", "", "MissingDCLanguage"),
        ("</item>", "</item><language>id</language>", "MisplacedItem"),
        ("</item>", "<author>A</author></item>", "UndefinedElement"),
        ("</item>", "<title>B</title></item>", "DuplicateElement"),
    ],
)
def test_the_rules_find_what_is_wrong(old: str, new: str, message: str) -> None:
    text = rss.write(_feed(_row(1)), PUBLISHER)
    assert old in text
    try:
        told = feedrules.rss(text.replace(old, new).encode(), "https://contoh.example/kliping/media/contoh/rss.xml")
    except etree.XMLSyntaxError:
        told = ["SAXError"]
    assert message in " ".join(told)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_reader_sees_a_hostile_text_as_it_is_in_print(text: str) -> None:
    """Read as HTML, as readers of RSS do, each text is what it was, without what nobody sees."""
    row = _row(1, text)
    shown = entries.Publisher("", "", {}).entry(row, datetime.date(2024, 10, 1)).title
    letters = [letter for letter in text if letter.isprintable() and letter not in " \ufffd"]
    assert [letter for letter in shown if letter != " "] == letters
    first, second = _written(_feed(row))
    item, entry = first.find("channel/item"), second.find(f"{ATOM}entry")
    for tag in ("title", "description", f"{DC}creator", "source"):
        assert html.unescape(item.findtext(tag)) == shown
    for tag in ("title", "summary"):
        part = entry.find(ATOM + tag)
        assert (html.unescape(part.text) if part.get("type") == "html" else part.text) == shown
    told = json.loads(jsonfeed.write(_feed(row), PUBLISHER))["items"][0]
    assert told["title"] == told["content_text"] == told["authors"][0]["name"] == shown


def test_ordinary_ampersands_are_written_as_they_are_read() -> None:
    first, second = _written(_feed(_row(1, "Tanya & Jawab di AT & T")))
    assert (
        first.findtext("channel/item/title") == second.findtext(f"{ATOM}entry/{ATOM}title") == "Tanya & Jawab di AT & T"
    )


def test_a_feed_lists_the_newest_fifty_and_is_as_new_as_the_first() -> None:
    rows = [_row(n, date=f"2024-{10 - n // 28:02}-{28 - n % 28:02}") for n in range(60)]
    first, second = _written(_feed(*rows, _row(99, date="null")))
    assert len(first.findall("channel/item")) == len(second.findall(f"{ATOM}entry")) == MOST
    assert first.findtext("channel/lastBuildDate") == first.findtext("channel/item/pubDate")
    assert second.findtext(f"{ATOM}updated") == max(e.findtext(f"{ATOM}updated") for e in second.iter(f"{ATOM}entry"))
    empty, _ = _written(_feed())
    assert empty.findtext("channel/lastBuildDate") == "Mon, 01 Jan 2024 00:00:00 +0700"


def test_an_article_has_one_id_everywhere_whatever_its_headline_and_the_sites_address() -> None:
    other = entries.Publisher("https://lain.example", PUBLISHER.name, {})
    told = [
        f.write(_feed(_row(1, text)), p) for f in (rss, atom) for text in ("Satu", "Dua") for p in (PUBLISHER, other)
    ]
    ids = {re.search(r"<item>.*?<guid[^>]*>([^<]+)|<entry>.*?<id>([^<]+)", text, re.S).group(1, 2) for text in told}
    json_id = json.loads(jsonfeed.write(_feed(_row(1)), other))["items"][0]["id"]
    assert {first or second for first, second in ids} == {json_id} == {entries.urn("article b1")}
    ours = uuid.UUID(bytes=entries._NAMESPACE)
    assert uuid.uuid5(ours, "article b1").urn == json_id
    feed_ids = {
        re.search(r"<id>([^<]+)", atom.write(_feed(path=path), p))[1]
        for path in ("a/", "b/")
        for p in (PUBLISHER, other)
    }
    assert len(feed_ids) == 2


def test_no_two_entries_of_an_atom_feed_share_a_moment_and_one_keeps_its_own() -> None:
    rows = [_row(n) for n in range(50)]
    _, root = _written(_feed(*rows))
    moments = {e.findtext(f"{ATOM}id"): e.findtext(f"{ATOM}updated") for e in root.iter(f"{ATOM}entry")}
    assert len(set(moments.values())) == 50
    _, alone = _written(_feed(rows[7]))
    assert alone.findtext(f"{ATOM}entry/{ATOM}updated") == moments[entries.urn("article b7")]


def test_an_article_in_another_language_says_so() -> None:
    feed = _feed(_row(1, lang="en"), _row(2))
    first, second = _written(feed)
    assert [item.findtext(f"{DC}language") for item in first.iter("item")] == ["en", None]
    assert [entry.get(LANG) for entry in second.iter(f"{ATOM}entry")] == ["en", None]
    assert [item["language"] for item in json.loads(jsonfeed.write(feed, PUBLISHER))["items"]] == ["en", "id"]


def test_an_article_without_headline_is_marked_so() -> None:
    first, _ = _written(_feed(read_row("x.md", b"---\nid: x\ntitle: null\ndate: 2024-10-01\n---\n\nIsi berita.\n")))
    assert first.findtext("channel/item/title") == "[tanpa judul] Isi berita."


def test_a_feed_tells_who_wrote_where_and_about_what(site: Site) -> None:
    rows = _ours(site)
    root = etree.parse(site.folder / "rss.xml").getroot()
    assert {item.findtext("guid") for item in root.iter("item")} == set(rows)
    for item in root.iter("item"):
        row = rows[item.findtext("guid")]
        names = row["reporter"] if isinstance(row["reporter"], list) else [row["reporter"]] if row["reporter"] else []
        assert [creator.text for creator in item.findall(f"{DC}creator")] == names
        assert item.findtext("description") == row["summary"]
        assert item.findtext("source") == row["source"]
        assert item.find("source").get("url") == f"https://{row['outlet']}/"
        assert row["source"] in [category.text for category in item.findall("category")]
        assert len(item.findall("category")) == 3
        day = email.utils.parsedate_to_datetime(item.findtext("pubDate"))
        assert (day.date(), day.utcoffset()) == (row["date"], datetime.timedelta(hours=7))


def test_atom_and_json_say_the_same_as_rss(site: Site) -> None:
    for path, _ in _feeds(site, "rss.xml"):
        items = etree.parse(path).getroot().findall("channel/item")
        found = etree.parse(path.with_name("atom.xml")).getroot().findall(f"{ATOM}entry")
        assert [e.find(f"{ATOM}link").get("href") for e in found] == [item.findtext("link") for item in items]
        assert [e.findtext(f"{ATOM}id") for e in found] == [item.findtext("guid") for item in items]
    told = json.loads((site.folder / "feed.json").read_bytes())
    items = etree.parse(site.folder / "rss.xml").getroot().findall("channel/item")
    assert [item["url"] for item in told["items"]] == [item.findtext("link") for item in items]
    assert [item["content_text"] for item in told["items"]] == [item.findtext("description") for item in items]
    urls = {key: row["url"] for key, row in _ours(site).items() if row["url"]}
    assert {item["id"]: item["external_url"] for item in told["items"] if "external_url" in item} == urls


def test_the_json_feed_has_what_its_version_asks_for(site: Site) -> None:
    told = json.loads((site.folder / "feed.json").read_bytes())
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"{site.url}/feed.json"
    assert told["home_page_url"] == f"{site.url}/"
    assert told["language"] == "id"
    for item in told["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert datetime.datetime.fromisoformat(item["date_published"]).utcoffset() == datetime.timedelta(hours=7)
        assert all(author.get("name") for author in item["authors"])


def test_an_elections_feed_has_the_newest_of_all_its_stages(site: Site) -> None:
    found = etree.parse(site.folder / "pilgub-dki-2024/rss.xml").getroot()
    rows = {key: row for key, row in _ours(site).items() if row["election"] == "pilgub-dki-2024" and row["stage"]}
    days = sorted((row["date"] for row in rows.values()), reverse=True)
    assert len(rows) > 1
    assert {item.findtext("guid") for item in found.iter("item")} == set(rows)
    assert [email.utils.parsedate_to_datetime(i.findtext("pubDate")).date() for i in found.iter("item")] == days


def test_an_empty_feed_of_a_stage_to_come_is_not_from_the_future(tmp_path: Path) -> None:
    project = Scratch.at(tmp_path)
    project.write("satu", stage="kampanye", date="2024-10-20")
    assert project.build().code == 0
    told = {
        stage: etree.parse(project.output / f"pilgub-dki-2024/{stage}/rss.xml").findtext("channel/lastBuildDate")
        for stage in ("masa_tenang", "kampanye", "pencalonan")
    }
    windows = {
        s.id: s.windows for s in Calendars.load(PROJECT / "content/elections").elections["pilgub-dki-2024"].stages
    }
    first = min(window.start for found in windows.values() for window in found)
    days = {stage: email.utils.parsedate_to_datetime(day).date() for stage, day in told.items()}
    own = min(window.start for window in windows["pencalonan"])
    assert days == {"masa_tenang": first, "kampanye": datetime.date(2024, 10, 20), "pencalonan": own}


def test_the_opml_names_each_feed_once_grouped_by_election(site: Site) -> None:
    root = etree.parse(site.folder / "langganan/kliping.opml").getroot()
    named = [outline.get("xmlUrl") for outline in root.iter("outline") if outline.get("xmlUrl")]
    assert sorted(named) == sorted(address for _, address in _feeds(site, "rss.xml"))
    groups = {group.get("text"): group for group in root.findall("body/outline") if not group.get("xmlUrl")}
    inside = [outline.get("xmlUrl") for outline in groups["Pilgub DKI Jakarta 2024"]]
    assert inside
    assert all(address.startswith(f"{site.url}/pilgub-dki-2024/") for address in inside)


def test_the_list_of_feeds_links_and_shows_every_one(site: Site) -> None:
    page = lxml_html.document_fromstring(site.page("langganan"))
    page.make_links_absolute(f"{site.url}/langganan/")
    shown = {link.get("href"): link.text for link in page.xpath("//main//a[@class='path']")}
    every = {address for name in ("rss.xml", "atom.xml", "feed.json") for _, address in _feeds(site, name)}
    assert set(shown) == every
    assert all(address == text for address, text in shown.items())
    assert f"{site.url}/langganan/kliping.opml" in page.xpath("//main//a/@href")
    assert page.xpath("//header//a[@href=$to]", to=f"{site.url}/langganan/")


def test_every_page_announces_its_own_feed_first_and_those_of_everything(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        page = lxml_html.document_fromstring(path.read_bytes())
        links = page.xpath("//link[@rel='alternate']")
        found = [(path.parent / link.get("href")).resolve() for link in links]
        if path.name == "404.html":
            continue
        whole = [site.folder / name for name in ("rss.xml", "atom.xml", "feed.json")]
        assert found[-3:] == [name.resolve() for name in whole], path
        own = path.with_name("rss.xml")
        if own.is_file() and path.parent != site.folder:
            assert found[:2] == [own.resolve(), own.with_name("atom.xml").resolve()]
        assert [link.get("type").partition("/")[2] for link in links[-3:]] == ["rss+xml", "atom+xml", "feed+json"]


def test_a_changed_headline_touches_its_feeds_and_no_other_and_bytes_are_repeated(project: Project) -> None:
    scratch = Scratch.at(project.root / "satu").fill()
    assert scratch.build().code == 0
    before = {path: path.read_bytes() for path in scratch.output.rglob("*") if path.name in ("rss.xml", "atom.xml")}
    scratch.mend("d2", "Gudang d2 Dibuka", "Gudang d2 Ditutup")
    assert scratch.build().code == 0
    changed = {
        str(path.parent.relative_to(scratch.output)) for path, data in before.items() if path.read_bytes() != data
    }
    assert changed == {".", "media/media-tidak-dikenali", "pilgub-dki-2024", "pilgub-dki-2024/data_pemilih"}
    again = scratch.from_nothing()
    assert all(again[path.relative_to(scratch.output).as_posix()] == path.read_bytes() for path in before)


def _sheet() -> etree.XSLT:
    return etree.XSLT(etree.parse(ROOT / "theme/static/feed.xsl"))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_sheet_shows_a_hostile_text_as_text(text: str) -> None:
    row = _row(1, text)
    shown = entries.Publisher("", "", {}).entry(row, datetime.date(2024, 10, 1)).title
    for root in _written(_feed(row)):
        page = _sheet()(root.getroottree()).getroot()
        assert page.findtext(".//h3/a").strip() == shown
        assert page.findtext(".//p[@class='summary']").strip() == shown
        assert {element.tag for element in page.iter()} <= set(
            "html head meta title link body header main nav ul li section div h1 h2 h3 p a b i span time".split()
        )


def test_the_sheet_finds_its_way_to_the_root_and_writes_days_in_indonesian(site: Site) -> None:
    for name in ("rss.xml", "atom.xml"):
        for path in (site.folder / name, site.folder / "pilgub-dki-2024/lintas" / name):
            tree = etree.parse(path)
            sheet = tree.xpath("string(/processing-instruction('xml-stylesheet')[1])")
            file = path.parent / re.search('href="([^"]+)"', sheet)[1]
            assert file.resolve() == (site.folder / "theme/feed.xsl").resolve()
            page = _sheet()(tree).getroot()
            assert page.get("lang") == "id"
            style = page.xpath("string(//link[@rel='stylesheet']/@href)")
            assert (path.parent / style).resolve() == (site.folder / "theme/css/kliping.css").resolve()
            items = etree.parse(path.with_name("rss.xml")).iterfind("channel/item")
            told = [email.utils.parsedate_to_datetime(item.findtext("pubDate")).date() for item in items]
            assert told
            assert [(t.get("datetime"), t.text) for t in page.iter("time")] == [(f"{d}", dates.short(d)) for d in told]
            own = tree.xpath("string(//*[local-name()='link'][@rel='self']/@href)")
            assert own in page.xpath("string(//b[@class='path'])")


def test_the_sheet_knows_every_month() -> None:
    rows = [_row(n, date=f"2024-{n:02}-0{n % 9 + 1}") for n in range(1, 13)]
    names = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
    for root in _written(_feed(*rows)):
        found = [time.text for time in _sheet()(root.getroottree()).getroot().iter("time")]
        assert found == [f"{n % 9 + 1} {names[n - 1]} 2024" for n in range(1, 13)]


def test_an_empty_project_has_valid_feeds(project: Project) -> None:
    assert invoke(project.root, "build", "--site-url", "https://a.example").code == 0
    for path in (project.root / "output").rglob("rss.xml"):
        address = f"https://a.example/{path.relative_to(project.root / 'output').as_posix()}"
        assert feedrules.rss(path.read_bytes(), address) == []


def test_no_feed_holds_an_article_whose_date_lies_after_the_day_its_page_was_saved() -> None:
    ahead = [_row(n, date="2027-01-01", saved_on="2024-10-02") for n in range(MOST)]
    known = [_row(100, saved_on="2024-10-01"), _row(101)]
    assert _feed(*ahead, *known).items == tuple(known)
    assert _feed(*ahead).updated == datetime.date(2024, 1, 1)
