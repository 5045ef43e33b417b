"""Outlets: how each one writes, as data, and which one a page is from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kliping import dateline, terms
from kliping.article import DOMAIN, NOTHING, Fact
from kliping.page import Page
from kliping.phrases import Phrases, bare
from kliping.rulefile import RuleFile, digest

LABELS = ("reporter", "editor", "film", "photo", "published", "updated", "views")
KEYS = ("name", "domain", "spellings", "recognise", "labels", "noise", "ends", "credit_is", "number_before_title")
_HOUSE_LINE = 8  # words of a byline such as `A B - detikNews`
_OWN_LINES = frozenset(("advert", "promotion", "share"))
_PROMOTION_LINE = 200  # characters
_HEADER = 40  # blocks searched for the outlet's name


@dataclass(frozen=True, eq=False)  # compared and hashed by identity: a grammar is kept for each
class Words:
    """Words of the news trade: the generic ones, or those with an outlet's own added."""

    labels: Mapping[str, tuple[str, ...]]
    desks: frozenset[str]
    houses: tuple[str, ...]
    nobody: frozenset[str]
    agencies: Mapping[str, tuple[str, ...]]
    credit: tuple[str, ...]
    noise: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]

    @cached_property
    def noise_lines(self) -> Phrases:
        return Phrases(self.noise)

    @cached_property
    def end_lines(self) -> Phrases:
        return Phrases(self.ends)

    def plus(self, labels: Mapping[str, tuple[str, ...]], noise: Pairs, ends: Pairs) -> Words:
        """These words with an outlet's own; its phrases are met before the generic ones."""
        added = {key: (*self.labels.get(key, ()), *labels.get(key, ())) for key in LABELS}
        return replace(self, labels=added, noise=(*noise, *self.noise), ends=(*ends, *self.ends))


Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Profile:
    """What is known of one outlet. The generic profile has neither name nor domain."""

    words: Words
    name: str | None = None
    domain: str | None = None
    spellings: tuple[str, ...] = ()  # how datelines and bylines print its name
    furniture: tuple[str, ...] = ()  # lines of its page, all of which must be there to know it by them
    begins: tuple[str, ...] = ()  # how a line of its head begins, any of which tells it, in small letters
    credit_is: str = "reporter"  # whom a bare name in brackets behind the last sentence means
    number_before_title: bool = False  # a bare number before the headline is the view count
    fingerprint: str = ""


@dataclass(frozen=True)
class Known:
    """The outlet of a page: its rules, and the two facts we print of it."""

    profile: Profile
    source: Fact[str] = NOTHING
    outlet: Fact[str] = NOTHING


@dataclass
class Outlets:
    """All profiles of a folder, and the complaints about their files."""

    generic: Profile
    profiles: dict[str, Profile] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, folder: Path) -> Outlets:
        """Read names.yaml and every <domain>.yaml; a broken one is named in `problems` and left out."""
        text = resources.files("kliping").joinpath("data/generic.yaml").read_bytes()
        found = cls(Profile(generic_words(), fingerprint=digest(text)))
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            file = RuleFile.read(path, f"{folder.name}/{path.name}")
            for profile in _names(file, found.generic) if path.name == "names.yaml" else _profile(file, found.generic):
                if profile.domain in found.profiles and path.name == "names.yaml":
                    file.complain(f"`{profile.domain}` has a file of its own; take it out of names.yaml")
                elif profile.domain:
                    found.profiles[profile.domain] = profile
            found.problems += file.problems
        return found

    @cached_property
    def recognition(self) -> str:
        """Changes when pages could be taken for another outlet than before."""
        return digest(
            *(f"{d}|{p.name}|{p.spellings}|{p.furniture}|{p.begins}" for d, p in sorted(self.profiles.items()))
        )

    @cached_property
    def _spelled(self) -> terms.Lexicon:
        return terms.Lexicon((d, s) for d, p in self.profiles.items() for s in (*p.spellings, d))

    @cached_property
    def _alone(self) -> dict[str, Profile]:
        """Outlets by their names as they stand on a line of their own: domains, and names of two words or more."""
        forms = ((form, p) for d, p in self.profiles.items() for form in (d, *p.spellings))
        return {bare(form): p for form, p in forms if "." in form or " " in form}

    def of_domain(self, host: str) -> Profile | None:
        """The profile for a host, or for the nearest domain above it."""
        labels = host.casefold().split(".")
        return next((p for i in range(len(labels) - 1) if (p := self.profiles.get(".".join(labels[i:])))), None)

    def recognise(self, page: Page, told: str | None = None) -> Known:
        """The outlet of a page: told by the curator (a domain or an address), else by what it prints."""
        if told:
            return self._told(told)
        ways = (self._named, self._laid_out, self._standing_alone, self._promoted)
        return next((known for look in ways if (known := look(page))), Known(self.generic))

    def _laid_out(self, page: Page) -> Known | None:
        """By the lines of its page."""
        lines = {bare(block.text) for block in page.blocks}
        for profile in self.profiles.values():
            begun = profile.begins and any(b.text.casefold().startswith(profile.begins) for b in page.blocks[:_HEADER])
            if begun or (profile.furniture and lines.issuperset(profile.furniture)):
                return Known(profile, Fact(profile.name, "layout"), Fact(profile.domain, "layout"))
        return None

    def _standing_alone(self, page: Page) -> Known | None:
        """By the one outlet whose name is a line of its own; several are a menu of sister sites."""
        owners = {p.domain for block in page.blocks[:_HEADER] if (p := self._alone.get(bare(block.text))) and p.domain}
        return self._met(owners.pop(), None, "layout") if len(owners) == 1 else None

    def _promoted(self, page: Page) -> Known | None:
        """By the one outlet that the page's own promotion, share and copyright lines name."""
        owners = set()
        for block in page.blocks:
            if len(block.text) <= _PROMOTION_LINE and self.generic.words.noise_lines.kind(block.text) in _OWN_LINES:
                owners |= {hit.owner for hit in self._spelled.hits(terms.tokens(block.text))}
        return self._met(owners.pop(), None, "layout") if len(owners) == 1 else None

    def _met(self, owner: str, printed: str | None, basis: str) -> Known:
        """The outlet of a name met; a host below its domain, if that is what is printed, stays the outlet."""
        profile, host = self.profiles[owner], (printed or "").casefold()
        below = host.endswith(f".{owner}")
        return Known(profile, Fact(printed if below else profile.name, basis), Fact(host if below else owner, basis))

    def _told(self, told: str) -> Known:
        host = urlsplit(told).hostname or told if "//" in told else told
        host = host.removeprefix("www.")
        basis = "url" if "//" in told else "curator"
        profile = self.of_domain(host)
        if profile:
            return Known(profile, Fact(profile.name, basis), Fact(profile.domain, basis))
        return Known(self.generic, Fact(host, basis), Fact(host, basis))

    def _named(self, page: Page) -> Known | None:
        """By the name it prints in the dateline or the byline; a spelling we know beats a mere domain."""
        domain = None
        for block in page.blocks[:_HEADER]:
            line = dateline.split(block.text)
            name, _, house = block.text.rpartition(" - ")
            basis = "dateline" if line else "byline"
            said = line.text if line else house if name and len(block.text.split()) <= _HOUSE_LINE else ""
            hit = next(self._spelled.hits(terms.tokens(said)), None) if said else None
            if hit:
                return self._met(hit.owner, line.domain if line else None, basis)
            domain = domain or (line.domain if line else None)
        if domain:
            return Known(self.generic, Fact(domain, "dateline"), Fact(domain.casefold(), "dateline"))
        return None


