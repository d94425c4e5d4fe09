"""Subjects of a sentence: each kind of word is taken by its own step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, NAMED, UNKNOWN, Subject
from chinamkt.reference.entries import Entry
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.figures import Figures as Reader

from chinamkt.claims.heads import take_head
from chinamkt.claims.listings import own_listing, say_listing, says_listing, told_of_figure
from chinamkt.claims.names import only_mentioned, take_name
from chinamkt.claims.nouns import take_unknown
from chinamkt.claims.references import take_nonmarket, take_reference

__all__ = ["listing", "may_carry", "name_follows", "take"]


def take(reader: Reader, at: int, token: Token) -> None:
    """Decide what a name, a head noun, a pronoun or a non-market noun does to the group."""
    code = token.code
    if code == k.NONMARKET:
        take_nonmarket(reader, at, token)
    elif code == k.REFERENCE and reader.view[token.start : token.end] == "IT" and reader.code(at + 1) == k.HEAD:
        token.code = k.WORDS  # "the IT sector"
    elif code == k.REFERENCE:
        take_reference(reader, at, token)
    elif code == k.HEAD:
        take_head(reader, at, token)
    elif code == k.UNKNOWN:
        take_unknown(reader, at, token)
    elif reader.code(at + 1) == k.HEAD and token.value.kind in ("commodity", "fx") and reader.tokens[at + 1].near:
        token.code = k.WORDS  # "gold miners", "oil stocks": the head names the group
    elif token.value.targets[:1] == ("index:HSI",) and _sub_index(reader, at):
        reader.start_group([Subject(LOST, reader.view[token.start : token.end], token.start, token.end)], at)
    elif token.value.kind == "commodity" and _modifies(reader, at):
        token.code = k.WORDS  # "Gold miner Regis Resources": what the firm digs
    elif token.value.kind == "index" and _blue_chips(reader, token):
        take_name(reader, at, Subject(NAMED, reader.view[token.start : token.end], token.start, token.end, _HSI))
    elif token.value.kind in ("market", "index") and says_listing(reader, at, token):
        return
    elif token.value.kind == "fx" and reader.code(at - 1) == k.OPENB and reader.code(at - 2) == k.MONEY:
        return  # "2.06 trillion yuan (RMB, same below)"
    elif not token.value.blocker and not only_mentioned(reader, at, token):
        if token.value.weak and token.value.kind == "index":
            token.value = reader.discourse.closest(token.value)
        listed = not token.value.targets[0].startswith("security:?")
        take_name(
            reader,
            at,
            Subject(
                NAMED if listed else UNKNOWN,
                reader.view[token.start : token.end],
                token.start,
                token.end,
                token.value if listed else None,
            ),
        )


def _sub_index(reader: Reader, at: int) -> bool:
    """ "The Hang Seng telecoms index", which no table knows, is not the Hang Seng."""
    token, place = reader.tokens[at], at + 2 if reader.code(at + 1) == k.HEAD else at + 1
    if reader.view[token.start : token.end] != "Hang Seng" or reader.code(place) != k.WORDS:
        return False
    words = reader.view[reader.tokens[at + 1].start : reader.tokens[place].end]
    return words.endswith(" index") and reader.tokens[at + 1].start == token.end + 1


def _modifies(reader: Reader, at: int) -> bool:
    """A trade and a firm's name stand behind the name of a metal."""
    behind = reader.tokens[at + 1] if reader.code(at + 1) == k.WORDS else None
    return (
        behind is not None
        and reader.code(at + 2) in (k.UNKNOWN, k.NAME)
        and reader.view.endswith(("er", "or", "ler"), behind.start, behind.end)
        and " " not in reader.view[behind.start : behind.end]
    )


_HSI = Entry("Hang Seng Index", ("index:HSI",), kind="index")


