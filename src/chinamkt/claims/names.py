"""Names in a sentence: who joins the group, who begins one, and who is only mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chinamkt.claims.claim import LOST, NAMED, NONMARKET, SECTOR, UNKNOWN, Subject
from chinamkt.claims.closing import claims_of
from chinamkt.expressions import expression
from chinamkt.reference.entries import Entry
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.claims.figures import Figures as Reader

from chinamkt.claims.listings import say_listing, told_of_figure
from chinamkt.claims.prepositions import PREPOSITIONS

__all__ = ["only_mentioned", "take_name", "take_subject_behind"]

# a list goes on: a comma or an "and", with codes, descriptions and possessives around it
_LIST = expression(r"[A(),wn':]*[,&|][A(),&|wnS'o]*$")
_DETERMINED = expression(r"\b(?:the|its|their|a|an|this|that)\s*$")
#: "the Hong Kong gauge rose"
_GAUGE = expression(r" (?:gauge|benchmark|barometer|yardstick)\b")
_INDEX_WORD = expression(r"\b(?:[Ii]ndex(?:es)?|[Gg]auge|[Mm]easure|[Bb]enchmark|指数)$")
#: A ticker without brackets.
_CODE = expression(r"<?([A-Z]{1,5}\.(?:N|O|OQ|US|K))\b")
#: What a company is called before its name: "Developer", "Lender", "Rival".
_TITLE = expression(
    r"(?:er|or|ly|line|age|[Rr]ival|[Gg]iant|[Ff]ellow|[Hh]eavyweight|[Bb]ank|[Ll]andlord|[Uu]tility|[Gg]roup|[Ff]irm|[Uu]nit|[Pp]arent)$"
)
#: Behind the name of a market: those who work there.
_HOUSE = expression(
    r" (?:(?:investment|securities) )?(?:houses?|banks?|brokers?|brokerages?|firms?|analysts?|strategists?|economists?"
    r"|veterans?|lenders?|executives?)\b"
)
#: A share "in Hong Kong" is the listing there.
_PLACES = {"index:HSI": ("XHKG",), "index:SSE_COMPOSITE": ("CN",), "index:SZSE_COMPONENT": ("CN",)}


def only_mentioned(reader: Reader, at: int, token: Token) -> bool:
    """A weak name without support, a speaker, the object of a preposition."""
    before, behind = reader.code(at - 1), reader.code(at + 1)
    if behind == k.SPEECH or (before == k.SPEECH and reader.tokens[at - 1].value == "at"):
        reader.named.append(Subject(NAMED, reader.view[token.start : token.end], token.start, token.end, token.value))
        return True
    if token.value.kind == "market" and _HOUSE.match(reader.view, token.end):
        token.code = k.WORDS  # "a Wall Street house": who speaks, not who moves
        return True
    if (before == k.AND and reader.aside == at - 2 >= 0) or (
        token.near
        and reader.aside == at - 1 >= 0
        and getattr(reader.tokens[at - 1].value, "kind", "") == token.value.kind == "security"
    ):
        reader.aside = at  # the list goes on that a preposition governs, or the name: "of Feitian Moutai"
        return True
    if token.value.weak and before == k.IN and reader.group and token.value.kind == "index":
        _tell_place(reader, at, token)
    if token.value.weak and not _supported(reader, at):
        token.code = k.WORDS  # no name here: a descriptor, a place, an ordinary word
        if before in PREPOSITIONS:
            reader.aside = at
        if behind == k.UNKNOWN and reader.tokens[at + 1].start == token.end + 1:
            _lengthen(reader, at, token)
        return True
    if before == k.TO and _made_to_move(reader, at):
        return False
    if before in PREPOSITIONS or (before == k.STATE and reader.code(at - 2) in PREPOSITIONS and reader.tokens[at].near):
        if reader.awaits_subject(at) and "noun-in-subject" in reader.steps:
            return False
        if reader.code(at - 2) == k.HEAD and before in (k.OF, k.IN):
            return False
        if reader.code(at - 2) in k.NOUNS and before in (k.OF, k.IN) and not reader.group and reader.statement is None:
            return False
        if before == k.OF and reader.code(at - 2) == k.EACH:
            return False
        reader.aside = at
        if at == 1 and before == k.IN and reader.view[reader.tokens[0].start : reader.tokens[0].end].lower() == "for":
            reader.topic = Subject(NAMED, reader.view[token.start : token.end], token.start, token.end, token.value)
        if before in (k.FROM, k.VERSUS) and token.value.kind == "fx" and reader.statement is not None:
            reader.statement.against = Subject(NAMED, "", token.start, token.end, token.value)
        reader.beside = Subject(NAMED, reader.view[token.start : token.end], token.start, token.end, token.value)
        return True
    return False


def _tell_place(reader: Reader, at: int, token: Token) -> None:
    """ "Its shares listed in Shenzhen rose": the place says which listing."""
    hints = _PLACES.get(token.value.targets[0], ())
    if not told_of_figure(reader, at, hints):
        for hint in hints:
            say_listing(reader, reader.group[-1], hint)


def _made_to_move(reader: Reader, at: int) -> bool:
    """ "The accident led to Baidu falling 3.5%": what follows "to" is the subject of the participle."""
    place = at + 2 if reader.code(at + 1) == k.LISTING else at + 1
    if reader.code(place) not in (k.UP, k.DOWN) or reader.code(place + 1) not in (k.BY, *k.QUANTITIES):
        return False
    return reader.view.endswith("ing", reader.tokens[place].start, reader.tokens[place].end)


def _supported(reader: Reader, at: int) -> bool:
    """A weak name counts where it does what only an instrument does."""
    token, before, behind = reader.tokens[at], reader.code(at - 1), reader.code(at + 1)
    if reader.tokens[at].value.kind == "index" and _INDEX_WORD.search(
        reader.view, reader.tokens[at].start, reader.tokens[at].end
    ):
        return True
    if reader.tokens[at].value.kind == "index" and behind == k.WORDS and _GAUGE.match(reader.view, token.end):
        if reader.view[max(0, token.start - 2) : token.start].lower() == "a ":
            return False  # "a Hong Kong gauge": any
        return before not in PREPOSITIONS and reader.code(at + 2) in (k.UP, k.DOWN, k.FLAT, k.STATE, k.COPULA, k.PERCENT)
    if behind == k.POSSESSIVE and reader.code(at + 2) in k.NOUNS and reader.code(at + 3) == k.OF:
        return reader.code(at + 4) in (k.PERCENT, k.POINTS)  # "with Hong Kong's loss of 13.2 percent"
    if before in (*PREPOSITIONS, k.NONMARKET) or behind in (k.POSSESSIVE, k.NAME, k.UNKNOWN) or _within_longer(reader, at):
        return False
    if behind == k.AND and reader.between(at + 1, at + 4) == k.NAME + k.HEAD and reader.tokens[at + 3].value == "group":
        return False  # "the biggest Shanghai and Shenzhen names"
    if before == k.NAME and token.value.kind == "index" and token.near and reader.tokens[at - 1].value.kind == "security":
        return False  # "HSBC Hong Kong"
    if behind == k.LISTING:
        return token.value.kind != "index" or not isinstance(reader.tokens[at + 1].value, str)  # "Shenzhen A-share listings"
    if behind == k.AND and reader.between(at + 1, at + 4) == k.NAME + k.LISTING and isinstance(reader.tokens[at + 3].value, str):
        return False  # "the leading Shanghai and Shenzhen A-share listings"
    if before == k.AND and behind == k.AT and reader.code(at + 2) == k.PERCENT:
        return True  # "followed by Commerce & Industry at 1.41 percent"
    if behind == k.HEAD:
        head = reader.tokens[at + 1]
        return (
            reader.tokens[at].value.kind != "index"
            and head.value == "shares"
            and reader.view[head.start : head.end].lower() != "stocks"
        )
    if behind == k.COMMA and reader.code(at + 2) == k.RELATIVE and before in ("", k.BREAK):
        return True  # "while YANG, which bets on declines, shot up"
    if behind == k.COMMA and reader.code(at + 2) == k.COMMA:
        return reader.code(at + 3) in (k.UP, k.DOWN)  # "Mumbai, meanwhile, slid"
    return behind in ("+", k.UP, k.DOWN, k.FLAT, k.STATE, k.COPULA, k.UP_NOUN, k.DOWN_NOUN, k.PERCENT, k.POINTS) or (
        behind in (k.AND, k.COMMA) and reader.code(at + 2) == k.NAME
    )


def _lengthen(reader: Reader, at: int, token: Token) -> None:
    """ "Galaxy Digital", "along Galaxy Road": a weak name begins a longer one, which no table knows."""
    rest = reader.tokens[at + 1]
    if reader.code(at - 1) in PREPOSITIONS:
        rest.code = k.WORDS
    else:
        rest.start, token.code = token.start, ""


def _within_longer(reader: Reader, at: int) -> bool:
    """ "Zhenhua Galaxy": behind the first word of a sentence a weak name is part of a longer one, but "Developer Logan"."""
    token, first = reader.tokens[at], reader.tokens[at - 1] if at else None
    if first is None or first.value != "first" or token.value.kind != "security" or first.end + 1 != token.start:
        return False
    return _TITLE.search(reader.view, first.start, first.end) is None


def take_name(reader: Reader, at: int, subject: Subject) -> None:
    """Let a name join the group, give a waiting figure its subject, or begin a new group."""
    before = reader.code(at - 1)
    reader.named.append(subject)
    if reader.listing_ahead == "CNH":
        _trade_offshore(reader, subject)
    elif reader.listing_ahead is not None:
        subject.listing.append(reader.listing_ahead)
    if reader.awaits_subject(at) and before in (k.IN, k.OF, k.BY, k.WORDS, k.HEAD, k.POSSESSIVE):
        take_subject_behind(reader, at, subject)
        return
    if before in (k.IN, k.OF) and reader.code(at - 2) in k.NOUNS and not reader.group:
        noun = reader.tokens[at - 2]
        reader.start_group([subject], at)
        reader.sign, reader.signed_by, reader.verb, reader.moved = noun.rule.sign, "noun", noun, True
        return
    if before in (k.UP, k.DOWN) and reader.code(at + 1) == k.BY and reader.code(at + 2) in k.QUANTITIES:
        lift = reader.sign, reader.signed_by, reader.verb
        reader.start_group([subject], at)
        reader.sign, reader.signed_by, reader.verb = lift  # "which lifted the index by 4%"
        return
    if before in (k.UP, k.DOWN) and reader.group and reader.code(at + 1) == k.COMMA and reader.code(at + 2) in (k.UP, k.DOWN):
        return  # "A outperformed B, rising 2%"
    if before in (k.NAME, k.HEAD) and _names_again(reader, at, subject):
        return
    if reader.likewise and reader.last_statement() is not None:
        reader.likewise = False
        if _shares_statement(reader, at, subject):
            return
    between = reader.between(reader.named_at, at) if reader.named_at >= 0 else ""
    if reader.open and reader.group and not reader.moved:
        listed = "list-of-names" in reader.steps and (
            _LIST.fullmatch(between) is not None
            or (between == reader.code(at + 1) == k.LISTING)  # "A (00386.HK) B (00883.HK)": a widget stood for the comma
        )
        if listed and _describes(reader, at, subject):
            return
        if listed and reader.group[0].kind not in (NONMARKET, LOST) and _alike(reader.group[0], subject):
            _share_futures(reader.group, subject)
            reader.group = [*reader.group, subject]
            reader.named_at = at
            return
        if k.WORDS in between and k.POSSESSIVE not in between and k.COMMA not in between and not _driven(reader, at):
            gap = reader.view[reader.group[-1].end : subject.start].lower()
            if _DETERMINED.search(gap) or (reader.code(at + 1) == k.COMMA and reader.code(at + 2) in (k.UP, k.DOWN)):
                return  # "A gave the B its largest lift", "A followed B, rising 2%": B is an object
    elif (
        reader.relative
        and (reader.group or reader.code(reader.relative_at - 1) == k.HEAD)
        and k.COMMA not in reader.between(reader.relative_at, at)
        and k.POSSESSIVE not in between
        and not _acts_there(reader, at)
        and not (before == k.AND and reader.figure_at > reader.relative_at and _goes_on_alone(reader, at))
        and not (subject.family == "index" and _acts_within(reader, at))
    ):
        return  # inside a relative clause, names are what its verb acts on
    reader.start_group([subject], at)


def _trade_offshore(reader: Reader, subject: Subject) -> None:
    """ "In Hong Kong, the yuan fetched 7.2349": the offshore rate."""
    reader.listing_ahead = None
    if subject.entry is not None and subject.entry.targets[:1] == ("fx:USD/CNY",):
        subject.entry = Entry(subject.entry.name, ("fx:USD/CNH",), kind="fx")


def _acts_there(reader: Reader, at: int) -> bool:
    """ "In a market where the index shed 1.5%": the name is the subject of the clause."""
    relative = reader.tokens[reader.relative_at]
    if reader.view[relative.start : relative.end].lower() != "where":
        return False
    for token in reader.tokens[at + 1 :]:
        if token.code in (k.COMMA, *k.QUANTITIES):
            return token.code in k.QUANTITIES
    return False


def _share_futures(group: list[Subject], subject: Subject) -> None:
    """ "Futures on the A and the B", "A and B futures": the word is said once."""
    first, last = group[0], subject
    if first.family == "future" and last.family == "index" and first.name.lower().startswith("futures"):
        last.listing.append("FUTURE")
    if last.family == "future" and last.name.lower().endswith("futures"):
        for one in group:
            if one.family == "index" and not one.name.lower().endswith("index"):
                one.listing.append("FUTURE")


def _driven(reader: Reader, at: int) -> bool:
    """ "Dragged the index down by 0.4%": the object of one is the subject of the other."""
    if reader.code(at + 1) == k.TO:  # "sent the index to a 4% loss"
        return reader.code(at + 2) == k.PERCENT and reader.code(at + 3) in k.NOUNS
    return reader.code(at + 1) in (k.UP, k.DOWN) and reader.code(at + 2) in (k.BY, *k.QUANTITIES)


def _goes_on_alone(reader: Reader, at: int) -> bool:
    """ "A, which fell 2%, B, which fell 1.4% and C, which lost 1%", "... and C down by 1%": the list goes on."""
    return _driven(reader, at) or (reader.code(at + 1) == k.COMMA and reader.code(at + 2) == k.RELATIVE)


def _names_again(reader: Reader, at: int, subject: Subject) -> bool:
    """The name goes on with the one before it, or says it once more."""
    if reader.code(at - 1) == k.HEAD:
        last = reader.group[-1].entry if reader.group and reader.named_at >= at - 3 else None
        return last is not None and subject.entry is not None and subject.entry.targets == last.targets  # "Nio's ADS NIO"
    if reader.named_at != at - 1:
        return False
    if code := _CODE.match(reader.view, subject.start):
        reader.group[-1].listing.append((None, code[1]))
        return True  # "Alibaba BABA.N"
    return reader.tokens[at].near and subject.family == "commodity"  # "WTI crude oil futures"


def _describes(reader: Reader, at: int, subject: Subject) -> bool:
    """ "A, B's rival, rose", "A, a B unit, rose": the second name describes the first."""
    if [reader.code(at + step) for step in (1, 2, 3)] == [k.POSSESSIVE, k.WORDS, k.COMMA]:
        return True
    return subject.family == "security" and reader.view.endswith((" a ", " an "), max(0, subject.start - 4), subject.start)


def _acts_within(reader: Reader, at: int) -> bool:
    """Inside a relative clause: "which sent the index to a 4% loss"."""
    return reader.code(at + 1) == k.TO and _driven(reader, at)


def _alike(one: Subject, other: Subject) -> bool:
    """Only things of a kind make a list: "in world markets, the index fell" is none."""
    if one.kind == SECTOR:
        return other.family == "index" and other.name.lower().endswith("sub-index")
    kinds = {"security" if subject.kind == UNKNOWN else subject.family for subject in (one, other)}
    return len(kinds) == 1 or "future" in kinds


def take_subject_behind(reader: Reader, at: int, subject: Subject) -> None:
    """ "A 2% drop in the index": the statement gets its subject from behind."""
    statement = reader.statement
    if statement is None:
        return
    statement.group = reader.group = [subject]
    statement.awaits = False
    statement.end = max(statement.end, subject.end)
    reader.named_at, reader.open, reader.moved = at, True, False


def _shares_statement(reader: Reader, at: int, subject: Subject) -> bool:
    """ "A dropped more than 1%, as did B"."""
    statement = reader.last_statement()
    if statement is None or statement.empty or reader.code(at + 1) in k.QUANTITIES:
        return False
    statement.group = [*statement.group, subject]
    statement.end = max(statement.end, subject.end)
    if statement is not reader.statement:
        made = claims_of(statement, reader.language)
        reader.claims.extend(claim for claim in made if claim.subject is subject)
    return True
