"""Which figure is the rate of which levy: "a 10% tariff", "duties of 5%", "raised the tariffs to 25%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import define, field

from chinamkt.claims.trade.sentence import CLAUSE_ENDS, Sentence
from chinamkt.model.facts import EventKind
from chinamkt.rules import trade as k

__all__ = ["Levy", "levies"]

_LEVIES = (EventKind.TARIFF, EventKind.DUTY)
#: What may stand between a rate and the levy behind it.
_ADJECTIVES = frozenset((k.KIND_OF, k.RETALIATION, k.OF))
_LISTED = frozenset((k.RATE, k.AND, k.COMMA))


@define(slots=True, eq=False)
class Levy:
    """A levy as a sentence names it.

    :param noun: the token of its word, ``None`` where only a rate stands ("the 25% it put on cars").
    :param rates: tokens of its rates, one fact each; empty where none is told.
    :param first: the first token that belongs to it; :param last: the last.
    :param moved: its rate stands with a word of its own ("the tariffs fall to a rate of 15%").
    :param again: the rate is another one of a levy named before ("with a step up to 25%").
    """

    noun: int | None
    rates: list[int] = field(factory=list)
    first: int = 0
    last: int = 0
    again: bool = False
    moved: bool = False


def levies(sentence: Sentence) -> list[Levy]:
    """The levies of a sentence in order, with the rates that are theirs."""
    tokens = sentence.tokens
    nouns = [i for i in sentence.of(k.ACT) if tokens[i].value.kind in _LEVIES]
    found: dict[tuple[int | None, int], Levy] = {}
    taken: set[int] = set()
    loose: list[int] = []
    for i in sentence.of(k.RATE):
        if i in taken or sentence.code(i - 1) == k.BACK or _old(sentence, i):
            continue
        listed = [i, *_listed(sentence, i)]
        noun, again = _noun_of(sentence, i, listed[-1], nouns)
        noun, unsure = _proper(sentence, noun, nouns, {levy.noun for levy in found.values()}), noun
        if noun is None and not again:
            loose.append(i)
            continue
        taken.update(listed)
        if _span(sentence, i):
            listed = [i]
        used = any(levy.noun == noun for levy in found.values())  # "a 15% duty is to be halved to 7.5%"
        first = i if used or noun is None else min(i, noun)
        levy = Levy(
            noun=noun,
            rates=listed,
            first=first,
            last=max(listed[-1], first if noun is None or used else noun),
            again=again or used,
            moved=noun != unsure,
        )
        found[noun, i] = levy
    named = {levy.noun for levy in found.values()}
    for noun in nouns:
        if noun not in named and tokens[noun].value.sure:
            found[noun, -1] = Levy(noun=noun, first=noun, last=noun)
    for i in [] if sentence.spaced or nouns else loose:
        if sentence.states(i - 1, i, "levy") and sentence.gap(i - 1, i) == 0:  # 分别加征17%、18.8%和35.3%
            found[None, i] = Levy(noun=None, rates=[i, *_listed(sentence, i)], first=i, last=i, again=True)
    for i in loose:
        if _charged(sentence, i):
            found[None, i] = Levy(noun=None, rates=[i], first=i, last=i)
        elif any(levy.last < i for levy in found.values()) and _another(sentence, i):
            found[None, i] = Levy(noun=None, rates=[i], first=i, last=i, again=True)
    return sorted(found.values(), key=lambda levy: levy.first)


def _proper(sentence: Sentence, noun: int | None, nouns: list[int], taken: set[int | None]) -> int | None:
    """ "The tariffs on steel will be at a rate of 15%": the rate is that of the tariffs."""
    if noun is None or sentence.tokens[noun].value.sure:
        return noun
    for j in reversed([j for j in nouns if j < noun and j not in taken and sentence.tokens[j].value.sure]):
        if not any(sentence.code(n) in (k.BREAK, k.SEMICOLON) for n in range(j, noun)):
            return j
    return noun


def _listed(sentence: Sentence, i: int) -> Iterator[int]:
    """The further rates of "5% and 10%"."""
    j = i + 1
    while sentence.code(j) in _LISTED and sentence.gap(j - 1, j) <= (sentence.code(j - 1) != k.COMMA):
        if sentence.code(j) == k.RATE:
            yield j
        j += 1


def _noun_of(sentence: Sentence, i: int, last: int, nouns: list[int]) -> tuple[int | None, bool]:
    """The levy that the rate at ``i`` belongs to, and whether it is a further rate of it."""
    noun = _behind(sentence, last, nouns)
    if noun is not None:
        return noun, False
    j = i - 1
    while sentence.code(j) == k.KIND_OF:
        j -= 1
    if sentence.code(j) in (k.OF, k.AT, k.BY, k.BETWEEN) and sentence.gap(j, i) <= 3:
        noun = _before(sentence, j, nouns, through_words=sentence.code(j) == k.AT)
        if noun is not None:
            return noun, False
    if sentence.code(j) == k.ACT and j in nouns and sentence.gap(j, i) <= 1 and not sentence.spaced:
        return j, False
    steps = sentence.states(sentence.clause(i, i)[0], i, "raise", "keep", "lift")
    if not sentence.spaced and sentence.states(j, i, "keep") and sentence.gap(j, i) == 0:  # 维持30%
        noun = _before(sentence, j, nouns, through_words=True)
        if noun is not None:
            return noun, False
    if sentence.code(j) == k.FROM and sentence.tokens[i].value[1]:
        noun = _before(sentence, j, nouns, through_words=True)
        if noun is not None and (steps or noun == j - 1):
            return noun, False
    if sentence.code(j) == k.RELATIVE and sentence.tokens[j].value not in k.CLAUSES and sentence.gap(j, i) <= 1:
        told = sentence.code(j - 1) == k.STATUS and sentence.gap(j - 1, j) == 0  # 关税将为10%
        noun = _subject_of(sentence, j - told, nouns)  # "the duty on China is 17.4 per cent", 税率暂为10%
        if noun is not None:
            return noun, False
    if sentence.code(j) == k.TO and sentence.gap(j, i) <= 3:
        noun = _before(sentence, j, nouns, through_words=True)
        if noun is not None and (steps or sentence.states(max(0, noun - 3), noun, "raise", "keep", "lift")):
            return noun, False
    return None, False


def _behind(sentence: Sentence, i: int, nouns: list[int]) -> int | None:
    """ "25% extra import duties": the levy behind its rate."""
    j = i + 1
    words = 0
    while j < len(sentence.tokens):
        words += sentence.gap(j - 1, j)
        if words > 3:
            return None
        if j in nouns:
            return j
        if sentence.code(j) == k.PARTY and sentence.gap(j - 1, j) == 0 and j + 1 in nouns and sentence.gap(j, j + 1) == 0:
            return j + 1  # "the 15% US duty"
        if sentence.code(j) not in _ADJECTIVES and not (
            sentence.code(j) == k.STATUS and sentence.tokens[j].value in ("future", "threat", "keep")
        ):
            return None
        j += 1
    return None


def _before(sentence: Sentence, j: int, nouns: list[int], *, through_words: bool) -> int | None:
    """The levy before "of 5%", or further before "to 25%" and "at 10%", in the same clause."""
    words = 0
    while j > 0:
        words += sentence.gap(j - 1, j)
        j -= 1
        if j in nouns:
            return j if through_words or words <= 2 else None
        if sentence.code(j) in CLAUSE_ENDS and sentence.code(j) != k.COMMA:
            return None
        if not through_words and sentence.code(j) not in _ADJECTIVES:
            return None
    return None


def _subject_of(sentence: Sentence, j: int, nouns: list[int]) -> int | None:
    """The levy that a copula at ``j`` tells of, with what it falls on."""
    for i in range(j - 1, -1, -1):
        if i in nouns:
            return i
        if sentence.code(i) not in (k.ON, k.PARTY, k.GOODS, k.OF, k.KIND_OF, k.MONEY, k.FROM):
            return None
    return None


def _charged(sentence: Sentence, i: int) -> bool:
    """ "Charges 10% on", "the 25% it put on": verbs that make a rate a levy's."""
    if sentence.code(i + 1) == k.ON and sentence.gap(i, i + 1) == 0:
        named = sentence.code(i + 2) in (k.PARTY, k.GOODS) and sentence.gap(i + 1, i + 2) == 0
        if named and any(token.code == k.ACT and token.value.kind in _LEVIES for token in sentence.tokens[:i]):
            return True  # "the duties include an extra 10% on American pork"
        clause = i
        while clause > 0 and sentence.code(clause - 1) not in CLAUSE_ENDS:
            clause -= 1
        return bool(sentence.states(clause, i, "levy"))
    if sentence.code(i - 1) == k.FACE and sentence.gap(i - 1, i) == 0:
        token = sentence.tokens[i - 1]
        if sentence.view.endswith("charged", token.start, token.end) and sentence.code(i - 2) in (k.GOODS, k.STATUS):
            return True  # "all American goods will be charged 10%"
    taxed = sentence.code(i - 1) == k.AT and sentence.states(i - 2, i - 1, "levy")
    if taxed and sentence.gap(i - 2, i - 1) == sentence.gap(i - 1, i) == 0:
        return True  # "taxed at 10%"
    return bool(sentence.states(i + 1, i + 2, "levy")) and sentence.code(i + 2) == k.ON and sentence.gap(i, i + 1) <= 3


