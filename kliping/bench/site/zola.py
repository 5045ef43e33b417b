"""Zola, where there is one on the path: sections for lists, and all a page shows in its own front matter."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import Any

from kliping import dates, frontmatter
from kliping.article import Article
from kliping.bench.site import shown
from kliping.bench.site.corpus import ELECTION, Corpus
from kliping.bench.site.divisions import Division, Leaf
from kliping.bench.site.generator import TEMPLATES, Generator
from kliping.election import Election, Stage

OLDEST = (0, 19)  # writes two feeds of a list
_LAST = (
    10_000_000  # above the ordinal of any day: lists are sorted by weight, for Zola leaves the undated out of others
)


class Zola(Generator):
    name = "Zola"
    output = "public"
    forgotten = ()
    template = "templates/page.html"
    most = 10_000  # its templates copy the pages of a list wherever they name it

    def version(self) -> str | None:
        return _version()

    def prepare(self) -> None:
        shutil.copytree(TEMPLATES / "zola", self.folder, dirs_exist_ok=True)
        shutil.copytree(self.ground.root / "theme/static", self.folder / "static/theme")
        elections = list(self.ground.calendars.elections.values())
        pages = self._prepare_pages()
        self._write("_index.md", {"title": self.ground.name, "template": "index.html"}, {})
        for weight, election in enumerate(elections, 1):
            self._prepare_election(election, weight)
        others = shown.LISTS[shown.OTHERS]
        head = {"title": others["title"], "description": others["description"], "sort_by": "weight", "weight": 99}
        self._write(f"{shown.OTHERS}/_index.md", head | {"template": "others.html"}, {})
        lists = [f"{ELECTION}/{stage.id}/_index.md" for stage in self._filled()] + [f"{shown.OTHERS}/_index.md"]
        config = {
            "base_url": "http://localhost:8000",
            "title": self.ground.name,
            "description": self.ground.description,
            "default_language": "id",
            "generate_feeds": True,
            "feed_filenames": ["atom.xml", "rss.xml"],
            "feed_limit": 50,
            "slugify": {"paths": "safe"},
            "extra": {
                "elections": [{"id": election.id, "short": election.short} for election in elections[:4]],
                "pages": pages,
                "lists": lists,
            },
        }
        (self.folder / "config.toml").write_text(_table(config), encoding="utf-8")

    def _filled(self) -> tuple[Stage, ...]:
        """The stages that have articles."""
        return Corpus(self.ground.calendars.elections[ELECTION], 0).stages

    def _prepare_pages(self) -> list[dict[str, str]]:
        undated = shown.LISTS[shown.UNDATED]
        head = {"title": undated["title"], "description": undated["description"], "template": "undated.html"}
        self._write(f"{shown.UNDATED}.md", head, {})
        found = []
        for path in sorted((self.ground.root / "content/pages").glob("*.md")):
            values, body = frontmatter.read(path.read_bytes())
            head = {"title": values["title"], "description": values.get("description"), "template": "written.html"}
            self._write(path.name, head, {}, body)
            found.append({"slug": path.stem, "title": values["title"]})
        return found

    def _prepare_election(self, election: Election, weight: int) -> None:
        elections = self.ground.calendars.elections
        extra = shown.election(election, self.ground.calendars)
        extra["above"] = [_link(elections[election.parent])] if election.parent in elections else []
        extra["children"] = [_link(other) for other in elections.values() if other.parent == election.id]
        head = {"title": extra.pop("title"), "description": extra.pop("description"), "weight": weight}
        self._write(f"{election.id}/_index.md", head | {"template": "election.html"}, extra | {"told": True})
        for place, stage in enumerate(election.stages, 1):
            extra = shown.stage(stage, election, self.ground.name) | {"above": [_link(election)]}
            head = {"title": extra.pop("title"), "description": extra.pop("description"), "weight": place}
            filled = election.id == ELECTION and stage in self._filled()
            head |= {"template": "stage.html", "sort_by": "weight", "generate_feeds": filled}
            self._write(f"{election.id}/{stage.id}/_index.md", head, extra)
            if not filled:
                self._write_empty(f"{election.id}/{stage.id}", extra)

    def _write_empty(self, path: str, extra: dict[str, Any]) -> None:
        """Feeds of a stage without articles, of which Zola writes none."""
        for kind in ("rss", "atom"):
            text = (TEMPLATES / f"pelican/theme/templates/empty.{kind}").read_text(encoding="utf-8")
            for name, value in (("heading", extra["heading"]), ("told | e", extra["told"]), ("path", path)):
                text = text.replace(f"{{{{ stage.{name} }}}}", value)
            file = self.folder / f"static/{path}/{kind}.xml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def place(self, article: Article) -> str:
        return f"content/{shown.folder(article)}/{article.id}.md"

    def text(self, article: Article) -> str:
        extra = shown.article(article, self.ground.stage_names)
        date = article.date.value
        head = {
            "title": extra.pop("title"),
            "description": extra.pop("description"),
            "date": date,
            "path": extra.pop("path").strip("/"),
            "weight": _LAST - (date.toordinal() if date else 0),
        }
        extra |= {
            "reporters": ", ".join(extra["reporter"] or ()),
            "editors": ", ".join(extra["editor"] or ()),
            "undated": date is None,
            "day_long": dates.written(date) if date else None,
            "day_short": dates.short(date) if date else None,
            "month": f"{_LAST - date.year * 12 - date.month}" if date else f"{_LAST}",  # groups come in their order
            "month_key": date.strftime("%Y-%m") if date else "",
            "month_text": f"{dates.MONTHS[date.month - 1]} {date.year}" if date else "Tanpa tanggal",
            "list": f"/{shown.folder(article)}/",
            "above": [{"path": f"/{shown.OTHERS}/", "name": "Lainnya"}],
        }
        if article.election.value and article.stage.value:
            election = self.ground.calendars.elections[article.election.value]
            name = self.ground.stage_names[article.stage.value]
            extra["above"] = [_link(election), {"path": extra["list"], "name": name}]
            extra |= {"heading": f"{name} – {election.short}", "stage_name": name}
        return _text(head, extra, "\n\n".join(map(frontmatter.escape, article.body)))

    def divide(self, division: Division) -> None:
        """A page for each leaf, outside all sections; it searches its list, for Zola cuts none by date."""
        shutil.rmtree(self.folder / "content/daftar", ignore_errors=True)
        for number, leaf in enumerate(division.leaves):
            names, above = self._above(leaf)
            title = f"{names}: {leaf.label}"
            head = {"title": title, "description": f"Berita {title}.", "path": leaf.path.strip("/")}
            extra = {
                "list": leaf.list,
                "section": f"{leaf.list}/_index.md",
                "key": leaf.key,
                "attribute": "extra.day" if leaf.month else "extra.month_key",
                "by_day": leaf.by_day,
                "above": above,
            }
            self._write(f"daftar/{number}.md", head | {"template": "leaf.html"}, extra)
        (self.folder / "lists.json").write_text(json.dumps(division.values), encoding="utf-8")

    def _above(self, leaf: Leaf) -> tuple[str, list[dict[str, str]]]:
        """Name of a leaf's list, and what lies above the leaf."""
        election = self.ground.calendars.elections.get(leaf.list.partition("/")[0])
        stage = election.stage(leaf.list.partition("/")[2]) if election else None
        if not election or not stage:
            return "Lainnya", [{"path": f"/{leaf.list}/", "name": "Lainnya"}]
        found = [_link(election), {"path": f"/{leaf.list}/", "name": stage.type.short}]
        if leaf.month:
            year, number = leaf.month.split("-")
            path = f"/{leaf.list}/{year}/{number}/"
            found.append({"path": path, "name": f"{dates.MONTHS[int(number) - 1]} {year}"})
        return stage.type.name, found

    def command(self, deleted: bool) -> list[str]:
        return [str(shutil.which("zola")), "--config", "config.toml", "build"]

    def _write(self, name: str, head: dict[str, Any], extra: dict[str, Any], body: str = "") -> None:
        path = self.folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(head, extra, body), encoding="utf-8")


