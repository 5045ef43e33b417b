"""Which outlet a page is from: by the curator, the address in its markup, or what speaks most for one it names."""

import re

from kliping.article.fields import NAME_MOST, NOTHING, Fact
from kliping.evidence.decision import Decision, decide
from kliping.evidence.weights import weights_of
from kliping.formats.page import Page
from kliping.outlets.candidates import gather
from kliping.outlets.hosts import is_outlet, label_of, unmirrored
from kliping.outlets.names import Named, compact, is_common_phrase, key_of, of_host
from kliping.outlets.offices import is_branch, office_of
from kliping.outlets.registry import OutletRegistry, RecognisedOutlet
from kliping.text.urls import address_in, host_of

_BESIDE = re.compile(r"\s+[-|–—•:]+\s+")
_SITE = ("og:site_name", "ld:publisher")  # metas that name the site, the surer one first


def recognise(outlets: OutletRegistry, page: Page, given: str | None = None) -> RecognisedOutlet:
    """The outlet of a page: given by the curator (a domain or an address), else by what it prints.

    The generic profile and no facts where nothing tells.
    """
    if given and (host := host_of(given)):
        return _by_host(outlets, page, host, "url" if "//" in given else "curator")
    host = unmirrored(host_of(address_in(page.meta) or "")) if page.meta else ""
    if host and is_outlet(host):
        return _by_host(outlets, page, host, "metadata")
    decision = decide(gather(outlets, page), weights_of("outlet"), _family)
    return _recognised(outlets, decision)


def _recognised(outlets: OutletRegistry, decision: Decision[Named]) -> RecognisedOutlet:
    """The outlet that was decided; a doubt stands at its name."""
    name, basis = decision.fact.value, decision.fact.basis
    source = Fact(name.name, _basis(name, basis), decision.fact.doubt) if name else NOTHING
    outlet = Fact(name.domain, basis) if name and name.domain else NOTHING
    decisions = {"source": Decision(source, decision.ranked, decision.weights)}
    profile = outlets.profiles[name.owner] if name and name.owner else outlets.generic
    return RecognisedOutlet(profile, source, outlet, decisions)


def _basis(name: Named, basis: str | None) -> str | None:
    """What a name rests on: that of an office is told by the host of its site."""
    is_told = name.domain and name.domain != name.owner and name.name == office_of(name.domain)
    return "office" if is_told else basis


def _by_host(outlets: OutletRegistry, page: Page, host: str, basis: str) -> RecognisedOutlet:
    """The outlet of a host; of one we do not know, the name its own pages print or give the site."""
    name = of_host(host, outlets)
    profile = outlets.profiles[name.owner] if name.owner else outlets.generic
    if name.owner and name.name == host and not is_branch(host):  # a section, read and named as its outlet
        name = Named(profile.name or host, profile.domain, profile.domain)
    source = Fact(name.name, _basis(name, basis))
    if not name.owner and name.name == host:
        source = _printed(outlets, page, name, basis)
    return RecognisedOutlet(profile, source, Fact(name.domain, basis))


def _printed(outlets: OutletRegistry, page: Page, name: Named, basis: str) -> Fact[str]:
    """The name that its metas give the outlet of a host, else what a page prints, else the host.

    Of the metas the one that fits the host counts; words of the language alone name a section.
    """
    label = compact(label_of(name.name))
    sites = [part for key in _SITE for part in _parts(page.meta.get(key, "")) if host_of(part) != name.domain]
    fitting = [site for site in sites if label in compact(site) or compact(site) in label]
    if site := next(iter([*fitting, *(site for site in sites if not is_common_phrase(site))]), None):
        return Fact(site, basis)
    own = (one for one in gather(outlets, page) if key_of(one.value) == key_of(name) and one.basis != "text")
    found = next(own, None)
    return Fact(found.value.name, found.basis) if found else Fact(name.name, basis)


def _parts(site: str) -> list[str]:
    """A name of a site, and its parts where a slogan stands beside it."""
    parts = [part.strip() for part in _BESIDE.split(site)] if len(site) <= NAME_MOST else []
    return [part for part in parts if len(part) > 1]


def _family(name: Named) -> str:
    """The same for all sites of a house, which contradict each other in nothing."""
    return compact(label_of(name.domain) if name.domain else name.name)
