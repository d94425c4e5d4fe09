"""Words that give a direction by themselves, in English and Chinese.

A small list of sure words, kept apart from any language's rules so that facts from other
extractors are judged by something that did not make them. What is not here says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from chinamkt.model.facts import Direction

__all__ = ["flow_words", "governed_figures", "verb_direction"]

_UP_EN = (
    "up higher rise rises rising rose risen gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping "
    "surge surges surged surging soar soars soared soaring rally rallies rallied rallying advance advances advanced advancing "
    "leapt leaped rocketed rebound rebounds rebounded rebounding bounced firmed strengthened"
)
_DOWN_EN = (
    "down lower fall falls falling fell fallen drop drops dropped dropping decline declines declined declining slide slides "
    "slid sliding slump slumps slumped slumping plunge plunges plunged plunging plummet plummeted tumble tumbles tumbled "
    "tumbling sink sinks sinking sank sunk slip slips slipped slipping retreat retreats retreated dip dips dipped lose loses "
    "lost losing loss losses shed sheds shedding skidded weakened"
)
#: With one of these near, a word of movement may mean its opposite.
_TURNING = re.compile(
    r"\b(?:par(?:e|es|ed|ing)|trim|narrow|cut|eras|reduc|recoup|recover|revers|snap|wip|halt|end(?:ed|ing) (?:a|its)|limit|stem|"
    r"not?\b|without|fail|despite|avoid|resist)|n[’']t\b|收窄|縮|缩|止|抗|未|没|沒|不|由|转|轉|倒|回吐",
    re.IGNORECASE,
)
_UP_ZH, _DOWN_ZH = "涨漲升", "跌挫瀉泻"
#: "gave up 0.9%" is a fall.
_RISING = rf"(?<!\bg[ai]ve )(?<!\bgive[sn] )(?<!\bgiving )(?:{'|'.join(_UP_EN.split())})"
_FALLING = rf"(?:{'|'.join(_DOWN_EN.split())}|g[ai]ve[sn]? up|giving up)"
_UP = re.compile(rf"\b{_RISING}\b|[{_UP_ZH}]", re.IGNORECASE)
_DOWN = re.compile(rf"\b{_FALLING}\b|[{_DOWN_ZH}]", re.IGNORECASE)

_FIGURE = r"(?P<figure>\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,10})?)(?![\d,.]*\d)"
#: "fell by more than HK$1.2", "up 0.5%", "跌逾0.5%": nothing but small words between the verb and its figure;
#: but not "up to 0.5%", "ended up 0.5% lower".
_GOVERNED_EN = re.compile(
    rf"\b(?!(?:up|down) to\b)(?:(?P<up>{_RISING})|(?P<down>{_FALLING}))"
    rf"(?:\s+(?:by|up|as|much|about|around|some|more|less|than|over|nearly|almost|a|another|to|at|of)){{0,4}}"
    rf"\s+(?:[A-Z]{{1,3}}\$|[$¥€£])?{_FIGURE}(?!\s?(?:%|per ?cent|pc|points?)?,?\s(?:lower|higher|down|up)\b)",
    re.IGNORECASE,
)
_GOVERNED_ZH = re.compile(
    rf"(?<![{_UP_ZH}{_DOWN_ZH}])(?:(?P<up>[{_UP_ZH}])|(?P<down>[{_DOWN_ZH}]))"
    rf"(?:幅|约|約|逾|超过|超過|超|近|了|至|到|近乎){{0,3}}(?:百分之)?{_FIGURE}"
)

_INFLOW = re.compile(r"\bnet[ -](?:inflow|buy|bought|purchas)|[净淨](?:流入|买入|買入|买|買)", re.IGNORECASE)
_OUTFLOW = re.compile(r"\bnet[ -](?:outflow|sell|sold|sale)|[净淨](?:流出|卖出|賣出|卖|賣|沽)", re.IGNORECASE)


def verb_direction(words: str) -> Direction | None:
    """The direction of the words of a verb; ``None`` for none, both, or a turn.

    >>> verb_direction("fell"), verb_direction("pared gains"), verb_direction("收涨")
    (<Direction.DOWN: 'down'>, None, <Direction.UP: 'up'>)
    """
    return None if _TURNING.search(words) else _one_way(_UP, _DOWN, words)


def flow_words(statement: str) -> Direction | None:
    """In or out, by the words of a net flow.

    >>> flow_words("南向资金净买入42亿港元")
    <Direction.UP: 'up'>
    """
    return _one_way(_INFLOW, _OUTFLOW, statement)


def governed_figures(statement: str) -> Iterator[tuple[Direction, Decimal]]:
    """The figures that stand right behind a word of movement, with its direction.

    >>> list(governed_figures("It fell 0.64 percent, after it had risen by more than 1.20 percent."))
    [(<Direction.DOWN: 'down'>, Decimal('0.64')), (<Direction.UP: 'up'>, Decimal('1.20'))]
    """
    for pattern in (_GOVERNED_EN, _GOVERNED_ZH):
        for found in pattern.finditer(statement):
            if not _TURNING.search(statement[max(0, found.start() - 12) : found.start()]):
                way = Direction.UP if found["up"] else Direction.DOWN
                yield way, Decimal(found["figure"].replace(",", ""))


def _one_way(up: re.Pattern[str], down: re.Pattern[str], words: str) -> Direction | None:
    rises, falls = up.search(words), down.search(words)
    if bool(rises) == bool(falls):
        return None
    return Direction.UP if rises else Direction.DOWN
