"""One pass over the mentions of a sentence: subjects, directions and figures become statements.

The reader keeps who is spoken of (``group``), which way (``sign``) and the statement in the
making (``statement``). A name opens a group, a verb gives the sign, a figure goes into the
statement or begins the next one. What each step does is a construction of the language.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from chinamkt.claims import subjects
from chinamkt.claims.claim import Claim
from chinamkt.claims.clauses import Clauses
from chinamkt.claims.discourse import rated_in
from chinamkt.claims.periods import share_periods
from chinamkt.claims.references import owner_describes
from chinamkt.model.facts import Basis, Phase
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

__all__ = ["SentenceReader"]


class SentenceReader(Clauses):
    """Reads one sentence; make one for each."""

    __slots__ = ()

    def read(self) -> list[Claim]:
        """The claims of the sentence, in order."""
        at = 0
        for at, token in enumerate(self.tokens):
            step = _STEPS.get(token.code)
            if step is not None:
                step(self, at, token)
        self.give_back()
        self.close()
        self.date_clause()
        if "trailing-session" in self.steps:
            self.spread_session()
        if len(self.claims) > 1 and "compared-period" in self.steps:
            share_periods(self)
        self.date_apposition()
        told = {claim.subject.family for claim in self.claims}
        for subject in self.named:
            if subject.family not in told:
                self.discourse.mention(subject)
        self.claims += self.bases
        if not self.claims:
            names = [(token.start, token.end, token.value) for token in self.tokens if token.code == k.NAME]
            rated = rated_in(names, self.view)
            self.discourse.focus([rated] if rated is not None else [self.topic] if self.topic is not None else self.group)
        return self.claims

    def spread_session(self) -> None:
        """A session behind the last of several moves holds for all of them ("A rose 1% and B 2% in early trade")."""
        if len(self.claims) < 2 or self.claims[-1].phase is None:
            return
        last, later = self.claims[-1], self.claims[-1]
        figures = [figure.end for figure in (last.percent, last.points, last.level) if figure is not None]
        if (
            last.phase not in _SESSIONS
            or not figures
            or not any(token.code == k.PHASE and token.start >= max(figures) for token in self.tokens)
        ):
            return
        for claim in reversed(self.claims[:-1]):
            parted = any(
                token.code in (k.BREAK, k.SEMICOLON, k.RELATIVE)
                for token in self.tokens
                if claim.end <= token.start < _figures_start(later)
            )
            if parted or claim.phase is not None or claim.subject.family != later.subject.family or claim.basis is not None:
                return
            claim.phase, later = last.phase, claim

    def date_apposition(self) -> None:
        """ "It finished Tuesday at 27,401, a gain of 24.6 per cent for the year to date": as of that day too."""
        for first, more in pairwise(self.claims):
            if first.date is None or more.date is not None or more.basis is not Basis.YTD or first.subject is not more.subject:
                continue
            codes = [token.code for token in self.tokens if _figures_end(first) <= token.start < _figures_start(more)]
            if codes[:1] == [k.COMMA] and set(codes) <= _APPOSED and set(codes) & {k.UP_NOUN, k.DOWN_NOUN}:
                more.date = first.date

    def name(self, at: int, token: Token) -> None:
        """A name, a capitalised word, a head noun, a pronoun or a non-market noun."""
        if token.code in (k.REFERENCE, k.HEAD) and owner_describes(self, at):
            return
        subjects.take(self, at, token)


def _figures_start(claim: Claim) -> int:
    return min(figure.start for figure in (claim.percent, claim.points, claim.level) if figure is not None)


def _figures_end(claim: Claim) -> int:
    return max(figure.end for figure in (claim.percent, claim.points, claim.level) if figure is not None)


#: What stands in "a gain of" between two figures of one subject.
_APPOSED = frozenset((k.COMMA, k.UP_NOUN, k.DOWN_NOUN, k.OF, k.WORDS, k.BOUND))
_SESSIONS = frozenset((Phase.INTRADAY, Phase.MORNING, Phase.PREMARKET, Phase.POSTMARKET))
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
    k.COLON: SentenceReader.colon,
    "j": SentenceReader.per,
    k.BREAK: SentenceReader.clause_break,
    k.SEMICOLON: SentenceReader.semicolon,
    k.RELATIVE: SentenceReader.relative_clause,
    k.MODAL: SentenceReader.modality,
    k.SPEECH: SentenceReader.speech,
    k.VERSUS: SentenceReader.versus,
    k.LIKEWISE: SentenceReader.all_alike,
    k.LISTING: subjects.listing,
    k.TURNOVER: lambda reader, at, token: setattr(reader, "sum_of", ("turnover", token)),
    k.FLOW: lambda reader, at, token: setattr(reader, "sum_of", ("flow", token)),
    "+": lambda reader, at, token: setattr(reader, "flow_sign", token.rule.sign),
}
