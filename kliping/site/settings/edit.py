"""Sets values in the text of pelican.conf.py and leaves all else as it stands. Pure."""

import ast
from collections.abc import Mapping

_AFTER = "SITENAME"  # behind its line a setting goes that is not there yet


def with_values(text: str, values: Mapping[str, str]) -> str:
    """The settings file with these texts as values, by name. Raises SyntaxError for what is no Python.

    Where the file asks the environment, SITEURL becomes the address for when that gives none.
    """
    lines: list[bytes | None] = [
        line.encode() for line in text.split("\n")
    ]  # as ast counts them, whose columns are bytes
    tree = ast.parse(text)
    places = _places(tree)
    new = {name: _value(name, value, _imports_os(tree)) for name, value in values.items()}
    missing = [f"{name} = {value}".encode() for name, value in new.items() if name not in places]
    after = places[_AFTER].end_lineno if _AFTER in places else None
    for name in sorted(new.keys() & places.keys(), key=lambda name: -places[name].lineno):
        old = places[name].value
        first, last = old.lineno - 1, (old.end_lineno or old.lineno) - 1
        before, behind = (lines[first] or b"")[: old.col_offset], (lines[last] or b"")[old.end_col_offset :]
        lines[first : last + 1] = [before + new[name].encode() + behind, *[None] * (last - first)]
    at = len(lines) if after is None else after
    kept = [line for line in (*lines[:at], *missing, *lines[at:]) if line is not None]
    return b"\n".join(kept).decode()


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
