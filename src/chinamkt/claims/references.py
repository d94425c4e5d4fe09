"""Pronouns and common nouns that stand for a subject, and nouns that are no instrument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from chinamkt.claims.claim import LOST, NAMED, NONMARKET, SECTOR, UNKNOWN, Subject
from chinamkt.claims.prepositions import PREPOSITIONS
from chinamkt.expressions import expression
from chinamkt.reference.entries import Entry
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.figures import Figures as Reader

__all__ = ["owner_describes", "take_nonmarket", "take_reference"]


def owner_describes(reader: Reader, at: int) -> bool:
    """ "Tencent, the index's heaviest stock, rose": a noun between commas describes the name before them."""
    start = at if reader.code(at) == k.REFERENCE else at - 1 if reader.code(at - 1) == k.REFERENCE else at - 2
    if reader.code(start) != k.REFERENCE or reader.code(start - 1) != k.COMMA or reader.code(start - 2) != k.NAME:
        return False
    token, end = reader.tokens[start], start + 1
    while reader.code(end) in (k.WORDS, k.HEAD, k.EXTREME):
        end += 1
    return start + 1 < end > at and reader.code(end) == k.COMMA and reader.view.endswith("'s", token.start, token.end)


def take_reference(reader: Reader, at: int, token: Token) -> None:
    """Pronouns and common nouns stand for a subject of this sentence or of one before."""
    value, before = token.value, reader.code(at - 1)
    if isinstance(value, tuple):
        group = [Subject(NAMED, place, token.start, token.end, Entry(place, (market,), kind="market")) for place, market in value]
        reader.start_group(group, at)
        reader.open = False
        return
    if before in PREPOSITIONS and not (reader.statement is not None and reader.statement.awaits):
        if reader.code(at + 1) in k.NOUNS and reader.view.endswith("'s", token.start, token.end):
            reader.veto = True  # "the biggest contributor to the gauge's gain of 32%"
        return
    if value in ("two", "three"):
        reader.close()
    if value == "subindex" and reader.code(at + 1) == k.OF and reader.group:
        reader.start_group([Subject(LOST, "", token.start, token.end)], at)  # "a gauge of carmakers": the head noun names it
        return
    if _goes_with_subject(reader, before, value) or reader.code(at + 1) == k.OF:
        return
    if value == "any" and not reader.group and reader.beside is not None and _topic(reader, at):
        reader.start_group([reader.beside], at)
        return
    if value in ("former", "latter"):
        _take_one_of_two(reader, at, value)
        return
    if _led(reader, at, token):
        return
    subject = Subject(LOST, reader.view[token.start : token.end], token.start, token.end)
    group = _meant(reader, value, subject)
    if reader.listing_ahead is not None:
        for one in group:
            one.listing.append(reader.listing_ahead)
    if not group:
        if value in ("any", "market", "subindex") and reader.group:
            return
        group = [subject]
    if reader.statement is not None and reader.statement.awaits and before in (k.IN, k.OF):
        reader.statement.group = reader.group = group
        reader.statement.awaits = False
        return
    reader.start_group(group, at)
    reader.open = False


#: What a share does to the market that it is part of.
_LEADS = expression(r"\b(?:led|leads|leading|topped|tops|topping|headed|paced|outran|outpaced|trailed|lagged|beat)$")


def _led(reader: Reader, at: int, token: Token) -> bool:
    """ "A led the index, gaining 7%": what is led is an object."""
    before = reader.tokens[at - 1] if at else None
    return (
        before is not None
        and before.code in (k.WORDS, k.UP)
        and bool(reader.group)
        and reader.group[0].kind in (NAMED, UNKNOWN)
        and reader.group[0].family in ("security", UNKNOWN)
        and _LEADS.search(reader.view, before.start, before.end) is not None
        and reader.code(at + 1) == k.COMMA
        and reader.code(at + 2) in (k.UP, k.DOWN)
    )


#: Words that say what a sentence is about: "as for the euro, it ...".
_ABOUT = expression(
    r"(?:as (?:for|to)|(?:turning|shifting|switching|moving)(?: [a-z]+){0,3} (?:to|towards?)|when it comes to)(?: the)? $",
    re.IGNORECASE,
)


def _topic(reader: Reader, at: int) -> bool:
    """ "As for the euro, it fell": the pronoun behind the comma is what the sentence is about."""
    if reader.aside != at - 2 or reader.code(at - 1) != k.COMMA:
        return False
    return _ABOUT.match(reader.view, reader.tokens[0].start, reader.tokens[at - 2].start) is not None


def _meant(reader: Reader, value: str, subject: Subject) -> list[Subject]:
    """Whom the words of ``subject`` mean: one of this sentence, else one of those before."""
    own = [one for one in reader.group if one.family == value or (value == "security" and one.kind == UNKNOWN)]
    if not own and value == "index" and (city := _city(reader, subject)) is not None:
        return [city]
    if not own and value in ("security", "index"):
        own = [one for one in reader.named if one.family == value][-1:]
    if not own and value == "index":
        own = [_underlying(one) for one in reader.named if one.family == "future"][-1:]
    if own and value == "security" and reader.moved:  # "..., while its shares listed in Shenzhen rose": another listing
        own = [evolve(one, listing=list(one.listing)) for one in own]
    group = own or reader.discourse.refer(value, subject)
    words = subject.name.lower()
    told = own if "benchmark" in words and reader.moved else group if "city" in words or "blue" in words else []
    if value == "index" and told and told[-1].entry is not None:
        slug = told[-1].entry.targets[0]
        if slug.startswith("index:HS") and slug != "index:HSI":  # "the Tech Index fell, and the benchmark lost"
            subject.kind, subject.entry = NAMED, Entry("Hang Seng Index", ("index:HSI",), kind="index")
            return [subject]
    return group


def _city(reader: Reader, subject: Subject) -> Subject | None:
    """ "In Shanghai, the key index rose": the place's own index."""
    for place, token in enumerate(reader.tokens):
        if token.start >= subject.start:
            break
        entry = token.value
        if place == 1 and reader.code(0) == k.IN and isinstance(entry, Entry) and entry.targets[:1] and entry.kind == "index":
            return Subject(NAMED, subject.name, subject.start, subject.end, entry)
    return None


