"""From the words of a report to the instrument: issuer first, then the listing that the context speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

from chinamkt.claims.claim import SECTOR, UNKNOWN, Claim, Subject
from chinamkt.model.facts import Phase
from chinamkt.model.instruments import Instrument, Sector, Security
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

if TYPE_CHECKING:
    from chinamkt.reference.tables import Reference

__all__ = ["Market", "resolve_subject"]

#: The clues that can choose among an issuer's listings, the strongest first.
CODE, WORD, CURRENCY, SESSION, SENTENCE, ARTICLE, TABLE = "code", "word", "currency", "session", "sentence", "article", "table"

_US = ("XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM")
_MAINLAND = ("XSHG", "XSHE", "BJSE")
_EXCHANGES = {
    "NASDAQ": ("XNAS",),
    "NYSE": ("XNYS", "ARCX"),
    "NYSEARCA": ("ARCX",),
    "HK": ("XHKG",),
    "HKG": ("XHKG",),
    "SEHK": ("XHKG",),
    "HKEX": ("XHKG",),
    "SH": ("XSHG",),
    "SS": ("XSHG",),
    "SHA": ("XSHG",),
    "SSE": ("XSHG",),
    "SZ": ("XSHE",),
    "SHE": ("XSHE",),
    "SZSE": ("XSHE",),
    "BJ": ("BJSE",),
    "N": ("XNYS",),
    "O": ("XNAS",),
    "OQ": ("XNAS",),
    "US": _US,
    "OTCMKTS": ("OTCM",),
    "AMEX": ("XASE",),
    "NYSEAMERICAN": ("XASE",),
    **dict.fromkeys(("沪", "沪股", "上海"), ("XSHG",)),
    **dict.fromkeys(("深", "深股", "深圳"), ("XSHE",)),
    **dict.fromkeys(("京", "京股", "北京"), ("BJSE",)),
    **dict.fromkeys(("港", "港股", "香港", "H股"), ("XHKG",)),
    **dict.fromkeys(("纽约", "纳斯达克", "美股", "UN", "UW", "UQ", "ARCA"), _US),
    **dict.fromkeys(("A股", "CH"), _MAINLAND),
    **dict.fromkeys(("T", "JP", "TYO"), ("XTKS",)),
    **dict.fromkeys(("KS", "KRX"), ("XKRX",)),
    **dict.fromkeys(("TW", "TT", "TWSE"), ("XTAI",)),
}
#: What Hong Kong's exchange puts behind the names of firms with weighted votes or a second home.
_HONG_KONG_ENDS = ("-W", "-SW", "-S", "-WR")
_CURRENCY = {"HKD": ("XHKG",), "CNY": _MAINLAND, "USD": _US, "元": ("XHKG", *_MAINLAND, "XTAI", "XTKS", "XKRX")}
_HINTS = {
    "XHKG": ("XHKG",),
    "US": tuple(mic for mic in _US if mic != "OTCM"),
    "CN": _MAINLAND,
    "US~": tuple(mic for mic in _US if mic != "OTCM"),
}
#: The listings on the market that a sentence speaks of.
_NEAR = {"HK": _HINTS["XHKG"], **_HINTS}


@define(slots=True, eq=False)
class Market:
    """Which market an article speaks of: a tally of its indices and session words."""

    tally: dict[str, int] = Factory(dict)

    def hear(self, market: str, weight: int = 1) -> None:
        """One more word that speaks of a market."""
        self.tally[market] = self.tally.get(market, 0) + weight

    @property
    def likeliest(self) -> tuple[str, ...]:
        """MICs of the market spoken of most, if any."""
        if not self.tally:
            return ()
        # Wall Street is spoken of everywhere: it counts where no other market is
        best = max(self.tally, key=lambda market: (market != "US", self.tally[market]))
        return {"HK": ("XHKG",), "CN": _MAINLAND, "US": _US}.get(best, ())


def resolve_subject(
    claim: Claim, reference: Reference, near: str | None, market: Market
) -> tuple[Instrument, tuple[Instrument, ...], str] | None:
    """The instrument of a claim, the other candidates, likeliest first, and the clue that chose among them.

    :param near: the market that the sentence itself speaks of (``HK``, ``CN``, ``US``), or ``~HK``, ``~CN``: the one
        that the sentences before it spoke of last.
    """
    subject = claim.subject
    if subject.kind == SECTOR:
        name = sector_name(subject.name)
        return (Sector(name), (), "") if name else None
    if subject.kind == UNKNOWN:
        coded = next(_by_code(subject, reference, short=near == "HK" or market.likeliest == ("XHKG",)), None)
        return (Security(name=_bare(subject.name)), (), "") if coded is None else (reference.instrument(coded), (), CODE)
    if subject.entry is None:
        return None
    targets: tuple[str, ...] = subject.entry.targets
    if not targets:
        return None
    if targets[0].startswith("index:") and "FUTURE" in subject.listing:
        return reference.instrument("future:" + targets[0][6:]), (), ""
    clue = TABLE if len(targets) > 1 else ""
    if targets[0].startswith("security:") and (clue or subject.listing):
        targets, clue = rank_listings(targets, claim, reference, near, market)
    return reference.instrument(targets[0]), tuple(reference.instrument(other) for other in targets[1:]), clue


def rank_listings(
    targets: tuple[str, ...], claim: Claim, reference: Reference, near: str | None, market: Market
) -> tuple[tuple[str, ...], str]:
    """An issuer's listings in the order of likelihood, and the first clue that tells them apart."""
    wanted: list[tuple[str, tuple[str, ...]]] = []
    for hint in claim.subject.listing:
        if isinstance(hint, tuple):
            exchange, ticker = hint
            coded = _matching_code(targets, exchange, ticker)
            if coded:
                return (coded, *(target for target in targets if target != coded)), CODE if len(targets) > 1 else ""
            wanted.append((CODE, _EXCHANGES.get((exchange or "").upper(), ())))
        else:
            wanted.append((WORD, _HINTS.get(hint, ())))
    contradicting = [target for target in _by_code(claim.subject, reference) if target not in targets]
    if contradicting:  # a code is written with more care than a name
        return (contradicting[0], *targets), CODE
    money = claim.level or claim.points
    if money is not None and money.unit in _CURRENCY:
        wanted.append((CURRENCY, _CURRENCY[money.unit]))
    if claim.phase in (Phase.PREMARKET, Phase.POSTMARKET):
        wanted.append((SESSION, _US))
    group = claim.group
    if len(group) > 1 and any(
        other is not claim.subject and other.entry is not None and market_of_entry(other.entry) == "US!" for other in group
    ):
        wanted.append((SENTENCE, _HINTS["US"]))
    if len(group) > 1 and any(other.name.endswith(_HONG_KONG_ENDS) for other in group):
        wanted.append((SENTENCE, ("XHKG",)))
    where = (near or "").removeprefix("~")
    wanted.append((SENTENCE if where == near else ARTICLE, _NEAR.get(where, ())))
    wanted.append((ARTICLE, market.likeliest))
    wanted = [(clue, mics) for clue, mics in wanted if mics]
    ranks: dict[str, list[bool]] = {}
    for target in targets:
        mic = target.split(":", 2)[1]
        ranks[target] = [*[mic not in mics for _, mics in wanted], mic == "OTCM"]
    ranked = tuple(sorted(targets, key=ranks.__getitem__))  # stable: among equals the likelier stays first
    best = ranks[ranked[0]]
    for place, (clue, _) in enumerate(wanted):
        if any(best[place] != other[place] for other in ranks.values()):
            return ranked, clue
    return ranked, TABLE


