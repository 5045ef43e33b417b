"""Hugo, as quick as its documentation tells: sections for lists, cached partials, front matter as JSON."""

from __future__ import annotations

import json
import shutil
from functools import cached_property
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Any

from benchmarks.site import shown
from benchmarks.site.divisions import Division
from benchmarks.site.generator import TEMPLATES, Generator
from kliping.article import frontmatter
from kliping.article.fields import Article
from kliping.text import markdown


class Hugo(Generator):
    name = "Hugo"
    output = "public"
    forgotten = ("resources", "cache")
    template = "layouts/page.html"

    def version(self) -> str | None:
        try:
            return version("hugo")
        except PackageNotFoundError:
            return None

    def prepare(self) -> None:
        shutil.copytree(TEMPLATES / "hugo", self.folder, dirs_exist_ok=True)
        shutil.copytree(self.ground.root / "theme/static", self.folder / "static/theme")
        elections = list(self.ground.calendars.elections.values())
        for weight, election in enumerate(elections, 1):
            found = shown.election(election, self.ground.calendars, self.ground.name)
            rest = {"kind": "election", "layout": "election", "weight": weight}
            self._write(f"{election.id}/_index.md", found | rest)
            for place, stage in enumerate(election.stages, 1):
                found = shown.stage(stage, election, self.ground.name)
                self._write(
                    f"{election.id}/{stage.id}/_index.md", found | {"kind": "stage", "layout": "stage", "weight": place}
                )
        for name, layout in ((shown.OTHERS, "others"), (shown.ARCHIVE, "archive")):
            self._write(f"{name}/_index.md", shown.LISTS[name] | {"layout": layout, "outputs": ["html"]})
        self._write(f"{shown.UNDATED}.md", shown.LISTS[shown.UNDATED] | {"layout": "undated"})
        for name, values in shown.NAMES.items():
            self._write(f"{name}/_index.md", values)
        (self.folder / "data").mkdir()
        for path in sorted((self.ground.project / "content/pages").glob("*.md")):
            values, body = frontmatter.read(path.read_bytes())
            kept = {"title": values["title"], "description": values.get("description")}
            self._write(path.name, kept | {"kind": "page", "layout": "written"}, body)

    def place(self, article: Article) -> str:
        return f"content/{shown.folder(article)}/{article.id}.md"

    def text(self, article: Article) -> str:
        values = shown.article(article, self.ground.stage_names)
        values |= {"url": values.pop("path"), "date": values["day"], "undated": values["day"] is None}
        values["list"] = shown.folder(article)
        values["place"] = f"{self._places.get(values['list'], 999):03}"  # Hugo puts groups in order as text
        if article.agency:
            values["kantor-berita"] = values["agency"]
        return _text(values, "\n\n".join(map(markdown.escape, article.body)))

    @cached_property
    def _places(self) -> dict[str, int]:
        """Every stage's list with its place among all, by which Hugo puts the stages of a name in order."""
        elections = self.ground.calendars.elections.values()
        lists = (f"{election.id}/{stage.id}" for election in elections for stage in election.stages)
        return {name: place for place, name in enumerate(lists, 1)}

    def divide(self, division: Division) -> None:
        """A content adapter makes a page of each leaf; the lists themselves look here for theirs."""
        (self.folder / "data/lists.json").write_text(json.dumps(division.values), encoding="utf-8")

    def command(self, deleted: bool) -> list[str]:
        clean = ["--cleanDestinationDir"] if deleted else []
        return [str(_binary()), "--cacheDir", str(self.folder / "cache"), *clean]

    def _write(self, name: str, values: dict[str, Any], body: str = "") -> None:
        path = self.folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(values, body), encoding="utf-8")


def _text(values: dict[str, Any], body: str) -> str:
    """JSON is read faster than YAML or TOML; a key without a value is left out."""
    kept = {name: value for name, value in values.items() if value not in (None, [], False)}
    return f"{json.dumps(kept, ensure_ascii=False)}\n\n{body}\n"


def _binary() -> Path:
    """The program itself: the package's own script starts a Python before it."""
    return next(Path(str(distribution("hugo").locate_file("hugo/binaries"))).glob("hugo*"))
