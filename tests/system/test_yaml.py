"""Values inside values, as deep as a file of ours may have them and no deeper."""

from __future__ import annotations

import pytest
import yaml

from kliping.system.limits import YAML_DEPTH
from kliping.system.yaml import parse_yaml

NESTED = {
    "lists in brackets": lambda levels: "[" * levels + "]" * levels,
    "mappings in braces": lambda levels: "{a: " * levels + "1" + "}" * levels,
    "lists by dashes": lambda levels: "- " * levels + "1",
}


@pytest.mark.parametrize("nested", NESTED.values(), ids=NESTED)
def test_a_hundred_levels_are_read_and_one_more_is_refused(nested) -> None:
    value = parse_yaml(nested(YAML_DEPTH))
    levels = 0
    while isinstance(value, (list, dict)):
        levels += 1
        value = next(iter(value.values() if isinstance(value, dict) else value), None)
    assert levels == YAML_DEPTH
    with pytest.raises(yaml.YAMLError, match=f"more than {YAML_DEPTH} levels deep"):
        parse_yaml(nested(YAML_DEPTH + 1))
