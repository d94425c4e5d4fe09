"""Whether officials of the United States and China are called by the office they hold. Source: ``parties.csv``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from chinamkt.model.report import Abstention, Finding, Report, Severity
from chinamkt.model.text import Span
from chinamkt.reference.parties import Party, parties
from chinamkt.validate.acts import told_on
from chinamkt.validate.protocol import Context

__all__ = ["ActorRole", "actor_role"]

#: Titles that mean one office, in whatever country; the first is the table's word.
_TITLES = (
    ("President", "国家主席", "总统"),
    ("Vice President", "Vice-President", "国家副主席", "副总统"),
    ("Premier", "Prime Minister", "总理"),
    ("Vice Premier", "Vice-Premier", "副总理"),
    ("Treasury Secretary", "Finance Minister", "财长", "财政部长"),
    ("Commerce Secretary", "Commerce Minister", "商务部长", "商务部部长"),
    ("Secretary of State", "Foreign Minister", "国务卿", "外长", "外交部长"),
)
_GROUP = {word.lower(): words[0] for words in _TITLES for word in words}
_SIDES = ("US", "CN")
#: Words before a title that say it is another one, or no longer held.
_OTHERWISE = re.compile(r"(?:former |then[ -]|ex-|vice[ -]|deputy |前|副|时任|候任)\Z", re.IGNORECASE)


@frozen(slots=True)
class ActorRole:
    """Notes "President He Lifeng": an official of the United States or China under a title of another office.

    Judges full names (English, Simplified Chinese) behind a title. Abstains in articles without a date, and for people who
    held no office of the table on that day; "former", "then" and the like are passed over.
    """

    code: str = "actor-role"
    severity: Severity = Severity.INFO
    needs: tuple[str, ...] = ()

    def check(self, report: Report, context: Context) -> Iterator[Finding | Abstention]:
        """One note for each title and name that do not go together."""
        for article in report.articles:
            told = told_on(report, article.number)
            for segment in article.segments:
                for found in _titled().finditer(report.text, segment.span.start, segment.span.end):
                    if _OTHERWISE.search(report.text, max(segment.span.start, found.start() - 8), found.start()):
                        continue
                    title = _GROUP[" ".join((found["en"] or found["zh"]).lower().split())]
                    terms = _terms()[(found["name"] or found["zh_name"]).lower()]
                    if any(_held(term) == title for term in terms):
                        continue  # an office of theirs, now or then
                    said = self._judge(found, terms, told)
                    if said is not None:
                        yield said

    def _judge(
        self, found: re.Match[str], terms: tuple[Party, ...], told: tuple[dt.date, dt.date] | None
    ) -> Finding | Abstention | None:
        words = " ".join(found.group().split())
        if told is None:
            return Abstention(code=self.code, reason=f"no date for {words!r}")
        now = [term for term in terms if term.held(told[0]) and term.held(told[1])]
        if not now:
            return Abstention(code=self.code, reason=f"the table has no office of {words!r} on {told[0]}")
        office = " and ".join(dict.fromkeys(term.office or "" for term in now))
        return Finding(
            code=self.code,
            severity=self.severity,
            message=f"{words!r}: {now[0].en[0]} was {office} of {now[0].code} on {told[0]}",
            spans=(Span(found.start(), found.end()),),
            hint=f"{office} {now[0].en[0]}",
        )


actor_role = ActorRole()


def _held(term: Party) -> str | None:
    return _GROUP.get((term.office or "").lower(), term.office)


@cache
def _terms() -> dict[str, tuple[Party, ...]]:
    """Full names, lower case, and the terms of each."""
    found: dict[str, tuple[Party, ...]] = {}
    for party in parties():
        if party.kind == "official" and party.code in _SIDES:
            full = [name for name in party.en if " " in name and not name.startswith(("President ", "Premier "))]
            for name in (*full, *(name for name in party.zh if len(name) > 2)):
                found[name.lower()] = (*found.get(name.lower(), ()), party)
    return found


@cache
def _titled() -> re.Pattern[str]:
    """A title right before a full name."""

    def any_of(words: list[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)).replace(r"\ ", r"\s+")

    titles = [word for words in _TITLES for word in words]
    names = {term.en[0] for terms in _terms().values() for term in terms}
    english = any_of([title for title in titles if title.isascii()])
    chinese = any_of([title for title in titles if not title.isascii()])
    return re.compile(
        rf"\b(?P<en>{english})\s+(?P<name>{any_of(sorted(name for name in names if ' ' in name))})\b"
        rf"|(?P<zh>{chinese})(?P<zh_name>{any_of(sorted(name for name in _terms() if not name.isascii()))})"
    )
