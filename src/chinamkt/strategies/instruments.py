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
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_words_en = st.from_regex(r"[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,2}", fullmatch=True)
_words_zh = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=6)


def names() -> SearchStrategy[Names]:
    """Names in English and in both Chinese scripts, each of them possibly unknown."""
    return st.builds(Names, st.none() | _words_en, st.none() | _words_zh, st.none() | _words_zh)


def indices(*, slug: SearchStrategy[str] | None = None) -> SearchStrategy[Index]:
    """Stock indices; :param slug: the slugs to draw from."""
    slugs = st.sampled_from(("HSI", "CSI300")) | st.from_regex(r"[A-Z][A-Z0-9_]{1,15}", fullmatch=True)
    vendors = st.sampled_from(("bloomberg", "code", "ric", "yahoo"))
    return st.builds(
        Index,
        slug=slugs if slug is None else slug,
        names=names(),
        market=st.none() | st.sampled_from(("HK", "CN", "US")),
        currency=st.none() | currency_codes(),
        codes=st.lists(st.tuples(vendors, st.text(_LATIN, min_size=1)), max_size=2, unique_by=lambda code: code[0]).map(tuple),
    )


@st.composite
def securities(draw: DrawFn, *, mic: str | None = None, listed: bool = False) -> Security:
    """Shares and funds, listings and bare names.

    :param mic: an exchange; ``None`` for any.
    :param listed: leave out securities that are only a name.
    """
    known = names()
    if mic is None and not listed and draw(st.booleans()):
        return Security(name=draw(_words_en | _words_zh), names=draw(known))
    place = draw(st.sampled_from((*_DIGITS, *_LETTERS))) if mic is None else mic
    listing = _listings(place)
    others = st.sampled_from(tuple(other for other in (*_DIGITS, *_LETTERS) if other != place))
    return Security(
        mic=place,
        code=draw(listing),
        names=draw(known),
        board=draw(st.none() | st.sampled_from(("main", "star", "chinext", "gem"))),
        kind=draw(st.none() | st.sampled_from(("share", "fund", "depositary receipt"))),
        currency=draw(st.none() | currency_codes()),
        isin=draw(st.none() | st.from_regex(r"[A-Z]{2}[A-Z0-9]{9}[0-9]", fullmatch=True)),
        issuer=draw(st.none() | _words_en),
        listings=tuple(f"{mic}:{draw(_listings(mic))}" for mic in draw(st.lists(others, max_size=2, unique=True))),
    )


def _listings(mic: str) -> SearchStrategy[str]:
    digits = _DIGITS.get(mic)
    return st.text("0123456789", min_size=digits, max_size=digits) if digits else st.text(_LATIN, min_size=1, max_size=5)


def sectors() -> SearchStrategy[Sector]:
    """Groups of shares, as a text names them."""
    return st.builds(Sector, _words_en.map(str.lower) | _words_zh)


def markets() -> SearchStrategy[Market]:
    """Whole markets and exchanges."""
    return st.builds(Market, st.sampled_from(("HK", "CN", "US", "JP", "SSE", "SZSE", "SSE+SZSE", "HKEX")))


def currencies() -> SearchStrategy[Currency]:
    """Single currencies."""
    return st.builds(Currency, currency_codes())


def currency_pairs() -> SearchStrategy[CurrencyPair]:
    """Two different currencies, base first."""
    return st.lists(currency_codes(), min_size=2, max_size=2, unique=True).map(lambda pair: CurrencyPair(*pair))


def midpoints() -> SearchStrategy[Midpoint]:
    """Daily midpoints of a pair."""
    return st.builds(Midpoint, currency_pairs())


def index_futures() -> SearchStrategy[IndexFuture]:
    """Futures on an index."""
    return st.builds(IndexFuture, indices())


def commodities() -> SearchStrategy[Commodity]:
    """Commodities and crypto assets."""
    return st.builds(Commodity, st.sampled_from(("gold", "silver", "brent", "wti", "copper", "iron ore", "bitcoin", "ethereum")))


def yields() -> SearchStrategy[Yield]:
    """Bond yields by country and term."""
    return st.builds(Yield, st.from_regex(r"(CN|US|JP|HK)[1-9][0-9]?Y", fullmatch=True))


def instruments() -> SearchStrategy[Instrument]:
    """Everything that can move; shrinks towards an index."""
    return st.one_of(
        indices(),
        securities(),
        sectors(),
        markets(),
        currency_pairs(),
        midpoints(),
        currencies(),
        index_futures(),
        commodities(),
        yields(),
    )
