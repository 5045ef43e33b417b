"""Makes an index the same bytes for the same articles, and leaves out what no page of ours asks for.

Pagefind 1.5 writes the values of a filter, and the filters themselves, in an order of chance. Both are lists in CBOR
(RFC 8949), compressed, in files named by their content; the list of filters stands in the index's metadata, whose
name stands in `pagefind-entry.json`. So filters are put in order first, and what names them after.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from kliping.locale import _

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3  # among [version, pages, chunks, filters, sorts, meta fields]
_ENTRY = "pagefind-entry.json"
_WHOLE = ("fragment/", "index/")  # these are the same each time
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.id.pagefind")  # what a browser needs to ask any index


def settled(files: Mapping[str, bytes], with_program: bool) -> dict[str, bytes]:
    """The files of an index in their one form. Raises ValueError or KeyError where they are not as we know them."""
    entry = json.loads(files[_ENTRY])
    (language,) = entry["languages"].values()
    meta = _loaded(files[f"pagefind.{language['hash']}.pf_meta"])
    result = {name: data for name, data in files.items() if name.startswith(_WHOLE)}
    for place in meta[_FILTERS]:
        name, values = _loaded(files[f"filter/{place[1]}.pf_filter"])
        place[1], data = _kept([name, sorted(values)])
        result[f"filter/{place[1]}.pf_filter"] = data
    meta[_FILTERS].sort()
    language["hash"], data = _kept(meta)
    result[f"pagefind.{language['hash']}.pf_meta"] = data
    result[_ENTRY] = json.dumps(entry, sort_keys=True, ensure_ascii=False).encode()
    return result | {name: files[name] for name in (_PROGRAM if with_program else ())}


def _loaded(data: bytes) -> Any:
    data = gzip.decompress(data)
    value, end = _decoded(data, len(_SIGNATURE))
    if not data.startswith(_SIGNATURE) or end != len(data):
        raise ValueError(_("a file is not as Pagefind 1.5 writes it"))
    return value


def _kept(value: Any) -> tuple[str, bytes]:
    """A name for a value, and the bytes it is kept in."""
    data = _SIGNATURE + _encoded(value)
    return f"id_{hashlib.sha256(data).hexdigest()[:10]}", gzip.compress(data, mtime=0)


def _decoded(data: bytes, at: int) -> tuple[Any, int]:
    """A number, a text or a list, and where it ends. Raises ValueError at anything else."""
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if 24 <= size <= 27:
        length = 1 << (size - 24)
        size, at = int.from_bytes(data[at : at + length], "big"), at + length
    elif size > 27:
        raise ValueError(_("a list without a length"))
    if kind == 0:
        return size, at
    if kind == 3:
        return data[at : at + size].decode(), at + size
    if kind != 4:
        raise ValueError(_("CBOR of kind {kind}").format(kind=kind))
    values: list[Any] = []
    while len(values) < size:
        value, at = _decoded(data, at)
        values.append(value)
    return values, at


def _encoded(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(0, value)
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    return _head(4, len(value)) + b"".join([_encoded(part) for part in value])


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes((kind << 5 | size,))
    power = next(power for power in range(4) if size < 1 << (8 << power))
    return bytes((kind << 5 | 24 + power,)) + size.to_bytes(1 << power, "big")
