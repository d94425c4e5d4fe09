"""Trade policy: the words for its acts, for how far they have come, for whom they bind, and the figures and days in them.

These rules are no part of the scanner of market moves: :mod:`chinamkt.claims.trade` compiles ``TRADE_RULES`` by itself.
"""

from __future__ import annotations

import re

from chinamkt.lang.en.dates import MONTHS, WEEKDAYS, month_day
from chinamkt.model.facts import EventKind
from chinamkt.reference.parties import party_words
from chinamkt.rules import trade as k
from chinamkt.rules.rule import Cue, Phrase
from chinamkt.rules.trade import Act

__all__ = ["RULES", "TRADE_RULES"]

RULES = ()

_MONTH_WORDS = "january | february | march | april | may | june | july | august | september | october | november | december"
_SHORT_MONTHS = "jan | jan. | feb | feb. | mar | mar. | apr | apr. | jun | jun. | jul | jul. | aug | aug. | sep | sep. | sept | sept. | oct | oct."
_SHORT_MONTHS += " | nov | nov. | dec | dec."
_DAY = rf"{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?![\d%]|,\d)(?:,? (?:19|20)\d\d(?!\d))?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTHS}(?:,? (?:19|20)\d\d(?!\d))?|{MONTHS},? (?:19|20)\d\d(?!\d)|{MONTHS}(?![ ]?\d|\w)"
_LEAD = r"(?P<lead>(?:with effect |effective |starting |beginning )?(?:from|since|until|till|through|by|on|in|as of|as from|before|after|at)(?: the)? |effective |starting |beginning |expir\w+ |due |dated |late |early )?(?:(?:as )?(?:early|late|mid|the (?:start|end|middle|beginning) of|end|around|about)[ -](?:in |as |on |to )?)*"
_ROLES = {"from": "from", "effective": "from", "starting": "from", "beginning": "from", "with": "from", "as": "from", "since": "since",
          "until": "to", "till": "to", "through": "to", "by": "by", "expiring": "to", "expires": "to", "expire": "to", "due": "due"}  # fmt: skip
_CALENDAR = "|".join(word.strip().title() for word in [*WEEKDAYS, *_MONTH_WORDS.split("|")])
_SALES = r"(?:sales?|exports?|shipments?|exporting|shipping|selling|deliver(?:y|ies)|outflow|supply|supplies|access)\b"
_NUMBER = r"\d+(?:\.\d+)?"
_PERCENT = r"(?: ?%| ?per ?cent\b(?! ?points?)| ?percent\b(?! ?points?))"


def _role(lead: str | None) -> str:
    return _ROLES.get(lead.split()[0], "") if lead else ""


_OF_YEAR = {"this": 0, "last": -1, "next": 1}


def _date(match: re.Match[str]) -> tuple[str, object] | None:
    day = month_day(match["day"])
    if day is not None and match["of_year"] and day.year is None:
        return (_role(match["lead"]), ("in year", _OF_YEAR[match["of_year"]], (day.month, day.day)))
    return None if day is None else (_role(match["lead"]), day)


def _month_of(match: re.Match[str]) -> tuple[str, object] | None:
    day = month_day(match["day"])
    return None if day is None else (_role(match["lead"]), ("named month", _OF_YEAR[match["which"]], day.month))


def _range(match: re.Match[str]) -> tuple[str, object] | None:
    start, end = month_day(match["day"]), month_day(match["until"])
    return None if start is None or end is None else ("range", (start, end))


def _weekday(match: re.Match[str]) -> tuple[str, object]:
    which = -1 if (match["which"] or "").strip() == "last" else 1 if (match["which"] or "").strip() == "next" else 0
    return (_role(match["lead"]), ("weekday", WEEKDAYS.index(match["day"]), which))


_NEAR = {"today": 0, "tonight": 0, "this morning": 0, "later today": 0, "overnight": 0, "tomorrow": 1, "yesterday": -1,
         "this month": ("month", 0), "last month": ("month", -1), "next month": ("month", 1), "last year": ("year", -1), "next year": ("year", 1)}  # fmt: skip


def _near(match: re.Match[str]) -> tuple[str, object]:
    near = _NEAR[match["day"]]
    return (_role(match["lead"]), near if isinstance(near, tuple) else ("day", near))


def _place(match: re.Match[str]) -> str | None:
    """A place, not whose goods: "in Chinese imports"."""
    place = match["place"]
    party = party_words("en").get(place.split()[0].lower())
    return None if party is not None and party.kind == "demonym" else place


def _rate(match: re.Match[str]) -> tuple[str, str | None]:
    return (match["value"], match["upper"])


