"""Articles -> output/: Pelican into a new generation, the audit, the exchange."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kliping.report import Exit, Stop
from kliping.site import pages
from kliping.site.swap import Generations


@dataclass(slots=True)
class Built:
    """What a build wrote and what it left out."""

    files: int = 0
    problems: list[str] = field(default_factory=list)


def build(settings: Path, content: Path, articles: Path, output: Path, state: Path, site_url: str | None) -> Built:
    """Build the site from articles into `output`. Raises Stop, the old site left whole, where the new one is not."""
    from kliping.site import plugin
    from kliping.site.audit import audit

    generations = Generations(output, state)
    folder = generations.prepare()
    unfit = pages.unfit(content / "pages")
    overrides: dict[str, Any] = {
        "PATH": str(content),
        "OUTPUT_PATH": str(folder),
        "ARTICLES_FOLDER": str(articles),
        "IGNORE_FILES": [".*", *(name for name in unfit if "/" not in name)],
        "PAGE_EXCLUDES": sorted({f"pages/{name.split('/')[0]}" for name in unfit if "/" in name}),
    }
    if site_url:
        overrides["SITEURL"] = site_url.rstrip("/")
    try:
        made = plugin.run(settings, **overrides)
        shown = [output.data["article"] for output in made.plan.outputs if "article" in output.data]
        wrong = audit(folder, (row.id for row in shown), made.settings["SITEURL"])
        if wrong:
            raise Stop(f"the new site failed its audit, the old one stands: {'; '.join(wrong[:5])}", Exit.FAILED)
        files = generations.exchange()
    except plugin.PelicanFailed as error:
        raise Stop(f"Pelican failed, the old site stands: {error}", Exit.FAILED) from None
    finally:
        generations.drop()
    return Built(
        files, [*(f"pages/{name}: {why}; it is not on the site" for name, why in unfit.items()), *made.problems]
    )
