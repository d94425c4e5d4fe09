"""An example with other names, verbs and figures of the same kind keeps its facts.

A name is changed for one of the same kind and market, a word of movement for one of the same
rule and form, a figure for one with other digits; the facts change with them and in nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import pytest
from attrs import frozen

import chinamkt
from chinamkt.plugins import load
from chinamkt.reference import load as load_reference
from chinamkt.rules.examples import Example, beside
from chinamkt.rules.language import Language
from chinamkt.rules.rule import Cue

LANGUAGES: Mapping[str, Language] = load("chinamkt.languages")
EXAMPLES = [(code, example) for code, language in LANGUAGES.items() for example in beside(language.modules) if example.facts]
VARIANTS = 200
#: Rules that read a figure only where it agrees with those beside it, so that other digits are another thing.
ADDS_UP = {"en.levels.table-row", "en.fx.row", "zh.levels.table-row"}

#: Names of one kind and market; a share has one listing only, so that no context changes what it is.
NAMES: dict[str, list[dict[str, str]]] = {
    "en": [
        {
            "Hang Seng Index": "index:HSI",
            "Hang Seng Tech Index": "index:HSTECH",
            "Hang Seng China Enterprises Index": "index:HSCEI",
        },
        {
            "CSI 300": "index:CSI300",
            "Shanghai Composite": "index:SSE_COMPOSITE",
            "Shenzhen Component": "index:SZSE_COMPONENT",
            "CSI 500": "index:CSI500",
            "CSI 1000": "index:CSI1000",
        },
        {"Kospi": "index:KOSPI", "Nikkei 225": "index:N225", "Taiex": "index:TAIEX", "Straits Times Index": "index:STI"},
        {"S&P 500": "index:SPX", "Nasdaq Composite": "index:IXIC", "Dow Jones Industrial Average": "index:DJI"},
        {
            "Kuaishou": "security:XHKG:01024",
            "Sunny Optical": "security:XHKG:02382",
            "Sunac": "security:XHKG:01918",
            "Sands China": "security:XHKG:01928",
            "Pop Mart": "security:XHKG:09992",
            "Techtronic": "security:XHKG:00669",
        },
        {"Kweichow Moutai": "security:XSHG:600519", "Wuliangye": "security:XSHE:000858"},
    ],
    "zh": [
        {"恒生指数": "index:HSI", "恒生科技指数": "index:HSTECH"},
        {"上证指数": "index:SSE_COMPOSITE", "深证成指": "index:SZSE_COMPONENT", "沪深300指数": "index:CSI300"},
        {"快手": "security:XHKG:01024", "舜宇光学": "security:XHKG:02382"},
        {"贵州茅台": "security:XSHG:600519", "五粮液": "security:XSHE:000858"},
    ],
}
FIGURES = ("pct", "pct_max", "points", "level")
#: Where a variant differs from its example although it says the same.
PLACES = {"start", "end", "quote", "name", "rule", "candidates"}
_FORMS = re.compile(r"(?P<participle>ing)\b|(?P<past>(?:ed|rose|fell|lost|slid|sank|shed|put|gave|leapt|grew)\b)")
_NUMBER = re.compile(r"\d[\d,]*(?:\. ?\d+)?|\.\d+")


@frozen
class Variant:
    """A text made from an example's, and what its rows must be."""

    text: str
    rows: list[dict[str, Any]]


def _rows(text: str, example: Example) -> list[dict[str, Any]]:
    report = chinamkt.read(text, published=example.published)
    return [{name: value for name, value in row.items() if name not in PLACES} for row in report.rows()]


def _other_names(code: str, text: str, random: Random) -> dict[str, tuple[str, str, str]]:
    """Name → another of its family, with both subjects; names that stand in the text are not given to others."""
    out: dict[str, tuple[str, str, str]] = {}
    hits = load_reference().names.scan(text.lower(), text)
    known = {text[start:end].removesuffix(" Index") for start, end, _ in hits}
    for family in NAMES[code]:
        standing = [name for name in sorted(family, key=len, reverse=True) if re.search(_word(name, code), text)]
        if any(name in other and other not in family for name in standing for other in known):
            continue  # "CSI 300" in "CSI 300 Energy Index" is no name of its own
        free = [name for name in family if not any(name in other or other in name for other in standing)]
        random.shuffle(free)
        for name in standing:
            if free:
                other = free.pop()
                out[name] = (other, family[name], family[other])
    return out


def _word(words: str, code: str) -> str:
    return rf"\b{re.escape(words)}\b" if code == "en" else re.escape(words)


def _form(word: str, code: str) -> str:
    """Words of one form may stand for each other: "rose" and "gained", "rising" and "gaining"."""
    if code == "zh":
        return str(len(word))
    found = _FORMS.search(word.split(maxsplit=1)[0])
    return f"{(found and found.lastgroup) or word[-1] == 's'} {' '.join(word.split()[1:])}"


