"""Gather every name of every source, with what it means there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen
from forms import chinese_forms, chinese_stem, english_forms, is_common, is_hopeless, is_ordinary
from read import Row, Table

from chinamkt.article.fold import fold
from chinamkt.model.currencies import CURRENCY_CODES
from chinamkt.reference.spelling import is_han

__all__ = ["RANK", "Named", "gather"]

#: Which source speaks first where several know a name: the curated ones before the official lists.
RANK = {
    "term": 1, "index": 2, "index-alias": 3, "news": 4, "nickname": 5, "unlisted": 6, "official-stem": 7, "official": 8,
    "exchange-short": 9, "former": 10, "beginning": 11, "fund": 12, "descriptor": 13,
}  # fmt: skip


#: Futures on government bonds, named by the bond as in ``rate:``.
BOND_FUTURES = frozenset(("CN2Y", "CN5Y", "CN10Y", "CN30Y"))


@frozen
class Named:
    """One name for one thing, as one source has it."""

    name: str
    role: str
    targets: tuple[str, ...]
    weak: bool = False
    blocker: bool = False
    issuer: str = ""
    every: bool = False
    curated: bool = False
    silent: bool = False
    #: The whole name, of which ``name`` is the beginning.
    whole: str = ""

    @property
    def kind(self) -> str:
        return self.targets[0].partition(":")[0] if self.targets else ""


class Issuers:
    """Which listings belong together, the likeliest first: Hong Kong, the mainland, then America."""

    _ORDER = ("XHKG", "XSHG", "XSHE", "BJSE", "XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM")  # then every other

    def __init__(self, securities: Iterable[Row]) -> None:
        self.of: dict[str, str] = {}
        self._live: set[str] = set()
        self._lines: dict[str, list[str]] = defaultdict(list)
        for row in securities:
            issuer = row["issuer_id"] or row["counter_of"] or row["id"]
            self.of[row["id"]] = issuer
            if row["status"] in ("listed", "unverified"):
                self._live.add(row["id"])
            # A counter in another currency is the same line, a renamed ticker too.
            if (not row["counter_of"] and row["type"] != "trading_only" and row["status"] != "renamed") or issuer == row["id"]:
                self._lines[issuer].append(row["id"])

    def listings(self, line: str, first: str = "") -> tuple[str, ...]:
        """Every line of the issuer of a line, old ones last: a report may be old as well."""
        found = self._lines[self.of[line]]
        return tuple(f"security:{x}" for x in sorted(found, key=lambda x: self._rank(x, first)))

    def _rank(self, line: str, first: str) -> tuple[bool, bool, bool, int, str]:
        mic, _, code = line.partition(":")
        place = self._ORDER.index(mic) if mic in self._ORDER else len(self._ORDER)
        # Old B shares come behind the line that reports mean.
        return (line not in self._live, line != first, mic in ("XSHG", "XSHE") and code[0] in "29", place, line)


def from_indices(rows: list[Row]) -> Iterator[Named]:
    for row in rows:
        weak = {fold(x).lower() for x in row.list("weak_aliases")}
        target = (f"index:{row['slug']}",)
        columns = ("name_en", "name_zh_hans", "name_zh_hant", "aliases_en", "aliases_zh_hans", "aliases_zh_hant", "aliases_zh")
        for column in columns:
            role = "index" if column.startswith("name") else "index-alias"
            for name in row.list(column) if column in row else ():
                yield Named(name, role, target, weak=fold(name).lower() in weak, curated=True)


def from_terms(table: Table, issuers: Issuers, slugs: set[str]) -> Iterator[Named]:
    for row in table.rows:
        issuer = ""
        for subject in row.list("subject"):
            check_subject(subject, row, issuers, slugs)
        targets, weak = tuple(row.list("subject")), row["weak"] == "1"
        blocker = row["note"] in ("blocker", "boundary")
        if blocker == bool(targets):
            raise row.fault("a blocker has no subject, everything else has one")
        role = row["note"] if blocker else "term"
        if targets and targets[0].startswith("security:") and len(targets) == 1:
            line = targets[0].removeprefix("security:")
            role, targets, issuer = "news", issuers.listings(line, line), issuers.of[line]
        if row["note"].startswith("former"):
            role = "former"
        every = row["note"].startswith("abbreviation")
        for name in row.list("names"):
            yield Named(name, role, targets, weak=weak, blocker=blocker, curated=True, issuer=issuer, every=every)


def check_subject(subject: str, row: Row, issuers: Issuers, slugs: set[str]) -> None:
    """What a hand-made table points at must be there."""
    kind, _, rest = subject.partition(":")
    if kind in ("fx", "fix"):
        known = all(code in CURRENCY_CODES for code in rest.split("/"))
    elif kind == "index":
        known = rest in slugs
    elif kind == "future":
        known = rest in slugs or rest in BOND_FUTURES
    elif kind == "security":
        known = rest in issuers.of
    else:
        known = kind in ("commodity", "market", "rate", "sector") and bool(rest)
    if not known:
        raise row.fault(f"no such subject: {subject}", "an id of the other tables, or a kind of the facts table")


def from_aliases(table: Table, issuers: Issuers) -> Iterator[Named]:
    for row in table.rows:
        role = row["kind"].removesuffix("-converted")
        if role not in RANK and role != "blocker":
            raise row.fault(f"unknown kind {row['kind']!r}", ", ".join(RANK))
        name, weak = row["alias"], row["weak"] == "1"
        if role == "blocker":
            yield Named(name, role, (), blocker=True, curated=True)
        elif role == "unlisted":
            yield Named(name, role, (f"security:?{name}",), weak=weak, curated=True, issuer=row["issuer_id"])
        else:
            if row["primary_id"] not in issuers.of:
                raise row.fault(f"no listing {row['primary_id']!r}", "an id of securities.csv")
            targets = issuers.listings(row["primary_id"], row["primary_id"])
            every = role == "exchange-short"
            if every:
                weak = is_ordinary(name)
            # A description stands beside a name or for one said before; it is found by neither scan.
            silent = role == "descriptor" or (every and weak and is_hopeless(name))
            issuer = issuers.of[row["primary_id"]]
            yield Named(name, role, targets, weak, issuer=issuer, every=every, curated=not every, silent=silent)


def beginnings_of_names(securities: Iterable[Row], issuers: Issuers) -> Iterator[Named]:
    """Names cut short as reports do: "Zhejiang Sanhua", 第一服务; only where one issuer alone begins so.

    English: up to a word that is neither common nor shared by many names, such as a place's.
    """
    first_words: Counter[str] = Counter()
    forms: dict[str, str] = {}
    owners: dict[str, set[str]] = defaultdict(set)
    for row in securities:
        if row["type"] not in ("equity", "reit", "adr") or row["counter_of"]:
            continue
        if any(mark in row["name_en"] for mark in ("ETF", "Fund", "Index", "Leveraged", "Inverse")):
            continue
        for name in english_forms(row["name_en"])[:1]:
            words = name.split()
            first_words[words[0].lower()] += 1
            forms[name] = row["id"]
            for size in range(2, len(words) + 1):
                owners[" ".join(words[:size]).lower()].add(issuers.of[row["id"]])
        stem = chinese_stem(row["name_zh_hans"])
        for name in filter(None, (stem, row["name_zh_hans"])):
            owners[name].add(issuers.of[row["id"]])
        if stem:
            forms[stem] = row["id"]
    for name, line in forms.items():
        words = name.split()
        first = words[0].lower()
        if len(first) >= 5 and first.isascii() and first.isalpha() and first_words[first] == 1 and not is_common(first, zipf=2.5):
            yield Named(words[0], "beginning", issuers.listings(line), weak=True, issuer=issuers.of[line], whole=name)
        for size in range(2, len(words)):
            last = words[size - 1].lower()
            if len(last) < 4 or not last.isalpha() or is_common(last, zipf=3.3) or first_words[last] > 2:
                continue
            short = " ".join(words[:size])
            if len(owners[short.lower()]) == 1:
                yield Named(short, "beginning", issuers.listings(line), issuer=issuers.of[line], whole=name)
                break
        if len(words) == 1 and is_han(name) and len(owners[name]) == 1:
            yield Named(name, "beginning", issuers.listings(line), issuer=issuers.of[line])


def from_securities(table: Table, issuers: Issuers) -> Iterator[Named]:
    # "Fujian" is a stem of "Fujian Holdings", and the place.
    first_words = Counter(row["name_en"].lower().partition(" ")[0] for row in table.rows)
    for row in table.rows:
        if row["counter_of"] or row["type"] == "trading_only":
            continue
        fund = row["type"] in ("etf", "leveraged_inverse")
        targets, issuer = issuers.listings(row["id"]), issuers.of[row["id"]]
        for name, role, ordinary in names_of(row):
            weak = ordinary or first_words[name.lower()] > 2
            # "Nasdaq 100" is no name of a fund that tracks it.
            vague = fund and not any(mark in name.upper() for mark in ("ETF", "基金", "FUND", "ISHARES", "REIT"))
            every = role == "exchange-short"
            silent = (weak and is_hopeless(name)) or vague or (fund and weak)
            yield Named(name, "fund" if fund else role, targets, weak or vague, issuer=issuer, every=every, silent=silent)


def names_of(row: Row) -> Iterator[tuple[str, str, bool]]:
    """The names in a row of the securities, with their roles, and whether they are ordinary words."""
    for name in english_forms(row["name_en"]):
        yield name, "official", is_ordinary(name)
    # Of the mainland's abbreviations only those are told that are the sole English name.
    if row["name_en_short"] and (row["mic"] == "XHKG" or not row["name_en"]):
        yield row["name_en_short"], "exchange-short", is_ordinary(row["name_en_short"])
    for column in ("name_zh_hans", "name_zh_hant"):
        for name in chinese_forms(row[column]):
            yield name, "official", is_ordinary(fold(name))
    for column in ("name_zh_hans_full", "name_zh_hant_full"):
        if row[column]:
            yield row[column], "official", False
    for name in row.list("former_zh_hans"):
        yield name, "former", is_ordinary(name) or len(name) < 3
    for name in english_forms(row["former_name_en"]):
        yield name, "former", is_ordinary(name)


def from_more(table: Table, issuers: Issuers) -> Iterator[Named]:
    for row in table.rows:
        targets, issuer = issuers.listings(row["id"], row["id"]), issuers.of[row["id"]]
        weak = set(row.list("weak_aliases"))
        for name in (*row.list("aliases_en"), *row.list("aliases_zh")):
            yield Named(name, "news", targets, name in weak, issuer=issuer, curated=True)
        for name in english_forms(row["name_en"]):
            yield Named(name, "official", targets, is_ordinary(name), issuer=issuer, silent=is_hopeless(name))
        if row["name_zh_hans"]:
            name = row["name_zh_hans"]
            yield Named(name, "official", targets, name in weak, issuer=issuer, curated=True)


def gather(tables: Mapping[str, Table], indices: list[Row], securities: list[Row]) -> list[Named]:
    """All names of all sources."""
    issuers, slugs = Issuers(securities), {row["slug"] for row in indices}
    return [
        *from_indices(indices),
        *from_terms(tables["terms"], issuers, slugs),
        *from_terms(tables["names_more"], issuers, slugs),
        *from_aliases(tables["aliases"], issuers),
        *from_securities(tables["securities"], issuers),
        *from_more(tables["securities_more"], issuers),
        *beginnings_of_names(tables["securities"].rows, issuers),
    ]
