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
#: How many names of each language: weak ones, those that are weak as official names cut short (there are thousands), blockers.
COUNTS = {"weak": 88, "beginning": 12, "blocker": 24}

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
        ("After {} upgraded the stock, Kuaishou added 2.8 per cent.", ((KUAISHOU, "2.8"),)),
        ("Kuaishou added 2.8 per cent, while {} said it would cut 12 per cent of its staff.", ((KUAISHOU, "2.8"),)),
        ("According to {}, Kuaishou lost 3.5 per cent.", ((KUAISHOU, "-3.5"),)),
        ("At {}, where output rose 14 per cent, managers were upbeat.", ()),
        ("A survey by {} showed that confidence rose 3.1 per cent.", ()),
        ("{} chairman Li Wei owns 12 per cent of the shares.", ()),
        ("Shares in Zhenhua {} fell 3.5 per cent.", (("security:?Zhenhua {}", "-3.5"),)),
        ("Prices along {} Street climbed 6 per cent.", ()),
        ("Kuaishou fell 3.5 per cent, as {} wrote in a report.", ((KUAISHOU, "-3.5"),)),
        ("The {} brand's market share climbed to 14 per cent.", ()),
        ("{} estimates Kuaishou's revenue will climb 14 per cent.", ()),
        ("Output of {} machines rose 9 per cent.", ()),
    ),
    ("en", "thing"): (
        ("Kuaishou outperformed {}, rising 2.8 per cent.", ((KUAISHOU, "2.8"),)),
        ("The number of investors who follow {} rose 12 per cent.", ()),
        ("Options linked to {} could gain 15 per cent.", ()),
        ("Kuaishou rose 2.8 per cent while traders watched {}.", ((KUAISHOU, "2.8"),)),
        ("Volume in {} contracts rose 20 per cent from a year earlier.", ()),
        ("Kuaishou dropped 3.5 per cent, hurt by {}.", ((KUAISHOU, "-3.5"),)),
        ("Kuaishou rose 2.8 per cent, more than {}.", ((KUAISHOU, "2.8"),)),
        ("Funds that track {} took in 12 per cent more cash.", ()),
        ("The fee for trading {} rose 12 per cent.", ()),
        ("Unlike {}, Kuaishou gained 2.8 per cent.", ((KUAISHOU, "2.8"),)),
        ("Analysts expect {} to rise 5 per cent.", ()),
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
        ("{}首席经济学家表示，出口上升5.1%。", ()),
        ("与{}合作的快手升2.8%。", ((KUAISHOU, "2.8"),)),
        ("快手升2.8%，{}维持买入评级。", ((KUAISHOU, "2.8"),)),
        ("{}牌手机出货量上升12%。", ()),
        ("{}路的商铺租金下跌4%。", ()),
        ("{}员工人数减少5%。", ()),
        ("获{}入股的快手升2.8%。", ((KUAISHOU, "2.8"),)),
        ("{}估计快手收入上升14%。", ()),
        ("{}董事长李伟持股12%。", ()),
        ("快手升2.8%，{}是保荐人。", ((KUAISHOU, "2.8"),)),
    ),
    ("zh", "thing"): (
        ("快手跑赢{}，升2.8%。", ((KUAISHOU, "2.8"),)),
        ("关注{}的投资者人数增加12%。", ()),
        ("与{}挂钩的产品销量增长15%。", ()),
        ("受{}拖累，快手跌3.5%。", ((KUAISHOU, "-3.5"),)),
        ("分析师预计{}明年可能上涨8%。", ()),
        ("快手升2.8%，涨幅大过{}。", ((KUAISHOU, "2.8"),)),
        ("追踪{}的基金规模上升12%。", ()),
        ("买卖{}的手续费上涨12%。", ()),
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


def drawn() -> Iterator[tuple[str, str, str, Entry]]:
    """Language, what is drawn, the name as a text has it, and the entry."""
    names, random = load().names, Random(SEED)
    for lang, script in (("en", names.latin), ("zh", names.han)):
        told: dict[str, list[tuple[str, Entry]]] = {kind: [] for kind in COUNTS}
        for line in map(script.line, range(len(script.lines))):
            entry = line.entry
            if not line.silent and (entry.blocker or entry.weak):
                kind = "blocker" if entry.blocker else entry.role if entry.role == "beginning" else "weak"
                # Of a name cut short the text has the beginning alone.
                told[kind].append((entry.name[: line.length] if kind == "beginning" else entry.name, entry))
        for kind, count in COUNTS.items():
            for name, entry in random.sample(told[kind], min(count, len(told[kind]))):
                if entry.blocker:
                    yield lang, "source" if _SOURCE.search(name) else "words", name, entry
                else:
                    yield lang, "firm" if entry.kind == "security" else "thing", name, entry


def texts() -> Iterator[dict[str, object]]:
    """The counterexamples; every other Chinese one in Traditional characters."""
    from opencc import OpenCC

    traditional, turn = OpenCC("s2hk"), {key: cycle(templates) for key, templates in TEMPLATES.items()}
    for number, (lang, kind, name, entry) in enumerate(drawn()):
        template, facts = next(turn[lang, kind])
        text = template.format(name)
        text = text[0].upper() + text[1:]
        if lang == "zh" and number % 2:
            text = traditional.convert(text)
        role = entry.role if entry.role == "blocker" else f"weak {entry.role}"
        yield {
            "name": name,
            "role": role,
            "text": text,
            "facts": [{"subject": one.format(name), "pct": pct} for one, pct in facts],
        }


def main() -> None:
    """Write the file."""
    blocks = [f"# Made by draw_roles.py from the tables {load().fingerprint}, seed {SEED}; not written by hand.\n"]
    for one in texts():
        told = (f"{key} = {json.dumps(one[key], ensure_ascii=False)}" for key in ("name", "role", "text"))
        lines = ["[[text]]", *told]
        if facts := one["facts"]:
            assert isinstance(facts, list)
            moved = ", ".join(f'{{ subject = "{fact["subject"]}", pct = "{fact["pct"]}" }}' for fact in facts)
            lines.append(f"facts = [{moved}]")
        blocks.append("\n".join(lines) + "\n")
    (HERE / "roles_drawn.toml").write_text("\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
