"""What the class, id and tag of a box say it is for.

The words were met on pages of some thirty Indonesian outlets and in the themes of WordPress and Blogger.
"""

import re
from functools import lru_cache

_WORDS = {
    "related": "related terkait relate bacajuga lihatjuga rekomendasi recommended recommendation recommend lainnya"
    " morenews othernews beritaterkait linkterkait outbrain taboola mgid dable linksisip sisip readmore baca",
    "popular": "popular populer terpopuler trending mostpopular mostread hotnews terkini latest newsfeed",
    "share": "share sharing social sosial sosmed medsos bagikan addthis addtoany sharedaddy sharethis follow"
    " twitter tweet instagram tiktok",
    "comments": "comment comments komentar disqus respond commentlist",
    "advert": "ads adv advert advertisement advertorial iklan banner adsbygoogle billboard skyscraper gpt parallax",
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs topbar footer sidebar pagination subnav"
    " offcanvas megamenu navi login cookie newsletter subscribe subscription modal popup copyright toolbar",
    "hidden": "hide hidden paging pager",
    "tags": "tag tags tagcloud topik keyword keywords hashtag",
    "caption": "caption captions foto photo credit imgcaption keterangan",
    "author": "author penulis reporter byline creator wartawan jurnalis writer",
    "editor": "editor redaktur penyunting",
    "date": "date tanggal tgl time waktu published publish datetime timestamp pubdate",
}
_ROLE = {word: role for role, words in _WORDS.items() for word in words.split()}
_TAGS = {
    "nav": "navigation", "footer": "navigation", "aside": "navigation", "menu": "navigation", "dialog": "navigation",
    "form": "navigation", "figcaption": "caption", "figure": "caption", "caption": "caption", "time": "date",
}  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
CHROME = frozenset(("related", "popular", "share", "comments", "advert", "navigation", "tags", "hidden"))
_WHOLE = frozenset(("html", "body", "main", "article"))  # their classes speak of the page, not of a box


def role_of(tag: str, classes: str | None, key: str | None) -> str:
    """The role of a box by its tag, `class` and `id`; empty where nothing tells one."""
    if (classes or key) and tag not in _WHOLE and (role := _by_names(f"{classes or ''} {key or ''}")):
        return role
    return _TAGS.get(tag, "")


@lru_cache(maxsize=8192)
def _by_names(names: str) -> str:
    """The first word for no part of an article decides, else the last word: it stands nearest to the box."""
    roles = [_ROLE[word] for word in map(str.casefold, _WORD.findall(names[:200])) if word in _ROLE]
    return next((role for role in roles if role in CHROME), roles[-1] if roles else "")
