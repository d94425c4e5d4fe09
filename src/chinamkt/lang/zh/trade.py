"""Trade policy in Chinese: the words for its acts, for how far they have come, for whom they bind, and the figures and days in them.

All words are simplified, since the folded view is; what only Taiwan or Hong Kong writes stands beside the mainland's word.
Like the English ones, these rules are compiled by :mod:`chinamkt.claims.trade` alone.
"""

from __future__ import annotations

import re

from chinamkt.errors import InvalidValue
from chinamkt.expressions import expression
from chinamkt.lang.zh.numbers import han_number
from chinamkt.model.dates import PartialDate
from chinamkt.model.facts import EventKind
from chinamkt.rules import trade as k
from chinamkt.rules.rule import Cue, Phrase
from chinamkt.rules.trade import Act

__all__ = ["RULES", "TRADE_RULES"]

RULES = ()

_NUMBER = r"\d+(?:\.\d+)?"
_DAY = r"(?:(?P<year>(?:19|20)\d\d|今|去|明) ?年(?:的)?)? ?(?P<month>\d{1,2}) ?月(?:份)?(?: ?(?P<day>\d{1,2}) ?(?:日|号))?"
#: What tells that a day is the first of a term; a word of effect is left to its own rule.
_BEHIND = r"(?:(?P<behind>起|开始|以来)|(?=(?P<effect>正式生效|生效|实施|起征)))?"
_HAN = "一二三四五六七八九十"
_HAN_DAY = rf"(?:(?P<year>[一二][〇○零{_HAN[:9]}]{{3}}|今|去|明)年)?(?P<month>十[一二]?|[{_HAN[:9]}])月(?:份)?(?:(?P<day>三十一?|二?十[{_HAN[:9]}]?|[{_HAN[:9]}])(?:日|号))?"
#: What tells that a day without its month is one, rather than a stretch of days.
_OF_MONTH = r"(?:(?<=当地时间\d日)|(?<=当地时间\d\d日)|(?=[,，、）)]|宣布|发布|公布|公告|表示|称|说|指|在|将|对|与|同|就|回应|举行|抵达|签署|通话|会晤|电|下午|上午|晚|凌晨|中午|午|裁定|决定|致|报道|报导|警告|也|又|再|启程|赴|结束|达成|提起|以|向|由|据)|(?<=[自从由]\d日)|(?<=[自从由]\d\d日)|(?<=[自从由][一二三四五六七八九十]日)|(?<=[自从由][一二三四五六七八九十]{2}日))"
_HAN_TAIL = expression(r"[零一二两三四五六七八九十百千万点]*$")
#: Where talks are held; behind such a city the text may go on to name the building.
_CITIES = "釜山|首尔|庆州|日内瓦|伦敦|斯德哥尔摩|马德里|吉隆坡|巴黎|大阪|东京|布宜诺斯艾利斯|上海|深圳|北京|华盛顿|纽约|达沃斯|曼谷|河内|布鲁塞尔|柏林|新德里|海牙|利马|旧金山|安克雷奇|日内瓦湖"
_YEARS = {"去": -1, "今": 0, "明": 1}
_WEEKDAYS = "一二三四五六日天"
_NEAR = {"今天": 0, "今日": 0, "今早": 0, "今晨": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "明天": 1, "明日": 1,
         "本月": ("month", 0), "上月": ("month", -1), "上个月": ("month", -1), "下月": ("month", 1), "下个月": ("month", 1), "去年": ("year", -1), "明年": ("year", 1)}  # fmt: skip


