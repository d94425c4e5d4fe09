"""Topics of a clause: which name opens a list, joins it, or stands inside a clause about something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from chinamkt.claims.claim import LOST, NAMED, SECTOR, UNKNOWN, Subject
from chinamkt.claims.topics.places import MOVES, compared_with, governed, heads_clause, next_mention, part, reports, whole_name
from chinamkt.claims.topics.references import compound, market_of, reference
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.topics.reader import TopicReader

#: Whose shares the name of a market behind a firm's means.
_LINES = {"market:CN": "CN", "market:SSE": "CN", "market:SZSE": "CN", "market:US": "US"}

__all__ = ["listing", "take"]

#: Not one group but some of them.
_SOME = re.compile("大?部分|大?多数|绝大|所有|其余|其他|其它|若干|相关|[两三四五六多数]大|多个|全部|整个|各")
#: The three groups told before: "steel, coal and banks, three heavyweights".
_COUNTED = re.compile(".*[两三四五六]大")
#: What may stand between two members of a list besides the conjunction.
_AROUND = frozenset((k.LISTING, k.OPENB, k.CLOSEB, k.AND, k.EACH))


def take(reader: TopicReader, at: int, token: Token) -> None:
    """Decide what a name, a group's name, a pronoun, unknown words or a non-market noun does to the topic."""
    if token.code == k.NONMARKET:
        _nonmarket(reader, at, token)
    elif token.code == k.REFERENCE:
        reference(reader, at, token)
    elif token.code == k.HEAD and token.value == "group":
        _group(reader, at, token)
    elif (
        token.code == k.HEAD and at and reader.code(at - 1) == k.UNKNOWN and _COUNTED.fullmatch(str(reader.tokens[at - 1].value))
    ):
        _named(reader, at, Subject(LOST, token.value, token.start, token.end))
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
    if entry.targets == ("commodity:oil",) and _crude_of(reader, at):
        return
    if entry.weak and entry.kind == "index" and words.endswith("指数") and compound(reader, at, token):
        return
    if entry.weak and not _supported(reader, at):
        if reader.code(at + 1) == k.LISTING:  # the end of a longer name that no table knows
            before = reader.tokens[at - 1] if at else token
            whole = before.code in (k.WORDS, k.UNKNOWN) and before.end == token.start and before.value != "measured"
            if whole and "unknown-names" in reader.steps and isinstance(reader.tokens[at + 1].value, tuple):
                start = token.start if reader.view.startswith("的", before.start) else before.start
                _named(reader, at, Subject(UNKNOWN, reader.view[start : token.end], start, token.end))
            else:
                reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        return
    if entry.kind == "index" and _of_another_market(reader, at, token):
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        return
    if entry.kind == "index" and _is_fund(reader, at, token):
        _named(reader, at, Subject(UNKNOWN if reader.code(at + 1) == k.LISTING else LOST, words, token.start, token.end))
        return
    if not entry.targets or entry.targets[0].startswith("security:?"):
        _named(reader, at, Subject(UNKNOWN, words, token.start, token.end))
        return
    coded = reader.discourse.coded.get(entry.targets)
    subject = Subject(NAMED, words, token.start, token.end, entry, [coded] if coded else [])
    if words.endswith(("美股", "ADR", "H股", "A股")):
        subject.listing.insert(0, {"H": "XHKG", "A": "CN"}.get(words[-2], "US") if words[-1] == "股" else "US")
    ahead = at - 2 if reader.code(at - 1) == k.WORDS else at - 1
    if reader.code(ahead) == k.LISTING and isinstance(reader.tokens[ahead].value, str) and not 0 <= reader.named_at == ahead - 1:
        subject.listing.insert(0, reader.tokens[ahead].value)  # "the New York-listed JD"
    _named(reader, at, subject)


def _crude_of(reader: TopicReader, at: int) -> bool:
    """ "WTI October crude futures": the month stands inside the name."""
    before = reader.tokens[reader.named_at] if reader.clause <= reader.named_at < at else None
    return (
        before is not None
        and before.code == k.NAME
        and before.value.targets[:1] in (("commodity:wti",), ("commodity:brent",))
        and reader.tokens[at].start - before.end <= 5
        and all(one.code in (k.WORDS, k.BASIS, k.DATE, k.REFERENCE) for one in reader.tokens[reader.named_at + 1 : at])
    )


