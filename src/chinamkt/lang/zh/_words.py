"""What stands between two mentions: punctuation, and stretches of characters that no rule knows."""

from __future__ import annotations

import re

from chinamkt.expressions import expression
from chinamkt.rules import kinds as k
from chinamkt.rules.token import Token

__all__ = ["LISTING", "SENTENCE_END", "words_between"]

# (00700), (700), (00700.HK), (XPEV.N), (688331.SH), (沪:601899), (HK:700): blanks stand where markup was
_EXCHANGE = r"[A-Za-z]{2,6}(?=\s?[:\-\d])|[沪深港京]股?|上海|深圳|香港|北京|纽约|纳斯达克|美股|[ABH]股"
_CODE = r"[A-Z]{1,5}(?:[.\-][A-Z]{1,3})?|\d{3,6}(?:\s?[.\-]\s?[A-Za-z]{1,2})?"
LISTING = expression(
    rf"[(\[【]\s*(?:(?P<exchange>{_EXCHANGE})\s?[:\-]?\s?)?(?P<code>{_CODE})(?:-(?:SW|W|S|B|R|P|WR|BW))?"
    rf"(?P<more>(?:\s?[;,，、/]\s?(?:(?:{_EXCHANGE})\s?[:\-]?\s?)?(?:{_CODE}))+)?\s*[)\]】]"
)
SENTENCE_END = re.compile(r"(?P<sure>[。！？!?】]+[」』\"')]*)")  # a group: no match needs a closer look

_PIECE = expression(
    r"(?P<code>(?<![A-Za-z0-9])\d{4,6}\.(?:HK|SH|SZ|SS|BJ)(?![A-Za-z]))|(?P<and>[、/])|(?P<comma>[，,…]|(?<=[\u3400-\u9fff%)])\s+(?=[\u3400-\u9fff]))"
    r"|(?P<semi>;)|(?P<colon>:)|(?P<open>[(\[【])|(?P<close>[)\]】])|(?P<dash>[-~—〜]+)|(?P<han>[\u3400-\u9fff]+)|(?P<word>[^\W\d_]+)"
)
_PUNCTUATION = {
    "and": k.AND,
    "comma": k.COMMA,
    "semi": k.SEMICOLON,
    "colon": k.COLON,
    "open": k.OPENB,
    "close": k.CLOSEB,
    "dash": "-",
}

# words that act on the name behind them
_GOVERNS = (
    "受", "因", "获", "被", "由", "随", "向", "对", "遭", "把", "给", "让", "据", "于", "在", "从", "收购", "入股", "增持", "减持", "买入", "卖出", "持有", "加仓", "领先", "跟随", "憧憬",
    "关注", "等待", "跑赢", "跑输", "不敌", "承接", "追随", "抵销", "摘下", "占", "挑战", "参考", "距离", "扭转",
)  # fmt: skip
# words that move the name behind them
_CAUSES = (
    "令",
    "使",
    "助",
    "致",
    "拖累",
    "带动",
    "推动",
    "支撑",
    "利好",
    "刺激",
    "提振",
    "激励",
    "催化",
    "拖低",
    "推升",
    "带领",
    "触发",
    "引发",
)
_CAUSED = expression("|".join(word for word in _CAUSES if len(word) > 1))
_HAN = expression("[\u3400-\u9fff]")
_CLAUSE_END = expression("[\u3400-\u9fff%)」』】0-9]")
# a name, a noun: neither begins nor ends like these
_NOT_FIRST = frozenset(
    "受因在随由被但并而且又亦也则再仍均都更便就将已曾于从自与和及对按据经至到其该同跟较比为是有以令使让当若如即虽惟唯还却竟才刚正不无未没后前上下内中外个这那此各每多少一逐另所之的地得了着过"
)
_REMARKS = ("来看", "来说", "来讲", "而言", "计算", "统计", "为例")  # "seen over the week"
_NOT_LAST = frozenset(
    "后下前时中内间来度者并而且又亦也则再仍均都更便就将已曾于从与和及对至到较比为是有以令使让当若如即虽的地得了着过里上外面月日年期称指表示呈现"
)
# what is the name's own: "the index's run", not "the funds of"
_OWN = frozenset(
    (
        "走势",
        "表现",
        "股价",
        "涨势",
        "升势",
        "跌势",
        "走向",
        "价格",
        "收市价",
        "收盘价",
        "成交",
        "每股",
        "点位",
        "指数",
        "最新",
        "单日",
        "全日",
        "累计",
        "整体",
        "汇价",
        "行情",
        "短线",
        "市况",
    )
)

