"""Words of moving: verbs, nouns, adjectives, idioms; the sign comes from the words."""

from __future__ import annotations

from chinamkt.lang.en._forms import less, verbs
from chinamkt.model.facts import Basis
from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

_RISES = """gain | gains | rise | advance | advances | increase | increases | jump | jumps | surge | surges | rally | climb | rebound | rebounds
        | bounce | uptick | upswing | spike | leap | recovery | improvement | appreciation | upturn | upside | premium | premium of | spurt | ascent | upward move"""
_FALLS = """loss | losses | fall | decline | declines | decrease | decreases | drop | drops | plunge | plunges | slump | slide | slides | dip | retreat
        | retreats | tumble | tumbles | setback | sell-off | selloff | selling | pullback | correction | collapse | crash | rout | slip | downturn | downswing
        | deficit | depreciation | reversal | minus | discount | discount of | slippage | erosion | deficit of | descent | swoon | mauling | dive"""

#: What a change is measured from, said behind it: "5.5 percent under Thursday's finish".
_CLOSE = r"(?:WAY) (?:[a-z]+'s|its|the|their)(?: previous| last| prior)? (?:close|finish|closing level|closing price|settlement|level)\b"

RULES = (
    Cue(
        id="en.movement.verb-up",
        code=k.UP,
        sign=1,
        words=less(
            verbs(
                "add advance appreciate ascend bounce climb gain jump rebound recover rocket skyrocket soar strengthen surge vault zoom spurt perk hike accelerate outperform increase spike rally mount pop balloon boom inch-up power roar storm elevate creep"
            )
            + """| firmed | firming | rose | risen | rising | rises | regained | regaining | leapt | leaped | leaping | leap | leaps | shot up | shoots up | shooting up | shot ahead
        | sprang | sprung | sprang up | eked out | ekes out | eked up | put on | puts on | putting on | tacked on | tacking on | tacks on | ticked up | ticking up | ticks up | edged up
        | edging up | edges up | edge up | inched up | inching up | inches up | crept up | creeping up | nudged up | picked up | moved up | moving up
        | went up | going up | goes up | edged higher | inched higher | ticked higher | nudged higher | crept higher | moved higher | pushed higher
        | went higher | headed higher | drifted higher | climbed back | edged ahead | creep up | creeps up | crawl up | crawls up | crawled up | pulled ahead | moved ahead | forged ahead | roared ahead
        | bounced back | bouncing back | bounces back | won | snapped up | charged up | marched up | flew | flying | flown | lifted | doubled back
        | ran up | running up | made gains of | improved | improving | improves | firmed up | bumped up | nosed up | scaled up | swelled | collected | collecting | racked up | notched up
        | clawed back | gathered | tacked | ratcheted up | catapulted | ballooned up | rallies | rallied | rallying | surging | snatched | gapped up | gapped higher | galloped | sprinted | zipped | hopped | booked gains of | chalked up | made do with | makes do with | making do with | ran ahead | runs ahead | running ahead""",
            _RISES,
        ),
    ),
    Cue(
        id="en.movement.verb-down",
        code=k.DOWN,
        sign=-1,
        words=less(
            verbs(
                "crash crater crumble decline depreciate descend dip drop ease fade plummet decrease plunge retreat shed sink slide slip slump stumble tank topple tumble weaken wobble sag skid slacken soften recede collapse tail-off nosedive crumple swoon buckle backslide bleed erode dwindle backtrack cascade"
            )
            + """| fell | fallen | falling | falls | lost | losing | loses | sank | sunk | sinking | slid | sliding | slides | dove | dived | diving | dives
        | gave up | giving up | gives up | given up | gave back | giving back | gives back | given back | gave away | given away | gave ground
        | ticked down | edged down | edging down | edges down | edge down | inched down | inching down | crept down | moved down | went down | going down
        | edged lower | inched lower | ticked lower | nudged lower | crept lower | moved lower | pushed lower | drifted lower | went lower | headed lower
        | pulled back | pulling back | pulls back | backed off | backing off | came off | came down | dropped back | fell back | falling back | slipped back
        | nudged down | shaved off | shaving off | shaved | knocked off | wiped off | surrendered | surrendering | yielded | yielding | forfeited | conceded
        | sold off | tripped | stepped back | was relieved of | relieved of | suffered a loss of | parted with | dipping | let go of | handed back | underperformed
        | cratered | bled | keeled over | shrank | shrunk | ceded | ceding | cedes | gapped down | gapped lower | trended lower | skidded | swooned""",
            _FALLS,
        ),
    ),
    Cue(
        id="en.movement.noun-up",
        code=k.UP_NOUN,
        sign=1,
        words=_RISES,
    ),
    Cue(
        id="en.movement.noun-down",
        code=k.DOWN_NOUN,
        sign=-1,
        words=_FALLS,
    ),
    Cue(
        id="en.movement.adjective-up",
        code=k.UP,
        sign=1,
        words="""higher | up | ahead | firmer | stronger | in the green | in positive territory | in the black | to the good | better | dearer
        | richer | costlier | above | more expensive | to the upside | on the upside""",
        value="adjective",
    ),
    Cue(
        id="en.movement.adjective-down",
        code=k.DOWN,
        sign=-1,
        words="""lower | down | off | softer | weaker | in the red | in negative territory | to the bad | poorer | cheaper | below | beneath | behind
        | under water | underwater | worse | in arrears | to the downside | on the downside | short of""",
        value="adjective",
    ),
    Cue(
        id="en.movement.flat",
        code=k.FLAT,
        sign=0,
        words="""flat | little changed | unchanged | barely changed | hardly changed | largely unchanged | virtually unchanged | largely flat | steady
        | was steady | held steady | barely budged | not much changed | near flat | almost flat | almost unchanged | mixed | little moved | trod water | were mixed | flattish | broadly flat | broadly unchanged""",
    ),
    Cue(
        id="en.movement.state",
        code=k.STATE,
        sign=0,
        words="""traded | trading | trade at | trades | trades at | was trading | were trading | changed hands | changing hands | moved | moves | hovered | hovering | held | holding | fetched
        | was quoted | quoted | was at | standing | sat | sits | buying | went | came | stayed | read | printed | last printed | last seen | was last seen | were last seen | reached | reaching
        | hit | hitting | hits | tested | topped | reclaimed | swung | swinging | turned | turning | recorded | recording | logged | posted | posting | posts
        | saw | suffered | suffering | registered | registering | registers | booked | notched | marked | enjoyed | scored | extended | extending | extends | snapped | came in | commanded | swapped hands | followed with""",
    ),
    Cue(
        id="en.movement.touch",
        code=k.STATE,
        value="touch",
        words="touched | touching | touches | briefly touched | briefly touching | printed a high of",
    ),
    Cue(
        id="en.movement.run",
        code=k.UP_NOUN,
        sign=1,
        basis=Basis.SINCE,
        words="run | run-up | winning run",
    ),
    Cue(
        id="en.movement.copula",
        code=k.COPULA,
        words="was | were | is | are | been | being | be | 's up | stood | stands | remains | remained | remain | stayed put",
    ),
    Phrase(
        id="en.movement.lowered",
        code=k.DOWN,
        sign=-1,
        words="lowered",
        pattern=r"lowered(?= (?:by )?[0-9.]+ ?(?:%|per ?cent|pct))",
        read=lambda m: m[0],
    ),
    Phrase(
        id="en.movement.regained-price",
        code=k.STATE,
        sign=0,
        words="regained | regaining | regains",
        pattern=r"regain(?:ed|ing|s)(?= (?:hk\$|us\$|\$|€|£)[0-9]{1,3},[0-9]{3}\b)",
        read=lambda m: m[0],
    ),
    Cue(
        id="en.movement.than-expected",
        code=k.WORDS,
        words="lower than expected | higher than expected | weaker than expected | stronger than expected | firmer than expected | softer than expected | better than expected | worse than expected",
    ),
    Cue(
        id="en.movement.pare",
        code=k.PARE,
        words=verbs("pare trim erase narrow recoup reverse cut halve")
        + "| wiped out | wiping out | wipe out | cutting back | retraced | retracing | clawing back | surrendered most of | giving back most of",
    ),
    Phrase(
        id="en.movement.shrunk",
        code=k.PARE,
        words="shrunk to | shrank to",
        pattern=r"shr[au]nk to(?= (?:[a-z]+ ){0,2}[0-9.]+ ?(?:%|per ?cent|pct))",
        read=lambda m: m[0],
    ),
    Phrase(
        id="en.movement.above-close",
        code=k.UP,
        sign=1,
        words="above | over",
        pattern=_CLOSE.replace("WAY", "above|over"),
        read=lambda m: "adjective",
    ),
    Phrase(
        id="en.movement.below-close",
        code=k.DOWN,
        sign=-1,
        words="below | under | beneath",
        pattern=_CLOSE.replace("WAY", "below|under|beneath"),
        read=lambda m: "adjective",
    ),
    Construction(id="en.movement.sign-behind", step="sign-behind"),
    Construction(id="en.movement.noun-in-subject", step="noun-in-subject"),
    Construction(id="en.movement.bare-points", step="bare-points"),
)
