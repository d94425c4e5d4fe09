"""``chinamkt lookup``: the instruments that a name or a code means."""

from __future__ import annotations

import datetime as dt
import sys

import click

from chinamkt.errors import InvalidValue
from chinamkt.model.dates import PartialDate
from chinamkt.model.instruments import Instrument

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
@click.option("--on", metavar="DATE", callback=_day, help="The names and codes of that day.")
@click.option("--to", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="Form of the output.")
def command(query: str, market: str | None, on: dt.date | None, to: str) -> None:
    """Print the instruments that QUERY can mean, likeliest first: a name in English or Chinese, a code, an ISIN.

    Exit status 1 where there is none.
    """
    from chinamkt.reference.lookup import lookup

    found = list(lookup(query, market=market, on=on))
    if to == "jsonl":
        from chinamkt.outputs.converter import converter
        from chinamkt.outputs.jsonl import to_lines

        written = (converter().unstructure(one, Instrument) for one in found)
        sys.stdout.buffer.write(to_lines({"subject": one.subject, **wire} for one, wire in zip(found, written, strict=True)))
    elif found:
        from chinamkt.cli.tables import console_for, plain_table

        rows = [_row(one) for one in found]
        console_for().print(plain_table(query, ("id", "name", "names in Chinese", "market", "codes"), rows))
    if not found:
        click.echo(f"chinamkt: nothing is called {query!r}", err=True)
        sys.exit(1)


def _row(one: Instrument) -> tuple[str, ...]:
    names, codes = getattr(one, "names", None), [code for _, code in getattr(one, "codes", ())]
    if isin := getattr(one, "isin", None):
        codes.append(isin)
    chinese = dict.fromkeys(name for name in (names.zh_hans, names.zh_hant) if name) if names else {}
    market = getattr(one, "market", None) or getattr(one, "board", None) or ""
    return (
        one.subject,
        (names.en if names else None) or getattr(one, "name", None) or "",
        " ".join(chinese),
        market,
        " ".join(codes),
    )