def _matching_code(targets: tuple[str, ...], exchange: str | None, ticker: str) -> str | None:
    code, _, suffix = ticker.replace(" ", ".").partition(".")
    mics = _EXCHANGES.get((exchange or suffix or "").upper(), ())
    for target in targets:
        _, mic, listed = target.split(":")
        if (not mics or mic in mics) and (
            listed == code or (code.isdigit() and listed.isdigit() and len(listed) >= len(code) and int(listed) == int(code))
        ):
            return target
    return None


def _by_code(subject: Subject, reference: Reference, *, short: bool = False) -> Iterator[str]:
    """What the codes beside a name stand for: those with an exchange, or as long as an exchange's codes are.

    :param short: the article is on Hong Kong's market, whose codes are told without their leading zeros.
    """
    for hint in subject.listing:
        if isinstance(hint, tuple):
            exchange, ticker = hint
            code, _, suffix = ticker.replace(" ", ".").partition(".")
            for mic in _EXCHANGES.get((exchange or suffix or "").upper(), _mics_of(code, short)):
                target = f"security:{mic}:{code.zfill(5) if mic == 'XHKG' else code}"
                if reference.knows(target):
                    yield target


def _mics_of(code: str, short: bool) -> tuple[str, ...]:
    if short and code.isdigit() and len(code) < 5:
        return ("XHKG",)
    if code.isdigit() and len(code) in (5, 6):
        return ("XHKG",) if len(code) == 5 else _MAINLAND
    return ()


