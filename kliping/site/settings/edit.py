"""Sets values in the text of pelican.conf.py and leaves all else as it stands. Pure."""

import ast
from collections.abc import Mapping

_AFTER = "SITENAME"  # behind its line a setting goes that is not there yet


def with_values(text: str, values: Mapping[str, str]) -> str:
    """The settings file with these texts as values, by name. Raises SyntaxError for what is no Python.

    Where the file asks the environment, SITEURL becomes the address for when that gives none.
    """
    lines = [f"{line}\n" for line in text.removesuffix("\n").split("\n")]  # as ast counts them
    tree = ast.parse(text)
    places = _places(tree)
    new = {name: f"{name} = {_value(name, value, _imports_os(tree))}\n" for name, value in values.items()}
    for name in sorted(new.keys() & places.keys(), key=lambda name: -places[name].lineno):
        node = places[name]
        end = lines[(node.end_lineno or node.lineno) - 1]
        comment = end.encode()[node.end_col_offset or 0 :].decode().rstrip("\n")
        lines[node.lineno - 1 : node.end_lineno] = [new[name].rstrip("\n") + comment + "\n"]
    missing = [line for name, line in new.items() if name not in places]
    at = next((i + 1 for i, line in enumerate(lines) if line.startswith(f"{_AFTER} ")), len(lines))
    return "".join([*lines[:at], *missing, *lines[at:]])


def _value(name: str, value: str, imports_os: bool) -> str:
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if name == "SITEURL" and imports_os:
        return f'(os.environ.get("SITEURL") or {quoted}).rstrip("/")'
    return quoted


def _imports_os(tree: ast.Module) -> bool:
    imports = (node for node in tree.body if isinstance(node, ast.Import))
    return any(alias.name == "os" and alias.asname is None for node in imports for alias in node.names)


def _places(tree: ast.Module) -> dict[str, ast.Assign]:
    """Where each setting stands: the last line that gives it a value."""
    nodes = (node for node in tree.body if isinstance(node, ast.Assign))
    return {target.id: node for node in nodes for target in node.targets if isinstance(target, ast.Name)}