def _another(sentence: Sentence, i: int) -> bool:
    """Whether a rate without a word for its levy goes on about the one before: "leaving cars at 40%"."""
    if sentence.code(i - 1) in (k.TO, k.AT) and sentence.gap(i - 1, i) <= 3:
        return bool(sentence.states(max(0, i - 5), i, "raise", "keep", "lift", "pause"))
    return False


def _old(sentence: Sentence, i: int) -> bool:
    """The rate that was: "from 145% ...", 145%降至30%."""
    if sentence.compared(i):
        return True
    if sentence.code(i - 1) == k.FROM and sentence.gap(i - 1, i) <= 1:
        return not sentence.tokens[i].value[1]
    raised = sentence.states(i + 1, i + 2, "raise") and sentence.gap(i, i + 1) == 0
    return bool(raised) and sentence.code(i + 2) == k.TO and sentence.code(i + 3) == k.RATE


def rate_before(sentence: Sentence, i: int) -> Decimal | None:
    """The old rate of the new one at ``i``: "from 145% to 30%", "to 30% from 145%", 从145%降至30%."""
    value, upper = sentence.tokens[i].value
    if upper:  # "ranging from 10 to 25 percent" tells of no step
        return Decimal(value) if sentence.code(i - 1) == k.FROM and sentence.states(0, i, "raise", "lift") else None
    for j in range(i - 1, -1, -1):
        if sentence.code(j) == k.RATE:
            return _single(sentence, j) if _old(sentence, j) else None
        if sentence.code(j) in CLAUSE_ENDS or sentence.code(j) == k.ACT:
            break
    behind = i + 2
    if sentence.code(i + 1) == k.FROM and sentence.code(behind) == k.RATE and sentence.gap(i, i + 1) <= 2:
        return _single(sentence, behind) if _old(sentence, behind) else None
    return None


def _single(sentence: Sentence, i: int) -> Decimal | None:
    value, upper = sentence.tokens[i].value
    return None if upper else Decimal(value)


def _span(sentence: Sentence, i: int) -> bool:
    """ "Between 15% and 25%"."""
    return sentence.code(i - 1) == k.BETWEEN or (i > 0 and sentence.tokens[i - 1].value == "between")


def rate_of(sentence: Sentence, i: int) -> Decimal | None:
    """The rate at ``i``; ``None`` for a range, which has no one rate."""
    value, upper = sentence.tokens[i].value
    if upper and sentence.code(i - 1) == k.FROM:
        return Decimal(upper)  # "from 10 to 25 percent"
    return None if upper or _span(sentence, i) else Decimal(value)
