"""Look-up by whatever a person or a feed calls an instrument: a name, a code in a vendor's form, an ISIN."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from chinamkt.expressions import expression
from chinamkt.model.instruments import Index, Instrument, Market, Security
from chinamkt.reference import codes
from chinamkt.reference.rows import VENDORS, rows_of, vendor_of

if TYPE_CHECKING:
    from chinamkt.reference.names import Entry
    from chinamkt.reference.tables import Reference

__all__ = ["Candidate", "lookup"]

#: MICs by the market that ``market=`` names.
_MARKETS: Final = {
    "HK": ("XHKG",), "CN": ("XSHG", "XSHE", "BJSE"), "US": ("XNAS", "XNYS", "XASE", "ARCX", "BATS", "OTCM"), "JP": ("XTKS",),
    "KR": ("XKRX",), "TW": ("XTAI",), "AU": ("XASX",), "SG": ("XSES",), "IN": ("XNSE",), "NZ": ("XNZE",),
}  # fmt: skip
_ROLES: Final = {
    "index": "official name of the index", "index-alias": "other name of the index", "term": "what reports call it",
    "news": "what reports call the issuer", "nickname": "nickname of the issuer", "official": "official name",
    "official-stem": "official name without its legal suffix", "exchange-short": "the exchange's abbreviation",
    "former": "former name", "beginning": "official name cut short", "descriptor": "a description, not a name",
    "fund": "name of the fund", "unlisted": "not listed",
}  # fmt: skip
#: What stands around the provider's code where vendors write an index: "000300.SH", ".CSI930713", "sz399001".
_INDEX_MARK: Final = expression(r"(?:\.?(CSI)|(SH|SZ))?([A-Z0-9]+?)(?:\.(SH|SS|SZ|CSI|HK|HI|CNI|XSHG|XSHE))?")
#: The markets (as the table of indices has them) that a mark stands for.
_MARKED: Final = {
    "SH": ("CN-SH", "CN"), "SS": ("CN-SH", "CN"), "XSHG": ("CN-SH", "CN"), "CSI": ("CN", "CN-SH", "CN/US"), "SZ": ("CN-SZ",),
    "XSHE": ("CN-SZ",), "CNI": ("CN", "CN-SZ"), "HK": ("HK",), "HI": ("HK",),
}  # fmt: skip
#: How many names that begin with the query are offered where none is equal to it.
_OFFERED: Final = 10


@frozen(slots=True, kw_only=True)
class Candidate:
    """An instrument that a query can mean.

    :param rank: 1 for the likeliest.
    :param reason: why it is one, for people.
    """

    instrument: Instrument
    rank: int
    reason: str

    @property
    def subject(self) -> str:
        """The instrument's id."""
        return self.instrument.subject


def lookup(
    query: str, *, market: str | None = None, on: dt.date | None = None, reference: Reference | None = None
) -> list[Candidate]:
    """The instruments that a name or a code can mean, likeliest first.

    :param query: a name in English or Chinese (either script), a code as exchanges, Reuters, Bloomberg, Yahoo, Wind or
        Chinese sites write it, or an ISIN.
    :param market: only what is traded there: ``HK``, ``CN``, ``US``, ... or a MIC.
    :param on: leaves out what was not listed, or not published, on that day, as far as the tables tell.
    :param reference: the tables, the shipped ones unless given.
    :raises InvalidValue: for an ISIN whose check digit is wrong.

    >>> [(one.subject, one.reason) for one in lookup("腾讯")][0]
    ('security:XHKG:00700', "腾讯: what reports call the issuer; XHKG's line")
    >>> [one.subject for one in lookup("BYD", market="CN")]
    ['security:XSHE:002594']
    >>> lookup("600519.SS")[0].instrument.names.en
    'Kweichow Moutai Co., Ltd.'
    """
    if reference is None:
        from chinamkt.reference.tables import load

        reference = load()
    found: dict[str, str] = {}
    for subject, reason in _meanings(query.strip(), reference):
        found.setdefault(subject, reason)
    kept = [
        (reference.instrument(subject), reason)
        for subject, reason in found.items()
        if _traded(subject, market, reference) and _existed(subject, on, reference)
    ]
    return [Candidate(instrument=one, rank=rank, reason=reason) for rank, (one, reason) in enumerate(kept, 1)]


