"""One pass over the mentions of a sentence: subjects, directions and figures become statements.

The reader keeps who is spoken of (``group``), which way (``sign``) and the statement in the
making (``statement``). A name opens a group, a verb gives the sign, a figure goes into the
statement or begins the next one. What each step does is a construction of the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from chinamkt.claims import subjects
from chinamkt.claims.claim import LOST, NONMARKET, Claim, Statement, Subject
from chinamkt.claims.closing import claims_of
from chinamkt.claims.discourse import Discourse
from chinamkt.claims.sums import read_sum
from chinamkt.model.facts import Basis, Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Figure, Token

if TYPE_CHECKING:
    from chinamkt.rules.language import Language

__all__ = ["SentenceReader"]

#: What may stand between "a 2% drop" and its subject: when, and a preposition.
_TOWARDS = re.compile(r",?[YKHXwA]*[io][wAS]*")
#: Adjectives that name a threshold unless a figure stands before them ("10% above issue").
_THRESHOLDS = frozenset(("above", "below", "beneath", "behind", "short of"))
_ADVERBS = frozenset(
    (
        "on",
        "in",
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
    )
)


class SentenceReader:
    """Reads one sentence; make one for each."""

    def __init__(self, tokens: list[Token], view: str, language: Language, discourse: Discourse) -> None:
        self.tokens, self.view, self.language, self.discourse = tokens, view, language, discourse
        self.steps = language.steps
        self.claims: list[Claim] = []
        self.group: list[Subject] = []
        self.outer: list[Subject] = []  # the subject of the main clause, while a relative clause runs
        self.open = False  # the group may still grow
        self.named_at = -1  # index of the latest subject's token
        self.sign, self.signed_by = 0, ""
        self.verb: Token | None = None
        self.moved = False  # a verb or a figure has come since the group was named
        self.modal = self.veto = self.relative = self.compared = self.pared = self.beyond = False
        self.lead: dict[str, Any] = {}  # cues before the first subject: they hold for the sentence
        self.ahead: dict[str, Any] = {}  # cues before the next figure
        self.statement: Statement | None = None
        self.last: Statement | None = None
        self.sum_of: tuple[str, Token] | None = None
        self.sum_unit: str | None = None
        self.modal_at = -1
        self.gap_phase: Phase | None = None
        self.figure_at = -1  # index of the figure that a statement took last
        self.figure_role: str | None = None
        self.noun_at = -1  # index of the noun behind it: "a 2% drop in ..."
        self.beside: Subject | None = None  # the subject that a preposition governs
        self.than = False
        self.flow_sign = 0
        self.likewise = False
        self.relative_at = -1
        self.named: list[Subject] = []
        self.aside = -1  # index of a name that a preposition governs
        self.listing_ahead: Any = None
        self.back: list[tuple[str, Any, Token]] = []  # cues behind a new verb: the next figure's, else the last statement's

    def read(self) -> list[Claim]:
        """The claims of the sentence, in order."""
        at = 0
        for at, token in enumerate(self.tokens):
            step = _STEPS.get(token.code)
            if step is not None:
                step(self, at, token)
        self.give_back()
        self.close()
        told = {claim.subject.family for claim in self.claims}
        for subject in self.named:
            if subject.family not in told:
                self.discourse.mention(subject)
        if not self.claims:
            self.discourse.focus(self.group)
        return self.claims

    # -- looking around -------------------------------------------------------------------

    def code(self, at: int) -> str:
        """The kind of the mention at an index; empty beyond the ends."""
        return self.tokens[at].code if 0 <= at < len(self.tokens) else ""

    def last_statement(self) -> Statement | None:
        """The statement in the making, else the one before it."""
        return self.statement or self.last

    def between(self, a: int, b: int) -> str:
        """The kinds between two indices."""
        return "".join(token.code for token in self.tokens[a + 1 : b])

    # -- subjects -------------------------------------------------------------------------

    def name(self, at: int, token: Token) -> None:
        """A name, a capitalised word, a head noun, a pronoun or a non-market noun."""
        subjects.take(self, at, token)

    def start_group(self, group: list[Subject], at: int) -> None:
        """A new subject; the verb of the statement before may serve it too ("A rose 1%, B 2%")."""
        self.give_back()
        if self.statement is not None and not self.statement.group and self.code(at - 1) == k.COMMA:
            self.statement.group = group  # "With a 15% drop this year, the index ..."
        previous = self.statement or self.last
        self.close()
        if self.moved:
            self.listing_ahead = None
        self.group, self.open, self.named_at = group, True, at
        gapped = (
            previous is not None and not previous.empty and "gapped-verb" in self.steps and not self.broken_since(previous, at)
        )
        self.sign, self.signed_by = (previous.sign, "gap") if gapped and previous else (0, "")
        self.gap_phase = previous.phase if gapped and previous and previous.phase in (Phase.CLOSE, Phase.OPEN) else None
        self.verb = None
        if self.modal and any(code in self.between(self.modal_at, at) for code in (k.COMMA, k.AND)):
            self.modal = False
        self.moved = self.veto = self.relative = False

    def broken_since(self, statement: Statement, at: int) -> bool:
        """A new clause has begun since the statement."""
        for token in reversed(self.tokens[:at]):
            if token.end <= statement.end:
                return False
            if token.code == k.BREAK:
                return True
        return False

    # -- directions -----------------------------------------------------------------------

    def movement(self, at: int, token: Token) -> None:
        """A verb, adjective or particle with a direction."""
        sign = token.rule.sign
        self.open = False
        statement = self.statement
        behind = at > 0 and self.tokens[at - 1].code in k.QUANTITIES and token.near
        if (
            behind
            and statement is not None
            and not statement.empty
            and statement.signed_by in ("", "gap", "state")
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
        self.sign, self.signed_by, self.verb = sign, "verb", token
        self.moved = True
        self.resume(at)

    def noun(self, at: int, token: Token) -> None:
        """A noun with a direction: "a gain of 2%", "a 2% drop in the index"; often a verb in disguise."""
        sign = token.rule.sign
        statement = self.statement
        previous = self.code(at - 1)
        if previous in k.QUANTITIES and self.figure_at != at - 1:
            return
        if previous in k.QUANTITIES and statement is not None and not statement.empty:
            self.noun_at = at
            if "sign-behind" in self.steps:
                statement.sign, statement.signed_by, statement.rule = sign, "behind", token.rule.id
                statement.verb, statement.end = (token.start, token.end), max(statement.end, token.end)
            statement.awaits = True
            return
        following = self.code(at + 1)
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
        place = at + 4 if self.code(at + 3) == k.WORDS else at + 3
        return self.code(place) == k.NAME and not self.tokens[place].value.weak and not self.tokens[place].value.blocker

    def awaits_subject(self, at: int) -> bool:
        """ "A 2% drop in ...", "a gain of 2% in ...": a name at this place is the statement's subject."""
        statement = self.statement
        if statement is None or statement.empty:
            return False
        if not statement.group:
            return statement.signed_by != "verb"
        noun = self.noun_at if statement.awaits else -1
        if noun < 0 and statement.signed_by == "noun" and self.figure_at >= 0:
            noun = self.figure_at
        return noun >= 0 and _TOWARDS.fullmatch(self.between(noun, at)) is not None

    def state(self, at: int, token: Token) -> None:
        """A verb without a direction; a close or an open may belong to the figure before or behind it."""
        self.open = False
        self.own_subject(at)
        self.moved = True
        self.sign, self.signed_by, self.verb = 0, "state", token
        self.resume(at)
        if token.rule.basis is not None:
            self.ahead["basis"] = (token.rule.basis, None)
        phase = token.rule.phase
        if phase is None:
            return
        self.ahead["phase"] = phase
        statement = self.statement
        if (
            statement is not None
            and not statement.empty
            and statement.phase is None
            and self.code(at - 1) in (k.TO, k.COMMA, k.AND)
        ):
            statement.phase, statement.tentative = phase, True

    def own_subject(self, at: int) -> None:
        """ "A rose 1% as bullion gained 5%": a verb with a noun of its own, which no table knows."""
        if not self.moved or self.code(at - 1) != k.WORDS or self.relative:
            return
        words = self.view[self.tokens[at - 1].start : self.tokens[at - 1].end].split()
        if words and not words[-1].endswith(("ly", "ing", "ed")) and words[-1].lower() not in _ADVERBS:
            place = self.tokens[at - 1].start
            self.start_group([Subject(LOST, words[-1], place, self.tokens[at - 1].end)], at - 1)

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
        self.pared = True
        self.moved = True
        self.open = False
        self.resume(at)

    # -- clauses --------------------------------------------------------------------------

    def comma(self, at: int, token: Token) -> None:
        """A comma ends a relative clause and what a non-market noun has claimed for itself."""
        self.veto = self.compared = self.beyond = False
        if self.relative:
            self.relative = False
            if self.figure_at < self.relative_at:
                self.ahead.clear()  # what the clause said of itself
        if self.statement is not None:
            self.statement.awaits = self.code(at + 1) == k.IN and self.statement.signed_by == "noun"

    def give_back(self) -> None:
        """No figure came behind the verb: its cues speak of the figure before it ("rose 2%, closing at a record")."""
        for name, value, token in self.back:
            if self.statement is not None and _give(self.statement, name, value, token):
                self.statement.end = max(self.statement.end, token.end)
        self.back.clear()

    def clause_break(self, at: int, token: Token) -> None:
        """While, but, after: a new clause, whose subject may be the old one."""
        self.give_back()
        self.close()
        self.sign, self.signed_by, self.verb = 0, "", None
        self.open = self.modal = self.veto = self.relative = self.compared = self.pared = self.beyond = False
        when: dict[str, Any] = {
            name: self.ahead[name]
            for name in ("date", "date_span")
            if name in self.ahead and self.view[token.start : token.end].lower() == "when"
        }
        if "superlative" in self.ahead and self.last is None:
            when["superlative"] = self.ahead["superlative"]  # "hit a 52-week high after rising 5.2%"
        self.ahead.clear()
        self.ahead.update(when)
        if self.outer:
            self.group, self.outer = self.outer, []

    def dash(self, at: int, token: Token) -> None:
        """A dash ends an insertion and what it supposed."""
        self.comma(at, token)
        self.modal = False

    def semicolon(self, at: int, token: Token) -> None:
        """A semicolon ends a clause; the next one may lean on its verb."""
        self.comma(at, token)
        self.modal = False
        self.open = False

    def relative_clause(self, at: int, token: Token) -> None:
        """Which, whose: it speaks of the name before it."""
        if self.beside is not None and self.aside in (at - 1, at - 2):
            self.close()
            self.outer = self.outer or self.group
            self.group = [self.beside]  # "ahead of the B index, which gained 4.9%"
        elif self.group and self.tokens and not self.outer:
            self.outer = self.group
            self.group = self.group[-1:]
        self.relative = True
        self.relative_at = at
        self.open = False
        self.sign, self.signed_by = 0, ""

    def modality(self, at: int, token: Token) -> None:
        """Could, may, is expected to: what follows has not happened."""
        self.modal, self.modal_at = True, at

    def versus(self, at: int, token: Token) -> None:
        """Than, above the: what follows is compared with, not spoken of."""
        self.compared = True
        self.than = self.view[token.start : token.end].lower() in ("than", "relative to", "vs")

    def all_alike(self, at: int, token: Token) -> None:
        """As did, as was: the next name shares the statement."""
        self.likewise = True

    # -- cues that belong to a figure ------------------------------------------------------

    def cue(self, at: int, token: Token) -> None:
        """Phase, basis, superlative or day: to the statement it follows, else to the next one."""
        name, value = _cue(token)
        statement = self.statement
        if name == "basis" and value[0] is Basis.SINCE and self.code(at - 1) == k.WORDS and (self.group or self.moved):
            return  # "a depth not plumbed since 2014", "dethroned it from the top": no figure's base
        if statement is not None and not statement.empty and not self.announces(at):
            if (
                name == "superlative"
                and self.signed_by == "state"
                and self.code(at + 1) not in (k.OF, k.AT, *k.QUANTITIES)
                and _give(statement, name, value, token)
            ):
                statement.end, statement.tentative = token.end, False
                return
            if self.verb is not None and self.verb.start >= statement.end:
                self.back.append((name, value, token))
            elif _give(statement, name, value, token):
                statement.end = max(statement.end, token.end)
                sign = getattr(token.rule, "sign", 0) or (value[2] if name == "basis" and len(value) > 2 else 0)
                if sign and statement.signed_by in ("", "state", "gap"):
                    statement.sign, statement.signed_by = sign, "behind"
                return
        if not self.group and not self.moved:
            self.lead[name] = value
            if name == "date":
                self.lead["date_span"] = (token.start, token.end)
        else:
            self.ahead[name] = value
            if name == "date":
                self.ahead["date_span"] = (token.start, token.end)

    def announces(self, at: int) -> bool:
        """The cue stands between a conjunction and a figure, so it is about that figure."""
        behind = self.code(at + 1)
        return (self.code(at - 1) in (k.AND, k.COMMA) and (behind in k.QUANTITIES or behind in (k.UP, k.DOWN, k.STATE))) or (
            self.tokens[at].code == k.BASIS and behind in k.NOUNS and self.figure_at != at - 1
        )

    # -- figures --------------------------------------------------------------------------

    def figure(self, at: int, token: Token) -> None:
        """A figure: to the statement in the making, to a new one, or to none."""
        if read_sum(self, at, token):
            return
        if not self.group and "carry" in self.steps and subjects.may_carry(self, at) and not subjects.name_follows(self, at):
            self.group = self.discourse.refer("any", Subject(LOST, "", token.start, token.start)) or self.group
        field = self.role(at, token)
        if field is None or self.modal or self.veto or self.vetoed_behind(at):
            return
        if field != "levels" and self.code(at - 1) == k.POSSESSIVE and self.beside is not None and self.aside == at - 2:
            self.close()
            self.group, self.sign, self.signed_by = [self.beside], 0, ""  # "better than the index's 1.1% gain"
        elif self.own_noun(at):
            self.close()
            self.group, self.sign, self.signed_by = [], 0, ""  # "than the 1.4% drop in the index"
        elif self.code(at - 1) in ("", k.BREAK) and self.code(at + 1) in k.NOUNS and self.named_at < at - 1:
            self.group = []  # "whereas a 12% tumble brought B to its low": whose, comes behind
        if not self.group:
            if not self.group and subjects.name_follows(self, at):
                pass
            elif not self.group and not (field != "levels" and (self.signed_by == "noun" or self.code(at + 1) in k.NOUNS)):
                return
        if self.group and self.group[0].kind in (NONMARKET, LOST):
            return
        for name, value, cue in self.back:
            self.ahead.setdefault(name, value)
            if name == "date":
                self.ahead["date_span"] = (cue.start, cue.end)
        self.back.clear()
        statement = self.statement
        if statement is None or not self.fits(statement, field, at, token):
            statement = self.begin(token)
        getattr(statement, field).append(token.value)
        self.figure_at, self.figure_role = at, field
        statement.end = max(statement.end, token.end)
        self.settle(statement, token)
        self.moved = True
        self.open = False

    def role(self, at: int, token: Token) -> str | None:
        """``percents``, ``points``, ``levels``, or ``None`` where the figure says nothing of its subject."""
        before, behind = self.code(at - 1), self.code(at + 1)
        figure: Figure = token.value
        if token.code == k.PERCENT and (self.own_noun(at) or (before == k.POSSESSIVE and self.aside == at - 2)):
            return "percents"
        if (
            before in (k.AND, k.COMMA, k.OR)
            and self.figure_at == at - 2
            and self.tokens[at - 2].code == token.code != k.PERCENT
            and len(self.group) > 1
        ):
            return self.figure_role
        if before in (k.FROM, k.VERSUS, k.TURNOVER) or self.beyond or (self.compared and token.code != k.PERCENT):
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
            or before == k.EXTREME
        )
        if token.code == k.POINTS:
            stands = before in (k.STATE, k.COPULA) and behind not in k.SIGNED and not self.change_follows(at)
            return "levels" if (closing or stands) and figure.unit == "points" else "points"
        family = self.group[0].family if self.group else ""
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
        if before in k.SIGNED or (before == k.BY and self.code(at - 2) in k.SIGNED):
            if token.code == k.MONEY:
                return "points"
            if family in ("index", "future", "") and "bare-points" in self.steps:
                return "points"
        return None

    def change_follows(self, at: int) -> bool:
        """ "497 points or 2.1 percent higher": the words behind say that it is a change."""
        place = at + 1
        while self.code(place) in (k.OR, k.COMMA, k.OPENB, k.CLOSEB, k.AND, *k.QUANTITIES):
            place += 1
        return self.code(place) in (k.UP, k.DOWN) and place > at + 1

    def vetoed_behind(self, at: int) -> bool:
        """ "5% stake", "2% of revenue", "1% from a year earlier": the figure is of something else."""
        behind, further = self.code(at + 1), self.code(at + 2)
        if behind == k.NONMARKET:
            return True
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
        ):
            return False
        if field != "levels" and statement.sign and self.sign and self.sign != statement.sign:
            return False
        phase = self.ahead.get("phase")
        return not (phase and statement.phase and not statement.tentative and phase != statement.phase and field != "levels")

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
        if self.verb is not None and self.verb.value == "fixing":
            self.statement.fixing = True
        return self.statement

    def settle(self, statement: Statement, token: Token) -> None:
        """Give the statement its sign and the cues that came before the figure."""
        figure: Figure = token.value
        if figure.sign and token.code in (k.PERCENT, k.POINTS):
            statement.sign, statement.signed_by = figure.sign, "printed"
        elif not statement.sign and self.sign:
            statement.sign, statement.signed_by = self.sign, self.signed_by
            if self.verb is not None:
                statement.verb = (self.verb.start, self.verb.end)
                statement.rule = self.verb.rule.id if self.verb.rule is not None else ""
        elif not statement.signed_by:
            statement.signed_by = self.signed_by
        for name, value in self.ahead.items():
            if name == "phase" and statement.tentative:
                statement.phase, statement.tentative = None, False
            if getattr(statement, name) is None:
                setattr(statement, name, value)
        self.ahead.clear()
        if figure.peak:
            down = figure.low if figure.reach else (statement.sign or self.sign) < 0
            statement.phase = statement.phase or (Phase.LOW if down else Phase.HIGH)
        elif self.pared:
            statement.phase = statement.phase or Phase.INTRADAY
        self.pared = False

    def close(self) -> None:
        """Turn the statement in the making into claims."""
        statement = self.statement
        if statement is None:
            return
        self.last, self.statement = statement, None
        for name, value in self.lead.items():
            if getattr(statement, name) is None:
                setattr(statement, name, value)
        if len(statement.wider) > 1 and max(len(statement.percents), len(statement.points)) == len(statement.wider):
            statement.group = statement.wider  # "A, B and C, which fell 22%, 13% and 11%"
        if isinstance(statement.basis, tuple) and statement.basis[0] is Basis.IPO:
            self.lead.setdefault("basis", statement.basis)
        if statement.phase in (Phase.PREMARKET, Phase.POSTMARKET):
            self.lead.setdefault("phase", statement.phase)
        made = claims_of(statement, self.language)
        if made:
            self.claims.extend(made)
            self.discourse.tell(statement.group)


