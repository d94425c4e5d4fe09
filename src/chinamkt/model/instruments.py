"""What can move: indices, securities, sectors, markets, currencies, commodities, yields.

Every type has ``subject``, the canonical id that the facts table prints.
"""

from __future__ import annotations

from attrs import field, frozen

from chinamkt.errors import InvalidValue
from chinamkt.model.quantities import check_currency

__all__ = [
    "Commodity",
    "Currency",
    "CurrencyPair",
    "Index",
    "IndexFuture",
    "Instrument",
    "Market",
    "Midpoint",
    "Names",
    "Sector",
    "Security",
    "Yield",
]


@frozen(slots=True)
class Names:
    """A name in English, Simplified and Traditional Chinese; ``None`` where unknown."""

    en: str | None = None
    zh_hans: str | None = None
    zh_hant: str | None = None


@frozen(slots=True, kw_only=True)
class Index:
    """A stock index, keyed by its slug.

    :param market: where its members trade: ``HK``, ``CN``, ``US``, ...
    :param codes: symbols by vendor (``ric``, ``bloomberg``, ``yahoo``, ``code``).

    >>> Index(slug="HSI").subject
    'index:HSI'
    """

    slug: str
    names: Names = Names()
    market: str | None = None
    currency: str | None = None
    codes: tuple[tuple[str, str], ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.slug:
            raise InvalidValue("an index without its slug", source="Index.slug", hint="e.g. HSI, CSI300")
        if self.currency is not None:
            check_currency(self.currency, "Index.currency")

    @property
    def subject(self) -> str:
        """``index:SLUG``."""
        return f"index:{self.slug}"


@frozen(slots=True, kw_only=True)
class Security:
    """A share, depositary receipt, fund or trust: one listing, by ISO 10383 MIC and code.

    :param mic: ``XHKG``, ``XSHG``, ``XSHE``, ``BJSE``, ``XNYS``, ...; ``None`` for a name
        that is no instrument of the reference data.
    :param code: as the exchange writes it: five digits in Hong Kong, six on the mainland.
    :param name: as written, for a security without a code.
    :param listings: ids (``MIC:CODE``) of the issuer's other listings.

    >>> Security(mic="XHKG", code="00700").subject
    'security:XHKG:00700'
    >>> Security(name="Oracle").subject
    'security:?Oracle'
    >>> Security(mic="XHKG", code="700")
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: Security.code: '700' is no code of XHKG (five digits in Hong Kong, six on the mainland)
    """

    mic: str | None = None
    code: str | None = None
    name: str | None = None
    names: Names = Names()
    board: str | None = None
    kind: str | None = None
    currency: str | None = None
    isin: str | None = None
    issuer: str | None = None
    listings: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.mic is None:
            if not self.name:
                raise InvalidValue("neither a listing nor a name", source="Security.name", hint="give mic and code, or name")
            return
        digits = {"XHKG": 5, "XSHG": 6, "XSHE": 6, "BJSE": 6}.get(self.mic)
        code = self.code or ""
        if not code or (digits and not (len(code) == digits and code.isascii() and code.isdigit())):
            raise InvalidValue(
                f"{self.code!r} is no code of {self.mic}",
                source="Security.code",
                hint="five digits in Hong Kong, six on the mainland",
            )
        if self.currency is not None:
            check_currency(self.currency, "Security.currency")

    @property
    def id(self) -> str:
        """``MIC:CODE``, or ``?NAME``."""
        return f"{self.mic}:{self.code}" if self.mic else f"?{self.name}"

    @property
    def subject(self) -> str:
        """``security:MIC:CODE``, or ``security:?NAME``."""
        return f"security:{self.id}"


@frozen(slots=True)
class Sector:
    """A group of shares that a text names by its business, as written, in lower case.

    >>> Sector("rare earths").subject
    'sector:rare earths'
    """

    name: str = field()

    @name.validator
    def _named(self, _: object, value: str) -> None:
        if not value.strip():
            raise InvalidValue("a sector without a name", source="Sector.name", hint="the words of the text")

    @property
    def subject(self) -> str:
        """``sector:NAME``."""
        return f"sector:{self.name}"


@frozen(slots=True)
class Market:
    """A whole market: ``HK``, ``CN``, ``US``, ``SSE``, ``SZSE``, ``SSE+SZSE``, ``HKEX``.

    >>> Market("HK").subject
    'market:HK'
    """

    code: str = field()

    @code.validator
    def _coded(self, _: object, value: str) -> None:
        if not value or not value.replace("+", "").isalnum():
            raise InvalidValue(f"{value!r} is no market", source="Market.code", hint="e.g. HK, CN, SSE+SZSE")

    @property
    def subject(self) -> str:
        """``market:CODE``."""
        return f"market:{self.code}"


@frozen(slots=True)
class Currency:
    """A currency by its ISO 4217 code (``CNH``: the yuan as traded offshore).

    >>> Currency("CNH").code
    'CNH'
    >>> Currency("RMB")
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: Currency.code: unknown currency 'RMB' (an ISO 4217 code such as CNY or HKD, or CNH)
    """

    code: str

    def __attrs_post_init__(self) -> None:
        check_currency(self.code, "Currency.code")

    @property
    def subject(self) -> str:
        """``currency:CODE``."""
        return f"currency:{self.code}"


@frozen(slots=True)
class CurrencyPair:
    """Two currencies by the market's habit, base first: USD/CNY is yuan for one dollar.

    >>> CurrencyPair("USD", "CNH").subject
    'fx:USD/CNH'
    """

    base: str
    quote: str

    def __attrs_post_init__(self) -> None:
        check_currency(self.base, "CurrencyPair.base")
        check_currency(self.quote, "CurrencyPair.quote")
        if self.base == self.quote:
            raise InvalidValue(f"{self.base} against itself", source="CurrencyPair.quote", hint="two currencies")

    @property
    def subject(self) -> str:
        """``fx:BASE/QUOTE``."""
        return f"fx:{self.base}/{self.quote}"


@frozen(slots=True)
class Midpoint:
    """The central bank's daily midpoint (fixing, 中间价) of a pair.

    >>> Midpoint(CurrencyPair("USD", "CNY")).subject
    'fix:USD/CNY'
    """

    pair: CurrencyPair

    @property
    def subject(self) -> str:
        """``fix:BASE/QUOTE``."""
        return f"fix:{self.pair.base}/{self.pair.quote}"


@frozen(slots=True)
class IndexFuture:
    """Futures on an index.

    >>> IndexFuture(Index(slug="SPX")).subject
    'future:SPX'
    """

    index: Index

    @property
    def subject(self) -> str:
        """``future:SLUG`` of the index."""
        return f"future:{self.index.slug}"


@frozen(slots=True)
class Commodity:
    """A commodity or crypto asset by its name: ``gold``, ``brent``, ``bitcoin``.

    >>> Commodity("brent").subject
    'commodity:brent'
    """

    name: str

    @property
    def subject(self) -> str:
        """``commodity:NAME``."""
        return f"commodity:{self.name}"


@frozen(slots=True)
class Yield:
    """A bond yield: ``CN10Y``, ``US10Y``.

    >>> Yield("US10Y").subject
    'rate:US10Y'
    """

    code: str

    @property
    def subject(self) -> str:
        """``rate:CODE``."""
        return f"rate:{self.code}"


Instrument = Index | Security | Sector | Market | Currency | CurrencyPair | Midpoint | IndexFuture | Commodity | Yield
"""Everything that can move."""
