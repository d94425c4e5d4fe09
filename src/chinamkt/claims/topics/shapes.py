"""Figures whose word of movement, or whose topic, does not stand right before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import LOST, NAMED, UNKNOWN, Statement, Subject
from chinamkt.claims.closing import claims_of
from chinamkt.claims.topics.places import part
from chinamkt.claims.topics.statements import settle
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.topics.reader import TopicReader

__all__ = ["most_moved", "of_another", "price_first", "signed_behind"]

_OF = re.compile(r"\s?(?:或?以上|左右)?的(?:较大|最大|平均|整体|单日|小幅)?\s?")
_LEADS = re.compile("领[涨升跌]")
_MOST = re.compile("(?P<way>[升涨跌])幅最大")
_NAME = re.compile(r"[A-Za-z0-9\u3400-\u9fff]{3,8}")
_PIECES = frozenset((k.WORDS, k.UNKNOWN, k.NAME))
_CHANGING = ("phase", "basis", "date")


def signed_behind(reader: TopicReader, at: int, token: Token) -> bool:
    """ "A rise of 2%" with the figure first (录得2%的涨幅), "lost over 8%, more than any" (超8%领跌)."""
    if "signed-behind" not in reader.steps or token.code not in (k.PERCENT, k.POINTS) or at + 1 >= len(reader.tokens):
        return False
    place = at + 2 if reader.code(at + 1) == k.WORDS and reader.code(at + 2) in k.NOUNS else at + 1
    word = reader.tokens[place]
    noun = word.code in k.NOUNS and _OF.fullmatch(reader.view, token.end, word.start) is not None
    if not noun and not (
        word.code in (k.UP, k.DOWN)
        and word.start == token.end
        and _LEADS.match(reader.view, word.start)
        and reader.code(at - 1) in (k.NAME, k.LISTING, k.HEAD)
    ):
        return False
    reader.sign, reader.verb = word.rule.sign, word
    return True


def price_first(reader: TopicReader, at: int, token: Token, place: int) -> bool:
    """ "ICBC 3.79 dollars, 3 cents lower": a price right behind its name, with the change after it."""
    return (
        "price-first" in reader.steps
        and token.code == k.MONEY
        and place == at - 1
        and reader.code(at + 1) == k.COMMA
        and reader.code(at + 2) in (k.UP, k.DOWN)
        and reader.code(at + 3) == k.MONEY
    )


def most_moved(reader: TopicReader, at: int, token: Token, place: int) -> bool:
    """ "All rose, JD most of all, by 7%" (以京东升幅最大，超过7%): the figure is of the name before the superlative."""
    if "most-moved" not in reader.steps or token.code != k.PERCENT or place != at - 1 or reader.code(place) != k.COMMA:
        return False
    word, name = reader.tokens[place - 1], reader.tokens[place - 2] if place > 1 else None
    found = _MOST.fullmatch(reader.view, word.start, word.end)
    if found is None or name is None or name.code != k.NAME or name.value.blocker:
        return False
    reader.close()
    subject = Subject(NAMED, reader.view[name.start : name.end], name.start, name.end, name.value)
    statement = Statement([subject], name.start, token.end, percents=[token.value], sign=-1 if found["way"] == "跌" else 1)
    settle(reader, statement, token.value, None)
    reader.claims.extend(claims_of(statement, reader.language))
    reader.figure_at = at
    return True


def of_another(reader: TopicReader, at: int, field: str, phase: Any, place: int) -> bool:
    """ "A lost 12%, ⟨words⟩ 10%": a second change over the same time is somebody's whom no table knows.

    So is one behind words that hold a name inside them ("American gold company").
    Among shares the words are taken for a share's name.
    """
    statement = reader.statement
    if (
        "other-topic" not in reader.steps
        or field == "levels"
        or phase is not None
        or reader.pared
        or reader.respective
        or reader.code(place) not in (k.UP, k.DOWN)
        or any(name in reader.ahead for name in _CHANGING)
    ):
        return False
    start = part(reader, at)
    here = reader.tokens[start:place]
    if not here or start <= 0 or reader.code(start - 1) != k.COMMA or any(one.code not in _PIECES for one in here):
        return False
    words = reader.view[here[0].start : here[-1].end].strip()
    told = statement is not None and statement.group is reader.group and bool(getattr(statement, field))
    if any(one.value in ("governs", "causes", "of") for one in here) or len(words) < 3:
        return False
    inner = all(one.code != k.NAME or one.value.kind in ("commodity", "market") for one in here)
    pieces = inner and len(here) > 1 and here[0].code == k.UNKNOWN and len(words) == sum(one.end - one.start for one in here)
    if not pieces and not (told and here[0].code == k.WORDS and here[0].value is None):
        return False
    share = reader.group[0].family in ("security", "unknown") and bool(reader.claims) and _NAME.fullmatch(words) is not None
    sign, verb = reader.sign, reader.verb
    reader.start_group([Subject(UNKNOWN if share else LOST, words, here[0].start, here[-1].end)], place - 1)
    reader.sign, reader.verb, reader.moved, reader.open = sign, verb, True, False
    return True
