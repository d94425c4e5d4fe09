"""Who published an article, where and when: bylines, datelines, agencies, and the page's own date.

A page's evidence for its date is ranked: the wire's sign-off, a stamp above the text, one below it, the closing stamp of
Taiwan's agency, the page's own link, the dateline, and last the dates of links to other articles, which settle nothing
without a weekday in the text. The links of *other* articles never outrank the page's own stamp.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from chinamkt.article.lines import Line
from chinamkt.article.stamps import Moment, closing_stamp, dated, dates_in_link, links, month_day, stamp
from chinamkt.expressions import expression
from chinamkt.model.dates import PartialDate

__all__ = ["Dateline", "Evidence", "about", "byline", "closing_agency", "dateline", "dumped_date", "published"]

#: Cities that agencies print in capitals before the first word: a company's name in capitals is none.
_CITY: Final = (
    "ABU DHABI|AMSTERDAM|ATHENS|BANGKOK|BEIJING|BENGALURU|BERLIN|BOSTON|BRUSSELS|BUENOS AIRES|CANBERRA|CHICAGO"
    "|DALIAN|DAVOS|DUBAI|DUBLIN|FRANKFURT|GENEVA|GUANGZHOU|HANGZHOU|HANOI|HONG KONG|HOUSTON|ISTANBUL|JAKARTA"
    "|JOHANNESBURG|KUALA LUMPUR|LONDON|MACAU|MADRID|MANILA|MELBOURNE|MEXICO CITY|MILAN|MOSCOW|MUMBAI|NANJING"
    "|NEW DELHI|NEW YORK|OTTAWA|PARIS|ROME|SAN FRANCISCO|SEOUL|SHANGHAI|SHENZHEN|SINGAPORE|STOCKHOLM|SYDNEY|TAIPEI"
    "|TIANJIN|TOKYO|TORONTO|VIENNA|WASHINGTON|WELLINGTON|WUHAN|ZURICH"
)
_AGENCY: Final = (
    r"(?:Reuters|Bloomberg|AFP|AP|Xinhua|Kyodo|Yonhap|IANS|ANI|PTI|EFE|DPA|dpa|CNN|CNBC|RTHK|BBC|MNI|Dow Jones|Nikkei|Caixin"
    r"|Agencies|(?:[A-Z][\w.&'-]{1,15} ){0,4}(?:News|Newswires?|Wire|Press|Agency|Business|Times|Post|Journal|Markets))"
    r"\b[^()]{0,60}"
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_CITIES: Final = rf"(?:{_CITY})(?:/(?:{_CITY})){{0,3}}"
_PLACE: Final = rf"(?:{_CITIES}|(?!{_MONTH} [0-9])[A-Z][A-Za-z.']{{1,20}}(?:[ /][A-Z][A-Za-z.']{{1,20}}){{0,3}})"
_ENGLISH: Final = expression(
    rf"(?:(?P<place>{_PLACE})(?P<comma>,)?\s{{0,3}})?"
    rf"(?P<date>{_MONTH} [0-9]{{1,2}}(?:,? (?:19|20)[0-9]{{2}})?\b)?\s{{0,3}}"
    rf"(?P<brackets>\((?P<agency>{_AGENCY}|[A-Z][^()0-9]{{1,60}}(?=\)\s{{0,3}}--?\s))\))?\s{{0,3}}"
    r"(?P<dash>--?(?=\s|$)|\u2014|:(?=\s))?"
)
_KNOWN: Final = expression(_CITIES)
_CAPITALS: Final = expression(rf"{_CITIES} (?=[A-Z\"'][a-z])")
_CHINESE: Final = expression(
    r"[(\u3008\u3010\[]?(?:(?=[0-9]{1,2}月[0-9]{1,2}日(?:电|讯|消息))|(?P<agency>格隆汇|智通财经|证券时报|每经|界面新闻|上证报|中证网|第一财经|新浪财经|华尔街见闻|凤凰网|中通社|中央社|法新社|路透社?|新华社|中新社|中新网|财联社|美联社|彭博社?|共同社|韩联社|香港电台|(?=[\u3400-\u9fff]{3,14}[0-9]{1,2}月[0-9]{1,2}日(?:电|讯))[\u3400-\u9fff]{2,8}?(?:网|社|报|台|通讯|财经|新闻))"
    r"(?:记者)?[^()\u3009\u3011\]\s，。0-9]{0,12})(?:(?P<month>[0-9]{1,2})月)?(?P<day>[0-9]{1,2})日(?:综合)?(?:外)?(?:电|讯|消息)?(?:报导|报道)?"
    r"[)\u3009\u3011\]]?\s{0,3}(?:-{1,2}(?=\s)|[:\u2014]{1,2})?"
)
_SIGNED: Final = expression(r"[(\u3010](?P<agency>[^()\u3010\u3011]{2,6})(?:讯|电)[)\u3011]")
_DUMPED: Final = expression(r"date (?P<date>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?=\s|$)\s*")
_BYLINE: Final = expression(
    r"(?:By|Written by|Reporting by|Words by)\s{1,3}[A-Z][^.!?:;]{2,80}\.?"
    r"|(?:Newsroom|Web|Wire|News) (?:[Ss]taff|[Dd]esk)\b.{0,60}"
)
_CLOSING_AGENCY: Final = expression(rf"\((?P<agency>{_AGENCY})\)$")

_LABEL: Final = expression(
    r"\b(?:published|updated|posted|modified|issued|created)\b|(?:发布|更新|发表)(?:时间|于)?", re.IGNORECASE
)
#: Lines that tell when or by whom, however they are worded.
_ABOUT: Final = expression(
    r"(?:first )?(?:published|updated|last updated|posted|modified)\b"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? [a-z]{3,9}\.? [0-9]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{1,2}-[0-9]{2}-[0-9]{2} "
    rf"|[a-z ,|@_()-]{{0,45}}\b{_MONTH} [0-9]{{1,2}},? [0-9]{{4}}\b(?=.{{0,20}}$)|[a-z]{{3,9}}\.? [0-9]{{1,2}},? [0-9]{{4}}\b"
    r"|\([a-z/ ]{2,31}\)(?: [0-9]|$)",
    re.IGNORECASE,
)
_LONGEST_ABOUT: Final = 90
_OWN_LINK: Final = expression(
    r"(?:url|link|网址|網址|连结|連結|链接|鏈接)\s{0,3}(?:</?[a-z]{1,6}>\s{0,3})*[:\uff1a]?\W{0,12}\Z", re.IGNORECASE
)
_ADDRESS: Final = expression("://")  # a pattern that begins with a rare character is found faster than a string
_MEDIA: Final = expression(r"\.(?:jpe?g|png|gif|webp|svg|mp4)\b", re.IGNORECASE)

_BRACKETED: Final = expression(r"\((0[1-9]|1[0-2])\.([0-3][0-9])\)")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY: Final = expression(rf"\b(?P<name>{'|'.join(_WEEKDAYS)})\b|(?:周|星期)(?P<han>[一二三四五六日天])")

#: "4.1% less than on Tuesday": the day before the report's own, in most reports.
_COMPARED: Final = expression(
    r"\b(?:than|from|against|with|after)(?: (?:on|that of|those of|the|last|late|early))*\s\Z", re.IGNORECASE
)

_BEFORE_STAMP: Final = re.compile(r"^https?://\S{4,80} (?=(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日 [0-9]{1,2}:)")
#: How far into a line an unlabelled stamp may stand; further in, it is a sentence's date.
_STAMP_WITHIN: Final = 45
_LONGEST_STAMP: Final = 160
#: How much of the text is asked for a weekday or a month and day.
_LEAD: Final = 900


class Dateline(NamedTuple):
    """The words before a report's first word: how long they are, and what they say."""

    size: int
    agency: str | None = None
    date: Moment | None = None
    day: int | None = None


