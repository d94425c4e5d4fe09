"""How figures are shared among topics: 、, 分别, 均, lists."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue

__all__ = ["RULES"]

RULES = (
    Cue(id="zh.sharing.and", code=k.AND, words="和 | 及 | 与 | 以及 | 及其 | 跟 | 暨 | 连同 | 同"),
    Cue(
        id="zh.sharing.and-not",
        code=k.WORDS,
        words="""和谐 | 温和 | 缓和 | 总和 | 饱和 | 中和 | 参与 | 与会 | 及时 | 以及其 | 涉及 | 普及 | 顾及 | 提及 | 波及 | 谈及
        | 触及率 | 跟踪 | 跟进 | 与否 | 及早 | 与此同时 | 同日 | 同样 | 共同 | 合同 | 相同 | 不同 | 同业 | 如同 | 同类 | 同行
        | 认同 | 协同 | 同意 | 同属 | 同步 | 伙同 | 赞同 | 雷同 | 同胞 | 同学 | 同年""",
    ),
    Cue(id="zh.sharing.follows", code=k.WORDS, value="governs", words="跟随 | 跟随着 | 追随 | 紧跟"),
    Cue(
        id="zh.sharing.each",
        code=k.EACH,
        words="""均 | 皆 | 都 | 各 | 齐 | 双双 | 同时 | 一同 | 全部 | 悉数 | 集体 | 全线 | 普遍 | 各自 | 纷纷 | 全数 | 也均 | 亦均
        | 齐齐""",
    ),
    Cue(id="zh.sharing.respectively", code=k.RESPECTIVELY, words="分别 | 依次 | 顺序 | 各别"),
    Construction(id="zh.sharing.deal-out", step="deal-out"),
    Construction(id="zh.sharing.list-of-names", step="list-of-names"),
    Construction(id="zh.sharing.bare-points", step="bare-points"),
)
