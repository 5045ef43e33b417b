"""`invoke start`: from a fork to a digest of one's own.

Takes the samples and their articles away, keeps the chosen election with those it is part of, and writes the settings.
Run again it changes only what is asked for.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from kliping import locale
from kliping.archive.run import shown
from kliping.commands import new_election, shipped
from kliping.commands.console import exits, say
from kliping.elections.calendars import Calendars
from kliping.elections.model import Election
from kliping.locale import _
from kliping.site.settings.edit import with_values
from kliping.site.settings.settings import Settings
from kliping.system.errors import Stop
from kliping.system.files import state_folder, write_atomic
from kliping.system.lock import locked
from kliping.text.urls import ADDRESS, mail_in, site_address

_SHIPPED_NAME = "Kliping Pilkada Jakarta"
_MOST = 200  # characters of an answer


@dataclass(slots=True)
class Answers:
    """What a digest is called, who publishes it, where, about which election, and the language of messages."""

    name: str | None = None
    publisher: str | None = None
    contact: str | None = None
    site_url: str | None = None
    election: str | None = None
    messages: str | None = None


def start(root: Path, answers: Answers, yes: bool) -> None:
    """Make the digest one's own by the answers given; those missing are asked for on a terminal, unless `yes`."""
    with exits():
        settings = Settings.read(root / "pelican.conf.py")
        for field in fields(answers):
            if (given := getattr(answers, field.name)) is not None:
                setattr(answers, field.name, _checked(root, field.name, given))
        if sys.stdin.isatty() and not yes:
            _ask(root, answers, settings)
        elections = Calendars.load(root / "content/elections").elections
        if settings.name == _SHIPPED_NAME and not answers.name:
            if not answers.election:
                raise Stop(_("say what the digest is called and what it is about: --name NAME --election ID"))
            answers.name = f"Kliping {elections[answers.election].short}"
        with locked(state_folder(root / "content/articles")):
            for line in _carry_out(root, answers, elections):
                say(line)
        print(_("next: put pages into content/saved, run `uv run invoke build`, then commit and push"))


def _carry_out(root: Path, answers: Answers, elections: dict[str, Election]) -> Iterator[str]:
    """Write and remove what is to be; gives a line for each thing done."""
    content = root / "content"
    samples = list(shipped.unchanged(content, shipped.SAMPLES))
    pages = [path.removeprefix("saved/") for path in samples]
    articles, edited = shipped.articles_of(content / "articles", pages)
    shipped.remove(content / "articles", articles)
    shipped.remove(content, samples)
    (content / "saved").mkdir(exist_ok=True)
    if samples or articles:
        yield _("removed: {files} sample files and {articles} articles made from them").format(
            files=len(samples), articles=len(articles)
        )
    for path in edited:
        yield _("{file}: was edited by hand, so it stays; remove it if it is not yours").format(
            file=shown(content / "articles" / path)
        )
    if answers.election:
        wanted = {f"elections/{one}.yaml" for one in _with_parents(answers.election, elections)}
        others = shipped.remove(content, list(shipped.unchanged(content, shipped.ELECTIONS)), wanted.__contains__)
        if others:
            yield _("removed: {count} elections; kept: {kept}").format(
                count=len(others), kept=", ".join(sorted(path.stem for path in _elections(content)))
            )
    yield from _write_settings(root / "pelican.conf.py", answers)


def _elections(content: Path) -> Iterator[Path]:
    return (path for path in (content / "elections").glob("*.yaml") if path.name != "tahapan.yaml")


def _with_parents(election: str, elections: dict[str, Election]) -> Iterator[str]:
    """An election's id, and those of the elections it is part of."""
    seen: set[str] = set()
    one = elections.get(election)
    while one and one.id not in seen:
        seen.add(one.id)
        yield one.id
        one = elections.get(one.parent or "")


def _write_settings(file: Path, answers: Answers) -> Iterator[str]:
    names = {
        "SITENAME": answers.name,
        "PUBLISHER": answers.publisher,
        "CONTACT": answers.contact,
        "SITEURL": answers.site_url,
        "MESSAGES": answers.messages,
    }
    values = {name: value for name, value in names.items() if value is not None}
    before = file.read_text(encoding="utf-8")
    after = with_values(before, values)
    if after != before:
        write_atomic(file, after.encode())
        yield _("written: {file}: {values}").format(
            file=shown(file), values=", ".join(f"{name} {value!r}" for name, value in values.items())
        )


