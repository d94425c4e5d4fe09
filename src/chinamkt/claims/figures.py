"""Figures: what each says of whom, and the statement it belongs to."""

from __future__ import annotations

from chinamkt.claims import subjects
from chinamkt.claims.bases import read_base
from chinamkt.claims.claim import LOST, NONMARKET, Statement, Subject
from chinamkt.claims.currencies import priced_in_row, says_spot, spot_beside
from chinamkt.claims.directions import Directions
from chinamkt.claims.periods import PERFECT
from chinamkt.claims.sums import read_sum
from chinamkt.expressions import expression
from chinamkt.model.facts import Extreme, Phase, Superlative
from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Figure, Token

__all__ = ["Figures"]


_HIT = expression(r"\b(?:hit|hits|hitting|touched|touching|struck|plumbed)$")


def _of_record(reader: Figures, at: int) -> Phase | None:
    """ "Hit an all-time low of $1.03": the day's low; but "closed at a record of 25,310" and "its record high of 25,310"."""
    value, verb = reader.tokens[at].value, reader.tokens[at - 1] if at else None
    if verb is None or not isinstance(value, Superlative) or value.since != "record" or reader.code(at - 1) != k.STATE:
        return None
    if (
        _HIT.search(reader.view.lower(), verb.start, verb.end) is None
        or "clos" in reader.view[reader.tokens[at].start : reader.tokens[at].end]
    ):
        return None
    return {Extreme.HIGH: Phase.HIGH, Extreme.LOW: Phase.LOW}.get(value.kind)


_AVERAGE = expression(r" (?:the |its |their )?(?:[a-z0-9]+-day )?(?:moving )?average\b")
_CONTRASTS = frozenset(("while", "whereas", "but", "as", "although", "though", "even as", "because"))


