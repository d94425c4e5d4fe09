"""Draw weak names and blockers from the name tables and set them where they move nothing: makes ``roles_drawn.toml``.

    python tests/corpus/draw_roles.py

Names are drawn with a fixed seed, templates are dealt out in turn, so the file changes with the tables and with this
script alone. What each template moves is written beside it; the name drawn never is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

from chinamkt.reference import load
from chinamkt.reference.names import Entry

HERE = Path(__file__).resolve().parent
SEED = 3
#: How many names of each language, weak and blocker.
COUNTS = {"weak": 42, "blocker": 22}

HSI, SSE, CSI = "index:HSI", "index:SSE_COMPOSITE", "index:CSI300"
KUAISHOU, YUAN = "security:XHKG:01024", "fx:USD/CNY"

#: Blockers that can say something: institutions, papers, analysts.
_SOURCE = re.compile(
    r"\b(?:[Aa]nalysts?|Bank|Securities|Times|Post|News|Asia|Research|Ratings|Futures|Capital|Management|Commission|Ministry"
    r"|Authority|Agency|Journal|Daily|Institute)\b|(?:证券|期货|银行|基金|资讯|财经|报|研究|研究所|分析师|通讯社|协会|委员会|交易所|大学|监会)$"
)

Template = tuple[str, tuple[tuple[str, str], ...]]

#: By language and by what is drawn: a text with a place for the name, and the subjects that do move.
TEMPLATES: dict[tuple[str, str], tuple[Template, ...]] = {
    ("en", "firm"): (
        ("{} analysts said the Hang Seng Index had risen 1.2 per cent.", ((HSI, "1.2"),)),
        ("The CSI 300 Index fell 0.6 per cent, according to a trader at {}.", ((CSI, "-0.6"),)),
        ("{} raised its target price for Tencent by 8 per cent to HK$640.", ()),
        ("Sales at {} stores rose 14 per cent in May.", ()),
        ("Fund manager Peter {} said the yuan had weakened 0.3 per cent against the dollar.", ((YUAN, "-0.3"),)),
        ("Home prices in {} rose 2.4 per cent last month.", ()),
        ("Kuaishou, a partner of {}, dropped 3.5 per cent.", ((KUAISHOU, "-3.5"),)),
        ("{}'s annual profit dropped 31 per cent.", ()),
        ("Kuaishou rose 2.8 per cent after it agreed to buy a stake in {}.", ((KUAISHOU, "2.8"),)),
        ("Kuaishou bought 12 per cent of {}.", ()),
        ("The index compiled by {} rose 1.5 per cent from a year earlier.", ()),
        ("Kuaishou slid 3.5 per cent after {} cut its rating.", ((KUAISHOU, "-3.5"),)),
        ("\"Exports rose 5.1 per cent, which is welcome,\" said Mary Chan of {}.", ()),
        ("{} expects the CSI 300 to gain 8 per cent next year.", ()),
    ),
    ("en", "thing"): (
        ("Kuaishou outperformed {}, rising 2.8 per cent.", ((KUAISHOU, "2.8"),)),
        ("The number of investors who follow {} rose 12 per cent.", ()),
        ("Options linked to {} could gain 15 per cent.", ()),
        ("Kuaishou rose 2.8 per cent while traders watched {}.", ((KUAISHOU, "2.8"),)),
        ("Volume in {} contracts rose 20 per cent from a year earlier.", ()),
        ("Kuaishou dropped 3.5 per cent, hurt by {}.", ((KUAISHOU, "-3.5"),)),
    ),
    ("en", "source"): (
        ("The Shanghai Composite Index fell 0.6 per cent, {} reported.", ((SSE, "-0.6"),)),
        ("According to {}, industrial output rose 5.6 per cent.", ()),
        ("The yuan had weakened 0.3 per cent by noon, {} said.", ((YUAN, "-0.3"),)),
        ("Kuaishou dropped 3.5 per cent after a report by {}.", ((KUAISHOU, "-3.5"),)),
        ("{} estimates that exports rose 5.1 per cent in May.", ()),
        ("{} said the CSI 300 fell 0.6 per cent too fast.", ((CSI, "-0.6"),)),
    ),
    ("en", "words"): (
        ("Kuaishou dropped 3.5 per cent after a report about {}.", ((KUAISHOU, "-3.5"),)),
        ("In its talks on {}, Kuaishou asked for 12 per cent more.", ()),
        ("The number of those who write about {} rose 12 per cent.", ()),
    ),
    ("zh", "firm"): (
        ("{}分析师称，恒生指数当日升1.2%。", ((HSI, "1.2"),)),
        ("{}将腾讯目标价上调8%至640港元。", ()),
        ("{}门店5月销售额增长14%。", ()),
        ("快手跌3.5%，此前宣布与{}合作。", ((KUAISHOU, "-3.5"),)),
        ("快手入股{}后升2.8%。", ((KUAISHOU, "2.8"),)),
        ("{}全年净利润下降31%。", ()),
        ("{}发表研报，预计沪深300指数明年上涨8%。", ()),
        ("{}一带房价上涨2.4%。", ()),
        ("受{}下调评级影响，快手跌3.5%。", ((KUAISHOU, "-3.5"),)),
        ("据{}统计，5月出口增长5.1%。", ()),
        ("快手持有{}12%的股权。", ()),
        ("上证指数跌0.6%，{}交易员说。", ((SSE, "-0.6"),)),
    ),
    ("zh", "thing"): (
        ("快手跑赢{}，升2.8%。", ((KUAISHOU, "2.8"),)),
        ("关注{}的投资者人数增加12%。", ()),
        ("与{}挂钩的产品销量增长15%。", ()),
        ("受{}拖累，快手跌3.5%。", ((KUAISHOU, "-3.5"),)),
        ("分析师预计{}明年可能上涨8%。", ()),
    ),
    ("zh", "source"): (
        ("据{}消息，上证指数收跌0.6%。", ((SSE, "-0.6"),)),
        ("据{}称，5月出口增长5.1%。", ()),
        ("{}表示，快手股价跌3.5%。", ((KUAISHOU, "-3.5"),)),
        ("{}预计，明年GDP增长5%。", ()),
        ("快手与{}会谈后，股价升2.8%。", ((KUAISHOU, "2.8"),)),
    ),
    ("zh", "words"): (
        ("谈到{}时，他说5月出口增长5.1%。", ()),
        ("市场谈论{}，快手跌3.5%。", ((KUAISHOU, "-3.5"),)),
        ("与{}有关的搜索增加12%。", ()),
    ),
}  # fmt: skip


def drawn() -> Iterator[tuple[str, str, Entry]]:
    """Language, what is drawn, and the entry."""
    names, random = load().names, Random(SEED)
    for lang, script in (("en", names.latin), ("zh", names.han)):
        told = [line.entry for line in map(script.line, range(len(script.lines))) if not line.silent]
        for kind, count in COUNTS.items():
            pool = [entry for entry in told if (entry.blocker if kind == "blocker" else entry.weak)]
            for entry in random.sample(pool, count):
                if entry.blocker:
                    yield lang, "source" if _SOURCE.search(entry.name) else "words", entry
                else:
                    yield lang, "firm" if entry.kind == "security" else "thing", entry


def texts() -> Iterator[dict[str, object]]:
    """The counterexamples; every other Chinese one in Traditional characters."""
    from opencc import OpenCC

    traditional, turn = OpenCC("s2hk"), {key: cycle(templates) for key, templates in TEMPLATES.items()}
    for number, (lang, kind, entry) in enumerate(drawn()):
        template, facts = next(turn[lang, kind])
        text = template.format(entry.name)
        text = text[0].upper() + text[1:]
        if lang == "zh" and number % 2:
            text = traditional.convert(text)
        role = entry.role if entry.role == "blocker" else f"weak {entry.role}"
        yield {"name": entry.name, "role": role, "text": text, "facts": [{"subject": one, "pct": pct} for one, pct in facts]}


def main() -> None:
    """Write the file."""
    blocks = [f"# Made by draw_roles.py from the tables {load().fingerprint}, seed {SEED}; not written by hand.\n"]
    for one in texts():
        lines = ["[[text]]"]
        for key in ("name", "role", "text"):
            lines.append(f"{key} = {json.dumps(one[key], ensure_ascii=False)}")
        if facts := one["facts"]:
            assert isinstance(facts, list)
            told = ", ".join(f'{{ subject = "{fact["subject"]}", pct = "{fact["pct"]}" }}' for fact in facts)
            lines.append(f"facts = [{told}]")
        blocks.append("\n".join(lines) + "\n")
    (HERE / "roles_drawn.toml").write_text("\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
