"""Instruments from a user's CSV: found in texts and by look-up; every fault names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from chinamkt import Commodity, Index, Reader, ReferenceFault, Security
from chinamkt.reference import load
from chinamkt.reference.lookup import lookup
from chinamkt.reference.tables import Reference

GOOD = """id,names_en,names_zh,weak,market,currency,kind,isin,ric
security:XLON:VOD,Vodafone Group|Vodafone,沃達豐,,,GBP,equity,GB00BH4HKS39,
index:MYINDEX,My Own Index|Own Index,自選指數,Own Index,HK,HKD,,,.MYOWN
commodity:cocoa,cocoa,可可,可可,,,,,
index:HSIX,Hang Seng Index Plus,恒生指数加强版,,,,,,
"""


@pytest.fixture
def extended(tmp_path: Path) -> Reference:
    path = tmp_path / "own.csv"
    path.write_text(GOOD, encoding="utf-8")
    return load().extended(path)


def test_its_names_are_found_beside_the_shipped_ones(extended: Reference) -> None:
    view = "Vodafone Group rose, Tencent fell, Hang Seng Index Plus gained, 沃达丰升"
    hits = [(view[start:end], entry.targets[0]) for start, end, entry in extended.names.scan(view.lower(), view)]
    assert hits == [
        ("Vodafone Group", "security:XLON:VOD"),
        ("Tencent", "security:XHKG:00700"),
        ("Hang Seng Index Plus", "index:HSIX"),
        ("沃达丰", "security:XLON:VOD"),
    ]
    assert load().names.scan("vodafone", "Vodafone") == []


def test_a_name_that_the_shipped_tables_know_as_well_means_both(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("id,names_en\nsecurity:XLON:TCT,Tencent\n", encoding="utf-8")
    ((_, _, entry),) = load().extended(path).names.scan("tencent", "Tencent")
    assert entry.targets == ("security:XHKG:00700", "security:OTCM:TCEHY", "security:XLON:TCT")
    assert entry.issuer is None


def test_its_instruments_are_typed(extended: Reference) -> None:
    vodafone = extended.instrument("security:XLON:VOD")
    assert isinstance(vodafone, Security)
    assert (vodafone.currency, vodafone.isin, vodafone.names.zh_hans) == ("GBP", "GB00BH4HKS39", "沃達豐")
    own = extended.instrument("index:MYINDEX")
    assert isinstance(own, Index)
    assert (own.market, own.codes) == ("HK", (("ric", ".MYOWN"),))
    assert extended.instrument("commodity:cocoa") == Commodity("cocoa")


def test_weak_names_stay_weak(extended: Reference) -> None:
    view = "My Own Index, Own Index"
    assert [entry.weak for *_, entry in extended.names.scan(view.lower(), view)] == [False, True]


def test_look_up_knows_them(extended: Reference) -> None:
    for query in ("Vodafone", "GB00BH4HKS39", "沃達豐"):
        assert [one.subject for one in lookup(query, reference=extended)] == ["security:XLON:VOD"]
    assert lookup(".MYOWN", reference=extended)[0].subject == "index:MYINDEX"
    assert lookup("Vodafone") == []


def test_a_fingerprint_tells_them(extended: Reference) -> None:
    assert extended.fingerprint.startswith(load().fingerprint + "+")
    assert len(extended.digests) == len(load().digests) + 1


def test_a_second_file_comes_on_top(extended: Reference, tmp_path: Path) -> None:
    path = tmp_path / "second.csv"
    path.write_text("id,names_en,issuer\nsecurity:XPAR:VODP,Vodafone Paris,XLON:VOD\n", encoding="utf-8")
    both = extended.extended(path)
    assert both.listings("XLON:VOD") == ("XLON:VOD", "XPAR:VODP")
    assert both.knows("index:MYINDEX")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("names_en\nA Name\n", r"own\.csv:1: no column 'id'"),
        ("id,name\nindex:X,A\n", r"own\.csv:1: unknown column 'name' \(columns: id, names_en"),
        ("id,names_en\nindex:X\n", r"own\.csv:2: 1 cells \(2, as the head has\)"),
        ("id,names_en\nindex:X,A Name\nindex:X,Another\n", r"own\.csv:3: 'index:X' stands twice \(first at own\.csv:2\)"),
        ("id,names_en\nindex:X,\n", r"own\.csv:2: no name"),
        ("id,names_en,weak\nindex:X,A Name,Other\n", r"own\.csv:2: weak name 'Other' is none of the names"),
        ("id,names_en\nindex:X,A\n", r"own\.csv:2: 'A' is too short for a name"),
        ("id,names_en\nplanet:mars,Mars\n", r"own\.csv:2: .*no instrument 'planet:mars'"),
        ("id,names_en\nsecurity:XHKG:7,Seven\n", r"own\.csv:2: .*'7' is no code of XHKG"),
        ("id,names_en,currency\nindex:X,Some Index,EUROS\n", r"own\.csv:2: .*unknown currency 'EUROS'"),
        ("id,names_en,isin\nsecurity:XLON:VOD,Vodafone,GB00BH4HKS38\n", r"own\.csv:2: .*GB00BH4HKS38 can't be"),
        ("id,names_en,isin\nsecurity:XLON:VOD,Vodafone,12345\n", r"own\.csv:2: .*'12345' is no ISIN"),
        ("id,names_en\nindex:HSI,Some Index\n", r"own\.csv:2: 'index:HSI' stands in two tables: indices\.tsv:1 and own\.csv:2"),
        ("id,names_en\nsecurity:XHKG:00700,Ten\n", r"stands in two tables: securities\.tsv:\d+ and own\.csv:2"),
    ],
)
def test_every_fault_names_file_and_line(content: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReferenceFault, match=fault):
        load().extended(path)


def test_an_id_in_two_files_names_both(extended: Reference, tmp_path: Path) -> None:
    path = tmp_path / "second.csv"
    path.write_text("id,names_en\nindex:MYINDEX,Another Index\n", encoding="utf-8")
    with pytest.raises(ReferenceFault, match=r"stands in two tables: own\.csv:3 and second\.csv:2"):
        extended.extended(path)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_can_t_be_read_is_told(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReferenceFault, match=r"own\.csv: can't be read"):
        load().extended(path)


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_plug_in_brings_its_table(wrapped: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.csv"
    path.write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr("chinamkt.plugins.load", lambda group: {"own": (lambda: path) if wrapped else path} if group else {})
    load.cache_clear()
    try:
        assert load().knows("index:MYINDEX")
    finally:
        load.cache_clear()


def test_a_reader_takes_files_of_instruments(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(GOOD, encoding="utf-8")
    report = Reader(references=[path]).read("My Own Index rose 1.2 percent and Tencent fell 0.4 percent.")
    assert [move.instrument.subject for move in report.moves] == ["index:MYINDEX", "security:XHKG:00700"]
    path.write_text("id,names_en\nindex:HSI,Hang Seng Twin\n", encoding="utf-8")
    with pytest.raises(ReferenceFault, match=r"own\.csv"):
        Reader(references=[path])
