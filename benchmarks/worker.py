"""One reader in a process of its own: takes orders as lines of JSON, answers each with one.

python -m benchmarks.worker NAME PROJECT

{"time": FOLDER} -> {"pages": n, "seconds": CPU seconds spent reading, "without": pages without a text}
{"read": FOLDER, "names": [...]} -> {"results": {page name: Result}}
{"peak": true} -> {"bytes": most memory ever held, or null where the system does not tell}
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.readers import Reader, Result, start

WARMING = (
    "mulai.txt",
    b"Judul\n\nKamis, 24 Oktober 2024\n\nJAKARTA - Kalimat pertama yang cukup panjang untuk dibaca.\n",
)


def main() -> None:
    name, project = sys.argv[1:3]
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    sys.stdout = sys.stderr  # whatever a reader prints is no answer
    reader = start(name, Path(project))
    _read(reader, *WARMING)
    _answer(answers, {"start": time.process_time()})
    for line in sys.stdin:
        order = json.loads(line)
        if "time" in order:
            _answer(answers, _timed(reader, Path(order["time"])))
        elif "read" in order:
            _answer(answers, {"results": _results(reader, Path(order["read"]), order["names"])})
        else:
            _answer(answers, {"bytes": peak()})


def _timed(reader: Reader, folder: Path) -> dict[str, Any]:
    """Read every page of a folder; only the reading is timed."""
    seconds, without, paths = 0.0, 0, sorted(folder.iterdir())
    for path in paths:
        page = reader.prepare(path.name, path.read_bytes())
        began = time.process_time()
        try:
            found = reader.read(path.name, page)
        except Exception:  # a page without a text, by whatever error the reader tells it
            found = None
        seconds += time.process_time() - began
        without += found is None or not reader.result(found)["text"]
    return {"pages": len(paths), "seconds": seconds, "without": without}


def _results(reader: Reader, folder: Path, names: list[str]) -> dict[str, Result]:
    return {name: _read(reader, name, (folder / name).read_bytes()) for name in names}


def _read(reader: Reader, name: str, data: bytes) -> Result:
    try:
        return reader.result(reader.read(name, reader.prepare(name, data)))
    except Exception:
        return {"text": ""}


def peak() -> int | None:
    """Most memory this process has held, in bytes."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return _peak_elsewhere()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), None)


def _peak_elsewhere() -> int | None:
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _answer(answers: Any, said: dict[str, Any]) -> None:
    answers.write(json.dumps(said, ensure_ascii=False, default=str) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
