"""Linked data for the head of a page: what search engines and libraries read, in the words of schema.org. Pure."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
from markupsafe import Markup

from kliping.site.model.article_row import ArticleRow
from kliping.site.model.election_view import StageCalendar
from kliping.site.model.month_lists import OTHERS
from kliping.site.output.page import SharedInputs
from kliping.site.render.templates import PageInfo

SCHEMA = "https://schema.org"

# A note that says so: the words are not the outlet's, and nobody may be named as their author.
_RETOLD = re.compile(
    r"(?:cerita|[tn]utur|[tn]ulis|[sy]usun|ungkap|kisah)\w* (?:ulang|kembali)|parafras|[sy]adur|[tn]erjemah"
    r"|(?:kata|kalimat)\S* (?:\w+ )?sendiri|bukan (?:\w+ )?(?:kata|kalimat|naskah|teks)\S* asli"
    r"|retold|retell|rewritten|rewrit|reword|paraphras|translat|own words",
    re.IGNORECASE,
)
_HAPPENED = ("dateline", "weekday")  # of a date: the day of what is reported, not of publication
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class DataBlock(NamedTuple):
    """A data block, and its hash for the page's Content-Security-Policy.

    Browsers of today do not apply the policy to data, older ones and the Nu checker do; the hash lets this block
    pass and nothing else.
    """

    html: Markup
    hash: str


def is_retold(row: ArticleRow) -> bool:
    """Whether the note to readers says that the text is told in other words than the outlet's."""
    return bool(row.note and _RETOLD.search(row.note))


def published(row: ArticleRow) -> str | None:
    """The day of publication, where that is what the date is."""
    return row.date.isoformat() if row.date and row.basis.get("date") not in _HAPPENED else None


def article(row: ArticleRow, stage: StageCalendar | None, shared: SharedInputs) -> DataBlock:
    """An article as a NewsArticle. A fact that is missing is left out, and so is whoever did not write these words."""
    address, outlet, retold = f"{shared.site_url}/{row.path}", _outlet(row), is_retold(row)
    owner = None if retold else outlet
    day = published(row)
    return block(
        {
            "@context": SCHEMA,
            "@type": "NewsArticle",
            "headline": None if row.untitled else row.title,
            "description": row.summary,
            "url": address,
            "mainEntityOfPage": _page(address, stage, shared),
            "datePublished": day,
            "temporalCoverage": row.date.isoformat() if row.date and not day else None,
            "inLanguage": row.lang,
            "author": None if retold else _people(row.reporter),
            "editor": None if retold else _people(row.editor),
            "sourceOrganization": outlet,
            "publisher": owner,
            "copyrightHolder": owner,
            "creditText": row.source or row.outlet,
            "isBasedOn": row.url or (outlet and {"@type": "NewsArticle", "publisher": outlet}),
            "articleSection": stage and stage.name,
            "isPartOf": {"@type": "WebSite", "name": shared.name, "url": f"{shared.site_url}/"},
            "isAccessibleForFree": True,
        }
    )


def website(shared: SharedInputs, search: str | None = None) -> DataBlock:
    """The site. `search` is the path of its search page, which takes what is looked for as `q`."""
    target = {"@type": "EntryPoint", "urlTemplate": f"{shared.site_url}/{search}?q={{search_term_string}}"}
    action = {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}
    return block(
        {
            "@context": SCHEMA,
            "@type": "WebSite",
            "name": shared.name,
            "url": f"{shared.site_url}/",
            "description": shared.description,
            "inLanguage": "id",
            "potentialAction": action if search else None,
        }
    )


def dataset(shared: SharedInputs, here: PageInfo, licence: str, files: Iterable[str]) -> DataBlock:
    """The data of the site, each file with its form."""
    forms = ((file, "text/csv" if file.endswith(".csv") else "application/json") for file in files)
    url = f"{shared.site_url}/"
    return block(
        {
            "@context": SCHEMA,
            "@type": "Dataset",
            "name": f"Data {shared.name}",
            "description": here.description,
            "url": url + here.path,
            "license": licence,
            "isAccessibleForFree": True,
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": form, "contentUrl": url + file} for file, form in forms
            ],
        }
    )


def block(facts: Mapping[str, Any]) -> DataBlock:
    """Facts as a data block, those that are missing left out. No text can end the block or begin another."""
    present = {key: value for key, value in facts.items() if value or value == 0}
    text = msgspec.json.encode(present).decode()
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    html = Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - nothing in it is markup
    return DataBlock(html, f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}")


def _outlet(row: ArticleRow) -> dict[str, str] | None:
    """Who published, by name or domain."""
    if not (row.source or row.outlet):
        return None
    address = {"url": f"https://{row.outlet}/"} if row.outlet else {}
    return {"@type": "Organization", "name": row.source or row.outlet or "", **address}


def _people(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names]


def _page(address: str, stage: StageCalendar | None, shared: SharedInputs) -> dict[str, Any]:
    """The article's page, and the way to it that stands at its top."""
    above = [("", "Beranda")]
    above += [(stage.election.path, stage.election.short), (stage.path, stage.short)] if stage else [OTHERS]
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": f"{shared.site_url}/{path}"}
        for place, (path, name) in enumerate(above, 1)
    ]
    return {"@type": "WebPage", "@id": address, "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": steps}}
