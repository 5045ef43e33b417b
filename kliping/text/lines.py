"""Prose, headline or a person's name, told from the shape of a line and its function words."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_FIVE_WORDS, _LONG = (re.compile(rf"(?:[\W_]*+[^\W_]++(?:[-.'’][^\W_]++)*+){{{n}}}") for n in (5, 25))
_CLOSERS = "'\"”’)]"  # what may stand behind the sign that ends a sentence
_QUOTES = ("'", '"', "”", "’")
_ENDS = (".", "!", "?", "…", ":", ";")
_FULL_STOPS = (".", ":", ";", ",")
SMALL_WORDS = frozenset("di ke dari dan atau yang untuk pada dalam oleh dengan bagi tak vs soal jadi".split())
_WANT_MORE = SMALL_WORDS | frozenset(
    "bahwa akan sebagai para adalah karena agar sehingga serta tetapi namun ketika saat jika antara tentang terhadap"
    " kepada telah sudah juga tidak dapat bisa harus sebuah seorang setiap tiap sejumlah yakni yaitu seperti menurut"
    " selain hingga sampai"
    " the of and to in for with by at from that a an is was".split()
)
_RUNNING = 5  # words
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_NAME_WORD = r"(?:[A-Z][^\W\d_]*+(?:['’.\-][^\W\d_]++)*+\.?|bin|binti|van|de|al|el)"
_NAME = re.compile(rf"{_NAME_WORD}(?:[ ]{_NAME_WORD}){{0,6}}")


@lru_cache(maxsize=4096)  # the rules ask about the same lines again and again while one page is read
def words(text: str) -> tuple[str, ...]:
    """The words of a text; hyphens, dots and apostrophes inside a word stay."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=4096)
def small_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(_WORD.findall(text.casefold()))


def ends_sentence(text: str) -> bool:
    """True if a line ends in a full stop, question or exclamation mark, dots, colon, semicolon or closing quote."""
    text = text.rstrip()
    return text.endswith(_QUOTES) or text.rstrip(_CLOSERS).endswith(_ENDS)


@lru_cache(maxsize=4096)
def capital_share(text: str) -> float:
    """Share of words that begin with a capital, without small words (`di`, `dan`) and figures; 0.0 without words."""
    counted = [word for word in words(text) if word[0].isalpha() and word.casefold() not in SMALL_WORDS]
    return sum([word[0].isupper() for word in counted]) / len(counted) if counted else 0.0


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """True for a sentence or more of running text, as opposed to a headline, a label or a list line."""
    if not ends_sentence(text):
        return bool(_LONG.match(text))
    if not _FIVE_WORDS.match(text):
        return False
    text = text.rstrip()
    if text.rstrip(_CLOSERS).endswith(_FULL_STOPS) and not text.endswith(".."):
        return True
    return capital_share(text) < 0.6 or bool(_LONG.match(text))  # a headline may end in a quote, a question or dots


def is_running(text: str) -> bool:
    """True for the words of a sentence, ended or not: five or more, mostly in lower case, with a function word."""
    return _is_wordy(text) and any(word.casefold() in _WANT_MORE for word in words(text))


def is_unfinished(text: str) -> bool:
    """True for a sentence that cannot be over: its last word asks for another, or a quote or bracket is open."""
    if not _is_wordy(text):
        return False
    opened = text.count('"') % 2 or any(text.count(opens) > text.count(closes) for opens, closes in _PAIRS)
    if opened or words(text)[-1].casefold() in _WANT_MORE:
        return True
    return text.endswith((",", "-", "–", "—")) and is_running(text)


def _is_wordy(text: str) -> bool:
    begins = text[0].isupper() or text[0] in "\"“'‘"
    return begins and len(words(text)) >= _RUNNING and capital_share(text) < 0.5


def is_name(text: str, most: int = 6) -> bool:
    """True for a line that can be a person's name: up to `most` capitalised words, no figures."""
    return text.count(" ") < most and bool(_NAME.fullmatch(text))
