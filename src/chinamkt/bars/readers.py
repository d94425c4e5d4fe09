"""Daily bars from CSV, Parquet and data frames.

Columns go by their names, in any case: ``date``, ``close``, and where there are ``open``, ``high``, ``low``,
``previous_close`` (or ``prev_close``, ``preclose``, ``pre_close``) and ``subject``. Other columns are left alone.
Whose bars they are is said by an id (``index:HSI``), or by a code or name that can mean one instrument alone.

Figures keep their digits. A binary float (a data frame's ``float64``) is read as its shortest decimal form, which is
what was printed for anything up to 15 digits; a ``float32`` does not keep the digits of an index level and is refused.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from chinamkt.bars.series import Bar, BarTable, Series
from chinamkt.errors import BadInput, ChinamktError, InvalidValue

__all__ = ["from_frame", "from_rows", "read_csv", "read_parquet"]

#: Field of a bar → the columns that may hold it, in lower case without blanks and underscores.
_COLUMNS = {
    "date": ("date", "tradedate", "tradingdate", "日期"),
    "open": ("open", "开盘", "開盤"),
    "high": ("high", "最高"),
    "low": ("low", "最低"),
    "close": ("close", "收盘", "收盤"),
    "previous": ("previousclose", "prevclose", "preclose", "previous", "昨收"),
    "subject": ("subject",),
}
_PLAIN = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_EMPTY = ("", "-", "--", "null", "nan", "none", "n/a", "na")


def read_csv(
    path: str | Path,
    *,
    subject: str | None = None,
    complete: bool = False,
    from_launch: bool = False,
    columns: Mapping[str, str] | None = None,
    encoding: str = "utf-8-sig",
) -> BarTable:
    r"""Daily bars from a CSV with a header.

    :param subject: whose bars they are (``index:HSI``), where no column ``subject`` says so.
    :param complete: see :class:`Series`; with from_launch it is said of every instrument in the file.
    :param columns: names of columns by the name they stand for, where they differ: ``{"close": "Adj Close"}``.
    :raises BadInput: with the line and the column of what can't be read.

    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp(), "hsi.csv")
    >>> _ = path.write_text("Date,Open,High,Low,Close\n2025-07-03,24157.02,24222.05,23984.45,24069.94\n")
    >>> read_csv(path, subject="index:HSI").of("index:HSI")[0].close
    Decimal('24069.94')
    """
    source = str(path)
    try:
        with Path(path).open(encoding=encoding, newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, None)
            if not header:
                raise BadInput("empty", source=source, hint="a header: date,open,high,low,close")
            places = _places(header, columns, source)
            rows = ((reader.line_num, _cells(row, places, len(header), f"{source}:{reader.line_num}")) for row in reader if row)
            return _table(rows, source=source, subject=subject, complete=complete, from_launch=from_launch)
    except OSError as error:
        raise BadInput(error.strerror or str(error), source=source) from None
    except UnicodeDecodeError as error:
        message = f"no {encoding.removesuffix('-sig').upper()}: byte 0x{error.object[error.start]:02x}"
        raise BadInput(message, source=source, hint="encoding='gb18030' for most files of mainland vendors") from None
    except csv.Error as error:
        raise BadInput(str(error), source=source, hint="a CSV with commas") from None


def read_parquet(
    path: str | Path,
    *,
    subject: str | None = None,
    complete: bool = False,
    from_launch: bool = False,
    columns: Mapping[str, str] | None = None,
) -> BarTable:
    """Daily bars from a Parquet file; parameters as for :func:`read_csv`.

    :raises BadInput: with the row and the column of what can't be read.
    :raises ChinamktError: where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise ChinamktError("pyarrow is not installed", source="read_parquet", hint="pip install 'chinamkt[bars]'") from None
    source = str(path)
    try:
        table = parquet.read_table(path)
    except OSError as error:
        raise BadInput(error.strerror or str(error), source=source) from None
    except pa.ArrowInvalid as error:
        raise BadInput(str(error), source=source, hint="a Parquet file") from None
    return from_frame(table, subject=subject, complete=complete, from_launch=from_launch, columns=columns, source=source)


