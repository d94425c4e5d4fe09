"""Datelines, bylines, stamps, and which of a page's dates is its own."""

from __future__ import annotations

import datetime as dt

import pytest

from chinamkt.article import cut
from chinamkt.article.metadata import about, byline, dateline
from chinamkt.article.stamps import closing_stamp, dates_in_link, stamp
from chinamkt.errors import BadInput
from chinamkt.model.dates import PartialDate

TEXT = "The Hang Seng Index rose 0.8 per cent to 21,406.15 as traders came back on Tuesday."


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("06-09-25 0135ET", "2025-06-09 01:35:00-04:00"),
        ("12-09-25 0135ET", "2025-12-09 01:35:00-05:00"),
        ("03-20-06 0900ET", "2006-03-20 09:00:00-05:00"),
        ("04-20-06 0900ET", "2006-04-20 09:00:00-04:00"),
        ("Published: Jul 4, 2025 4:30 PM HKT", "2025-07-04 16:30:00+08:00"),
        ("2016-06-24 HKT 12:41", "2016-06-24 12:41:00+08:00"),
        ("Last updated: 2025-03-14 HKT 18:00", "2025-03-14 18:00:00+08:00"),
        ("Sun Feb 22, 2009 9:55pm EST", "2009-02-22 21:55:00-05:00"),
        ("2022-03-09T01:50:02Z", "2022-03-09 01:50:00+00:00"),
        ("2022-03-09T09:50:02+08:00", "2022-03-09 09:50:00+08:00"),
        ("2020-04-16T08:15:58", "2020-04-16"),
        ("19th Jun, 2018", "2018-06-19"),
        ("2008.10.06; Shanghai", "2008-10-06"),
        ("发布时间:2025年7月4日", "2025-07-04"),
        ("13/04/2023", "2023-04-13"),
        ("04/05/2023", "2023"),
        ("May 12, 2016 at 12:00 am GMT", "2016-05-12 00:00:00+00:00"),
        ("2024-02-30", "None"),
        ("13-45-25 0135ET", "None"),
        ("05-06-25 9999ET", "2025-05-06"),
        ("up 2,024 points in 2019", "None"),
        ("level 12024-10-011", "None"),
    ],
)
def test_stamps(line: str, moment: str) -> None:
    found = stamp(line)
    assert str(found.moment if found else None) == moment


def test_day_and_month_are_settled_by_the_page() -> None:
    assert stamp("04/07/2023", lambda day: day.weekday() == 1) == (0, PartialDate(2023, 7, 4))


def test_closing_stamp() -> None:
    assert closing_stamp("(編輯：李小華）1130926") == dt.date(2024, 9, 26)
    assert closing_stamp("1131326") is None
    assert closing_stamp("call 21130926") is None


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("https://example.org/2025/07/04/a", ["2025-07-04"]),
        ("https://example.org/a-2025-07-04.html", ["2025-07-04"]),
        ("https://example.org/wire.com:20250214:G2467917:0-stocks/", ["2025-02-14"]),
        ("https://example.org/news/DJN_DN20250211008813:0/", ["2025-02-11"]),
        ("https://example.org/news/202408260333.aspx", ["2024-08-26"]),
        ("https://example.org/news/20259926.htm", []),
        ("https://example.org/id/1202408260333777", []),
    ],
)
def test_dates_in_links(address: str, days: list[str]) -> None:
    assert [str(day) for day in dates_in_link(address)] == days


@pytest.mark.parametrize(
    ("words", "rest", "agency", "date"),
    [
        ("HONG KONG, Nov 4 (Newswire) - Shares", "Shares", "Newswire", "--11-04"),
        ("SHANGHAI, July 24 (Xinhua) -- A survey", "A survey", "Xinhua", "--07-24"),
        ("SHANGHAI  (Reuters) - Chinese", "Chinese", "Reuters", "None"),
        ("(Bloomberg) -- A deal", "A deal", "Bloomberg", "None"),
        ("Beijing, May 12 (IANS) Mainland", "Mainland", "IANS", "--05-12"),
        ("Macau (CNN Business) Casinos", "Casinos", "CNN Business", "None"),
        ("Shenzhen, - Shares", "Shares", None, "None"),
        ("LONDON/PARIS Miners", "Miners", None, "None"),
        ("Oct 31 2022: Hong Kong", "Hong Kong", None, "2022-10-31"),
        ("Hong Kong, (AFP - Sample News - 19th Jun, 2018) Hong", "Hong", "AFP", "2018-06-19"),
        ("(中央社台北9日电)港股", "港股", "中央社", "None"),
        ("(中央社记者王小明香港26日电)香港", "香港", "中央社", "None"),
        ("(中央社巴黎8日综合外电报导)欧股", "欧股", "中央社", "None"),
        ("路透北京5月17日 - 人行", "人行", "路透", "--05-17"),
        ("(法新社东京6日电)    日股", "日股", "法新社", "None"),
    ],
)
def test_datelines(words: str, rest: str, agency: str | None, date: str) -> None:
    found = dateline(words)
    assert found is not None
    assert (words[found.size :], found.agency, str(found.date)) == (rest, agency, date)


@pytest.mark.parametrize(
    "words",
    [
        "Tencent (0700) slid 6.5%",
        "Alibaba (BABA) fell",
        "BYD - the carmaker - rose",
        "HSBC Holdings rose",
        "Hong Kong stocks rose",
        "Shanghai - the city - grew",
        "CSI 300 Index fell",
        "May was a good month",
        "A share - or a stake",
        "(Up 3%) - the index",
        "沪深股市周五走高",
    ],
)
def test_no_datelines(words: str) -> None:
    assert dateline(words) is None


