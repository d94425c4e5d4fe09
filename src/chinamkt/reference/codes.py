"""A listing's code as exchanges and vendors write it, and back.

A listing is ``MIC:CODE`` (ISO 10383 market identifier and the exchange's own code: five digits in Hong Kong, six on
the mainland). Sources: HKEX, SSE, SZSE and BSE on their codes; the vendors' public symbol guides on theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from attrs import frozen

from chinamkt.errors import InvalidValue
from chinamkt.expressions import expression

__all__ = ["Form", "isin", "mainland_mic", "parse", "write"]


class Form(StrEnum):
    """A way to write codes.

    ``exchange`` is the code with its market as wires print it, ``sina`` a prefix as Chinese sites have it,
    ``joinquant`` the code with its MIC, ``goldminer`` the exchange before the code, ``google`` and ``tradingview``
    exchange and code with a colon.
    """

    EXCHANGE = "exchange"
    RIC = "ric"
    BLOOMBERG = "bloomberg"
    YAHOO = "yahoo"
    WIND = "wind"
    SINA = "sina"
    JOINQUANT = "joinquant"
    GOLDMINER = "goldminer"
    GOOGLE = "google"
    TRADINGVIEW = "tradingview"


@frozen(slots=True)
class _Style:
    """How a form marks the market: a pattern with CODE, and how Hong Kong's codes are cut."""

    marks: dict[str, str]
    digits: int = 5
    dotted: str = "."


_US: Final = ("XNAS", "XNYS", "XASE", "ARCX", "BATS", "OTCM")

_STYLES: Final[dict[Form, _Style]] = {
    Form.EXCHANGE: _Style({"XHKG": "{}.HK", "XSHG": "{}.SH", "XSHE": "{}.SZ", "BJSE": "{}.BJ", **dict.fromkeys(_US, "{}.US")}),
    Form.RIC: _Style(
        {"XHKG": "{}.HK", "XSHG": "{}.SS", "XSHE": "{}.SZ", "BJSE": "{}.BJ", "XNAS": "{}.O", "XNYS": "{}.N", "XASE": "{}.A",
         "ARCX": "{}.P", "BATS": "{}.Z", "OTCM": "{}.PK"}, digits=4,
    ),
    Form.BLOOMBERG: _Style(
        {"XHKG": "{} HK", **dict.fromkeys(("XSHG", "XSHE", "BJSE"), "{} CH"), **dict.fromkeys(_US, "{} US")},
        digits=0, dotted="/",
    ),
    Form.YAHOO: _Style(
        {"XHKG": "{}.HK", "XSHG": "{}.SS", "XSHE": "{}.SZ", "BJSE": "{}.BJ", **dict.fromkeys(_US, "{}")}, digits=4, dotted="-"
    ),
    Form.WIND: _Style(
        {"XHKG": "{}.HK", "XSHG": "{}.SH", "XSHE": "{}.SZ", "BJSE": "{}.BJ", "XNAS": "{}.O", "XNYS": "{}.N", "XASE": "{}.A",
         "ARCX": "{}.P", "BATS": "{}.Z", "OTCM": "{}.OO"}, digits=4, dotted="_",
    ),
    Form.SINA: _Style(
        {"XHKG": "hk{}", "XSHG": "sh{}", "XSHE": "sz{}", "BJSE": "bj{}", **dict.fromkeys(_US, "gb_{}")}, dotted="$"
    ),
    Form.JOINQUANT: _Style({mic: "{}." + mic for mic in ("XHKG", "XSHG", "XSHE", "BJSE", *_US)}),
    Form.GOLDMINER: _Style({"XHKG": "HKEX.{}", "XSHG": "SHSE.{}", "XSHE": "SZSE.{}", "BJSE": "BJSE.{}"}),
    Form.GOOGLE: _Style(
        {"XHKG": "HKG:{}", "XSHG": "SHA:{}", "XSHE": "SHE:{}", "BJSE": "BJS:{}", "XNAS": "NASDAQ:{}", "XNYS": "NYSE:{}",
         "XASE": "NYSEAMERICAN:{}", "ARCX": "NYSEARCA:{}", "BATS": "BATS:{}", "OTCM": "OTCMKTS:{}"}, digits=4,
    ),
    Form.TRADINGVIEW: _Style(
        {"XHKG": "HKEX:{}", "XSHG": "SSE:{}", "XSHE": "SZSE:{}", "BJSE": "BSE:{}", "XNAS": "NASDAQ:{}", "XNYS": "NYSE:{}",
         "XASE": "AMEX:{}", "ARCX": "AMEX:{}", "BATS": "BATS:{}", "OTCM": "OTC:{}"}, digits=0,
    ),
}  # fmt: skip

