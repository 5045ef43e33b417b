"""What lies among saved pages and is none: by its name, what may be passed over, and what to do about the rest.

Browsers save pictures, styles and scripts beside a page; cloud drives, editors and macOS leave files of their own.
"""

import re
from collections.abc import Iterable

from kliping.formats import READERS, suffix_of
from kliping.locale import _

_PARTS = frozenset(
    ".js .css .map .woff .woff2 .ttf .otf .png .jpg .jpeg .gif .webp .avif .svg .ico .mp4 .mp3 .json".split()
)
_SYSTEM = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "readme.md"))
_FOLDERS = frozenset(("__macosx",))
# AppleDouble (`._x`), locks of editors and offices (`.#x`, `~$x`), their copies, and what is not wholly loaded yet.
_LEFTOVER = re.compile(
    r"\._.+|\.#.+|~\$.+|#.+#|.+~|.+\.(?:part|partial|crdownload|download|tmp|temp|swp|swo|bak|icloud)", re.IGNORECASE
)
# The second name that a cloud drive gives: `x (konflik salinan 2024-11-20)`, `x.sync-conflict-20241120-101010-ABC`.
_CONFLICT = re.compile(r"(.+?)(?: \([^()]*(?:conflict|konflik)[^()]*\)|\.sync-conflict-[\w-]+)", re.IGNORECASE)
_ODD = re.compile(r"[#~(]|onfli|\.sync-|\.ya?ml", re.IGNORECASE)
_DOCUMENTS = frozenset(".pdf .doc .docx .odt .rtf .ppt .pptx .xls .xlsx .epub".split())
_LINKS = frozenset(".url .webloc .desktop .lnk".split())
_ARCHIVES = frozenset(".zip .rar .7z .gz .tar .tgz".split())


def is_plainly_a_page(name: str) -> bool:
    """True if nothing in a file's name speaks against a page: most are, and one look is enough for them."""
    return name[name.rfind(".") :] in READERS and not _ODD.search(name)


def is_folder(name: str) -> bool:
    """True if a folder of this name holds nothing of a curator's."""
    return name.casefold() in _FOLDERS


def is_system_file(name: str) -> bool:
    """True if the system, or a programmer, put a file of this name there: not even counted."""
    return name.casefold() in _SYSTEM


def is_leftover(name: str) -> bool:
    """True if an editor, a download or macOS left a file of this name, finished or not."""
    return bool(_LEFTOVER.fullmatch(name))


def is_part(name: str) -> bool:
    """True if a file of this name is a picture, style or script, as browsers save them along with a page."""
    return suffix_of(name) in _PARTS


def is_conflict_copy(name: str, beside: Iterable[str]) -> bool:
    """True if a cloud drive made this file as a second version of one whose name is among those beside it."""
    stem, dot, suffix = name.rpartition(".")
    copy = _CONFLICT.fullmatch(stem) if "onfli" in stem.casefold() else None
    return copy is not None and any(other == f"{copy[1]}{dot}{suffix}" for other in beside)


def saved_along(folder: str) -> str:
    """The stem of the page that a browser saved this folder along with; empty where its name tells none."""
    return next((folder.removesuffix(end) for end in ("_files", "_berkas") if folder.endswith(end)), "")


def advice(suffix: str) -> str:
    """Why a file of a suffix (`.pdf`; empty for none) is not read, and what to do."""
    if suffix in _DOCUMENTS:
        text = _(
            "has the suffix `{suffix}`, of which no text is read; put its text into a .txt file of the same name, "
            "or take it off this list with `publish: false` in its sidecar"
        )
    elif suffix in _LINKS:
        text = _("has the suffix `{suffix}`: it only links to a page; open that and save it as {kinds}")
    elif suffix in _ARCHIVES:
        text = _("has the suffix `{suffix}`, and nothing in it is read; unpack it here")
    elif suffix:
        text = _(
            "has the suffix `{suffix}`, which is not read; save the page as {kinds}, "
            "or take it off this list with `publish: false` in its sidecar"
        )
    else:
        text = _("has no suffix, so it is not read; save the page as {kinds}, or remove it")
    return text.format(suffix=suffix, kinds=", ".join(READERS))