def dateline(words: str) -> Dateline | None:
    """Read a dateline at the start of a paragraph.

    >>> dateline("HONG KONG, Nov 4 (Newswire) - Shares rose")
    Dateline(size=30, agency='Newswire', date=PartialDate(year=None, month=11, day=4), day=4)
    >>> dateline("(中央社台北9日电)港股收高"), dateline("LONDON/PARIS Miners rose")
    (Dateline(size=10, agency='中央社', date=None, day=9), Dateline(size=13, agency=None, date=None, day=None))
    >>> dateline("Tencent (0700) slid - again"), dateline("BYD - the carmaker - rose")
    (None, None)
    """
    first = words[0]
    if first >= "\u3000" or (first in "([" and words[1:2] >= "\u3000") or (first.isdigit() and "月" in words[1:3]):
        return _chinese(words)
    if not (first == "(" or "A" <= first <= "Z"):
        return None
    found = _ENGLISH.match(words)
    if found and found.end():
        agency, date, place = found["agency"], found["date"], found["place"] or ""
        known = _KNOWN.fullmatch(place.upper()) is not None
        signed = agency or date or ((place.isupper() or found["comma"]) and known)
        whole = stamp(found[0]) if agency or date else None
        if signed and (whole if found["dash"] == ":" else found["dash"]):
            return _dateline(words, found.end(), agency, whole.moment if whole else _year_less(date))
        if agency and (known or date):
            return _dateline(words, found.end("brackets"), agency, whole.moment if whole else _year_less(date))
    capitals = _CAPITALS.match(words)
    return Dateline(capitals.end()) if capitals else None


