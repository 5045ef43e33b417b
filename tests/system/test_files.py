"""Which files of a folder are read again."""

from __future__ import annotations

import pytest

from kliping.system.files import Stat, changed_files

YOUNG = 1000  # nanoseconds; of a file that is younger nobody can say whether it changed since it was listed


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (None, (5, 10, 10, 7)),
        ((5, 10, 10, 7), (6, 10, 10, 7)),
        ((5, 10, 10, 7), (5, 11, 10, 7)),
        ((5, 10, 10, 7), (5, 10, 11, 7)),
        ((5, 10, 10, 7), (5, 10, 10, 8)),
        ((5, YOUNG, 10, 7), (5, YOUNG, 10, 7)),
        ((5, 10, YOUNG, 7), (5, 10, YOUNG, 7)),
    ],
    ids=["new", "size", "time of its text", "time of any change", "another file", "young text", "young by any change"],
)
def test_a_file_is_read_again_where_it_is_new_differs_or_may_have_changed_unseen(
    before: Stat | None, now: Stat
) -> None:
    old = {"tetap": (1, 2, 3, 4)} | ({"a": before} if before else {})
    assert changed_files(old, {"tetap": (1, 2, 3, 4), "a": now}, YOUNG) == (["a"], [])


def test_files_that_stay_are_not_read_and_those_that_are_gone_are_named() -> None:
    old: dict[str, Stat] = {"tetap": (1, 2, YOUNG - 1, 4), "b": (1, 2, 3, 5), "a": (1, 2, 3, 6)}
    assert changed_files(old, old, YOUNG) == ([], [])
    assert changed_files(old, {"tetap": old["tetap"]}, YOUNG) == ([], ["a", "b"])
