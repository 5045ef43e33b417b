"""Outlets: which one a page is from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path

from kliping import dateline, dates, profile, terms
from kliping.address import address_in, host_of
from kliping.article import NOTHING, Fact
from kliping.boxes import Boxes
from kliping.page import Page
from kliping.phrases import bare
from kliping.places import is_place
from kliping.profile import Profile
from kliping.rulefile import RuleFile, digest
from kliping.words import generic_words

_BETWEEN = re.compile(r"\s[-–—]\s")
_BYLINE = 80  # characters of a line such as `Suaramelati.com — A B`
_HOUSE_LINE = 8  # words of a byline such as `A B - detikNews`
_OWN_LINES = frozenset(("advert", "promotion", "share"))
_PROMOTION_LINE = 200  # characters
_TITLE_END = r"\s(?:[-|–—•]|::)\s"  # what stands between a headline and the name of the site
_SPOKEN_TO = re.compile(r"\b(?:kepada|pantauan|dihubungi|diterima)\s+", re.I)
_BEFORE_NAME = 3  # words such as `Kantor Berita Politik` between that and the name
_CREDIT = re.compile(r"\b(?:foto|dok|sumber|source)\b\s*[:/.]?|/(?=[A-Za-z])", re.I)
_NAME_LONGEST = 60  # characters behind such a word in which the name stands
_CAPTION_LINE = 500  # characters
_WIRES = frozenset(("antaranews.com",))  # credited under pictures and texts by all others
_PREFERRED = re.compile(r"\bpreferred source\b", re.I)  # "Add ... as a preferred source on Google"
_HOUSE = re.compile(r"[A-Z][\w.&-]+(?: [A-Z][\w.&-]+){0,2}")
_HEADER = 40  # blocks searched for the outlet's name


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
            read = profile.named if path.name == "names.yaml" else profile.profile
            for one in read(file, found.generic):
                if one.domain in found.profiles and path.name == "names.yaml":
                    file.complain(f"`{one.domain}` has a file of its own; take it out of names.yaml")
                elif one.domain:
                    found.profiles[one.domain] = one
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
        if page.meta and (known := self._headed(page.meta)):
            return known
        ways = (
            self._named,
            self._laid_out,
            self._standing_alone,
            self._promoted,
            self._owned,
            self._spoken_to,
            self._credited,
            self._housed,
        )
        return next((known for look in ways if (known := look(page))), Known(self.generic))

    def mentioned(self, page: Page) -> list[str]:
        """Domains of outlets whose names stand anywhere on a page, the one met most often first: no proof of any."""
        hits = (hit for block in page.blocks for hit in self._spelled.hits(terms.tokens(block.text)))
        return [owner for owner, _ in Counter(hit.owner for hit in hits).most_common(3)]

    def _laid_out(self, page: Page) -> Known | None:
        """By the lines of its page."""
        lines = {bare(block.text) for block in page.blocks}
        for known in self.profiles.values():
            begun = known.begins and any(b.text.casefold().startswith(known.begins) for b in page.blocks[:_HEADER])
            if begun or (known.furniture and lines.issuperset(known.furniture)):
                return Known(known, Fact(known.name, "layout"), Fact(known.domain, "layout"))
        return None

    def _standing_alone(self, page: Page) -> Known | None:
        """By the one outlet whose name is a line of its own; several are a menu of sister sites."""
        owners = {p.domain for block in page.blocks[:_HEADER] if (p := self._alone.get(bare(block.text))) and p.domain}
        return self._met(owners.pop(), None, "layout") if len(owners) == 1 else None

    def _promoted(self, page: Page) -> Known | None:
        """By the one outlet that the page's own promotion, share and copyright lines name."""
        owners = set()
        for block in page.blocks:
            own = (
                "©" in block.text
                or _PREFERRED.search(block.text)
                or self.generic.words.noise_lines.kind(block.text) in _OWN_LINES
            )
            if own and len(block.text) <= _PROMOTION_LINE:
                owners |= {hit.owner for hit in self._spelled.hits(terms.tokens(block.text))}
        return self._met(owners.pop(), None, "layout") if len(owners) == 1 else None

    def _owned(self, page: Page) -> Known | None:
        """By the domain in its copyright line."""
        for block in reversed(page.blocks):
            if "©" in block.text or block.text.casefold().startswith("copyright"):
                domain = dateline.domain_in(block.text) if len(block.text) <= _PROMOTION_LINE else None
                if domain:
                    return self._of_host(host_of(domain), "layout", None)
        return None

    def _spoken_to(self, page: Page) -> Known | None:
        """By the paper that people speak to in the text: `kepada VOI`, `pantauan Media Indonesia`."""
        for block in page.blocks:
            for said in _SPOKEN_TO.finditer(block.text):
                words = terms.tokens(block.text[said.end() : said.end() + _NAME_LONGEST])
                hit = next((hit for hit in self._spelled.hits(words) if hit.start <= _BEFORE_NAME), None)
                if hit and hit.owner not in _WIRES:
                    return self._met(hit.owner, None, "text")
        return None

    def _credited(self, page: Page) -> Known | None:
        """By the one outlet that its photo credits and its `Sumber:` line name; a wire service is credited by all."""
        owners = set()
        for block in page.blocks:
            for said in _CREDIT.finditer(block.text) if len(block.text) <= _CAPTION_LINE else ():
                words = terms.tokens(block.text[said.end() : said.end() + _NAME_LONGEST])
                owners |= {hit.owner for hit in self._spelled.hits(words)}
        owners -= _WIRES
        return self._met(owners.pop(), None, "caption") if len(owners) == 1 else None

    def _housed(self, page: Page) -> Known | None:
        """By the name that stands beside a place in the dateline, of an outlet we do not know."""
        for block in page.blocks[:_HEADER]:
            line = dateline.split(block.text)
            parts = [part.strip() for part in re.split(r"[,|/]", line.text)] if line else []
            others = [part for part in parts if not is_place(part)]
            if len(parts) == 2 and len(others) == 1 and self._is_house(others[0]):
                return Known(self.generic, Fact(others[0], "dateline"))
        return None

    def _is_house(self, text: str) -> bool:
        """A name of few words, which is no office, no wire service and no day."""
        words = text.casefold().split()
        forms = {form.casefold() for forms in self.generic.words.agencies.values() for form in forms}
        return (
            bool(_HOUSE.fullmatch(text))
            and self.generic.words.nobody.isdisjoint(words)
            and text.casefold() not in forms
            and not dates.find(text)
        )

    def _met(self, owner: str, printed: str | None, basis: str) -> Known:
        """The outlet of a name met; a host below its domain, if that is what is printed, stays the outlet."""
        profile, host = self.profiles[owner], (printed or "").casefold()
        below = host.endswith(f".{owner}")
        return Known(profile, Fact(printed if below else profile.name, basis), Fact(host if below else owner, basis))

    def _told(self, told: str) -> Known:
        return self._of_host(host_of(told), "url" if "//" in told else "curator", None)

    def _headed(self, meta: Mapping[str, str]) -> Known | None:
        """By the address that the markup gives, else by the name it gives the site."""
        found = address_in(meta)
        if found:
            return self._of_host(host_of(found), "metadata", meta.get("og:site_name"))
        said = (meta.get("og:site_name"), meta.get("ld:publisher"), re.split(_TITLE_END, meta.get("title", ""))[-1])
        hits = (next(self._spelled.hits(terms.tokens(name)), None) for name in said if name)
        hit = next((hit for hit in hits if hit), None)
        return self._met(hit.owner, None, "metadata") if hit else None

    def _of_host(self, host: str, basis: str, site: str | None) -> Known:
        """By a host; of one we do not know, the name its own pages give the site is printed."""
        known = self.of_domain(host)
        if known:
            return Known(known, Fact(known.name, basis), Fact(known.domain, basis))
        return Known(self.generic, Fact(site or host, basis), Fact(host, basis))

    def boxes_of(self, meta: Mapping[str, str], told: str | None = None) -> Sequence[Boxes]:
        """The layouts of the outlet that the curator or the markup of an HTML page names; none where neither does."""
        found = told or address_in(meta)
        known = self.of_domain(host_of(found)) if found else None
        return known.html if known else ()

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
            parts = _BETWEEN.split(block.text) if len(block.text) <= _BYLINE else []
            alone = next((part for part in parts if " " not in part and dateline.domain_in(part) == part), None)
            domain = domain or (line.domain if line else alone if len(parts) == 2 else None)
        if domain:
            return Known(self.generic, Fact(domain, "dateline"), Fact(domain.casefold(), "dateline"))
        return None
