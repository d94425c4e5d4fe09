"""Gather every name of every source into the lines that ``chinamkt.reference.names`` loads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen
from forms import capitals, chinese_forms, english_forms, is_common, is_han, is_ordinary, latin_key
from read import Row, Table

from chinamkt.article.fold import fold

__all__ = ["Issuers", "Named", "beginnings", "gather", "lines"]

#: Which source speaks first where several know a name: the curated ones before the official lists.
RANK = {
    "index": 1, "term": 2, "index-alias": 3, "news": 4, "nickname": 5, "unlisted": 6, "official-stem": 7, "official": 8,
    "exchange-short": 9, "former": 10, "fund": 11, "descriptor": 12,
}  # fmt: skip


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

    @property
    def kind(self) -> str:
        return self.targets[0].partition(":")[0] if self.targets else ""


class Issuers:
    """Which listings belong together, the likeliest first: Hong Kong, the mainland, then America."""

    _ORDER = ("XHKG", "XSHG", "XSHE", "BJSE", "XNYS", "XNAS", "XASE", "ARCX", "BATS", "OTCM")  # then every other

    def __init__(self, securities: Iterable[Row]) -> None:
        self.of: dict[str, str] = {}
        self._live: dict[str, list[str]] = defaultdict(list)
        self._all: dict[str, list[str]] = defaultdict(list)
        for row in securities:
            issuer = row["issuer_id"] or row["counter_of"] or row["id"]
            self.of[row["id"]] = issuer
            self._all[issuer].append(row["id"])
            if row["status"] in ("listed", "unverified") and not row["counter_of"] and row["type"] != "trading_only":
                self._live[issuer].append(row["id"])

    def listings(self, line: str, first: str = "") -> tuple[str, ...]:
        issuer = self.of[line]
        found = self._live.get(issuer) or self._all[issuer]
        # Old B shares and counters come behind the line that reports mean.
        return tuple(f"security:{x}" for x in sorted(found, key=lambda x: self._rank(x, first)))

    def _rank(self, line: str, first: str) -> tuple[bool, int, bool, str]:
        mic, _, code = line.partition(":")
        place = self._ORDER.index(mic) if mic in self._ORDER else len(self._ORDER)
        return (line != first, place, mic in ("XSHG", "XSHE") and code[0] in "29", line)


def from_indices(rows: list[Row]) -> Iterator[Named]:
    for row in rows:
        weak = {fold(x).lower() for x in row.list("weak_aliases")}
        target = (f"index:{row['slug']}",)
        columns = ("name_en", "name_zh_hans", "name_zh_hant", "aliases_en", "aliases_zh_hans", "aliases_zh_hant", "aliases_zh")
        for column in columns:
            role = "index" if column.startswith("name") else "index-alias"
            for name in row.list(column) if column in row else ():
                yield Named(name, role, target, weak=fold(name).lower() in weak, curated=True)


def from_terms(table: Table) -> Iterator[Named]:
    for row in table.rows:
        targets, weak = tuple(row.list("subject")), row["weak"] == "1"
        blocker = row["note"] == "blocker"
        if blocker == bool(targets):
            raise row.fault("a blocker has no subject, everything else has one")
        for name in row.list("names"):
            yield Named(name, "blocker" if blocker else "term", targets, weak=weak, blocker=blocker, curated=True)


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
            yield Named(name, role, targets, weak, issuer=issuers.of[row["primary_id"]], every=every, curated=not every)


def from_securities(table: Table, issuers: Issuers) -> Iterator[Named]:
    for row in table.rows:
        if row["counter_of"] or row["type"] == "trading_only":
            continue
        fund = row["type"] in ("etf", "leveraged_inverse")
        targets, issuer = issuers.listings(row["id"]), issuers.of[row["id"]]

        def named(name: str, role: str, weak: bool, every: bool = False) -> Named:
            vague = fund and not any(mark in name.upper() for mark in ("ETF", "基金", "FUND", "ISHARES", "REIT"))
            return Named(name, "fund" if fund else role, targets, weak or vague, issuer=issuer, every=every)

        for name in english_forms(row["name_en"]):
            yield named(name, "official", is_ordinary(name))
        # Of the mainland's abbreviations only those are told that are the sole English name.
        if row["name_en_short"] and (row["mic"] == "XHKG" or not row["name_en"]):
            yield named(row["name_en_short"], "exchange-short", is_ordinary(row["name_en_short"]), every=True)
        for column in ("name_zh_hans", "name_zh_hant"):
            for name in chinese_forms(row[column]):
                yield named(name, "official", is_ordinary(fold(name)))
        for column in ("name_zh_hans_full", "name_zh_hant_full"):
            if row[column]:
                yield named(row[column], "official", False)
        for name in row.list("former_zh_hans"):
            yield named(name, "former", is_ordinary(name) or len(name) < 3)
        for name in english_forms(row["former_name_en"]):
            yield named(name, "former", is_ordinary(name))


def from_more(table: Table, issuers: Issuers) -> Iterator[Named]:
    for row in table.rows:
        targets, issuer = issuers.listings(row["id"], row["id"]), issuers.of[row["id"]]
        weak = set(row.list("weak_aliases"))
        for name in dict.fromkeys((*english_forms(row["name_en"]), *row.list("aliases_en"), *row.list("aliases_zh"))):
            yield Named(name, "news", targets, name in weak, issuer=issuer, curated=True)
        if row["name_zh_hans"]:
            name = row["name_zh_hans"]
            yield Named(name, "official", targets, name in weak, issuer=issuer, curated=True)


def gather(indices: list[Row], terms: Table, aliases: Table, securities: Table, more: Table, issuers: Issuers) -> list[Named]:
    """All names of all sources."""
    return [
        *from_indices(indices), *from_terms(terms), *from_aliases(aliases, issuers), *from_securities(securities, issuers),
        *from_more(more, issuers),
    ]  # fmt: skip


def merged(names: Iterable[Named], *, han: bool) -> dict[str, list[Named]]:
    """Names by what the scan sees of them, the likeliest meaning first."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        if is_han(named.name) == han:
            key = fold(named.name).lower() if han else latin_key(named.name)
            if len(key) > 1 and (han or key[0].isascii()):
                groups[key].append(named)
    for group in groups.values():
        group.sort(key=lambda named: (not named.blocker, RANK.get(named.role, 0)))
    return groups