#: Further marks that texts have, each with the markets it can mean.
_ALSO: Final[dict[str, tuple[str, ...]]] = {
    "K": ("XNYS", "ARCX"), "OQ": ("XNAS",), "C1": ("XSHG",), "C2": ("XSHE",), "CG": ("XSHG",), "CS": ("XSHE",), "UN": ("XNYS",),
    "UW": ("XNAS",), "UQ": ("XNAS",), "UP": ("ARCX",), "OF": (), "AMEX": ("XASE", "ARCX"), "SEHK": ("XHKG",), "XBSE": ("BJSE",),
    "沪": ("XSHG",), "滬": ("XSHG",), "深": ("XSHE",), "港": ("XHKG",), "京": ("BJSE",), "美": _US, "US": _US,
    "NASDAQ": ("XNAS",), "NYSE": ("XNYS",), "OTC": ("OTCM",), "GB": _US,
}  # fmt: skip
_TAIL: Final = expression(r"\s+(?:Equity|EQUITY)$")
_CODE: Final = expression(r"\$?[A-Z0-9]{1,12}(?:[./_$-][A-Z]{1,3})?")
#: "0700.HK", "700 HK", "NYSE:BABA", "SHSE.600519": either side may be the market.
_BEHIND: Final = expression(r"(.+?)(?:\s*[.:]\s*|\s+)([A-Z]{1,12}[0-9]?|[沪滬深港京美])")
_BEFORE: Final = expression(r"([A-Z]{2,12}|[沪滬深港京美])(?:\s*[.:]\s*|\s+)(.+)")
_GLUED: Final = expression(r"(SH|SZ|BJ|HK)([0-9]+)|(GB)_(.+)")
#: Reuters writes a class of shares as a small letter: BRKb.N.
_RIC_CLASS: Final = expression(r"([A-Z]+)([a-z]{1,3})(\.[A-Z]+)")
_US_TICKER: Final = expression(r"[A-Z][A-Z0-9]*(?:\.[A-Z])?")
_TICKER: Final = expression(r"[A-Z]{1,5}(?:[.-][A-D])?")


def mainland_mic(code: str) -> str | None:
    """The mainland exchange that a six-digit code belongs to, by its prefix; ``None`` for what no share or fund has.

    >>> mainland_mic("600519"), mainland_mic("300750"), mainland_mic("920023"), mainland_mic("123456")
    ('XSHG', 'XSHE', 'BJSE', None)
    """
    if len(code) != 6 or not (code.isascii() and code.isdigit()):
        return None
    if code[0] in "56" or code[:3] == "900":
        return "XSHG"
    if code[:2] in ("00", "20", "30", "15", "16", "18"):
        return "XSHE"
    return "BJSE" if code[:2] in ("92", "83", "87", "43", "88") else None


def _markets() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for style in _STYLES.values():
        for mic, pattern in style.marks.items():
            mark = pattern.replace("{}", "").strip(".: ").upper()
            if mark and mic not in found.setdefault(mark, []):
                found[mark].append(mic)
    for mark, mics in _ALSO.items():
        known = found.setdefault(mark, [])
        known.extend(mic for mic in mics if mic not in known)
    return {mark: tuple(mics) for mark, mics in found.items()}


_MARKETS: Final = _markets()


def _listing(mic: str, code: str) -> str | None:
    """The listing that a code of that market is, or ``None`` where it can't be one."""
    if mic == "XHKG":
        return f"{mic}:{code.zfill(5)}" if code.isdigit() and len(code) <= 5 and int(code) else None
    if mic in ("XSHG", "XSHE", "BJSE"):
        return f"{mic}:{code}" if len(code) == 6 and code.isdigit() else None
    ticker = re.sub(r"[-/_$]", ".", code.lstrip("$"))
    # "CHA.OLD" is the tables' own mark for a ticker that another firm has taken over: no vendor writes it.
    return f"{mic}:{ticker}" if _US_TICKER.fullmatch(ticker) else None


