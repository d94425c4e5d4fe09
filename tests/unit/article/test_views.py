"""Folding, blanking, languages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from chinamkt.article import fold, fold_table, view_of
from chinamkt.article.markup import without_html, without_markdown
from chinamkt.article.script import language

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not (ROOT / "update").is_dir(), reason="the package is tested away from its scripts")
def test_the_table_is_what_the_script_makes() -> None:
    pytest.importorskip("opencc")
    run = subprocess.run([sys.executable, ROOT / "update/fold_table.py", "--check"], capture_output=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_table_maps_one_character_to_one() -> None:
    table = fold_table()
    assert len(table) == 0x10000
    assert table.translate(table) == table, "folding twice changes nothing more"


@pytest.mark.parametrize(
    ("given", "folded"),
    [
        ("恆生指數漲點", "恒生指数涨点"),
        ("滬深兩市成交額１．２萬億元", "沪深两市成交额1.2万亿元"),
        ("內地徵收關稅，於週三生效", "内地征收关税，于周三生效"),
        ("顯著上漲", "显著上涨"),
        ("乾照光电、衞星石化", "乾照光电、卫星石化"),
        ("升幅０﹒５８％", "升幅0.58%"),
        ("報１２，３４５點，３隻", "报12,345点，3只"),
        ("３２００，５００隻股票", "3200,500只股票"),
        ("3200，500只股票", "3200，500只股票"),
        ("恒生円国際", "恒生円国际"),
    ],
)
def test_chinese_is_folded_character_by_character(given: str, folded: str) -> None:
    assert fold(given) == folded


@pytest.mark.parametrize(
    ("given", "folded"),
    [
        ("\u201cIt\u2019s up\u201d", '"It\'s up"'),
        ("down \u22123.2% \u2013 a low", "down -3.2% - a low"),
        ("HK$\u202f12.50\u2009a share", "HK$ 12.50 a share"),
        ("caf\u00e9 chain \u2022 \u20ac3", "caf\u00e9 chain * \u20ac3"),
        ("2\u20143 per cent", "2\u20143 per cent"),
        ("plain ASCII -- stays", "plain ASCII -- stays"),
    ],
)
def test_english_is_made_plain(given: str, folded: str) -> None:
    assert fold(given) == folded


def test_ascii_comes_back_itself() -> None:
    text = "The index rose 1.2 per cent."
    assert fold(text) is text
    assert view_of(text) is text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("<p>A&amp;B rose</p><p>1%</p>", ["A&    B rose", "1%"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<tr><td>HSI</td><td>1.2</td></tr>", ["|   HSI     |   1.2"]),
        ("x<script>if (a < b) rise(3%)</script>y<style>p {}</style>z<!-- 5% -->", ["x" + " " * 36 + "y" + " " * 19 + "z"]),
        ("<script>never closed", ["never closed"]),
        ("<Closing Digest> a < b", ["<Closing Digest> a < b"]),
        ("&nbsp;&#39;&#x25;&unknown;&", ["'    %     &unknown;&"]),
        ("<p>one\ntwo</p>", ["one two"]),
        ("one<br/>two", ["one", "two"]),
        ("<a href='/1'>one</a> <a href='/2'>two</a>", ["one", "two"]),
        ("see <https://example.org/5%25> now", ["see" + " " * 28 + "now"]),
    ],
)
def test_html_becomes_blanks_and_lines(given: str, words: list[str]) -> None:
    view = without_html(given)
    assert len(view) == len(given)
    assert [line.strip() for line in view.split("\n") if line.strip()] == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ('[Kospi](https://example.org/(KS11)/ "Korea") dropped', "Kospi dropped"),
        ("**Vanke**, *CATL* and __BYD__ rose", "Vanke , CATL and BYD rose"),
        ("![A trader. (File photo)](https://example.org/1.jpg)", "A trader. (File photo)"),
        ("\\*\\* China's CSI300", "* * China's CSI300"),
        ("## Heading", "Heading"),
        ("snake_case and 2*3*4 stay", "snake_case and 2*3*4 stay"),
        ("[1] and a](b stay", "[1] and a](b stay"),
        ("** a bullet stays", "** a bullet stays"),
    ],
)
def test_markdown_becomes_blanks(given: str, words: str) -> None:
    view = without_markdown(given)
    assert len(view) == len(given)
    assert " ".join(view.split()) == words


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("", "en"),
        ("12,345 (1.2%)", "en"),
        ("The index, 深圳成指, rose 0.4 per cent", "en"),
        ("恒指升1%", "zh-Hans"),
        ("恒指收市升1%，Tencent (00700) 升2%", "zh-Hans"),
        ("滬指漲1%", "zh-Hant"),
        ("沪指涨1%，上證指數", "zh-Hans"),
        ("\ud800\u3400\u3401", "zh-Hans"),
    ],
)
def test_the_language_is_counted(text: str, lang: str) -> None:
    assert language(text) == lang
