"""``bars-mismatch``, ``stale-superlative`` and ``superlative-unverified``: what bars rule out, and what they can't."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

from chinamkt import (
    Article,
    Bound,
    Duration,
    Extreme,
    Index,
    InvalidValue,
    Level,
    PartialDate,
    Percent,
    Phase,
    PriceMove,
    Report,
    Role,
    Severity,
    Superlative,
    abstentions,
    check,
)
from chinamkt.bars import BarTable, from_rows
from chinamkt.cli import main
from chinamkt.testing import check_validator
from chinamkt.validate import Context
from chinamkt.validate.against_bars import bars_mismatch, stale_superlative, superlative_unverified

HSI = Index(slug="HSI", market="HK")
ROWS = [
    {"date": "2025-07-02", "open": "24150", "high": "24250", "low": "24000", "close": "24221.41"},
    {"date": "2025-07-03", "open": "24157.02", "high": "24222.05", "low": "23984.45", "close": "24069.94"},
    {"date": "2025-07-04", "open": "24031.45", "high": "24053.90", "low": "23852.06", "close": "23916.06"},
]


def bars(*, complete: bool = True) -> BarTable:
    return from_rows(ROWS, subject="index:HSI", complete=complete)


def given(*, complete: bool = True) -> Context:
    return Context(given={"bars": bars(complete=complete)})


def fell(percent: str = "-0.64", phase: Phase | None = Phase.CLOSE) -> PriceMove:
    return PriceMove(instrument=HSI, percent=Percent(Decimal(percent)), phase=phase, date=PartialDate(2025, 7, 4))


def lowest(since: PartialDate | Duration | str) -> PriceMove:
    level = Level(Decimal("23916.06"))
    return PriceMove(instrument=HSI, level=level, date=PartialDate(2025, 7, 4), superlative=Superlative(Extreme.LOW, since))


def of(*moves: PriceMove) -> Report:
    return Report(text="", facts=moves)


def test_the_contract() -> None:
    check_validator(bars_mismatch, [of(fell("-0.46"))], [of(fell()), of(fell("-0.4", Phase.MORNING))], context=given())
    wrong, right = lowest(PartialDate(2025, 7, 2)), lowest(PartialDate(2024, 10))
    check_validator(stale_superlative, [of(wrong)], [of(right), of(fell())], context=given())
    check_validator(superlative_unverified, [of(right)], [of(wrong), of(fell())], context=given())


def test_a_finding_tells_the_bars_figures() -> None:
    (finding,) = check(of(fell("-0.46")), context=given())
    assert (finding.code, finding.severity) == ("bars-mismatch", Severity.ERROR)
    assert finding.message == "-0.46%, but the close against the previous close is -0.6393"
    assert finding.hint == "the close against the previous close: -0.6393"
    (near,) = check(of(fell("-0.63")), context=given())
    assert near.severity is Severity.WARNING


def test_a_day_without_a_session() -> None:
    sunday = attrs.evolve(fell(), date=PartialDate(2025, 7, 4))
    saturday = from_rows([*ROWS, {"date": "2025-07-07", "close": "23887.83"}], subject="index:HSI", complete=True)
    (finding,) = check(
        of(attrs.evolve(sunday, date=PartialDate(2025, 7, 5))), only="bars-mismatch", context=Context(given={"bars": saturday})
    )
    assert finding.message == "no session on 2025-07-05 by the bars"


@pytest.mark.parametrize(
    ("published", "severities"),
    [
        (None, [Severity.WARNING]),
        (dt.datetime(2025, 7, 4, 7, 30, tzinfo=dt.UTC), []),
        (dt.datetime(2025, 7, 4, 8, 30, tzinfo=dt.UTC), [Severity.WARNING]),
        (PartialDate(2025, 7, 4), [Severity.WARNING]),
        (PartialDate(2025, 7, 5), [Severity.WARNING]),
    ],
)
def test_a_figure_without_a_phase_is_the_close_unless_the_report_came_out_before_it(
    published: dt.datetime | PartialDate | None, severities: list[Severity]
) -> None:
    article = Article(number=0, role=Role.MAIN, lang="en", published=published)
    report = Report(text="", articles=(article,), facts=(fell("-0.4", None),))
    assert [finding.severity for finding in check(report, context=given())] == severities


def test_or_in_one_that_knows_the_close_of_the_day() -> None:
    beside = PriceMove(instrument=Index(slug="HSTECH", market="HK"), phase=Phase.CLOSE, date=PartialDate(2025, 7, 4))
    assert [finding.severity for finding in check(of(fell("-0.4", None), beside), context=given())] == [Severity.WARNING]


@pytest.mark.parametrize("phase", [Phase.PREMARKET, Phase.OPEN, Phase.MORNING, Phase.INTRADAY])
def test_not_in_one_that_speaks_of_an_earlier_hour_and_of_no_close(phase: Phase) -> None:
    beside = PriceMove(instrument=Index(slug="HSTECH", market="HK"), phase=phase, date=PartialDate(2025, 7, 4))
    assert check(of(fell("-0.4", None), beside), context=given()) == []
    close = attrs.evolve(beside, phase=Phase.CLOSE)
    assert len(check(of(fell("-0.4", None), beside, close), context=given())) == 1


def test_not_for_thresholds_nor_where_two_values_are_told() -> None:
    crossed = PriceMove(instrument=HSI, level=Level(Decimal(23900), bound=Bound.UNDER), date=PartialDate(2025, 7, 4))
    assert check(of(crossed), context=given()) == []
    assert check(of(fell("-0.4", None), fell("-0.64", None)), context=given()) == []


def test_superlatives_are_surer_with_complete_bars() -> None:
    wrong = of(lowest(PartialDate(2025, 7, 2)))
    assert [finding.severity for finding in check(wrong, only="stale-superlative", context=given())] == [Severity.ERROR]
    assert [one.severity for one in check(wrong, only="stale-superlative", context=given(complete=False))] == [Severity.WARNING]


def test_what_can_not_be_verified_is_noted() -> None:
    elsewhere = attrs.evolve(lowest("record"), instrument=Index(slug="HSTECH"))
    (finding,) = check(of(elsewhere), context=given())
    assert (finding.code, finding.severity, finding.message) == (
        "superlative-unverified",
        Severity.INFO,
        "no bars of index:HSTECH",
    )


def test_undecidable_moves_are_abstained_from() -> None:
    silent = abstentions(of(fell("-0.4", Phase.MORNING)), only="bars-mismatch", context=given())
    assert [one.fact for one in silent] == [fell("-0.4", Phase.MORNING)]
    assert "lies within the day's low and high" in silent[0].reason


def test_without_bars_they_do_not_run() -> None:
    assert check(of(fell("-0.46"), lowest("record"))) == []
    with pytest.raises(InvalidValue, match=r"Context.bars: a list gives no bars"):
        check(of(fell()), context=Context(given={"bars": []}))


def test_the_command(tmp_path: Path) -> None:
    file, text = tmp_path / "hsi.csv", tmp_path / "report.txt"
    file.write_text("date,close\n2025-07-03,24069.94\n2025-07-04,23916.06\n", encoding="utf-8")
    text.write_text("The Hang Seng Index closed down 0.46 percent at 23,916.06 on Friday, July 4, 2025.", encoding="utf-8")
    run = CliRunner().invoke
    told = run(main, ["check", "--bars", f"index:HSI={file}", "--to", "jsonl", str(text)])
    assert told.exit_code == 0
    assert '"code":"bars-mismatch"' in told.output
    assert "bars-mismatch" not in run(main, ["check", "--to", "jsonl", str(text)]).output
    wrong = run(main, ["check", "--bars", str(file), str(text)])
    assert wrong.exit_code == 2
    assert "hsi.csv:2: whose bars? (a column 'subject', or --bars index:HSI=" in wrong.output


def test_bars_of_what_no_table_knows_are_told_of(tmp_path: Path) -> None:
    file, text = tmp_path / "hsi.csv", tmp_path / "report.txt"
    file.write_text("date,close\n2025-07-04,23916.06\n", encoding="utf-8")
    text.write_text("The Hang Seng Index rose 1 percent.", encoding="utf-8")
    told = CliRunner().invoke(main, ["check", "--bars", f"index:HSL={file}", str(text)])
    assert told.exit_code == 0
    assert "no table knows index:HSL" in told.stderr
    assert CliRunner().invoke(main, ["check", "--bars", f"index:HSI={file}", str(text)]).stderr == ""
