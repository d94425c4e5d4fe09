"""What stands for a topic without being its name: pronouns, "the index", "the three indices", futures on an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import LOST, NAMED, SECTOR, UNKNOWN, Subject
from chinamkt.claims.topics.places import governed, heads_clause
from chinamkt.reference.names import Entry
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.topics.reader import TopicReader

__all__ = ["compound", "market_of", "reference"]

#: Hong Kong's words for the futures of its main index, traded at night too.
_HONG_KONG = ("即月期指", "夜期", "夜市期指", "夜期指")
_MAIN = {"HK": "index:HSI", "CN": "index:SSE_COMPOSITE"}


def reference(reader: TopicReader, at: int, token: Token) -> None:
    """Take a word that stands for a topic."""
    value = token.value
    subject = Subject(LOST, reader.view[token.start : token.end], token.start, token.end)
    if isinstance(value, dict):
        _several(reader, at, token, value)
    elif value == "price":
        reader.veto_at = -1
        if 0 <= reader.modal_at < reader.clause and reader.tokens[reader.modal_at].value == "weak":
            reader.modal_at = -1  # "may join forces, and its shares rose"
        if reader.group and reader.group is reader.owned:
            reader.start_group(reader.owner, at)  # "the firm's users rose 5%, its share price 2%"
        if not reader.group:
            reader.group = reader.discourse.refer("any", subject)
    elif value == "future":
        _future(reader, at, token)
    elif value in ("index", "market", "security", "fx"):
        if value == "index" and compound(reader, at, token):
            return
        if governed(reader, at) or (value == "market" and not heads_clause(reader, at)):
            return
        if reader.group and reader.group[-1].family == value and not reader.moved:
            return
        found = [one for one in reader.group if one.family == value or (value == "security" and one.kind == UNKNOWN)]
        group = found[-1:] or reader.discourse.refer(value, subject)
        if value == "market" and group and group[0].family == "index":
            group = _benchmark(reader, group[0])
        if group or value != "market":
            reader.start_group(group or [subject], at)


def _benchmark(reader: TopicReader, latest: Subject) -> list[Subject]:
    """The market is spoken of by its main index, where one was told of."""
    place = market_of(latest.entry.targets[0]) if latest.entry is not None else ""
    for told in reader.discourse.told:
        if told.entry is not None and told.entry.targets[:1] == (_MAIN.get(place),):
            return [Subject(NAMED, latest.name, latest.start, latest.end, told.entry)]
    return [latest]


def compound(reader: TopicReader, at: int, token: Token) -> bool:
    """ "The CSI 300 Real Estate Index", "the sector's index": an index of its own that no table knows."""
    before = reader.tokens[at - 1] if at else None
    if before is None or before.code not in (k.WORDS, k.UNKNOWN, k.HEAD, k.NAME):
        return False
    if before.end != token.start:  # words without weight stand between: 工业|平均|指数
        if before.code != k.UNKNOWN or not reader.view[before.end : token.start].strip().isalpha():
            return False
        reader.start_group([Subject(LOST, reader.view[before.start : token.end], before.start, token.end)], at)
        return True
    if before.value in ("governs", "causes"):
        return False
    if before.code in (k.HEAD, k.NAME) and reader.group and reader.group[-1].kind == SECTOR:
        return True
    start = before.start
    if at > 1 and reader.code(at - 2) == k.NAME and reader.tokens[at - 2].end == start:
        start = reader.tokens[at - 2].start
    words = reader.view[start : token.start]
    reader.start_group([Subject(SECTOR if start < before.start or before.code == k.NAME else LOST, words, start, token.end)], at)
    return True


def _future(reader: TopicReader, at: int, token: Token) -> None:
    """Futures on the index named right before."""
    before = reader.tokens[at - 1] if at else None
    words = reader.view[token.start : token.end]
    if before is not None and before.code == k.NAME and before.value.kind == "index" and before.end == token.start:
        target = before.value.targets[0].replace("index:", "future:")
        subject = Subject(NAMED, words, before.start, token.end, Entry(words, (target,), kind="future"))
    elif governed(reader, at) or (before is not None and before.code == k.NAME and before.value.kind in ("future", "commodity")):
        return  # "outran the futures", "the index's futures at night"
    elif words in _HONG_KONG and (before is None or before.code != k.NAME or before.end != token.start):
        subject = Subject(NAMED, words, token.start, token.end, Entry(words, ("future:HSI",), kind="future"))
    else:
        subject = Subject(LOST, words, token.start, token.end)
    reader.start_group([subject], at)


def _several(reader: TopicReader, at: int, token: Token, by_market: dict[str, Any]) -> None:
    """ "The three indices": those of the market that the words before, or the article, speak of."""
    if "indices-of-a-market" not in reader.steps:
        return
    place = None
    for one in reversed(reader.tokens[:at]):
        if one.code == k.NAME and one.value.kind in ("market", "index"):
            place = market_of(one.value.targets[0])
            break
    if place is None:
        for family in ("index", "market"):
            told = reader.discourse.by_family.get(family)
            if place is None and told is not None and told.entry is not None:
                place = market_of(told.entry.targets[0])
    ids = by_market.get("*") or by_market.get(place or "", ())
    words = reader.view[token.start : token.end]
    group = [
        Subject(NAMED, words, token.start, token.end, Entry(words, (target,), kind=target.partition(":")[0])) for target in ids
    ]
    reader.start_group(group or [Subject(LOST, words, token.start, token.end)], at)


def market_of(target: str) -> str:
    """The market of an index or a market's id, or nothing."""
    if target.startswith("market:"):
        return {"SSE": "CN", "SZSE": "CN"}.get(target[7:], target[7:])
    slug = target.partition(":")[2]
    if slug.startswith("HS"):
        return "HK"
    return (
        "US"
        if slug in ("SPX", "IXIC", "DJI", "NDX")
        else "CN"
        if slug.startswith(("CSI", "SSE", "SZSE", "CHINEXT", "STAR"))
        else ""
    )