def parse(text: str) -> tuple[str, ...]:
    """The listings that a code can mean by its form, likeliest first; whether they exist is the tables' affair.

    >>> parse("0700.HK"), parse("sh600519"), parse("BABA.N"), parse("700 HK Equity")
    (('XHKG:00700',), ('XSHG:600519',), ('XNYS:BABA',), ('XHKG:00700',))
    >>> parse("000001"), parse("700"), parse("沪:601899")
    (('XSHE:000001',), ('XHKG:00700',), ('XSHG:601899',))
    >>> parse("Tencent Holdings")
    ()
    """
    plain = _TAIL.sub("", text.strip().strip("()（）[]").strip()).replace("：", ":")
    code = _RIC_CLASS.sub(r"\1.\2\3", plain).upper()
    if code.isdigit():
        mic = mainland_mic(code)
        listing = f"{mic}:{code}" if mic else _listing("XHKG", code)
        return (listing,) if listing else ()
    listings: list[str | None] = []
    for mark, rest in _readings(code):
        own = mainland_mic(rest) if mark == "CH" else None
        listings.extend(_listing(mic, rest) for mic in ((own,) if own else _MARKETS.get(mark, ())))
    if _TICKER.fullmatch(plain):
        listings.extend(_listing(mic, plain) for mic in _US)
    return tuple(dict.fromkeys(listing for listing in listings if listing))


def _readings(code: str) -> Iterator[tuple[str, str]]:
    """The ways to take a code apart into a market's mark and the code proper."""
    if (found := _GLUED.fullmatch(code)) and _CODE.fullmatch(found[2] or found[4]):
        yield found[1] or found[3], found[2] or found[4]
    if (found := _BEHIND.fullmatch(code)) and _CODE.fullmatch(found[1]):
        yield found[2], found[1]
    if (found := _BEFORE.fullmatch(code)) and _CODE.fullmatch(found[2]):
        yield found[1], found[2]


def write(listing: str, form: Form | str) -> str:
    """A listing's code in a vendor's form.

    :param listing: ``MIC:CODE``.
    :raises InvalidValue: for an unknown form, no listing, or a market that the form has no mark for.

    >>> [write("XHKG:00700", form) for form in ("ric", "bloomberg", "yahoo", "wind", "sina")]
    ['0700.HK', '700 HK', '0700.HK', '0700.HK', 'hk00700']
    >>> write("XNYS:BRK.B", "yahoo"), write("XSHG:600519", "ric")
    ('BRK-B', '600519.SS')
    """
    mic, _, code = listing.partition(":")
    try:
        form = Form(form)
    except ValueError:
        raise InvalidValue(f"unknown form {form!r}", source="codes.write", hint=f"one of {', '.join(Form)}") from None
    style = _STYLES[form]
    pattern = style.marks.get(mic)
    if pattern is None or _listing(mic, code) != listing:
        raise InvalidValue(f"{listing!r} has no {form} code", source="codes.write", hint=f"MIC:CODE of {', '.join(style.marks)}")
    if mic == "XHKG":
        code = code.lstrip("0").zfill(style.digits)
    elif mic in _US:
        ticker, _, share_class = code.partition(".")
        if form is Form.RIC:
            code = ticker + share_class.lower()
        elif share_class:
            code = f"{ticker}{style.dotted}{share_class}"
        code = code.lower() if form is Form.SINA else code
    return pattern.format(code)


def isin(text: str) -> str | None:
    """The ISIN in its compact form, ``None`` for what has not the form of one.

    :raises InvalidValue: where only the check digit (or the country) is wrong.

    >>> isin("KYG875721634"), isin("Tencent")
    ('KYG875721634', None)
    >>> isin("KYG875721635")
    Traceback (most recent call last):
    ...
    chinamkt.errors.InvalidValue: ISIN: KYG875721635 can't be: The number's checksum or check digit is invalid. (ISO 6166: ...)
    """
    if not re.fullmatch(r"\s*[A-Z]{2}[A-Z0-9]{9}[0-9]\s*", text):
        return None
    from stdnum import exceptions
    from stdnum import isin as checked

    try:
        return str(checked.validate(text))
    except exceptions.ValidationError as error:
        hint = "ISO 6166: country, nine letters or digits, check digit"
        raise InvalidValue(f"{text.strip()} can't be: {error}", source="ISIN", hint=hint) from None
