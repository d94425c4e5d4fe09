"""What holds for the article stage on any text."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chinamkt.article import cut, fold, view_of
from chinamkt.model.article import Page, SegmentKind

#: Every code point, lone surrogates too; and such characters as the stage looks for.
ANY = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("\r\n\t |<>&;[](){}*_#%+-.,:=/\\'\"\u3010\u3011\uff0c\uff10\u2014\u2022")
)

PROSE = [
    "Shares of Chinese port operators climbed on Wednesday after customs data showed exports picking up for a third month.",
    "The Hang Seng Index rose 0.8% to 21,406.15, while COSCO Shipping Ports and China Merchants Port gained 4.2% and 2.75%.",
    "Dealers said that Tencent and Alibaba Group Holding Ltd. had been sold by funds in the United States before a holiday.",
    '"We had feared worse," a dealer in the city said, and added that nobody\'s mood would change for "a point or two".',
    "Turnover on the main board was HK$98.4 billion.",
]
FURNITURE = [
    "ADVERTISEMENT",
    "By Mei Sample",
    "Published: Jul 4, 2025 4:30 PM HKT",
    "ALSO READ: Banks gain 3%",
    "Write to Mei Sample at mei@example.com",
    "(END) Example Newswires",
    "10-16-24 0412ET",
    "Comments",
    "Related Articles",
    "Harbour Daily",
    "an hour ago",
    "- Harbour Daily",
    "Hang Seng Index 18,558.34 18,185.59 -372.75",
    "| Spot yuan | 7.3078 | -0.03 |",
    "* Coal miners lead",
    "Banks First",
    "2359,",
    "-9.96%",
    "[Wire](https://example.org/2025/02/14/a)",
    "<p>Banks rose 2%.</p><a href='/news/20250214001'>Other news of the day</a>",
    "A trader in Hong Kong. (File photo)",
]
CHINESE = [
    "（中央社台北9日電）港股收高，恆指漲1%。",
    "恒生指数收报20337点，升211点。",
    "【港股午评：恒指跌1%】截至午盘",
    "延伸閱讀",
    "1130926",
]

PAGES = st.lists(st.tuples(st.sampled_from(PROSE + FURNITURE), st.sampled_from(["\n", "\n\n", "\n  \n"])), max_size=12).map(
    lambda lines: "".join(line + gap for line, gap in lines)
)
MIXED = st.lists(st.sampled_from(PROSE + FURNITURE + CHINESE) | ANY, max_size=10).map("\n".join)


def _told(page: Page) -> list[tuple[int, list[tuple[str, str]]]]:
    """Articles with their segments' words, whatever the blanks between them are."""
    return [
        (article.number, [(segment.kind, " ".join(segment.span.of(page.view).split())) for segment in article.segments])
        for article in page.articles
    ]


def _check(page: Page) -> None:
    assert len(page.view) == len(page.text)
    spans = sorted((segment.span.start, segment.span.end) for article in page.articles for segment in article.segments)
    assert all(start < end for start, end in spans)
    assert all(above[1] <= below[0] for above, below in pairwise(spans))
    assert not spans or spans[-1][1] <= len(page.text)
    assert [article.number for article in page.articles] == list(range(len(page.articles)))
    for article in page.articles:
        starts = [segment.span.start for segment in article.segments]
        assert starts == sorted(starts)
        for segment in article.segments:
            words = segment.span.of(page.view)
            assert words.strip()
            assert segment.kind is SegmentKind.TABLE or "\n" not in words


@given(ANY)
def test_the_view_has_the_texts_length(text: str) -> None:
    assert len(fold(text)) == len(view_of(text)) == len(text)
    chinese = f"恒指{text}"
    assert fold(fold(chinese)) == fold(chinese)


@given(ANY)
def test_any_text_is_cut(text: str) -> None:
    _check(cut(text))


@given(MIXED)
def test_any_page_is_cut(text: str) -> None:
    page = cut(text)
    _check(page)
    assert cut(text) == page


@given(PAGES.filter(lambda text: "<" not in text))
def test_line_ends_of_windows_change_nothing(text: str) -> None:
    assert _told(cut(text.replace("\n", "\r\n"))) == _told(cut(text))


@given(PAGES.filter(lambda text: "<" not in text))
def test_curly_quotes_change_nothing(text: str) -> None:
    curly = text.replace("'", "\u2019").replace('"', "\u201d")
    assert cut(curly).articles == cut(text).articles


@given(PAGES.filter(lambda text: "<" not in text), st.integers(1, 9))
def test_non_breaking_spaces_change_nothing(text: str, every: int) -> None:
    words = text.split(" ")
    odd = words[0] + "".join(("\u00a0" if number % every == 0 else " ") + word for number, word in enumerate(words[1:]))
    assert cut(odd).articles == cut(text).articles


@given(st.lists(st.sampled_from(PROSE[:4]), min_size=1, max_size=6), st.integers(70, 78), st.sampled_from(["\n", "\n\n"]))
def test_wrapping_keeps_every_sentence_whole(sentences: list[str], width: int, gap: str) -> None:
    wrapped = gap.join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in sentences)
    segments = [words for _, told in _told(cut(wrapped)) for _, words in told]
    assert all(any(sentence in words for words in segments) for sentence in sentences)


@given(PAGES, st.integers(0, 400))
def test_a_cut_off_page_keeps_the_sentences_before_the_cut(text: str, size: int) -> None:
    """Of the main article: what follows may tell that lines above belong to another."""
    whole = [words for _, words in _told(cut(text))[0][1] if words in PROSE]
    cut_off = cut(text[:size])
    kept = [words for _, told in _told(cut_off) for _, words in told]
    before = [words for words in whole if text.find(words) + len(words) < size and text.count(words) == 1]
    assert all(any(words in segment for segment in kept) for words in before)
