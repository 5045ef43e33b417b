"""Writes the list of what Kliping is shipped with: `python -m tests.write_shipped`, from the copies of the tests."""

from __future__ import annotations

from kliping.commands.shipped import MANIFEST, hash_of
from tests.conftest import PROJECT


def written() -> str:
    """The list, a line for each sample, page and election that `invoke start` may remove."""
    content = PROJECT / "content"
    files = [*(path for path in (content / "saved").rglob("*") if path.is_file()), content / "pages/contoh.md"]
    files += [path for path in (content / "elections").glob("*.yaml") if path.name != "tahapan.yaml"]
    lines = [f"{hash_of(path)}  {path.relative_to(content).as_posix()}\n" for path in sorted(files)]
    return "".join(lines)


if __name__ == "__main__":
    MANIFEST.write_text(written(), encoding="utf-8")
