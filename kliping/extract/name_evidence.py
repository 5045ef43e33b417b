"""What the words of a name say for and against its naming a person."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kliping.evidence.candidate import Candidate
from kliping.evidence.common_words import is_common
from kliping.evidence.person_words import is_person_word
from kliping.extract.labels import BODY
from kliping.extract.read_page import ReadPage
from kliping.outlets.places import is_place
from kliping.text import lines

_INITIAL = 2  # letters of a word that tells nothing
_LONG = 4  # words; few persons have more
_GLUED = 8  # letters of a name that, written as one word, is an outlet's


def weigh_words(candidate: Candidate[tuple[str, ...]]) -> None:
    """Whether the words of the names commonly name persons, or are words of the language."""
    names = candidate.value
    words = [word for name in names for word in lines.small_words(name) if len(word) > _INITIAL]
    known = [is_person_word(word) for word in words]
    common = [not person and is_common(word) for word, person in zip(words, known, strict=True)]
    candidate.add("words that commonly name persons", when=any(known))
    if any(common):
        labelled = "without a label" not in candidate.evidence and candidate.basis == "byline"
        candidate.evidence["words of the language"] = sum(common) / len(common) / (2 if labelled else 1)
    small = any(name.islower() for name in names)
    candidate.add("no word of the language", when=words and not (small or any(known) or any(common)))
    candidate.add("one word only", when=len(names) == 1 and " " not in names[0])
    candidate.add("in small letters", when=small)
    candidate.add("many words", when=any(len(name.split()) > _LONG for name in names))


def weigh_text(candidate: Candidate[tuple[str, ...]], read: ReadPage) -> None:
    """Whether the text speaks of a person named without a label, or the name is that of a place or an outlet."""
    names = [" ".join(lines.small_words(name)) for name in candidate.value]
    own = candidate.at in read.layout.indices(BODY)  # signs a paragraph, in which it still stands
    spoken = any(read.body_words.count(f" {name} ") > own for name in names)
    candidate.add("spoken of in the text", when=spoken)
    candidate.add("holds the name of a place", when=any(map(is_place, _phrases(names))))
    glued = [name.replace(" ", "") for name in names if " " in name]
    as_one = any(name in read.all_text for name in glued if len(name) >= _GLUED)
    candidate.add("written as one word elsewhere", when=as_one)


def _phrases(names: Sequence[str]) -> Iterable[str]:
    """The words of names, and each two of them side by side."""
    for name in names:
        words = name.split()
        yield from words
        yield from map(" ".join, pairwise(words))