def _cue(token: Token) -> tuple[str, Any]:
    rule, value = token.rule, token.value
    if token.code == k.PHASE:
        return "phase", getattr(rule, "phase", None) or value
    if token.code == k.BASIS:
        return "basis", value if isinstance(value, tuple) else (rule.basis, None)
    if token.code == k.EXTREME:
        return "superlative", value
    return "date", value


def _give(statement: Statement, name: str, value: Any, token: Token) -> bool:
    """Give a statement a cue it lacks."""
    if name == "phase" and statement.tentative:
        statement.phase, statement.tentative = None, False
    if getattr(statement, name) is not None:
        return False
    setattr(statement, name, value)
    if name == "date":
        statement.date_span = (token.start, token.end)
    return True


_STEPS: dict[str, Callable[[SentenceReader, int, Token], None]] = {
    **dict.fromkeys(k.SUBJECTS, SentenceReader.name),
    **dict.fromkeys(k.QUANTITIES, SentenceReader.figure),
    **dict.fromkeys((k.UP, k.DOWN), SentenceReader.movement),
    **dict.fromkeys(k.NOUNS, SentenceReader.noun),
    **dict.fromkeys((k.STATE, k.COPULA, k.LEVEL_VERB), SentenceReader.state),
    **dict.fromkeys((k.PHASE, k.BASIS, k.EXTREME, k.DATE), SentenceReader.cue),
    k.FLAT: SentenceReader.flat,
    k.PARE: SentenceReader.pare,
    k.COMMA: SentenceReader.comma,
    "-": SentenceReader.dash,
    k.BREAK: SentenceReader.clause_break,
    k.SEMICOLON: SentenceReader.semicolon,
    k.RELATIVE: SentenceReader.relative_clause,
    k.MODAL: SentenceReader.modality,
    k.VERSUS: SentenceReader.versus,
    k.LIKEWISE: SentenceReader.all_alike,
    k.LISTING: subjects.listing,
    k.TURNOVER: lambda reader, at, token: setattr(reader, "sum_of", ("turnover", token)),
    k.FLOW: lambda reader, at, token: setattr(reader, "sum_of", ("flow", token)),
    "+": lambda reader, at, token: setattr(reader, "flow_sign", token.rule.sign),
}