def _blue_chips(reader: Reader, token: Token) -> bool:
    """ "The blue chip index" of a report on Hong Kong, where no index of the mainland's has been told of yet."""
    if token.value.targets[0] != "index:CSI300" or not reader.view.endswith(
        ("lue chip index", "lue-chip index"), token.start, token.end
    ):
        return False
    told = [one.entry.targets[0] for one in (*reader.named, *reader.discourse.told) if one.entry is not None]
    if reader.discourse.group and reader.discourse.group[0].entry is not None:
        told.append(reader.discourse.group[0].entry.targets[0])
    return not {"index:HSI", "market:HK"}.isdisjoint(told) and not any(
        one.startswith(("index:CSI", "index:SSE", "index:SZSE")) for one in told
    )


def listing(reader: Reader, at: int, token: Token) -> None:
    """ "US-listed", "(00700)": says which listing of the name beside it is meant."""
    if token.value == "FUTURE~":  # "the contract for the S&P 500 fell 0.3% while that for the Dow lost 0.2%"
        if any(one.family == "future" or "FUTURE" in one.listing for one in (*reader.group, *reader.discourse.group)):
            reader.listing_ahead = "FUTURE"
        return
    if token.value == "CNH":
        _offshore(reader)
        if not reader.group:
            reader.listing_ahead = "CNH"  # "in Hong Kong, the yuan fetched 7.2349"
        return
    if isinstance(token.value, str) and reader.view.endswith((" its ", " their "), 0, token.start) and reader.moved:
        own_listing(reader, at, token, token.value)  # "and its H-shares fell 0.5 per cent"
        return
    if reader.group and reader.named_at >= 0 and at - reader.named_at <= 2:
        say_listing(reader, reader.group[-1], token.value)
        reader.group[-1].end = max(reader.group[-1].end, token.end) if isinstance(token.value, tuple) else reader.group[-1].end
    elif token.value == "XHKG" and (not reader.group or reader.code(at - 1) == k.COMMA) and _acts(reader, at + 1):
        entry = Entry("Hang Seng China Enterprises Index", ("index:HSCEI",), kind="index")
        name = reader.view[token.start : token.end]
        if name.lower().startswith("h"):  # "H-shares have climbed 24%"
            reader.start_group([Subject(NAMED, name, token.start, token.end, entry)], at)
    elif _first_word(reader, at) and isinstance(token.value, tuple):
        first = reader.tokens[at - 1]
        name = reader.view[first.start : first.end]
        reader.start_group([Subject(UNKNOWN, name, first.start, token.end, listing=[token.value])], at)
    elif not isinstance(token.value, str) or not told_of_figure(reader, at, [token.value]):
        reader.listing_ahead = token.value


def _acts(reader: Reader, place: int) -> bool:
    """A verb, or a figure with its sign printed, stands at this place."""
    if reader.code(place) == k.PERCENT:
        return bool(reader.tokens[place].value.sign)
    return reader.code(place) in (*k.SIGNED, k.STATE, k.COPULA)


def _offshore(reader: Reader) -> None:
    """ "The yuan rose 0.2% to 7.05 in the offshore market": the offshore rate."""
    for group in (reader.group, reader.statement.group if reader.statement is not None else []):
        for one in group:
            if one.entry is not None and one.entry.targets[:1] == ("fx:USD/CNY",):
                one.entry = Entry(one.entry.name, ("fx:USD/CNH",), kind="fx")


def _first_word(reader: Reader, at: int) -> bool:
    """ "Sanofi (02257.HK) surged": the capital of a sentence's first word hides that it is a name."""
    first = reader.tokens[at - 1] if at else None
    return first is not None and first.value == "first" and first.end + 1 == reader.tokens[at].start and not reader.group


def name_follows(reader: Reader, at: int) -> bool:
    """ "Down as much as 5% in the final hour, the index ...": the subject comes behind the comma."""
    for place in range(at + 1, len(reader.tokens)):
        code = reader.code(place)
        if code == k.COMMA:
            return reader.code(place + 1) in (k.NAME, k.UNKNOWN)
        if code not in (k.PHASE, k.BASIS, k.DATE, k.EXTREME, k.IN, k.AT):
            return False
    return False


def may_carry(reader: Reader, at: int) -> bool:
    """A sentence that begins with its verb speaks of the subject before it."""
    for token in reader.tokens[:at]:
        if token.code in (k.WORDS, k.UNKNOWN):
            return False
        if token.code in k.SIGNED or token.code in (k.STATE, k.COPULA):
            return True
    return False
