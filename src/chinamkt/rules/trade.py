"""What a stretch of a sentence is to the reading of trade events; the codes of the rules in ``lang/*/trade.py``.

Trade events have a scanner of their own, so these words never meet those of the market's moves.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from chinamkt.model.facts import EventKind

__all__ = [
    "ABROAD", "ACT", "ACTOR", "AND", "AT", "BACK", "BETWEEN", "BLOCK", "BOTH", "BREAK", "BY", "CLAUSES", "COMMA", "DATE", "EACH",
    "FACE", "FORMS", "FROM", "GATE", "GOODS", "HOPE", "KIND_OF", "LEVYING", "MONEY", "NEUTRAL", "OF", "ON", "PAIR",
    "PARTY", "PLACE", "PRONOUN", "RATE", "RELATIVE", "RETALIATION", "SEMICOLON", "SPEECH", "STATUS", "TO", "WITH", "Act",
]  # fmt: skip

ACT: Final = "act"  # "trade talks", "export curbs": names a kind of event; value an Act
STATUS: Final = "status"  # how far the act has come; value one of the words of claims.trade.status
PARTY: Final = "party"  # a row of the table of parties
PAIR: Final = "pair"  # "中美": two parties in one word
GATE: Final = "gate"  # opens an article to this reading, and is no more than that
ABROAD: Final = "abroad"  # "ship", "overseas": a licence beside it is one for export
FACE: Final = "face"  # "face", "be hit with": the subject undergoes
FORMS: Final = "forms"  # "对{}": what is made of every name of a party (a template, never a token)
BOTH: Final = "both"  # "the two sides"
PRONOUN: Final = "pronoun"  # "he", "the country": who was named first in the sentence before
ACTOR: Final = "actor"  # "officials": makes the demonym before it a subject
KIND_OF: Final = "kind_of"  # "retaliatory", "extra": may stand between a party or a rate and its levy
RELATIVE: Final = "relative"  # "that", "was": a description ends there
RETALIATION: Final = "retaliation"  # "answered", "in return": falls on who acted before
NEUTRAL: Final = "neutral"  # "tariff war", "WTO rules": no act, though one of its words is
BLOCK: Final = "block"  # "nuclear talks", "merger": talks, truces and deals of another matter
GOODS: Final = "goods"  # "goods", "imports": makes the country before it the one that undergoes
HOPE: Final = "hope"  # "hopes", "prospect": what follows is no act
SPEECH: Final = "speech"  # "said": the day beside it is that of the saying
BREAK: Final = "break"  # "while", "after": another clause
ON, FROM, TO, WITH, BY, OF, AT, AND, BETWEEN = "on", "from", "to", "with", "by", "of", "at", "and", "between"
COMMA: Final = "comma"
SEMICOLON: Final = "semicolon"
EACH: Final = "each"  # "respectively": of two rates the first is that of the party named first
BACK: Final = "back"  # "snap back to": an old rate
RATE, MONEY, DATE, PLACE = "rate", "money", "date", "place"
CLAUSES: Final = ("clause", "which")  #: values of relatives that open a clause; "which" tells of the party right before it
#: Values of words of status that are verbs of levying; a levy may be told of by them alone ("the 25% it put on cars").
LEVYING: Final = ("levy", "hits")


@frozen(slots=True)
class Act:
    """A kind of event that words name.

    :param sure: the words speak of trade by themselves ("trade talks"); others need an article that does ("talks").
    :param does: the words hold the verb ("restricts sales"): with nothing else said, it is done.
    :param ahead: the words hold that it is still to come ("to meet").
    :param duty: a probe is of dumping or subsidies; a levy's word ("duty") is that of its outcome too.
    """

    kind: EventKind
    sure: bool = True
    does: bool = False
    duty: bool = False
    ahead: bool = False
