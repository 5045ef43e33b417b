"""What `invoke start` is told: by options, else by questions on a terminal. Each is checked before anything changes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from kliping import locale
from kliping.commands import new_election
from kliping.commands.console import say
from kliping.commands.new_election import NewElection
from kliping.elections.calendars import Calendars
from kliping.elections.model import ELECTION_ID
from kliping.locale import _
from kliping.site.settings.settings import Settings
from kliping.system.errors import Stop
from kliping.text.urls import ADDRESS, mail_in, site_address

SHIPPED_NAME = "Kliping Pilkada Jakarta"
_MOST = 200  # characters of an answer


@dataclass(slots=True)
class Answers:
    """What a digest is called, who publishes it, where, about which election, and the language of messages.

    None leaves things as they are.
    """

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


def ask(root: Path, answers: Answers, settings: Settings, own: Sequence[str]) -> NewElection | None:
    """Ask for the answers that were not given; an empty line leaves things as they are.

    `own` are ids of elections that did not come with Kliping: a single one is offered at the first start. Returns the
    election that is to be made, where another id is answered than that of one that is there.
    """
    values, is_new = settings.values, settings.name == SHIPPED_NAME
    if is_new:
        say(_("the samples go, and all elections but yours and what it is part of; Ctrl-C leaves all as it is"))
    _ask(root, answers, "messages", _("language of messages: id or en"), str(values.get("MESSAGES", "")))
    locale.use(answers.messages or locale.language())
    default = own[0] if is_new and len(own) == 1 else None
    made = None if answers.election else _ask_election(root, answers, default, needed=is_new)
    name = settings.name
    if is_new and answers.election:
        short = made.short if made else Calendars.load(root / "content/elections").elections[answers.election].short
        name = f"Kliping {short}"
    _ask(root, answers, "name", _("name of the digest"), name)
    answers.name = answers.name or (name if is_new else None)
    _ask(root, answers, "publisher", _("who publishes it"), settings.publisher)
    _ask(root, answers, "contact", _("how readers reach them (e-mail, web address or number)"), settings.contact)
    _ask(root, answers, "site_url", _("address of the site; GitHub Pages gives its own"), settings.site_url)
    return made


def _ask(root: Path, answers: Answers, field: str, question: str, now: str) -> None:
    """Ask for one answer, unless it was given, until it is one; `now` stands in brackets."""
    while getattr(answers, field) is None:
        answer = _line(f"{question} [{now}]: ")
        if not answer:
            return
        try:
            setattr(answers, field, _checked(root, field, answer))
        except Stop as stop:
            say(str(stop))


def _ask_election(root: Path, answers: Answers, default: str | None, needed: bool) -> NewElection | None:
    """Ask for the election, until there is one where it is needed; one that is not there is made later."""
    stays = default or ("" if needed else _("all stay"))
    question = _("election it is about [{default}]: ").format(default=stays) if stays else _("election it is about: ")
    elections = Calendars.load(root / "content/elections").elections
    say(_("elections: {ids}; another id makes a new one").format(ids=", ".join(elections)))
    while answers.election is None:
        answer = _line(question) or default or ""
        if answer in elections:
            answers.election = answer
        elif answer and not re.fullmatch(ELECTION_ID, answer):
            problem = _("{id!r} must be small letters, digits and hyphens with a year, such as pilgub-jabar-2024")
            say(problem.format(id=answer))
        elif answer:
            region = _line(_("where it is held, such as Jawa Barat: "))
            parent = _line(_("part of which election [{default}]: ").format(default="pilkada-2024")) or "pilkada-2024"
            try:
                made = new_election.planned(root, answer, parent, region)
            except Stop as stop:
                say(str(stop))
            else:
                answers.election = made.id
                return made
        elif not needed:
            return None
    return None


def _line(question: str) -> str:
    """A line typed on the terminal. Raises Stop where it ends before."""
    try:
        return " ".join(input(question).split())
    except EOFError:
        raise Stop(_("the answers ended; nothing was changed")) from None


def _checked(root: Path, field: str, answer: str) -> str:
    """An answer in its one form. Raises Stop where it is none."""
    text = " ".join(answer.split())
    if len(text) > _MOST or not text.isprintable():
        why = _("--{option}: must be one line of at most {most} characters")
        raise Stop(why.format(option=field.replace("_", "-"), most=_MOST))
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
    if text and text not in locale.LANGUAGES:
        problem = _("--messages {text!r}: must be one of {languages}, or empty to follow the machine")
        raise Stop(problem.format(text=text, languages=", ".join(locale.LANGUAGES)))
    return text


_CHECKS: dict[str, Callable[[Path, str], str]] = {
    "name": _name, "contact": _contact, "site_url": _address, "election": _election, "messages": _messages,
}  # fmt: skip