def from_frame(
    frame: Any,
    *,
    subject: str | None = None,
    complete: bool = False,
    from_launch: bool = False,
    columns: Mapping[str, str] | None = None,
    source: str = "frame",
) -> BarTable:
    """Daily bars from any data frame that narwhals knows: pandas, Polars, Arrow, DuckDB, Dask, PySpark, ...

    Parameters as for :func:`read_csv`; ``source`` names the frame in errors, rows count from 1.

    :raises BadInput: with the row and the column of what can't be read.
    :raises ChinamktError: where narwhals is not installed.

    >>> import pandas
    >>> frame = pandas.DataFrame({"date": ["2025-07-03"], "close": [24069.94]})
    >>> from_frame(frame, subject="index:HSI").of("index:HSI")[0].close
    Decimal('24069.94')
    """
    try:
        import narwhals as nw
    except ImportError:
        raise ChinamktError("narwhals is not installed", source="from_frame", hint="pip install 'chinamkt[bars]'") from None
    try:
        wrapped: Any = nw.from_native(frame)
    except TypeError:
        raise BadInput(f"a {type(frame).__name__} is no data frame", source=source, hint="one that narwhals knows") from None
    names = wrapped.collect_schema().names()
    places = _places(names, columns, source)
    chosen = wrapped.select([names[place] for place in places.values()])
    eager = chosen.collect() if isinstance(chosen, nw.LazyFrame) else chosen
    for column, kind in eager.schema.items():
        if kind == nw.Float32:
            raise BadInput("float32 does not keep the digits", source=f"{source}: {column}", hint="float64, decimal or string")
    fields = list(places)
    rows = ((number, dict(zip(fields, row, strict=True))) for number, row in enumerate(eager.iter_rows(), 1))
    return _table(rows, source=source, subject=subject, complete=complete, from_launch=from_launch)


def from_rows(
    rows: Iterable[Mapping[str, Any]], *, subject: str | None = None, complete: bool = False, from_launch: bool = False
) -> BarTable:
    """Daily bars from mappings, one a session; parameters as for :func:`read_csv`.

    :raises BadInput: with the row (from 1) and the key of what can't be read.

    >>> from_rows([{"date": "2025-07-03", "close": "24069.94"}], subject="index:HSI").of("index:HSI")[0].date
    datetime.date(2025, 7, 3)
    """

    def numbered() -> Iterator[tuple[int, dict[str, Any]]]:
        for number, row in enumerate(rows, 1):
            names = list(row)
            yield number, {key: row[names[place]] for key, place in _places(names, None, f"rows:{number}").items()}

    return _table(numbered(), source="rows", subject=subject, complete=complete, from_launch=from_launch)


def _places(header: list[str], columns: Mapping[str, str] | None, source: str) -> dict[str, int]:
    """Where the columns stand; the names that the caller gives come first."""
    given = dict(columns or {})
    if unknown := given.keys() - _COLUMNS.keys() - {"previous_close"}:
        raise BadInput(f"no field {min(unknown)!r} in a bar", source="columns", hint=f"one of {', '.join(_COLUMNS)}")
    if "previous_close" in given:
        given["previous"] = given.pop("previous_close")
    plain = [re.sub(r"[\s_]", "", name).lower() for name in header]
    places: dict[str, int] = {}
    for key, names in _COLUMNS.items():
        if key in given:
            if given[key] not in header:
                raise BadInput(f"no column {given[key]!r}", source=source, hint=f"there are {', '.join(map(repr, header))}")
            places[key] = header.index(given[key])
            continue
        found = [place for place, name in enumerate(plain) if name in names]
        if len(found) > 1:
            both = " and ".join(repr(header[place]) for place in found)
            raise BadInput(f"two columns for {key}: {both}", source=source, hint="say which with columns=")
        if found:
            places[key] = found[0]
    for key in ("date", "close"):
        if key not in places:
            hint = f"there are {', '.join(map(repr, header))}"
            if len(header) == 1 and (mark := re.search(r"[;\t|]", header[0])):
                hint += f"; commas between them, not {mark[0]!r}"
            raise BadInput(f"no column {key!r}", source=source, hint=hint)
    return places


