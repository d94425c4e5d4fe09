"""Small words that say what a figure does in its sentence: to, at, from, by, or."""

from __future__ import annotations

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

RULES = (
    Construction(id="en.levels.printed-sign", step="printed-sign"),
    Cue(id="en.levels.to", code=k.TO, words="to | into"),
    Cue(id="en.levels.to-level", code=k.TO, words="to the level of | to a level of | to levels of | to the mark of"),
    Phrase(
        id="en.levels.attained",
        code=k.LEVEL_VERB,
        words="attained | reached a | reached an | hit a | hit an | touched a | touched an",
        pattern=r"(?:attained|(?:reached|attained|hit|touched) an? (?:[a-z]+ )?(?:height|level|rate|price) of)(?: levels?(?: of)?)?(?= (?:around |about |near )?(?:hk\$|\$|€|£)?[0-9])",
        read=lambda m: m[0],
    ),
    Cue(id="en.levels.at", code=k.AT, words="at | @"),
    Cue(id="en.levels.from", code=k.FROM, words="from | compared with | compared to | up from | down from | against | versus"),
    Cue(
        id="en.levels.offered",
        code=k.FROM,
        words="sold at | offered at | priced at | issued at | priced its shares at | sold shares at",
    ),
    Cue(id="en.levels.by", code=k.BY, words="by"),
    Cue(id="en.levels.or", code=k.OR, words="or | or about | or by | equivalent to | equal to | that is"),
    Cue(
        id="en.levels.threshold",
        code=k.VERSUS,
        words="""past | above the | below the | beneath the | breached | breaching | broke through | broke above | broke below | breaks below | slipped below | fell below | dropped below | sank below | dipped below | slid below
        | weakened past | strengthened past | rose above | climbed above | back above | back below | back over | climbed back over | climbed back above | rose back above | rose back over | climbed back past | closed above | closed below | closes below | closes above | to close above | to close below
        | regained the | reclaimed the | crossed the | surpassed the | surpassed | crossed | broke the | broke | topping | topped the | past the | through the | beyond | dropped under | retook | the psychologically important | the psychological | the key""",
    ),
    Cue(
        id="en.levels.than",
        code=k.VERSUS,
        words="than | relative to | vs | more than the | less than the | better than the | worse than the",
    ),
    Construction(id="en.levels.base", step="base-levels"),
    Construction(id="en.levels.widget", step="widgets"),
    Construction(id="en.levels.table-row", step="table-rows"),
)