def _year_less(date: str | None) -> Moment | None:
    return month_day(date) if date else None


def _dateline(words: str, end: int, agency: str | None, date: Moment | None) -> Dateline:
    name = agency.split(" - ")[0].strip() if agency else None
    return Dateline(_past_blanks(words, end), name, date, date.day if date else None)


def _past_blanks(words: str, end: int) -> int:
    while end < len(words) and words[end] == " ":
        end += 1
    return end


def _chinese(words: str) -> Dateline | None:
    found = _CHINESE.match(words)
    if found:
        date = month_day(found[0]) if found["month"] else None
        return Dateline(_past_blanks(words, found.end()), found["agency"], date, int(found["day"]))
    found = _SIGNED.match(words)
    return Dateline(found.end(), found["agency"]) if found else None


def dumped_date(words: str) -> tuple[int, Moment] | None:
    """Read the date that some archives put before a page's first word.

    >>> dumped_date("date 2014-05-06 Hong Kong shares edged down")
    (16, PartialDate(year=2014, month=5, day=6))
    """
    found = _DUMPED.match(words)
    date = stamp(found["date"]) if found else None
    return (found.end(), date.moment) if found and date else None


def byline(words: str) -> bool:
    """Tell whether a line names who wrote the article.

    >>> byline("By Caitlin Example and Karen Sample"), byline("By noon the index had lost 2%.")
    (True, False)
    """
    return words[0] in "BWRN" and len(words) <= 100 and _BYLINE.fullmatch(words) is not None


def about(words: str) -> bool:
    """Tell whether a line says when the article was published, and nothing else.

    >>> about("Updated: 2007-05-12 08:51"), about("December 3, 2024. Compiled from agency reports.")
    (True, True)
    """
    if len(words) > _LONGEST_ABOUT or not (words[0] == "(" or dated(words, 0, len(words))):
        return False
    found = _ABOUT.match(words)
    return found is not None and len(words) - found.end() <= 50


def closing_agency(words: str) -> str | None:
    """Read the agency in brackets that closes a paragraph: "(Reuters/Xinhua)"."""
    if words[-1] != ")":
        return None
    found = _CLOSING_AGENCY.search(words, max(0, len(words) - 60))
    return found["agency"] if found else None


class Evidence(NamedTuple):
    """What :func:`published` is told about a page."""

    text: str
    view: str
    head: list[Line]
    """Lines above the first paragraph of text, in order."""
    first: Line | None
    """That paragraph."""
    last: Line | None
    """The last paragraph of the article's text."""
    tail: list[Line]
    """Lines below it that belong to no other article."""
    dateline: Dateline | None
    dumped: Moment | None
    behind: int
    """Where other articles begin, as an offset; the text's length where there are none."""