def _cells(row: list[str], places: Mapping[str, int], width: int, source: str) -> dict[str, Any]:
    if len(row) != width:
        raise BadInput(f"{len(row)} values", source=source, hint=f"the header has {width}")
    return {key: row[place] for key, place in places.items()}


def _table(
    rows: Iterable[tuple[int, Mapping[str, Any]]], *, source: str, subject: str | None, complete: bool, from_launch: bool
) -> BarTable:
    """Bars by subject, sorted by date."""
    bars: dict[str, dict[dt.date, Bar]] = {}
    known: dict[str, str] = {}
    for number, row in rows:
        place = f"{source}:{number}"
        whose = row.get("subject") if "subject" in row else subject
        if not isinstance(whose, str) or not whose.strip():
            raise BadInput("whose bars?", source=place, hint="a column 'subject', or subject='index:HSI'")
        if whose not in known:
            known[whose] = _subject(whose.strip(), place)
        whose = known[whose]
        values = {key: _number(row[key], place, key) for key in ("open", "high", "low", "previous") if key in row}
        close = _number(row["close"], place, "close")
        if close is None:
            raise BadInput("no close", source=f"{place}: close", hint="leave out days without a session")
        try:
            bar = Bar(date=_day(row["date"], place), close=close, **values)
        except InvalidValue as error:
            where = (error.source or "").removeprefix("Bar.")
            raise BadInput(error.message, source=f"{place}: {where}", hint=error.hint) from None
        days = bars.setdefault(whose, {})
        if bar.date in days:
            raise BadInput(f"{bar.date} is repeated for {whose}", source=place, hint="one bar a day")
        days[bar.date] = bar
    made: dict[str, Series] = {}
    for whose, days in bars.items():
        made[whose] = Series(tuple(days[day] for day in sorted(days)), complete=complete, from_launch=from_launch)
    return BarTable(made)


def _subject(name: str, place: str) -> str:
    """The id of an instrument that a vendor's code or a name can mean, if it can mean one alone."""
    if ":" in name:
        return name
    from chinamkt.reference.lookup import lookup

    found = [candidate.subject for candidate in lookup(name)]
    if len(found) == 1:
        return found[0]
    hint = f"{' or '.join(found[:4])}?" if found else "an id such as index:HSI or security:XHKG:00700"
    raise BadInput(f"{name!r} is {'more than one' if found else 'no subject'}", source=place, hint=hint)


def _number(value: Any, place: str, key: str) -> Decimal | None:
    """A figure with its digits; ``None`` for an empty one."""
    if value is None or value != value:  # noqa: PLR0124 - a missing value of a data frame, NaN or NaT
        return None
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool):
        raise BadInput(f"{value!r} is no number", source=f"{place}: {key}")
    if isinstance(value, int | float):
        value = repr(float(value)) if isinstance(value, float) else str(value)  # numpy's floats have a repr of their own
        try:
            return Decimal(value)
        except InvalidOperation:
            raise BadInput(f"{value} is no number", source=f"{place}: {key}") from None
    if isinstance(value, str):
        text = value.strip()
        if text.lower() in _EMPTY:
            return None
        if _PLAIN.fullmatch(text):
            return Decimal(text.replace(",", ""))
    raise BadInput(f"{value!r} is no number", source=f"{place}: {key}", hint="digits with a point, e.g. 24069.94")


def _day(value: Any, place: str) -> dt.date:
    """A day; of a time, the day that it is in its own zone."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        text = value.strip()
        found = re.fullmatch(r"(\d{4})([-/]?)(\d\d)\2(\d\d)(?:[T ].*)?", text, re.ASCII)
        if found:
            try:
                return dt.date(int(found[1]), int(found[3]), int(found[4]))
            except ValueError:
                pass
    raise BadInput(f"{value!r} is no day", source=f"{place}: date", hint="2025-07-03 or 20250703")
