"""Wrapped lines are joined, others are not."""

from __future__ import annotations

import textwrap

import pytest

from chinamkt.article.furniture import AGE, Furniture, credited, furniture
from chinamkt.article.lines import paragraphs

SENTENCES = [
    "Shares of Chinese port operators climbed on Wednesday after customs data showed exports picking up for a third month.",
    "The Hang Seng Index rose 0.8% to 21,406.15, while COSCO Shipping Ports and China Merchants Port gained 4.2% and 2.75%.",
    "In Shanghai the Composite Index was little changed, and turnover on the two exchanges shrank to 871 billion yuan.",
    "Dealers said that Tencent and Alibaba Group Holding Ltd. had been sold by funds in the United States before a holiday.",
    "A gauge of small caps fell by 3.5 per cent, having been down by as much as 5.25 per cent in the first half-hour.",
]


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 66, 70, 72, 78])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_wrapped_page_keeps_its_sentences(width: int, gap: str) -> None:
    view = gap.join(_wrapped(sentence, width) for sentence in SENTENCES)
    joined = " ".join(line.words for line in paragraphs(view))
    assert all(any(sentence in line.words for line in paragraphs(view)) for sentence in SENTENCES), joined


@pytest.mark.parametrize("sentence", SENTENCES)
def test_one_sentence_wrapped_at_70_is_one_paragraph(sentence: str) -> None:
    assert [line.words for line in paragraphs(_wrapped(sentence, 70))] == [sentence]


@pytest.mark.parametrize(
    "lines",
    [
        ["Hong Kong Stocks Rise as Property Developers Rally Before the Holiday", "The index gained 1%."],
        ["The index rose by 1.2 per cent on Monday.", "The yuan was flat."],
        ["Coal miners led the way in Shanghai and", "- Rare earths jumped"],
        ["A ferry line said it will add two sailings", "3 hours ago", "Harbour Daily"],
        ["Tea makers rally in Hong Kong on a pause in tariffs for 90 days"] * 2,
        ["| Spot yuan that is quoted onshore | 7.30 |", "| offshore | 7.31 |"],
        ["Rate cut fires up China property shares and H-shares", "November 24, 2014 / 5:12 AM"],
    ],
)
def test_what_begins_anew_is_not_joined(lines: list[str]) -> None:
    assert [line.words for line in paragraphs("\n".join(lines))] == lines


def test_places_are_those_of_the_view() -> None:
    view = "  Shares rose and the index of them was up by\n\n   noon.\n x"
    assert [(line.start, line.end) for line in paragraphs(view)] == [(2, 45), (50, 55), (57, 58)]
    assert all(view[line.start : line.end] == line.words for line in paragraphs(view))


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("Related Articles", Furniture.RELATED),
        ("延伸阅读", Furniture.RELATED),
        ("Comments (4)", Furniture.TAIL),
        ("What's Your Reaction?", Furniture.TAIL),
        ("Disclaimer: nothing here is advice, and shares may lose 20% of their value in a day.", Furniture.TAIL),
        ("ALSO READ: Banks gain 3%", Furniture.LINE),
        ("Write to A. Sample at a.sample@example.com", Furniture.LINE),
        ("Warning: mysqli_connect(): Too many connections in inc/db.php on line 12", Furniture.LINE),
        ("3 Min Read", Furniture.LINE),
        ("1,024 shares", Furniture.LINE),
        ("*", Furniture.LINE),
        ("https://example.org/markets", Furniture.LINE),
        ("© example.org", Furniture.LINE),
        ("Share", Furniture.LINE),
        ("Shares of banks rose 2%", None),
        ("Comments from the central bank lifted the yuan", None),
        ("Related shares in Hong Kong rose 3%", None),
        ("Source of the sell-off was a rumour", None),
        ("The gist of the plan lifted stocks by 2%", None),
        ("更多资金流入港股，恒指升1%。", None),
        ("Up 2%", None),
    ],
)
def test_furniture_is_told_from_prose(words: str, cue: Furniture | None) -> None:
    assert furniture(words) is cue


@pytest.mark.parametrize("words", ["an hour ago", "time7 hours ago", "timea day ago", "12 minutes ago", "3小时前"])
def test_ages(words: str) -> None:
    assert AGE.fullmatch(words)


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ("A trader in Hong Kong. (File photo)", True),
        ("A street in Shanghai. Photo: Example", True),
        ("A. Sample | Moment | Getty Images", True),
        ("恒指高开逾百点。(资料图片)", True),
        ("The data painted a mixed picture: exports fell 3%.", False),
        ("The photo app's shares rose 4%.", False),
    ],
)
def test_captions_are_told_by_their_credit(words: str, caption: bool) -> None:
    assert credited(words) is caption
