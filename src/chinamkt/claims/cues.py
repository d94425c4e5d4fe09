"""Cues that belong to a figure: the part of the day, the period, the day, the superlative."""

from __future__ import annotations

from typing import Any

from chinamkt.claims.claim import Statement
from chinamkt.claims.figures import Figures
from chinamkt.claims.periods import PERFECT
from chinamkt.claims.state import cue_in, give_cue
from chinamkt.expressions import expression
from chinamkt.model.dates import Duration, PartialDate
from chinamkt.model.facts import Basis, Superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

__all__ = ["Cues", "time_of"]


class Cues(Figures):
    """The step for cues, and which figure each is about."""

    __slots__ = ()

    def cue(self, at: int, token: Token) -> None:
        """Phase, basis, superlative or day: to the statement it follows, else to the next one."""
        name, value = cue_in(token)
        statement = self.statement
        if name == "superlative" and isinstance(value, tuple) and self.modal and self.modal_at > self.figure_at >= 0:
            value = _PROSPECTIVE.get(value[0], value[0]), value[1]  # "fell 1.1%, heading for the lowest close since May"
        if name == "superlative" and self.code(at + 1) == k.OF and self.code(at + 2) in k.QUANTITIES:
            self.ahead[name] = value  # "its one-year high of $1,262.90"
            return
        if name == "date" and self.between(at, at + 3) == k.EXTREME + k.OF and self.code(at + 3) in k.QUANTITIES:
            self.ahead[name], self.ahead["date_span"] = value, (token.start, token.end)  # "Tuesday's record of $3,791"
            return
        if self.of_no_figure(name, value, at):
            return
        if name == "basis" and self.dates_debut(value, token):
            return
        if statement is not None and self.amends(statement, name, value, at):
            return
        if statement is not None and not statement.empty and not self.announces(at):
            if (
                name == "superlative"
                and self.signed_by == "state"
                and self.code(at + 1) not in (k.OF, k.AT, *k.QUANTITIES)
                and give_cue(statement, name, value, token)
            ):
                statement.end, statement.tentative = token.end, False
                return
            if self.verb is not None and self.verb.start >= statement.end:
                self.back.append((name, value, token))
            elif give_cue(statement, name, value, token):
                statement.end = max(statement.end, token.end)
                sign = getattr(token.rule, "sign", 0) or (value[2] if name == "basis" and len(value) > 2 else 0)
                if sign and statement.signed_by in ("", "state", "gap"):
                    statement.sign, statement.signed_by = sign, "behind"
                return
        kept = self.ahead if self.group or self.moved else self.lead
        kept[name] = value
        if name == "superlative" and "basis" not in kept and (time := self.time_ahead(at, token)) is not None:
            kept["basis"] = time
        if name == "date":
            kept["date_span"] = (token.start, token.end)

    def dates_debut(self, value: Any, token: Token) -> bool:
        """ "Put on 56% on its debut in December, B 54% in September": the month is when, not over what."""
        if value[0] is not Basis.MONTH or not isinstance(value[1], PartialDate):
            return False
        statement = self.statement
        if statement is None or statement.empty:
            if not _offered(self.ahead.get("basis")):
                return False
            self.ahead.setdefault("date", ("date", value[1]))  # "on its debut in December rose 56%"
            self.ahead.setdefault("date_span", (token.start, token.end))
            return True
        listed = statement.signed_by == "gap" and self.last is not None and self.last.date is not None
        if listed and statement.basis is None and self.last is not None and _offered(self.last.basis):
            statement.basis = (Basis.IPO, None)
        if not _offered(statement.basis):
            return False
        if give_cue(statement, "date", ("date", value[1]), token):
            statement.end = max(statement.end, token.end)
        return True

    def of_no_figure(self, name: str, value: Any, at: int) -> bool:
        """The cue is about something else than a figure that was or will be told."""
        if name == "date" and self.statement is not None and " since " in self.view[self.statement.end : self.tokens[at].start]:
            return True  # "up 4.1 percent, its biggest gain since the week that ended Sept. 14"
        if name == "date":
            return self.of_base(at)  # "softer than Friday's finish", "7.1833 a day earlier": of what was left out
        if name == "phase":  # "compared with its last trading price of HK$393.40"
            return self.of_base(at) and any(self.code(at + step) in k.QUANTITIES for step in (1, 2, 3))
        if name != "basis":
            return False
        self.basis_at = at
        statement = self.statement
        if statement is not None and not statement.empty and k.NONMARKET in self.between(self.figure_at, at):
            return True  # "takes it from a modest profit for 2015 into a loss"
        if (
            statement is not None
            and not statement.empty
            and -1 < self.figure_at < at
            and k.PARE in self.between(self.figure_at, at)
            and k.QUANTITIES.isdisjoint(token.code for token in self.tokens[at + 1 : at + 4])
        ):
            return True  # "was off 3.6% and has been cut in half since the year began"
        if (
            self.code(at - 1) in k.NOUNS
            and statement is not None
            and -1 < self.figure_at < at - 2
            and self.code(at + 1) not in (k.TO, k.OF, k.AT, k.BY, "-", *k.QUANTITIES)
        ):
            return True  # "rose 1.9% to recoup some of the sell-off last week"
        if not self.group and not self.moved and any(token.code in _ACTS for token in self.tokens[:at]):
            return True  # "Trump will impose a tariff from November 1, and the index fell 2.7%"
        return (  # "a depth not plumbed since 2014", "dethroned it from the top": no figure's base
            value[0] is Basis.SINCE
            and self.code(at - 1) in (k.WORDS, k.REFERENCE)
            and not (self.figure_at == at - 3 and _OF_VALUE.match(self.view, self.tokens[at - 2].start))
            and self.code(at + 1) not in k.NOUNS
            and bool(self.group or self.moved)
        )

    def amends(self, statement: Statement, name: str, value: Any, at: int) -> bool:
        """Let a cue say more of what the statement has; whether it is done with."""
        token, before = self.tokens[at], self.code(at - 1)
        if name == "date" and before == k.TO and statement.date is not None:
            statement.date, statement.date_span = value, (token.start, token.end)  # "from Jan 9 to Jan 15"
            return True
        if name == "basis" and self.borrowed and self.figure_at == at - 1 and value[1] != "same":
            statement.basis = value  # "has risen for five months in a row, gaining 17.9% in the third quarter"
            return True
        if name != "superlative":
            return False
        if (
            statement.basis is None
            and self.figure_at >= 0
            and before == k.COMMA
            and self.between(self.figure_at, at).replace(k.WORDS, "").replace(k.LISTING, "") in (k.COMMA, "")
        ):
            basis = _SPAN_ADJECTIVE.search(self.view, token.start, token.end)
            statement.basis = (_SPANS[basis[0]], None) if basis else None  # "down 3.4%, its biggest weekly loss since May"
            verb = statement.verb[0] if statement.verb else 0
            if statement.basis == (Basis.YEAR, None) and PERFECT.search(self.view, max(0, verb - 24), verb):
                statement.basis = (Basis.YTD, None)  # "is down 3.4%, its biggest annual loss since 2018"
        told, more = _since(statement.superlative), _since(value)
        if before == k.AND and isinstance(told, Duration) and isinstance(more, PartialDate) and at - 2 > self.figure_at:
            statement.superlative = value  # "its loftiest finish in four years and the best since January 2022"
            return True
        return False

    def time_ahead(self, at: int, token: Token) -> tuple[Basis, None] | None:
        """ "Its best week since May, rising 3.8%", "its worst month with a loss of 3%": the time of the figure behind."""
        if self.code(at + 1) not in (k.COMMA, k.INTRO):
            return None
        figure = next((place for place in range(at + 2, at + 5) if self.code(place) not in _BEFORE_FIGURE), at)
        found = _SPAN_WORD.search(self.view, token.start, token.end) if self.code(figure) == k.PERCENT else None
        return (_SPANS[found[0]], None) if found else None

    def of_base(self, at: int) -> bool:
        """The cue stands behind "from", "than", "against": it is about what the figure is compared with."""
        place = at - 1
        before = at - 2 if self.code(at - 1) in ("j", k.IN) else at - 1
        if self.code(before) in k.QUANTITIES and self.figure_at not in (before, -1):
            return True  # "having peeped above 96.7 on Friday": that figure was left out
        while place > self.figure_at and self.code(place) not in (k.COMMA, k.BREAK, *k.SIGNED, k.STATE):
            if self.code(place) == k.FROM or (self.code(place) == k.VERSUS and self.than):
                return True
            place -= 1
        return False

    def announces(self, at: int) -> bool:
        """The cue stands between a conjunction and a figure, so it is about that figure."""
        behind = self.code(at + 1)
        return (self.code(at - 1) in (k.AND, k.COMMA) and (behind in k.QUANTITIES or behind in (k.UP, k.DOWN, k.STATE))) or (
            self.tokens[at].code == k.BASIS
            and (behind in k.NOUNS or (behind == k.PERCENT and self.tokens[at + 1].value.sign))  # "spot change YTD -8.98%"
            and self.figure_at != at - 1
        )


