"""An entry of the name tables: what a name means, where it fits in a text, and how far it reaches."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve, frozen

from chinamkt.expressions import expression

__all__ = ["Entry", "Hit", "Line", "fits", "parse", "whole"]

_INDEX_TAIL: Final = expression(
    r"[ \n]{1,2}(?:composite |stock |share )?(?:index(?:es)?|indices|gauge|average|benchmark)\b|成[份分]股?指数|指数",
    re.IGNORECASE,
)
_FIRM_TAIL: Final = expression(
    r"(?:,?[ \n](?:(?:Group|GROUP|Holdings?|HOLDINGS?|Company|Corporation|Limited|LIMITED|AG|SA|NV)\b|\(Group\)"
    r"|(?:Co|CO|Ltd|LTD|Inc|INC|Corp|CORP|PLC|Plc|plc)\b\.?))+|-(?:SW|W|S|B|R|P|UW|U)(?![A-Za-z])"
    r"|(?<=Inc)\.|(?<=Ltd)\.|(?<=Corp)\.|集团控股|集团|控股|股份"
)
#: What makes a fund, or a firm, of an index's name: "CSI 300 ETF", "Dow Inc".
_FUND_TAIL: Final = expression(
    r"[ \n](?:(?:[Ii]ndex[ \n])?(?:ETF(?:[ \n]Trust)?|[Ee]xchange[- ][Tt]raded [Ff]und)\b(?!s)|(?:Inc|Corp|Ltd)\b\.?)"
)
#: How such a tail can begin.
_TAIL_BEGINS: Final = frozenset(" \n,.-成指集控股")
#: What may follow where an official name was cut short.
_TRADE: Final = expression(
    r"(?:[ \n](?:&[ \n])?(?:Technolog(?:y|ies)|Tech|Industr(?:y|ies|ial)|Pharmaceuticals?|Pharma|Electronics?|Electric"
    r"|International|Energy|Power|Motors?|Entertainment|Network|Medical|Diagnostics|Biotech(?:nology)?|Chemicals?|Steel|Mining|Materials?|Precision|Semiconductor|Software|Cement|Food"
    r"|Foods|Group|Securities|Development|Intelligent|Controls|Equipment|Environmental|New|Information|Media|Communications?|Water|Heavy|Machinery)\b)+"
)


@frozen(slots=True)
class Entry:
    """What a name means.

    :param name: as the table writes it.
    :param targets: ids of what it can mean (``index:HSI``, ``security:XHKG:00700``), likeliest first; every listing
        of an issuer; none for a blocker.
    :param weak: never enough alone: an ordinary word, a place, a part of other names.
    :param blocker: a longer name that swallows a listed one and means something else.
    :param kind: what comes before the colon of the first target.
    :param issuer: the issuer's id where all targets are its listings.
    :param role: where the name comes from: ``index``, ``index-alias``, ``term``, ``news``, ``nickname``, ``official``,
        ``official-stem``, ``exchange-short``, ``former``, ``beginning`` (an official name cut short), ``descriptor``,
        ``fund``, ``unlisted``, ``blocker``; ``boundary`` for a word whose end is no name's beginning (其中|集友), which
        the scan swallows and does not tell.
    """

    name: str
    targets: tuple[str, ...]
    weak: bool = False
    blocker: bool = False
    kind: str = ""
    issuer: str | None = None
    role: str = ""


Hit = tuple[int, int, Entry]


@frozen(slots=True)
class Line:
    """A line of the table, taken apart: done for the names that texts have, not for all.

    :param shorter: number of the line with the longest name that begins this one, or -1.
    :param capitals: offsets where a text must have capitals.
    :param exact: the lower-cased name where its punctuation counts ("AT&T" is not "at t"), or "".
    :param bounded: whether a letter or digit may not stand before, or behind.
    :param anywhere: none of these conditions: a Chinese name.
    """

    key: str
    length: int
    shorter: int
    capitals: tuple[int, ...]
    exact: str
    bounded: tuple[bool, bool]
    silent: bool
    entry: Entry
    anywhere: bool


def _capitals(written: str, *, every: bool, first: bool) -> tuple[int, ...]:
    if first:
        return (0,) if "A" <= written[0] <= "Z" else ()
    return tuple(
        place
        for place, letter in enumerate(written)
        if "A" <= letter <= "Z" and (every or place == 0 or not (written[place - 1].isalnum() or written[place - 1] == "'"))
    )


def parse(line: str, number: int, ending: str) -> Line:
    """Take a line of a name table apart (its columns: :mod:`chinamkt.reference.names`).

    :param number: of the line, from 0.
    :param ending: what must follow the name in the text that is searched.
    """
    key, shorter, flags, role, written, targets, issuer = line.split("\0")
    written = written or key
    ids = tuple(target if target[:1].islower() else f"security:{target}" for target in targets.split("|") if target)
    entry = Entry(
        written,
        ids,
        weak="w" in flags,
        blocker="b" in flags,
        kind=ids[0].partition(":")[0] if ids else "",
        issuer=(ids[0].partition(":")[2] if issuer == "=" else issuer) or None,
        role=role,
    )
    # "Hang Seng index", "shanghai composite": only the names of firms need all their capitals.
    capitals = _capitals(written[: len(key)], every="e" in flags, first=bool(ids) and entry.kind != "security")
    exact = written.lower() if "x" in flags else ""
    bounded = (key[0].isascii() and key[0].isalnum(), key[-1].isascii() and key[-1].isalnum())
    return Line(
        key + ending,
        len(key),
        number - int(shorter) if shorter != "0" else -1,
        capitals,
        exact,
        bounded,
        "l" in flags,
        entry,
        not (capitals or exact or any(bounded) or "l" in flags or entry.kind == "market"),
    )


def _is_letter(text: str, place: int) -> bool:
    letter = text[place : place + 1]
    return letter.isalnum() and letter < "\u2e80"


def fits(line: Line, lower: str, view: str, start: int) -> bool:
    """Whether a name that stands at ``start`` has the capitals, the ends and the punctuation that it needs."""
    for place in line.capitals:
        if not view[start + place].isupper():
            return False
    before, behind = line.bounded
    end = start + line.length
    if line.entry.kind == "market" and view.startswith("'s", end):
        return False  # "shares in Europe's biggest bank"
    if line.silent or (behind and _is_letter(lower, end)) or (before and start and _is_letter(lower, start - 1)):
        return False
    return not line.exact or lower[start:end] == line.exact


def _read_on(name: str, view: str, start: int, end: int) -> int:
    """The end of an official name that was cut short: its further words, or words for the trade."""
    for word in name[end - start :].split():
        if not view.startswith(word, end + 1) or not view[end].isspace():
            break
        end += 1 + len(word)
    trade = _TRADE.match(view, end)
    return trade.end() if trade else end


def whole(entry: Entry, view: str, start: int, end: int) -> tuple[int, Entry]:
    """The end of the name with the words that belong to it ("index", "Co. Ltd"), which make a weak name a sure one."""
    if view[end : end + 1] not in _TAIL_BEGINS:
        return end, entry
    if entry.kind == "index":
        if fund := _FUND_TAIL.match(view, end):
            name = view[start : fund.end()]
            return fund.end(), Entry(name, (f"security:?{name}",), kind="security", role="fund")
        tail = _INDEX_TAIL.match(view, end) if entry.role.startswith("index") or not entry.weak else None
    elif entry.kind == "security":
        if entry.role == "beginning":
            end = _read_on(entry.name, view, start, end)
        tail = _FIRM_TAIL.match(view, end)
    else:
        return end, entry
    if tail is None:
        return end, entry
    return tail.end(), evolve(entry, weak=False) if entry.weak and entry.role != "descriptor" else entry