def _underlying(subject: Subject) -> Subject:
    """ "S&P 500 futures fell a day after the gauge closed at a record": the index that the futures are on."""
    target = "index:" + subject.entry.targets[0].partition(":")[2]
    return Subject(NAMED, subject.name, subject.start, subject.end, Entry(subject.name, (target,), kind="index"))


def _only_beside(reader: Reader) -> bool:
    """ "Following the retreat in the A-share market, it dived": a market in a leading phrase is not who "it" is."""
    return (
        reader.group[0].family == "market"
        and reader.statement is None
        and not reader.claims
        and bool(reader.discourse.group)
        and reader.discourse.group[0].family in ("index", "security")
    )


def _take_one_of_two(reader: Reader, at: int, value: str) -> None:
    """ "The former", "the latter": of the pair spoken of last."""
    both = reader.pair or (reader.group if len(reader.group) > 1 else reader.discourse.group)
    if len(both) < 2:
        both = reader.named[-2:]
    if len(both) > 1:
        sign, by, verb = reader.sign, reader.signed_by, reader.verb
        reader.start_group([both[0] if value == "former" else both[-1]], at)
        reader.pair = both
        reader.sign, reader.signed_by, reader.verb = reader.sign or sign, reader.signed_by or by, verb


def _goes_with_subject(reader: Reader, before: str, value: str) -> bool:
    """The noun says nothing new: the subject before it goes on."""
    kind = reader.group[0].kind if reader.group else None
    if value == "any" and (reader.outer or (reader.group and kind not in (NONMARKET, LOST) and not _only_beside(reader))):
        return True
    if value == "fx" and reader.open and reader.group and reader.group[0].family == "index":
        return True  # "the dollar index, measuring the currency against six others, read 96.58": a description
    if value == "commodity":
        return not (reader.discourse.group and reader.discourse.group[0].family == value)
    if value == "market" and before in (k.WORDS, k.IN):
        return True
    if value in ("subindex", "sector") and kind == SECTOR:
        return True
    return value == "index" and kind == NONMARKET  # "a survey showed slower growth, with the index at 51.2"


def _of_market(reader: Reader, at: int) -> bool:
    """ "Trading volume in Shanghai", "turnover fell to": the market's, not a firm's."""
    if reader.code(at - 1) not in ("", k.COMMA, k.BREAK, k.AND, k.INTRO):
        return False
    start = reader.tokens[at].start
    if reader.view[max(0, start - 6) : start].lower().endswith(("its ", "their ", "whose ")):
        return False
    of = reader.code(at + 1) == k.OF and (
        reader.code(at + 2) in (k.UNKNOWN, k.HEAD)
        or (reader.code(at + 2) == k.NAME and reader.tokens[at + 2].value.kind == "security")
    )
    return not of


