"""What a stretch of a sentence is, as one letter, so that a sentence is a short string of letters.

Constructions are read off that string ("a name, a falling word, a percentage") without
looking at words again. Lower-case ``u`` and ``d`` are nouns ("a gain of"), which may follow
their figure or name their subject behind it ("a 2% drop in the index").
"""

from __future__ import annotations

__all__ = [
    "AND",
    "AT",
    "BASIS",
    "BOUND",
    "BREAK",
    "BY",
    "CLOSEB",
    "COLON",
    "COMMA",
    "COPULA",
    "DATE",
    "DOWN",
    "DOWN_NOUN",
    "EACH",
    "EXTREME",
    "FLAT",
    "FLOW",
    "FROM",
    "HEAD",
    "IN",
    "INTRO",
    "LEVEL_VERB",
    "LIKEWISE",
    "LISTING",
    "MODAL",
    "MONEY",
    "NAME",
    "NONMARKET",
    "NOUNS",
    "NUMBER",
    "OF",
    "OPENB",
    "OR",
    "PARE",
    "PERCENT",
    "PHASE",
    "POINTS",
    "POSSESSIVE",
    "QUANTITIES",
    "REFERENCE",
    "RELATIVE",
    "RESPECTIVELY",
    "SEMICOLON",
    "SIGNED",
    "SPEECH",
    "STATE",
    "SUBJECTS",
    "TO",
    "TURNOVER",
    "UNKNOWN",
    "UP",
    "UP_NOUN",
    "VENUE",
    "VERSUS",
    "WORDS",
]

NAME = "N"  # a name of the reference data
UNKNOWN = "n"  # capitalised words that no table knows
HEAD = "S"  # "shares", "sector", "stocks": what is in front of it names the subject
REFERENCE = "R"  # "the gauge", "it", "the stock"
NONMARKET = "Z"  # "profit", "GDP", "stake": figures of it are no moves
UP, DOWN, FLAT = "U", "D", "F"  # verbs, adjectives, particles of movement
UP_NOUN, DOWN_NOUN = "u", "d"
STATE = "C"  # "closed", "opened", "traded": a verb without a direction
COPULA = "c"  # "was", "stood"
LEVEL_VERB = "L"  # 报, "recorded": a level follows without a preposition
PARE = "P"  # "paring", "trimmed": the direction is that of its object
PERCENT, POINTS, MONEY, NUMBER = "%", "p", "$", "#"
TO, AT, FROM, BY, OF, IN, OR, AND, VERSUS = "t", "a", "f", "b", "o", "i", "|", "&", "v"
COMMA, SEMICOLON, COLON, OPENB, CLOSEB = ",", ";", ":", "(", ")"
POSSESSIVE = "'"
EACH, RESPECTIVELY, LIKEWISE = "E", "Q", "l"
BREAK = "B"  # "while", "but", "after": a new clause
RELATIVE = "W"  # "which", "whose"
INTRO = "I"  # "such as", "led by": a list of subjects follows
MODAL = "M"  # "could", "is expected to"
SPEECH = "T"  # "said", "analysts at": the name beside it speaks
PHASE, BASIS, EXTREME, DATE, BOUND = "H", "Y", "X", "K", "G"
TURNOVER, FLOW = "V", "O"
VENUE = "e"  # "both markets", "the main board": where the turnover was
LISTING = "A"  # "US-listed", "A-shares": says which listing is meant
WORDS = "w"  # words that no rule knows

SUBJECTS = frozenset((NAME, UNKNOWN, HEAD, REFERENCE, NONMARKET))
QUANTITIES = frozenset((PERCENT, POINTS, MONEY, NUMBER))
NOUNS = frozenset((UP_NOUN, DOWN_NOUN))
SIGNED = frozenset((UP, DOWN, UP_NOUN, DOWN_NOUN))
