"""What `invoke start` is told: by options, else by questions on a terminal. An answer is checked before any change."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

from kliping import locale
from kliping.commands import new_election
from kliping.commands.console import say
from kliping.elections.calendars import Calendars
from kliping.locale import _
from kliping.site.settings.settings import Settings
from kliping.system.errors import Stop
from kliping.text.urls import ADDRESS, mail_in, site_address

SHIPPED_NAME = "Kliping Pilkada Jakarta"
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


def check(root: Path, answers: Answers) -> None:
    """Put each answer that was given into its one form. Raises Stop, nothing changed, where one is none."""
    for field in fields(answers):
        if (given := getattr(answers, field.name)) is not None:
            setattr(answers, field.name, _checked(root, field.name, given))


def ask(root: Path, answers: Answers, settings: Settings) -> None:
    """Ask for the answers that were not given; an empty line takes what stands in brackets."""
    messages = str(settings.values.get("MESSAGES") or locale.language())
    answers.messages = answers.messages or _asked(root, "messages", _("language of messages (id, en)"), messages)
    locale.use(answers.messages)
    if not answers.election:
        ids = Calendars.load(root / "content/elections").elections
        say(_("elections: {ids}; another id makes a new one").format(ids=", ".join(ids)))
        answers.election = _asked_election(root, next(iter(ids), ""))
    short = Calendars.load(root / "content/elections").elections[answers.election].short
    name = f"Kliping {short}" if settings.name == SHIPPED_NAME else settings.name
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


def _checked(root: Path, field: str, answer: str) -> str:
    """An answer in its one form. Raises Stop, nothing changed, where it is none."""
    text = " ".join(answer.split())
    if len(text) > _MOST or not text.isprintable():
        raise Stop(_("--{option}: must be one line of at most {most} characters").format(option=field, most=_MOST))
    return _CHECKS[field](root, text) if field in _CHECKS else text


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
