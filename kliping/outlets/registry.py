"""Outlets: which one a page is from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path

from kliping.article.fields import NAME_MOST, NOTHING, Fact
from kliping.formats.page import Page
from kliping.formats.selectors import Selectors
from kliping.outlets import profile
from kliping.outlets.profile import Profile
from kliping.outlets.vocabulary import generic_words
from kliping.system.config_file import ConfigFile
from kliping.system.hashing import content_hash
from kliping.text import lexicon
from kliping.text.phrases import normalise
from kliping.text.urls import address_in, host_of

_NAMES = "names.yaml"  # read last: its outlets may lie below the domain of one that has a file


@dataclass(frozen=True)
class RecognisedOutlet:
    """The outlet of a page: its rules, and the two facts we print of it."""

    profile: Profile
    source: Fact[str] = NOTHING
    outlet: Fact[str] = NOTHING


@dataclass
class OutletRegistry:
    """All profiles of a folder, and the complaints about their files."""

    generic: Profile
    profiles: dict[str, Profile] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, folder: Path) -> OutletRegistry:
        """Read names.yaml and every <domain>.yaml; a broken one is named in `problems` and left out."""
        text = resources.files("kliping").joinpath("data/generic.yaml").read_bytes()
        found = cls(Profile(generic_words(), fingerprint=content_hash(text)))
        for path in sorted(folder.glob("*.yaml"), key=lambda path: (path.name == _NAMES, path)):
            file = ConfigFile.read(path, f"{folder.name}/{path.name}")
            names = path.name == _NAMES
            for one in (profile.named if names else profile.profile)(file, found.generic):
                if one.domain in found.profiles and names:
                    file.complain(f"`{one.domain}` has a file of its own; take it out of names.yaml")
                elif one.domain:
                    found.profiles[one.domain] = found._below(one) if names else one
            found.problems += file.problems
        return found

    def _below(self, one: Profile) -> Profile:
        """An outlet that needs only a name, with the rules of the profile above its domain, if there is one."""
        above = self.of_domain((one.domain or "").partition(".")[2])
        return above.lent_to(one) if above else one

    @cached_property
    def recognition(self) -> str:
        """Changes when pages could be taken for another outlet than before."""
        return content_hash(
            *(f"{d}|{p.name}|{p.spellings}|{p.furniture}|{p.begins}" for d, p in sorted(self.profiles.items()))
        )

    @cached_property
    def spelled(self) -> lexicon.Lexicon:
        return lexicon.Lexicon((d, s) for d, p in self.profiles.items() for s in (*p.spellings, d))

    @cached_property
    def laid_out(self) -> list[Profile]:
        """Outlets known by lines of their pages."""
        return [known for known in self.profiles.values() if known.begins or known.furniture]

    @cached_property
    def alone(self) -> dict[str, Profile]:
        """Outlets by their names as they stand on a line of their own: domains, and names of two words or more."""
        forms = ((form, p) for d, p in self.profiles.items() for form in (d, *p.spellings))
        return {normalise(form): p for form, p in forms if "." in form or " " in form}

    def of_domain(self, host: str) -> Profile | None:
        """The profile for a host, or for the nearest domain above it."""
        labels = host.casefold().split(".")
        return next((p for i in range(len(labels) - 1) if (p := self.profiles.get(".".join(labels[i:])))), None)

    def mentioned(self, page: Page) -> list[str]:
        """Domains of outlets whose names stand anywhere on a page, the one met most often first: no proof of any."""
        hits = (hit for block in page.blocks for hit in self.spelled.hits(lexicon.tokens(block.text)))
        return [owner for owner, _ in Counter(hit.owner for hit in hits).most_common(3)]

    def names_in(self, text: str) -> Iterator[lexicon.Hit]:
        """The outlets a text names, in order; a name inside a longer one (`VIVA` in `VIVA Jateng`) is none."""
        reach = 0
        for hit in sorted(self.spelled.hits(lexicon.tokens(text)), key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= reach:
                reach = hit.end
                yield hit

    def met(self, owner: str, printed: str | None, basis: str) -> RecognisedOutlet:
        """The outlet of a name met; a host below its domain, if that is what is printed, stays the outlet."""
        profile, host = self.profiles[owner], (printed or "").casefold()
        below = host.endswith(f".{owner}")
        return RecognisedOutlet(
            profile, Fact(printed if below else profile.name, basis), Fact(host if below else owner, basis)
        )

    def of_host(self, host: str, basis: str, site: str | None = None) -> RecognisedOutlet:
        """By a host; of one we do not know, the name its own pages give the site is printed."""
        known = self.of_domain(host)
        if known:
            return RecognisedOutlet(known, Fact(known.name, basis), Fact(known.domain, basis))
        name = site if site and len(site) <= NAME_MOST else host
        return RecognisedOutlet(self.generic, Fact(name, basis), Fact(host, basis))

    def boxes_of(self, meta: Mapping[str, str], told: str | None = None) -> Sequence[Selectors]:
        """The layouts of the outlet that the curator or the markup of an HTML page names; none where neither does."""
        found = told or address_in(meta)
        known = self.of_domain(host_of(found)) if found else None
        return known.html if known else ()
