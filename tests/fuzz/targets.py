"""All targets by name."""

from tests.fuzz import days, markdown, pages, road
from tests.fuzz.sample import Target

TARGETS: dict[str, Target] = {
    target.name: target for target in (pages.TEXT, pages.HTML, days.DATES, markdown.HEAD, markdown.WRITTEN, road.ROAD)
}
