"""Topics of a clause: which name opens a list, joins it, or stands inside a clause about something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chinamkt.claims.claim import LOST, NAMED, SECTOR, UNKNOWN, Subject
from chinamkt.reference.names import Entry
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.topics import TopicReader

__all__ = ["listing", "may_carry", "owned_by", "take"]

#: What may stand between two members of a list besides the conjunction.
_AROUND = frozenset((k.LISTING, k.OPENB, k.CLOSEB, k.AND, k.EACH))
#: What may stand between a topic and its word of movement.
_BETWEEN = frozenset(
    (k.PHASE, k.BASIS, k.DATE, k.BOUND, k.EACH, k.RESPECTIVELY, k.LISTING, k.EXTREME, k.OPENB, k.CLOSEB, k.HEAD, "x")
)
_MOVES = frozenset((*k.SIGNED, k.FLAT, k.LEVEL_VERB, k.STATE))
#: A topic stands at the head of its clause, behind nothing but these.
_BEFORE = frozenset((*_BETWEEN, k.NAME, k.REFERENCE, k.COPULA, k.INTRO, k.AND, k.COLON, k.NUMBER))


def take(reader: TopicReader, at: int, token: Token) -> None:
    """Decide what a name, a group's name, a pronoun, unknown words or a non-market noun does to the topic."""
    if token.code == k.NONMARKET:
        _nonmarket(reader, at, token)
    elif token.code == k.REFERENCE:
        _reference(reader, at, token)
    elif token.code == k.HEAD and token.value == "group":
        _group(reader, at, token)
    elif token.code == k.HEAD:
        _named(reader, at, Subject(SECTOR, token.value, token.start, token.end))
    elif token.code == k.UNKNOWN:
        _unknown(reader, at, token)
    elif not token.value.blocker:
        _name(reader, at, token)


def _name(reader: TopicReader, at: int, token: Token) -> None:
    entry = token.value
    words = reader.view[token.start : token.end]
    if reader.code(at + 1) == k.SPEECH:
        return
    if at and reader.code(at - 1) == k.NONMARKET and reader.tokens[at - 1].value == "contribution":
        return  # "adds to the index": the index's points are the share's
    if entry.weak and entry.kind == "index" and words.endswith("指数") and _compound(reader, at, token):
        return
    if entry.weak and not _supported(reader, at):
        if reader.code(at + 1) == k.LISTING:  # the end of a longer name that no table knows
            reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        return
    if entry.kind == "index" and _is_fund(reader, at, token):
        _named(reader, at, Subject(UNKNOWN if reader.code(at + 1) == k.LISTING else LOST, words, token.start, token.end))
        return
    if not entry.targets or entry.targets[0].startswith("security:?"):
        _named(reader, at, Subject(UNKNOWN, words, token.start, token.end))
        return
    coded = reader.discourse.coded.get(entry.targets)
    _named(reader, at, Subject(NAMED, words, token.start, token.end, entry, [coded] if coded else []))


def _is_fund(reader: TopicReader, at: int, token: Token) -> bool:
    """An index's name with a fund's code behind it, or with the word."""
    if reader.view.startswith("ETF", token.end):
        return True
    following = reader.tokens[at + 1] if at + 1 < len(reader.tokens) else None
    if following is None or not isinstance(following.value, tuple):
        return False
    code = str(following.value[1]).partition(".")[0]
    return code.isdigit() and (len(code) in (4, 5) or (len(code) == 6 and code[0] in "15"))


def _group(reader: TopicReader, at: int, token: Token) -> None:
    """ "The robots sector": a group by words that no list knows."""
    before = reader.tokens[at - 1] if at else None
    if before is not None and before.code == k.UNKNOWN and before.end == token.start:
        if reader.group and reader.group[-1].kind == LOST and reader.named_at == at - 1:
            reader.group = reader.group[:-1]
        _named(reader, at - 1, Subject(SECTOR, str(before.value), before.start, token.end))
        reader.named_at = at
    elif before is None or before.code not in (k.HEAD, k.REFERENCE):
        _named(reader, at, Subject(LOST, reader.view[token.start : token.end], token.start, token.end))


def _supported(reader: TopicReader, at: int) -> bool:
    """A weak name counts at the head of a clause, with a word of movement, a code or a fellow behind it."""
    if not _heads_clause(reader, at):
        return False
    behind = _next(reader, at)
    if reader.tokens[at].value.kind == "index" and reader.view.endswith("指数", 0, reader.tokens[at].end):
        return True
    return reader.code(at + 1) == k.LISTING or behind in _MOVES or behind in (k.AND, k.TURNOVER) or reader.code(at - 1) == k.AND


def _next(reader: TopicReader, at: int) -> str:
    """The kind of the first mention behind that is no cue of time or manner."""
    at += 1
    while reader.code(at) in _BETWEEN:
        at += 1
    return reader.code(at)


def _heads_clause(reader: TopicReader, at: int) -> bool:
    return all(one.code in _BEFORE or one.code in k.QUANTITIES for one in reader.tokens[_part(reader, at) : at])


