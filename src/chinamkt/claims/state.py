"""What a reader of sentences knows at a word: who is spoken of, which way, and the statement in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import NONMARKET, Claim, Statement, Subject
from chinamkt.claims.closing import claims_of
from chinamkt.claims.discourse import Discourse
from chinamkt.claims.periods import PERFECT
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.rules.language import Language

_GAPS = ("premium", "discount", "Premium", "Discount")
__all__ = ["Reading", "cue_in", "give_cue"]


class Reading:
    """State and bookkeeping of one sentence; the steps are added by the classes that follow."""

    # more names than a dictionary shares among instances: slots are made and read faster (a name left out still works)
    __slots__ = (
        "__dict__",
        "ahead",
        "aside",
        "back",
        "bases",
        "basis_at",
        "beside",
        "beyond",
        "borrowed",
        "claims",
        "colon_sign",
        "compared",
        "count",
        "dating",
        "discourse",
        "figure_at",
        "figure_role",
        "fixing",
        "flow_sign",
        "gap_phase",
        "gap_sign",
        "group",
        "language",
        "last",
        "lead",
        "likewise",
        "listing_ahead",
        "modal",
        "modal_at",
        "moved",
        "named",
        "named_at",
        "noun_at",
        "offered",
        "open",
        "outer",
        "pair",
        "pared",
        "phase_at",
        "relative",
        "relative_at",
        "sign",
        "signed_by",
        "statement",
        "steps",
        "sum_of",
        "sum_unit",
        "than",
        "tokens",
        "topic",
        "verb",
        "veto",
        "view",
    )  # fmt: skip

    def __init__(self, tokens: list[Token], view: str, language: Language, discourse: Discourse) -> None:
        self.tokens, self.view, self.language, self.discourse = tokens, view, language, discourse
        self.count = len(tokens)
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
        self.colon_sign = 0  # the direction that a colon hands on to a list
        self.pair: list[Subject] = []  # "the former", "the latter"
        self.fixing = False  # the central bank sets the rate
        self.sum_unit: str | None = None
        self.modal_at = -1
        self.gap_phase: Phase | None = None
        self.gap_sign = 0  # the direction that the group has of the verb before it
        self.figure_at = -1  # index of the figure that a statement took last
        self.figure_role: str | None = None
        self.noun_at = -1  # index of the noun behind it: "a 2% drop in ..."
        self.beside: Subject | None = None  # the subject that a preposition governs
        self.than = False
        self.basis_at = -1  # index of the period spoken of last
        self.phase_at = -1  # index of the verb that said a part of the day
        self.bases: list[Claim] = []  # levels that figures are compared with
        self.borrowed = False  # the period of the statement in the making was told before its figure
        self.dating = False  # a clause that began with "when" and has no figure so far
        self.topic: Subject | None = None  # "For Tencent, the day began badly."
        self.offered: Any = None  # whose moves are told against their offer price
        self.flow_sign = 0
        self.likewise = False
        self.relative_at = -1
        self.named: list[Subject] = []
        self.aside = -1  # index of a name that a preposition governs
        self.listing_ahead: Any = None
        self.back: list[tuple[str, Any, Token]] = []  # cues behind a new verb: the next figure's, else the last statement's

    def code(self, at: int) -> str:
        """The kind of the mention at an index; empty beyond the ends."""
        return self.tokens[at].code if 0 <= at < self.count else ""

    def between(self, a: int, b: int) -> str:
        """The kinds between two indices."""
        return "".join([token.code for token in self.tokens[a + 1 : b]])

    def last_statement(self) -> Statement | None:
        """The statement in the making, else the one before it."""
        return self.statement or self.last

    def start_group(self, group: list[Subject], at: int) -> None:
        """A new subject; the verb of the statement before may serve it too ("A rose 1%, B 2%")."""
        self.give_back()
        if self.statement is not None and not self.statement.group and self.code(at - 1) == k.COMMA and not self.acted():
            self.statement.group = group  # "With a 15% drop this year, the index ..."
        previous = self.statement or self.last
        self.close()
        if self.moved:
            self.listing_ahead = None
        if self.code(at - 1) == k.COLON:
            self.ahead.pop("basis", None)  # "only one is square for the year: the index is 6% in the red"
        if not self.relative:
            self.outer = []  # "A, which gained 2%, and B, down 1%"
        self.group, self.open, self.named_at = group, True, at
        gapped = (
            previous is not None and not previous.empty and "gapped-verb" in self.steps and not self.broken_since(previous, at)
        )
        self.sign, self.signed_by = (previous.sign, "gap") if gapped and previous else (0, "")
        if not gapped and self.colon_sign:
            self.sign, self.signed_by = self.colon_sign, "gap"  # "all three inched up: A by 82 points, B by ..."
        self.gap_sign = self.sign
        shared = (Phase.CLOSE, Phase.OPEN, Phase.MORNING)
        self.gap_phase = previous.phase if gapped and previous and previous.phase in shared else None
        self.verb = None
        if self.modal and any(code in self.between(self.modal_at, at) for code in (k.COMMA, k.AND)):
            self.modal = False
        self.moved = self.veto = False
        self.relative = self.relative and group[0].kind == NONMARKET  # "A, which accounts for most of the weighting, fell"

    def acted(self) -> bool:
        """Words that no table knows stand before the verb: "the Manila gauge fell 2%, A lost 1%"."""
        verb = self.statement.verb if self.statement is not None and self.statement.signed_by == "verb" else None
        return verb is not None and any(token.code in (k.WORDS, k.UNKNOWN) for token in self.tokens if token.end <= verb[0])

    def broken_since(self, statement: Statement, at: int) -> bool:
        """A new clause has begun since the statement."""
        for token in reversed(self.tokens[:at]):
            if token.end <= statement.end:
                return False
            if token.code == k.BREAK:
                return True
        return False

    def give_back(self) -> None:
        """No figure came behind the verb: its cues speak of the figure before it ("rose 2%, closing at a record")."""
        for name, value, token in self.back:
            if self.statement is not None and give_cue(self.statement, name, value, token):
                self.statement.end = max(self.statement.end, token.end)
        self.back.clear()

    def date_clause(self) -> None:
        """ "Fetched up to 4.4% more when it was traded last night": a clause without a figure dates the one before it."""
        if self.dating and self.claims and self.claims[-1].date is None and self.ahead.get("date") is not None:
            self.claims[-1].date, self.claims[-1].date_span = self.ahead["date"], self.ahead.get("date_span")
        self.dating = False

    def close(self) -> None:
        """Turn the statement in the making into claims."""
        statement = self.statement
        if statement is None:
            return
        self.last, self.statement = statement, None
        for name, value in self.lead.items():
            if name == "basis" and value[0] is Basis.IPO and statement.group and statement.group[0].family in ("index", "market"):
                continue  # "below its offer price in a market where the index fell 1.5%"
            if getattr(statement, name) is None:
                setattr(statement, name, value)
        if len(statement.wider) > 1 and max(len(statement.percents), len(statement.points)) == len(statement.wider):
            statement.group = statement.wider  # "A, B and C, which fell 22%, 13% and 11%"
        if (
            isinstance(statement.basis, tuple)
            and statement.basis[0] is Basis.YEAR
            and isinstance(statement.basis[1], PartialDate)
            and statement.verb is not None
            and PERFECT.search(self.view, max(0, statement.verb[0] - 24), statement.verb[0])
        ):
            statement.basis = (Basis.YTD, statement.basis[1])  # "has slumped nearly 17 percent in 2016": that year is not over
        entry = statement.group[0].entry if statement.group else None
        if isinstance(statement.basis, tuple) and statement.basis[0] is Basis.IPO:
            self.offered = entry
        elif statement.basis is None and self.offered is not None and entry is self.offered:
            statement.basis = (Basis.IPO, None)
        if statement.phase in (Phase.PREMARKET, Phase.POSTMARKET):
            self.lead.setdefault("phase", statement.phase)
        if statement.verb is not None and statement.basis is None and self.view.startswith(_GAPS, statement.verb[0]):
            statement.percents.clear()  # "at a premium of 27% over H-shares": between two prices of one day
        made = claims_of(statement, self.language)
        if made:
            self.claims.extend(made)
            self.discourse.tell(statement.group)


def give_cue(statement: Statement, name: str, value: Any, token: Token) -> bool:
    """Give a statement a cue it lacks."""
    if name == "phase" and statement.tentative:
        statement.phase, statement.tentative = None, False
    if getattr(statement, name) is not None:
        return False
    setattr(statement, name, value)
    if name == "date":
        statement.date_span = (token.start, token.end)
    return True


def cue_in(token: Token) -> tuple[str, Any]:
    """What a cue says: ``phase``, ``basis``, ``superlative`` or ``date``, and its value."""
    rule, value = token.rule, token.value
    if token.code == k.PHASE:
        return "phase", getattr(rule, "phase", None) or value
    if token.code == k.BASIS:
        return "basis", value if isinstance(value, tuple) else (rule.basis, None)
    if token.code == k.EXTREME:
        return "superlative", value
    return "date", value