def take_nonmarket(reader: Reader, at: int, token: Token) -> None:
    """Profit, GDP, a stake: as a subject it takes the figures away, elsewhere only the next one."""
    before = reader.code(at - 1)
    if token.value == "behind":
        statement = reader.statement
        if statement is not None and statement.percents and not statement.levels:
            statement.percents.pop()
        return
    if before in k.QUANTITIES:
        if token.value == "unit" and reader.figure_at != at - 1 and not reader.moved:
            reader.start_group([Subject(NONMARKET, "", token.start, token.end)], at)  # "earned 5.2 yuan per share, up 8%"
        return
    if _targets(reader, at, token):
        reader.pared = False  # "cut its price target": no gain was
        reader.start_group([Subject(NONMARKET, "", token.start, token.end)], at)
        return
    statement = reader.statement
    if statement is not None and statement.awaits:
        statement.percents.clear()
        statement.points.clear()
        statement.awaits = False
        reader.veto = True
        return
    if token.value == "turnover" and _of_market(reader, at):
        reader.sum_of = ("turnover", token)
    between = reader.between(reader.named_at, at) if reader.named_at >= 0 else ""
    if (
        reader.open
        and reader.group
        and reader.group[0].kind == NAMED
        and k.COMMA in between
        and before not in (k.NAME, k.POSSESSIVE)
        and any(one.code == k.COMMA for one in reader.tokens[at + 1 :])
    ):
        return  # "the ChiNext Index, home of companies at 100 times earnings, rose": a description
    subject = Subject(NONMARKET, reader.view[token.start : token.end], token.start, token.end)
    first = all(
        one.code in (k.WORDS, k.UNKNOWN, k.LISTING, k.POSSESSIVE, k.DATE, k.PHASE, k.BASIS, k.COMMA, k.AND)
        for one in reader.tokens[:at]
    )
    if before in (k.IN, k.OF) and reader.code(at - 2) in k.NOUNS:
        reader.start_group([subject], at)  # "the biggest jump in revenue, rising 72%"
        return
    if before == k.RELATIVE and reader.code(at + 1) == k.NAME:
        return  # "companies that supply Apple"
    owned = before in (k.NAME, k.POSSESSIVE, k.UNKNOWN, k.BREAK, k.RELATIVE) or (
        before == k.LISTING and reader.named_at == at - 2
    )
    if first or owned or (not reader.moved and before not in PREPOSITIONS):
        reader.start_group([subject], at)
    elif not _says_how_much(reader, at):
        reader.veto = True


def _says_how_much(reader: Reader, at: int) -> bool:
    """ "Rose 3.9% in twice its average volume to HK$87.45": the volume stands aside, the price is the share's."""
    token, statement = reader.tokens[at], reader.statement
    return (
        statement is not None
        and bool(statement.percents)
        and not statement.levels
        and reader.between(at, at + 3) == k.TO + k.MONEY
        and k.IN in reader.between(reader.figure_at, at)
        and k.COMMA not in reader.between(reader.figure_at, at)
        and reader.view.endswith(("volume", "turnover", "trade", "trading"), token.start, token.end)
        and bool(reader.group)
        and reader.group[0].family in ("security", UNKNOWN)
    )


_TARGET = expression(r"\b(?:price target|target price|target|fair value|price objective)s? (?:on|for|of) (?:the )?")


def _targets(reader: Reader, at: int, token: Token) -> bool:
    """ "A cut its price target on B": what follows is of no price, and the shares are B's."""
    found = _TARGET.match(reader.view, token.start) or _TARGET.search(reader.view, token.start, token.end + 12)
    if (
        found is None
        or not reader.group
        or reader.group[0].family not in ("security", UNKNOWN)
        or (reader.moved and not _raised(reader, at))
    ):
        return False
    name = next((one for one in reader.tokens[at + 1 : at + 4] if one.start == found.end()), None)
    if name is None or name.code != k.NAME or name.value.kind != "security" or name.value.blocker:
        return False
    reader.named.append(Subject(NAMED, reader.view[name.start : name.end], name.start, name.end, name.value))
    return True


def _raised(reader: Reader, at: int) -> bool:
    """The verb stands before the target: it is what was raised."""
    return reader.code(at - 1) in (k.UP, k.DOWN, k.PARE) and reader.figure_at < 0
