"""How often a page says that it had been read."""

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.decision import Decision
from kliping.extract.labels import BYLINE
from kliping.extract.read_page import ReadPage


def decide_views(read: ReadPage) -> Decision[int]:
    """The count that is stated, and its candidates."""
    return Decision(_views(read))


def _views(read: ReadPage) -> Fact[int]:
    layout, title = read.layout, read.layout.title
    for line in read.bylines:
        if line.views is not None:
            return Fact(line.views, line.views_basis)
    for i in layout.indices(BYLINE):
        label, above = layout.blocks[i].byline, layout.blocks[i - 1].text
        if label and "views" in label.labels and above.isdigit():
            return Fact(int(above), "label")  # the number stands on a line of its own
    if read.outlet.profile.number_before_title and title and layout.blocks[title - 1].text.isdigit():
        return Fact(int(layout.blocks[title - 1].text), "layout")
    return NOTHING