def sector_name(words: str) -> str:
    """A sector as the facts table writes it: lower case, without "sector", "stocks", "shares"."""
    kept = [word for word in words.lower().split() if word not in _HEADS]
    return " ".join(kept) or words.lower().strip()


def _bare(words: str) -> str:
    return " ".join(words.split())


_HEADS = frozenset(
    (
        "sector",
        "sectors",
        "stocks",
        "shares",
        "stock",
        "share",
        "the",
        "sub-index",
        "subindex",
        "of",
        "counters",
        "issues",
        "names",
        "板块",
        "股",
    )
)


def markets_of(tokens: list[Token]) -> set[str]:
    """The markets that a sentence speaks of: by its indices, places, listings and sessions; other mentions say nothing."""
    found: set[str] = set()
    for token in tokens:
        place: str | None = None
        if token.code == k.NAME:
            place = market_of_entry(token.value) if token.value.kind != "security" else None
        elif token.code == k.LISTING and isinstance(token.value, str):
            place = {"XHKG": "HK", "US~": "US"}.get(token.value, token.value)
        elif token.code == k.PHASE and getattr(token.rule, "phase", None) is Phase.PREMARKET:
            place = "US"
        if place:
            found.add(place)
    return found


def place_of(tokens: list[Token], spoken: set[str], before: str | None) -> str | None:
    """The market a sentence's shares are on: its own, else that of the sentence before; ``US!`` lasts."""
    if "US" in spoken and any(
        token.code in (k.LISTING, k.PHASE) and (token.value == "US" or token.code == k.PHASE) for token in tokens
    ):
        overnight = any(token.code == k.DATE and token.value == ("overnight", 0) for token in tokens)
        return "US" if overnight else "US!"  # told in passing, by way of explanation
    if any(token.code == k.NAME and token.value.targets[:1] == ("index:HXC",) for token in tokens):
        return "US!"  # the index of Chinese shares in New York
    if len(spoken) == 1:
        return next(iter(spoken))
    return None if spoken else before


def market_of_entry(entry: Any) -> str | None:
    """The market that a name speaks of: ``HK``, ``CN``, ``US``."""
    return _market_of(entry.targets)


@lru_cache(maxsize=4096)
def _market_of(targets: tuple[str, ...]) -> str | None:
    if not targets:
        return None
    first = targets[0]
    if first.startswith("security:") and all(target.split(":")[1] in _US for target in targets):
        return "US!"
    if first.startswith("index:"):
        slug = first[6:]
        if slug.startswith(("HS", "VHSI")):
            return "HK"
        if slug.startswith(("CSI", "SSE", "SZSE", "CHINEXT", "STAR", "BSE")):
            return "CN"
        if slug in ("SPX", "IXIC", "DJI", "NDX", "RUT", "HXC"):
            return "US"
        return None
    if first.startswith("market:"):
        code = first[7:]
        return code if code in ("HK", "CN", "US") else None
    return None
