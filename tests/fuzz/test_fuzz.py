"""Hostile inputs: what must hold for every one, held for a few hundred, and for each that ever broke it.

`invoke fuzz` tries as many as it has time for, and leaves what it finds in tests/findings; here each is tried again.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.fuzz.clock import Slow, limited
from tests.fuzz.run import Hunt, why
from tests.fuzz.sample import FINDINGS, Broken, Sample, Target, findings, hold
from tests.fuzz.shrink import shrunk
from tests.fuzz.targets import TARGETS

EXAMPLES = {"text": 250, "html": 150, "dates": 150, "frontmatter": 120, "written": 150, "road": 80}
HANGS = 10.0  # CPU seconds; no measurement
KEPT = [*findings()]


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_is_read_the_properties_hold(name, tmp_path):
    hunt = Hunt(TARGETS[name], tmp_path, HANGS)

    @settings(
        max_examples=EXAMPLES[name],
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(TARGETS[name].inputs)
    def look(sample: Sample) -> None:
        hunt.look(sample)

    look()
    assert not hunt.found, "standard error says what does not hold, and for which file"


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
def test_what_was_found_once_is_mended(path):
    told = why(TARGETS[path.name.partition("-")[0]], Sample.read(path))
    assert told is None, told[1]


# What once took too long, or more: a text, and what was put in it how often.
LONG = {
    "dates": [
        ("19 Juni 2024{}", " ", 60_000),
        ("19 Juni{}", " ", 60_000),
        ("19 Juni 2024{}.", ")", 60_000),
        ("{}", "Desember 2024-06-19\r", 3000),
    ],
    "frontmatter": [("---\na: {}\n---\n\nSatu.", "[", 60_000), ("---\na:\n  {}a\n---\n\nSatu.", "- ", 30_000)],
}


@pytest.mark.parametrize(
    ("name", "text", "sign", "times"), [(name, *one) for name, all_ in LONG.items() for one in all_]
)
def test_a_sign_over_and_over_takes_no_time(name, text, sign, times):
    suffix = ".md" if name == "frontmatter" else ".txt"
    assert why(TARGETS[name], Sample(suffix, text.format(sign * times).encode())) is None


def test_every_finding_belongs_to_a_target():
    names = {path.name.partition("-")[0] for path in FINDINGS.glob("*-*")}
    assert names <= TARGETS.keys()


def _no_seven(sample: Sample) -> None:
    hold(b"7" not in sample.data, "there is a seven")


SEVENS = Target("sevens", st.integers(0, 10**6).map(lambda n: Sample(".txt", f"a\n{n}\nb\n".encode())), _no_seven)


def test_a_finding_is_written_down_once_and_as_small_as_can_be(tmp_path, capsys):
    hunt = Hunt(SEVENS, tmp_path / "findings")
    hunt.run(time.monotonic() + 1)
    (path,) = hunt.found.values()
    assert path.read_bytes() == b"7"
    assert [*findings(tmp_path / "findings")] == [path]
    assert capsys.readouterr().err == f"{path}: there is a seven\n"
    assert Sample.read(path) == Sample(".txt", b"7")


def test_what_the_code_raises_beyond_its_promise_is_a_finding_told_by_its_place():
    def crash(sample: Sample) -> None:
        raise KeyError("x")

    kind, said = why(Target("crash", SEVENS.inputs, crash), Sample(".txt", b"")) or ("", "")
    assert kind.startswith("KeyError test_fuzz.py:")
    assert "KeyError" in said


def test_what_takes_too_long_is_stopped_whoever_catches_exceptions():
    def endless() -> None:
        while True:
            with contextlib.suppress(Exception):
                sum(range(1000))

    with pytest.raises(Slow, match="took too many"), limited(0.2):
        endless()


def test_a_sample_is_shrunk_with_its_sidecar_and_the_sidecar_goes_where_it_is_of_no_use(tmp_path):
    sample = Sample(".txt", b"satu\ndua\ntiga\n", b"title: x\nviews: 1\n")
    assert shrunk(sample, lambda s: b"dua" in s.data) == Sample(".txt", b"dua")
    both = shrunk(sample, lambda s: b"d" in s.data and s.sidecar is not None and b"views" in s.sidecar)
    assert both == Sample(".txt", b"d", b"views")
    path = both.write(tmp_path, "road")
    assert Sample.read(path) == both
    assert [*findings(tmp_path)] == [path]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--minutes", "banyak"], "is no number of minutes"),
        (["--minutes", "0"], "is no number of minutes"),
        (["--targets", "dates,hari"], "there is no `hari`; known are: text, html"),
    ],
)
def test_a_value_that_is_none_is_refused_with_what_to_give(words, says):
    done = subprocess.run([sys.executable, "-m", "invoke", "fuzz", *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 64
    assert says in done.stderr


def test_a_run_tells_of_each_target_what_it_tried():
    words = ["fuzz", "--minutes", "0.02", "--targets", "dates"]
    done = subprocess.run([sys.executable, "-m", "invoke", *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("dates: ")
    assert done.stderr.endswith(" examples, 0 findings\n")


def test_a_property_that_does_not_hold_says_which():
    with pytest.raises(Broken, match="satu"):
        hold("", "satu")