@cache
def _version() -> str | None:
    """None also for one that is too old."""
    binary = shutil.which("zola")
    if not binary:
        return None
    told = subprocess.run([binary, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    version = told.split()[-1]
    return version if tuple(int(part) for part in version.split(".")[:2]) >= OLDEST else None


def _link(election: Election) -> dict[str, str]:
    return {"path": f"/{election.id}/", "name": election.short}


def _text(head: dict[str, Any], extra: dict[str, Any], body: str) -> str:
    return f"+++\n{_table(head | {'extra': extra})}+++\n{body}\n"


def _table(values: dict[str, Any]) -> str:
    """TOML, tables last; a key without a value is left out."""
    kept = {name: value for name, value in values.items() if value is not None}
    plain = "".join(f"{name} = {_value(value)}\n" for name, value in kept.items() if not isinstance(value, dict))
    tables = "".join(f"[{name}]\n{_entries(value)}" for name, value in kept.items() if isinstance(value, dict))
    return plain + tables


def _entries(values: dict[str, Any]) -> str:
    return "".join(f"{name} = {_value(value)}\n" for name, value in values.items() if value is not None)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        inside = (f"{name} = {_value(found)}" for name, found in value.items() if found is not None)
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str | bool | int):
        return json.dumps(value, ensure_ascii=False)
    return str(value)  # a date