# what is counted, charged, made or owed, not the share: "China's oil consumption"
_MEASURED = (
    "需求", "量", "人数", "家数", "次数", "人次", "租金", "支出", "费", "费用", "成本", "产能", "业务", "批发价", "零售价", "票价", "售价", "均价", "单价", "造价", "呎价",
    "率", "员工", "客户", "用户", "会员", "客", "客流", "观众", "产值", "面积", "债", "债券", "票据", "系列", "车型", "产品", "品牌",
)  # fmt: skip
#: A line as long as this is broken for its length, not where a clause ends.
_WRAPPED = 36
# how shares are traded while they move
_VOLUME = ("放量", "缩量", "带量", "巨量", "爆量")


def words_between(view: str, lower: str, a: int, b: int, start: int) -> list[Token]:
    """The tokens of ``view[a:b]``; a stretch that may be somebody's name is told from mere words."""
    if b - a == 1 and view[a] == "，":
        return [Token(a, b, k.COMMA)]
    if b - a == 1 and view[a] == " ":  # between two clauses of a headline
        return [Token(a, b, k.COMMA)] if _CLAUSE_END.match(view, a - 1) and _HAN.match(view, b) else []
    out: list[Token] = []
    for found in _PIECE.finditer(view, a, b):
        kind, (begin, end) = found.lastgroup, found.span()
        if kind == "han":
            moved = _CAUSED.match(view, begin, end)
            if moved is not None and moved.end() < end:  # "drove the chip sector"
                out.append(Token(begin, moved.end(), k.WORDS, "causes"))
                begin = moved.end()
            out.append(_stretch(view[begin:end], begin, end))
        elif kind == "word":
            owned = bool(out) and out[-1].value == "of" and out[-1].end == begin
            out.append(Token(begin, end, k.WORDS, "other" if owned else None))
        elif kind == "comma" and found.group() == "\n" and begin - view.rfind("\n", 0, begin) > _WRAPPED:
            continue  # a line broken for its length
        elif kind == "code":
            out.append(Token(begin, end, k.LISTING, (None, found.group())))
        else:
            out.append(Token(begin, end, _PUNCTUATION[str(kind)]))
    if view[b - 1] == " " and _CLAUSE_END.match(view, b - 2) and _HAN.match(view, b):
        out.append(Token(b - 1, b, k.COMMA))
    return out


def _stretch(words: str, begin: int, end: int) -> Token:
    if (words.endswith(_MEASURED) and not words.endswith(_VOLUME)) or "说" in words[1:-1]:
        return Token(begin, end, k.WORDS, "measured")
    if words.endswith(_GOVERNS):
        return Token(begin, end, k.WORDS, "governs")
    if words.endswith(_CAUSES) or words == "累":
        return Token(begin, end, k.WORDS, "causes")
    if words.endswith(_REMARKS):
        return Token(begin, end, k.WORDS)
    if words.endswith("的"):
        return Token(begin, end, k.WORDS, "of")
    head = words.rpartition("的")
    if head[1] and head[2] not in _OWN:
        return Token(begin, end, k.WORDS, "other")
    if 2 <= len(words) <= 9 and words[0] not in _NOT_FIRST and words[-1] not in _NOT_LAST:
        return Token(begin, end, k.UNKNOWN, words)
    return Token(begin, end, k.WORDS)