def published(page: Evidence) -> Moment | None:
    """When the page says that it was published; as far as it says so."""

    def settle(day: dt.date) -> bool:
        if page.dateline and page.dateline.day:
            return page.dateline.day == day.day
        return _weekday(page) == day.weekday() or _names(page, day)

    above = []
    if page.head and dated(page.view, page.head[0].start, page.head[-1].end):
        above = _stamps(page.head, settle, _STAMP_WITHIN)
    below = _stamps(page.tail, settle, 4)
    signed = next((moment for moment in below if isinstance(moment, dt.datetime)), None)
    best = signed or (above[-1] if above else None) or (below[-1] if below else None) or page.dumped
    if best and (isinstance(best, dt.datetime) or best.day):
        return best
    best = _closing(page) or _own_link(page) or best
    written = page.dateline.date if page.dateline else None
    return best or written or _after_links(page) or _headed(page)


def _stamps(lines: list[Line], settle: Callable[[dt.date], bool], within: int) -> list[Moment]:
    found = []
    for line in lines:
        words = _BEFORE_STAMP.sub("", line.words)  # some portals print a page's address in front of its stamp
        if len(words) <= _LONGEST_STAMP and "://" not in words:
            read = stamp(words, settle)
            if read and (read.start <= within or _LABEL.search(words)):
                found.append(read.moment)
    return found


def _closing(page: Evidence) -> Moment | None:
    """Read the agency's closing stamp, put right by the dateline's day and the page's own pictures."""
    day = closing_stamp(page.last.words) if page.last and page.last.words[-1].isdigit() else None
    if day is None:
        return None
    if _ADDRESS.search(page.text):
        linked = [date for _, address in links(page.text) for date in dates_in_link(address)]
        same = [date for date in linked if (date.month, date.day) == (day.month, day.day)]
        if same and all(date.year != day.year for date in linked):
            day = same[0]
    if page.dateline and page.dateline.day and page.dateline.day != day.day:
        near = (day + dt.timedelta(days=step) for distance in range(1, 16) for step in (-distance, distance))
        day = next((date for date in near if date.day == page.dateline.day), day)
    return PartialDate.of(day)


def _own_link(page: Evidence) -> Moment | None:
    """Read the date in the link to the page itself: labelled as such, or alone on a line above or below the text."""
    if "://" not in page.text:
        return None
    begin = page.first.start if page.first else 0
    end = page.last.end if page.last else 0
    for at, address in links(page.text[: page.behind]):
        days = dates_in_link(address)
        if not days or _MEDIA.search(address):
            continue
        labelled = _OWN_LINK.search(page.text[max(0, at - 60) : at])
        alone = at < begin or (at > end and "<a" not in page.text[max(0, at - 40) : at])
        if labelled or alone:
            return PartialDate.of(days[-1])
    return None


def _after_links(page: Evidence) -> Moment | None:
    """Take the weekday of the text on or after the newest date in the text's links to earlier articles."""
    weekday = _weekday(page) if _ADDRESS.search(page.text) else None
    if weekday is None:
        return None
    days = [day for _, address in links(page.text[: page.behind]) if not _MEDIA.search(address) for day in dates_in_link(address)]
    if not days:
        return None
    newest = max(days)
    return PartialDate.of(newest + dt.timedelta(days=(weekday - newest.weekday()) % 7))


def _headed(page: Evidence) -> Moment | None:
    """Read the month and day in brackets of a headline on a market's close: "(07.28)"."""
    for line in page.head:
        found = _BRACKETED.search(line.words)
        date = month_day(f"{found[1]}月{found[2]}日") if found else None
        if date:
            return date
    return None


def _lead(page: Evidence) -> str:
    return page.view[page.first.start : page.first.start + _LEAD] if page.first else ""


def _weekday(page: Evidence) -> int | None:
    """The first weekday that the text's lead names as its own day, Monday being 0; one it compares with tells of the day after.

    Where the day compared with is all there is, the report's is the next day of trade: Wednesday behind "than on Tuesday".
    """
    lead = _lead(page)
    compared = None
    for found in _WEEKDAY.finditer(lead):
        day = "一二三四五六日".index(found["han"].replace("天", "日")) if found["han"] else _WEEKDAYS.index(found["name"])
        if found["han"] or not _COMPARED.search(lead, max(0, found.start() - 30), found.start()):
            return day
        if compared is None:
            compared = 0 if day >= 4 else day + 1
    return compared


def _names(page: Evidence, day: dt.date) -> bool:
    named = month_day(_lead(page))
    return named is not None and (named.month, named.day) == (day.month, day.day)
