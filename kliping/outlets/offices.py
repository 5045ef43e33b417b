"""Election offices by the hosts of their sites: `kab-bandung.kpu.go.id` is the site of KPU Kabupaten Bandung."""

import re
from collections.abc import Iterator
from functools import cache

from kliping.outlets.places import Region, regions

_HEADS = {"kpu.go.id": "KPU", "bawaslu.go.id": "Bawaslu"}  # domain above the sites of an office's branches -> its name
_KIND = re.compile(r"(?P<before>kab|kota|prov)?-?(?P<name>[a-z]+?)-?(?P<behind>kab|kota|prov)?")
_KINDS = {"kab": "kabupaten", "kota": "kota", "prov": "provinsi"}
_SIGNS = re.compile(r"[^a-z0-9]+")


def office_of(host: str) -> str | None:
    """The office whose site a host is; None for any other host, also of a region we do not know."""
    label, head = _parted(host)
    region = _region(label) if label else None
    return f"{_HEADS[head]} {region.kind.capitalize()} {region.names[0]}" if region else None


def branch_host(host: str) -> str:
    """The host of an office without what stands before it: `Padang.sumbar.kpu.go.id`; any other host as it is."""
    label, head = _parted(host)
    return f"{label}.{head}" if label else host


def is_branch(host: str) -> bool:
    """Whether a host is that of a branch of an office, of a region we know or not (kab-melati.kpu.go.id)."""
    label, _ = _parted(host)
    return label.startswith(("kab-", "kota-", "prov-")) or label.endswith(tuple(_KINDS)) or bool(_region(label))


def is_service(host: str) -> bool:
    """Whether a host below the domain of an office is that of no branch (infopemilu.kpu.go.id)."""
    return any(host.endswith(f".{head}") for head in _HEADS) and not is_branch(host)


def branch_at(domain: str, place: str) -> tuple[str, str] | None:
    """Name and host of the branch of an office (`kpu.go.id`) at a place; None where the place has not just one."""
    found = _branches().get(_SIGNS.sub("", place.casefold()), []) if domain in _HEADS else []
    found = [region for region in found if region.kind != "provinsi"]
    if len(found) != 1:
        return None
    region = found[0]
    before = next(short for short, kind in _KINDS.items() if kind == region.kind)
    host = f"{before}-{_SIGNS.sub('', region.names[0].casefold())}.{domain}"
    return f"{_HEADS[domain]} {region.kind.capitalize()} {region.names[0]}", host


def _parted(host: str) -> tuple[str, str]:
    """The label of a host right below the domain of an office, and that domain; empty where it lies below none."""
    head = next((head for head in _HEADS if host.endswith(f".{head}")), "")
    return (host.removesuffix(f".{head}").rpartition(".")[2], head) if head else ("", "")


def _region(label: str) -> Region | None:
    """The region that the first label of a host names, a province before its capital."""
    plain = label.replace("-", "")
    if found := _branches().get(plain):
        provinces = [region for region in found if region.kind == "provinsi"]
        return provinces[0] if provinces else found[0] if len(found) == 1 else None
    match = _KIND.fullmatch(label)
    kind = _KINDS.get(match["before"] or match["behind"] or "") if match else None
    found = _branches().get(match["name"], []) if match else []
    return next((region for region in found if region.kind == kind), None)


@cache
def _branches() -> dict[str, list[Region]]:
    """Regions by their names as hosts write them, without blanks and signs."""
    found: dict[str, list[Region]] = {}
    for region in regions():
        for name in dict.fromkeys(_written(region)):
            found.setdefault(name, []).append(region)
    return found


def _written(region: Region) -> Iterator[str]:
    for name in region.names:
        yield _SIGNS.sub("", name.casefold())
        yield _SIGNS.sub("", name.casefold().removeprefix("kepulauan "))
