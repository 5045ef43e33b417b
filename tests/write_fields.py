"""The table of fields in docs/fields.md, written from the table in the code: `uv run python -m tests.write_fields`."""

from __future__ import annotations

from kliping.article.fields import FIELDS
from tests.conftest import ROOT

DOCUMENT = ROOT / "docs/fields.md"
BEGIN, END = "<!-- fields -->\n", "<!-- end of fields -->\n"


def written(text: str) -> str:
    """The document with its table as it should be."""
    before, _, rest = text.partition(BEGIN)
    lines = ["| key | in Indonesian | type | meaning | |", "|---|---|---|---|---|"]
    for field in FIELDS:
        used = ", ".join(["sidecar"] * field.sidecar + ["data"] * bool(field.data))
        told = ", ".join(f"`{word}`" for word in field.told.split())
        lines.append(f"| `{field.name}` | {told} | {field.kind.words} | {field.words} | {used} |")
    return f"{before}{BEGIN}\n" + "".join(f"{line}\n" for line in lines) + f"\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
