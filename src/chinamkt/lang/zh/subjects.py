"""What stands for a topic besides names: groups of shares, pronouns, listings; and small words without weight."""

from __future__ import annotations

import re

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

#: Groups of shares by their business or kind, as reports call them in front of 股, 板块, 类股 ...
_SECTORS = """
银行 内银 券商 证券 保险 内险 金融 大金融 多元金融 地产 房地产 内房 本地地产 物管 物业管理 物业 建材 水泥 钢铁 煤炭
有色金属 有色 黄金 贵金属 稀土 铜 铝 锂 锂矿 锂电池 锂电 电池 能源 新能源 石油 石化 石油石化 油气 油服 化工 电力
电力设备 核电 风电 光伏 太阳能 储能 氢能 公用 公用事业 环保 燃气 天然气 电讯 电信 通信 5G 6G CPO 光通信 科技 科网
互联网 网络 软件 半导体 芯片 芯片制造 集成电路 人工智能 AI AI应用 算力 云计算 大数据 数据中心 信创 机器人 人形机器人
无人驾驶 自动驾驶 消费电子 苹果 手机设备 华为 元宇宙 游戏 手游 传媒 影视 短剧 教育 教育培训 汽车 新能源汽车 新能源车
电动车 汽车零部件 整车 家电 消费 大消费 食品 食品饮料 饮料 白酒 酿酒 啤酒 乳业 零售 免税 商业百货 餐饮 旅游 酒店
酒店旅游 旅游酒店 博彩 濠赌 赌业 航空 航运 港口 海运 物流 快递 机场 机场服务 铁路 高铁 交通运输 医药 生物医药 生物科技
生物制药 创新药 中药 医疗 医疗器械 CRO 疫苗 新冠药 医美 农业 农林牧渔 猪肉 养殖 种业 化肥 纺织 纺织服装 服装 体育
体育用品 造纸 包装 军工 国防军工 船舶 商业航天 航天 卫星 低空经济 飞行汽车 基建 建筑 工程机械 机械 重型机械 国企改革
中字头 央企 次新 半新 传媒娱乐 汽车制造 内需 出口 蓝筹 权重 题材 中资 中概 中资金融 内地金融 本地银行 国有大型银行
大型银行 四大行 三桶油 晶片 车 新能源车产业链 网上医疗平台 收租 本地收租 苹果概念 手机 加密货币 数字货币 区块链 稳定币
金融科技 电商 外卖 直播 网游 新消费 盲盒 潮玩 黄金珠宝 珠宝 烟草 电子烟 染料 光刻机 光刻胶 存储 存储芯片 PCB 固态电池
充电桩 虚拟电厂 特高压 磷化工 氟化工 草甘膦 维生素 ST
"""
_GROUP = "(?:类股|概念类股|板块|概念板块|概念股|行业板块|行业股|行业|概念|个股|类)"
_LEXICON = sorted(_SECTORS.split(), key=len, reverse=True)
_NAME = "(?:" + "|".join(re.escape(word.lower()) for word in _LEXICON) + ")"
_ENDS = rf"(?:等)?(?:{_GROUP}|股份?(?!份|价|东|息|权|市|指|票|本|民|通|份))"

# a group by words that no list knows: the word for shares stands right before a move with its figure
_ANY_END = r"(?<![控持配入参个新份类港美日台泰韩陆沪深企本abh])股(?=[则均都亦也更续再]{0,2}(?:[上下][升涨跌挫]|[微急劲大小重狂暴]?[升涨跌挫瀉泻])(?:逾|近|超过?|约|幅|至|不足)?(?:[0-9]|半成|[一二两三四五六七八九十百]))"
_ANY = rf"[^、，。；;,\s0-9]{{2,5}}{_ANY_END}"

