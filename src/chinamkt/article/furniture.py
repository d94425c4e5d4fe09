"""What stands on a page and belongs to no article: navigation, adverts, share counts, disclaimers, server warnings.

The cues are those of kinds of pages. A line is looked up by its first six letters, so that a line of prose costs one
look-up; only a line that passes is compared with the cues that begin so.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from chinamkt.expressions import expression

__all__ = ["AGE", "HOT", "HOT_HAN", "Furniture", "credited", "furniture"]


class Furniture(Enum):
    """What a line of furniture means for the lines behind it."""

    LINE = "this line alone"
    TAIL = "this line and, once an article's text has stood, everything below"
    RELATED = "other articles follow"


#: Whole lines (lower case, without closing punctuation).
_LINES: Final = """
advertisement|advertisements|sponsored|logo|share|share this|share this article|share icon|print|email|e-mail|
twitter|facebook|whatsapp|linkedin|telegram|copy link|send to a friend|show menu|menu|search|home|home>>|synopsis|
loading|loading chart|sign in|log in|login|register|subscribe|subscribe now|sign up|newsletter|newsletters|
sign in to post a comment|be the first to rate this story|be the first to comment|no comments yet|orange background|
text size|[ad_1]|[ad_2]|also read|read more|read also|read full story|see also|continue reading|load more|show more|
back to top|who writes here|have this article read to you|listen to this article|get started|learn more|follow us|
the gist|key points|key takeaways|in short|enditem|end|ends|published date|latest bulletins|file photo|stock picture|
getty images|important|skip to content|print this article|save|save article|bookmark|font size|most read|trending|
trending now|editor's picks|editors' picks|recommended|cookies|accept|accept all|privacy policy|terms of use|
terms of service|about us|contact us|contact|all rights reserved|(end)|-end-|cover story|opinion|分享|广告|更多|关注|下载|(完)|
完|我们的标准|
"""

#: How lines of furniture begin.
_BEGINNINGS: Final = """
write to |also read:|read more:|read also:|see also:|related:|more: |watch:|listen:|(also read|sign in to |sign up |
subscribe to|subscribe for |subscribe now|log in to |get the app|get the e-paper|download the |download our |
get started now|for more on this story|for more stories|tap to |tap twice|click here|click to |follow us|join us |
explore what |try our |be the first to|have this article |this article was |this story was |this story has |
this item is part of |(end) |- ends -|copyright |(c) 20|all rights|you are in:|home >|home> |markets>|tune in to |
maximize your |maximise your |leverage the |monitor your |published date|notice: undefined|notice: trying|
deprecated: |warning: mysql|warning: include|warning: cannot|warning: undefined|fatal error:|parse error:|
please enable |your browser |we use cookies|this site uses |by using this |accept cookies|interested in more|
stay tuned |stay up to date|original url|(further figures|(more to follow|keywords:|tags: |filed under|latest on |
start your free |http://|https://|(reporting by|(editing by|(writing by|(compiled by|相关阅读|相关新闻|原始网址|
原文连结|原文链接|电子邮件|电邮|编译 |编辑:|责任编辑|(编辑|(责任编辑|来源:|资料来源:|我们的标准:|版权所有|点击查看|
点击下载|扫码|更多精彩|更多新闻|
"""

#: What closes an article's text: comments, legal notes, the site's own offers; whole lines.
_TAILS: Final = """
hashtags|comments|comment|latest comments|comments are closed|what's your reaction|disclosure|disclosures|
about the author|about us|terms and conditions|download the app|try our ai features|source|sources|
"""

#: How the lines begin that close an article's text.
_TAIL_BEGINNINGS: Final = """
comments (|leave a comment|leave a reply|post a comment|comments are closed|important notice|disclaimer|disclosure:|
risk warning|risk disclosure|general risk warning|legal notice|more from |should you invest $|风险提示|免责声明|
获取更多|
"""

#: What opens a list of other articles.
_RELATED: Final = """
related articles|related article|related stories|related news|related posts|related reading|related|latest news|
more news|more stories|more headlines|other headlines|top stories|other stories|also on the wire|in other news|
you may also like|you might also like|recommended articles|recommended for you|recommended reading|read next|up next|
further reading|what to read next|延伸阅读|相关报导|相关文章|推荐阅读|
"""


def _cues(table: str) -> tuple[str, ...]:
    # A cue ends at its bar, blanks included.
    return tuple(cue.lstrip("\n") for cue in table.split("|") if cue != "\n")


_SKIP: Final = frozenset(_cues(_LINES))
_STARTS: Final = _cues(_BEGINNINGS)
_CLOSING: Final = frozenset(_cues(_TAILS))
_CLOSING_STARTS: Final = _cues(_TAIL_BEGINNINGS)
_OPENING: Final = frozenset(_cues(_RELATED))
_ALL: Final = (*_SKIP, *_STARTS, *_CLOSING, *_CLOSING_STARTS, *_OPENING)
#: The first letters of all cues, six of them: what is compared with a line's beginning must not be shorter.
HOT: Final = frozenset(cue[:6] for cue in _ALL)
HOT_HAN: Final = frozenset(cue[:2] for cue in _ALL if not cue.isascii())

#: No line of furniture that is told by its beginning is longer; legal notes and tails may be.
_LONGEST: Final = 240

#: "an hour ago", "time8 hours ago", "a day ago", "12 minutes ago", "3小时前".
AGE: Final = expression(
    r"(?:time|updated|published)?\s*(?:an?|[0-9]{1,3})\s?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago"
    r"|[0-9]{1,3}\s?(?:分钟|小时|天)前",
    re.IGNORECASE,
)

#: Counts, reading times, leftovers of scripts, rules, lone codes and addresses.
_NOISE: Final = expression(
    r"\u00a9.{0,80}|[0-9,]{1,8}(?: ?(?:comments?|shares?|views?|likes?))?|(?:comments?|shares?|views?|likes?) ?\([0-9,]{1,8}\)"
    r"|[0-9]{1,3} ?mins? read|[\W_]*|\W{0,3}\);.{0,40}|.{0,40}jQuery\(.{0,60}|https?://\S+|\S+@\S+\.\w+|<[^<>]*>|[0-9]+ ?[KkMm]?",
    re.IGNORECASE,
)

#: How a picture's caption ends, or what credits it.
_CREDIT: Final = expression(
    r"\b(?:file|stock|agency|handout|undated) (?:photo|picture|image|pool)\b(?:, undated)?\W*(?:$|\w+$)|\(photo\b|/file photo$"
    r"|\b(?:photo|image|picture|photograph)s?(?: credit| source)?: (?-i:[A-Z@])|\bgetty images\b|\bagency pool\W*$"
    r"|(?:图|照)片\W*$",
    re.IGNORECASE,
)
_LONGEST_CAPTION: Final = 250


def credited(words: str) -> bool:
    """Tell whether a line is the caption of a picture by the credit that it carries.

    >>> credited("A trader in Hong Kong. (File photo)"), credited("The data painted a mixed picture: exports fell.")
    (True, False)
    """
    # Written out, since nearly every short line of prose comes by here.
    if not ("hoto" in words or "icture" in words or "mage" in words or "pool" in words or "片" in words or "HOTO" in words):
        return False
    return len(words) <= _LONGEST_CAPTION and _CREDIT.search(words) is not None


def furniture(words: str) -> Furniture | None:
    """Tell whether a line is furniture; ``None`` for what may be an article's.

    :param words: a line or a paragraph of the folded view, without the blanks around it.

    >>> furniture("Related Articles"), furniture("ADVERTISEMENT"), furniture("3 Min Read")
    (<Furniture.RELATED: 'other articles follow'>, <Furniture.LINE: 'this line alone'>, <Furniture.LINE: 'this line alone'>)
    >>> furniture("Share prices rose 3% in Hong Kong.") is None
    True
    """
    size = len(words)
    if size <= 12 or words[:6].lower() in HOT or words[:2] in HOT_HAN:
        low = words.lower()
        bare = low.rstrip(" :.\u2026?!>")
        if bare in _OPENING:
            return Furniture.RELATED
        if bare in _SKIP:
            return Furniture.LINE
        if bare in _CLOSING or low.startswith(_CLOSING_STARTS):
            return Furniture.TAIL
        if size <= _LONGEST and low.startswith(_STARTS):
            return Furniture.LINE
    if size <= 80 and (not words[0].isalpha() or size <= 16) and _NOISE.fullmatch(words):
        return Furniture.LINE
    return None
