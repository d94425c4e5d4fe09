"""A sentence as its known words, and who is whom in it."""

from __future__ import annotations

from attrs import define, field

from chinamkt.expressions import expression
from chinamkt.reference.parties import Party, party_words
from chinamkt.rules import trade as k
from chinamkt.rules.token import Token

__all__ = ["CLAUSE_ENDS", "Sentence"]

#: Where one clause ends and another may begin.
CLAUSE_ENDS = frozenset((k.COMMA, k.SEMICOLON, k.BREAK))
_MADE = expression(r"-(?:made|built|origin|produced|grown|bound|assembled)\b")
_NOUN = expression(r" [A-Za-z]")
_OBJECT = frozenset((k.ON, k.FROM, k.TO, k.WITH, k.OF))
#: Between a preposition and the party it governs.
_THROUGH = frozenset((k.MONEY, k.KIND_OF, k.OF, k.DATE))
#: Verbs of these values have as their object whom the act falls on; what they say else.
_STRIKES = {"hits": "levy", "threatens": "threat", "finds": "decided", "informs": "announce"}
#: What opens a clause of what may be: "if Beijing retaliates".
_IF = "if"


@define(slots=True, eq=False)
class Sentence:
    """The known words of ``view[start:end]``; ``objects[i]`` says that the party at ``i`` undergoes rather than acts."""

    view: str
    start: int
    end: int
    tokens: list[Token]
    spaced: bool
    objects: dict[int, bool] = field(factory=dict)
    places: dict[str, list[int]] = field(factory=dict)  # of each code, where it stands
    strikes: set[int] = field(factory=set)  # verbs whose object undergoes
    supposed: set[int] = field(factory=set)  # what stands in an if-clause
    aside: set[int] = field(factory=set)  # what stands in a clause that gives the reason

    def __attrs_post_init__(self) -> None:
        places = self.places
        for i, token in enumerate(self.tokens):
            code = token.code
            if code in places:
                places[code].append(i)
            else:
                places[code] = [i]
        for i in self.of(k.STATUS):
            token = self.tokens[i]
            if token.value in _STRIKES:
                token.value = _STRIKES[token.value]
                self.strikes.add(i)
            elif token.value == _IF:
                token.value = "threat"
                self.supposed.update(range(i + 1, self._end_of_part(i)))
        for i in self.of(k.BREAK):
            if self.tokens[i].value == "aside":
                self.aside.update(range(i + 1, self._end_of_part(i)))
        for i in self.of(k.PLACE):
            self._seat(i)
        for i in self.of(k.PARTY):
            self.objects[i] = self._undergoes(i)

    def _seat(self, i: int) -> None:
        """ "Officials in Beijing said": who acts rather than where."""
        token = self.tokens[i]
        if self.code(i - 1) == k.ACTOR and self.code(i + 1) == k.SPEECH and self.gap(i - 1, i) == self.gap(i, i + 1) == 0:
            party = party_words("en" if self.spaced else "zh").get(token.value.lower())
            if party is not None and party.kind == "capital":
                self.tokens[i] = Token(token.end - len(token.value), token.end, k.PARTY, party)
                self.places[k.PLACE] = [j for j in self.places[k.PLACE] if j != i]
                self.places[k.PARTY] = sorted([*self.places.get(k.PARTY, ()), i])

    def answers(self, at: int, hi: int) -> bool:
        """Whether the act at ``at`` is told of as an answer, rather than as what is answered ("in return for its tariffs")."""
        for i in self.of(k.RETALIATION, 0, hi):
            to = i + 1 if self.code(i + 1) in (k.ON, k.TO) and self.gap(i, i + 1) == 0 else None
            if to is None or to > at or any(self.code(j) in CLAUSE_ENDS for j in range(to, at)):
                return True
        return False

    def describes(self, at: int) -> bool:
        """反补贴税的谈判: in front of 的 an act tells of what something else is."""
        return not self.spaced and self.view[self.tokens[at].end : self.tokens[at].end + 1] == "的"

    def compared(self, i: int) -> bool:
        """较去年初裁的62.4%大幅下降: what something is compared with."""
        if self.spaced:
            return False
        part = next((j + 1 for j in range(i - 1, -1, -1) if self.code(j) in CLAUSE_ENDS), 0)
        return bool(self.of(k.BACK, part, i))

    def where(self, i: int) -> bool:
        """在美国, 离开韩国后: where someone is, not who acts."""
        if self.spaced:
            return False
        before = self.view[max(0, self.tokens[i].start - 2) : self.tokens[i].start]
        if before in ("鉴于", "由于", "对于", "关于", "至于"):
            return False
        return before.endswith(("在", "于", "赴")) or before in ("离开", "访问", "前往", "抵达", "飞往", "来自", "流入")

    def urged(self, at: int) -> bool:
        """Whether the act at ``at`` is what someone else is asked to do."""
        for i in range(at - 1, -1, -1):
            if self.code(i) in CLAUSE_ENDS:
                return False
            if self.code(i) == k.STATUS and self.tokens[i].value == "urge":
                return True
        return False

    def between(self, i: int, j: int) -> str:
        """The text between two tokens."""
        return self.view[self.tokens[i].end : self.tokens[j].start]

    def gap(self, i: int, j: int) -> int:
        """How many words stand between neighbouring tokens; two Chinese characters count as one."""
        words = self.between(i, j)
        return len(words.split()) if self.spaced else (len(words.strip()) + 1) // 2

    def code(self, i: int) -> str:
        """The code at ``i``, or ``""`` outside."""
        return self.tokens[i].code if 0 <= i < len(self.tokens) else ""

    def of(self, code: str, lo: int = 0, hi: int | None = None) -> list[int]:
        """Where tokens of a code stand in ``lo <= i < hi``."""
        places = self.places.get(code)
        if places is None:
            return []
        if lo <= 0 and hi is None:
            return places
        return [i for i in places if i >= lo and (hi is None or i < hi)]

    def states(self, lo: int, hi: int, *values: str) -> list[int]:
        """Where words of status with one of the values stand."""
        return [i for i in self.of(k.STATUS, lo, hi) if self.tokens[i].value in values]

    def _end_of_part(self, i: int) -> int:
        """The token of the comma, or of the word that opens a clause, behind ``i``."""
        return next((j for j in range(i + 1, len(self.tokens)) if self.code(j) in CLAUSE_ENDS), len(self.tokens))

    def clause(self, first: int, last: int, *, dated: bool = False) -> tuple[int, int]:
        """The clause around the tokens ``first`` to ``last``: between words such as "while", "after", and semicolons.

        :param dated: "on May 1, when it announced": the day in front of "when" belongs to the clause.
        """
        ends = [*self.places.get(k.BREAK, ()), *self.places.get(k.SEMICOLON, ())]
        lo = max((i + 1 for i in ends if i < first), default=0)
        hi = min((i for i in ends if i > last), default=max(last + 1, len(self.tokens)))
        if dated and lo > 1 and self.tokens[lo - 1].value == "when" and k.DATE in (self.code(lo - 2), self.code(lo - 3)):
            lo -= 3 if self.code(lo - 2) == k.COMMA else 2
        return lo, hi

    def possessive(self, i: int) -> bool:
        """Whether "'s" or 的 follows the token."""
        rest = self.view[self.tokens[i].end : self.tokens[i].end + 2]
        return rest in ("'s", "' ") or rest.startswith("的")

    def _undergoes(self, i: int) -> bool:
        token = self.tokens[i]
        party: Party = token.value
        if token.rule is not None:  # made by a template: 对华
            return True
        if party.kind == "firm":
            return True
        if self.spaced and party.kind in ("name", "demonym") and self._before_goods(i):
            return True
        if self._listed_with(i):
            return True
        if i - 1 in self.strikes and self.gap(i - 1, i) == 0:
            return True  # "hit China with tariffs"
        if self.code(i - 1) == k.RETALIATION and self.gap(i - 1, i) == 0:
            return True
        if self.code(i - 1) == k.AT and self.code(i - 2) == k.RETALIATION and self.gap(i - 2, i - 1) == self.gap(i - 1, i) == 0:
            return True  # "hits back at Washington"
        if not self.spaced:
            behind = self.tokens[i + 1] if self.code(i + 1) == k.PARTY else None
            if behind is not None and behind.rule is not None and self.gap(i, i + 1) == 0 and self.view[behind.start] == "输":
                return True  # 中国输美商品
            if self.code(i + 1) == k.GOODS and self.gap(i, i + 1) == 0:
                return True
            if i and self.gap(i - 1, i) <= 2 and self.view[self.tokens[i - 1].start : self.tokens[i - 1].end] == "将":
                return True  # 将 before a name marks what undergoes
        j = i - 1
        while j >= 0 and self.gap(j, j + 1) <= 3 and self.code(j) in _THROUGH:
            if self.code(j) in _OBJECT:
                break
            j -= 1
        if self.code(j) == k.TO and not self.spaced and party.kind == "official":
            return False  # 重返白宫不到2周的特朗普
        if self.code(j) == k.WITH and self.code(i + 1) in (k.RETALIATION, k.STATUS):
            return False  # "with China responding"
        return j >= 0 and self.code(j) in _OBJECT and self.gap(j, j + 1) <= 2 and "\n" not in self.between(j, j + 1)

    def _listed_with(self, i: int) -> bool:
        """Whether the party before it undergoes, and goes on with it: "on Canada and Mexico", 对欧盟、加拿大和墨西哥的."""
        beside = self.code(i - 1) == k.AND or (self.code(i - 1) == k.COMMA and self._goes_on(i))
        if not beside or self.code(i - 2) != k.PARTY or not self.objects.get(i - 2):
            return False
        one, other = self.tokens[i - 2].value, self.tokens[i].value
        near = self.between(i - 2, i - 1).strip() in ("", "the") and self.between(i - 1, i).strip() in ("", "the")
        return near and one.kind == other.kind != "firm" and not (self.possessive(i) and self.spaced)

    def _goes_on(self, i: int) -> bool:
        """Whether a list of parties goes on behind ``i``, up to an "and"."""
        j = i
        while self.code(j + 1) == k.COMMA and self.code(j + 2) == k.PARTY:
            j += 2
        return self.code(j + 1) == k.AND and self.code(j + 2) == k.PARTY

    def _before_goods(self, i: int) -> bool:
        """ "Chinese steel", "US-built cars": an adjective whose noun neither acts nor is an act."""
        token = self.tokens[i]
        if _MADE.match(self.view, token.end):
            return True
        after, near = self.code(i + 1), i + 1 < len(self.tokens) and self.gap(i, i + 1) == 0
        if self.possessive(i):  # "China's farmers", not "Washington's steel tariffs"
            goods = after in (k.GOODS, k.ABROAD) and self.gap(i, i + 1) <= 2
            return goods and self.code(i + 2) not in (k.ACT, k.KIND_OF, k.GOODS)
        if near and self.between(i, i + 1).strip(" "):  # a quotation mark
            return False
        if near and after == k.KIND_OF and self.code(i + 2) not in (k.ACT, k.KIND_OF, k.RATE):
            return True  # "Chinese import"
        if near and after != k.GOODS:
            return False
        if after == k.GOODS and self.gap(i, i + 1) <= 2:
            return True
        if token.value.kind == "name" or (after == k.ACTOR and self.gap(i, i + 1) <= 2):
            return False
        return bool(_NOUN.match(self.view, token.end))