def _of_another_market(reader: TopicReader, at: int, token: Token) -> bool:
    """ "Shanghai's property index" is no index of Hong Kong's, which is called the same."""
    before = reader.tokens[at - 1] if at else None
    if before is None or before.code != k.NAME or before.end != token.start or before.value.kind != "index":
        return False
    return market_of(before.value.targets[0]) != market_of(token.value.targets[0])


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
    if before is not None and before.code == k.UNKNOWN and _SOME.match(str(before.value)):
        _named(reader, at, Subject(LOST, reader.view[token.start : token.end], token.start, token.end))
    elif before is not None and before.code == k.NAME and before.value.weak and before.end == token.start:
        group = Subject(SECTOR, reader.view[before.start : before.end], before.start, token.end)  # "glass shares"
        if reader.named_at == at - 1 and len(reader.group) > 1:
            reader.group = [*reader.group[:-1], group]
        else:
            _named(reader, at - 1, group)
        reader.named_at = at
    elif before is not None and before.code == k.UNKNOWN and before.end == token.start:
        if reader.group and reader.group[-1].kind == LOST and reader.named_at == at - 1:
            reader.group = reader.group[:-1]
        _named(reader, at - 1, Subject(SECTOR, str(before.value), before.start, token.end))
        reader.named_at = at
    elif before is None or before.code not in (k.HEAD, k.REFERENCE):
        _named(reader, at, Subject(LOST, reader.view[token.start : token.end], token.start, token.end))


def _supported(reader: TopicReader, at: int) -> bool:
    """A weak name counts at the head of a clause, with a word of movement, a code or a fellow behind it."""
    if not heads_clause(reader, at):
        return False
    behind = next_mention(reader, at)
    if reader.tokens[at].value.kind == "index" and reader.view.endswith("指数", 0, reader.tokens[at].end):
        return True
    if reader.code(at + 1) == k.REFERENCE and reader.tokens[at + 1].value == "price":
        return True
    return reader.code(at + 1) == k.LISTING or behind in MOVES or behind in (k.AND, k.TURNOVER) or reader.code(at - 1) == k.AND


def _named(reader: TopicReader, at: int, subject: Subject) -> None:
    if _joins(reader, at):
        reader.group = [*reader.group, subject]
        reader.named_at = at
        return
    if _same_issuer(reader, at, subject):
        _other_line(reader, at, _LINES.get(subject.entry.targets[0], "XHKG"))
        return
    shares = subject.entry is not None and subject.entry.kind == "market" and subject.name.endswith("股")
    if shares and reader.group and reader.group[-1].family == "security" and not heads_clause(reader, at):
        return  # "the best of the A shares"
    if compared_with(reader, at):
        return
    of = subject.kind == SECTOR and reader.code(at - 1) != k.COPULA and reader.named_at < reader.clause and bool(reader.group)
    if of and any(one.code == k.COPULA for one in reader.tokens[reader.clause : at]):
        return  # "is the best of the blue chips"
    inside = governed(reader, at)
    if inside and not reports(reader, at):
        return
    if not inside and not heads_clause(reader, at) and reader.code(at - 1) != k.COPULA:
        following = reader.tokens[at + 1] if at + 1 < len(reader.tokens) else None
        coded = following is not None and (isinstance(following.value, tuple) or following.value == "price")
        # "which tracks ..., the index", "drove the index down"
        head = reader.tokens[at - 1].value == "of" or (
            reader.tokens[at - 1].value == "causes" and next_mention(reader, at) in MOVES
        )
        inside = not (coded or head) and reader.named_at >= reader.part and not reports(reader, at)
    outer = reader.outer if reader.outer is not None else reader.group
    if inside and outer and not reports(reader, at):
        return  # only mentioned
    reader.start_group([subject], at)
    if inside and outer:
        reader.outer = outer


def _other_line(reader: TopicReader, at: int, hint: str) -> None:
    """Which of its issuer's shares a name means; at the head of a clause it may be another than before."""
    if reader.clause == at:
        reader.start_group([evolve(reader.group[-1], listing=[hint])], at)
    else:
        reader.group[-1].listing = [hint]
        reader.named_at = at


