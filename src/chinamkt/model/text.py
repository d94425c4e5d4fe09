"""Places in a text, and what a fact rests on."""

from __future__ import annotations

from attrs import frozen

from chinamkt.errors import InvalidValue

__all__ = ["Evidence", "Span"]


@frozen(slots=True)
class Span:
    """A half-open stretch of the original text, in Unicode code points.

    :param start: offset of the first code point.
    :param end: offset behind the last one; ``text[start:end]`` is the quote.
    :raises InvalidValue: where ``end`` lies before ``start`` or ``start`` is negative.

    >>> Span(4, 9).of("The yuan firmed.")
    'yuan '
    >>> Span(9, 4)
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: Span.end: 4 lies before start 9 (0 <= start <= end)
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            if self.start < 0:
                raise InvalidValue(f"{self.start} is negative", source="Span.start", hint="0 <= start <= end")
            raise InvalidValue(f"{self.end} lies before start {self.start}", source="Span.end", hint="0 <= start <= end")

    def of(self, text: str) -> str:
        """The words that stand there in ``text``."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@frozen(slots=True, kw_only=True)
class Evidence:
    """Where a fact stands in its text, and the rule that read it.

    :param span: the whole statement (the fact's quote).
    :param subject: the words that name the subject, a pronoun's antecedent included.
    :param name: those words.
    :param verb: the words that give the direction.
    :param numbers: the words of each figure, in the order percent, points, level, amount.
    :param date: the words that give the session.
    :param rule: the id of the rule that made the claim.
    :param clue: what chose the instrument where the name has several: ``code``, ``word``, ``currency``, ``session``,
        ``sentence``, ``article``, or ``table``, where nothing in the text tells them apart.
    :param quote: ``text[span.start:span.end]``; kept so that a fact can travel without its text.
    """

    span: Span
    quote: str = ""
    name: str = ""
    subject: Span | None = None
    verb: Span | None = None
    numbers: tuple[Span, ...] = ()
    date: Span | None = None
    rule: str = ""
    clue: str = ""