class Figures(Directions):
    """The steps for figures."""

    __slots__ = ()

    def figure(self, at: int, token: Token) -> None:
        """A figure: to the statement in the making, to a new one, or to none."""
        if read_sum(self, at, token) or ("base-levels" in self.steps and read_base(self, at, token)):
            return
        if not self.group and "carry" in self.steps and subjects.may_carry(self, at) and not subjects.name_follows(self, at):
            self.group = self.discourse.refer("any", Subject(LOST, "", token.start, token.start)) or self.group
        other = self.of_other(at) or self.for_other(at)
        field = "percents" if other else self.role(at, token)
        if field is None or self.modal or self.veto or (self.vetoed_behind(at) and not other):
            return
        if field != "levels" and self.code(at - 1) == k.POSSESSIVE and self.beside is not None and self.aside == at - 2:
            self.close()
            self.group, self.sign, self.signed_by = [self.beside], 0, ""  # "better than the index's 1.1% gain"
        elif other or self.own_noun(at):
            self.close()
            sign = self.last.sign if other and self.last is not None else 0
            self.group, self.sign, self.signed_by = [], sign, "noun" if other else ""  # "than the 1.4% drop in the index"
        elif self.code(at + 1) in k.NOUNS and self.named_at < at - 1 and self.opens_clause(at):
            self.group = []  # "whereas a 12% tumble brought B to its low": whose, comes behind
        if not self.group:
            if subjects.name_follows(self, at) or (
                self.statement is not None and not self.statement.group and not self.statement.empty
            ):
                pass
            elif not (field != "levels" and (self.signed_by == "noun" or self.code(at + 1) in k.NOUNS)):
                return
        if self.group and self.group[0].kind in (NONMARKET, LOST):
            return
        for name, value, cue in self.back:
            self.ahead.setdefault(name, value)
            if name == "date":
                self.ahead["date_span"] = (cue.start, cue.end)
        self.back.clear()
        if self.sign and self.sign == -self.sign_behind(at) and self.code(at - 1) == k.COMMA:
            self.sign, self.signed_by = 0, ""
        if field == "levels" and self.group and self.group[0].family == "fix" and says_spot(self, token):
            self.group = spot_beside(self.group[0], token)
        statement = self.statement
        if statement is None or not self.fits(statement, field, at, token):
            statement = self.begin(token)
        self.dating = False
        getattr(statement, field).append(token.value)
        self.figure_at, self.figure_role = at, field
        statement.end = max(statement.end, token.end)
        self.settle(statement, token)
        self.moved = True
        self.open = False

    def rule_before(self, figure: Token) -> str:
        """The rule of the word nearest before a figure without a verb of movement: "stood at", "level with"."""
        for token in reversed(self.tokens):
            if token.end <= figure.start:
                if token.code in (k.NAME, k.UNKNOWN):
                    break
                if token.rule is not None and token.code not in (k.COMMA, k.OPENB, k.AND, k.DATE, k.PHASE):
                    return str(token.rule.id)
        return self.language.construction("gapped-verb") if self.signed_by == "gap" else ""

    def opens_clause(self, at: int) -> bool:
        """The figure is the first word of its clause, and the clause is no mere "after a 2% loss"."""
        before = self.tokens[at - 1] if at else None
        return before is None or (before.code == k.BREAK and self.view[before.start : before.end].lower() in _CONTRASTS)

    def role(self, at: int, token: Token) -> str | None:
        """``percents``, ``points``, ``levels``, or ``None`` where the figure says nothing of its subject."""
        before, behind = self.code(at - 1), self.code(at + 1)
        figure: Figure = token.value
        if token.code == k.PERCENT and (
            self.own_noun(at) or (before == k.POSSESSIVE and self.aside == at - 2) or self.taken_past(at)
        ):
            return "percents"
        if (
            before in (k.AND, k.COMMA, k.OR)
            and self.figure_at == at - 2
            and self.tokens[at - 2].code == token.code != k.PERCENT
            and len(self.group) > 1
        ):
            return self.figure_role
        if (
            before in (k.FROM, k.VERSUS, k.TURNOVER)
            or self.valued(at)
            or self.beyond
            or (self.compared and token.code != k.PERCENT)
        ):
            return None
        if token.code == k.PERCENT:
            family = self.group[0].family if self.group else ""
            return (
                "levels" if family == "rate" and figure.unit is None and before not in k.SIGNED and before != k.BY else "percents"
            )
        if figure.large:
            return None
        closing = (
            before in (k.TO, k.AT, k.LEVEL_VERB, k.COLON)
            or figure.reach
            or (before == k.OF and self.code(at - 2) == k.EXTREME)
            or (before == k.OF and self.code(at - 2) == k.DATE and self.tokens[at - 2].rule.id.endswith("dated-peak"))
            or before == k.EXTREME
            or (before == k.COMMA and self.code(at - 2) == k.EXTREME and self.code(at - 3) in (k.STATE, k.PHASE, k.WORDS))
        )
        if token.code == k.POINTS:
            stands = before in (k.STATE, k.COPULA) and behind not in k.SIGNED and not self.change_follows(at)
            return "levels" if (closing or stands) and figure.unit == "points" else "points"
        family = self.group[0].family if self.group else ""
        if before == k.NAME and token.near and self.quoted(at, token, family):
            return "levels"
        if closing or (before in (k.STATE, k.COPULA, "+") and behind not in k.SIGNED):
            if (
                token.code == k.NUMBER
                and family in ("security", "unknown", "sector", "market", "")
                and before != k.LEVEL_VERB
                and not self.group
            ):
                return None
            return "levels"
        if behind == "j" and token.code in (k.NUMBER, k.MONEY):
            return "levels"
        if (
            behind in (k.UP, k.DOWN)
            and token.code == k.NUMBER
            and family in ("index", "future")
            and before in (k.COPULA, k.STATE, k.NAME)
        ):
            return "points"
        if before in k.SIGNED or (before == k.BY and self.code(at - 2) in k.SIGNED) or self.says_again(at):
            if token.code == k.MONEY:
                return "points"
            few = figure.value < 10 and figure.value == int(figure.value) and behind == k.WORDS  # "climbed 2 places"
            if family in ("index", "future", "") and "bare-points" in self.steps and not few:
                return "points"
        return None

    def taken_past(self, at: int) -> bool:
        """ "Which takes its gain this year beyond 50%", "bringing its loss past 30%"."""
        link = self.tokens[at - 1]
        if (
            link.code != k.VERSUS
            or self.view[link.start : link.end].lower() not in ("beyond", "past", "above", "over")
            or self.verb is None
            or self.verb.code not in k.NOUNS
            or self.verb.start <= self.figure_end()
            or not set(self.between(self.tokens.index(self.verb), at)) <= {k.BASIS, k.VERSUS, k.IN}
        ):
            return False
        self.tokens[at].value.bound = Bound.OVER
        return True

    def valued(self, at: int) -> bool:
        """ "Now values Tencent's games unit at $29": what a part is worth is no price of the whole."""
        if self.code(at - 1) != k.AT or self.signed_by:
            return False
        return self.between(self.named_at, at) == k.POSSESSIVE + k.WORDS + k.AT

    def quoted(self, at: int, token: Token, family: str) -> bool:
        """ "Hang Seng Index 24,310.22 up 0.9%"; "the Australian dollar fetched $0.754, sterling $1.2963"."""
        if family in ("fx", "fix") and "price-rows" in self.steps and priced_in_row(self, at):
            return True
        if family == "index":
            return token.code == k.NUMBER and self.code(at + 1) in (k.UP, k.DOWN, k.COMMA, k.OPENB)
        told = self.last is not None and bool(self.last.levels) and self.signed_by == "gap"
        return family == "fx" and told and token.code in (k.NUMBER, k.MONEY)

    def says_again(self, at: int) -> bool:
        """ "Shed 2.02 percent, or 0.63 yuan, to 30.60 yuan": the change once more, in money."""
        if self.tokens[at].code != k.MONEY or self.code(at - 1) != k.OR:
            return False
        return self.code(self.figure_at) == k.PERCENT and self.figure_at >= at - 3

    def change_follows(self, at: int) -> bool:
        """ "497 points or 2.1 percent higher": the words behind say that it is a change."""
        place = at + 1
        while self.code(place) in (k.OR, k.COMMA, k.OPENB, k.CLOSEB, k.AND, *k.QUANTITIES):
            place += 1
        if self.code(place) not in (k.UP, k.DOWN) or place == at + 1:
            return False
        # but "recorded 2,210.34 points, down 1.1 percent"
        return self.code(place + 1) not in k.QUANTITIES or not k.QUANTITIES.isdisjoint(self.between(at, place))

    def vetoed_behind(self, at: int) -> bool:
        """ "5% stake", "2% of revenue", "1% from a year earlier": the figure is of something else."""
        behind, further = self.code(at + 1), self.code(at + 2)
        if behind == k.NONMARKET:
            price = (
                self.tokens[at].code == k.MONEY
                and self.code(at - 1) in (k.AT, k.TO)
                and (self.signed_by or self.code(at - 2) == k.PHASE)
            )
            unit = self.tokens[at + 1].value == "unit" and bool(self.group) and self.group[0].family == "security"
            return not (price and unit)  # "traded at HK$10.16 per share"
        if behind in (k.UP, k.DOWN) and _AVERAGE.match(self.view, self.tokens[at + 1].end):
            return True  # "turnover was 16 percent below its 20-day moving average"
        if behind == k.OF and self.tokens[at].code == k.PERCENT:
            words = self.view[self.tokens[at + 1].end : self.tokens[at + 1].end + 12].lower().split()
            return not (further in (k.BASIS, k.REFERENCE) or words[1:2] in (["value"], ["value."], ["value,"]))
        if behind in k.NOUNS and further in (k.IN, k.OF):
            third = self.code(at + 3)
            return third == k.NONMARKET or (third == k.WORDS and self.code(at + 4) == k.NONMARKET)
        return False

    def fits(self, statement: Statement, field: str, at: int, token: Token) -> bool:
        """The figure belongs to the statement in the making."""
        if statement.group is not self.group:
            return False
        taken = getattr(statement, field)
        if taken:
            link = self.code(at - 1)
            several = max(len(self.group), len(self.outer)) > len(taken) and link in (k.AND, k.COMMA, k.OR) and not self.ahead
            return several and "deal-out" in self.steps
        if (
            statement.superlative is not None
            and field == "percents"
            and self.sign
            and statement.sign
            and self.sign != statement.sign
        ):
            return False
        told = field == "percents" and statement.levels and self.verb is not None and self.verb.start > statement.end
        if told and self.verb is not None and k.AND in self.between(self.figure_at, at) and self.running(self.verb):
            return False  # "hit $4,000 and has now climbed more than 50% this year"
        basis = self.ahead.get("basis")
        if basis is not None and statement.basis is not None and basis != statement.basis:
            return False
        if (
            field == "points"
            and statement.percents
            and self.code(at - 1) not in (k.OR, k.COMMA, k.OPENB, k.AND)
            and self.signed_by == "verb"
            and self.verb is not None
            and self.verb.start > statement.end
            and not (self.sign == statement.sign and self.view.endswith("ing", 0, self.verb.end))  # "sank 4%, shedding 31 points"
        ):
            return False
        if field == "percents" and statement.sign == -self.sign_behind(at) != 0:
            return False  # "which rose as high as 28,588.52, about 18 per cent poorer"
        if statement.sign and self.sign and self.sign != statement.sign:
            reversed_by_verb = self.signed_by == "verb" and self.verb is not None and self.verb.start > statement.end
            if field != "levels" or reversed_by_verb:
                return False  # "opened 17 points lower, recovered to 24,085"
        phase = self.ahead.get("phase")
        if not phase or not statement.phase or statement.tentative or phase == statement.phase:
            return True
        # "opened 2.2% higher and finished at 2.70 yuan", but "rose as much as 3% to 24,310 in early trade"
        return field == "levels" and not (phase is Phase.CLOSE and self.signed_by == "state" and self.code(at - 2) == k.STATE)

    def running(self, verb: Token) -> bool:
        """The verb tells of a time that is not over."""
        return PERFECT.search(self.view, max(0, verb.start - 24), verb.start) is not None

    def sign_behind(self, at: int) -> int:
        """The direction of an adjective close behind a figure: "18 per cent poorer"."""
        if self.code(at + 1) in (k.UP, k.DOWN) and self.tokens[at + 1].near and self.tokens[at + 1].value == "adjective":
            return int(self.tokens[at + 1].rule.sign)
        return 0

    def begin(self, token: Token) -> Statement:
        """Close the statement in the making and begin the next about the same group."""
        previous = self.statement
        if previous is not None and previous.tentative:
            previous.phase = None
        self.close()
        start = min(token.start, self.verb.start if self.verb else token.start)
        for subject in self.group:
            if subject.start >= (self.tokens[0].start if self.tokens else 0) and subject.end <= start:
                start = min(start, subject.start)
        self.statement = Statement(self.group, start, token.end, awaits=not self.group, wider=self.outer)
        if self.verb is None and self.signed_by == "gap":
            self.statement.phase = self.gap_phase  # "A closed 1.2% higher and B 0.8% lower"
        self.statement.fixing, self.fixing = self.fixing, False
        return self.statement

    def settle(self, statement: Statement, token: Token) -> None:
        """Give the statement its sign and the cues that came before the figure."""
        figure: Figure = token.value
        if "printed-sign" not in self.steps:
            figure.sign = 0
        if figure.sign and token.code in (k.PERCENT, k.POINTS):
            statement.sign, statement.signed_by = figure.sign, "printed"
            statement.rule = statement.rule or self.language.construction("printed-sign")
        elif not statement.sign and self.sign:
            statement.sign, statement.signed_by = self.sign, self.signed_by
            if self.verb is not None:
                statement.verb = (self.verb.start, self.verb.end)
                statement.rule = self.verb.rule.id if self.verb.rule is not None else ""
        elif not statement.signed_by:
            statement.signed_by = self.signed_by
        if not statement.rule:
            statement.rule = self.rule_before(token)
        self.borrowed = "basis" in self.ahead and statement.basis is None
        for name, value in self.ahead.items():
            if name == "phase" and statement.tentative:
                statement.phase, statement.tentative = None, False
            if getattr(statement, name) is None:
                setattr(statement, name, value)
        self.ahead.clear()
        at = self.figure_at
        if statement.phase is None and self.code(at - 1) == k.OF and self.code(at - 2) == k.EXTREME:
            statement.phase = _of_record(self, at - 2)
        if figure.peak and statement.phase not in (Phase.PREMARKET, Phase.POSTMARKET):
            sign = statement.sign or self.sign or self.sign_behind(self.figure_at)
            down = figure.low if figure.reach and not figure.far else sign < 0
            if not (figure.reach and statement.phase is Phase.CLOSE):  # "finished at the day's high of 24,560"
                statement.phase = Phase.LOW if down else Phase.HIGH
        elif self.pared and isinstance(self.lead.get("phase"), Phase):
            statement.phase = statement.phase or self.lead["phase"]  # "When the bell rang, the loss had shrunk to 5.8%"
        elif self.pared:
            statement.tentative = statement.phase is None  # unless the words say which part of the day
            statement.phase = statement.phase or Phase.INTRADAY
        self.pared = False
