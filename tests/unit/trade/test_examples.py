"""Every rule of trade policy is needed by each example that names it; read with these rules alone, apart from the market's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from chinamkt.article import cut
from chinamkt.claims.trade import events
from chinamkt.lang.en import trade as en
from chinamkt.lang.zh import trade as zh
from chinamkt.model.facts import TradeEvent
from chinamkt.rules.examples import Example, load_examples
from chinamkt.rules.language import Language
from chinamkt.rules.rule import Cue
from chinamkt.rules.trade import GATE


def _language(code: str, module: Any) -> Language:
    ends = re.compile(r"[.!?](?= [A-Z])") if code == "en" else re.compile("[。！？；]")
    return Language(
        code=code, rules=(), spaced=code == "en", numeral=re.compile(r"\d"), sentence_end=ends,
        quantity=lambda *_: None, words_between=lambda *_: [], modules=(module,),
    )  # fmt: skip


LANGUAGES = {"en": _language("en", en), "zh": _language("zh", zh)}
EXAMPLES = {code: load_examples(Path(str(module.__file__)).with_suffix(".toml")) for code, module in (("en", en), ("zh", zh))}
EVERY = [pytest.param(code, example, id=example.place) for code, examples in EXAMPLES.items() for example in examples]
RULES = [pytest.param(code, rule.id, id=rule.id) for code, language in LANGUAGES.items() for rule in language.trade_rules]


def _row(event: TradeEvent) -> dict[str, Any]:
    told = {"status": event.status, "rate": event.rate, "target": event.target, "place": event.place, "date": event.date,
            "effective_from": event.effective_from, "effective_to": event.effective_to,
            "rate_before": event.rate_before}  # fmt: skip
    row = {name: str(value) for name, value in told.items() if value is not None}
    return row | {"kind": "trade_event", "event": str(event.kind), "parties": list(event.parties)}


def _read(language: Language, example: Example) -> list[dict[str, Any]]:
    page = cut(example.text, lang="en" if language.code == "en" else "zh-Hans", published=example.published)
    return [_row(event) for article in page.articles for event in events(page, article, language, page.view.lower())]


def _wanted(example: Example) -> list[dict[str, Any]]:
    return [{name: value for name, value in fact.items() if value != ""} for fact in example.facts]


@pytest.mark.parametrize(("code", "example"), EVERY)
def test_an_example_gives_its_events_and_nothing_beyond(code: str, example: Example) -> None:
    assert _read(LANGUAGES[code], example) == _wanted(example)


@pytest.mark.parametrize(("code", "rule"), RULES)
def test_without_a_rule_every_example_that_names_it_fails(code: str, rule: str) -> None:
    named = [example for example in EXAMPLES[code] if rule in example.rules]
    assert named, f"no example names {rule}"
    less = LANGUAGES[code].without(rule)
    assert not [example.place for example in named if _read(less, example) == _wanted(example)]


def test_one_meaning_a_word() -> None:
    for language in LANGUAGES.values():
        words = [word for rule in language.trade_rules if isinstance(rule, Cue) and rule.code != GATE for word in rule.words]
        assert sorted(words) == sorted(set(words))
        ids = [rule.id for rule in language.trade_rules]
        assert len(ids) == len(set(ids))


def test_the_words_stay_out_of_the_scanner_of_market_moves() -> None:
    assert en.RULES == zh.RULES == ()
