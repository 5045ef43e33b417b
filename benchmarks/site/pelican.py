"""Stock Pelican: its own readers, generators and feeds, no plugin."""

from __future__ import annotations

import json
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.site import shown
from benchmarks.site.divisions import Division
from benchmarks.site.generator import TEMPLATES, Generator
from kliping.article import frontmatter
from kliping.article.fields import Article
from kliping.elections.model import Election
from kliping.text import dates, markdown


class Pelican(Generator):
    name = "Pelican"
    output = "output"
    forgotten = ("cache",)
    template = "theme/templates/article.html"
    most = 10_000  # above, a round takes many minutes

    def version(self) -> str | None:
        try:
            version("markdown")  # its reader of Markdown
            return version("pelican")
        except PackageNotFoundError:
            return None

    def prepare(self) -> None:
        shutil.copytree(TEMPLATES / "pelican", self.folder, dirs_exist_ok=True)
        shutil.copytree(self.ground.root / "theme/static", self.folder / "theme/static")
        elections = []
        for election in self._elections:
            stages = [
                shown.stage(stage, election, self.ground.name) | {"path": f"{election.id}/{stage.id}"}
                for stage in election.stages
            ]
            told = shown.election(election, self.ground.calendars, self.ground.name)
            elections.append(told | {"id": election.id, "path": election.id, "stages": stages})
            self._write_empty(election.id, f'{{% set election = election_of["/{election.id}"] %}}', "election")
            for stage in stages:
                self._write_empty(stage["path"], f'{{% set stage = stages["{stage["path"]}"] %}}', "stage")
        site: dict[str, Any] = {"name": self.ground.name, "description": self.ground.description}
        site |= {"elections": elections, "names": shown.NAMES}
        (self.folder / "site.json").write_text(json.dumps(site), encoding="utf-8")
        for path in sorted((self.ground.project / "content/pages").glob("*.md")):
            values, body = frontmatter.read(path.read_bytes())
            head = {"title": values["title"], "description": values.get("description"), "slug": path.stem}
            self._write(f"pages/{path.name}", _text(head, body))

    def _write_empty(self, path: str, head: str, kind: str) -> None:
        """What stands for an election or a stage without articles, of which Pelican makes no tag and no category."""
        self._write(f"empty/{path}.html", f'{head}\n{{% extends "{kind}.html" %}}\n')
        for form in ("rss", "atom"):
            self._write(f"empty/{path}.{form}", f'{head}{{% set it = {kind} %}}\n{{% include "empty.{form}" %}}\n')

    def place(self, article: Article) -> str:
        return f"content/articles/{shown.folder(article)}/{article.id}.md"

    def text(self, article: Article) -> str:
        values = shown.article(article, self.ground.stage_names)
        date, saved = article.date.value, values.pop("saved_on")
        tags = [name for name in shown.lists(article) if name.startswith(("media/", "kantor-berita/"))]
        tags += [str(article.election.value)] if article.stage else []
        values |= {
            "slug": values.pop("id"),
            "category": shown.folder(article),
            "date": values["day"],
            "month": date.strftime("%Y-%m") if date else "",
            "month_text": f"{dates.MONTHS[date.month - 1]} {date.year}" if date else "",
            "saved_day": saved["day"] if saved else "",
            "saved_text": saved["text"] if saved else "",
            "summary": values.pop("description"),
            "authors": "; ".join(values["reporter"] or ()),
            "tags": ", ".join(tags),
            "reporter": ", ".join(values["reporter"] or ()),
            "editor": ", ".join(values["editor"] or ()),
            "review": "; ".join(values["review"]),
            "origins": [" | ".join(pair) for pair in values["origins"]],
        }
        return _text(values, "\n\n".join(map(markdown.escape, article.body)))

    def divide(self, division: Division) -> None:
        """A hidden page for each leaf, for stock Pelican cuts no list; hidden ones stand in no menu."""
        shutil.rmtree(self.folder / "content/pages/leaves", ignore_errors=True)
        labels = {(leaf.list, leaf.key): leaf.label for leaf in division.leaves}
        for leaf in division.leaves:
            values = {
                "title": leaf.label,
                "slug": leaf.path.strip("/").replace("/", "-"),
                "save_as": f"{leaf.path}index.html",
                "url": leaf.path,
                "status": "hidden",
                "template": "leaf",
                "list": leaf.list,
                "key": leaf.key,
                "by_day": "ya" if leaf.by_day else "",
                "above": leaf.month,
                "above_label": labels.get((leaf.list, leaf.month or "")) if leaf.month else "",
            }
            self._write(f"pages/leaves/{values['slug']}.md", _text(values, ""))
        (self.folder / "lists.json").write_text(json.dumps(division.values), encoding="utf-8")

    @property
    def _elections(self) -> list[Election]:
        return list(self.ground.calendars.elections.values())

    def command(self, deleted: bool) -> list[str]:
        clean = ["--delete-output-directory"] if deleted else []
        return [str(Path(sys.executable).parent / "pelican"), "--settings", "settings.py", "--quiet", *clean]

    def _write(self, name: str, text: str) -> None:
        path = self.folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _text(values: dict[str, Any], body: str) -> str:
    """Metadata as `key: value` lines, a list in lines set in; the templates ask for every key but the date."""
    kept = {name: value for name, value in values.items() if name not in ("path", "date") or value}
    lines = [f"{name}: {_value(value)}" for name, value in kept.items()]
    return "\n".join([*lines, "", body, ""])


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "\n    ".join(value)
    return "" if value in (None, False) else str(value)
