"""Bring the names of all sources together: one line a name, the likeliest meaning first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from forms import capitals, is_common
from names import RANK, Named

from chinamkt.article.fold import fold
from chinamkt.reference.lines import chained, starts_of
from chinamkt.reference.spelling import han_key, is_han, latin_key

__all__ = ["beginnings", "lines"]


def merged(names: Iterable[Named], *, han: bool) -> dict[str, list[Named]]:
    """Names by what the scan sees of them, the likeliest meaning first."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        if is_han(named.name) == han:
            key = han_key(named.name) if han else latin_key(named.name)
            if len(key) > 1 and (han or key[0].isascii()):
                groups[key].append(named)
    for group in groups.values():
        group.sort(key=lambda named: (not named.blocker, RANK.get(named.role, 0)))
    return groups


#: What reports put before the name of an index: "Japan's", "benchmark", "tech-heavy".
ORNAMENT = re.compile(
    r"(?:[\w. ]+'s)?(?:(?:^| )(?:benchmark|blue[- ]chip|broad(?:er|-[a-z]+)|tech[a-z]*-[a-z]+|wider|(?:small|mid|large)-cap"
    r"|mainland|onshore|main|key|start-?up|board|growth-[a-z]+|junior|30-stock|pan-European|Nasdaq-style))*"
)


def without_ornaments(names: list[Named]) -> Iterator[Named]:
    """Names less those that only put a word before another one of the same meaning.

    "Hong Kong's Hang Seng" would keep the scan from "Hang Seng China Enterprises Index" behind it.
    """
    meant = {latin_key(named.name): named.targets for named in names if not named.weak and not is_han(named.name)}
    for named in names:
        words = named.name.split(" ")
        tails = (number for number in range(1, len(words)) if ORNAMENT.fullmatch(" ".join(words[:number])))
        if named.kind in ("", "security") or not any(meant.get(latin_key(" ".join(words[n:]))) == named.targets for n in tails):
            yield named


def lines(names: Iterable[Named], *, han: bool) -> list[str]:
    """The lines of a name table, sorted by code point; their columns are explained in ``chinamkt.reference.names``."""
    groups = merged(without_ornaments(list(names)), han=han)
    keys = sorted(groups)
    return [
        "\t".join((key, str(shorter), *_cells(groups[key], key))) for key, shorter in zip(keys, chained(keys), strict=True)
    ]  # fmt: skip


def beginnings(keys: list[str], *, han: bool) -> list[str]:
    """What the automaton looks for: short beginnings of names, longer ones where a short one would be found too often."""
    short, long, many = (3, 5, 6) if han else (8, 12, 6)
    shared = Counter(key[:short] for key in keys)
    often = {key for key in keys if shared[key[:short]] > many or (not han and is_common(key.partition(" ")[0]))}
    return starts_of((key, long if key in often else short) for key in keys)


def _cells(group: list[Named], key: str) -> tuple[str, ...]:
    first = group[0]
    if first.blocker:
        group = [first]
    targets = tuple(dict.fromkeys(target for named in group for target in named.targets))
    issuers = {named.issuer for named in group}
    # The curated tables know which names mislead; the official lists do not.
    curated = [named.weak for named in group if named.curated]
    weak = any(curated) if curated and not first.curated else first.weak
    every = all(named.every for named in group)
    # The spelling with the fewest capitals is the one a text must have; a text in capitals satisfies every one.
    loose = bool(targets) and not targets[0].startswith("security:")
    named = min((named for named in group if every or not named.every), key=lambda named: len(capitals(named.name, first=loose)))
    written = (named.whole or named.name).removeprefix("the ").removeprefix("The ")
    written = written if is_han(written) else fold(written)
    exact = any(mark in written for mark in "&.'") and sum(letter.isalnum() for letter in key) <= 4
    issuer = issuers.pop() if len(issuers) == 1 else ""
    short = [target.removeprefix("security:") for target in targets]
    marks = {"w": weak, "b": first.blocker, "x": exact, "e": every, "l": all(named.silent for named in group)}
    return (
        "".join(mark for mark, holds in marks.items() if holds),
        first.role,
        "" if written == key else written,
        "|".join(short),
        "=" if issuer and issuer == short[0] else issuer,
    )
