"""Over, nearly, about: before the figure; what stands behind it is read with its unit."""

from __future__ import annotations

from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue, Phrase

__all__ = ["RULES"]

# a figure, but no length of time ("nearly two years")
_FIGURE = r"(?![约逾近超过]*[0-9一二两三四五六七八九十]{1,4}个?(?:日|天|交易日|周|星期|月|年|季))(?=\s?(?:约|逾|近|超过?|不足|接近|将近|至少|人民币|港币|美元|新台币|[$¥])*\s?[-+]?\s?(?:[0-9]|半成|百分之|[一二两三四五六七八九十百千][一二两三四五六七八九十百千零点]*(?:[成倍元点万亿百千多余]|个点|个百分点)))"

RULES = (
    Cue(
        id="zh.bounds.over", code=k.BOUND, bound=Bound.OVER,
        words="""逾 | 超过 | 超逾 | 不止 | 不少于 | 不低于 | 至少 | 最少 | 起码 | 大逾 | 远超 | 略超 | 大超 | 多于 | 超出""",
    ),
    Phrase(id="zh.bounds.over-figure", code=k.BOUND, words="超 | 过", pattern=rf"[超过]{_FIGURE}", read=lambda m: Bound.OVER),
    Cue(
        id="zh.bounds.under", code=k.BOUND, bound=Bound.UNDER,
        words="""不超过 | 不多于 | 不逾 | 将近 | 接近 | 不足 | 不到 | 未到 | 少于 | 几近 | 几乎 | 未及 | 近乎 | 不及""",
    ),
    Phrase(id="zh.bounds.under-figure", code=k.BOUND, words="近", pattern=rf"近{_FIGURE}", read=lambda m: Bound.UNDER),
    Cue(
        id="zh.bounds.about", code=k.BOUND, bound=Bound.ABOUT,
        words="""约 | 大约 | 约莫 | 大概 | 约为 | 大致 | 约在 | 约达 | 约有""",
    ),
    Phrase(id="zh.bounds.filler", code=k.BOUND, words="达 | 达到 | 达至 | 高达 | 更高达 | 多达 | 为 | 在 | 共 | 合计 | 合共 | 仅 | 只 | 只有 | 录得 | 录 | 计 | 有",
           pattern=rf"(?:更?高达|达[到至]?|多达|(?!(?<=[，,])为\s?[0-9][0-9,]{{3,}}(?:\.[0-9]+)?点)为|在|共|合[计共]|仅|只有?|录得?|计|有){_FIGURE}", read=lambda m: "filler"),
)  # fmt: skip
