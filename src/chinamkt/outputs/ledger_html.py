"""A ledger as HTML: for each pair of parties a timeline and a table with every source; no script, nothing loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from chinamkt.ledger.book import TradeLedger
from chinamkt.ledger.entry import Entry
from chinamkt.outputs.display import plain
from chinamkt.outputs.html import STYLE
from chinamkt.outputs.ledger_lines import LedgerLine, ledger_lines
from chinamkt.outputs.timeline_svg import STYLE as TIMELINE_STYLE
from chinamkt.outputs.timeline_svg import timeline_svg
from chinamkt.reference.parties import parties

__all__ = ["ledger_page", "ledger_sections"]

_PAGE_STYLE = """<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 0.2em; }
</style>"""
_STYLE = f"""<style>
{TIMELINE_STYLE}
.chinamkt-ledger h2 {{ font-size: 1.15rem; margin: 2em 0 0.3em; }}
.chinamkt-ledger .scroll {{ overflow-x: auto; }}
.chinamkt-ledger .against {{ color: var(--against); font-weight: 600; opacity: 1; }}
.chinamkt-ledger .scroll > * {{ min-width: 42rem; }}
.chinamkt-ledger table {{ table-layout: fixed; width: 100%; }}
.chinamkt-ledger thead th:nth-child(1) {{ width: 1.6em; }}
.chinamkt-ledger thead th:nth-child(2) {{ width: 28%; }}
.chinamkt-ledger thead th:nth-child(3) {{ width: 22%; }}
.chinamkt-ledger thead th:nth-child(5) {{ width: 26%; }}
.chinamkt-ledger th, .chinamkt-ledger td {{ overflow-wrap: anywhere; }}
.chinamkt-ledger time {{ white-space: nowrap; }}
.chinamkt-ledger {{ --against: #b3261e; }}
.chinamkt-ledger summary {{ cursor: pointer; white-space: nowrap; }}
.chinamkt-ledger ul {{ margin: 0.3em 0 0.6em; padding-left: 1.2em; }}
.chinamkt-ledger .key {{ font-size: 0.85rem; opacity: 0.85; margin: 0 0 0.6em; }}
@media (prefers-color-scheme: dark) {{ .chinamkt-ledger {{ --against: #ff9189; }} }}
</style>"""
_KEY = (
    "Filled: it happened, or is told as in force. Dashed: planned, reported, threatened, suspended or lifted. "
    "Short upright lines: the days it was told on. Dotted: no report says when it began or ends. "
    "What has no year is in the table alone."
)

#: A date is not to break at its hyphens.
_DATE, _MARKED = re.compile(r"\d{4}-\d\d(?:-\d\d)?"), r"<time>\g<0></time>"


def ledger_page(ledger: TradeLedger, *, title: str = "Trade ledger") -> str:
    """A whole page, to be opened in a browser as it is.

    >>> ledger_page(TradeLedger()).splitlines()[0]
    '<!DOCTYPE html>'
    """
    head = (
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(plain(title))}</title>\n{_PAGE_STYLE}"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n<h1>{escape(plain(title))}</h1>\n'
        f"{ledger_sections(ledger)}\n</body>\n</html>\n"
    )


def ledger_sections(ledger: TradeLedger) -> str:
    """The pairs of parties one after the other, the one with the most events first; every word of a text is escaped.

    >>> ledger_sections(TradeLedger()).splitlines()[-1]
    '<p class="chinamkt">No events.</p>'
    """
    if not ledger.entries:
        return f'{STYLE}\n<p class="chinamkt">No events.</p>'
    pairs: dict[tuple[str, str], list[Entry]] = {}
    for entry in ledger.entries:
        for pair in entry.pairs:
            pairs.setdefault(pair, []).append(entry)
    ordered = sorted(pairs.items(), key=lambda item: (item[0][1] == "*", -len(item[1]), item[0]))
    events, reports = len(ledger), len(ledger.reports)
    counted = f"{events} event{'s' if events > 1 else ''} in {reports} report{'s' if reports > 1 else ''}"
    against = len(ledger.contradictions)
    if against:
        counted += f'; <span class="against">{against} contradiction{"s" if against > 1 else ""}</span>'
    sections = [_section(pair, entries) for pair, entries in ordered]
    return (
        f'{STYLE}\n{_STYLE}\n<div class="chinamkt-ledger">\n<p>{counted}</p>\n<p class="key">{escape(_KEY)}</p>\n'
        f"{chr(10).join(sections)}\n</div>"
    )


def _section(pair: tuple[str, str], entries: list[Entry]) -> str:
    one, other = pair
    names = _name(one) if other == "*" else f"{_name(one)} and {_name(other)}"
    head = f"{names}, no other party named" if other == "*" else names
    lines = ledger_lines(sorted(entries, key=_day))
    key = f"time-{one}-{other}".replace("*", "all").lower()
    picture = timeline_svg(lines, name=key, label=f"Timeline: {head}, {len(lines)} events")
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("#", "Event", "When", "Status", "Sources"))
    rows = "\n".join(map(_row, lines))
    table = f'<table class="chinamkt">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
    return f'<section>\n<h2>{escape(head)}</h2>\n<div class="scroll">\n{picture}\n{table}\n</div>\n</section>'


def _day(entry: Entry) -> tuple[str, str]:
    """By the first day that is known; what has no year comes last."""
    dates = [
        date
        for date in (*entry.days, entry.effective_from, *(statement.told for statement in entry.sources))
        if date and date.year
    ]
    return (str(dates[0]) if dates else "~", entry.kind.value)


def _row(line: LedgerLine) -> str:
    against = "".join(f'<small class="against">{escape(one)}</small>' for one in line.contradictions)
    return (
        f'<tr><td class="number">{line.number}</td><th scope="row">{escape(line.what)}<code>{escape(line.who)}</code></th>'
        f"<td>{_DATE.sub(_MARKED, escape(line.when))}</td><td>{escape(line.status)}{against}</td><td>{_sources(line)}</td></tr>"
    )


def _sources(line: LedgerLine) -> str:
    items = []
    for statement in line.entry.sources:
        event = statement.event
        known: Iterable[object] = (statement.publisher, statement.told, event.status and event.status.value.replace("_", " "))
        about = ", ".join(plain(str(part)) for part in known if part)
        quote = plain(event.evidence.quote) if event.evidence else ""
        words = f"<br><q>{escape(quote)}</q>" if quote else ""
        items.append(f"<li>{escape(plain(statement.source))}{f' ({escape(about)})' if about else ''}{words}</li>")
    count = len(line.sources)
    return f"<details><summary>{count} source{'s' if count > 1 else ''}</summary><ul>{''.join(items)}</ul></details>"


def _name(code: str) -> str:
    """The party's name; its code where the table has none."""
    return next((party.en[0] for party in parties() if party.kind == "name" and party.code == code), code)