def test_bylines_and_lines_about_the_article() -> None:
    assert byline("By Caitlin Example and Karen Sample")
    assert byline("Newsroom staff")
    assert not byline("By noon, the index had lost 2%.")
    assert not byline("By Monday the Hang Seng Index, down for nine days, was 24% below its January high: a bear market.")
    assert about("Published Mon, Jul 26 2021 7:38 PM EDT")
    assert not about("Thursday, July 8, 2015 will stay in the memory of investors in Hong Kong for a long while.")


@pytest.mark.parametrize(
    ("page", "published"),
    [
        (f"Monday, September 13, 2010\n\nA farm lender edges up\n\nFriday, July 16, 2010\n\n{TEXT}", "2010-07-16"),
        (f"Published Mon, Jul 26 2021 7:38 PM EDT\nUpdated Tue, Jul 27 2021 4:52 AM EDT\n\n{TEXT}", "2021-07-27 04:52:00-04:00"),
        (f"Published 04/07/2023, 05:21\n\n{TEXT}", "2023-07-04"),
        ("10/06/2026\n\nThe Hang Seng Index fell 0.6 per cent, less than on Tuesday, to 24,406.15.", "2026-06-10"),
        ("10/06/2026\n\nThe Hang Seng Index fell 0.6 per cent on Tuesday to 24,406.15, as on Monday.", "2026-10-06"),
        ("10/06/2026\n\nThe Hang Seng Index fell 0.6 per cent to 24,406.15.", "2026"),
        (f"Published 07/04/2023, 05:21\n\n{TEXT}", "2023-07-04"),
        (f"Published 07/05/2023, 05:21\n\n{TEXT}", "2023"),
        (f"{TEXT}\n\nOriginal URL: https://news.example.hk/ch/1758752-20240625.htm", "2024-06-25"),
        (f"{TEXT}\n\n[Wire](https://example.org/news/wire.com:20250214:G246/)", "2025-02-14"),
        (f"{TEXT} It was told [before](https://example.org/2026/04/06/live.html).", "2026-04-07"),
        (f"{TEXT} See [this](https://a.org/2026/04/06/a).\n\nLast updated: 2026-05-05 HKT 18:00", "2026-05-05 18:00:00+08:00"),
        (f"HONG KONG, Nov 4 (Newswire) - {TEXT}", "--11-04"),
        (f" date 2018-10-08 {TEXT}", "2018-10-08"),
        (f"Market close (07.28) | Port shares rise\n\n{TEXT}", "--07-28"),
        (f"Market close (17.28) | Port shares rise\n\n{TEXT}", "None"),
        (f"{TEXT}\n\nA clerk in Tokyo on Nov. 5, 2025. (File photo)", "None"),
        (f"{TEXT}\n\nReturns are those up to January 29, 2024, and 20% better.", "None"),
        ("<p>(中央社台北31日電）港股今年收漲。</p><p>恆指漲幅0.09%。（編輯：李小華）1131221</p>", "2024-12-31"),
        ("<p>（中央社台北1日電）港股今年收漲。</p><p>恆指漲幅0.09%。（編輯：李小華）1130930</p>", "2024-10-01"),
        ("<img src='https://i.example.tw/20211130/1.jpg'><p>（中央社台北30日電）漲1%。（編輯：李小華）1111130</p>", "2021-11-30"),
        ("<div>04/12/2020 - 10:32</div><p>（法新社香港4日电）港股小涨。</p>", "2020-12-04"),
        (TEXT, "None"),
    ],
)
def test_which_date_is_the_pages_own(page: str, published: str) -> None:
    assert str(cut(page).articles[0].published) == published


def test_what_the_caller_knows_outranks_the_page() -> None:
    page = f"Published: Jul 4, 2025 4:30 PM HKT\n\nHONG KONG (Reuters) - {TEXT}"
    article = cut(page, published="2025-07-05", publisher="RTHK", lang="zh-Hant").articles[0]
    assert (article.published, article.publisher, article.lang) == (PartialDate(2025, 7, 5), "RTHK", "zh-Hant")
    assert cut(page).articles[0].publisher == "Reuters"


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2025-07", PartialDate(2025, 7)),
        (dt.date(2025, 7, 4), PartialDate(2025, 7, 4)),
        (PartialDate(None, 7, 4), PartialDate(None, 7, 4)),
        ("2025-07-04T16:30", PartialDate(2025, 7, 4)),
        ("2025-07-04T16:30+08:00", dt.datetime(2025, 7, 4, 16, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))),
    ],
)
def test_forms_of_a_given_date(given: str | dt.date | PartialDate, moment: object) -> None:
    assert cut(TEXT, published=given).articles[0].published == moment


def test_a_given_date_that_is_none() -> None:
    with pytest.raises(BadInput, match="'yesterday' is no date"):
        cut(TEXT, published="yesterday")


def test_parsers_can_be_chosen_and_are_kept_apart() -> None:
    class Upper:
        name = "upper"

        def score(self, _view: str, _text: str, /) -> int:
            return 9

        def articles(self, view: str, text: str, lang: str, /) -> list[object]:
            from chinamkt.model.article import Article, Segment, SegmentKind
            from chinamkt.model.text import Span

            return [Article(lang=lang, segments=(Segment(SegmentKind.TABLE, Span(0, len(text))),), parser=self.name)]

    page = cut(TEXT, parsers=[Upper()])  # type: ignore[list-item]
    assert (page.articles[0].parser, len(page.articles[0].segments)) == ("upper", 1)
    assert cut(TEXT, parsers=[]).articles[0].segments == ()