def _part(reader: TopicReader, at: int) -> int:
    """Where the part of the clause begins that follows the figure taken last."""
    return max(reader.clause, reader.figure_at + 1)


def _governed(reader: TopicReader, at: int) -> bool:
    """The words before a name act on it ("hurt by", "bought from"): it is no topic."""
    if at - 1 < reader.clause:
        return False
    before = reader.tokens[at - 1]
    return before.code == k.IN or (before.code == k.WORDS and before.value == "governs")


def _compared_with(reader: TopicReader, at: int) -> bool:
    """ "Than last Friday's index": the name is what the topic is compared with."""
    place = at - 1
    while place >= reader.clause and reader.code(place) in (k.PHASE, k.DATE, k.BASIS):
        place -= 1
    return place >= reader.clause and reader.code(place) == k.VERSUS and reader.compared


def _reports(reader: TopicReader, at: int) -> bool:
    """A word of movement and a figure follow within the clause."""
    for place in range(at + 1, len(reader.tokens)):
        code = reader.code(place)
        if code in k.SIGNED:
            following = reader.code(place + 1)
            return following in k.QUANTITIES or following in (k.TO, k.BOUND)
        price = code == k.REFERENCE and reader.tokens[place].value == "price"
        group = code == k.HEAD and reader.tokens[place].value == "group"
        if group or (code not in _BETWEEN and code not in (k.AND, k.NAME) and not price):
            return False
    return False


def _named(reader: TopicReader, at: int, subject: Subject) -> None:
    if _joins(reader, at):
        reader.group = [*reader.group, subject]
        reader.named_at = at
        return
    if _same_issuer(reader, at, subject):
        reader.group[-1].listing = [{"market:CN": "CN"}.get(subject.entry.targets[0], "XHKG")]
        reader.named_at = at
        return
    shares = subject.entry is not None and subject.entry.kind == "market" and subject.name.endswith("股")
    if shares and reader.group and reader.group[-1].family == "security" and not _heads_clause(reader, at):
        return  # "the best of the A shares"
    if _compared_with(reader, at):
        return
    inside = _governed(reader, at)
    if inside and not _reports(reader, at):
        return
    if not inside and not _heads_clause(reader, at) and reader.code(at - 1) != k.COPULA:
        following = reader.tokens[at + 1] if at + 1 < len(reader.tokens) else None
        coded = following is not None and (isinstance(following.value, tuple) or following.value == "price")
        # "which tracks ..., the index", "drove the index down"
        head = reader.tokens[at - 1].value == "of" or (reader.tokens[at - 1].value == "causes" and _next(reader, at) in _MOVES)
        inside = not (coded or head) and reader.named_at >= reader.part and not _reports(reader, at)
    outer = reader.outer if reader.outer is not None else reader.group
    if inside and outer and not _reports(reader, at):
        return  # only mentioned
    reader.start_group([subject], at)
    if inside and outer:
        reader.outer = outer


def _same_issuer(reader: TopicReader, at: int, subject: Subject) -> bool:
    """ "China Mobile's A shares": the name of a market behind a firm's says which of its shares are meant."""
    entry = subject.entry
    if entry is None or entry.kind != "market" or not subject.name.endswith("股") or not reader.group or reader.group[-1].family != "security":
        return False
    between = [one.code for one in reader.tokens[reader.named_at + 1 : at]]
    return not reader.moved and all(code == k.LISTING for code in between) or (reader.clause == at and reader.named_at >= reader.part)


def _joins(reader: TopicReader, at: int) -> bool:
    """The name goes on a list."""
    if (
        "list-of-names" not in reader.steps
        or not reader.open
        or reader.moved
        or not reader.group
        or reader.named_at < reader.clause
    ):
        return False
    between = [one.code for one in reader.tokens[reader.named_at + 1 : at]]
    if (reader.group[0].kind == SECTOR) != (k.HEAD in (reader.code(at), reader.code(at + 1))):
        return False
    return k.AND in between and all(code in _AROUND or (code == k.WORDS and len(between) <= 3) for code in between)


def _unknown(reader: TopicReader, at: int, token: Token) -> None:
    """Words that no table knows: a share's name where a code says so or a list of shares runs, else nobody's."""
    words = reader.view[token.start : token.end]
    coded = reader.code(at + 1) == k.LISTING and isinstance(reader.tokens[at + 1].value, tuple)
    listed = _joins(reader, at) or (reader.code(at + 1) == k.AND and reader.code(at + 2) == k.NAME)
    if "unknown-names" in reader.steps and (coded or (_among_shares(reader, at) and not listed)):
        _named(reader, at, Subject(UNKNOWN, words, token.start, token.end))
    elif _reports(reader, at) and any(one.value in ("governs", "causes") for one in reader.tokens[reader.clause : at]) and not _follows_name(reader, at):
        outer = reader.outer if reader.outer is not None else reader.group
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        reader.outer = outer or None
    elif (_next(reader, at) in _MOVES or listed or reader.code(at + 1) == k.LISTING) and _heads_clause(reader, at) and not _follows_name(reader, at):
        if _joins(reader, at):
            reader.group = [*reader.group, Subject(LOST, words, token.start, token.end)]
            reader.named_at = at
        else:
            reader.start_group([Subject(LOST, words, token.start, token.end)], at)


