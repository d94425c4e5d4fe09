"""Clauses: breaks, relatives, suppositions, comparisons."""

from __future__ import annotations

from typing import Any

from chinamkt.claims.claim import NONMARKET, Subject
from chinamkt.claims.cues import Cues, time_of
from chinamkt.claims.state import cue_in
from chinamkt.expressions import expression
from chinamkt.model.facts import Basis, Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

__all__ = ["Clauses"]


class Clauses(Cues):
    """The steps for what joins and parts clauses."""

    __slots__ = ()

    def comma(self, at: int, token: Token) -> None:
        """A comma ends a relative clause and what a non-market noun has claimed for itself."""
        self.veto = self.compared = self.beyond = self.than = False
        if self.group and self.group[0].kind == NONMARKET:
            self.ahead.clear()  # "whose revenue grew 22% last quarter, ended flat"
        if self.open and self.group and not self.moved and self.ahead and self.describes(at):
            self.ahead.clear()  # "the lender due to release its annual results on Tuesday, tumbled 4%"
        if self.relative:
            self.relative = False
            if self.figure_at < self.relative_at:
                self.ahead.clear()  # what the clause said of itself
                if self.gap_sign:  # "A rose 6%; B, which makes tiles, 4%"
                    self.sign, self.signed_by, self.verb = self.gap_sign, "gap", None
        if self.statement is not None:
            self.statement.awaits = self.code(at + 1) == k.IN and self.statement.signed_by == "noun"

    def describes(self, at: int) -> bool:
        """Words, not only days, stand between the name and the comma behind it."""
        codes = self.between(self.named_at, at)
        return k.COMMA in codes and any(code in codes for code in (k.WORDS, k.NONMARKET, k.HEAD))

    def dash(self, at: int, token: Token) -> None:
        """A dash ends an insertion and what it supposed."""
        self.comma(at, token)
        self.modal = False

    def clause_break(self, at: int, token: Token) -> None:
        """While, but, after: a new clause, whose subject may be the old one."""
        statement = self.statement
        if (
            (
                statement is not None
                and statement.levels
                and not (statement.percents or statement.points)
                and self.figure_at == at - 2
            )
            and self.view[token.start : token.end].lower() == "having"
            and self.code(at - 1) == k.COMMA
        ):
            self.comma(at, token)  # "closed at 24,310.22, having lost 120.5 points"
            return
        if self.also_before(at, token):
            return
        self.give_back()
        self.close()
        self.date_clause()
        self.dating = self.view[token.start : token.end].lower() == "when" and self.figure_at >= 0
        self.sign, self.signed_by, self.verb = 0, "", None
        self.open = self.modal = self.veto = self.relative = self.compared = self.pared = self.beyond = False
        when: dict[str, Any] = {
            name: self.ahead[name]
            for name in ("date", "date_span")
            if name in self.ahead and self.view[token.start : token.end].lower() == "when"
        }
        if "superlative" in self.ahead and self.last is None:
            when["superlative"] = self.ahead["superlative"]  # "hit a 52-week high after rising 5.2%"
        before = at - 2 if self.code(at - 1) == k.COMMA else at - 1
        if self.code(before) == k.EXTREME and self.view[token.start : token.end].lower() == "when":
            when.update(time_of(self.tokens[before]))
        if self.view[token.start : token.end].lower().endswith("day after"):
            when["date"] = ("day", -1)  # "a day after the index closed 0.8% higher"
        self.ahead.clear()
        self.ahead.update(when)
        if self.outer:
            self.group, self.outer = self.outer, []

    def also_before(self, at: int, token: Token) -> bool:
        """ "Has lost 1.6% so far in June, after 0.8% in May": the way of the month before is that of this one."""
        statement = self.statement
        basis = statement.basis[0] if statement is not None and isinstance(statement.basis, tuple) else None
        behind = self.tokens[at + 2] if self.between(at, at + 3) == k.PERCENT + k.BASIS else None
        if behind is None or basis not in (Basis.MONTH, Basis.QUARTER, Basis.WEEK) or self.code(at - 1) != k.COMMA:
            return False
        told = cue_in(behind)[1]
        if self.view[token.start : token.end].lower() != "after" or told[0] is not basis or not told[1]:
            return False
        self.comma(at, token)
        return True

    def per(self, at: int, token: Token) -> None:
        """Per euro, to the pound: what one unit of a rate is of."""
        if self.statement is not None and self.figure_at == at - 1 and isinstance(token.value, str):
            self.statement.per = token.value

    def colon(self, at: int, token: Token) -> None:
        """A colon hands the direction before it on to the list behind it."""
        self.comma(at, token)
        self.pared = False  # "after rates were cut: A rose 2%"
        levy = next((one for one in self.tokens[:at] if one.code == k.NONMARKET and one.value == "levy"), None)
        if levy is not None and self.tokens[at + 1 : at + 2] and _LIKE_THE_LEVY.match(self.view, self.tokens[at + 1].start):
            self.close()
            self.group = [Subject(NONMARKET, self.view[levy.start : levy.end], levy.start, levy.end)]
            return  # "agreed to cut duties: those of the U.S. drop to 30%, China's to 10%"
        if self.statement is None:
            self.colon_sign = self.sign
            for name in ("superlative", "phase"):
                if name in self.ahead:
                    self.lead.setdefault(name, self.ahead.pop(name))

    def semicolon(self, at: int, token: Token) -> None:
        """A semicolon ends a clause; the next one may lean on its verb."""
        self.give_back()
        self.close()
        self.comma(at, token)
        self.modal = False
        self.open = False
        if self.last is not None:
            self.ahead.pop("phase", None)  # "from 114.1 at the previous close; sterling, which hit a low"
        if self.last is None:
            for name in ("date", "date_span"):  # "stocks closed lower Thursday; the Dow slid 0.7%"
                if name in self.ahead:
                    self.lead.setdefault(name, self.ahead[name])
            self.ahead.clear()  # what else a clause without a figure said of itself
            self.lead.pop("basis", None)

    def relative_clause(self, at: int, token: Token) -> None:
        """Which, whose: it speaks of the name before it, or of the level."""
        if (
            self.code(at - 1) == k.COMMA
            and self.statement is not None
            and self.figure_at == at - 2
            and self.statement.levels
            and not self.statement.percents
            and self.code(at + 1) == k.COPULA
            and self.code(at + 2) == k.PERCENT
        ):
            return  # "closed at HK$19, which is 4% under the offer price": the figures are of one move
        if self.code(at - 1) == k.PARE and self.code(at + 1) == k.TO:
            return  # "fell 6% before trimming that to 4%"
        if (
            self.code(at - 1) in (k.WORDS, k.SPEECH)
            and self.code(at + 1) in (k.NONMARKET, k.WORDS)
            and self.view[token.start : token.end].lower() == "that"
        ):
            self.open = False
            return  # "another noted that the dividend yield of the index had improved"
        if self.aside == at - 1 and self.code(at - 2) == k.OF and self.code(at - 3) == k.REFERENCE:
            self.group = []  # "the sub-index of the Hang Seng, which tracks energy shares, rose"
        elif self.beside is not None and (self.aside == at - 1 or (self.aside == at - 2 and self.code(at - 1) != k.WORDS)):
            self.close()
            self.outer = self.outer or self.group
            self.group = [self.beside]  # "ahead of the B index, which gained 4.9%"
        elif self.group and self.tokens and not self.outer:
            self.outer = self.group
            if self.code(at - 1) != k.HEAD:  # but "A, B and C are among names that climbed"
                self.group = self.group[-1:]
        if self.statement is not None and not self.relative:
            self.statement.awaits = False  # "after a 24% plunge that wiped out half of its value"
        self.relative = True
        self.relative_at = at
        self.open = False
        self.sign, self.signed_by = 0, ""

    def modality(self, at: int, token: Token) -> None:
        """Could, may, is expected to: what follows has not happened."""
        self.modal, self.modal_at = True, at

    def speech(self, at: int, token: Token) -> None:
        """Said, wrote: who speaks does not move; what is said names its own subject."""
        if self.group and not self.moved and token.value != "at" and self.code(at + 1) not in ("", k.COMMA, k.SEMICOLON, k.COLON):
            self.group, self.open = [], False

    def versus(self, at: int, token: Token) -> None:
        """Than, above the: what follows is compared with, not spoken of."""
        self.compared = True
        if "clos" in self.view[token.start : token.end] and self.statement is not None and self.statement.phase is None:
            self.statement.phase = Phase.CLOSE  # "rose 1.4% to close above 3,000 points"
        if self.figure_at == at - 2 and self.statement is not None and _EXPECTED.search(self.view, token.end, token.end + 40):
            for figures in (self.statement.percents, self.statement.points):
                if figures and figures[-1] is self.tokens[at - 2].value:
                    figures.pop()  # "1,351 pips firmer than an estimate"
        self.than = self.view[token.start : token.end].lower() in _THAN

    def all_alike(self, at: int, token: Token) -> None:
        """As did, as was: the next name shares the statement."""
        self.likewise = True


_THAN = frozenset(("than", "relative to", "vs", "more than the", "less than the", "better than the", "worse than the"))
_LIKE_THE_LEVY = expression(r"(?:those|that|the ones) (?:of|on|from|levied|imposed|put)\b")
_EXPECTED = expression(
    r"\b(?:estimates?|forecasts?|expect\w*|poll|projections?|consensus)\b|(?<=than) the (?:official |daily )?mid-?point\b"
)
