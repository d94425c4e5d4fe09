"""Strategies for everything that can move."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from chinamkt.model.instruments import (
    Commodity,
    Currency,
    CurrencyPair,
    Index,
    IndexFuture,
    Instrument,
    Market,
    Midpoint,
    Names,
    Sector,
    Security,
    Yield,
)
from chinamkt.strategies.values import currency_codes

__all__ = [
    "commodities",
    "currencies",
    "currency_codes",
    "currency_pairs",
    "index_futures",
    "indices",
    "instruments",
    "markets",
    "midpoints",
    "names",
    "sectors",
    "securities",
    "yields",
]

#: Exchanges whose codes have a fixed number of digits, then those of letters.
_DIGITS = {"XHKG": 5, "XSHG": 6, "XSHE": 6, "BJSE": 6}
_LETTERS = ("XNYS", "XNAS", "ARCX")
_EXCHANGES = (*_DIGITS, *_LETTERS)
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

# Made once, see values.py.
_WORDS_EN = st.from_regex(r"[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,2}", fullmatch=True)
_WORDS_ZH = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=6)
_WORDS = _WORDS_EN | _WORDS_ZH
_NAMES = st.builds(Names, st.none() | _WORDS_EN, st.none() | _WORDS_ZH, st.none() | _WORDS_ZH)
_SLUGS = st.sampled_from(("HSI", "CSI300")) | st.from_regex(r"[A-Z][A-Z0-9_]{1,15}", fullmatch=True)
_COUNTRY = st.none() | st.sampled_from(("HK", "CN", "US"))
_CURRENCY = st.none() | currency_codes()
_VENDORS = st.tuples(st.sampled_from(("bloomberg", "code", "ric", "yahoo")), st.text(_LATIN, min_size=1, max_size=8))
_CODES = st.lists(_VENDORS, max_size=2, unique_by=lambda code: code[0]).map(tuple)
_INDICES = st.builds(Index, slug=_SLUGS, names=_NAMES, market=_COUNTRY, currency=_CURRENCY, codes=_CODES)
_EXCHANGE = st.sampled_from(_EXCHANGES)
_OTHERS = st.lists(_EXCHANGE, max_size=2, unique=True)
_BOARD = st.none() | st.sampled_from(("main", "star", "chinext", "gem"))
_KIND = st.none() | st.sampled_from(("share", "fund", "depositary receipt"))
_ISIN = st.none() | st.from_regex(r"[A-Z]{2}[A-Z0-9]{9}[0-9]", fullmatch=True)
_ISSUER = st.none() | _WORDS_EN
_SECTORS = st.builds(Sector, _WORDS_EN.map(str.lower) | _WORDS_ZH)
_MARKETS = st.builds(Market, st.sampled_from(("HK", "CN", "US", "JP", "SSE", "SZSE", "SSE+SZSE", "HKEX")))
_CURRENCIES = st.builds(Currency, currency_codes())
_PAIRS = st.lists(currency_codes(), min_size=2, max_size=2, unique=True).map(lambda pair: CurrencyPair(*pair))
_MIDPOINTS = st.builds(Midpoint, _PAIRS)
_FUTURES = st.builds(IndexFuture, _INDICES)
_COMMODITIES = st.builds(
    Commodity, st.sampled_from(("gold", "silver", "brent", "wti", "copper", "iron ore", "bitcoin", "ethereum"))
)
_YIELDS = st.builds(Yield, st.from_regex(r"(CN|US|JP|HK)[1-9][0-9]?Y", fullmatch=True))


def names() -> SearchStrategy[Names]:
    """Names in English and in both Chinese scripts, each of them possibly unknown."""
    return _NAMES


def indices(*, slug: SearchStrategy[str] | None = None) -> SearchStrategy[Index]:
    """Stock indices; :param slug: the slugs to draw from."""
    if slug is None:
        return _INDICES
    return st.builds(Index, slug=slug, names=_NAMES, market=_COUNTRY, currency=_CURRENCY, codes=_CODES)


@st.composite
def securities(draw: DrawFn, *, mic: str | None = None, listed: bool = False) -> Security:
    """Shares and funds, listings and bare names.

    :param mic: an exchange; ``None`` for any.
    :param listed: leave out securities that are only a name.
    """
    if mic is None and not listed and draw(st.booleans()):
        return Security(name=draw(_WORDS), names=draw(_NAMES))
    place = draw(_EXCHANGE) if mic is None else mic
    return Security(
        mic=place,
        code=_draw_code(draw, place),
        names=draw(_NAMES),
        board=draw(_BOARD),
        kind=draw(_KIND),
        currency=draw(_CURRENCY),
        isin=draw(_ISIN),
        issuer=draw(_ISSUER),
        listings=tuple(f"{other}:{_draw_code(draw, other)}" for other in draw(_OTHERS) if other != place),
    )


def _draw_code(draw: DrawFn, mic: str) -> str:
    digits = _DIGITS.get(mic)
    return draw(st.text("0123456789", min_size=digits, max_size=digits) if digits else st.text(_LATIN, min_size=1, max_size=5))


def sectors() -> SearchStrategy[Sector]:
    """Groups of shares, as a text names them."""
    return _SECTORS


def markets() -> SearchStrategy[Market]:
    """Whole markets and exchanges."""
    return _MARKETS


def currencies() -> SearchStrategy[Currency]:
    """Single currencies."""
    return _CURRENCIES


def currency_pairs() -> SearchStrategy[CurrencyPair]:
    """Two different currencies, base first."""
    return _PAIRS


def midpoints() -> SearchStrategy[Midpoint]:
    """Daily midpoints of a pair."""
    return _MIDPOINTS


def index_futures() -> SearchStrategy[IndexFuture]:
    """Futures on an index."""
    return _FUTURES


def commodities() -> SearchStrategy[Commodity]:
    """Commodities and crypto assets."""
    return _COMMODITIES


def yields() -> SearchStrategy[Yield]:
    """Bond yields by country and term."""
    return _YIELDS


_INSTRUMENTS: SearchStrategy[Instrument] = st.one_of(
    _INDICES, securities(), _SECTORS, _MARKETS, _PAIRS, _MIDPOINTS, _CURRENCIES, _FUTURES, _COMMODITIES, _YIELDS
)


def instruments() -> SearchStrategy[Instrument]:
    """Everything that can move; shrinks towards an index."""
    return _INSTRUMENTS