def _follows_name(reader: TopicReader, at: int) -> bool:
    return any(one.code in (k.NAME, k.HEAD, k.REFERENCE) for one in reader.tokens[_part(reader, at) : at])


def _among_shares(reader: TopicReader, at: int) -> bool:
    """In a list of shares with their moves, unknown words in a name's place are a name."""
    before = reader.claims[-2:]
    fellows = len(before) == 2 and all(claim.subject.family in ("security", "unknown") for claim in before)
    here = reader.statement is not None and reader.statement.group[0].family in ("security", "unknown")
    return fellows and here and _reports(reader, at) and at == reader.clause


def _compound(reader: TopicReader, at: int, token: Token) -> bool:
    """ "The CSI 300 Real Estate Index", "the sector's index": an index of its own that no table knows."""
    before = reader.tokens[at - 1] if at else None
    if before is None or before.end != token.start or before.code not in (k.WORDS, k.UNKNOWN, k.HEAD, k.NAME):
        return False
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


def _reference(reader: TopicReader, at: int, token: Token) -> None:
    value = token.value
    subject = Subject(LOST, reader.view[token.start : token.end], token.start, token.end)
    if isinstance(value, dict):
        _several(reader, at, token, value)
    elif value == "price":
        reader.veto_at = -1
        if not reader.group:
            reader.group = reader.discourse.refer("any", subject)
    elif value == "future":
        _future(reader, at, token)
    elif value in ("index", "market", "security", "fx"):
        if value == "index" and _compound(reader, at, token):
            return
        if _governed(reader, at) or (value == "market" and not _heads_clause(reader, at)):
            return
        if reader.group and reader.group[-1].family == value and not reader.moved:
            return
        found = [one for one in reader.group if one.family == value or (value == "security" and one.kind == UNKNOWN)]
        group = found[-1:] or reader.discourse.refer(value, subject)
        if group or value != "market":
            reader.start_group(group or [subject], at)


def _future(reader: TopicReader, at: int, token: Token) -> None:
    """Futures on the index named right before."""
    before = reader.tokens[at - 1] if at else None
    words = reader.view[token.start : token.end]
    if before is not None and before.code == k.NAME and before.value.kind == "index" and before.end == token.start:
        target = before.value.targets[0].replace("index:", "future:")
        subject = Subject(NAMED, words, before.start, token.end, Entry(words, (target,), kind="future"))
    elif _governed(reader, at) or (before is not None and before.code == k.NAME and before.value.kind == "future"):
        return  # "outran the futures", "the index's futures at night"
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
            place = _market(one.value.targets[0])
            break
    if place is None:
        for family in ("index", "market"):
            told = reader.discourse.by_family.get(family)
            if place is None and told is not None and told.entry is not None:
                place = _market(told.entry.targets[0])
    ids = by_market.get("*") or by_market.get(place or "", ())
    words = reader.view[token.start : token.end]
    group = [Subject(NAMED, words, token.start, token.end, Entry(words, (target,), kind=target.partition(":")[0])) for target in ids]
    reader.start_group(group or [Subject(LOST, words, token.start, token.end)], at)


def _market(target: str) -> str:
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


def _nonmarket(reader: TopicReader, at: int, token: Token) -> None:
    """Profit, exports, a support level: figures behind it are no moves until a market is named again."""
    if token.value == "behind":
        return
    reader.veto_at, reader.veto_used = at, False


def listing(reader: TopicReader, at: int, token: Token) -> None:
    """ "(00700)", "ADR": says which listing of the name before it is meant."""
    if reader.group and 0 <= at - reader.named_at <= 2 and not reader.moved:
        for subject in reader.group if isinstance(token.value, str) else reader.group[-1:]:
            subject.listing.append(token.value)
        if isinstance(token.value, tuple):
            if reader.group[-1].entry is not None:
                reader.discourse.coded[reader.group[-1].entry.targets] = token.value
            reader.group[-1].end = max(reader.group[-1].end, token.end)


def owned_by(reader: TopicReader, at: int) -> None:
    """ "The funds that track the index rose": the words behind the name are the topic, not the name."""
    if reader.named_at < reader.clause or not reader.group:
        return
    between = reader.tokens[reader.named_at + 1 : at]
    if any(one.code in (k.WORDS, k.UNKNOWN) and one.value == "other" for one in between):
        words = reader.view[between[0].start : between[-1].end]
        reader.start_group([Subject(LOST, words, between[0].start, between[-1].end)], at)


def may_carry(reader: TopicReader, at: int) -> bool:
    """A sentence without a topic of its own speaks of the one before it."""
    before = reader.tokens[:at]
    told = reader.discourse.group
    if told and "\n" in reader.view[told[-1].end : reader.tokens[0].start]:
        return False  # another paragraph
    own = any(one.code in (k.NAME, k.NONMARKET, k.UNKNOWN, k.HEAD) or (one.code == k.WORDS and one.end - one.start > 1) for one in before)
    return "carry" in reader.steps and not own
