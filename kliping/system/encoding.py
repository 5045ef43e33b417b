"""File names and output as UTF-8, whatever the locale says."""

import os
import sys


def use_utf8() -> None:
    """Start this command again in Python's UTF-8 mode where the locale asks for another encoding.

    File names would be read in that encoding else: `é` of another machine as two letters, an emoji not at all.
    """
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves
