"""Blanks for markup: tags, entities, link targets and emphasis marks, each as long as what it replaces."""

from __future__ import annotations

import re
from typing import Final

from chinamkt.article.fold import fold
from chinamkt.expressions import expression

__all__ = ["without_html", "without_markdown"]

_BLOCKS: Final = (
    "address|article|aside|blockquote|body|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr"
    "|html|iframe|li|main|nav|ol|option|p|picture|pre|section|select|table|tbody|tfoot|thead|title|tr|ul|video"
)
_INLINE: Final = (
    "a|abbr|audio|b|base|big|button|cite|code|del|dfn|em|font|i|img|input|ins|kbd|label|link|mark|meta|object|param|path|q|s"
    "|samp|script|small|source|span|strike|strong|style|sub|sup|svg|time|tt|u|use|var|wbr"
)

#: A tag by a known name: ``<Closing Digest>`` and ``a < b`` are words. An address in angle brackets is a link.
_TAG: Final = expression(
    rf"<(?=[a-z/!])(?:/?(?:(?P<block>{_BLOCKS})|(?P<cell>td|th)|(?P<line>br)|(?P<link>a)|{_INLINE})(?![\w-])[^<>]*"
    r"|!doctype\b[^<>]*|https?://[^<>\s]*)>",
    re.IGNORECASE,
)
_ENTITY: Final = expression(r"&(?:[A-Za-z]{2,10}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_HIDDEN: Final = (("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->"))
_LINK_AFTER: Final = expression(r"\s*<a\b", re.IGNORECASE)


def _tag_blanks(found: re.Match[str]) -> str:
    size = found.end() - found.start()
    if found["block"]:
        return "\n\n" + " " * (size - 2)
    if found["line"]:
        return "\n" + " " * (size - 1)
    if found["cell"]:
        return ("|" if found.string[found.start() + 1] != "/" else " ") + " " * (size - 1)
    if found["link"] and size == 4 and _LINK_AFTER.match(found.string, found.end()):
        return "\n\n  "  # links in a row are a list, not one sentence
    return " " * size


def _entity_blanks(found: re.Match[str]) -> str:
    entity = found[0]
    from html import unescape  # its tables cost a millisecond

    plain = unescape(entity)
    if len(plain) != 1:
        return entity
    return fold(plain).ljust(len(entity))


def _hide(view: str, opening: str, closing: str) -> str:
    """Blank what stands between two marks; an opening that is never closed hides nothing."""
    low = view.lower()
    if len(low) != len(view):
        low = view
    at = low.find(opening)
    if at < 0:
        return view
    pieces, done = [], 0
    while at >= 0:
        end = low.find(closing, at)
        if end < 0:
            break
        end += len(closing)
        pieces += [view[done:at], " " * (end - at)]
        done = end
        at = low.find(opening, end)
    return "".join((*pieces, view[done:]))


def without_html(view: str) -> str:
    r"""Blank tags, comments and scripts, and write entities as their character; the length stays.

    A block's tag becomes the end of a line, a table cell's a bar. Where blocks are marked by tags, the line ends of the
    source mean nothing.

    >>> without_html("<p>Shares&nbsp;rose</p><p>1.2%<br>on Monday</p>")
    '\n\n Shares      rose\n\n  \n\n 1.2%\n   on Monday\n\n  '
    >>> without_html("<Closing Digest> 3 < 4 > 2")
    '<Closing Digest> 3 < 4 > 2'
    """
    if "<" in view:
        for opening, closing in _HIDDEN:
            view = _hide(view, opening, closing)
        if "</p>" in view or "</div>" in view:
            view = view.replace("\n", " ")
        view = _TAG.sub(_tag_blanks, view)
    return _ENTITY.sub(_entity_blanks, view) if "&" in view else view


#: The target of a Markdown link from its ``](`` on: an address, perhaps with one pair of brackets in it and a title.
_TARGET: Final = expression(
    r'\]\(\s{0,3}<?[^()\[\]\s]{0,2000}(?:\([^()\[\]\s]{0,200}\)[^()\[\]\s]{0,500})?(?:\s{1,3}"[^"\n]{0,300}")?\s{0,3}\)'
)
_EMPHASIS: Final = expression(
    r"\\(?=[\\`*_{}\[\]()#+.!|~>-])|\*{2,3}(?=\S)|(?<=\S)\*{2,3}|(?<![\w*])\*(?=[\w\"'(\[])|(?<=[\w.,!?)\"'])\*(?![\w*])"
    r"|(?<!\w)_{1,3}(?=[^\W_]|[-\u2014\"'(])|(?<=[^\s_])_{1,3}(?!\w)|`{1,3}|~~|^ {0,3}#{1,6}(?=\s)",
    re.MULTILINE,
)
_LABEL: Final = 400


def _spaces(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def without_markdown(view: str) -> str:
    r"""Blank link targets, the marks of links and images, emphasis, escapes and heading marks; the length stays.

    >>> without_markdown("**Weibo** ([WB](https://example.org/q?s=WB)) fell over 10%")
    '  Weibo   ( WB                             ) fell over 10%'
    >>> without_markdown("## Losers\n** Vanke fell 3%")
    '   Losers\n** Vanke fell 3%'
    """
    at = view.find("](")
    if at >= 0:
        pieces, done = [], 0
        while at >= 0:
            target = _TARGET.match(view, at)
            # The label is looked for in a window, so that a row of opening brackets costs no more than its length.
            label = view.rfind("[", max(done, at - _LABEL), at) if target else -1
            if target and label >= 0:
                mark = label - 1 if label > done and view[label - 1] == "!" else label
                pieces += [view[done:mark], " " * (label + 1 - mark), view[label + 1 : at], _spaces(target)]
                done = target.end()
            at = view.find("](", max(done, at + 2))
        view = "".join((*pieces, view[done:]))
    return _EMPHASIS.sub(_spaces, view)