def _checked(root: Path, field: str, answer: str) -> str:
    """An answer in its one form. Raises Stop, nothing changed, where it is none."""
    text = " ".join(answer.split())
    if len(text) > _MOST or not text.isprintable():
        raise Stop(_("--{option}: must be one line of at most {most} characters").format(option=field, most=_MOST))
    return _CHECKS.get(field, lambda root, text: text)(root, text)


def _name(root: Path, text: str) -> str:
    if not text:
        raise Stop(_("--name: must not be empty; give the name of the digest"))
    return text


def _contact(root: Path, text: str) -> str:
    looks_like = "@" in text or re.match(r"https?:", text, re.IGNORECASE)
    if looks_like and not (mail_in(text) or ADDRESS.fullmatch(text)):
        problem = _("--contact {text!r} is no address; give an e-mail or web address, or a number")
        raise Stop(problem.format(text=text))
    return text


def _address(root: Path, text: str) -> str:
    try:
        return site_address(text)
    except ValueError as error:
        raise Stop(f"--site-url {error}") from None


def _election(root: Path, text: str) -> str:
    elections = Calendars.load(root / "content/elections").elections
    if text not in elections:
        problem = _(
            "--election {id}: there is no such election here, only {ids}; "
            "`uv run invoke election --new ID --parent ID --region NAME` makes one"
        )
        raise Stop(problem.format(id=text, ids=", ".join(elections)))
    return text


def _messages(root: Path, text: str) -> str:
    if text not in locale.LANGUAGES:
        raise Stop(_("--messages {text!r}: must be one of {languages}").format(
            text=text, languages=", ".join(locale.LANGUAGES)
        ))  # fmt: skip
    return text


_CHECKS: dict[str, Callable[[Path, str], str]] = {
    "name": _name, "contact": _contact, "site_url": _address, "election": _election, "messages": _messages,
}  # fmt: skip


def _ask(root: Path, answers: Answers, settings: Settings) -> None:
    """Ask for the answers that were not given; an empty line takes what stands in brackets."""
    messages = str(settings.values.get("MESSAGES") or locale.language())
    answers.messages = answers.messages or _asked(root, "messages", _("language of messages (id, en)"), messages)
    locale.use(answers.messages)
    if not answers.election:
        ids = Calendars.load(root / "content/elections").elections
        say(_("elections: {ids}; another id makes a new one").format(ids=", ".join(ids)))
        answers.election = _asked_election(root, next(iter(ids), ""))
    short = Calendars.load(root / "content/elections").elections[answers.election].short
    name = f"Kliping {short}" if settings.name == _SHIPPED_NAME else settings.name
    answers.name = answers.name or _asked(root, "name", _("name of the digest"), name)
    if answers.publisher is None:
        answers.publisher = _asked(root, "publisher", _("who publishes it"), settings.publisher)
    if answers.contact is None:
        question = _("how readers reach them (e-mail, web address or number)")
        answers.contact = _asked(root, "contact", question, settings.contact)
    if answers.site_url is None:
        question = _("address of the site; GitHub Pages gives its own")
        answers.site_url = _asked(root, "site_url", question, settings.site_url)


def _asked(root: Path, field: str, question: str, default: str) -> str:
    """The answer to a question, asked until it is one."""
    while True:
        answer = _line(f"{question} [{default}]: ") or default
        try:
            return _checked(root, field, answer)
        except Stop as stop:
            say(str(stop))


def _asked_election(root: Path, default: str) -> str:
    """The id of an election; one that is not there is made, of the region and parent that are asked for."""
    while True:
        answer = _line(_("election [{default}]: ").format(default=default)) or default
        elections = Calendars.load(root / "content/elections").elections
        if answer in elections:
            return answer
        region = _line(_("where it is held, such as Jawa Barat: "))
        parent = _line(_("part of which election [{default}]: ").format(default="pilkada-2024")) or "pilkada-2024"
        try:
            new_election.write(root, answer, parent, region)
        except Stop as stop:
            say(str(stop))
        else:
            return answer


def _line(question: str) -> str:
    """A line typed on the terminal. Raises Stop where it ends before."""
    try:
        return " ".join(input(question).split())
    except EOFError:
        raise Stop(_("the answers ended; nothing was changed")) from None
