"""Words of moving; the sign comes from the words. Red is up and green is down in all three markets."""

from __future__ import annotations

from chinamkt.model.facts import Basis
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

RULES = (
    Cue(
        id="zh.movement.up", code=k.UP, sign=1,
        words="""升 | 涨 | 扬 | 弹 | 飙 | 飚 | 抽升 | 抽高 | 上升 | 上涨 | 上扬 | 上行 | 攀升 | 走高 | 走强 | 走升 | 走扬 | 反弹 | 回升
        | 回弹 | 回稳 | 拉升 | 冲高 | 跳升 | 跳涨 | 急升 | 急涨 | 劲升 | 劲涨 | 劲扬 | 飙升 | 飙涨 | 飙高 | 暴涨 | 暴升 | 大涨
        | 大升 | 微升 | 微涨 | 微扬 | 小升 | 小涨 | 小幅上涨 | 小幅上升 | 轻微上升 | 略升 | 略涨 | 翻红 | 翻升 | 倒升 | 转升
        | 转涨 | 扭跌为升 | 由跌转升 | 由跌转涨 | 转跌为升 | 止跌回升 | 止跌反弹 | 低开高走 | 先跌后升 | 领涨 | 领升 | 续升
        | 续涨 | 再升 | 再涨 | 普涨 | 齐升 | 齐涨 | 齐扬 | 走俏 | 造好 | 做好 | 高走 | 炒高 | 炒上 | 抢高 | 爆升 | 爆涨 | 狂涨
        | 狂升 | 狂飙 | 猛涨 | 弹升 | 弹高 | 急弹 | 扬升 | 上调 | 调升 | 升值 | 走稳 | 回暖 | 高出 | 升水 | 拉抬 | 急抽 | 急拉
        | 闪升 | 跳空上涨 | 大幅上涨 | 大幅上升 | 探高""",
    ),
    Cue(
        id="zh.movement.down", code=k.DOWN, sign=-1,
        words="""跌 | 挫 | 泻 | 插 | 滑 | 下跌 | 下挫 | 下滑 | 下行 | 下泻 | 走低 | 走软 | 走弱 | 走跌 | 回落 | 回吐 | 回调 | 回软
        | 急挫 | 急跌 | 急泻 | 重挫 | 暴跌 | 大跌 | 大挫 | 狂泻 | 狂跌 | 插水 | 跳水 | 滑落 | 微跌 | 微挫 | 小跌 | 小挫
        | 小幅下跌 | 轻微下跌 | 略跌 | 翻绿 | 翻黑 | 翻跌 | 由红翻黑 | 倒跌 | 转跌 | 转绿 | 由升转跌 | 由涨转跌 | 转升为跌
        | 高开低走 | 先升后跌 | 领跌 | 续跌 | 再跌 | 普跌 | 齐跌 | 齐挫 | 走贬 | 贬值 | 下调 | 调降 | 调贬 | 受挫 | 受压跌
        | 失血 | 崩跌 | 闪崩 | 闪崩跌 | 狂挫 | 猛跌 | 劲跌 | 劲挫 | 续挫 | 低走 | 偏软 | 腰斩 | 缩水 | 低出 | 贴水 | 挫跌
        | 急插 | 急滑 | 下杀 | 跳空下跌 | 大幅下跌 | 大幅下挫 | 显著下挫 | 惨跌 | 摔 | 杀跌""",
    ),
    Cue(id="zh.movement.doubled", code=k.UP, sign=1, words="翻番 | 翻倍 | 翻了一番 | 倍升 | 倍增"),
    Cue(
        id="zh.movement.total-up", code=k.UP, sign=1, basis=Basis.SINCE,
        words="""累升 | 累涨 | 累计上涨 | 累计上升 | 累计涨 | 累计升 | 累计升幅 | 累计涨幅 | 累积升幅 | 累积上升 | 累积升 | 累计升逾
        | 共升 | 共涨 | 合共升 | 累弹 | 累飙 | 累扬""",
    ),
    Cue(
        id="zh.movement.total-down", code=k.DOWN, sign=-1, basis=Basis.SINCE,
        words="""累跌 | 累计下跌 | 累计跌 | 累计跌幅 | 累积跌幅 | 累积跌 | 累积下跌 | 共跌 | 合共跌 | 累挫 | 累泻 | 累计挫 | 累计下挫 | 累滑""",
    ),
    Cue(
        id="zh.movement.extent-up", code=k.UP_NOUN, sign=1,
        words="""升幅 | 涨幅 | 最大升幅 | 最大涨幅 | 升幅达 | 涨幅达 | 升幅为 | 涨幅为 | 上涨幅度 | 上升幅度 | 上涨点数 | 较大涨幅 | 较大升幅""",
    ),
    Cue(
        id="zh.movement.extent-down", code=k.DOWN_NOUN, sign=-1,
        words="""跌幅 | 最大跌幅 | 挫幅 | 重挫幅度 | 下跌幅度 | 下挫幅度 | 跌幅达 | 跌幅为 | 泻幅 | 较大跌幅""",
    ),
    Phrase(id="zh.movement.softer", code=k.DOWN, words="软 | 吐", pattern=r"(?:仍|续|再|微|倒)?[软吐](?=(?:约|逾|近|超过?|至少)?[0-9.]+%)", read=lambda m: -1),
    Phrase(id="zh.movement.higher-than", code=k.UP, words="高", pattern=r"高出?(?=(?:约|逾|近|超过?|至少)?[0-9一二两三半])", read=lambda m: 1),
    Phrase(id="zh.movement.lower-than", code=k.DOWN, words="低", pattern=r"低(?=(?:约|逾|近|超过?|至少)?[0-9一二两三半])", read=lambda m: -1),
    Cue(
        id="zh.movement.unsigned", code=k.COPULA,
        words="""涨跌幅 | 涨跌 | 升跌幅 | 变动 | 变幅 | 升跌 | 涨跌额 | 涨跌点数 | 报价变动""",
    ),
    Cue(
        id="zh.movement.flat", code=k.FLAT, sign=0,
        words="""持平 | 平收 | 靠稳 | 涨跌不一 | 涨跌互现 | 个别发展 | 无升跌 | 无升无跌 | 无起跌 | 平开 | 近乎平收 | 几乎持平
        | 变化不大 | 变动不大 | 窄幅波动 | 收平 | 平盘 | 平盘作收 | 升跌不一""",
    ),
    Cue(
        id="zh.movement.pare", code=k.PARE,
        words="""收窄 | 扩大 | 缩窄 | 缩减 | 缩小 | 收敛 | 扩至 | 放大 | 扩阔 | 收窄至 | 扩大至 | 缩窄至 | 缩减至 | 缩小至 | 收敛至
        | 一度扩大至 | 曾扩大至 | 收窄到 | 扩大到""",
    ),
    Construction(id="zh.movement.signed-behind", step="signed-behind"),
    Construction(id="zh.movement.most-moved", step="most-moved"),
    Cue(
        id="zh.movement.other-words", code=k.WORDS,
        words="""升或跌 | 涨或跌 | 升或涨 | 升级 | 升温 | 升息 | 升降 | 升任 | 升学 | 升轨 | 升浪 | 升市 | 升势 | 涨势 | 跌势 | 升破位
        | 升斗 | 升跌市 | 提升 | 晋升 | 擢升 | 升华 | 飞升 | 直升机 | 升力 | 升格 | 升职 | 升空 | 升旗 | 高升 | 升段 | 升途
        | 涨停 | 涨停板 | 跌停 | 跌停板 | 涨价 | 提价 | 涨潮 | 高涨 | 看涨 | 看跌 | 唱淡 | 领涨股 | 领跌股 | 涨幅榜 | 跌幅榜
        | 涨幅居前 | 跌幅居前 | 涨幅最大 | 跌幅最大 | 涨幅靠前 | 跌幅靠前 | 升幅最大 | 涨幅前列 | 升市股份 | 上涨家数
        | 下跌家数 | 跌市 | 跌倒 | 跌宕 | 弹性 | 弹药 | 弹簧 | 子弹 | 插手 | 插座 | 插件 | 穿插 | 安插 | 表扬 | 扬言 | 张扬
        | 飞扬 | 宣扬 | 发扬 | 扬州 | 扬长 | 昂扬 | 挫折 | 挫败 | 滑雪 | 滑坡 | 滑板 | 润滑 | 平滑 | 光滑 | 狡滑 | 涨工资
        | 上升趋势 | 上升轨道 | 下行压力 | 下行风险 | 下跌趋势 | 上升通道 | 反弹力 | 反弹力度 | 升值预期 | 贬值预期 | 涨停家数
        | 跌停家数 | 经济下行 | 上行空间 | 下行空间 | 止跌 | 抗跌 | 滞涨 | 止升 | 追涨 | 追涨杀跌 | 涨落 | 报告 | 报导 | 报道
        | 报称 | 报章 | 报表 | 报酬 | 报名 | 报复 | 报刊 | 报社 | 汇报 | 日报 | 晚报 | 时报 | 周报 | 年报 | 季报 | 中报 | 研报
        | 财报 | 业绩报 | 快报 | 海报 | 情报 | 申报 | 公报 | 预报 | 收购 | 收取 | 收获 | 收费 | 收紧 | 收到 | 没收 | 吸收
        | 征收""",
    ),
)  # fmt: skip
