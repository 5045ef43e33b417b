"""The versions of all code that makes the site: a newer one trusts nothing that an older one made."""

import os
import sys
from functools import cache

from kliping.system.files import code_version

_LIBRARIES = ("comrak", "jinja2", "lxml", "markupsafe", "nh3", "pagefind_bin", "pelican")  # whose output may change


@cache
def code_versions() -> tuple[str, ...]:
    """A hash of our own code, and the name and version of each library."""
    return (code_version(), *map(_version, _LIBRARIES))


def _version(name: str) -> str:
    """The version of a library, from what its installer left on the path; importlib.metadata takes 50 ms to load."""
    installed = next((folder for folder in _installed() if folder.casefold().startswith(f"{name}-")), None)
    if installed:
        return installed
    from importlib.metadata import version

    return version(name)


@cache
def _installed() -> list[str]:
    """`jinja2-3.1.6.dist-info` and the like, in the order in which Python looks for packages."""
    folders = [folder for folder in sys.path if os.path.isdir(folder)]
    return [name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info")]
