"""The candidates of one page while they are gathered: one for each outlet, whatever its printed names."""

from dataclasses import dataclass, field

from kliping.evidence.candidate import Candidate
from kliping.formats.page import ASIDE, Block, Page
from kliping.outlets.names import Named, key_of, named
from kliping.outlets.registry import OutletRegistry


@dataclass(slots=True)
class Gathering:
    """The candidates of one page while they are gathered."""

    outlets: OutletRegistry
    page: Page
    blocks: list[Block] = field(init=False)  # without what stands aside
    found: dict[str, Candidate[Named]] = field(default_factory=dict)  # by `key_of`
    seen: dict[str, set[int]] = field(default_factory=dict)  # key -> blocks

    small: str = field(init=False)  # all of them in small letters

    def __post_init__(self) -> None:
        self.blocks = [block for block in self.page.blocks if block.part != ASIDE]
        self.small = "\n".join([block.text for block in self.blocks]).casefold()

    def add(self, printed: str, owner: str | None, at: int | None, *evidence: str) -> Candidate[Named]:
        """Add evidence for the outlet that a printed name or domain means."""
        name = named(printed, owner, self.outlets)
        key = key_of(name)
        candidate = self.found.get(key)
        if candidate is None:
            candidate = self.found[key] = Candidate(name, "", at)
            candidate.add("known outlet", when=name.owner)
        elif name.domain and not candidate.value.domain:
            candidate.value = Named(candidate.value.name, name.domain, name.owner)
        candidate.add("a domain", when=name.domain and not name.owner)
        candidate.add(*evidence)
        if at is not None:
            self.seen.setdefault(key, set()).add(at)
        return candidate
