"""`invoke election`: the file of an election that is part of another, or a list of the elections that are there."""

import re
from pathlib import Path
from typing import NamedTuple

from kliping.archive.run import shown
from kliping.commands.console import exits, say
from kliping.elections import regions
from kliping.elections.calendars import Calendars
from kliping.elections.model import ELECTION_ID, Election
from kliping.elections.offices import office_of
from kliping.elections.regions import Region
from kliping.locale import _
from kliping.system.errors import Stop
from kliping.system.files import write_atomic

FOLDER = Path("content/elections")


def election(root: Path, new: str | None, parent: str | None, region: str | None) -> None:
    """Write the file of a new election and say what is next; without `new`, list the elections."""
    with exits():
        if new:
            made = planned(root, new, parent, region)
            file = shown(made.write())
            if made.year != made.parent_year:
                why = _("{file}: its stages and days are those of {parent}; write its own, with `year` as it stands")
                say(why.format(file=file, parent=made.parent))
            print(_("written: {file}; add the candidates, then run `uv run invoke build`").format(file=file))
        elif parent or region:
            raise Stop(_("give the id of the new election too: --new pilgub-jabar-2024"))
        else:
            for known in Calendars.load(root / FOLDER).elections.values():
                print(f"{known.id}: {known.name}")


class NewElection(NamedTuple):
    """An election whose file is not there yet."""

    id: str
    parent: str
    short: str
    year: int
    parent_year: int
    file: Path
    text: str

    def write(self) -> Path:
        """Write its file, and return the file's path."""
        write_atomic(self.file, self.text.encode())
        return self.file


def planned(root: Path, new: str, parent: str | None, region: str | None) -> NewElection:
    """What would be written. Raises Stop where it cannot be."""
    if not re.fullmatch(ELECTION_ID, new):
        problem = _("--new {id!r} must be small letters, digits and hyphens with a year, such as pilgub-jabar-2024")
        raise Stop(problem.format(id=new))
    elections, file = Calendars.load(root / FOLDER).elections, root / FOLDER / f"{new}.yaml"
    if new in elections or file.exists():
        raise Stop(_("--new {id}: is there already; change {file} by hand").format(id=new, file=shown(file)))
    if not parent or parent not in elections:
        problem = _("--parent {parent} is no election here; name one of {ids}")
        raise Stop(problem.format(parent=parent or _("(none)"), ids=", ".join(elections)))
    place = _region(new, region)
    whole = elections[parent]
    return NewElection(new, parent, _short(new, place), int(new[-4:]), whole.year, file, text(new, whole, place))


def _short(new: str, region: Region) -> str:
    name = region.names[0] if office_of(new) else region.title
    return f"{new.partition('-')[0].capitalize()} {name} {new[-4:]}"


def text(new: str, parent: Election, region: Region) -> str:
    """The file of an election that takes all else from its parent and its region."""
    office, prefix, year = office_of(new), new.partition("-")[0].capitalize(), new[-4:]
    name = region.names[0] if office else region.title
    own_year = "" if year == str(parent.year) else f"year: {year}  # its stages need days of their own, below\n"
    return f"""\
# Part of {parent.id}: names, voting day, stages and key dates come from there, places from the region.
# Whatever you write here takes the place of that; docs/elections.md explains the keys.
id: {new}
name: {office.name if office else prefix} {name} {year}
short: {_short(new, region)}
parent: {parent.id}
{own_year}region: {region.title}
# Candidates and pairs as papers print them, such as [Ani Contoh, Ani Contoh-Budi Misal, Ani-Budi]:
candidates: []
# Domains of outlets that report from there only:
outlets: []
# A stage that has other days there is listed, the others are not:
# stages:
#   - id: penetapan
#     windows: [{{start: {int(year) + 1}-01-09, end: {int(year) + 1}-01-09, basis: media, estimated: false}}]
"""


def _region(new: str, region: str | None) -> Region:
    """The region an election is held in. Raises Stop where it is none, or one of another kind."""
    if not region:
        raise Stop(_('say where it is held: --region "Jawa Barat"'))
    office = office_of(new)
    found = regions.find(region, office and office.kind)
    if len(found) == 1 and (not office or found[0].kind == office.kind):
        return found[0]
    titles = " / ".join([known.title for known in found] or regions.like(region)) or "Jawa Barat"
    if office and found:
        problem = _("--region {region!r}: a {vote} is held in a {kind}, and this is {titles}")
        raise Stop(problem.format(region=region, vote=office.short, kind=office.kind, titles=titles))
    problem = _("--region {region!r} is none or several of Indonesia's; write one such as {titles}")
    raise Stop(problem.format(region=region, titles=titles))