def _meanings(query: str, reference: Reference) -> Iterator[tuple[str, str]]:
    """Subjects and reasons, likeliest first; one may come twice."""
    if not query:
        return
    number = codes.isin(query)
    if number:
        for line in _with_isin(number, reference):
            yield f"security:{line}", f"ISIN {number}"
        return
    named = list(_named(query, reference))
    coded = list(_coded(query, reference))
    # "BYD" is a name and could be a ticker; "0700.HK" has a dot or digits and is a code before all.
    yield from coded + named if re.search(r"[0-9.:^]", query) else named + coded
    if not named and not coded:
        yield from _beginning(query, reference)


def _named(query: str, reference: Reference) -> Iterator[tuple[str, str]]:
    for entry in reference.names.called(query):
        yield from _told(entry, "")


def _told(entry: Entry, how: str) -> Iterator[tuple[str, str]]:
    for target in entry.targets:
        line = f"; {target.split(':')[1]}'s line" if target.startswith("security:") and len(entry.targets) > 1 else ""
        weak = "; also means other things" if entry.weak else ""
        yield target, f"{entry.name}: {how}{_ROLES.get(entry.role, entry.role)}{line}{weak}"


def _coded(query: str, reference: Reference) -> Iterator[tuple[str, str]]:
    indices = [(subject, f"{how} of the index") for subject, how in _with_index_code(query, reference)]
    # Of bare digits a share is meant rather: 000001 is Ping An Bank, 000001.SH the Shanghai Composite.
    if not query.isdigit():
        yield from indices
    for line in codes.parse(query):
        if reference.knows(f"security:{line}"):
            mic, _, code = line.partition(":")
            yield f"security:{line}", f"code {code} of {mic}"
        for later in _renumbered(line):
            yield f"security:{later}", f"former code, before {later.partition(':')[2]}"
    if query.isdigit():
        yield from indices


def _with_isin(number: str, reference: Reference) -> list[str]:
    """Those that are traded first, a counter in a second currency last."""
    table = rows_of("securities.tsv")
    found = [table.taken_apart(line) for line in table.lines.values() if f"\t{number}\t" in line]
    found.sort(key=lambda row: (row["status"] == "delisted", row["counter_of"] != ""))
    more = [one.id for one in reference.added.values() if isinstance(one, Security) and one.isin == number]
    return [row["id"] for row in found] + more


def _with_index_code(code: str, reference: Reference) -> Iterator[tuple[str, str]]:
    """Indices with a vendor's symbol: ``(subject, how it is known)``."""
    wanted = code.upper()
    found = _INDEX_MARK.fullmatch(wanted)
    bare, mark = (found[3], found[1] or found[2] or found[4]) if found else (wanted, None)
    table = rows_of("indices.tsv")
    for row in map(table.taken_apart, table.lines.values()):
        vendor = next((vendor for vendor in VENDORS if row[vendor].upper() == wanted), None)
        marked = mark is not None and row["code"] == bare and row["market"] in _MARKED[mark]
        if vendor or marked or row["slug"] == wanted:
            told = vendor_of(row, vendor or "code")
            what = "provider's code" if told == "code?" else f"{told.removesuffix('?')} symbol"
            yield f"index:{row['slug']}", f"{what}{' (unverified)' if told.endswith('?') else ''}"
    for one in reference.added.values():
        for vendor, symbol in one.codes if isinstance(one, Index) else ():
            if symbol.upper() == wanted:
                yield one.subject, f"{vendor} symbol"


def _renumbered(line: str) -> list[str]:
    """The listings that had an older code: the Beijing exchange renumbered its own in 2025."""
    mic, _, code = line.partition(":")
    table = rows_of("securities.tsv")
    rows = [table.taken_apart(text) for key, text in table.lines.items() if key.startswith(mic) and f"\t{code}\t" in text]
    return [row["id"] for row in rows if row["former_code"] == code]


def _beginning(query: str, reference: Reference) -> Iterator[tuple[str, str]]:
    if len(query) < 2:
        return
    for entry in reference.names.beginning(query, _OFFERED):
        yield from _told(entry, "begins so; ")


def _traded(subject: str, market: str | None, reference: Reference) -> bool:
    if market is None:
        return True
    one = reference.instrument(subject)
    if isinstance(one, Security):
        return one.mic in _MARKETS.get(market.upper(), (market.upper(),))
    if isinstance(one, Index):
        places = re.split(r"[/-]", one.market or "")
        return market.upper() in places
    return isinstance(one, Market) and one.code == market.upper()


def _existed(subject: str, on: dt.date | None, reference: Reference) -> bool:
    since = reference.since(subject) if on else None
    return since is None or on is None or since <= on
