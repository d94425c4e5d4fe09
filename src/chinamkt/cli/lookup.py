"""``chinamkt lookup``: the instruments that a name or a code means."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import click

from chinamkt.errors import InvalidValue
from chinamkt.model.dates import PartialDate
from chinamkt.model.instruments import Instrument, Names, Security

if TYPE_CHECKING:
    from chinamkt.reference.lookup import Candidate

__all__ = ["command"]


def _day(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        day = PartialDate.parse(value).date
    except InvalidValue as error:
        raise click.BadParameter(str(error)) from None
    if day is None:
        raise click.BadParameter(f"{value!r} is no full date; e.g. 2019-05-06")
    return day


@click.command("lookup", short_help="Find instruments by name or code.")
@click.argument("query")
@click.option("--market", metavar="CODE", help="Only what trades there: HK, CN, US, ...")
@click.option("--on", metavar="DATE", callback=_day, help="Leave out what was not listed on that day.")
@click.option("--to", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="Form of the output.")
def command(query: str, market: str | None, on: dt.date | None, to: str) -> None:
    """Print the instruments that QUERY can mean, likeliest first: a name in English or Chinese, a code, an ISIN.

    Exit status 1 where there is none.
    """
    from chinamkt.reference.lookup import lookup

    found = lookup(query, market=market, on=on)
    if to == "jsonl":
        from chinamkt.outputs.converter import converter
        from chinamkt.outputs.jsonl import to_lines

        for one in found:
            instrument = converter().unstructure(one.instrument, Instrument)
            row = {"rank": one.rank, "subject": one.subject, "reason": one.reason, "instrument": instrument}
            sys.stdout.buffer.write(to_lines([row]))
    elif found:
        from chinamkt.cli.tables import console_for, plain_table

        rows = [_row(one) for one in found]
        console_for().print(plain_table(query, ("#", "id", "name", "codes", "why"), rows))
    if not found:
        click.echo(f"chinamkt: nothing is called {query!r}", err=True)
        sys.exit(1)


def _row(candidate: Candidate) -> tuple[str, ...]:
    one = candidate.instrument
    names = getattr(one, "names", Names())
    called = dict.fromkeys(name for name in (names.en, names.zh_hans, names.zh_hant) if name)
    codes = [code for _, code in getattr(one, "codes", ())]
    if isinstance(one, Security) and one.isin:
        codes.append(one.isin)
    return str(candidate.rank), one.subject, "\n".join(called), "\n".join(dict.fromkeys(codes)), candidate.reason
