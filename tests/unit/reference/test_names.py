"""Names in running text: where they begin and end, what they mean, and what swallows them."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from chinamkt.article.fold import fold
from chinamkt.reference import load
from chinamkt.reference.lookup import lookup

WELL_KNOWN = [
    (row["name"], row["subjects"].split("|"))
    for row in csv.DictReader((Path(__file__).parent / "well_known.csv").read_text(encoding="utf-8").splitlines())
]


def found(text: str) -> list[tuple[str, str]]:
    """The names in a text and what they mean first, blockers left out."""
    view = fold(text)
    hits = load().names.scan(view.lower(), view)
    assert all(a[1] <= b[0] for a, b in pairwise(hits))
    return [(view[start:end], entry.targets[0]) for start, end, entry in hits if not entry.blocker]


def test_the_list_of_well_known_names_is_long_enough() -> None:
    assert len({name for name, _ in WELL_KNOWN}) >= 200


@pytest.mark.parametrize(("name", "subjects"), WELL_KNOWN, ids=[name for name, _ in WELL_KNOWN])
def test_well_known_names_are_found_in_a_sentence_and_by_look_up(name: str, subjects: list[str]) -> None:
    sentence = f"In Friday trade {name} rose 1%" if name.isascii() else f"周五，{name}涨1%"
    view = fold(sentence)
    hits = load().names.scan(view.lower(), view)
    assert [(view[start:end], entry.targets[0] in subjects) for start, end, entry in hits] == [(fold(name), True)]
    assert lookup(name)[0].subject in subjects


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SMIC's shares", [("SMIC", "security:XHKG:00981")]),
        ("Shares of (SMIC) fell", [("SMIC", "security:XHKG:00981")]),
        ("SMICs fell; XSMIC fell", []),
        ("smic fell", []),
        ("The Hang Seng index fell", [("Hang Seng index", "index:HSI")]),
        ("the CSI300 and CSI1000", [("CSI300", "index:CSI300"), ("CSI1000", "index:CSI1000")]),
        ("the CSI3000", []),
        ("CSI500 fell", [("CSI500", "index:CSI500")]),
        ("Alibaba Group Holding Ltd. fell", [("Alibaba Group Holding Ltd.", "security:XHKG:09988")]),
        ("Baidu Inc., of Beijing", [("Baidu Inc.", "security:XHKG:09888")]),
        ("Ping An Insurance (Group) Co. gained", [("Ping An Insurance (Group) Co.", "security:XHKG:02318")]),
        ("the offshore yuan and the yuan", [("offshore yuan", "fx:USD/CNH"), ("yuan", "fx:USD/CNY")]),
        ("Shanghai Composite\nIndex", [("Shanghai Composite\nIndex", "index:SSE_COMPOSITE")]),
        ("Wall Street", [("Wall Street", "market:US")]),
        ("AT&T fell", [("AT&T", "security:XNYS:T")]),
        ("Look at T-shirts. At T. Rowe", []),
        ("BYD涨3%", [("BYD", "security:XHKG:01211")]),
        ("阿里巴巴-SW跌2%", [("阿里巴巴-SW", "security:XHKG:09988")]),
        ("滬深300指數升1%", [("沪深300指数", "index:CSI300")]),
        ("沪深3000", []),
        ("恆指及科指", [("恒指", "index:HSI"), ("科指", "index:HSTECH")]),
        ("𠮷野家跌，騰訊升", [("腾讯", "security:XHKG:00700")]),
        ("", []),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "swallowed"),
    [
        ("the People's Bank of China said", "security:XHKG:03988"),
        ("the South China Morning Post reported", "security:XHKG:00583"),
        ("analysts at BOC International said", "security:XHKG:03988"),
        ("股票成交行情", "security:XHKG:03328"),
        ("其中行业龙头", "security:XHKG:03988"),
        ("中国人民银行", "fx:USD/CNY"),
        ("黄金周期间", "commodity:gold"),
    ],
)
def test_a_longer_name_swallows_what_it_contains(text: str, swallowed: str) -> None:
    assert swallowed not in {target for _, target in found(text)}


def test_ordinary_words_and_places_need_context() -> None:
    view = "In Shanghai and Hong Kong, a Link of Galaxy and Best Buy"
    weak = {view[start:end]: entry.weak for start, end, entry in load().names.scan(view.lower(), view)}
    assert weak["Shanghai"]
    assert weak["Hong Kong"]
    assert weak["Link"]
    assert weak["Galaxy"]
    assert not weak["Best Buy"]


def test_what_belongs_to_a_weak_name_makes_it_a_sure_one() -> None:
    view = "Agile slid, Agile Group Holdings slid"
    assert [entry.weak for *_, entry in load().names.scan(view.lower(), view)] == [True, False]


def test_an_entry_lists_the_lines_of_one_issuer_likeliest_first() -> None:
    (hit,) = load().names.scan("中芯国际", "中芯国际")
    assert hit[2].targets == ("security:XHKG:00981", "security:XSHG:688981")
    assert hit[2].issuer == "XSHG:688981"
    assert hit[2].kind == "security"


def test_lone_surrogates_and_a_nul_stand_in_no_name() -> None:
    view = "腾讯\ud800港股\x00 BYD\x00"
    assert [entry.targets[0] for *_, entry in load().names.scan(view.lower(), view)] == [
        "security:XHKG:00700", "market:HK", "security:XHKG:01211",
    ]  # fmt: skip
