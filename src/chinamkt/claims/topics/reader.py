"""Reading for languages that name a topic and then comment on it: clause after clause, until a new topic is named.

Where English hangs a sentence on its verbs, Chinese reports hang it on commas: a clause names its topic or leans
on the one before, a word of movement or of level stands right before its figure, and what is said of the day or
the span of time stands before that. A language asks for this reading by the step ``topic-comment``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import SECTOR, Claim, Statement, Subject
from chinamkt.claims.closing import claims_of
from chinamkt.claims.discourse import Discourse
from chinamkt.claims.state import cue_in
from chinamkt.claims.topics import figures, names, sums
from chinamkt.claims.topics.places import owned_by
from chinamkt.claims.topics.references import market_of
from chinamkt.claims.topics.statements import contradicts
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Extreme, Phase, Superlative
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.rules.language import Language

__all__ = ["TopicReader"]

_CUES = frozenset((*(k.SUBJECTS - {k.NONMARKET, k.UNKNOWN}), k.PHASE, k.BASIS, k.DATE, k.EXTREME, k.LISTING, k.CLOSEB))
_WANTED = frozenset(("superlative", "date", "date_span"))
_ALL = _WANTED | {"phase", "basis"}
_DAY_PARTS = (Phase.MORNING, Phase.INTRADAY, Phase.CLOSE)
_SO_FAR = ((Basis.WEEK, None), (Basis.MONTH, None))
_OVERNIGHT = ("overnight", 0)
PEAK = "peak"  # "at one time": the high of a rise, the low of a fall


class TopicReader:
    """Reads one sentence; make one for each."""

    # more names than a dictionary shares among instances: slots are made and read faster (a name left out still works)
    __slots__ = (
        "__dict__", "ahead", "carried", "claims", "clause", "compared", "dated", "dated_of", "discourse", "figure_at",
        "flow_at", "flow_sign", "group", "language", "lead", "modal_at", "moved", "named_at", "open", "outer", "owned",
        "owner", "pared", "part", "respective", "sign", "statement", "steps", "sum_of", "summed", "tokens", "verb", "veto_at",
        "veto_used", "view",
    )  # fmt: skip

    def __init__(self, tokens: list[Token], view: str, language: Language, discourse: Discourse) -> None:
        self.tokens, self.view, self.language, self.discourse = tokens, view, language, discourse
        self.steps = language.steps
        self.claims: list[Claim] = []
        self.group: list[Subject] = []  # the topic
        self.outer: list[Subject] | None = None  # the topic to go back to when the clause ends
        self.owner: list[Subject] = []  # whose the topic is, where the topic is a thing: ``owned``
        self.owned: list[Subject] = []
        self.open = False  # the group may still grow
        self.named_at = -1
        self.moved = False  # a word of movement or a figure has come since the topic was named
        self.clause = self.part = 0  # index of the first mention of the clause, of what follows a semicolon
        self.sign = 0
        self.verb: Token | None = None
        self.pared = self.compared = self.respective = False
        self.veto_at = self.modal_at = -1  # index of the noun that is no market, of the word that supposes
        self.veto_used = False
        self.lead: dict[str, Any] = {}  # cues that hold for the clauses behind them
        self.ahead: dict[str, Any] = {}  # cues of the clause, for its next figure
        self.carried: Any = None  # a span of time that goes on over a list of topics
        self.statement: Statement | None = None
        self.figure_at = -1  # index of the figure taken last
        self.sum_of: tuple[str, Token, str] | None = None
        self.summed = False  # a sum has been taken since the topic was named
        self.dated: tuple[Any, Any] | None = None  # the day last told in the sentence, and where it stands
        self.dated_of: list[Subject] = []
        self.flow_sign, self.flow_at = 0, -1
        if discourse.phase is not None:
            self.lead["phase"] = discourse.phase

    def read(self) -> list[Claim]:
        """The claims of the sentence, in order."""
        for at, token in enumerate(self.tokens):
            step = _STEPS.get(token.code)
            if step is not None:
                step(self, at, token)
        self.close()
        if not self.claims:
            self.discourse.focus(self.outer or self.group)  # the next sentence's "the index" may mean it
        return self.claims

    def code(self, at: int) -> str:
        """The kind of the mention at an index; empty beyond the ends."""
        return self.tokens[at].code if 0 <= at < len(self.tokens) else ""

    # -- topics ---------------------------------------------------------------------------

    def subject(self, at: int, token: Token) -> None:
        """A name, a group's name, a pronoun, unknown words or a noun that is no market."""
        names.take(self, at, token)

    def start_group(self, group: list[Subject], at: int) -> None:
        """A new topic."""
        self.close()
        self.group, self.open, self.named_at = group, True, at
        self.moved = self.veto_used = self.respective = self.compared = self.summed = False
        self.veto_at = -1
        if self.modal_at >= 0 and self.tokens[self.modal_at].value == "weak" and self.modal_at < self.clause:
            self.modal_at = -1
        self.sign, self.verb, self.outer = 0, None, None
        self.ahead.pop("superlative", None)
        entry = group[0].entry if group else None
        if entry is not None and entry.targets and market_of(entry.targets[0]) not in ("US", ""):
            self.by_day(at)
        if self.sum_of is not None and self.sum_of[0] == "flow" and group[0].family != "market":
            self.sum_of = None

    def by_day(self, at: int) -> None:
        """An Asian market trades by day: "American shares eased overnight, the Hang Seng fell"."""
        if all(one.code != k.DATE for one in self.tokens[self.clause : at]):
            for cues in (self.lead, self.ahead):
                if cues.get("date") == _OVERNIGHT:
                    del cues["date"]

    # -- words of movement ----------------------------------------------------------------

    def movement(self, at: int, token: Token) -> None:
        """A word with a direction; it may say the phase too ("opened higher")."""
        owned_by(self, at)
        self.sign = token.value if isinstance(token.value, int) else token.rule.sign
        self.verb = token
        self.open, self.moved, self.pared = False, True, False
        phase = getattr(token.rule, "phase", None)
        if phase is not None and self.figure_at == at - 1 and self.statement is not None and self.statement.phase is None:
            self.statement.phase, self.statement.end = phase, token.end  # "at 3,010 points it opened higher"
        elif phase is not None:
            if not (phase is Phase.CLOSE and self.ahead.get("phase") is Phase.MORNING):
                self.ahead["phase"] = phase
            self.observe()
        basis = getattr(token.rule, "basis", None)
        if basis is not None and ((self.carried is None and "basis" not in self.lead) or self._of_streak(at)):
            self.ahead.setdefault("basis", (basis, None))

    def _of_streak(self, at: int) -> bool:
        """ "A rise of 3%, the third week in a row, altogether 7%": the total is the streak's."""
        streaks = [one.value for one in self.tokens[self.figure_at + 1 : at] if one.code == k.EXTREME]
        return self.figure_at >= 0 and any(isinstance(one, Superlative) and one.kind is Extreme.STREAK for one in streaks)

    def observe(self) -> None:
        """A word of the trading day: what an earlier clause supposed, or said of profits, is over."""
        if self.veto_at < self.clause:
            self.veto_at = -1
        if self.modal_at < self.clause:
            self.modal_at = -1

    def trade(self, at: int, value: Any) -> None:
        """ "On strong results it rose 5% at one time": results have no such hours."""
        if value == PEAK and self.veto_at >= 0 and self.tokens[self.veto_at].value == "results" and self.group:
            self.veto_at = -1

    def flat(self, at: int, token: Token) -> None:
        """Unchanged: no direction."""
        self.sign, self.verb = 0, token
        self.open, self.moved = False, True

    def pare(self, at: int, token: Token) -> None:
        """ "The gain narrowed to 2%": the direction is the noun's, the figure a station on the way."""
        self.pared = True
        self.moved = True
        if self.view.startswith(("一度", "曾"), token.start):
            self.ahead["phase"] = PEAK  # "the loss widened to 390 points at one time"

    def state(self, at: int, token: Token) -> None:
        """A word before a level; it may say the phase ("closed at")."""
        self.open, self.moved = False, True
        self.observe()

    # -- clauses --------------------------------------------------------------------------

    def end_clause(self, at: int, token: Token) -> None:
        """A comma: cues that stood alone hold for what follows, a topic inside the clause goes."""
        self.pass_on(self.tokens[self.clause : at], colon=token.code == k.COLON)
        if self.outer is not None:
            self.close()
            self.group, self.outer = self.outer, None
        if not self.veto_used or (self.veto_at >= 0 and self.tokens[self.veto_at].value == "clause"):
            self.veto_at = -1
        if self.sum_of is not None and self.sum_of[0] == "turnover":
            self.sum_of = None
        self.sign, self.verb = 0, None
        self.open = self.pared = self.compared = False
        self.clause = at + 1

    def pass_on(self, clause: list[Token], *, colon: bool) -> None:
        """Which cues of a clause hold for the clauses behind it."""
        codes = {one.code for one in clause}
        told = not codes.isdisjoint(k.SIGNED) or not codes.isdisjoint(k.QUANTITIES)
        if colon or not (told or not codes.isdisjoint(k.SUBJECTS)):
            self.lead.update(self.ahead)
            kept = frozenset(("superlative",))  # "broke 3,300 points, a two-year high, and closed at"
        elif told:
            # a day that no figure has taken yet: "nickel doubled on Tuesday, rising to ..."
            kept = _WANTED if not codes.isdisjoint(k.SIGNED) else _WANTED | {"phase"}
            if self.ahead.get("basis") in _SO_FAR and codes.isdisjoint(k.QUANTITIES):
                kept |= {"basis"}  # "fell on all days of the week, 1,200 points altogether"
        else:
            phase = self.ahead.get("phase")
            if phase in (Phase.MORNING, Phase.CLOSE):
                self.lead["phase"] = phase
            if self.ahead.get("date") == _OVERNIGHT:
                self.lead["date"] = self.ahead["date"]  # "overnight, American shares turned around"
            if clause and clause[0].code == k.BASIS and cue_in(clause[0])[1] in _SO_FAR:
                self.lead["basis"] = self.ahead["basis"]  # "there were four sessions this week"
            whole = clause[-1].code in _CUES and k.NONMARKET not in codes  # "the index, in early trade, rose"
            kept = (
                _ALL
                if whole
                else _WANTED - {"date", "date_span"} | ({"phase"} if phase in _DAY_PARTS or phase == "peak" else set())
            )
        self.ahead = {name: value for name, value in self.ahead.items() if name in kept}

    def semicolon(self, at: int, token: Token) -> None:
        """A semicolon ends what the clauses before it supposed."""
        self.end_clause(at, token)
        self.modal_at = -1
        self.dated = None
        self.part = at + 1

    def modality(self, at: int, token: Token) -> None:
        """Could, is expected to, a target: what follows has not happened."""
        self.modal_at = at

    def versus(self, at: int, token: Token) -> None:
        """Against, above the: what follows is compared with."""
        self.compared = True

    def in_order(self, at: int, token: Token) -> None:
        """Respectively: figures are dealt out."""
        self.respective = True

    # -- cues -----------------------------------------------------------------------------

    def cue(self, at: int, token: Token) -> None:
        """Phase, span of time, superlative or day: to the statement before a superlative, else to the next figure."""
        name, value = cue_in(token)
        if value is Phase.CLOSE and self.discourse.phase is Phase.MORNING and "date" not in self.ahead:
            value = Phase.MORNING  # a review at midday: its close is the morning's
        if name == "superlative" and self.veto_at >= self.clause:
            return  # a record profit
        if self.compared and name in ("phase", "date"):
            return  # the day compared with
        if name == "phase":
            self.observe()
            self.trade(at, value)
        statement = self.statement
        if statement is not None and not statement.empty and statement.group is self.group and self.behind(name, at):
            if getattr(statement, name) is None and not (name == "superlative" and contradicts(value, statement.sign)):
                setattr(statement, name, value)
                statement.end = max(statement.end, token.end)
                if name == "basis" and statement.date is None:
                    statement.date = ("day", 0)
            return
        if name == "phase" and self.ahead.get(name) == PEAK and value is Phase.INTRADAY:
            return
        if name == "phase" and value is Phase.INTRADAY and self.ahead.get(name) in (Phase.OPEN, Phase.MORNING, Phase.CLOSE):
            return
        self.ahead[name] = value
        if name == "date":
            self.ahead["date_span"] = (token.start, token.end)

    def behind(self, name: str, at: int) -> bool:
        """Whether a cue speaks of the figure before it."""
        if name == "superlative":
            return self.code(at + 1) not in k.QUANTITIES
        if name == "basis" and self.tokens[at].value == (Basis.YEAR, "behind"):
            return True
        alone = self.code(at + 1) in ("", k.COMMA, k.SEMICOLON, k.CLOSEB)
        return name in ("phase", "basis") and alone and self.code(at - 1) in k.QUANTITIES

    # -- figures --------------------------------------------------------------------------

    def figure(self, at: int, token: Token) -> None:
        """A figure: to the statement in the making, to a new one, or to none."""
        figures.take(self, at, token)

    def close(self) -> None:
        """Turn the statement in the making into claims."""
        statement, self.statement = self.statement, None
        if statement is None or statement.empty:
            return
        if statement.basis and not (statement.percents or statement.points):
            basis, month = statement.basis  # a level has no span of time, but a month may say its day
            statement.basis = None
            if basis is Basis.MONTH and isinstance(month, PartialDate):
                statement.date = ("date", month)
        made = claims_of(statement, self.language)
        if made:
            self.claims.extend(made)
            self.discourse.tell(statement.group)

    def turnover(self, at: int, token: Token) -> None:
        """A word for turnover: of a market, or of one share and then no fact."""
        sums.turnover(self, at, token)

    def channel(self, at: int, token: Token) -> None:
        """Whose money flows: the whole market's, not that into a board, a group or some shares."""
        before = self.tokens[at - 1] if at else None
        if (
            token.value == "main"
            and before is not None
            and before.end == token.start
            and (before.code in (k.WORDS, k.UNKNOWN, k.HEAD) or (before.code == k.NAME and before.value.kind != "market"))
        ):
            self.sum_of = None
            return
        if token.value == "main" and self.group and self.group[0].family in ("security", "unknown", SECTOR):
            return
        self.sum_of, self.flow_sign, self.flow_at = ("flow", token, str(token.value)), 0, at

    def bought(self, at: int, token: Token) -> None:
        """Net buying or selling."""
        self.flow_sign = token.rule.sign


_STEPS: dict[str, Callable[[TopicReader, int, Token], None]] = {
    **dict.fromkeys(k.SUBJECTS, TopicReader.subject),
    **dict.fromkeys(k.QUANTITIES, TopicReader.figure),
    **dict.fromkeys(k.SIGNED, TopicReader.movement),
    **dict.fromkeys((k.LEVEL_VERB, k.STATE), TopicReader.state),
    **dict.fromkeys((k.PHASE, k.BASIS, k.EXTREME, k.DATE), TopicReader.cue),
    **dict.fromkeys((k.COMMA, k.COLON, k.BREAK), TopicReader.end_clause),
    k.SEMICOLON: TopicReader.semicolon,
    k.FLAT: TopicReader.flat,
    k.PARE: TopicReader.pare,
    k.MODAL: TopicReader.modality,
    k.VERSUS: TopicReader.versus,
    k.RESPECTIVELY: TopicReader.in_order,
    k.LISTING: names.listing,
    k.TURNOVER: TopicReader.turnover,
    k.FLOW: TopicReader.channel,
    "+": TopicReader.bought,
}
