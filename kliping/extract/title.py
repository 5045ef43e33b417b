"""The headline of an article: as its page prints it, else as its markup tells it."""

from dataclasses import replace

from kliping.article.fields import NOTHING, TITLE_MOST, Fact
from kliping.evidence.decision import Decision
from kliping.extract import encoding_damage, metadata
from kliping.extract.headline import without_date
from kliping.extract.read_page import ReadPage


def decide_title(read: ReadPage) -> Decision[str]:
    """The headline that is stated, and its candidates."""
    layout = read.layout
    text = "" if layout.title is None else without_date(layout.blocks[layout.title].text)
    title = Fact(text, "layout") if 1 <= len(text) <= TITLE_MOST else NOTHING
    title = title or metadata.title(read.meta)
    return Decision(replace(title, doubt=next(iter(encoding_damage.doubts(title.value or "")), None)))
