"""An outlet's profile: how its pages differ from all others, read from content/outlets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kliping.formats.selectors import PARTS, Selectors, is_selector
from kliping.locale import _
from kliping.outlets.vocabulary import LABELS, Vocabulary, pairs
from kliping.system.config_file import ConfigFile
from kliping.system.hashing import content_hash
from kliping.text.phrases import normalise
from kliping.text.urls import DOMAIN

KEYS = (
    "name", "domain", "spellings", "recognise", "labels", "noise", "ends", "credit_is", "names_are",
    "number_before_title", "html", "metadata",
)  # fmt: skip
_PEOPLE = ("reporter", "editor")


@dataclass(frozen=True)
class Profile:
    """What is known of one outlet. The generic profile has neither name nor domain."""

    words: Vocabulary
    name: str | None = None
    domain: str | None = None
    spellings: tuple[str, ...] = ()  # how datelines and bylines print its name
    furniture: tuple[str, ...] = ()  # lines of its page, all of which must be there to know it by them
    begins: tuple[str, ...] = ()  # how a line of its head begins, any of which tells it, in small letters
    credit_is: str = "reporter"  # whom a bare name in brackets behind the last sentence means
    names_are: tuple[str, ...] = ()  # whom names without a label mean, in the order they stand
    number_before_title: bool = False  # a bare number before the headline is the view count
    html: tuple[Selectors, ...] = ()  # layouts of its HTML pages, the present one first
    metadata: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # reporter, editor, date -> names of metas
    fingerprint: str = ""

    def applied_to(self, other: "Profile") -> "Profile":
        """Another outlet read by these rules: they stay, what names and tells this one goes."""
        named = replace(self, name=other.name, domain=other.domain, spellings=other.spellings)
        return replace(named, furniture=(), begins=(), fingerprint=content_hash(self.fingerprint, other.fingerprint))


def read_names(file: ConfigFile, generic: Profile) -> Iterator[Profile]:
    """The outlets of names.yaml, which need only a name and a domain; what is wrong is complained of in `file`."""
    file.drop_unknown(("outlets",))
    for part in file.parts("outlets", ("name", "domain", "spellings")):
        yield from _read(part, generic, generic.words)


def read_profile(file: ConfigFile, generic: Profile) -> Iterator[Profile]:
    """The outlet of a file of its own, its words added to the generic ones; nothing where name or domain is missing.

    What is wrong is complained of in `file`.
    """
    file.drop_unknown(KEYS)
    labels = file.section("labels", LABELS)
    own = {key: file.words(key, labels) for key in labels}
    yield from _read(file, generic, generic.words.plus(own, pairs(file, "noise"), pairs(file, "ends")))


def _read(file: ConfigFile, generic: Profile, words: Vocabulary) -> Iterator[Profile]:
    problems = len(file.problems)
    name, domain = file.text("name"), file.text("domain")
    if not name or not domain or not DOMAIN.fullmatch(domain):
        if len(file.problems) == problems and (file.data or not problems):
            file.complain(_("needs `name` and `domain` (such as `beritajakarta.id`)"))
        return
    lines, spellings = file.section("recognise", ("lines", "begins")), file.words("spellings")
    metadata = file.section("metadata", (*_PEOPLE, "date"))
    yield Profile(
        words,
        name,
        domain,
        spellings,
        tuple(normalise(line) for line in file.words("lines", lines)),
        tuple(line.casefold() for line in file.words("begins", lines)),
        _credit_is(file),
        _names_are(file),
        file.data.get("number_before_title") is True,
        tuple(_layouts(file)),
        {key: tuple(name.casefold() for name in file.words(key, metadata)) for key in metadata},
        content_hash(file.fingerprint, name, domain, *spellings, generic.fingerprint),
    )


def _layouts(file: ConfigFile) -> Iterator[Selectors]:
    for part in file.parts("html", (*PARTS, "period")):
        selectors = {key: part.words(key) for key in PARTS}
        wrong = [selector for key in PARTS for selector in selectors[key] if not is_selector(selector)]
        for selector in wrong:
            problem = _("`{selector}` is no CSS selector; mend it, or put it in quotes")
            file.complain(problem.format(selector=selector))
        if not selectors["body"]:
            file.complain(_("each layout under `html` needs `body`: the CSS selector of the box that holds the text"))
        elif not wrong:
            yield Selectors(**selectors)


def _credit_is(file: ConfigFile) -> str:
    value: Any = file.data.get("credit_is", "reporter")
    if value in _PEOPLE:
        return str(value)
    problem = _("`credit_is` must be one of {known}, not {value!r}")
    file.complain(problem.format(known=", ".join(_PEOPLE), value=value))
    return "reporter"


def _names_are(file: ConfigFile) -> tuple[str, ...]:
    names = file.words("names_are")
    if set(names) <= set(_PEOPLE):
        return names
    problem = _("`names_are` must be a list of reporter and editor, not {value!r}")
    file.complain(problem.format(value=[*names]))
    return ()
