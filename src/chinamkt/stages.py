"""One article through the stages: mentions, claims, facts."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import Claim
from chinamkt.claims.closing import signed_superlative
from chinamkt.claims.discourse import Discourse, mention_names
from chinamkt.claims.periods import PERFECT, compare, compared
from chinamkt.claims.quotations import quotation_rows, quotation_widgets
from chinamkt.claims.sentence import read_sentence
from chinamkt.claims.units import join_figures
from chinamkt.mentions.scan import figure_finder, names_in, sentences, spelled_out, tokens_of
from chinamkt.model.article import Article, Page, Segment, SegmentKind
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import Basis, Extreme, Fact, Phase, TradeEvent
from chinamkt.resolve.facts import FactMaker
from chinamkt.resolve.instruments import Market, market_of_entry, markets_of, place_of
from chinamkt.resolve.merge import merge_repeated
from chinamkt.resolve.sessions import published_day, resolve_date, weekdays_back
from chinamkt.rules import kinds as k

if TYPE_CHECKING:
    from chinamkt.reference.names import Hit
    from chinamkt.reference.tables import Reference
    from chinamkt.rules.language import Language
    from chinamkt.rules.token import Token

__all__ = ["ArticleReading", "lowered"]

_PLACING = frozenset((k.NAME, k.LISTING, k.PHASE, k.DATE))  # the mentions that say which market a sentence speaks of
_LIVE = frozenset((Phase.INTRADAY, Phase.MORNING, Phase.PREMARKET))  # parts of the day that say that it is not over
_OPEN = frozenset((Phase.OPEN, Phase.INTRADAY, Phase.PREMARKET))  # parts of a day that has only begun
_LED = frozenset(("index", "market", "security", "future"))  # families whose session a leading sentence may give


def lowered(view: str) -> str:
    """A view in lower case, of the same length."""
    lower = view.lower()
    if len(lower) == len(view):
        return lower
    return "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in view)


class ArticleReading:
    """Reads one article; what one sentence leaves for the next is kept here.

    :param page: the page whose offsets the claims get.
    :param article: its segments are offsets of ``page``.
    """

    def __init__(self, page: Page, lower: str, article: Article, language: Language, reference: Reference) -> None:
        self.page, self.lower, self.article = page, lower, article
        self.language, self.reference = language, reference
        self.market = Market()
        self.discourse = Discourse()
        self.claims: list[tuple[Claim, str | None]] = []
        self.lead: Phase | None = None  # the part of the day that the sentence before led in
        self.leading: tuple[int, int] | None = None  # the sentence that ``lead`` is to be read from, once it is wanted
        self.section: str | None = None  # the market that a sentence spoke of last, whatever the paragraph
        self.near: str | None = None  # the market that the sentences speak of
        self.told: Claim | None = None  # the move that the sentence before told last
        self.period: Basis | None = None  # what sentences without figures say that their paragraph is about
        self.offered: Any = None  # whose moves the paragraph tells against their offer price
        self.day: Any = None  # the day on which a sentence without figures says that markets moved
        self.paragraphs = "day-of-paragraph" in language.steps
        self.past: Any = None  # the past day that a paragraph begins with
        self.fresh = True  # the paragraph has told nothing yet
        self.unread: list[tuple[int, int]] = []  # the sentences that ``period`` is to be read from, once it is wanted
        self.spelled = spelled_out(lower, language)
        self.has_figures = figure_finder(lower, article, language)
        self.bounds: dict[int, list[tuple[int, int]]] = {}  # the sentences of the segments read so far, by their start

    def facts(self) -> list[Fact]:
        """The facts of the article, in no order."""
        names_of = names_in(self.article, self.lower, self.page.view, self.reference.names)
        for segment, names in zip(self.article.segments, names_of, strict=True):
            self._segment(segment, names)
        maker = self._maker(self.page.text)
        events = self._events(names_of)
        claims = [(claim, near) for claim, near in self.claims if not (events and _is_a_rate(claim, events))]
        made = [fact for claim, near in claims if (fact := maker.make(claim, near)) is not None]
        return [*merge_repeated(made), *events]

    def _events(self, names_of: list[list[Hit]]) -> list[TradeEvent]:
        segments = self.article.segments
        if not segments or not self.language.speaks_of_trade(self.lower[segments[0].span.start : segments[-1].span.end]):
            return []
        from chinamkt.claims.trade import events  # a dozen modules, which most texts don't need

        return events(self.page, self.article, self.language, self.lower, names_of, self.bounds, known=True)

    def widgets(self, page: Page, article: Article) -> list[Fact]:
        """The facts of quotation widgets, which stand in the text and not in its view."""
        if "widgets" not in self.language.steps:
            return []
        claims = quotation_widgets(page, article)
        if not claims:
            return []
        maker = self._maker(page.text)
        return merge_repeated([fact for claim in claims if (fact := maker.make(claim, None)) is not None])

    def _maker(self, text: str) -> FactMaker:
        today, anchor = self._session()
        maker = FactMaker(text, self.article, self.reference, today, self.market, anchor, self._usual(text, today))
        if today is None and self.language.weekday is not None:
            maker.weekday = self._weekday()
        return maker

    def _weekday(self) -> int | None:
        """The weekday that the head of the article names first."""
        weekday = self.language.weekday
        told = (weekday(self.lower, one.span.start, one.span.end) for one in self.article.segments[:3]) if weekday else ()
        return next((day for day in told if day is not None), None)

    def _usual(self, text: str, today: dt.date | None) -> dt.date | None:
        """The session of figures without a day: the day before in a morning paper, a weekday on a page of the weekend."""
        if today is None or self.language.weekday is None:
            return today
        if today.weekday() > 4:
            told = self._weekday()
            if told is None:
                return today
            east = told == 0 and today.weekday() == 6  # it was Monday there already
            return today + dt.timedelta(days=1) if east else today - dt.timedelta(days=(today.weekday() - told) % 7)
        claims = [claim for claim, _ in self.claims]
        if claims and claims[0].date is not None and claims[0].date[0] == "dom":
            day = resolve_date(claims[0].date, today)  # "the index closed on the 2nd at": so did all others
            return day.date if day is not None and day.date is not None else today
        if any(claim.phase in _LIVE or claim.date == ("day", 0) for claim in claims):
            return today
        leading = [*claims[:1], *[claim for claim in claims if claim.phase is Phase.CLOSE][:1]]
        paper = any(
            claim.date == ("day", -1)
            and claim.date_span is not None
            and text.startswith(("yesterday", "Yesterday", "last night", "昨"), claim.date_span[0])
            for claim in leading
        )
        return weekdays_back(today, 1) if paper else today

    def _session(self) -> tuple[dt.date | None, PartialDate | None]:
        """The day the article speaks from: its publication, else what its lead names."""
        today = published_day(self.article)
        if today is not None or self.language.session_date is None:
            return today, None
        printed = self.article.published
        if isinstance(printed, PartialDate) and printed.day is not None:
            return None, None  # the dateline's day, whatever other days the lead tells
        for segment in self.article.segments[:3]:
            anchor = self.language.session_date(self.lower, segment.span.start, segment.span.end)
            if anchor is not None:
                return anchor.date, anchor
        return None, None

    def _segment(self, segment: Segment, names: list[Hit]) -> None:
        language, view = self.language, self.page.view
        a, b = segment.span.start, segment.span.end
        for hit in names:
            heard = market_of_entry(hit[2]) if hit[2].kind != "security" else None
            if heard:
                self.market.hear(heard)
        if segment.kind is SegmentKind.HEADLINE and "headline-phase" in language.steps and language.lead_phase is not None:
            self.discourse.phase = language.lead_phase(self.lower, a, b)  # "midday review: ..." holds for the article
        if not self.has_figures(a, b):
            if names:
                mention_names(self.discourse, names, view)
                if segment.kind is SegmentKind.PARAGRAPH:
                    self.leading = a, b
            return
        if "table-rows" in language.steps:
            self.claims.extend((claim, None) for claim in quotation_rows(view, names, a, b))
        starts = [hit[0] for hit in names]
        self.period, self.day, self.unread, self.offered = None, None, [], None
        self.past, self.fresh = None, True
        self.near = self.near if self.near == "US!" else None  # "US-listed", "premarket" last until another market is named
        bounds = self.bounds[a] = sentences(view, language, a, b)
        for start, end in bounds:
            own = names[bisect_left(starts, start) : bisect_left(starts, end)] if names else names
            if self.told is not None and language.goes_on is not None and language.goes_on.match(self.lower, start):
                self._more(own, start, end)
            before, self.told = self.told, None
            if self.has_figures(start, end):
                self._sentence(segment, own, start, end, before)
                continue
            self.unread.append((start, end))
            if own:
                mention_names(self.discourse, own, view)
                self.leading = start, end

    def _sentence(self, segment: Segment, names: list[Hit], start: int, end: int, before: Claim | None) -> None:
        language, view, lower = self.language, self.page.view, self.lower
        if self.leading is not None and language.lead_phase is not None:
            self.lead = language.lead_phase(lower, *self.leading)
        self.leading = None
        tokens = join_figures(tokens_of(view, lower, self.spelled, language, names, start, end), language)
        self._place(tokens)
        found = read_sentence(tokens, view, language, self.discourse)
        if not found:
            # its figures are of something else, or years: "have extended their slide in 2016"
            self.unread = [] if any(token.code in k.QUANTITIES for token in tokens) else [*self.unread, (start, end)]
        elif before is not None and language.compares is not None and language.compares.match(lower, start):
            compare(before, found[0])
        if found:
            for stretch in self.unread:
                self.period = (language.lead_basis(lower, *stretch) if language.lead_basis is not None else None) or self.period
                self.day = (language.lead_date(lower, *stretch) if language.lead_date is not None else None) or self.day
            self.unread = []
        dated = self.period is Basis.WEEK and any(claim.date is not None and claim.basis is None for claim in found)
        if self.period is not None and (
            dated or not any(claim.basis is None and claim.date is None and claim.phase is None for claim in found)
        ):
            self.period = None  # another time is spoken of
        if self.day is not None and any(claim.date is not None for claim in found):
            self.day = None
        for claim in found:
            if (
                self.lead is not None
                and (claim.phase is None or (claim.phase is Phase.INTRADAY and self.lead is Phase.PREMARKET))
                and claim.subject.family in _LED
            ):
                claim.phase = self.lead
            undated = claim.basis is None and claim.date is None
            if self.period is not None and undated and claim.phase is None and self._runs(claim):
                claim.basis = self.period
            if self.day is not None and claim.basis is None and claim.date is None:
                claim.date = self.day
            if self.paragraphs:
                self._past_day(claim)
            if claim.percent is not None and claim.basis is None and claim.date is None and claim.subject.entry is self.offered:
                claim.basis = Basis.IPO if claim.subject.entry is not None else None
            self.offered = claim.subject.entry if claim.basis is Basis.IPO else self.offered
            self.told = claim if claim.percent is not None else self.told
            claim.headline = segment.kind is SegmentKind.HEADLINE
            self.claims.append((claim, (self.near and self.near.rstrip("!")) or (self.section and f"~{self.section}")))
        if self.lead is not Phase.PREMARKET:
            self.lead = None  # it leads in one sentence
        if self.near == "US":
            self.near = None

    def _runs(self, claim: Claim) -> bool:
        """A period that is not over is told in the perfect: "stocks have rallied this year. The index fell 0.5%"."""
        verb = claim.verb[0] if claim.verb else claim.start
        return (
            self.period is Basis.WEEK
            or PERFECT.search(self.page.view, max(0, verb - 24), verb) is not None
            or (self.told is not None and self.told.basis is self.period and compared(self.page.view, self.told, claim))
        )

    def _past_day(self, claim: Claim) -> None:
        """ "Last Friday the index rose 1%; ..., its peer 2%": a past day at a paragraph's head holds for what follows."""
        told, fresh, self.fresh = claim.date, self.fresh, False
        if fresh:
            past = told is not None and (told == ("day", -1) or (told[0] == "weekday" and told[2]))
            if past and claim.date_span is not None and claim.date_span[0] < claim.subject.start:
                self.past = told
        elif self.past is not None:
            if (told is None or (told == ("day", 0) and claim.basis is not None)) and claim.phase not in _OPEN:
                claim.date = self.past
            elif told != self.past:
                self.past = None

    def _more(self, names: list[Hit], start: int, end: int) -> None:
        """A superlative said in the next sentence belongs to the figure before it."""
        tokens = tokens_of(self.page.view, self.lower, self.spelled, self.language, names, start, end)
        claim = self.told
        if (
            claim is None
            or claim.superlative is not None
            or any(token.code in k.QUANTITIES or token.code == k.MODAL for token in tokens)
        ):
            return
        for token in tokens:
            if token.code == k.EXTREME:
                found = signed_superlative(token.value, claim.sign)
                if found is not None and found.kind is not (Extreme.GAIN if claim.sign < 0 else Extreme.LOSS):
                    claim.superlative = found
                return

    def _place(self, tokens: list[Token]) -> None:
        """Which market the sentence is on, and whether New York has opened yet."""
        placing = [token for token in tokens if token.code in _PLACING]
        if not placing:
            return
        spoken = markets_of(placing)
        self.near = place_of(placing, spoken, self.near)
        if self.near in ("HK", "CN"):
            self.section = self.near
        if any(token.code == k.PHASE and getattr(token.rule, "phase", token.value) is Phase.PREMARKET for token in placing):
            self.lead = Phase.PREMARKET
        elif spoken - {"US"} and self.lead is Phase.PREMARKET:
            self.lead = None


def _is_a_rate(claim: Claim, events: list[TradeEvent]) -> bool:
    """Whether a move was made of the rate of a levy, whose subject the words around the rate don't name."""
    figure = claim.percent
    if figure is None or claim.points is not None or claim.level is not None:
        return False
    for event in events:
        if event.evidence is None:
            continue
        span = event.evidence.span
        if span.start <= figure.start < span.end and figure.value in (event.rate, event.rate_before):
            return not span.start <= claim.subject.start < span.end
    return False
