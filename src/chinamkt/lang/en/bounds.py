"""About, more than, nearly, as much as."""

from __future__ import annotations

from chinamkt.model.quantities import Bound
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Cue

__all__ = ["RULES"]

RULES = (
    Cue(
        id="en.bounds.about",
        code=k.BOUND,
        bound=Bound.ABOUT,
        words="""about | around | roughly | some | approximately | approximately by | approx | approx. | or so | circa | an estimated | close on | in the region of | in the neighborhood of | something like | or thereabouts""",
    ),
    Cue(
        id="en.bounds.over",
        code=k.BOUND,
        bound=Bound.OVER,
        words="""over | more than | at least | upwards of | in excess of | somewhat more than | just over | a little over | slightly more than | just above
        | well over | no less than | not less than | a bit more than | slightly over | greater than | a shade over | a touch over | a little more than | just more than | north of""",
    ),
    Cue(
        id="en.bounds.under",
        code=k.BOUND,
        bound=Bound.UNDER,
        words="""nearly | almost | close to | less than | just under | under | just shy of | shy of | approaching | not quite | a little under | slightly less than
        | no more than | not more than | fewer than | just below | well under | a shade under | a little less than | a near | near""",
    ),
    Cue(
        id="en.bounds.peak",
        code=k.BOUND,
        value="peak",
        words="as much as | by as much as | up to | as many as | at most | a maximum of | by up to",
    ),
    Cue(
        id="en.bounds.reach",
        code=k.BOUND,
        value="reach",
        words="as high as | as low as | as far as | an intraday high of | an intra-day high of | a high of | a low of | an intraday low of | an intra-day low of | a session high of | a session low of | a peak of | a trough of | a day's high of | a day's low of | the day's high of | the day's low of | at the day's high of | at the day's low of | at its high of | at its low of | the session's high of | the session's low of",
    ),
    Cue(
        id="en.bounds.filler",
        code=k.BOUND,
        words="just | only | a further | another | a mere | a modest | a total of | an additional | a whopping | a combined | a hefty | a massive | a slight | merely | a healthy | an | fully | all of | a solid | exactly | precisely",
    ),
)
