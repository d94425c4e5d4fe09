"""How figures are shared among subjects: each, respectively, lists, as did."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue

__all__ = ["RULES"]

RULES = (
    Cue(id="en.sharing.and", code=k.AND, words="and | & | and also | plus | as well as | along with"),
    Cue(id="en.sharing.each", code=k.EACH, words="each | apiece | both | all | alike | a piece | each of"),
    Cue(id="en.sharing.likewise", code=k.LIKEWISE, words="as did | so did | as was | as were | and so did"),
    Cue(id="en.sharing.followed", code=k.AND, words="followed by | tailed by | trailed by | and followed by"),
    Cue(
        id="en.sharing.intro",
        code=k.INTRO,
        words="such as | including | led by | paced by | like | among them | helped by | headed by | with | dragged down by | notably | namely | driven by | weighed down by | dragged by",
    ),
    Construction(id="en.sharing.deal-out", step="deal-out"),
    Construction(id="en.sharing.trailing-session", step="trailing-session"),
    Construction(id="en.sharing.gapped-verb", step="gapped-verb"),
    Construction(id="en.sharing.list-of-names", step="list-of-names"),
    Construction(id="en.sharing.shared-unit", step="shared-unit"),
)