def lines(names: Iterable[Named], *, han: bool) -> list[str]:
    """The lines of a name table, sorted by code point; their columns are explained in ``chinamkt.reference.names``."""
    groups = merged(names, han=han)
    keys = sorted(groups)
    stack: list[int] = []
    out = []
    for number, key in enumerate(keys):
        while stack and not key.startswith(keys[stack[-1]]):
            stack.pop()
        shorter = number - stack[-1] if stack else 0
        stack.append(number)
        out.append("\t".join((key, str(shorter), *_cells(groups[key], key))))
    return out


def beginnings(keys: list[str], *, han: bool) -> list[str]:
    """What the automaton looks for: short beginnings of names, longer ones where a short one would be found too often.

    A name that is shorter than its beginning has a NUL behind it.
    """
    short, long, many = (3, 5, 6) if han else (8, 12, 6)
    shared = Counter(key[:short] for key in keys)
    found = set()
    for key in keys:
        often = shared[key[:short]] > many or (not han and is_common(key.partition(" ")[0]))
        size = long if often else short
        found.add(key[:size] if len(key) >= size else f"{key}\0")
    return sorted(found)


def _cells(group: list[Named], key: str) -> tuple[str, ...]:
    first = group[0]
    if first.blocker:
        group = [first]
    targets = tuple(dict.fromkeys(target for named in group for target in named.targets))
    issuers = {named.issuer for named in group}
    # The curated tables know which names mislead; the official lists do not.
    curated = [named.weak for named in group if named.curated]
    weak = any(curated) if curated and not first.curated else first.weak
    every = all(named.every for named in group)
    # The spelling with the fewest capitals is the one a text must have; a text in capitals satisfies every one.
    written = min((named for named in group if every or not named.every), key=lambda named: len(capitals(named.name))).name
    exact = any(mark in written for mark in "&.'") and sum(letter.isalnum() for letter in key) <= 4
    issuer = issuers.pop() if len(issuers) == 1 else ""
    short = [target.removeprefix("security:") for target in targets]
    return (
        ("w" if weak else "") + ("b" if first.blocker else "") + ("x" if exact else "") + ("e" if every else "") + ("l" if weak and first.role == "fund" else ""),
        first.role,
        "" if written == key else written,
        "|".join(short),
        "=" if issuer and issuer == short[0] else issuer,
    )
