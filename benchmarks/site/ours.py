"""Kliping in a project of its own: no saved pages, all articles as if written by hand."""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.site.divisions import Division
from benchmarks.site.generator import Generator
from kliping.article import frontmatter
from kliping.article.fields import Article

_CONTENT = ("elections", "outlets", "pages")


class Kliping(Generator):
    name = "Kliping"
    output = "output"
    forgotten = (".*.kliping", "content/.*.kliping")
    template = "theme/templates/article.html"

    def version(self) -> str | None:
        return version("kliping")

    def prepare(self) -> None:
        root, project = self.ground.root, self.ground.project
        for name in _CONTENT:
            shutil.copytree(project / "content" / name, self.folder / "content" / name)
        shutil.copytree(root / "theme", self.folder / "theme")
        for file in (root / "tasks.py", project / "pelican.conf.py"):
            shutil.copy(file, self.folder)
        (self.folder / "content/saved").mkdir()

    def place(self, article: Article) -> str:
        date = article.date.value
        return f"content/articles/{date.year if date else 'undated'}/{article.id}.md"

    def text(self, article: Article) -> str:
        return frontmatter.to_markdown(article)

    def divide(self, division: Division) -> None:
        """The build finds out itself."""

    def command(self, deleted: bool) -> list[str]:
        return [str(Path(sys.executable).parent / "invoke"), "build", "--no-search"]