TRADE_RULES: tuple[Cue | Phrase, ...] = (
    # What is done.
    Cue(id="en.trade.tariff", code=k.ACT, value=Act(EventKind.TARIFF),
        words="""tariff | tariffs | tariff rate | tariff rates | levy | levies | import tax | import taxes | import tariff | import tariffs | import levy | import levies
        | border tax | tariff hike | tariff hikes | tariff increase | tariff increases | tariff burden | surtax | surcharge | import surcharge | safeguard duty | surtaxes"""),
    Cue(id="en.trade.duty", code=k.ACT, value=Act(EventKind.TARIFF, duty=True), words="duty | duties | import duty | import duties | customs duty | customs duties"),
    Phrase(id="en.trade.to-levy", code=k.STATUS, words="levy | levies", pattern=r"lev(?:y|ies) (?=an?\b|the\b|\d|(?:additional|new|extra|further|fresh|steep|import|tariffs|duties|taxes)\b)", read=lambda _: "levy"),
    Cue(id="en.trade.compound", code=k.NEUTRAL, words="""tariff war | tariff wars | tariff spat | tariff row | tariff dispute | tariff disputes | tariff battle | tariff fight | tariff feud | tariff policy | tariff policies | tariff plan | tariff plans | tariff deadline | tariff deadlines | tariff worries | tariff fears | tariff concerns
        | tariff uncertainty | tariff uncertainties | tariff tension | tariff tensions | tariff news | tariff jitters | tariff turmoil | tariff shock | tariff headlines | tariff rhetoric | tariff commission | tariff revenue | tariff revenues | tariff issue | tariff issues | tariff threat | tariff threats | tariff risk | tariff risks
        | tariff relief | tariff roll-out | tariff rollout | tariff regime | tariff agenda | tariff trigger | tariff letter | tariff letters | tariff push | tariff campaign | tariff drama | tariff salvo | tariff blitz | tariff move | tariff moves | tariff measures and threats | tariff exemption | tariff exemptions | tariff barriers | tariff line | tariff lines | tariff code | tariff codes | tariff quota | tariff quotas | trade war | trade wars | trade spat | trade row | other retaliatory measures | other countermeasures | wto rules | wto members | wto member | world trade organization rules"""),
    Cue(id="en.trade.tax", code=k.ACT, value=Act(EventKind.TARIFF, sure=False), words="tax | taxes | rate | rates"),
    Cue(id="en.trade.anti-dumping", code=k.ACT, value=Act(EventKind.DUTY),
        words="""anti-dumping duty | anti-dumping duties | anti-dumping tariff | anti-dumping tariffs | anti-dumping levy | anti-dumping levies | anti-dumping taxes | anti-dumping tax | antidumping duty | antidumping duties | antidumping tariffs
        | countervailing duty | countervailing duties | countervailing tariffs | countervailing levies | anti-subsidy duty | anti-subsidy duties | anti-subsidy tariff | anti-subsidy tariffs | anti-subsidy levies | anti-dumping measures | anti-dumping deposits | anti-dumping security deposits
        | anti-dumping deposit | temporary anti-dumping deposits | anti-dumping and countervailing duties | anti-dumping and anti-subsidy duties | provisional duties | provisional duty | dumping duties | dumping margins | dumping margin"""),
    Cue(id="en.trade.dumping-probe", code=k.ACT, value=Act(EventKind.PROBE, duty=True),
        words="""anti-dumping probe | anti-dumping probes | anti-dumping investigation | anti-dumping investigations | anti-dumping inquiry | anti-dumping case | antidumping probe | antidumping investigation | anti-subsidy probe | anti-subsidy probes | anti-subsidy investigation | anti-subsidy investigations
        | countervailing investigation | countervailing duty investigation | dumping probe | dumping investigation | anti-dumping inquiries"""),
    Cue(id="en.trade.probe", code=k.ACT, value=Act(EventKind.PROBE),
        words="""trade probe | trade investigation | section 301 investigation | section 301 probe | section 232 investigation | section 232 probe | section 232 investigations | section 301 investigations | anti-discrimination investigation
        | anti-discrimination probe | trade barrier investigation | safeguard investigation | safeguard probe | trade practices investigation | trade remedy investigation | retaliatory probes | retaliatory probe | unfair trade probe | foreign subsidies probe"""),
    Cue(id="en.trade.inquiry", code=k.ACT, value=Act(EventKind.PROBE, sure=False), words="probe | probes | investigation | investigations | inquiry | inquiries"),
    Cue(id="en.trade.dispute", code=k.ACT, value=Act(EventKind.DISPUTE),
        words="""world trade organization | world trade organisation | wto | wto complaint | wto case | wto dispute | dispute settlement | wto challenge | complaint with the wto | complaint at the wto | complaint with the world trade organization | complaint at the world trade organization"""),
    Phrase(id="en.trade.curbs", code=k.ACT, words="""limit | limits | limited | limiting | restrict | restricts | restricted | restricting | restriction | restrictions | forbade | forbid | forbids | forbidden | forbidding | ban | bans | banned | banning | bar | bars | barred | barring | block | blocks | blocked
           | halt | halts | halted | halting | curb | curbs | curbed | curbing | control | controls | stop | stops | stopped | tighten | tightens | tightened | tightening | limits on | cut off | prohibit | prohibits | prohibited | prohibiting | suspend shipments | freeze | froze""",
           pattern=rf"(?:limit\w*|restrict\w*|forb[ai]d\w*|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|block\w*|halt\w*|curb\w*|controls?|stop\w*|tighten\w*|cut off|prohibit\w*|fr[eo]eze)(?: (?:curbs|controls|restrictions|rules|limits))?(?: on| over)? (?:(?:the|all|most|any|some|new|further|its|certain|more|direct|of|foreign) )*{_SALES}",
           read=lambda _: Act(EventKind.EXPORT_CONTROL, does=True)),
    Cue(id="en.trade.export-control", code=k.ACT, value=Act(EventKind.EXPORT_CONTROL),
        words="""export control | export controls | export curb | export curbs | export restriction | export restrictions | export ban | export bans | export limit | export limits | export embargo | export licensing | export licence requirement | export license requirement
        | chip curbs | chip restrictions | chip export curbs | chip export controls | chip export restrictions | controls on exports | ban on exports | curbs on exports | chip controls | export licensing rules | export licensing requirement | export licensing requirements | export license requirements | export licence requirements"""),
    Cue(id="en.trade.curbs-on", code=k.ACT, value=Act(EventKind.EXPORT_CONTROL, sure=False), words="curbs on | restrictions on | controls on | limits on | restrictions over"),
    Phrase(id="en.trade.licence", code=k.ACT, words="need | needs | require | requires | required | requiring | without | under | subject | put | puts | needing | seek | obtain",
           pattern=r"(?:needs?|needing|requir\w+|without|under|subject to|seek|obtain)(?: (?:an?|new|special|government|state|the|that|exporters|sellers|firms|companies|to|have|obtain|get|seek|hold|apply|for))*(?: export)? (?:licen[cs]es?|permits?|licensing)\b",
           read=lambda m: Act(EventKind.EXPORT_CONTROL, sure=" export " in m[0])),
    Cue(id="en.trade.abroad", code=k.ABROAD, words="abroad | overseas | ship | export | exports | exported | exporting | exporters | shipments | shipment | shipping | foreign buyers"),
    Cue(id="en.trade.gate", code=k.GATE, words="licence | license | licensing | shipments of | exports of | sales of | sale of | curbs on | rare earth | rare-earth"),
    Phrase(id="en.trade.approval", code=k.ACT, words="approve | approves | approved | approving | approval | approvals | extension | extension of | grant | grants | granted | granting | issue | issued | issues | issuing | extend | extended | extends | extending | clear | cleared | clears | renew | renewed | allow | allowed | allows | permit | permitted",
           pattern=r"(?:approv\w+|extension|grant\w*|issu(?:e|es|ed|ing)|extend\w*|clear(?:s|ed)?|renew\w*|allow\w*|permit(?:s|ted)?)\b(?: (?!tariff|truce|talks|deal)[\w'-]+){0,6}? (?:rare[- ]earth exports?|exports?|export licen[cs]es?|licen[cs]es?|export permits?|shipments|waivers?|sales? of \w+)\b(?! (?:control|curb|restriction|ban|limit)s?\b)",
           read=lambda _: Act(EventKind.EXPORT_APPROVAL, does=True)),
    Cue(id="en.trade.sanction", code=k.ACT, value=Act(EventKind.SANCTION),
        words="""sanctions on | sanctions against | sanctioned | entity list | unreliable entity list | unreliable entities list | trade blacklist | blacklist | blacklisted | blacklisting | blacklists | export blacklist | import ban | bans imports | banned imports | ban on imports | ban imports | banning imports | imposed sanctions | embargo on"""),
    Cue(id="en.trade.threat", code=k.ACT, value=Act(EventKind.THREAT), words="to retaliate | retaliate against | will retaliate | would retaliate | countermeasures | retaliatory measures | take all necessary measures | take necessary measures | take countermeasures | take resolute measures | further duties | counter-measures | to hit back"),
    Cue(id="en.trade.talks", code=k.ACT, value=Act(EventKind.TALKS),
        words="""trade talks | tariff talks | trade negotiations | tariff negotiations | trade negotiation | trade discussions | trade consultations | economic and trade talks | economic and trade consultations | trade dialogue | discussions on tariffs | talks on tariffs | talks on trade | trade and economic talks
        | negotiations on tariffs | negotiations on trade | discussions on trade | rounds of trade talks | economic talks | trade consultation mechanism"""),
    Cue(id="en.trade.talks-plain", code=k.ACT, value=Act(EventKind.TALKS, sure=False),
        words="""talks | negotiations | discussions | consultations | meeting between | meeting of officials | met with their counterparts | virtual meeting | face-to-face meeting | first meeting | second meeting | previous meeting | last meeting | latest meeting | third meeting | fourth meeting | fifth meeting | two-day meeting | three-day meeting | new round of bargaining | bargaining
        | resume dialogue | trade meeting | high-level meeting | a meeting | the meeting"""),
    Cue(id="en.trade.sit-down", code=k.ACT, value=Act(EventKind.TALKS, sure=False, does=True), words="sit down | sat down | sits down | sitting down | see each other again | meet again | met again | return to the negotiating table | met for talks | meet for talks"),
    Cue(id="en.trade.call", code=k.ACT, value=Act(EventKind.CALL, sure=False),
        words="a call | phone call | telephone call | call between | call with | leader-to-leader call | speak on | spoke on | spoke with | speak with | spoke by phone | spoke by telephone | spoke on the phone | talked by phone | phone conversation | telephone conversation | phone talks | video call | held a call | leaders' call | a phone call | speak by phone | phone call with | phone call between"),
    Cue(id="en.trade.meeting", code=k.ACT, value=Act(EventKind.MEETING, sure=False),
        words="summit | met | meet | meets | over lunch | over dinner | lunch | dinner | state visit | in-person meeting | meeting with | met with"),
    Cue(id="en.trade.to-meet", code=k.ACT, value=Act(EventKind.MEETING, sure=False, ahead=True), words="to meet | to meet with"),
    Phrase(id="en.trade.of-minutes", code=k.ACT, words="minute meeting | hour meeting | minute call | hour call | minute phone call | hour phone call", pattern=r"(?:minute|hour) (?:(?P<call>(?:phone )?call)|meeting)\b",
           read=lambda m: Act(EventKind.CALL if m["call"] else EventKind.MEETING, sure=False)),
    Cue(id="en.trade.truce", code=k.ACT, value=Act(EventKind.TRUCE),
        words="trade truce | tariff truce | trade ceasefire | tariff ceasefire | trade-war truce | tariff pause | pause in tariffs | pause on tariffs | tariff suspension | trade war truce | truce in the trade war | truce in their trade war | trade war ceasefire"),
    Phrase(id="en.trade.truce-of-days", code=k.ACT, words="pause | truce | ceasefire | standstill | armistice | cease-fire | extension | extension of",
           pattern=r"(?:truce|ceasefire|cease-fire|standstill|armistice)\b|pause of (?:\d+|\w+) (?:days|months|weeks)|(?:(?<=day )|(?<=day-)|(?<=month )|(?<=year )|(?<=temporary ))(?:pause|extension)\b", read=lambda _: Act(EventKind.TRUCE, sure=False)),
    Phrase(id="en.trade.agreed-pause", code=k.ACT, words="agreed to | agree to | agrees to",
           pattern=r"agree[sd]? to (?:temporarily )?(?:halt|pause|suspend|hold off on|hold off|freeze|refrain from)\b(?: (?!\d)[\w'-]+){0,4}? tariffs?(?: hikes?| increases?)?(?= for\b)", read=lambda _: Act(EventKind.TRUCE, does=True)),
    Phrase(id="en.trade.agreed-for-days", code=k.ACT, words="halt | pause | suspend | pull back | roll back | scale back | cut | lower | reduce | slash",
           pattern=r"(?:(?<=to )|(?<=temporarily ))(?:halt|pause|suspend|pull back|roll back|scale back|cut|lower|reduce|slash) for (?:\d+|\w+) (?:days|months|weeks)(?=(?: [\w'-]+){0,4}? (?:tariffs?|duties|levies)\b)", read=lambda _: Act(EventKind.TRUCE)),
    Cue(id="en.trade.deal-plain", code=k.ACT, value=Act(EventKind.DEAL, sure=False), words="tentative agreement | preliminary agreement | initial agreement | initial deal | tentative deal | preliminary deal | interim agreement | framework accord | preliminary consensus | a framework | trade framework agreement"),
    Cue(id="en.trade.deal", code=k.ACT, value=Act(EventKind.DEAL),
        words="""trade deal | trade pact | trade accord | trade agreement | trade agreements | trade deals | framework deal | framework agreement | framework trade deal | phase-one deal | phase-one agreement | phase-one trade deal | phase-one text | phase-one pact | phase one | phase-one | phase 1 deal | phase 1 trade deal | interim deal
        | partial trade deal | partial deal | investment accord | investment pact | investment agreement | investment treaty | free trade agreement | free-trade agreement | free trade deal | free-trade deal | economic agreement | trade framework | initial trade deal | limited trade deal | mini trade deal | phase-one accord | trade and investment agreement"""),
    # How far it has come.
    Cue(id="en.trade.future", code=k.STATUS, value="future",
        words="""will | nobody may | no one may | may not | may no longer | no longer be | would | to be | set to | plans to | plan to | planned to | planning to | is to | are to | plans for | plans | intends to | intend to | intended to | expected to | is expected | are expected | prepares to | preparing to | poised to | promised to | pledged to | aims to | going to | wants to | moves to | vows to | about to
        | shall | due to be | scheduled to | seek to | seeks to | seeking to | proposed | proposes | proposal | planned | must"""),
    Cue(id="en.trade.announced", code=k.STATUS, value="announce", words="announced | announces | announce | announcing | unveiled | unveils | unveil | approved | ordered | orders | disclosed | published | publishes | issued | declared | answered with | announcement of"),
    Cue(id="en.trade.threatened", code=k.STATUS, value="threat",
        words="""threaten | threat of | threat to | vowed | vowed to | warned | warns | may | might | could | should | considering | considers | mulling | mulls | weighing | weighs | looking at | asked | floated | floats | risk | risks | pledged | pledge | proposing | mooted | failing"""),
    Cue(id="en.trade.threatens", code=k.STATUS, value="threatens", words="threatened | threatens | threatening | to threaten"),
    Cue(id="en.trade.if", code=k.STATUS, value="if", words="if | in case | in the event"),
    Cue(id="en.trade.suspended", code=k.STATUS, value="pause",
        words="""suspended | suspends | suspend | suspending | paused | pauses | pause | pausing | delayed | delays | delay | delaying | postponed | postpones | postpone | postponing | shelved | shelves | shelve | held back | holds back | held off | holds off | hold off | holding off | put off | puts off | on ice | on hold | froze | freezes | deferred | defers
        | in the drawer | called off | calls off | halt | halts | halted | halting | instead of lifting | instead of raising | instead of increasing | rather than raising | averted | averts | spared | stayed its hand | put on hold | backed off | exempted"""),
    Cue(id="en.trade.avoided", code=k.STATUS, value="avoid", words="avoid | avoids | avoiding | avoided | stave off | staves off | staving off | staved off | prevent | preventing | escape | escaping | escaped | fend off"),
    Cue(id="en.trade.urged", code=k.STATUS, value="urge", words="urged | urges | urging | calls on | called on | call on | demanded | demands | demanding | calls for | called for | calling for"),
    Cue(id="en.trade.lifted", code=k.STATUS, value="lift",
        words="lifted | lifts | lift | lifting | removed | removes | remove | removing | scrapped | scraps | scrap | scrapping | cancelled | cancels | canceled | cancel | cancelling | cancellation | revoked | revokes | revoke | rescinded | rescinds | rescind | dropped its | abolished | abolishes | withdrew | withdraws | roll back | rolls back | rolling back | rolled back | eased | struck down | ended its | repealed"),
    Cue(id="en.trade.kept", code=k.STATUS, value="keep",
        words="remain | remains | remained | stay | stays | stayed | stay in force | in force | in place | leave | leaves | left | leaving | keep | keeps | kept | maintains | maintained | maintain | continue to | continues to | current | existing | already | continuation of | stood | stand | stands | standing"),
    Cue(id="en.trade.effect", code=k.STATUS, value="effect", words="took effect | went into effect | gone into effect | gone into force | taken effect | entered into effect | came into force | came into effect | entered into force | kicked in | implemented | started on | began on | in effect | started from"),
    Cue(id="en.trade.takes-effect", code=k.STATUS, value="takes_effect",
        words="""go into effect | goes into effect | going into effect | take effect | takes effect | taking effect | come into force | comes into force | come into effect | comes into effect | enter into force | enters into force | start on | starts on | start | starts | begin on | begins on | kick in | kicks in
        | set for | due to start | due to begin | due to take effect | due on | due to kick in | effective on | to start | set to begin | set to start | scheduled for | scheduled to take effect | begin collecting | begin charging | begin imposing | begin levying | start collecting | start charging | start imposing | start levying"""),
    Cue(id="en.trade.done", code=k.STATUS, value="do",
        words="""placed | places | placing | introduced | introduces | enacted | enacts | tightened | widened | expanded | filed | files | file | lodged | lodges | lodge | undertook | added | adds | took | takes | take | referred"""),
    Cue(id="en.trade.begun", code=k.STATUS, value="begin", words="launched | launches | launch | launching | initiated | initiates | opened | opens | open | began | started | kicked off"),
    Cue(id="en.trade.raised", code=k.STATUS, value="raise",
        words="""raised | raises | raise | raising | boosted | boosts | boost | boosting | hiked | hikes | hike | hiking | doubled | doubles | double | doubling | increased | increases | increase | increasing | climb | climbs | climbed | climbing | step up | lowered | lowers | lower | lowering | cut | cuts | cutting | slashed | slashes | slash | halved | halve | halves | halving
        | reduced | reduces | reduce | reducing | jump | jumps | tripled | rise | rises | brought down | bring down | bumped | bring | brings | bringing | reduction of | reduction in | cut in | increase in | ramped up | ramped | quadrupled | go up | drop | drops | dropped | fall | falls | fell | decrease | decreases | decreased | trimmed | trim | trims | increase of"""),
    Cue(id="en.trade.decided", code=k.STATUS, value="decided", words="decided to | decides to | has decided | ruled that | ruled to"),
    Cue(id="en.trade.reported", code=k.STATUS, value="report",
        words="people familiar | person familiar | sources said | a source said | sources say | according to sources | according to reports | reportedly | citing sources | citing people | citing unnamed sources | news that | is reported | reports that | report that | reported to be | people briefed | according to a source | is said to | are said to"),
    Cue(id="en.trade.held", code=k.STATUS, value="hold",
        words="held | holds | hold | holding | concluded | concludes | wrapped up | wraps up | ended | completed | met for | got together | finished | took place | agreed over | agreed at | conclude | agreed to in"),
    Cue(id="en.trade.under-way", code=k.STATUS, value="under_way",
        words="got under way | got underway | under way | underway | get under way | began their | began a | began talks | began trade talks | have begun | has begun | opened their | resumed | restarted | kicked off their | are meeting | is meeting | entered a second day | enter a second day | proceeding with | pressing ahead with | convening | are convening | continued | continue | reviewing | day of | started their"),
    Cue(id="en.trade.scheduled", code=k.STATUS, value="await",
        words="""await | awaits | awaited | awaiting | ahead of | before | travels | travel | scheduled | schedules | slated | begin | begins | resume | resumes | restart | restarts | resuming | start their | kick off | convene | reconvene | upcoming | due to meet | arrives | arrive | being scheduled | invited
        | eyed for | looked ahead to | look ahead to | next round of | going ahead with | go ahead with | press ahead with | travelling to | traveling to"""),
    Cue(id="en.trade.agreed", code=k.STATUS, value="bind",
        words="""agreed | agrees | agree | extension of | agreed on | agreed to | struck | strikes | strike | reached | reaches | reach | signed | signs | sign | signing | sealed | seals | seal | clinched | clinches | settled on | settle on | settles on | extended | extends | extend | extending | prolonged | prolongs | prolong | concluded in principle
        | forged | came away with | come away with | came away from | hammered out | secured | inked | put their names to | put their name to | renewed | rolled over | finalised | finalized | brokered | ratified"""),
    # Who and whom.
    Cue(id="en.trade.both", code=k.BOTH, words="""the two sides | the sides | two sides | both sides | the two countries | both countries | the two nations | both nations | the two presidents | the two leaders | the leaders | both leaders | the two governments | both governments | the delegations | the two powers | the two superpowers | the two economies | the world's two largest economies | the world's two biggest economies
        | the two capitals | both capitals | negotiators from both | the negotiators | the pair agreed"""),
    Cue(id="en.trade.leader", code=k.ACTOR, value="leader", words="president | presidents | leader | leaders | premier | prime minister | chancellor"),
    Phrase(id="en.trade.pronoun", code=k.PRONOUN, words="he | she | it | they | the country", pattern=r"(?:(?<=[.!?”\"] )|(?<=\n)|^)(?:he|she|it|they|the country)\b", read=lambda _: "subject"),
    Cue(id="en.trade.actor", code=k.ACTOR, words="""government | officials | official | administration | ministry | authorities | negotiators | negotiator | vice premier | vice president | minister | ministers | treasury secretary | commerce secretary | secretary of state | trade representative | commission | commerce minister | commerce ministry
        | regulators | regulator | delegation | delegations | delegates | counterpart | counterparts | trade officials | diplomats | customs | lawmakers | policymakers | steel minister | trade minister | envoy | envoys | finance minister | foreign minister | treasury"""),
    Cue(id="en.trade.goods", code=k.GOODS, words="""goods | products | imports | product | merchandise | steel | aluminum | aluminium | cars | vehicles | autos | automobiles | brandy | wine | pork | beef | dairy | soybeans | energy | farm goods | farm products | agricultural products | companies | firms | items | chips | technology | solar panels | barley
        | lobster | coal | timber | electric vehicles | evs | electric cars | crude | oil | gas | lng | materials | equipment | machinery | chemicals | medical devices | seafood | toys | clothing | textiles | furniture | tyres | tires | semiconductors | chipmakers | cranes | vessels | ships | canola | cotton | copper
        | pharmaceuticals | drugs | buyers | farmers | carmakers | automakers | producers | growers | industry | sector | lobby | suppliers | manufacturers"""),
    Cue(id="en.trade.kind-of", code=k.KIND_OF, words="""reciprocal | additional | extra | new | fresh | further | punitive | blanket | import | higher | latest | own | steep | hefty | total | average | baseline | base | sweeping | across-the-board | flat | minimum | combined | separate | provisional | preliminary | temporary | universal | counter | global | definitive | tit-for-tat
        | so-called | fentanyl-related | fentanyl | steep new | supplementary | special | general | final | overall | old | previous | entire | punishing | additional ad valorem | ad valorem"""),
    Cue(id="en.trade.retaliation", code=k.RETALIATION, words="answered | answers | answer | responded | responds | responding | respond | replied | replies | retaliated | retaliates | retaliate | retaliatory | retaliation | in retaliation | hit back | hits back | in return | in response | countered | counters | followed suit | in kind | tit for tat | struck back | fired back | matched | in turn"),
    Cue(id="en.trade.levied", code=k.STATUS, value="levy", words="charged | charges | charge | charging | levied | levying | slapping | put | puts | putting | taxed | imposed | imposes | impose | imposing | collects | collected | collect | applied | applies | apply | set"),
    Cue(id="en.trade.hits", code=k.STATUS, value="hits", words="hit | hits | slapped | slaps | slap"),
    Cue(id="en.trade.faced", code=k.FACE, words="face | faces | faced | facing | be levied | be charged | are charged | is charged | been charged | be slapped | be hit | been levied | been hit | hit with | hit by | hits with | slapped with | subject to | subjected to | threatened with | saddled with | struck with | burdened with"),
    Phrase(id="en.trade.given", code=k.FACE, words="get | gets | getting | receive | receives | received | receiving | are set for | is set for | handed", pattern=r"(?:get(?:s|ting)?|receiv(?:e|es|ed|ing)|(?:are|is) set for|handed)(?= (?:an? |the )?(?:\w+ )?\d)", read=lambda _: "face"),
    Cue(id="en.trade.informed", code=k.STATUS, value="informs", words="informing | informed | informs | notifying | notified | notifies | letter to | letters to"),
    Cue(id="en.trade.hope", code=k.HOPE, words="out of reach | had not | have not | has not | yet to | still to | failed to | unlikely | developments on | developments in | developments | hopes | hope | hoped | optimism | prospect of | prospects of | prospects for | speculation | expectations | fears | worries | concern | concerns | bets | bet | uncertainty | outlook on | view of | possibility | possible | without"),
    Cue(id="en.trade.block", code=k.BLOCK, value="talks", words="nuclear | peace talks | hostage | hostages | merger | takeover | debt talks | wage talks | in talks with | in talks to | climate talks | coalition talks | gaza | missile | missiles | warplanes | airstrikes | strait of hormuz | restructuring talks | peace deal | budget talks | stimulus talks | debt ceiling | brexit"),
    Cue(id="en.trade.other-rate", code=k.BLOCK, value="rates", words="""loan | loans | lending | prime rate | interest | interest rate | interest rates | policy rate | key rate | benchmark rate | repo | unemployment | jobless | inflation | deposit | deposits | mortgage | corporate tax | income tax | stamp duty | property tax | growth rate | exchange rate | bond | bonds | fed | central bank
        | reserve requirement | tax cut | tax cuts | sales tax | yield | yields | dividend | dividends | capital gains | heavy-duty | off-duty | tax rate | consumption tax"""),
    Cue(id="en.trade.speech", code=k.SPEECH, words="informed by | said | says | say | told | tweeted | wrote | posted | according to | reported | noted | adding | added that | saying | commented | repeated"),
    # How the sentence hangs together.
    Cue(id="en.trade.on", code=k.ON, words="on | against | over | into | targeting | covering | for | hitting | toward | towards | aimed at"),
    Cue(id="en.trade.from", code=k.FROM, words="from | made in | originating in | imported from | produced in"),
    Cue(id="en.trade.to", code=k.TO, words="to | to about | to as much as | to up to"),
    Cue(id="en.trade.with", code=k.WITH, words="with"),
    Cue(id="en.trade.by", code=k.BY, words="by"),
    Cue(id="en.trade.of", code=k.OF, words="of | of up to | of about | of as much as | of at least | of some | of over | of more than | as high as | up to | reaching | totalling | totaling"),
    Cue(id="en.trade.at", code=k.AT, words="at | at about | at least | at around"),
    Cue(id="en.trade.between", code=k.BETWEEN, words="between | of between"),
    Cue(id="en.trade.and", code=k.AND, words="and | or | as well as | plus | along with | on top of"),
    Cue(id="en.trade.break", code=k.BREAK, words="while | but | although | though | unless | whereas | because | amid | despite | even as | as | upon which | until after | followed by | months after | hours after | days after | weeks after | which in turn | ahead of which | since it | instead of | rather than"),
    Cue(id="en.trade.relative", code=k.RELATIVE, value="clause", words="that"),
    Cue(id="en.trade.which", code=k.RELATIVE, value="which", words="which | who"),
    Cue(id="en.trade.copula", code=k.RELATIVE, words="was | were | is | are | has | have | had | been"),
    Cue(id="en.trade.after", code=k.BREAK, value="after", words="after | following | during | at last week's | followed"),
    Cue(id="en.trade.when", code=k.BREAK, value="when", words="when | on which"),
    Cue(id="en.trade.back", code=k.BACK, words="back to | return to | returning to | reverting to | revert to | previously | originally | down from | up from | compared with | half the rate | snapping back to | snap back to"),
    Cue(id="en.trade.each", code=k.EACH, words="respectively"),
    Cue(id="en.trade.each-other", code=k.EACH, value="mutual", words="each other | each others | one another | each other's goods | one another's goods"),
    # Figures, days and places.
    Phrase(id="en.trade.rate", code=k.RATE, words="#", pattern=rf"(?P<value>{_NUMBER})(?:{_PERCENT}?(?:-| ?to |-to-)(?P<upper>{_NUMBER}))?(?:{_PERCENT}|-per ?cent\b)", read=_rate),
    Phrase(id="en.trade.money", code=k.MONEY, words="#", pattern=r"(?:(?<=[$€£])\d[\d.,]*(?: ?(?:billion|million|trillion|bn|mn)\b)?|\d[\d.,]* ?(?:billion|million|trillion)(?: (?:u\.?s\.? )?(?:dollars|yuan|euros))?)", read=lambda m: m[0]),
    Phrase(id="en.trade.date", code=k.DATE, words=f"# | {_MONTH_WORDS} | {_SHORT_MONTHS} | from | since | until | till | through | by | on | in | as of | effective | starting | beginning | with effect from | early | late | mid | before | after | expires | due | end | at the end of | as from | around",
           pattern=rf"{_LEAD}(?P<day>{_DAY})(?: (?:of )?(?P<of_year>this|last|next) year\b)?", read=_date),
    Phrase(id="en.trade.last-named-month", code=k.DATE, words="last | next | this | in | since | from | until | by",
           pattern=rf"{_LEAD}(?P<which>last|next|this)(?: past)? (?P<day>{MONTHS})(?! ?\d)", read=_month_of),
    Phrase(id="en.trade.term", code=k.DATE, words="between", pattern=rf"between (?P<day>{_DAY}) and (?P<until>{_DAY})", read=_range),
    Phrase(id="en.trade.to-date", code=k.DATE, words="to | lapses on | expires on | expire on | expire in | lapse on | run out on | runs until | expires in | ends on | expiring on | lapses in",
           pattern=rf"(?:to|(?:laps|expir|run|end)\w*(?: out)? (?:on|in|until)) (?P<day>{_DAY})", read=lambda m: None if (day := month_day(m["day"])) is None else ("to" if m[0].startswith("to ") else "lapse", day)),
    Phrase(id="en.trade.weekday", code=k.DATE, words=" | ".join([*WEEKDAYS, "on", "from", "since", "until", "by", "starting", "beginning", "effective", "late", "early", "last", "next", "late on", "early on"]),
           pattern=rf"{_LEAD}(?P<which>last |next |this )?(?P<day>{'|'.join(WEEKDAYS)})\b", read=_weekday),
    Phrase(id="en.trade.near-day", code=k.DATE, words="today | tonight | this morning | later today | overnight | tomorrow | yesterday | this month | last month | next month | last year | next year | from today | from tomorrow | from next month | starting today | starting tomorrow | since last month | earlier this month | later this month | by next month",
           pattern=rf"{_LEAD}(?:earlier |later )?(?P<day>{'|'.join(sorted(_NEAR, key=len, reverse=True))})\b", read=_near),
    Cue(id="en.trade.at-once", code=k.DATE, value=("now", ("day", 0)), words="with immediate effect | effective immediately | immediately | taking effect immediately | effective today"),
    Cue(id="en.trade.same-day", code=k.DATE, value=("", "same"), words="on the same day | the same day | within hours | hours later | within minutes | hours afterwards | minutes later | a few hours later"),
    Cue(id="en.trade.due-same-day", code=k.DATE, value=("due", "same"), words="due the same day | due on the same day | to start the same day | due that day"),
    Phrase(id="en.trade.place", code=k.PLACE, words="in | travels to | travel to | travelled to | traveled to | flies to | fly to | flew to | heads to | head to | headed to | returns to | return to | come to | visits | visit | visiting | visited", pattern=rf"(?:[Ii]n|(?:[Tt]ravel\w*|[Ff]l(?:y|ies|ew|ying)|[Hh]ead\w*|[Rr]eturn\w*|[Cc]ome) to|[Vv]isit\w*) (?:the (?:Swiss|Swedish|Spanish|British|Malaysian|South Korean|Chinese|US|U\.S\.|American|Argentine) (?:city|capital) (?:of )?)?(?P<place>(?!(?:{_CALENDAR})\b)[A-Z][^\W\d_]+(?:[ -](?!(?:{_CALENDAR})\b)[A-Z][^\W\d_]+){{0,2}})", read=_place),
)  # fmt: skip
