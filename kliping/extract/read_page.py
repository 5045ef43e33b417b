"""A page read as far as its layout: what the facts of its article are decided from."""

from dataclasses import dataclass
from functools import cached_property

from kliping.extract.byline import Byline, Grammar
from kliping.extract.labels import BODY, Layout
from kliping.extract.metadata import Meta
from kliping.outlets.registry import RecognisedOutlet
from kliping.text import dates, lines


@dataclass(frozen=True)
class ReadPage:
    """The layout of a page, the paragraphs of its body, and the bylines it prints."""

    meta: Meta
    outlet: RecognisedOutlet
    grammar: Grammar
    layout: Layout
    body: list[str]  # paragraphs, credits at their end cut off
    bylines: list[Byline]  # those above the headline behind the others, those glued to the text last
    glued: list[tuple[int, Byline]]  # those glued to the text, with their blocks, the last one first

    @property
    def start(self) -> int:
        """The index of the first block of the body."""
        return self.layout.start or 0

    @cached_property
    def last(self) -> int:
        """The index of the last block of the body."""
        return self.layout.indices(BODY)[-1]

    @cached_property
    def headline(self) -> int:
        """The index of the headline, where it is printed first; that of the body where there is none."""
        title = self.layout.title
        if title is None or title > self.start:
            return self.start
        text = self.layout.blocks[title].text
        return next(i for i, block in enumerate(self.layout.blocks) if block.text == text)

    @cached_property
    def last_prose(self) -> int:
        """The index of the last sentence of the body: behind it may stand odd lines."""
        blocks = self.layout.blocks
        return next((i for i in reversed(self.layout.indices(BODY)) if lines.is_prose(blocks[i].text)), self.start)

    @cached_property
    def second(self) -> int:
        """The index of the first dated byline with people between sentences: of another article; else none."""
        blocks = self.layout.blocks
        prose = [i for i in self.layout.indices(BODY) if lines.is_prose(blocks[i].text)]
        for i in range(prose[1] + 1, prose[-1]) if len(prose) > 2 else ():
            line = blocks[i].byline
            if line and line.people and any(near.byline and near.byline.days for near in blocks[i - 1 : i + 2]):
                return i
        return len(blocks)

    @cached_property
    def body_words(self) -> str:
        """All words of the body in small letters, a blank around each: to find a phrase in it."""
        return f" {' '.join(lines.small_words(' '.join(self.body)))} "

    @cached_property
    def all_text(self) -> str:
        """Every block of the page in small letters: to find a word anywhere in it."""
        return "\n".join([block.text for block in self.layout.blocks]).casefold()

    @cached_property
    def years(self) -> frozenset[int]:
        """Every year that the headline and the body print."""
        title = [] if self.layout.title is None else [self.layout.blocks[self.layout.title].text]
        return dates.printed_years([*title, *self.body])
