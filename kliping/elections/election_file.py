"""One election's file, read key by key; what it leaves out comes from its parent and its region."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from kliping.elections import regions
from kliping.elections.inheritance import from_parent, from_region, merged
from kliping.elections.model import ELECTION_ID, Election, Event, Stage, StageType, Window
from kliping.elections.offices import office_of
from kliping.locale import _
from kliping.system.config_file import ConfigFile

ROLES = ("names", "places", "elsewhere", "candidates", "marks", "counter")  # of an election's words
ELECTION_KEYS = (
    "id", "name", "short", "parent", "inherit", "year", "region", "voting_day", "since", "legal_basis", *ROLES,
    "outlets", "stages", "events", "notes",
)  # fmt: skip
_TEXTS = ("id", "name", "short", "region")
_LISTS = ("legal_basis", *ROLES, "outlets", "notes")
_DAYS = ("voting_day", "since")


def read_election(file: ConfigFile, types: dict[str, StageType], parent: Election | None) -> Election | None:
    """The election of a file; None where it lacks what every election needs. What is wrong is a problem of the file.

    `parent` is the election it names as such.
    """
    file.drop_unknown(ELECTION_KEYS)
    whole = None if file.data.get("inherit") is False else parent
    told = _told(file)
    office = office_of(told.get("id") or "")
    inherited = from_parent(whole, office) if whole else {}
    values = {"short": told.get("name"), **inherited, **told}
    if not told.get("id") or not told.get("name") or not isinstance(values.get("year"), int):
        file.complain(_("needs `id`, `name` and `year`"))
        return None
    if not re.fullmatch(ELECTION_ID, told["id"]):
        problem = _("the id `{id}` must be small letters, digits and hyphens with a year, such as pilkada-2024")
        file.complain(problem.format(id=told["id"]))
        return None
    if not ("places" in told and ("elsewhere" in told or not told["places"])):
        local = from_region(values, office)
        values |= local or (_unknown_region(file, told) if whole and not {"places", "names"} & told.keys() else {})
    own = tuple(_stages(file, types, whole))
    values["stages"] = merged(inherited["stages"], own, types) if whole else own
    return Election(**values, parent=parent.id if parent else None)


def _told(file: ConfigFile) -> dict[str, Any]:
    """The keys a file has, stages aside, with their checked values."""
    told: dict[str, Any] = {key: text for key in _TEXTS if (text := file.text(key))}
    told |= {key: file.words(key) for key in _LISTS if key in file.data}
    told |= {key: _date(file, key, _("the election")) for key in _DAYS if key in file.data}
    if "year" in file.data:
        told["year"] = file.data["year"]
    if "events" in file.data:
        told["events"] = tuple(_events(file))
    return told


def _unknown_region(file: ConfigFile, told: dict[str, Any]) -> dict[str, Any]:
    """Words for an election of which it is not known where it is held, so that it takes no article of its parent's."""
    region = told.get("region")
    if not region:
        file.complain(_("needs `region`, `places` or `names`, or it would have its parent's articles"))
        return {"places": (told["name"],)}
    if region.startswith(regions.COUNTRY):
        return {}
    some = [found.title for found in regions.find(region)] or regions.like(region)
    problem = _("the region {region!r} is none or several of Indonesia's; write one such as {titles}, or list `places`")
    file.complain(problem.format(region=region, titles=" / ".join(some) or "Jawa Barat"))
    return {"places": (region,)}


def _stages(file: ConfigFile, types: dict[str, StageType], whole: Election | None) -> Iterator[Stage]:
    for part in file.parts("stages", ("id", "windows", "note")):
        kind = types.get(str(part.data.get("id")))
        if kind:
            inherited = whole.stage(kind.id) if whole and "windows" not in part.data else None
            yield Stage(kind, inherited.windows if inherited else tuple(_windows(part, kind.id)), part.text("note"))
        else:
            file.unknown(str(part.data.get("id")), types, _("stage"))


def _windows(stage: ConfigFile, stage_id: str) -> Iterator[Window]:
    for part in stage.parts("windows", ("start", "end", "basis", "estimated")):
        start, end = (_date(part, key, stage_id, needed=True) for key in ("start", "end"))
        if start and end and start > end:
            problem = _("stage `{stage}` ends ({end}) before it starts ({start}); mend the window")
            part.complain(problem.format(stage=stage_id, end=end, start=start))
        elif start and end:
            yield Window(start, end, part.text("basis") or "", part.data.get("estimated") is True)


def _events(file: ConfigFile) -> Iterator[Event]:
    for part in file.parts("events", ("date", "end", "name", "basis", "estimated")):
        name = part.text("name")
        what = _("the event {name}").format(name=name)
        date = _date(part, "date", what, needed=True)
        if date and name:
            end = _date(part, "end", what)
            yield Event(date, name, part.text("basis") or "", end, part.data.get("estimated") is True)


def _date(file: ConfigFile, key: str, what: str, needed: bool = False) -> datetime.date | None:
    """The date under a key, complaining of anything else, and of none where one is needed."""
    value = file.data.get(key)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if value is not None or needed:
        problem = _("`{key}` of {what} is {value}, no date; write it as 2024-11-27")
        file.complain(problem.format(key=key, what=what, value=repr(value)))
    return None
