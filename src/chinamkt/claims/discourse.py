"""What a sentence may refer back to: the subjects of the sentences before it."""

from __future__ import annotations

from typing import Any

from attrs import Factory, define

from chinamkt.claims.claim import NAMED, SECTOR, UNKNOWN, Subject
from chinamkt.expressions import expression
from chinamkt.reference.entries import Entry

__all__ = ["Discourse", "mention_names", "rated_in"]

_PARTED = expression(r"\b(?:but|while|whereas)\b")
#: What brokers do to a share: the next sentence's "the shares" are not the broker's.
_RATED = expression(
    r"\b(?:(?:price )?targets?|ratings?|upgrad\w+|downgrad\w+|initiat\w+|coverage|sa(?:id|ys)|recommends?|prefers?|expects?)\b"
)
#: "The main index" where only its market was named.
_MAIN = {
    "market:HK": Entry("Hang Seng Index", ("index:HSI",), kind="index"),
    "market:CN": Entry("Shanghai Composite Index", ("index:SSE_COMPOSITE",), kind="index"),
}


@define(slots=True, eq=False)
class Discourse:
    """The subjects so far, latest last.

    ``group`` is the subject of the latest statement; ``by_family`` the latest subject of each
    family, so that "the gauge" finds an index and "the stock" a security.
    """

    group: list[Subject] = Factory(list)
    told: list[Subject] = Factory(list)  # everyone a figure was told of, in order
    recent: list[Subject] = Factory(list)  # whom the text named, each once, the latest last
    phase: Any = None  # the part of the day that the sentence before spoke of
    by_family: dict[str, Subject] = Factory(dict)
    coded: dict[Any, Any] = Factory(dict)  # a code said once holds for the article
    entries: set[int] = Factory(set)  # the identities of the entries of ``told``

    def tell(self, group: list[Subject]) -> None:
        """A statement was made about ``group``."""
        if not group or group[0].kind not in (NAMED, UNKNOWN, SECTOR):
            return
        self.group = group
        for subject in group:
            self.mention(subject)
            if id(subject.entry) not in self.entries:
                self.entries.add(id(subject.entry))
                self.told.append(subject)

    def focus(self, group: list[Subject]) -> None:
        """A sentence spoke of ``group`` without a figure: the next one's "it" may mean it."""
        if group and group[0].kind in (NAMED, UNKNOWN, SECTOR):
            self.group = group
            for subject in group:
                self.mention(subject)

    def mention(self, subject: Subject) -> None:
        """A subject was named, with or without a figure."""
        family = "security" if subject.kind == UNKNOWN else subject.family
        self.by_family[family] = subject
        self.recent = [one for one in self.recent if one.name != subject.name and one.entry is not subject.entry][-5:]
        self.recent.append(subject)

    def closest(self, entry: Entry) -> Entry:
        """ "The Shanghai measure" is the Shanghai index that the text speaks of, where it never named the main one."""
        told = [one.entry for one in self.told if one.entry is not None and one.family == "index"]
        place = entry.targets[0].partition("_")[0] + "_"
        near = [one for one in told if one.targets[0].startswith(place)]
        return near[0] if near and all(one.targets[0] == near[0].targets[0] for one in near) else entry

    def refer(self, value: str, subject: Subject) -> list[Subject]:
        """Whom a pronoun or a common noun means; ``subject`` holds its place in the text."""
        family = {
            "index": "index",
            "security": "security",
            "subindex": "index",
            "fx": "fx",
            "market": "market",
            "sector": SECTOR,
            "commodity": "commodity",
        }.get(value)
        if value == "any" or (value == "subindex" and SECTOR in self.by_family and self.group and self.group[0].kind == SECTOR):
            found = self.group
        elif family and family in self.by_family:
            found = [self.by_family[family]]
        elif value == "market" and "index" in self.by_family:
            found = [self.by_family["index"]]
        elif value == "two" and self.group and self.group[-1].family == "fx":
            found = self.group  # a pair of currencies
        elif value == "two":
            found = self.told[-2:] if len(self.told) > 1 else []
        elif value == "three":
            found = [one for one in self.recent if one.family == self.recent[-1].family][-3:]
            found = found if len(found) == 3 else []
        elif value == "index" and "market" in self.by_family and self.by_family["market"].entry is not None:
            main = _MAIN.get(self.by_family["market"].entry.targets[0])
            found = [Subject(NAMED, main.name, 0, 0, main)] if main is not None else []
        else:
            found = []
        return [Subject(one.kind, one.name, subject.start, subject.end, one.entry, list(one.listing)) for one in found]


def rated_in(names: list[tuple[int, int, Any]], view: str) -> Subject | None:
    """The share that a sentence rates: "Nomura cut its target on Meituan", "UBS upgraded Tencent to buy"."""
    shares = [name for name in names if name[2].kind == "security" and not name[2].blocker and name[2].targets]
    if len(shares) != 2 or not _RATED.search(view, shares[0][1], shares[1][0]):
        return None
    start, end, entry = shares[1]
    return Subject(NAMED, view[start:end], start, end, entry)


def mention_names(discourse: Discourse, names: list[tuple[int, int, Any]], view: str) -> None:
    """A sentence without figures may still name whom the next one speaks of."""
    rated = rated_in(names, view)
    group: list[Subject] = []
    for start, end, entry in names:
        if entry.weak or entry.blocker:
            break
        if group and _PARTED.search(view, group[-1].end, start):
            group = []  # "A and B led the way, but C was the winner": the next sentence's "it" is C
        if group and (view[group[-1].end : start].strip(" ,") not in ("and", "and the", "") or group[0].family != entry.kind):
            break
        group.append(Subject(NAMED, view[start:end], start, end, entry))
    discourse.focus([rated] if rated is not None else group)
