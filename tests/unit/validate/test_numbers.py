"""Numbers in a quote: what digits and words of both languages can mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinamkt import Report, check, read, strategies
from chinamkt.validate import Context
from chinamkt.validate.grounding import number_not_in_quote, quote_not_in_text
from chinamkt.validate.numbers import numbers_in

MEANT = [
    ("23,916.06", "23916.06"),
    ("HK$1.43 trillion", "1430000000000"),
    ("¥4.3bil", "4300000000"),
    ("3 hundred million", "300000000"),
    ("twenty-five percent", "25"),
    ("a hundred points", "100"),
    ("three point five percent", "3.5"),
    ("half a percent", "0.5"),
    ("lost a quarter of its value", "25"),
    ("four fifths", "80"),
    ("more than three times", "200"),
    ("nearly twentyfold", "1900"),
    ("shares doubled", "100"),
    ("80 cents", "0.8"),
    ("1 1/2 points", "1.5"),
    ("2.4万亿", "2400000000000"),
    ("1万4千点", "14000"),
    ("跌破三千五百点", "3500"),
    ("三千五", "3500"),
    ("千点", "1000"),
    ("两成半", "25"),
    ("半成", "5"),
    ("百分之三点五", "3.5"),
    ("一百二十三", "123"),
    ("十五", "15"),
    ("上涨逾1倍", "100"),
    ("翻倍", "100"),
    ("175个基点", "0.0175"),
    ("down 106. 67 points", "106.67"),
    ("１８８﹒３５點", "188.35"),
    ("一百六十九點三六點", "169.36"),
    ("升一成四", "14"),
    ("跌1成3", "13"),
    ("升三倍半", "350"),
    ("2毫2仙", "0.22"),
    ("3元5角", "3.5"),
    ("(million HK dollars) 49,318", "49318000000"),
    ("開局一度漲至3万1000点", "31000"),
    ("最低點一萬七千四百零三點五六點", "17403.56"),
]


@pytest.mark.parametrize(("words", "value"), MEANT)
def test_what_a_number_can_mean(words: str, value: str) -> None:
    assert Decimal(value) in {one for number in numbers_in(words) for one in number.values}


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("0.64%", "percent"), ("0.64 per cent", "percent"), ("百分之0.64", "percent"), ("0.64个百分点", "percent"),
        ("153.88 points", "points"), ("153.88点", "points"), ("HK$5", "HKD"), ("5港元", "HKD"), ("US$5", "USD"),
        ("5 yuan", "CNY"),         ("$5", "dollars"), ("5 basis points", "bp"), ("5", None),
    ],
)  # fmt: skip
def test_the_unit_beside_it(words: str, unit: str | None) -> None:
    assert {number.unit for number in numbers_in(words)} == {unit}


@given(st.integers(0, 10**9), st.integers(0, 4))
def test_any_printed_figure_is_found(size: int, places: int) -> None:
    value = Decimal(f"{size}E-{places}")
    assert any(value in number.values for number in numbers_in(f"rose to {value:,f} on Friday"))


def test_a_figure_that_ends_a_sentence_takes_no_digits_of_the_next() -> None:
    first = numbers_in("down to 38,777.10. 30 stocks rose")[0]
    assert first.values == {Decimal("38777.10")}


@given(st.text())
def test_any_text_is_read(words: str) -> None:
    for number in numbers_in(words):
        assert 0 <= number.start < number.end <= len(words)


@given(strategies.reports())
def test_facts_that_stand_in_their_text_are_grounded(report: Report) -> None:
    """Generated reports print every figure in its quote."""
    for validator in (quote_not_in_text, number_not_in_quote):
        assert [found for found in validator.check(report, Context()) if hasattr(found, "severity")] == []


def _in_characters(number: int) -> str:
    """一万七千四百零三: as a Chinese text writes a number below a hundred thousand."""
    written = ""
    for digit, scale in zip(f"{number:05}", ("万", "千", "百", "十", ""), strict=True):
        if digit != "0":
            written += "零一二三四五六七八九"[int(digit)] + scale
        elif written and not written.endswith("零"):
            written += "零"
    return written.removesuffix("零")


@st.composite
def _levels(draw: st.DrawFn) -> tuple[str, str]:
    """A level as prose writes it, and its digits."""
    number, places = draw(st.integers(10_000, 99_999)), draw(st.from_regex(r"[1-9]{0,2}", fullmatch=True))
    mark = draw(st.sampled_from("点點"))
    if draw(st.booleans()):
        behind = "".join("零一二三四五六七八九"[int(digit)] for digit in places)
        words = _in_characters(number) + (mark + behind if places else "")
    else:
        wan, rest = divmod(number, 10_000)
        words = f"{wan}万{rest:04}" + (f".{places}" if places else "")
    return words + mark, f"{number}.{places}" if places else str(number)


@given(_levels(), st.sampled_from(["恒生指数收报{}。", "恒生指數升至{}，成交增加。", "恒指一度漲至{}", "恒指曾跌至最低點{}。"]))
def test_what_the_reader_reads_in_chinese_is_found_in_its_quote(level: tuple[str, str], sentence: str) -> None:
    words, value = level
    text = sentence.format(words)
    assert Decimal(value) in {one for number in numbers_in(text) for one in number.values}
    assert check(read(text), only=["number-not-in-quote", "unit-mismatch"]) == []


def test_the_reader_reads_these_levels() -> None:
    for words, value in (("3万1000点", "31000"), ("一萬七千四百零三點五六點", "17403.56")):
        [move] = read(f"恒生指數曾跌至{words}。").moves
        assert move.level is not None
        assert move.level.value == Decimal(value)