# adverbs of one character, which count in front of a word of movement or level alone
_ADVERBS = tuple("则亦也而但惟更仍再又已现即便就才却终了的先急狂猛劲续微略小大暴稍单等上只累共皆")
_VERBS = "[升涨跌挫扬泻弹飙报收插滑]|[上下][升涨跌挫滑扬行]|走[高低强弱软]|[高低]开|[高低]收|[高低]见|[反回][弹升落吐软]|[倒转翻][升涨跌红绿黑]|一度|分别|曾"

_INDICES = {
    "CN": ("index:SSE_COMPOSITE", "index:SZSE_COMPONENT", "index:CHINEXT"),
    "HK": ("index:HSI", "index:HSTECH", "index:HSCEI"),
    "US": ("index:DJI", "index:IXIC", "index:SPX"),
}
_TWO = {"CN": ("index:SSE_COMPOSITE", "index:SZSE_COMPONENT"), "HK": (), "US": ()}
_ATMXJ = tuple(f"security:XHKG:{code}" for code in ("09988", "00700", "03690", "01810", "09618"))

#: Who runs funds that bear their index's name.
_FUND_HOUSES = (
    "南方", "华夏", "易方达", "嘉实", "博时", "广发", "富国", "汇添富", "国泰", "华泰柏瑞", "招商", "天弘", "鹏华", "银华", "华安", "工银", "景顺", "安硕", "华宝", "大成", "中银", "建信", "国联安", "未来资产", "global x", "globalx",
)  # fmt: skip

