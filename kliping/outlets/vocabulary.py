"""The words of the news trade: labels, desks, agencies, noise. The generic ones, and an outlet's own beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources

from kliping.system.config_file import ConfigFile
from kliping.text.phrases import Phrases, normalise

LABELS = ("reporter", "editor", "film", "photo", "published", "updated", "views")
Pairs = tuple[tuple[str, str], ...]  # kind, phrase


@dataclass(frozen=True, eq=False)  # compared and hashed by identity: a grammar is kept for each
class Vocabulary:
    """Words of the news trade: the generic ones, or those with an outlet's own added."""

    labels: Mapping[str, tuple[str, ...]]  # one of LABELS -> its printed forms
    desks: frozenset[str]  # "tim redaksi" and the like
    houses: tuple[str, ...]  # outlets as bylines print them
    nobody: frozenset[str]  # words of offices, desks and companies, which no person's name has
    agencies: Mapping[str, tuple[str, ...]]  # wire service -> its printed forms
    credit: tuple[str, ...]  # verbs before a credited agency
    noise: Pairs  # lines that are no part of an article
    ends: Pairs  # lines behind which nothing belongs to it

    @cached_property
    def agency_forms(self) -> frozenset[str]:
        """All printed forms of wire services, in small letters."""
        return frozenset(form.casefold() for forms in self.agencies.values() for form in forms)

    @cached_property
    def noise_lines(self) -> Phrases:
        """Lines that are no part of an article, by kind."""
        return Phrases(self.noise)

    @cached_property
    def end_lines(self) -> Phrases:
        """Lines behind which nothing belongs to the article, by kind."""
        return Phrases(self.ends)

    def plus(self, labels: Mapping[str, tuple[str, ...]], noise: Pairs, ends: Pairs) -> "Vocabulary":
        """These words with an outlet's own; its phrases are met before the generic ones."""
        added = {key: (*self.labels.get(key, ()), *labels.get(key, ())) for key in LABELS}
        return replace(self, labels=added, noise=(*noise, *self.noise), ends=(*ends, *self.ends))


def generic_words() -> Vocabulary:
    """The words of kliping/data/generic.yaml. Raises AssertionError where that file is broken."""
    with resources.as_file(resources.files("kliping").joinpath("data/generic.yaml")) as path:
        file = ConfigFile.read(path)
    words = Vocabulary(
        {key: file.words(key, file.section("labels", LABELS)) for key in LABELS},
        frozenset(normalise(desk) for desk in file.words("desks")),
        file.words("houses"),
        frozenset(file.words("nobody")),
        {name: tuple(forms) for name, forms in file.section("agencies").items()},
        file.words("credit"),
        pairs(file, "noise"),
        pairs(file, "ends"),
    )
    if file.problems:
        raise AssertionError("; ".join(file.problems))
    return words


def pairs(file: ConfigFile, key: str) -> Pairs:
    """The (kind, phrase) pairs of a section whose keys are kinds."""
    section = file.section(key)
    return tuple((kind, phrase) for kind in section for phrase in file.words(kind, section))
