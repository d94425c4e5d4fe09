"""Verbs, nouns and adjectives of movement: they give the sign, and sometimes the subject."""

from __future__ import annotations

import re

from chinamkt.claims.claim import LOST, UNKNOWN, Subject
from chinamkt.claims.state import Reading
from chinamkt.expressions import expression
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

__all__ = ["Directions"]

#: What may stand between "a 2% drop" and its subject: when, and a preposition.
_TOWARDS = expression(r",?[YKHXwA]*[io][wAS']*")
#: Adjectives that name a threshold unless a figure stands before them ("10% above issue").
_THRESHOLDS = frozenset(("above", "below", "beneath", "behind", "short of"))
#: What can stand between a firm's name and a verb that is not the firm's: "Moutai prices", "Ford owners", "Visa applications".
_THINGS = expression(r"(?:[a-z]+ )?(?:prices|[a-z]{2,}(?:ers|ors|ists|ants|tions?|ments?|ness|ity|ities|ism|ships?))\b")
#: What sets one figure beside another's.
_VERSUS = expression(r"(?:compared (?:with|to)|against|versus|vs\.?)", re.IGNORECASE)
#: What a commodity is traded by.
_CONTRACTS = expression(
    r"(?:(?:the|its) )?(?:front-month|most[ -]active|most actively traded|near-month|nearby|benchmark|lead) "
    r"(?:futures|contracts?)"
)
_BASIS = expression(r"(?:[Dd]iscount|[Pp]remium)")
#: A participle before what it describes.
_ATTRIBUTE = expression(
    r"(?:trading|opening|closing) (?:days?|hours?|sessions?|halts?|suspension|volumes?|desk|floor|platform|ceremony)\b"
)
#: Words before a verb that are not a noun of its own.
_ADVERBS = frozenset(
    [
        "on",
        "in",
        "soon",
        "once",
        "more",
        "day",
        "earlier",
        "late",
        "early",
        "trade",
        "session",
        "again",
        "trading",
        "not",
        "n't",
        "to",
        "it",
        "they",
        "well",
        "still",
        "fast",
        "hard",
        "time",
        "last",
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "sessions",
        "years",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "previous",
        "prior",
    ]
)