def _offered(basis: Any) -> bool:
    return isinstance(basis, tuple) and basis[0] is Basis.IPO


def _since(value: Any) -> Any:
    found = value[1] if isinstance(value, tuple) else value
    return found.since if isinstance(found, Superlative) else found


def time_of(token: Token) -> dict[str, Any]:
    """ "The biggest loss since 2018, when it slumped 13.6%": the time that the superlative looks back to."""
    since = _since(token.value)
    if not isinstance(since, PartialDate):
        return {}
    if since.month is None:
        return {"basis": (Basis.YEAR, since)}
    return {"basis": (Basis.MONTH, since)} if since.day is None else {"date": ("date", since)}


#: What a sentence may speak of besides moves.
_ACTS = frozenset((k.NONMARKET, k.SPEECH, k.MODAL))
#: A close that is yet to come says nothing of the hour.
_PROSPECTIVE = {"closing": "level", "signed-closing": "signed-level"}
#: "Has shed a quarter of its value since March".
_OF_VALUE = expression(r"of (?:its|their) (?:market )?(?:value|worth)\b")
#: What may stand between a superlative with its comma and the figure it speaks of.
_BEFORE_FIGURE = frozenset((k.BY, k.OF, k.STATE, k.BOUND, *k.SIGNED))
#: The time that a superlative's move took: "its biggest weekly loss", "its best week".
_ADJECTIVES = r"\b(?:weekly|monthly|quarterly|annual|yearly)\b"
_SPAN_ADJECTIVE = expression(_ADJECTIVES)
_SPAN_WORD = expression(rf"{_ADJECTIVES}|(?<=st )(?<!past )(?<!last )(?:week|month|quarter|year)\b")
_SPANS = {
    **dict.fromkeys(("week", "weekly"), Basis.WEEK),
    **dict.fromkeys(("month", "monthly"), Basis.MONTH),
    **dict.fromkeys(("quarter", "quarterly"), Basis.QUARTER),
    **dict.fromkeys(("year", "annual", "yearly"), Basis.YEAR),
}
