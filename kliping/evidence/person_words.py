"""Words that commonly name persons, whatever else they mean: kliping/data/person_words.yaml."""

from functools import cache
from importlib import resources

from kliping.system.yaml import parse_yaml


def is_person_word(word: str) -> bool:
    """Whether a word in small letters commonly names persons."""
    return word in _person_words()


@cache
def _person_words() -> frozenset[str]:
    lists = parse_yaml(resources.files("kliping").joinpath("data/person_words.yaml").read_bytes())
    return frozenset(word for words in lists.values() for word in words.split())