def _other_verbs(code: str, report: chinamkt.Report, random: Random) -> dict[tuple[int, int], str]:
    """Place of a word of movement → another of its rule."""
    cues = {rule.id: rule for rule in LANGUAGES[code].rules if isinstance(rule, Cue) and ".movement.verb-" in rule.id}
    out: dict[tuple[int, int], str] = {}
    for fact in report.facts:
        evidence = fact.evidence
        if evidence is None or evidence.verb is None or evidence.rule not in cues:
            continue
        word = evidence.verb.of(report.text)
        if word in cues[evidence.rule].words:
            same = [other for other in cues[evidence.rule].words if _form(other, code) == _form(word, code)]
            out.setdefault((evidence.verb.start, evidence.verb.end), random.choice(same))
    return out


def _other_digits(number: str, random: Random) -> str:
    """The same number of digits, no leading zero made or lost, a rise of a level still a level."""
    first, rest = number[0], number[1:]
    head = first if first == "0" or rest[:1].isdigit() or rest[:1] == "," else str(random.randint(1, 9))
    return head + "".join(str(random.randint(1, 9)) if digit.isdigit() else digit for digit in rest)


def _plain(number: str) -> str:
    """As the facts table writes it: ".82" is 0.82, and neither commas nor blanks stand in it."""
    return ("0" if number.startswith(".") else "") + number.replace(",", "").replace(" ", "")


def _variant(code: str, example: Example, random: Random) -> Variant:
    report = chinamkt.read(example.text, published=example.published)
    figures = {
        (span.start + found.start(), span.start + found.end()): found.group()
        for fact in report.facts
        if fact.evidence is not None
        for span in fact.evidence.numbers
        for found in _NUMBER.finditer(span.of(report.text))
    }
    before = _rows(example.text, example)
    told = {row[name].removeprefix("-") for row in before for name in FIGURES if name in row}
    figures = {place: number for place, number in figures.items() if _plain(number) in told}  # not 8成 or 1.1倍
    ranged = any("pct_max" in fact for fact in example.facts)
    digits: dict[str, str] = {}
    for number in sorted(set(figures.values())):
        other = number if ranged else _other_digits(number, random)
        while other in digits.values() and not ranged:  # two figures made one would be one fact
            other = _other_digits(number, random)
        digits[number] = other
    changes: dict[tuple[int, int], str] = {place: digits[number] for place, number in figures.items()}
    changes |= _other_verbs(code, report, random)
    names = _other_names(code, report.text, random)
    for name in sorted(names, key=len, reverse=True):
        for found in re.finditer(_word(name, code), report.text):
            if not any(found.start() < end and start < found.end() for start, end in changes):
                changes[found.span()] = names[name][0]
    text = report.text
    for (start, end), words in sorted(changes.items(), reverse=True):
        text = text[:start] + words + text[end:]
    subjects = {was: now for _, was, now in names.values()}
    subjects |= {was.replace("index:", "future:"): now.replace("index:", "future:") for was, now in subjects.items()}
    plain = {_plain(number): _plain(other) for number, other in digits.items()}
    return Variant(text, [_changed(row, subjects, plain) for row in before])


def _changed(row: Mapping[str, Any], subjects: Mapping[str, str], digits: Mapping[str, str]) -> dict[str, Any]:
    out = dict(row)
    out["subject"] = subjects.get(row.get("subject", ""), row.get("subject"))
    for name in FIGURES:
        if name in row:
            value = row[name]
            sign = "-" if value.startswith("-") else ""
            out[name] = sign + digits.get(value.removeprefix("-"), value.removeprefix("-"))
    return out


def _drawn() -> Sequence[tuple[str, Example]]:
    """The examples that variants are made of: all of them first, then some again."""
    moves = [
        (code, example)
        for code, example in EXAMPLES
        if all(fact.get("kind", "move") == "move" for fact in example.facts) and not ADDS_UP.intersection(example.rules)
    ]
    random = Random(20250609)
    return random.sample(moves, len(moves)) + random.choices(moves, k=max(0, VARIANTS - len(moves)))


@pytest.mark.parametrize(
    ("code", "example", "seed"),
    [pytest.param(code, example, seed, id=f"{seed}-{example.place}") for seed, (code, example) in enumerate(_drawn())],
)
def test_a_variant_keeps_its_facts(code: str, example: Example, seed: int) -> None:
    variant = _variant(code, example, Random(seed))
    assert _rows(variant.text, example) == variant.rows, variant.text


def test_variants_differ_from_their_examples() -> None:
    drawn = _drawn()
    changed = sum(_variant(code, example, Random(seed)).text != example.text for seed, (code, example) in enumerate(drawn))
    assert len(drawn) >= VARIANTS
    assert changed > 0.95 * len(drawn)
