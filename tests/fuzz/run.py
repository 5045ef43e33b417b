"""`invoke fuzz`: each target in turn for its share of the time; what is found is shrunk and written down."""

from __future__ import annotations

import random
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

from kliping.commands.console import exits, say
from kliping.system.errors import Exit, Stop
from tests.fuzz.clock import SECONDS, Slow, limited
from tests.fuzz.sample import FINDINGS, Broken, Sample, Target
from tests.fuzz.shrink import shrunk
from tests.fuzz.targets import TARGETS

_BATCH = 300  # examples drawn from one seed
_SETTINGS = settings(
    max_examples=_BATCH,
    database=None,
    deadline=None,
    # Shrinking is ours: it works on the file itself, whatever made it. Phase.target could climb on without an end.
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    verbosity=Verbosity.quiet,
)


def fuzz(minutes: str, names: str | None) -> None:
    """Try the targets of some names, else all of them, for so many minutes. Exits with 1 where anything is found."""
    with exits():
        chosen = _chosen(names)
        seconds = _minutes(minutes) * 60 / len(chosen)
        found = 0
        for target in chosen:
            hunt = Hunt(target)
            hunt.run(time.monotonic() + seconds)
            say(f"{target.name}: {hunt.tried:,} examples, {len(hunt.found)} findings")
            found += len(hunt.found)
        if found:
            raise SystemExit(Exit.FAILED)


def _chosen(names: str | None) -> list[Target]:
    wanted = names.split(",") if names else [*TARGETS]
    for name in wanted:
        if name not in TARGETS:
            raise Stop(f"--targets {names}: there is no `{name}`; known are: {', '.join(TARGETS)}")
    return [TARGETS[name] for name in wanted]


def _minutes(given_: str) -> float:
    try:
        found = float(given_)
    except ValueError:
        found = 0
    if not 0 < found < 10_000:
        raise Stop(f"--minutes {given_}: is no number of minutes; give one such as 5")
    return found


def why(target: Target, sample: Sample, seconds: float = SECONDS) -> tuple[str, str] | None:
    """What is wrong with how a sample is treated: its kind, by which findings are told apart, and in words."""
    try:
        with limited(seconds):
            target.check(sample)
    except Broken as error:
        where = traceback.extract_tb(error.__traceback__)[-2]
        return f"{where.name}:{where.lineno}", str(error)
    except Slow as error:
        return str(error), str(error)
    except Exception as error:
        steps = traceback.extract_tb(error.__traceback__)
        where = next((step for step in reversed(steps) if "kliping" in step.filename), steps[-1])
        place = f"{Path(where.filename).name}:{where.lineno}"
        return f"{type(error).__name__} {place}", f"{type(error).__name__} at {place}: {str(error)[:300]}"
    return None


@dataclass
class Hunt:
    """One target's share of a run."""

    target: Target
    folder: Path = FINDINGS
    seconds: float = SECONDS  # of CPU for one sample
    tried: int = 0
    found: dict[str, Path] = field(default_factory=dict)

    def run(self, until: float) -> None:
        while time.monotonic() < until:
            self._batch(random.getrandbits(64), until)

    def _batch(self, number: int, until: float) -> None:
        @seed(number)
        @_SETTINGS
        @given(self.target.inputs)
        def batch(sample: Sample) -> None:
            if time.monotonic() < until:
                self.look(sample)

        batch()

    def look(self, sample: Sample) -> None:
        """Try one sample, drawn by Hypothesis; a finding of a new kind is kept."""
        self.tried += 1
        told = why(self.target, sample, self.seconds)
        if told and told[0] not in self.found:
            self._keep(sample, told[0])

    def _keep(self, sample: Sample, kind: str) -> None:
        def shows(other: Sample) -> bool:
            found = why(self.target, other, self.seconds)
            return found is not None and found[0] == kind

        small = shrunk(sample, shows)
        self.found[kind] = small.write(self.folder, self.target.name)
        _, message = why(self.target, small, self.seconds) or ("", "shows only now and then")
        print(f"{self.found[kind]}: {message}", file=sys.stderr)