def generic_words() -> Words:
    """The words of kliping/data/generic.yaml."""
    path = resources.files("kliping").joinpath("data/generic.yaml")
    with resources.as_file(path) as real:
        file = RuleFile.read(real)
    words = Words(
        {key: file.words(key, file.section("labels", LABELS)) for key in LABELS},
        frozenset(bare(desk) for desk in file.words("desks")),
        file.words("houses"),
        frozenset(file.words("nobody")),
        {name: tuple(forms) for name, forms in file.section("agencies").items()},
        file.words("credit"),
        _pairs(file, "noise"),
        _pairs(file, "ends"),
    )
    if file.problems:
        raise AssertionError("; ".join(file.problems))
    return words


def _pairs(file: RuleFile, key: str) -> Pairs:
    section = file.section(key)
    return tuple((kind, phrase) for kind in section for phrase in file.words(kind, section))


def _names(file: RuleFile, generic: Profile) -> Iterable[Profile]:
    file.keep_known(("outlets",))
    for part in file.parts("outlets", ("name", "domain", "spellings")):
        yield from _built(part, generic, generic.words)


def _profile(file: RuleFile, generic: Profile) -> Iterable[Profile]:
    file.keep_known(KEYS)
    labels = file.section("labels", LABELS)
    words = generic.words.plus(
        {key: file.words(key, labels) for key in labels}, _pairs(file, "noise"), _pairs(file, "ends")
    )
    yield from _built(file, generic, words)


def _built(file: RuleFile, generic: Profile, words: Words) -> Iterable[Profile]:
    told = len(file.problems)
    name, domain = file.text("name"), file.text("domain")
    if not name or not domain or not DOMAIN.fullmatch(domain):
        if len(file.problems) == told and (file.data or not told):
            file.complain("needs `name` and `domain` (such as `beritajakarta.id`)")
        return
    known, spellings = file.section("recognise", ("lines", "begins")), file.words("spellings")
    yield Profile(
        words,
        name,
        domain,
        spellings,
        tuple(bare(line) for line in file.words("lines", known)),
        tuple(line.casefold() for line in file.words("begins", known)),
        _choice(file, "credit_is", ("reporter", "editor")),
        file.data.get("number_before_title") is True,
        digest(file.fingerprint, name, domain, *spellings, generic.fingerprint),
    )


def _choice(file: RuleFile, key: str, allowed: tuple[str, ...]) -> str:
    value: Any = file.data.get(key, allowed[0])
    if value in allowed:
        return str(value)
    file.complain(f"`{key}` must be one of {', '.join(allowed)}, not {value!r}")
    return allowed[0]
