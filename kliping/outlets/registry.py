"""All outlets with their profiles, and what tells them: domains, spellings, lines of their pages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from kliping.article.fields import NOTHING, Fact
from kliping.evidence.decision import Decision
from kliping.formats.page import Page
from kliping.formats.selectors import Selectors
from kliping.locale import _
from kliping.outlets.places import is_place
from kliping.outlets.profile import Profile, read_names, read_profile
from kliping.outlets.vocabulary import generic_words
from kliping.system.config_file import ConfigFile
from kliping.system.hashing import content_hash
from kliping.text import lexicon
from kliping.text.phrases import normalise
from kliping.text.urls import DOMAIN, address_in, host_of

_OFFICES = ".go.id"  # named on most pages, as what they are about
_CAPITALS = 6  # letters of a name that is met in capitals only: ANTARA
_NAMES = "names.yaml"  # read last: its outlets may lie below the domain of one that has a file


@dataclass(frozen=True)
class RecognisedOutlet:
    """The outlet of a page: its rules, and the two facts we print of it, its name (`source`) and domain (`outlet`)."""

    profile: Profile
    source: Fact[str] = NOTHING
    outlet: Fact[str] = NOTHING
    decisions: Mapping[str, Decision[Any]] = field(default_factory=dict)  # how both were decided, where a page told


@dataclass
class OutletRegistry:
    """All profiles of a folder by domain, and the complaints about their files."""

    generic: Profile  # of a page whose outlet is not known
    profiles: dict[str, Profile] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, folder: Path) -> "OutletRegistry":
        """Read names.yaml and every <domain>.yaml; a broken one is named in `problems` and left out."""
        text = resources.files("kliping").joinpath("data/generic.yaml").read_bytes()
        registry = cls(Profile(generic_words(), fingerprint=content_hash(text)))
        profiles, generic = registry.profiles, registry.generic
        for path in sorted(folder.glob("*.yaml"), key=lambda path: (path.name == _NAMES, path)):
            file = ConfigFile.read(path, f"{folder.name}/{path.name}")
            names = path.name == _NAMES
            for profile in read_names(file, generic) if names else read_profile(file, generic):
                domain = profile.domain or ""
                if names and domain in profiles:
                    problem = _("`{domain}` has a file of its own; take it out of names.yaml")
                    file.complain(problem.format(domain=domain))
                    continue
                # An outlet that has only a name is read by the rules of the profile above its domain, if there is one.
                above = registry.of_domain(domain.partition(".")[2]) if names else None
                profiles[domain] = above.applied_to(profile) if above else profile
            registry.problems += file.problems
        return registry

    @cached_property
    def recognition(self) -> str:
        """A hash that changes when pages could be taken for another outlet than before."""
        return content_hash(
            *(f"{d}|{p.name}|{p.spellings}|{p.furniture}|{p.begins}" for d, p in sorted(self.profiles.items()))
        )

    @cached_property
    def spelled(self) -> lexicon.Lexicon:
        """The spellings of all outlets, and their domains; the owner of each is a domain."""
        forms = ((d, s) for d, p in self.profiles.items() for s in (*p.spellings, d))
        return lexicon.Lexicon(
            ((d, s.casefold() if DOMAIN.fullmatch(s.casefold()) else s) for d, s in forms), _CAPITALS
        )

    @cached_property
    def in_datelines(self) -> dict[str, str]:
        """Domains by the names that are met beside a place only, such as `MI` of the spelling `Jakarta, MI`."""
        pairs = ((d, s.split(", ")) for d, p in self.profiles.items() for s in p.spellings if ", " in s)
        return {name: domain for domain, parts in pairs for name in parts if not is_place(name)}

    @cached_property
    def laid_out(self) -> list[Profile]:
        """Outlets known by lines of their pages."""
        return [profile for profile in self.profiles.values() if profile.begins or profile.furniture]

    @cached_property
    def alone(self) -> dict[str, str]:
        """Domains by the names that tell an outlet on a line of their own: domains, and names of two words or more."""
        forms = ((form, d) for d, p in self.profiles.items() for form in (d, *p.spellings))
        return {normalise(form): domain for form, domain in forms if "." in form or " " in form}

    @cached_property
    def named(self) -> dict[str, str]:
        """Domains by the whole names of their outlets, as markup gives them; of two with one name neither."""
        names = Counter(normalise(profile.name or "") for profile in self.profiles.values())
        return {name: d for d, p in self.profiles.items() if names[name := normalise(p.name or "")] == 1}

    def of_domain(self, host: str) -> Profile | None:
        """The profile for a host, or for the nearest domain above it."""
        labels = host.casefold().split(".")
        return next((p for i in range(len(labels) - 1) if (p := self.profiles.get(".".join(labels[i:])))), None)

    def mentioned(self, page: Page) -> list[str]:
        """Domains of three outlets at most whose names stand anywhere on a page, the most frequent first: no proof."""
        texts = (block.text for block in page.blocks if not block.text.isupper())  # in capitals all names are alike
        hits = (hit for text in texts for hit in self.spelled.hits(lexicon.tokens(text)))
        named = Counter(hit.owner for hit in hits if not hit.owner.endswith(_OFFICES))
        return [owner for owner, _ in named.most_common(3)]

    def names_in(self, text: str) -> Iterator[lexicon.Hit]:
        """The outlets a text names, in order; a name inside a longer one (`VIVA` in `VIVA Jateng`) is none."""
        reach = 0
        for hit in sorted(self.spelled.hits(lexicon.tokens(text)), key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= reach:
                reach = hit.end
                yield hit

    def layouts_for(self, meta: Mapping[str, str], given: str | None = None) -> Sequence[Selectors]:
        """The layouts of the outlet that the curator or the markup of an HTML page names; none where neither does.

        `given` is a domain or an address from the curator, `meta` what the markup says of the page.
        """
        address = given or address_in(meta)
        profile = self.of_domain(host_of(address)) if address else None
        return profile.html if profile else ()
