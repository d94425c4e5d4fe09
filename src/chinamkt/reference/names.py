"""All names of everything that moves, in one sorted table a script, and the scan for them.

A line of a table is ``name TAB shorter TAB flags TAB role TAB written TAB targets TAB issuer``: the name as the scan
sees it; how many lines further up the longest other name stands that begins it (0: none); ``w`` weak, ``b`` blocker,
``x`` punctuation counts, ``e`` every letter is a capital, ``l`` only for look-up; where the name comes from; how it is
written; what it means, likeliest first (``|``; ``security:`` is left out); its issuer (``=``: the first target).

The automaton holds only the beginnings of names and gives the places where one may start; the few names that begin so
are then tried, longest first. That keeps it small enough to be built at first use.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import evolve

from chinamkt.errors import ReferenceFault
from chinamkt.expressions import expression
from chinamkt.reference.entries import Entry, Hit, Line, fits, parse, whole
from chinamkt.reference.spelling import han_key, is_han, latin_key

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

    from chinamkt.reference.more import Extension

__all__ = ["Entry", "Hit", "NameIndex"]

_ASCII: Final = bytes(range(128))
_HAN: Final = expression("[\u3400-\u9fff]")
_ASTRAL: Final = expression("[\U00010000-\U0010ffff]")
#: Letters and digits stay, everything else separates words.
_WORDS: Final = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))
_DIGITS: Final = bytes(48 if 48 <= code <= 57 else code for code in range(256))
#: Characters that are read before the automaton is built again as a table of transitions.
_WORTH_A_DFA: Final = 300_000


class _Script:
    """The names of one script: sorted lines, and the automaton over their beginnings.

    ``ending`` is what must follow a name in the text that :meth:`starts` gives; ``patterns`` are the beginnings as
    the automaton has them.
    """

    ending = ""

    def __init__(self, source: str, content: bytes, beginnings: bytes) -> None:
        self.source = source
        # NUL sorts before whatever may follow a name in a text, so whole lines can be bisected for a name.
        self.lines = content.replace(b"\t", b"\0").decode().split("\n")
        self.lines.pop()
        self.beginnings = beginnings.decode().split("\n")
        self.beginnings.pop()
        self._parsed: dict[int, Line] = {}
        self._standing: dict[int, tuple[Line, ...]] = {}
        self.patterns, self.automaton = self._build(beginnings)

    def _build(self, beginnings: bytes) -> tuple[list[bytes], BytesAhoCorasick]:
        raise NotImplementedError

    def starts(self, lower: str) -> tuple[dict[int, int], str]:
        """Where a name may start, by which pattern, and the text as the lines spell it."""
        raise NotImplementedError

    def alike(self, pattern: int) -> list[str]:
        """The beginnings that the automaton knows as one pattern."""
        raise NotImplementedError

    def line(self, number: int) -> Line:
        """The line of that number, taken apart."""
        found = self._parsed.get(number)
        if found is None:
            try:
                found = self._parsed[number] = parse(self.lines[number], number, self.ending)
            except (ValueError, IndexError) as error:
                raise ReferenceFault("a line of names that can't be read", source=f"{self.source}:{number + 1}") from error
        return found

    def standing(self, pattern: int) -> tuple[Line, ...]:
        """The names that begin so, and the shorter ones that begin them, longest first."""
        numbers: set[int] = set()
        for key in self.alike(pattern):
            low = bisect_left(self.lines, key)
            numbers.update(range(low, bisect_left(self.lines, key + "\uffff", low)))
            number = self.line(low).shorter
            while number >= 0:
                numbers.add(number)
                number = self.line(number).shorter
        lines = (self.line(number) for number in numbers)
        return tuple(sorted((line for line in lines if not line.silent), key=lambda line: (-line.length, line.key)))

    def beginning(self, key: str) -> list[Line]:
        """The lines of the table that begin so."""
        low = bisect_left(self.lines, key)
        return [self.line(number) for number in range(low, bisect_left(self.lines, key + "\uffff", low))]

    def find(self, lower: str, view: str) -> list[Hit]:
        """The names in a text, leftmost-longest."""
        hits = []
        reach = 0
        places, text = self.starts(lower)
        known = self._standing
        for start in sorted(places):
            if start < reach:
                continue
            pattern = places[start]
            lines = known.get(pattern)
            if lines is None:
                lines = known[pattern] = self.standing(pattern)
            for line in lines:
                if text.startswith(line.key, start) and (line.anywhere or fits(line, lower, view, start)):
                    reach, entry = whole(line.entry, view, start, start + line.length)
                    if entry.role != "boundary":
                        hits.append((start, reach, entry))
                    break
        return hits


class _Latin(_Script):
    """Names in Latin letters; punctuation counts as a blank, and a name stands between blanks."""

    ending = " "

    def _build(self, beginnings: bytes) -> tuple[list[bytes], BytesAhoCorasick]:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        # One digit stands for all: 26 letters, a blank and a digit need half the memory of 37 characters.
        joined = beginnings[:-1].replace(b"\0", b" ").replace(b"\n", b"\n ").translate(_DIGITS)
        each = b"".join((b" ", joined)).split(b"\n")
        patterns = list(dict.fromkeys(each))
        self._numbered = [(key, pattern[1:]) for key, pattern in zip(self.beginnings, each, strict=True) if b"0" in pattern]
        self._until_dfa = _WORTH_A_DFA
        return patterns, BytesAhoCorasick(patterns, implementation=Implementation.ContiguousNFA)

    def _hurry(self) -> None:
        """The same automaton in its fast form: worth 15 ms where much is read, not for a page."""
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        self.automaton = BytesAhoCorasick(self.patterns, implementation=Implementation.DFA)

    def alike(self, pattern: int) -> list[str]:
        key = self.patterns[pattern][1:]
        if b"0" in key:
            # "csi500 f" was found, but "csi300 f..." may stand there, of which the automaton knows "csi300 " alone.
            return [k for size in range(1, len(key) + 1) for k in self._with_digits.get(key[:size], ())]
        # The end of a short name is a blank in a text.
        return [k for k in (key.decode(), key.decode().removesuffix(" ") + "\0") if k in self._known]

    @cached_property
    def _with_digits(self) -> dict[bytes, list[str]]:
        found: dict[bytes, list[str]] = {}
        for key, pattern in self._numbered:
            found.setdefault(pattern, []).append(key)
        return found

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.beginnings)

    def starts(self, lower: str) -> tuple[dict[int, int], str]:
        if self._until_dfa > 0:
            self._until_dfa -= len(lower)
            if self._until_dfa <= 0:
                self._hurry()
        words = b"".join((b" ", lower.encode("ascii", "replace").translate(_WORDS), b" "))
        found = self.automaton.find_matches_as_indexes(words.translate(_DIGITS), overlapping=True)
        return {start: pattern for pattern, start, _ in found}, words[1:].decode("ascii")


class _Han(_Script):
    """Names with Chinese characters, which stand anywhere."""

    def _build(self, beginnings: bytes) -> tuple[list[bytes], BytesAhoCorasick]:
        from ahocorasick_rs import BytesAhoCorasick

        # All at once: no character of a name begins with the byte of a line feed.
        patterns = beginnings.decode().replace("\0", "").encode("utf-16-be").split(b"\0\n")[:-1]
        return patterns, BytesAhoCorasick(patterns)

    def alike(self, pattern: int) -> list[str]:
        return [self.beginnings[pattern]]

    def starts(self, lower: str) -> tuple[dict[int, int], str]:
        # Two bytes a character: an odd offset lies between two characters and means nothing.
        units = lower.encode("utf-16-be", "surrogatepass")
        if len(units) != 2 * len(lower):
            units = _ASTRAL.sub("\ufffd", lower).encode("utf-16-be", "surrogatepass")
        found = self.automaton.find_matches_as_indexes(units, overlapping=True)
        return {start >> 1: pattern for pattern, start, _ in found if not start & 1}, lower


class NameIndex:
    """Every name, in both scripts; the table of a script loads with the first text that needs it.

    >>> from chinamkt.reference import load
    >>> names = load().names
    >>> text = "SMIC slid while the Hang Seng Index gained"
    >>> [(start, end, entry.targets[0]) for start, end, entry in names.scan(text.lower(), text)]
    [(0, 4, 'security:XHKG:00981'), (20, 35, 'index:HSI')]
    """

    def __init__(self, extensions: Sequence[Extension] = ()) -> None:
        self._latin: _Script | None = None
        self._han: _Script | None = None
        self._more_latin = [_Latin(one.path, *one.latin) for one in extensions if one.latin[0]]
        self._more_han = [_Han(one.path, *one.han) for one in extensions if one.han[0]]

    @property
    def latin(self) -> _Script:
        """Names in Latin letters."""
        if self._latin is None:
            from chinamkt.reference.data_files import packed

            self._latin = _Latin("latin.tsv", packed("latin.tsv"), packed("latin.starts"))
        return self._latin

    @property
    def han(self) -> _Script:
        """Names with Chinese characters."""
        if self._han is None:
            from chinamkt.reference.data_files import packed

            self._han = _Han("han.tsv", packed("han.tsv"), packed("han.starts"))
        return self._han

    def scan(self, lower: str, view: str) -> list[Hit]:
        """The names in a text: ``(start, end, entry)``, leftmost-longest, in order, never overlapping.

        :param lower: ``view`` in lower case, of the same length.
        :param view: the folded text (Simplified Chinese, half width, plain quotes) with its capitals: an English name
            must be capitalised as the table has it.
        """
        hits = self.latin.find(lower, view)
        both = [hit for script in self._more_latin for hit in script.find(lower, view)]
        if not lower.isascii():
            odd = lower.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
            if _HAN.search(odd):
                both += [hit for script in (self.han, *self._more_han) for hit in script.find(lower, view)]
        return _longest(hits + both) if both else hits

    def called(self, query: str) -> list[Entry]:
        """What a name means that is given by itself: whatever its capitals, with or without "Index" or "Ltd."."""
        scripts, key = self._spelled(query)
        found = [line.entry for script in scripts for line in script.beginning(key + "\0")]
        if not found:
            view = query if query != query.lower() else query.title()
            found = [entry for start, end, entry in self.scan(query.lower(), view) if (start, end) == (0, len(query))]
        return [entry for entry in found if not entry.blocker]

    def beginning(self, query: str, count: int) -> list[Entry]:
        """The first names that begin with a query, in the order of the alphabet."""
        scripts, key = self._spelled(query)
        found = [line.entry for script in scripts for line in script.beginning(key)]
        return [entry for entry in found if not entry.blocker][:count]

    def _spelled(self, query: str) -> tuple[list[_Script], str]:
        if is_han(query):
            return [self.han, *self._more_han], han_key(query)
        return [self.latin, *self._more_latin], latin_key(query)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of overlapping names of several tables the leftmost-longest; two tables' entries for one name become one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
        elif hit[:2] == kept[-1][:2] and hit[2] is not kept[-1][2]:
            start, end, entry = kept[-1]
            targets = tuple(dict.fromkeys(entry.targets + hit[2].targets))
            issuer = entry.issuer if entry.issuer == hit[2].issuer else None
            kept[-1] = start, end, evolve(entry, targets=targets, issuer=issuer)
    return kept
