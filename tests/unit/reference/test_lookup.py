"""Look-up: by name, by code in every form, by ISIN; ranked, with the reason."""

from __future__ import annotations

import datetime as dt

import pytest

import chinamkt
from chinamkt import InvalidValue
from chinamkt.reference.lookup import lookup


def subjects(query: str, **options: object) -> list[str]:
    found = lookup(query, **options)  # type: ignore[arg-type]
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert all(one.reason for one in found)
    return [one.subject for one in found]


def test_it_is_the_package_s_own_look_up() -> None:
    assert chinamkt.lookup is lookup


@pytest.mark.parametrize(
    "query",
    [
        "00700", "0700", "700", "0700.HK", "00700.HK", "700 HK", "700 HK Equity", "hk00700", "HK.00700", "HKEX:700", "HKG:0700",
        "(00700)", "00700.XHKG", "XHKG:00700", "KYG875721634", "tencent", "TENCENT HOLDINGS", "Tencent Holdings Ltd.",
        "腾讯控股有限公司", "騰訊",
    ],
)  # fmt: skip
def test_tencent_by_any_other_name(query: str) -> None:
    assert subjects(query)[0] == "security:XHKG:00700"


@pytest.mark.parametrize(
    "query",
    ["600519", "600519.SH", "600519.SS", "sh600519", "SHSE.600519", "600519.XSHG", "600519 CH", "SSE:600519", "沪:600519"],
)
def test_moutai_by_code(query: str) -> None:
    assert subjects(query) == ["security:XSHG:600519"]


@pytest.mark.parametrize("query", ["BABA", "BABA.N", "BABA.K", "BABA US", "NYSE:BABA", "NYSE: BABA", "gb_baba", "US01609W1027"])
def test_alibaba_s_receipts_by_code(query: str) -> None:
    assert "security:XNYS:BABA" in subjects(query)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (".HSI", "HSI"), ("^HSI", "HSI"), ("HSI Index", "HSI"), ("HSI", "HSI"), ("000001.SH", "SSE_COMPOSITE"),
        ("000300.SH", "CSI300"), (".CSI300", "CSI300"), ("SHSZ300 Index", "CSI300"), ("399001.SZ", "SZSE_COMPONENT"),
        (".CSI930713", "CSI_AI"), ("^GSPC", "SPX"), (".N225", "N225"), ("Hang Seng index", "HSI"), ("沪深300指数", "CSI300"),
    ],
)  # fmt: skip
def test_an_index_by_symbol_and_name(query: str, index: str) -> None:
    assert subjects(query)[0] == f"index:{index}"


def test_the_code_000001_is_a_share_and_with_the_exchange_an_index() -> None:
    assert subjects("000001")[0] == "security:XSHE:000001"
    assert subjects("000001.SZ") == ["security:XSHE:000001"]
    assert subjects("000001.SS")[0] == "index:SSE_COMPOSITE"


def test_a_market_narrows_it_down() -> None:
    assert subjects("BYD")[:2] == ["security:XHKG:01211", "security:XSHE:002594"]
    assert subjects("BYD", market="HK") == ["security:XHKG:01211"]
    assert subjects("BYD", market="CN") == ["security:XSHE:002594"]
    assert subjects("Alibaba", market="US") == ["security:XNYS:BABA"]
    assert subjects("Alibaba", market="XNYS") == ["security:XNYS:BABA"]
    assert subjects("Hang Seng Index", market="CN") == []
    assert subjects("Hang Seng Index", market="HK") == ["index:HSI"]


def test_a_day_leaves_out_what_came_later() -> None:
    assert subjects("Hang Seng Tech Index", on=dt.date(2020, 7, 1)) == []
    assert subjects("Hang Seng Tech Index", on=dt.date(2020, 8, 1)) == ["index:HSTECH"]
    assert "security:XSHG:688981" not in subjects("SMIC", on=dt.date(2019, 5, 6))
    assert "security:XSHG:688981" in subjects("SMIC", on=dt.date(2024, 5, 6))


def test_a_code_from_before_the_renumbering_finds_today_s() -> None:
    assert "security:BJSE:920185" in subjects("835185")


def test_a_beginning_is_offered_where_nothing_is_equal() -> None:
    found = lookup("Contempor")
    assert found[0].subject == "security:XSHE:300750"
    assert "begins so" in found[0].reason


def test_the_reason_says_how_it_was_found() -> None:
    assert lookup("宁王")[0].reason.startswith("宁王: nickname of the issuer")
    assert lookup("0700.HK")[0].reason == "code 00700 of XHKG"
    assert "also means other things" in lookup("招商")[0].reason
    assert lookup("KYG875721634")[0].reason == "ISIN KYG875721634"


@pytest.mark.parametrize("query", ["", " ", "Nobody & Sons Unlimited", "9999999", "XSHG:000000"])
def test_what_is_unknown_gives_nothing(query: str) -> None:
    assert subjects(query) == []


def test_a_wrong_check_digit_is_told() -> None:
    with pytest.raises(InvalidValue, match="KYG875721635"):
        lookup("KYG875721635")
