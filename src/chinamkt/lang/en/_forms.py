"""English word forms, so that a rule lists a verb once."""

from __future__ import annotations

__all__ = ["less", "verbs"]

_DOUBLED = frozenset(
    [
        "drop",
        "shed",
        "slip",
        "dip",
        "chop",
        "trim",
        "pop",
        "rap",
        "top",
        "ebb",
        "cap",
        "sag",
        "jog",
        "lag",
        "dim",
        "pip",
        "gap",
        "rip",
        "nip",
        "hit",
        "pare",
    ]
) - {"pare"}


def verbs(stems: str) -> str:
    """Regular verbs in all their forms: ``"climb"`` → ``climb | climbs | climbed | climbing``.

    >>> verbs("slip ease")
    'slip | slips | slipped | slipping | ease | eases | eased | easing'
    """
    forms: list[str] = []
    for stem in stems.split():
        root = stem + stem[-1] if stem in _DOUBLED else stem
        if stem.endswith("e"):
            forms += [stem, stem + "s", stem + "d", stem[:-1] + "ing"]
        elif stem.endswith("y") and stem[-2] not in "aeiou":
            forms += [stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"]
        elif stem.endswith(("s", "sh", "ch", "x", "z")):
            forms += [stem, stem + "es", stem + "ed", stem + "ing"]
        else:
            forms += [stem, stem + "s", root + "ed", root + "ing"]
    return " | ".join(forms)


def less(words: str, others: str) -> str:
    """The words that do not stand among the others: forms that are nouns too ("gain") count as nouns.

    >>> less("gain | gained", "gain | gains")
    'gained'
    """
    out = {" ".join(word.split()) for word in others.split("|")}
    return " | ".join(word for part in words.split("|") if (word := " ".join(part.split())) not in out)
