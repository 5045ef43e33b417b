"""The Markdown files of a folder, whoever wrote them: which of them are read, and what no page can be made of."""

import re
from pathlib import Path

from kliping.article.frontmatter import Unreadable
from kliping.locale import _
from kliping.site.render import filters
from kliping.system.files import FileRefused, Stat, markdown_files, printable_name, read_regular
from kliping.system.limits import ARTICLE_BYTES, QUOTES

_QUOTES = re.compile(  # at the start of a line, where lists may lie between them; elsewhere they are words
    rf"^(?:[ \t]*+(?:(?:[-+*]|\d{{1,9}}[.)])[ \t]++)*+>){{{QUOTES + 1}}}", re.MULTILINE
)
_HREF = re.compile(r'<a href="([^"]*)"')
_PELICANS = re.compile(r"(?:%7B|%7C|[{|])(\w+)(?:%7D|%7C|[}|])(.*)")  # {static}x, as Pelican writes a link to a file


def find(folder: Path) -> tuple[dict[str, Stat], dict[str, str]]:
    """Name -> stat of each file in order of name; and name -> why something else is not read, and what to do."""
    passed: list[str] = []
    listed = markdown_files(folder, passed)
    files = {name: listed[name] for name in sorted(listed)}
    unfit = {printable_name(name): _("is a link or a device, not a file; put the file itself here") for name in passed}
    for name in [name for name in files if not name.isprintable()]:
        del files[name]
        unfit[printable_name(name)] = _("has a name that cannot be shown; rename it")
    return files, unfit


def read(path: str | Path) -> tuple[bytes, Stat]:
    """The bytes of one file, no link being followed. Raises OSError, and Unreadable for what is no file of ours."""
    try:
        return read_regular(path, ARTICLE_BYTES, _("cut it into several"))
    except FileRefused as error:
        raise Unreadable(str(error)) from error


def refuse_endless(body: str) -> None:
    """Raise Unreadable for a text that would keep a build busy without end."""
    if body.count(">") > QUOTES and _QUOTES.search(body):
        raise Unreadable(_("has more than {most} `>` in a row; write fewer").format(most=QUOTES))


def refuse_links(body: str, whole: bool) -> None:
    """Raise Unreadable for links by which no reader would come anywhere.

    Those of an article must be `whole` addresses; a hand-written page may lead to other pages of the site too.
    """
    if "]" not in body or ("](" not in body and "]:" not in body):  # our own files escape each bracket
        return
    for href in _HREF.findall(filters.html(body)):
        if pelicans := _PELICANS.match(href):
            why = _(
                "links to {link}, and no files are copied from content; put the file into theme/static and link to "
                "../theme/..., or write its whole address"
            )
            raise Unreadable(why.format(link=f"{{{pelicans[1]}}}{pelicans[2]}"))
        if whole and href and not href.startswith(("https://", "http://", "#")):  # of javascript: nothing is left
            raise Unreadable(_("links to {link}; write the whole address, https://...").format(link=href))
