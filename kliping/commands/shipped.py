"""The samples, elections and pages that Kliping is shipped with, as far as nobody changed them.

`kliping/data/shipped.txt` holds a line each: hash, two blanks, path below `content`. `python -m tests.write_shipped`
writes it.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from kliping.article import frontmatter
from kliping.system.files import markdown_files
from kliping.system.hashing import content_hash

MANIFEST = Path(__file__).parent.parent / "data/shipped.txt"
SAMPLES = ("saved/", "pages/contoh.md")
ELECTIONS = ("elections/",)


def hash_of(file: Path) -> str:
    """A hash over a file, whichever line ends git gave it."""
    return content_hash(file.read_bytes().replace(b"\r\n", b"\n"))


def unchanged(content: Path, begins: tuple[str, ...]) -> Iterator[str]:
    """Paths below the content folder, beginning so, of files that are there as they were shipped."""
    for line in MANIFEST.read_text(encoding="utf-8").splitlines():
        shipped, _, path = line.partition("  ")
        file = content / path
        if path.startswith(begins) and file.is_file() and hash_of(file) == shipped:
            yield path


def articles_of(folder: Path, pages: Iterable[str]) -> tuple[list[str], list[str]]:
    """Files of the articles made from no other saved pages than these: unedited ones, and those edited by hand."""
    made_from = frozenset(pages)
    unedited: list[str] = []
    edited: list[str] = []
    for path in sorted(markdown_files(folder)):
        data = (folder / path).read_bytes()
        try:
            values, body = frontmatter.read(data)
        except frontmatter.Unreadable:
            continue
        saved = values.get("saved") or []
        names = {saved} if isinstance(saved, str) else {*saved} if isinstance(saved, list) else set()
        if names and names <= made_from:
            (unedited if frontmatter.is_unedited(values, body, data) else edited).append(path)
    return unedited, edited


def remove(folder: Path, paths: Iterable[str], keep: Callable[[str], bool] = lambda path: False) -> list[str]:
    """Remove files, and the folders below this one that become empty; returns the paths of those removed."""
    gone = [path for path in paths if not keep(path)]
    for path in gone:
        (folder / path).unlink()
    for inside in sorted({parent for path in gone for parent in PurePosixPath(path).parents}, key=str, reverse=True):
        place = folder / inside
        if inside.parts and not any(place.iterdir()):
            place.rmdir()
    return gone