def _role(match: re.Match[str]) -> str:
    """Which end of a term a day is: 自…起 its first, 至 its last."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    behind = match["behind"] or ""
    if behind in ("起", "开始") or match["effect"] or before[-1:] in ("自", "从", "由"):
        return "from"
    if before[-1:] in ("至", "到") or before in ("截至", "直至"):
        return "to"
    return "since" if behind == "以来" else ""


def _date(match: re.Match[str]) -> tuple[str, object] | None:
    year, month, day = match["year"], int(match["month"]), int(match["day"]) if match["day"] else None
    try:
        date = PartialDate(int(year) if year and year.isdigit() else None, month, day)
    except InvalidValue:
        return None
    return (_role(match), ("in year", _YEARS[year], (month, day)) if year in _YEARS else date)


def _han_date(match: re.Match[str]) -> tuple[str, object] | None:
    """二〇二四年六月十七日; a year in words is four digits."""
    year, number = match["year"], han_number(match["month"])
    day = han_number(match["day"]) if match["day"] else None
    try:
        full = int(han_number(year.replace("○", "〇")) or 0) if year and year not in _YEARS else None
        date = PartialDate(full, int(number or 0), int(day) if day else None)
    except InvalidValue:
        return None
    return (_role(match), ("in year", _YEARS[year], (date.month, date.day)) if year in _YEARS else date)


def _bare_day(match: re.Match[str]) -> tuple[str, object] | None:
    """12日: of the month that the text speaks of, which is the nearest."""
    words = match["day"]
    day = int(words) if words.isdigit() else int(han_number(words) or 0)
    return (_role(match), ("bare day", 0, day)) if 1 <= day <= 31 else None


def _han_before(match: re.Match[str]) -> str:
    """The Chinese numeral right before a sign or a unit: 三千|亿美元, 十|%."""
    return _HAN_TAIL.search(match.string, max(0, match.start() - 8), match.start())[0]  # type: ignore[index]


def _tenths(match: re.Match[str]) -> tuple[str, str | None] | None:
    count = han_number(match["count"]) if not match["count"].isdigit() else int(match["count"])
    return None if not count else (str(int(count) * 10 + (5 if match["half"] else 0)), None)


def _weekday(match: re.Match[str]) -> tuple[str, object]:
    which = {"上": -1, "下": 1}.get(match["which"] or "", 0)
    return (_role(match), ("weekday", min(_WEEKDAYS.index(match["day"]), 6), which))


def _in_month(match: re.Match[str]) -> tuple[str, object]:
    return (_role(match), ("monthday", {"上": -1, "本": 0, "下": 1}[match["which"]], int(match["day"])))


def _near(match: re.Match[str]) -> tuple[str, object]:
    near = _NEAR[match["day"]]
    return (_role(match), near if isinstance(near, tuple) else ("day", near))


TRADE_RULES: tuple[Cue | Phrase, ...] = (
    # What is done.
    Cue(id="zh.trade.tariff", code=k.ACT, value=Act(EventKind.TARIFF), words="关税 | 进口关税 | 进口税 | 附加税 | 高关税 | 关税率 | 关税税率 | 报复性关税 | 对等关税 | 惩罚性关税"),
    Cue(id="zh.trade.tax", code=k.ACT, value=Act(EventKind.TARIFF, sure=False), words="税率 | 税项 | 课税"),
    Cue(id="zh.trade.anti-dumping", code=k.ACT, value=Act(EventKind.DUTY), words="反倾销税 | 反补贴税 | 临时反倾销措施 | 临时反补贴措施 | 临时反补贴税 | 双反税 | 平衡税 | 反倾销关税 | 反补贴关税 | 反倾销措施 | 反倾销保证金 | 临时反倾销税 | 反倾销和反补贴税 | 反倾销税和反补贴税 | 反倾销税及反补贴税"),
    Phrase(id="zh.trade.dumping-probe", code=k.ACT, words="反倾销调查 | 反倾销立案 | 反倾销和 | 反倾销及 | 反倾销与 | 反倾销、 | 反倾销反 | 反补贴调查 | 反补贴立案 | 反补贴和 | 反补贴及 | 双反调查 | 双反立案",
           pattern=r"(?:反倾销|反补贴|双反)(?:[和及与、]?(?:反补贴|反倾销))?(?:[（(]?[“「\"]?双反[”」\"]?[)）]?)?(?:立案)?调查", read=lambda _: Act(EventKind.PROBE, duty=True)),
    Cue(id="zh.trade.probe", code=k.ACT, value=Act(EventKind.PROBE), words="反歧视调查 | 301调查 | 232调查 | 贸易调查 | 贸易壁垒调查 | 保障措施调查 | 反规避调查 | 反垄断调查 | 337调查 | 贸易救济调查"),
    Cue(id="zh.trade.inquiry", code=k.ACT, value=Act(EventKind.PROBE, sure=False), words="类似调查 | 立案调查 | 的调查"),
    Cue(id="zh.trade.deposit", code=k.ACT, value=Act(EventKind.DUTY, sure=False), words="保证金"),
    Cue(id="zh.trade.compound", code=k.NEUTRAL, words="关税威胁 | 关税战 | 关税博弈 | 关税政策 | 关税新政 | 关税消息 | 关税忧虑 | 关税担忧 | 关税问题 | 关税法 | 关税税则 | 关税壁垒 | 关税阴霾 | 关税风险 | 关税冲击 | 关税议题 | 关税不确定性 | 关税阴影 | 关税利空 | 关税大棒 | 出口管制对话机制 | 出口管制对话 | 若干 | 现有关税基础上 | 现行关税基础上 | 关税基础上 | 适用关税税率基础上 | 关税摩擦 | 谈判余地 | 谈判空间 | 谈判筹码 | 谈判代表 | 谈判人员 | 谈判团队 | 对话框 | apec峰会 | (apec)峰会 | g20峰会 | (g20)峰会 | 二十国集团峰会 | 东盟峰会 | 亚太经合组织峰会 | apec领导人峰会 | (g20)领导人峰会 | 世贸组织规则 | 世界贸易组织规则 | 世贸规则 | wto规则 | 世贸组织成员 | 世界贸易组织成员"),
    Cue(id="zh.trade.ruling", code=k.RELATIVE, words="反倾销调查终裁 | 反倾销调查初裁 | 反倾销调查的最终裁定 | 反倾销调查的初步裁定 | 反补贴调查终裁 | 反补贴调查初裁 | 反补贴调查的最终裁定"),
    Cue(id="zh.trade.dispute", code=k.ACT, value=Act(EventKind.DISPUTE), words="世贸组织 | 世界贸易组织 | wto | 世贸 | 争端解决机制 | 世贸争端 | 世贸组织争端解决机制"),
    Cue(id="zh.trade.export-control", code=k.ACT, value=Act(EventKind.EXPORT_CONTROL), words="出口管制 | 出口限制 | 出口禁令 | 出口管制清单 | 限制出口 | 禁止出口 | 禁止向 | 管制出口 | 出口管控 | 停止出口 | 禁售令 | 实施出口许可 | 需要出口许可 | 需申请出口许可 | 出口许可管理"),
    Cue(id="zh.trade.approval", code=k.ACT, value=Act(EventKind.EXPORT_APPROVAL, does=True), words="批准出口 | 出口许可证 | 出口许可 | 恢复出口 | 恢复供应 | 放行出口 | 批准了出口 | 出口申请"),
    Cue(id="zh.trade.sanction", code=k.ACT, value=Act(EventKind.SANCTION), words="实体清单 | 出口管制实体清单 | 不可靠实体清单 | 实施制裁 | 制裁措施 | 宣布制裁 | 解除制裁 | 取消制裁 | 施加制裁 | 黑名单 | 禁止进口 | 进口禁令 | 禁运 | 未核实清单 | 制裁名单"),
    Phrase(id="zh.trade.firms-listed", code=k.ACT, words="列入 | 加入 | 纳入 | 增列至 | 新增至",
           pattern=r"(?:(?<=实体)|(?<=企业)|(?<=公司)|(?<=机构))(?:列入|加入|纳入|增列至|新增至)[^,，。;；\n]{0,12}?(?:清单|名单)[」”]?", read=lambda _: Act(EventKind.SANCTION, does=True)),
    Cue(id="zh.trade.threat", code=k.ACT, value=Act(EventKind.THREAT), words="反制措施 | 一切必要措施 | 必要措施 | 报复措施 | 采取反制 | 采取报复 | 坚决反制 | 相应措施"),
    Cue(id="zh.trade.talks", code=k.ACT, value=Act(EventKind.TALKS), words="贸易谈判 | 经贸磋商 | 贸易磋商 | 经贸会谈 | 经贸谈判 | 关税谈判 | 贸易会谈 | 经贸高层磋商 | 经贸中方牵头人会谈 | 关税磋商 | 贸易对话 | 经贸高层会谈"),
    Cue(id="zh.trade.talks-plain", code=k.ACT, value=Act(EventKind.TALKS, sure=False), words="谈判 | 磋商 | 会谈 | 对话 | 谈判桌"),
    Cue(id="zh.trade.call", code=k.ACT, value=Act(EventKind.CALL, sure=False), words="通话 | 通电话 | 电话会谈 | 视频通话 | 通了电话 | 热线 | 视讯通话"),
    Cue(id="zh.trade.meeting", code=k.ACT, value=Act(EventKind.MEETING, sure=False), words="会晤 | 会面 | 峰会 | 会见 | 见面 | 晚宴 | 共进晚餐 | 共进午餐 | 工作晚餐"),
    Cue(id="zh.trade.truce", code=k.ACT, value=Act(EventKind.TRUCE), words="贸易休战 | 关税休战 | 休战协议 | 贸易战休战 | 关税暂停期 | 关税暂缓期 | 贸易停火 | 关税战停火 | 贸易战停火 | 关税休兵 | 贸易休兵 | 暂停期"),
    Cue(id="zh.trade.truce-plain", code=k.ACT, value=Act(EventKind.TRUCE, sure=False), words="休战 | 停火 | 休兵 | 停战 | 暂缓互相加征关税 | 暂停互相加征关税 | 暂停相互加征关税 | 暂缓相互加征关税 | 暂缓期 | 休战期 | 宽限期 | 暂停安排"),
    Cue(id="zh.trade.deal", code=k.ACT, value=Act(EventKind.DEAL), words="贸易协议 | 贸易协定 | 首阶段协议 | 第一阶段协议 | 第一阶段贸易协议 | 首阶段贸易协议 | 框架协议 | 经贸协议 | 投资协定 | 自贸协定 | 自由贸易协定 | 首阶段经贸协议 | 第一阶段经贸协议 | 关税协议 | 自由贸易协议 | 投资协议"),
    Cue(id="zh.trade.gate", code=k.GATE, words="反倾销 | 反补贴 | 双反"),
    # How far it has come.
    Cue(id="zh.trade.future", code=k.STATUS, value="future", words="将 | 亦会 | 也会 | 提议 | 建议 | 拟 | 计划 | 打算 | 准备 | 料将 | 有意 | 将于 | 将会 | 欲 | 寻求 | 研拟 | 将要 | 定于 | 将在 | 预计 | 拟议 | 着手"),
    Cue(id="zh.trade.announced", code=k.STATUS, value="announce", words="宣布 | 公布 | 发布 | 宣告 | 公告 | 下令 | 签令 | 签署行政命令 | 发布公告 | 拍板"),
    Cue(id="zh.trade.threatened", code=k.STATUS, value="threat", words="威胁 | 扬言 | 警告 | 考虑 | 可能 | 或将 | 誓言 | 不排除 | 要胁 | 恐将 | 或对 | 声言"),
    Cue(id="zh.trade.if", code=k.STATUS, value="if", words="若 | 如果 | 一旦 | 倘若 | 假如 | 如若"),
    Cue(id="zh.trade.suspended", code=k.STATUS, value="pause", words="暂停 | 将不会 | 不会像 | 推迟 | 延后 | 暂缓 | 搁置 | 延期 | 暂不 | 中止 | 停止加征 | 押后 | 豁免 | 暂停加征 | 暂停实施 | 暂不加征 | 延缓"),
    Cue(id="zh.trade.lifted", code=k.STATUS, value="lift", words="取消 | 撤销 | 解除 | 撤回 | 废除 | 移除 | 终止 | 放宽 | 撤消 | 移出 | 废止 | 不再"),
    Cue(id="zh.trade.kept", code=k.STATUS, value="keep", words="维持 | 保持 | 仍 | 继续 | 现行 | 仍为 | 保留 | 依旧 | 目前 | 现时 | 已对 | 已将 | 已课征 | 已征收 | 已加征 | 已经征收 | 已经加征"),
    Cue(id="zh.trade.urged", code=k.STATUS, value="urge", words="要求 | 敦促 | 呼吁 | 促请"),
    Cue(id="zh.trade.effect", code=k.STATUS, value="effect", words="生效 | 实施 | 正式实施 | 起征 | 执行 | 上路 | 开征 | 正式生效 | 起生效 | 起实施"),
    Cue(id="zh.trade.done", code=k.STATUS, value="do", words="发起 | 启动 | 立案 | 提起 | 提出 | 出台 | 采取 | 列入 | 纳入 | 诉诸 | 提交 | 展开 | 加入 | 起诉 | 申诉 | 收紧 | 扩大 | 批准 | 颁发 | 发放"),
    Cue(id="zh.trade.decided", code=k.STATUS, value="decided", words="决定 | 决定自"),
    Cue(id="zh.trade.found", code=k.STATUS, value="finds", words="裁定 | 认定 | 初步认定 | 初步裁定 | 指控 | 指责"),
    Phrase(id="zh.trade.points-at", code=k.STATUS, words="指", pattern="(?<![恒科沪深道纳期股])指(?=[澳美欧中加日韩英印俄越墨巴台这其])", read=lambda _: "finds"),
    Cue(id="zh.trade.levied", code=k.STATUS, value="levy", words="征收 | 加征 | 课征 | 课 | 课以 | 征 | 收取 | 祭出 | 课收 | 实行"),
    Cue(id="zh.trade.raised", code=k.STATUS, value="raise", words="提高 | 上调 | 调高 | 提升 | 大涨 | 涨 | 升 | 下调 | 调降 | 削减 | 降低 | 加码 | 调升 | 增 | 上升 | 降 | 减 | 降幅 | 拉高 | 砍 | 下降 | 增加 | 调整 | 减半"),
    Cue(id="zh.trade.reported", code=k.STATUS, value="report", words="知情人士 | 消息人士 | 据报 | 消息称 | 据悉 | 有报道指 | 传出 | 据传 | 报导称 | 报道称 | 引述消息"),
    Cue(id="zh.trade.held", code=k.STATUS, value="hold", words="举行 | 举办 | 结束 | 完成 | 召开 | 进行了 | 落幕 | 举行了 | 会见了"),
    Cue(id="zh.trade.under-way", code=k.STATUS, value="under_way", words="正在 | 开始 | 恢复 | 重启 | 持续 | 进行中 | 展开了 | 进入第 | 审核 | 审批"),
    Cue(id="zh.trade.scheduled", code=k.STATUS, value="await", words="等待 | 前夕 | 即将 | 登场 | 前往 | 抵达 | 赴 | 出席 | 飞往 | 率团 | 静待 | 聚焦 | 关注 | 开锣 | 料于"),
    Cue(id="zh.trade.agreed", code=k.STATUS, value="bind", words="达成 | 签署 | 签订 | 同意 | 商定 | 延长 | 敲定 | 谈妥 | 签 | 再延长 | 达成了 | 同意延长 | 续延"),
    # Who and whom.
    Cue(id="zh.trade.pair", code=k.PAIR, words="中美 | 美中 | 中欧 | 欧中 | 美欧 | 欧美 | 中澳 | 中日 | 日美 | 美日 | 中印 | 中韩 | 中英 | 中俄 | 美墨 | 美加 | 美韩 | 韩美 | 美印 | 中墨 | 加墨 | 墨加 | 中德 | 中法 | 陆美 | 英美 | 美英"),
    Cue(id="zh.trade.object-forms", code=k.FORMS, words="对{} | 自{} | 输{}"),
    Cue(id="zh.trade.each", code=k.EACH, words="分别 | 各自"),
    Cue(id="zh.trade.both", code=k.BOTH, words="双方 | 两国 | 两国元首 | 两国领导人 | 两国领袖 | 双边 | 两大经济体 | 两强"),
    Cue(id="zh.trade.leader", code=k.ACTOR, value="leader", words="总统 | 元首 | 领导人 | 领袖 | 国家主席 | 主席 | 总理 | 首相 | 首脑"),
    Cue(id="zh.trade.actor", code=k.ACTOR, words="副总理 | 财长 | 财政部长 | 商务部长 | 商务部 | 政府 | 官员 | 贸易代表 | 外交部 | 代表团 | 当局 | 部长 | 发言人"),
    Cue(id="zh.trade.goods", code=k.GOODS, words="国家 | 各国 | 商品 | 产品 | 货品 | 货 | 实体 | 货物 | 制电动车 | 电动车 | 电动汽车 | 钢材 | 钢铁 | 铝材 | 铝 | 大豆 | 大麦 | 葡萄酒 | 白兰地 | 猪肉 | 农产品 | 企业 | 公司 | 石油 | 能源 | 汽车 | 晶片 | 芯片 | 半导体 | 进口商品 | 进口产品 | 进口货 | 油菜籽"),
    Cue(id="zh.trade.kind-of", code=k.KIND_OF, words="额外 | 新 | 附加 | 高额 | 临时 | 最终 | 全面 | 的 | 合计 | 平均 | 最高 | 高达 | 约 | 达 | 新一轮 | 共 | 再 | 另 | 进口 | 税率的 | 一律 | 最高达"),
    Cue(id="zh.trade.retaliation", code=k.RETALIATION, words="反制 | 应对 | 报复 | 回应 | 反击 | 还击 | 报复性 | 回敬 | 跟进 | 同等"),
    Cue(id="zh.trade.faced", code=k.FACE, words="面临 | 面对 | 被加征 | 被征收 | 被课 | 被课征 | 遭加征 | 遭课 | 适用"),
    Cue(id="zh.trade.hope", code=k.HOPE, words="希望 | 憧憬 | 期望 | 忧虑 | 担忧 | 担心 | 预期 | 乐观 | 有望 | 疑虑 | 寄望 | 期盼 | 期待 | 会否 | 能否 | 未有取消"),
    Cue(id="zh.trade.block", code=k.BLOCK, value="talks", words="核谈 | 核协议 | 和谈 | 人质 | 纾困 | 并购 | 收购 | 加沙 | 加萨 | 导弹 | 飞弹 | 停火谈判 | 刺激方案 | 债务上限 | 俄乌 | 军事会谈"),
    Cue(id="zh.trade.other-rate", code=k.BLOCK, value="rates", words="利率 | 存款 | 贷款 | 准备金 | 通胀 | 通膨 | 失业率 | 印花税 | 所得税 | 增值税 | 消费税 | 市占率 | 股息 | 收益率 | 殖利率"),
    Cue(id="zh.trade.speech", code=k.SPEECH, words="发布消息 | 表示 | 称 | 指出 | 强调 | 说 | 报道 | 报导 | 透露 | 电"),
    # How the sentence hangs together.
    Cue(id="zh.trade.on", code=k.ON, words="对 | 向 | 针对 | 把 | 对于 | 就"),
    Cue(id="zh.trade.from", code=k.FROM, words="从 | 来自 | 由 | 原产于 | 源自 | 产自"),
    Cue(id="zh.trade.to", code=k.TO, words="至 | 到 | 达到 | 至约"),
    Cue(id="zh.trade.copula", code=k.RELATIVE, words="为 | 是 | 暂为 | 改为 | 分别为 | 则为"),
    Cue(id="zh.trade.with", code=k.WITH, words="与 | 同 | 跟"),
    Cue(id="zh.trade.at", code=k.AT, words="在 | 于"),
    Cue(id="zh.trade.and", code=k.AND, words="和 | 及 | 以及 | 并 | 、"),
    Cue(id="zh.trade.back", code=k.BACK, words="较 | 相较 | 低于 | 高于 | 远低于"),
    Cue(id="zh.trade.reason", code=k.BREAK, value="aside", words="鉴于 | 由于 | 为了 | 为报复 | 为反制 | 为回应"),
    Cue(id="zh.trade.break", code=k.BREAK, words="但 | 后，| 后, | 不过 | 因此 | 随着 | 之后 | 此前 | 而 | 影响"),
    # Figures, days and places.
    Phrase(id="zh.trade.rate", code=k.RATE, words="#", pattern=rf"(?P<value>{_NUMBER})%?(?:(?:至|到|-|~)(?P<upper>{_NUMBER}))?%", read=lambda m: (m["value"], m["upper"])),
    Phrase(id="zh.trade.tenths", code=k.RATE, words="一成 | 两成 | 二成 | 三成 | 四成 | 五成 | 六成 | 七成 | 八成 | 九成 | #", pattern=rf"(?P<count>[{_HAN[:9]}两]|[1-9])成(?P<half>半)?(?=关税|的|税|,|，|。|;|；|、|及|和|至|反|附|惩)", read=_tenths),
    Phrase(id="zh.trade.han-percent", code=k.RATE, words="%", pattern="%", read=lambda m: None if not (words := _han_before(m)) else (str(han_number(words)), None)),
    Phrase(id="zh.trade.han-money", code=k.MONEY, words="亿美元 | 亿美金 | 亿欧元 | 亿加元 | 兆美元", pattern="亿美元|亿美金|亿欧元|亿加元|兆美元", read=lambda m: f"{words}{m[0]}" if (words := _han_before(m)) else None),
    Phrase(id="zh.trade.hundredths", code=k.RATE, words="百分之", pattern=r"百分之(?P<number>[零一二两三四五六七八九十百点\d.]+)",
           read=lambda m: None if (value := han_number(m["number"])) is None else (str(value), None)),
    Phrase(id="zh.trade.money", code=k.MONEY, words="#", pattern=r"\d[\d,.]* ?(?:多|余)?(?:万|亿|兆|千)*(?:多|余)?(?:美元|欧元|人民币|美金|加元|澳元|日元|英镑|港元|韩元|卢比|元)", read=lambda m: m[0]),
    Phrase(id="zh.trade.date", code=k.DATE, words="# | 今年 | 去年 | 明年", pattern=rf"{_DAY}(?:底|初|中旬|上旬|下旬|末)?{_BEHIND}", read=_date),
    Phrase(id="zh.trade.han-date", code=k.DATE, words="一月 | 二月 | 三月 | 四月 | 五月 | 六月 | 七月 | 八月 | 九月 | 十月 | 十一月 | 十二月 | 二〇 | 二○ | 二零 | 今年 | 去年 | 明年",
           pattern=rf"{_HAN_DAY}(?:底|初|中旬|上旬|下旬|末)?{_BEHIND}", read=_han_date),
    Phrase(id="zh.trade.year", code=k.DATE, words="#", pattern=r"(?P<year>20\d\d)年(?!\d|底前)(?:起|初|底)?(?=(?P<effect>正式生效|生效|实施|起征))(?P<behind>)", read=lambda m: (_role(m), PartialDate(int(m["year"])))),
    Phrase(id="zh.trade.bare-day", code=k.DATE, words="#", pattern=rf"(?P<day>[12]?\d|3[01]) ?(?:日|号)(?:(?P<behind>起|开始)|(?=(?P<effect>正式生效|生效|实施|起征))|{_OF_MONTH})", read=_bare_day),
    Phrase(id="zh.trade.weekday", code=k.DATE, words="周 | 星期 | 礼拜 | 上周 | 下周 | 本周 | 上星期 | 下星期", pattern=rf"(?P<which>上|下|本)?(?:周|星期|礼拜)(?P<day>[{_WEEKDAYS}]){_BEHIND}", read=_weekday),
    Phrase(id="zh.trade.near-day", code=k.DATE, words=" | ".join(_NEAR), pattern=rf"(?P<day>{'|'.join(sorted(_NEAR, key=len, reverse=True))}){_BEHIND}(?!\d)", read=_near),
    Phrase(id="zh.trade.day-of-month", code=k.DATE, words="本月 | 下月 | 上月 | 下个月 | 上个月", pattern=rf"(?P<which>本|下|上)个?月(?P<day>\d{{1,2}})(?:日|号){_BEHIND}", read=_in_month),
    Cue(id="zh.trade.at-once", code=k.DATE, value=("now", ("day", 0)), words="即时生效 | 立即生效 | 即日起 | 即日生效 | 立即实施"),
    Cue(id="zh.trade.same-day", code=k.DATE, value=("", "same"), words="同日 | 同一天 | 数小时后 | 同天"),
    Phrase(id="zh.trade.place", code=k.PLACE, words="在 | 于 | 赴 | 抵达 | 前往 | 飞往 | 率团到", pattern=rf"(?:(?:在|于)(?:[一-鿿]{{2,3}}首都|[一-鿿]{{2}})?(?P<city>{_CITIES})|(?:在|于)(?:[一-鿿]{{2,3}}首都)?(?P<place>[一-鿿]{{2,7}}?)(?=举行|举办|召开|会谈|会晤|会面|展开|进行|开始|启动|与|同|达成|签署|重启|一连|连续|见面|磋商|谈判)|(?:赴|抵达|前往|飞往|率团到)(?P<goal>[一-鿿]{{2,4}}?)(?=[,，]|与|同|出席|参加|进行|会|举行|展开|磋商|谈判|签署))", read=lambda m: m["city"] or m["place"] or m["goal"]),
)  # fmt: skip