RULES = (
    Phrase(
        id="zh.subjects.sector", code=k.HEAD, words=" | ".join(word.lower() for word in _LEXICON),
        pattern=rf"(?P<name>{_NAME})(?:{_ENDS}|(?=(?:[、和及与][^、，。；;,\s]{{2,7}})*[、和及与](?:{_NAME}{_ENDS}|{_ANY})))", read=lambda m: m["name"],
    ),
    Phrase(id="zh.subjects.group-alone", code=k.HEAD, words="四大行 | 五大行 | 六大行 | 三桶油 | 三大电讯商 | 三大航 | 两桶油", pattern=r"[^ ]大行|[两三]桶油|三大电讯商|三大航", read=lambda m: m.group()),
    Phrase(
        id="zh.subjects.fund-of-index", code=k.UNKNOWN, words=" | ".join(_FUND_HOUSES),
        pattern=rf"(?:{'|'.join(_FUND_HOUSES)})(?:东英|基金|港股通|瑞信)?(?=恒生|恒指|国指|h股|a50|科创|创业板|沪深|中证|上证|国企|msci|纳斯达克|标普)[^\s，。;:、()升跌涨报收挫一曾]{{2,12}}", read=lambda m: m.group(),
    ),
    Phrase(id="zh.subjects.shares-of-a-group", code=k.HEAD, words="股", pattern=_ANY_END, read=lambda m: "group"),
    Cue(id="zh.subjects.group", code=k.HEAD, value="group", words="板块 | 概念股 | 类股 | 概念板块 | 族群 | 行业股 | 概念个股"),
    Cue(
        id="zh.subjects.share-price", code=k.REFERENCE, value="price",
        words="""股价 | 日股价 | h股价 | 港股价 | 现股价 | 其股价 | 公司股价 | 股份 | 币价 | 每股股价 | 股价则""",
    ),
    Cue(id="zh.subjects.stock", code=k.REFERENCE, value="security", words="该股 | 该股价 | 个股则 | 该公司股价 | 该股份"),
    Cue(id="zh.subjects.index", code=k.REFERENCE, value="index", words="该指数 | 该指标 | 指数 | 大盘 | 该股指 | 股指"),
    Cue(
        id="zh.subjects.futures", code=k.REFERENCE, value="future",
        words="""期指 | 夜期 | 即月期指 | 夜市期指 | 夜期指 | 期货夜盘 | 夜盘期指 | 股指期货 | 期指夜盘 | 期货 | 指数期货""",
    ),
    Cue(id="zh.subjects.market", code=k.REFERENCE, value="market", words="大市 | 股市 | 市场 | 全市"),
    Cue(
        id="zh.subjects.three-indices", code=k.REFERENCE, value=_INDICES,
        words="""三大指数 | 三大股指 | 三大指标指数 | 主要股指 | 三大主要指数 | 三大主要股指 | 三指数 | 3大指数 | 主要指数""",
    ),
    Cue(id="zh.subjects.two-indices", code=k.REFERENCE, value=_TWO, words="沪深股指 | 沪深指数 | 两市股指 | 沪深两市指数"),
    Cue(id="zh.subjects.atmx", code=k.REFERENCE, value={"*": _ATMXJ[:4]}, words="atmx"),
    Cue(id="zh.subjects.atmxj", code=k.REFERENCE, value={"*": _ATMXJ}, words="atmxj"),
    Cue(id="zh.subjects.hong-kong-listing", code=k.LISTING, value="XHKG", words="h股 | 港股股价 | 在港股价 | 香港上市 | 在港上市"),
    Cue(
        id="zh.subjects.us-listing", code=k.LISTING, value="US",
        words="""adr | (adr) | 美股股价 | 美国预托证券 | 预托证券 | 美国上市 | 在美上市 | 纽约上市 | 美股上市 | adr价 | 美国存托凭证 | 存托凭证""",
    ),
    Cue(
        id="zh.subjects.speech", code=k.SPEECH,
        words="""表示 | 指出 | 称 | 认为 | 发表 | 研究 | 发表报告 | 发表研究报告 | 分析师 | 策略师 | 首席 | 主席 | 总裁 | 行政总裁
        | 董事 | 经济师 | 指称 | 强调 | 相信 | 重申 | 维持 | 给予""",
    ),
    Cue(
        id="zh.subjects.copula", code=k.COPULA,
        words="""是 | 包括 | 例如 | 当中 | 其中 | 像是 | 最好的是 | 最差的是 | 最佳的是 | 最好的为 | 最差为 | 最佳为 | 最好是 | 最差是
        | 首推 | 则是 | 就是""",
    ),
    Cue(
        id="zh.subjects.filler", code="",
        words="""仍然 | 再度 | 已经 | 不过 | 然而 | 随后 | 其后 | 之后 | 后来 | 最终 | 最后 | 大幅 | 小幅 | 微幅 | 轻微 | 显著 | 明显
        | 继续 | 持续 | 进一步 | 反覆 | 反复 | 逆市 | 逆势 | 应声 | 先是 | 单日 | 合计 | 累计 | 另外 | 此外 | 依然 | 稍为
        | 稍微 | 一举 | 顺势 | 直线 | 快速 | 迅速 | 突然 | 随即 | 转而 | 反而 | 一路 | 一直 | 全面 | 大多 | 多数 | 放量 | 缩量
        | 单边 | 震荡 | 再次 | 重新 | 稳步 | 略为 | 平均 | 整体 | 逐步 | 一口气 | 较为 | 幅度 | 至今 | 甚至 | 乃至 | 至于
        | 截至 | 截止 | 以至 | 等个股 | 等股 | 等股份 | 方面 | 期间 | 更是 | 只是 | 也是 | 已是 | 仅为 | 表现 | 早已 | 双双也
        | 短暂 | 跳空 | 裂口 | 飙升后 | 竟 | 除 | 报价""",
    ),
    Phrase(
        id="zh.subjects.adverb", code="", words=" | ".join(_ADVERBS),
        pattern=rf"[{''.join(_ADVERBS)}](?=[{''.join(_ADVERBS)}]*(?:{_VERBS}))", read=lambda m: "adverb",
    ),
    Construction(id="zh.subjects.topic-comment", step="topic-comment"),
    Construction(id="zh.subjects.carry", step="carry"),
    Construction(id="zh.subjects.other-topic", step="other-topic"),
    Construction(id="zh.subjects.unknown-names", step="unknown-names"),
    Construction(id="zh.subjects.indices-of-a-market", step="indices-of-a-market"),
)  # fmt: skip
