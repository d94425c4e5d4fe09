"""The shipped tables: made from the sources that stand in the repository, and what a damaged one says."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path

import pytest

from chinamkt import Commodity, CurrencyPair, Index, IndexFuture, Market, Midpoint, ReferenceFault, Security, Yield
from chinamkt.reference import data_files, load
from chinamkt.reference.names import _Latin
from chinamkt.reference.rows import Rows, rows_of

SOURCES = Path(__file__).resolve().parents[3] / "update/sources"
DATA = Path(data_files.__file__).parent / "data"


def test_every_table_is_what_the_manifest_says() -> None:
    told = data_files.manifest()
    assert set(told["digests"]) == {path.name.removesuffix(".z") for path in DATA.glob("*.z")}
    for name, digest in told["digests"].items():
        content = data_files.packed(name)
        assert hashlib.sha256(content).hexdigest() == digest
        assert content.count(b"\n") == told["rows"][name]


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the package is tested away from its scripts")
def test_the_tables_were_made_from_these_sources() -> None:
    for name, digest in data_files.manifest()["sources"].items():
        assert hashlib.sha256((SOURCES / name).read_bytes()).hexdigest() == digest, f"{name} has changed: run update/reference"


def test_the_shipped_tables_are_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 2_500_000


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("index:HSI", Index), ("security:XHKG:00700", Security), ("security:?Realgold Mining", Security),
        ("fx:USD/CNH", CurrencyPair), ("fix:USD/CNY", Midpoint), ("future:HSI", IndexFuture),
        ("commodity:brent", Commodity), ("rate:US10Y", Yield), ("market:SSE+SZSE", Market),
    ],
)  # fmt: skip
def test_a_subject_has_its_instrument(subject: str, kind: type) -> None:
    one = load().instrument(subject)
    assert isinstance(one, kind)
    assert one.subject == subject
    assert load().instrument(subject) is one


def test_a_listing_knows_its_issuer_s_others() -> None:
    smic = load().instrument("security:XHKG:00981")
    assert isinstance(smic, Security)
    assert smic.names.zh_hant == "中芯國際"
    assert smic.issuer == "XSHG:688981"
    assert "XSHG:688981" in smic.listings
    assert smic.id not in smic.listings


def test_every_target_of_every_name_is_an_instrument() -> None:
    names = load().names
    seen: set[str] = set()
    for script in (names.latin, names.han):
        for number in range(len(script.lines)):
            entry = script.line(number).entry
            assert entry.blocker != bool(entry.targets), entry
            seen.update(entry.targets)
    for subject in seen:
        assert load().instrument(subject).subject == subject
        if subject.startswith(("index:", "security:X")):
            assert load().knows(subject), subject


def test_what_was_compiled_by_hand_is_marked() -> None:
    columns = rows_of("securities.tsv").columns
    assert columns[-1] == "src"
    assert rows_of("securities.tsv").row("XNAS:NVDA")["src"] == "m"  # type: ignore[index]
    assert rows_of("indices.tsv").row("PSEI")["verified"] == ""  # type: ignore[index]
    assert "yahoo" in rows_of("indices.tsv").row("HSI")["verified"]  # type: ignore[index]


def test_a_missing_table_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReferenceFault, match=r"nothing\.tsv\.z: a shipped table is missing \(reinstall chinamkt"):
        data_files.packed("nothing.tsv")


def test_a_damaged_table_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_files, "_stored", lambda _: b"no zlib")
    with pytest.raises(ReferenceFault, match=r"latin\.tsv\.z: a shipped table is damaged"):
        data_files.packed("latin.tsv")


def test_a_row_of_the_wrong_width_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Rows("indices.tsv")
    table.lines["HSTECH"] = "HSTECH\tHSIL"
    with pytest.raises(ReferenceFault, match=r"indices\.tsv:2: 2 cells"):
        table.row("HSTECH")


def test_a_line_of_names_that_can_t_be_read_is_told_with_its_line() -> None:
    names = _Latin("latin.tsv", b"acme\t0\t\tnews\tAcme\tindex:HSI\t\nbolt\t0\tnews\n", b"acme\0\nbolt\0\n")
    assert [entry.name for *_, entry in names.find("acme", "Acme")] == ["Acme"]
    with pytest.raises(ReferenceFault, match=r"latin\.tsv:2: a line of names that can't be read"):
        names.find("bolt", "Bolt")


def test_the_manifest_is_plain_json() -> None:
    told = json.loads((DATA / "MANIFEST.json").read_text())
    assert told["dated"] == "2026-07-20"
    assert all(zlib.decompress((DATA / f"{name}.z").read_bytes()) for name in told["rows"])