def _same_issuer(reader: TopicReader, at: int, subject: Subject) -> bool:
    """ "China Mobile's A shares": the name of a market behind a firm's says which of its shares are meant."""
    entry = subject.entry
    if (
        entry is None
        or entry.kind != "market"
        or not subject.name.endswith(("股", "沪市", "深市"))
        or not reader.group
        or reader.group[-1].family != "security"
    ):
        return False
    between = [one.code for one in reader.tokens[reader.named_at + 1 : at]]
    return (not reader.moved and all(code == k.LISTING for code in between)) or (
        reader.clause == at and reader.named_at >= reader.part
    )


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
        start = whole_name(reader, at) if coded else token.start
        if start < token.start:
            reader.open = False  # what joined it to a list is its own
        _named(reader, at, Subject(UNKNOWN, reader.view[start : token.end], start, token.end))
    elif (
        reports(reader, at)
        and any(one.value in ("governs", "causes") for one in reader.tokens[reader.clause : at])
        and not _follows_name(reader, at)
    ):
        outer = reader.outer if reader.outer is not None else reader.group
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)
        reader.outer = outer or None
    elif _joins(reader, at):
        shares = len(reader.group) > 1 and all(one.family in ("security", "unknown") for one in reader.group)
        named = shares and "unknown-names" in reader.steps and 3 <= len(words) <= 6
        reader.group = [*reader.group, Subject(UNKNOWN if named else LOST, words, token.start, token.end)]
        reader.named_at = at
    elif (
        (next_mention(reader, at) in MOVES or listed or reader.code(at + 1) == k.LISTING)
        and heads_clause(reader, at)
        and not _follows_name(reader, at)
    ):
        reader.start_group([Subject(LOST, words, token.start, token.end)], at)


def _follows_name(reader: TopicReader, at: int) -> bool:
    return any(one.code in (k.NAME, k.HEAD, k.REFERENCE) for one in reader.tokens[part(reader, at) : at])


def _among_shares(reader: TopicReader, at: int) -> bool:
    """In a list of shares with their moves, unknown words in a name's place are a name."""
    before = reader.claims[-2:]
    fellows = len(before) == 2 and all(claim.subject.family in ("security", "unknown") for claim in before)
    here = reader.statement is not None and reader.statement.group[0].family in ("security", "unknown")
    return fellows and here and reports(reader, at) and at == reader.clause


def _nonmarket(reader: TopicReader, at: int, token: Token) -> None:
    """Profit, exports, a support level: figures behind it are no moves until a market is named again."""
    if token.value == "behind":
        return
    if token.value == "part":  # one exchange's half of a channel
        reader.sum_of = None
    reader.veto_at, reader.veto_used = at, False


def listing(reader: TopicReader, at: int, token: Token) -> None:
    """ "(00700)", "ADR": says which listing of the name before it is meant."""
    share = bool(reader.group) and reader.group[-1].family == "security"
    if share and reader.clause == at and reader.moved and isinstance(token.value, str):
        _other_line(reader, at, token.value)
        return
    before = reader.tokens[at - 1] if at else None
    if (
        before is not None
        and before.code == k.WORDS
        and before.value in (None, "other")
        and before.end == token.start
        and 2 <= before.end - whole_name(reader, at - 1) <= 8
        and isinstance(token.value, tuple)
        and reader.named_at < at - 1
        and "unknown-names" in reader.steps
    ):  # words that no name ends with, but the code says that they are one
        start = whole_name(reader, at - 1)
        _named(reader, at - 1, Subject(UNKNOWN, reader.view[start : before.end], start, before.end))
    if reader.group and 0 <= at - reader.named_at <= 2 and not reader.moved:
        for subject in reader.group if isinstance(token.value, str) else reader.group[-1:]:
            subject.listing.append(token.value)
        if isinstance(token.value, tuple):
            if reader.group[-1].entry is not None:
                reader.discourse.coded[reader.group[-1].entry.targets] = token.value
            reader.group[-1].end = max(reader.group[-1].end, token.end)
