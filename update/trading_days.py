"""Make ``src/chinamkt/reference/market/trading_days.tsv``: the weekdays without a session, or without a whole one.

    python update/trading_days.py            # writes it
    python update/trading_days.py --check    # exit status 1 where the shipped table differs

Needs ``exchange_calendars`` and ``pandas_market_calendars`` (the dependency group ``oracles``), and no network.
From 2000 on a day is taken from both packages where they agree; where they don't, or where both are wrong,
``update/sources/trading_days.csv`` says what is right, who is wrong and whose word that is. A correction that corrects
nothing is an error, so that the list shrinks when the packages are put right. Before 2000 the days are those of
``exchange_calendars``, unverified.
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
import warnings
from pathlib import Path

SOURCE = Path(__file__).parent / "sources/trading_days.csv"
TARGET = Path(__file__).parents[1] / "src/chinamkt/reference/market/trading_days.tsv"
#: The first and the last day of the table, and the first one that both packages were held against.
FIRST, LAST, VERIFIED = dt.date(1991, 1, 1), dt.date(2026, 12, 31), dt.date(2000, 1, 1)
MARKETS = {"CN": ("XSHG", "SSE"), "HK": ("XHKG", "HKEX")}
KINDS = ("closed", "half", "late", "short")

Kinds = dict[dt.date, str]


def by_exchange_calendars(market: str) -> Kinds:
    """The weekdays that are no whole session: ``closed`` or ``half``."""
    import exchange_calendars

    calendar = exchange_calendars.get_calendar(MARKETS[market][0], start=FIRST.isoformat(), end=LAST.isoformat())
    sessions = {stamp.date() for stamp in calendar.sessions}
    halves = {stamp.date() for stamp in calendar.early_closes}
    return _kinds(sessions, halves)


def by_pandas_market_calendars(market: str) -> Kinds:
    """The weekdays without a session; it knows no half days of Hong Kong."""
    import pandas_market_calendars

    calendar = pandas_market_calendars.get_calendar(MARKETS[market][1])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        schedule = calendar.schedule(FIRST.isoformat(), LAST.isoformat())
    return _kinds({stamp.date() for stamp in schedule.index}, set())


def _kinds(sessions: set[dt.date], halves: set[dt.date]) -> Kinds:
    days = (FIRST + dt.timedelta(days=number) for number in range((LAST - FIRST).days + 1))
    odd = {day: "half" if day in sessions else "closed" for day in days if day.weekday() < 5 and day not in sessions - halves}
    assert not [day for day in sessions if day.weekday() > 4], "a session on a weekend"
    return odd


def corrections() -> list[dict[str, str]]:
    """The rows of the source, checked for themselves."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seen = set()
    for number, row in enumerate(rows, 2):
        where = f"{SOURCE.name}:{number}"
        if row["market"] not in MARKETS or row["kind"] not in KINDS:
            raise SystemExit(f"{where}: unknown market or kind")
        if row["wrong"] not in ("", "both", "exchange_calendars", "pandas_market_calendars"):
            raise SystemExit(f"{where}: unknown package {row['wrong']!r}")
        if not row["reason"] or not row["source"]:
            raise SystemExit(f"{where}: a reason and a source")
        if (row["market"], row["date"]) in seen:
            raise SystemExit(f"{where}: stands twice")
        seen.add((row["market"], row["date"]))
        dt.date.fromisoformat(row["date"])
    return rows


def merged(market: str, rows: list[dict[str, str]]) -> list[tuple[str, str, str, str, str, str]]:
    """The table's lines of one market, by date.

    :raises SystemExit: where the packages differ and no row says what is right, and where a row corrects nothing.
    """
    ours, theirs = by_exchange_calendars(market), by_pandas_market_calendars(market)
    told = {dt.date.fromisoformat(row["date"]): row for row in rows if row["market"] == market}
    out = []
    for day in sorted(ours.keys() | theirs.keys() | told.keys()):
        row = told.get(day)
        one, other = ours.get(day, "open"), theirs.get(day, "open")
        differ = (one == "closed") != (other == "closed")
        if row is None:
            if differ and day >= VERIFIED:
                raise SystemExit(
                    f"{market} {day}: {one} in exchange_calendars, {other} in pandas_market_calendars: which is right?"
                )
            if one != "open":
                out.append((market, day.isoformat(), one, "", "eve of a holiday" if one == "half" else "holiday", ""))
            continue
        wrong = {
            name for name, kind in (("exchange_calendars", one), ("pandas_market_calendars", other))
            if (kind == "closed") != (row["kind"] == "closed") or (row["kind"] != "closed" and one != row["kind"])
        }  # fmt: skip
        named = {"both": {"exchange_calendars", "pandas_market_calendars"}, "": set()}.get(row["wrong"], {row["wrong"]})
        if wrong != named:
            raise SystemExit(f"{market} {day}: wrong are {sorted(wrong) or 'none'}, the source says {sorted(named) or 'none'}")
        out.append((market, day.isoformat(), row["kind"], row["opens"], row["reason"], row["source"]))
    return out


def main() -> int:
    """Write the table, or compare it."""
    rows = corrections()
    head = [
        "# Weekdays that are no whole session, made by update/trading_days.py.",
        "# A blank source: both packages have it so (half days: exchange_calendars alone knows them).",
        f"# first {FIRST}, last {LAST}, verified from {VERIFIED}",
        "market\tdate\tkind\topens\treason\tsource",
    ]
    content = "\n".join([*head, *("\t".join(line) for market in MARKETS for line in merged(market, rows))]) + "\n"
    if "--check" in sys.argv[1:]:
        same = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == content
        print("up to date" if same else f"{TARGET.name} differs: run update/trading_days.py")
        return 0 if same else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
