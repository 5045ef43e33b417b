"""A hand edit of an article, told as the sidecar lines that keep it."""

from __future__ import annotations

import json
from typing import Any

import yaml

from kliping.archive.sidecars import KEYS
from kliping.article import frontmatter
from kliping.text import markdown


def as_sidecar(edited: str, written: str) -> str:
    """The sidecar lines of an edited article: every field, and the body, that differs from what clean writes.

    Fields no sidecar takes (`id`, `saved`, `basis` ...) are told in a comment.
    """
    theirs, their_body = frontmatter.read(edited.encode())
    ours, our_body = frontmatter.read(written.encode())
    changed = {k: v for k, v in theirs.items() if k not in ("stamp", "basis", "review") and v != ours.get(k)}
    changed |= {k: None for k in ours if k in KEYS and k not in theirs and ours[k] is not None}
    if "url" in changed:  # an address told by the curator would tell the outlet too
        changed |= {key: theirs.get(key) for key in ("source", "outlet") if theirs.get(key)}
    lines = [f"{key}: {as_yaml(value)}" for key, value in changed.items() if key in KEYS]
    lines += [f"# not for a sidecar: {key}" for key in changed if key not in KEYS]
    if markdown.unescape(their_body).strip() != markdown.unescape(our_body).strip():
        lines += [
            "body: |",
            *(f"  {line}" if line else "" for line in markdown.unescape(their_body).strip().split("\n")),
        ]
    if not lines:
        return "# the saved page and its sidecar say all of this already: clean --restore takes the file back\n"
    return "".join(f"{line}\n" for line in lines)


def as_yaml(value: Any) -> str:
    """A value of front matter on one line of YAML."""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    try:
        return json.dumps(value, ensure_ascii=False)
    except TypeError:
        return str(yaml.safe_dump(value, default_flow_style=True).strip())