class Directions(Reading):
    """The steps for words with a direction."""

    __slots__ = ()

    def movement(self, at: int, token: Token) -> None:
        """A verb, adjective or particle with a direction."""
        sign = token.rule.sign
        self.open = False
        statement = self.statement
        behind = at > 0 and self.tokens[at - 1].code in k.QUANTITIES and token.near
        if self.code(at - 1) == k.COMMA and self.figure_at == at - 2 and self.code(at - 3) == k.OR:
            behind = True  # "was 411 pips, or 0.6 per cent, weaker than the previous fix"
        if self.pared and self.code(at - 1) == k.TO and token.value != "adjective":
            self.pared = False  # "reversed losses to rise 0.7%"
        if (
            behind
            and statement is not None
            and not statement.empty
            and (statement.signed_by in ("", "gap", "state") or self.ended_otherwise(at, sign))
            and "sign-behind" in self.steps
        ):
            statement.sign, statement.signed_by = sign, "behind"
            statement.verb, statement.end = (token.start, token.end), max(statement.end, token.end)
            statement.rule = token.rule.id
            self.sign, self.signed_by, self.verb, self.moved = sign, "behind", token, True
            return
        if token.value == "adjective" and self.view[token.start : token.end].lower() in _THRESHOLDS:
            self.compared = self.beyond = True
            return
        self.own_subject(at)
        self.leave_phase(at)
        self.sign, self.signed_by, self.verb = sign, "verb", token
        self.moved = True
        self.resume(at)

    def ended_otherwise(self, at: int, sign: int) -> bool:
        """ "Recovered to end 1% lower": the way that it ended is the adjective's."""
        statement = self.statement
        return (
            statement is not None
            and self.tokens[at].value == "adjective"
            and self.figure_at == at - 1
            and statement.sign == -sign
            and len(statement.percents) + len(statement.points) == 1
            and self.code(at - 2) == k.STATE
            and self.code(at - 3) == k.TO
            and self.code(at - 4) in (k.UP, k.DOWN)
        )

    def noun(self, at: int, token: Token) -> None:
        """A noun with a direction: "a gain of 2%", "a 2% drop in the index"; often a verb in disguise."""
        sign = token.rule.sign
        statement = self.statement
        previous = self.code(at - 1)
        if self.group and self.group[0].family == "future" and previous == k.AT and _BASIS.match(self.view, token.start):
            self.veto = True  # "the futures were trading at a discount of 45 points" to the index
            return
        if previous in k.QUANTITIES and self.figure_at != at - 1:
            return
        if previous in k.QUANTITIES and statement is not None and not statement.empty:
            self.noun_at = at
            if token.rule.basis is not None and statement.basis is None:
                since = statement.date if isinstance(statement.date, tuple) and statement.date[0] == "date" else None
                statement.basis = (token.rule.basis, since[1] if since else None)  # "a 91% run": over more than a day
                statement.date = None if since else statement.date
            if "sign-behind" in self.steps:
                statement.sign, statement.signed_by, statement.rule = sign, "behind", token.rule.id
                statement.verb, statement.end = (token.start, token.end), max(statement.end, token.end)
            statement.awaits = True
            return
        following = self.code(at + 1)
        if previous == k.POSSESSIVE and self.beside is not None and self.aside == at - 2 and following == k.OF:
            self.close()  # "contributed to the Hang Seng's gain of 32%"
            self.group = [self.beside]
        if self.pared and previous == k.TO and following in k.QUANTITIES:
            self.pared = False  # "reversed losses to rise 0.7%"
        if (
            following in k.QUANTITIES
            or following in (k.OF, k.TO, k.AT, k.BY, "g", k.BOUND, k.BASIS)
            or not self.signed_by
            or self.code(at - 1) == k.PARE
        ):
            if self.pared or self.code(at - 1) == k.PARE:
                self.signed_by = "noun"
            else:
                self.signed_by = "noun" if following == k.OF else "verb"
            if following in k.QUANTITIES:
                self.own_subject(at)
            self.sign, self.verb = sign, token
            self.moved = True
            self.open = False
            self.resume(at)

    def own_noun(self, at: int) -> bool:
        """ "The 1.4% drop in the index": noun and subject stand behind the figure."""
        if self.tokens[at].code != k.PERCENT or self.code(at + 1) not in k.NOUNS or self.code(at + 2) not in (k.IN, k.OF):
            return False
        place = at + 3
        while self.code(place) in (k.WORDS, k.POSSESSIVE) and place < at + 5:
            place += 1  # "a 4.9% slump in China's CSI 300"
        return self.code(place) == k.NAME and not self.tokens[place].value.weak and not self.tokens[place].value.blocker

    def of_other(self, at: int) -> bool:
        """ "Outpacing the 18% recovery of A and the 21% of B": one more percentage, whose comes behind."""
        last = self.last_statement()
        if self.tokens[at].code != k.PERCENT or self.code(at + 1) != k.OF or last is None or not last.percents or not last.sign:
            return False
        if self.code(at - 1) not in (k.AND, k.OF) or not self.view.endswith("the ", 0, self.tokens[at].start):
            return False
        place = at + 3 if self.code(at + 2) == k.WORDS else at + 2
        return self.code(place) == k.NAME and not self.tokens[place].value.weak and not self.tokens[place].value.blocker

    def for_other(self, at: int) -> bool:
        """ "Is up 12%, compared with 4% for A and 1% for B": whose, comes behind."""
        last = self.last_statement()
        if self.tokens[at].code != k.PERCENT or self.code(at + 1) != k.IN or last is None or not last.percents or not last.sign:
            return False
        link = self.tokens[at + 1]
        place = at + 3 if self.code(at + 2) == k.WORDS else at + 2
        if self.view[link.start : link.end].lower() != "for" or self.code(place) != k.NAME:
            return False
        if self.tokens[place].value.weak or self.tokens[place].value.blocker:
            return False
        before = at - 1
        if self.code(before) in (k.AND, k.COMMA):
            before -= 1
            if self.code(before) in (k.COMMA, k.CLOSEB):
                before -= 1
            told = self.tokens[self.figure_at - 1 : self.figure_at] if self.figure_at > 0 else []
            if self.code(before) != k.NAME or self.figure_at < before - 3:
                return False
            return any(_VERSUS.fullmatch(self.view, one.start, one.end) for one in told)
        return before >= 0 and _VERSUS.fullmatch(self.view, self.tokens[before].start, self.tokens[before].end) is not None

    def awaits_subject(self, at: int) -> bool:
        """ "A 2% drop in ...", "a gain of 2% in ...": a name at this place is the statement's subject."""
        statement = self.statement
        if statement is None or statement.empty:
            return False
        if not statement.group:
            gap = self.between(self.figure_at, at)
            return statement.signed_by != "verb" and (k.COMMA not in gap or _TOWARDS.fullmatch(gap) is not None)
        noun = self.noun_at if statement.awaits else -1
        if noun < 0 and statement.signed_by == "noun" and self.figure_at >= 0:
            noun = self.figure_at
        return noun >= 0 and _TOWARDS.fullmatch(self.between(noun, at)) is not None

    def state(self, at: int, token: Token) -> None:
        """A verb without a direction; a close or an open may belong to the figure before or behind it."""
        if _ATTRIBUTE.match(self.view, token.start, min(len(self.view), token.end + 12)):
            return  # "on its first trading day"
        self.open = False
        self.own_subject(at)
        self.moved = True
        self.compared = self.compared and self.than  # "broke its losing streak by closing up 0.4% at 8,703"
        if token.value == "fixing":
            self.fixing = True
        if (
            self.verb is not None
            and self.verb.code in k.NOUNS
            and self.verb.start > self.figure_end()
            and token.rule.phase is None
        ):
            return  # "the five-day slide reached 8.8%": the noun keeps its direction
        led = self.code(at - 1) == k.TO and self.code(at - 2) in (k.UP, k.DOWN)
        if not led:  # but "weakened to trade at 7.3126": the way is the first verb's
            self.sign, self.signed_by, self.verb = 0, "state", token
        self.resume(at)
        if token.rule.basis is not None:
            self.ahead["basis"] = (token.rule.basis, None)
        if token.value == "touch":
            self.ahead["phase"] = "peak"
        phase = token.rule.phase
        if phase is None:
            return
        self.ahead["phase"], self.phase_at = phase, at
        statement = self.statement
        if (
            statement is not None
            and not statement.empty
            and statement.phase is None
            and self.code(at - 1) in (k.TO, k.COMMA, k.AND)
        ):
            statement.phase, statement.tentative = phase, True

    def leave_phase(self, at: int) -> None:
        """ "Opened lower, turned positive and kept climbing": the part of the day was the first verb's."""
        if self.phase_at > self.figure_at and k.AND in self.between(self.phase_at, at):
            self.ahead.pop("phase", None)
            self.phase_at = -1
        stands = self.relative and self.basis_at > max(self.figure_at, self.relative_at + 1)
        if stands and k.AND in self.between(self.basis_at, at):
            self.ahead.pop("basis", None)  # "which had doubled in twelve months and has now given up 32%"

    def figure_end(self) -> int:
        """Where the last figure that a statement took ends."""
        return self.tokens[self.figure_at].end if self.figure_at >= 0 else -1

    def own_subject(self, at: int) -> None:
        """ "A rose 1% as bullion gained 5%": a verb with a noun of its own, which no table knows."""
        if self.code(at - 1) == k.POSSESSIVE and self.group and self.group[-1].family in ("security", UNKNOWN):
            place = self.tokens[at - 1].start
            self.start_group([Subject(LOST, "", place, place)], at - 1)  # "Apple's share slipped, while Huawei's rose"
            return
        if self.view.startswith("trading", self.tokens[at].start) and self.code(at - 2) == k.STATE:
            return  # "finished domestic trading at 7.1224"
        if self.aside == at - 1 and self.code(at - 2) == k.IN and self.code(at - 3) == k.PHASE:
            return  # "opened at 7.1899 and by midday in Shanghai was trading at 7.2215"
        if self.code(at - 1) != k.WORDS or self.relative or not (self.moved or self.possessed(at)):
            return
        words = self.view[self.tokens[at - 1].start : self.tokens[at - 1].end].split()
        if self.group and self._same(words, self.tokens[at - 1].start):
            return
        if words and not words[-1].endswith(("ly", "ing", "ed", "est")) and words[-1].lower() not in _ADVERBS:
            place = self.tokens[at - 1].start
            self.start_group([Subject(LOST, words[-1], place, self.tokens[at - 1].end)], at - 1)

    def _same(self, words: list[str], start: int) -> bool:
        """ "H-shares led: their index rose", "gold rallied, with front-month futures up": the noun is the subject once more."""
        family = self.group[-1].family
        if family == "index":
            return words in (["index"], ["gauge"]) and self.view.endswith((" their ", "Their "), 0, start)
        return family == "commodity" and _CONTRACTS.fullmatch(" ".join(words)) is not None

    def possessed(self, at: int) -> bool:
        """ "Tencent's cloud unit rose", "Moutai prices fell": what a firm has or sells is not its share."""
        if self.tokens[at].code not in (k.UP, k.DOWN) or not self.group or self.group[-1].family not in ("security", UNKNOWN):
            return False
        first, *more = self.tokens[self.named_at + 1 : at]
        sold = first.code == k.WORDS and _THINGS.match(self.view, first.start, first.end) is not None
        return (first.code == k.POSSESSIVE or sold) and all(one.code in (k.WORDS, k.DATE, k.NAME, k.IN) for one in more)

    def resume(self, at: int) -> None:
        """A verb behind the comma that ends a relative clause belongs to the main clause again."""
        if self.outer and not self.relative and self.code(at - 1) in (k.COMMA, k.AND, k.CLOSEB, k.WORDS):
            self.group, self.outer = self.outer, []

    def flat(self, at: int, token: Token) -> None:
        """Unchanged: no direction."""
        self.open = False
        self.moved = True
        self.sign, self.signed_by, self.verb = 0, "flat", token

    def pare(self, at: int, token: Token) -> None:
        """ "Paring gains to 2.3%": the direction is the noun's, and the figure a station on the way."""
        if self.code(at - 1) == k.COPULA and self.code(at - 2) == k.NONMARKET:
            return  # "rates were cut"
        last = self.last_statement()
        if last is not None and self.code(at + 1) in (k.RELATIVE, k.REFERENCE) and self.code(at + 2) == k.TO and not self.sign:
            self.sign, self.signed_by = last.sign, "verb"  # "fell 6% before trimming that to 4%"
        self.pared = True
        self.moved = True
        self.open = False
        self.resume(at)
