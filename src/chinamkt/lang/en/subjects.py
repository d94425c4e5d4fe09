"""What stands for a subject: heads of groups, pronouns, relative clauses, listings."""

from __future__ import annotations

import re

from chinamkt.rules import kinds as k
from chinamkt.rules.rule import Construction, Cue, Phrase

__all__ = ["RULES"]

_MARKETS = {
    "china": "CN",
    "japan": "JP",
    "tokyo": "JP",
    "taiwan": "TW",
    "taipei": "TW",
    "singapore": "SG",
    "australia": "AU",
    "sydney": "AU",
    "south korea": "KR",
    "seoul": "KR",
    "india": "IN",
    "mumbai": "IN",
    "indonesia": "ID",
    "jakarta": "ID",
    "malaysia": "MY",
    "thailand": "TH",
    "bangkok": "TH",
    "the philippines": "PH",
    "manila": "PH",
    "vietnam": "VN",
    "new zealand": "NZ",
    "germany": "DE",
    "france": "FR",
    "britain": "GB",
    "hong kong": "HK",
}
_PLACE = rf"(?:{'|'.join(_MARKETS)})"


def _markets(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """The markets of "stocks in Japan, South Korea and Taiwan"."""
    return tuple((place, f"market:{_MARKETS[place]}") for place in re.findall(_PLACE, match[0]))


RULES = (
    Cue(
        id="en.subjects.share-words",
        code=k.HEAD,
        value="shares",
        words="shares | stock | stocks | share | shares of | the shares of | share price | stock price | the share price of | depositary receipts | depositary shares | american depositary receipts | adrs | ads | equities | counters | receipts | shares for | share prices",
    ),
    Cue(
        id="en.subjects.group",
        code=k.HEAD,
        value="group",
        words="""sector | sectors | developers | lenders | insurers | brokerages | brokers | automakers | carmakers | miners | airlines | chipmakers | banks | makers | companies | firms | names | issues
        | sub-index | subindex | industry | producers | developer shares | manufacturers | plays | operators | retailers | heavyweights | giants | staples | property stocks | industries | utilities | financials | bank shares | oil majors""",
    ),
    Cue(
        id="en.subjects.index",
        code=k.REFERENCE,
        value="index",
        words="the gauge | the index | the benchmark | the measure | the barometer | the benchmark index | the benchmark gauge | the main index | the broader index | the key index | the blue-chip index | the city's gauge | the city's benchmark | the local benchmark | the gauge's | the index's | its gauge | the yardstick | the local gauge | the market's benchmark",
    ),
    Cue(
        id="en.subjects.stock",
        code=k.REFERENCE,
        value="security",
        words="the stock | the shares | its shares | its stock | the company's shares | the firm's shares | the company's stock | the counter | their shares | the lender's shares | the bank's shares | the developer's shares | the share | the fund | the etf | the scrip | the company | the bank | the lender | the developer | the carmaker | the automaker | the chipmaker | the retailer | the insurer | the firm | the brokerage | the conglomerate | the e-commerce giant | the tech giant",
    ),
    Cue(
        id="en.subjects.sector-gauge",
        code=k.REFERENCE,
        value="subindex",
        words="the subindex | the sub-index | a subindex | a sub-index | the sub-gauge | the industry gauge",
    ),
    Phrase(
        id="en.subjects.gauge-of",
        code=k.REFERENCE,
        words="a gauge | an index | a measure | a subgauge",
        pattern=r"an? (?:gauge|index|measure|subgauge)(?= of )",
        read=lambda m: "subindex",
    ),
    Cue(id="en.subjects.sector", code=k.REFERENCE, value="sector", words="the sector | the group | the industry"),
    Cue(id="en.subjects.any", code=k.REFERENCE, value="any", words="it | they | the indexes"),
    Cue(id="en.subjects.former", code=k.REFERENCE, value="former", words="the former"),
    Cue(id="en.subjects.latter", code=k.REFERENCE, value="latter", words="the latter"),
    Cue(
        id="en.subjects.both",
        code=k.REFERENCE,
        value="two",
        words="both indexes | both indices | both the indexes | the two indexes | the two indices | both stocks | both gauges | the two gauges | both benchmarks | the two stocks | the pair",
    ),
    Cue(id="en.subjects.market", code=k.REFERENCE, value="market", words="the market | markets"),
    Phrase(
        id="en.subjects.bare-three",
        code=k.REFERENCE,
        words="the three | all three | the trio",
        pattern=r"(?:the three|all three|the trio)(?= (?:are|were|have|had|fell|rose|lost|gained|closed|ended|finished|each|dropped|climbed|added|shed)\b)",
        read=lambda m: "three",
    ),
    Cue(
        id="en.subjects.three",
        code=k.REFERENCE,
        value="three",
        words="the three indexes | the three indices | the three gauges | the three benchmarks | all three indexes | all three indices | all three gauges | all three benchmarks",
    ),
    Phrase(
        id="en.subjects.prices",
        code=k.REFERENCE,
        words="prices | the metal | the commodity | the precious metal",
        pattern=r"(?:prices(?= (?:are|were|have|had|rose|fell|climbed|dropped|gained|lost)\b)|the (?:precious )?metal|the commodity)",
        read=lambda m: "commodity",
    ),
    Phrase(
        id="en.subjects.markets",
        code=k.REFERENCE,
        words="benchmarks in | stocks in | shares in | markets in | equities in | gauges in | indexes in | indices in | bourses in",
        pattern=rf"[a-z]+ in {_PLACE}(?:, {_PLACE})*(?:,? and {_PLACE})(?! \w+ (?:stocks|shares))",
        read=_markets,
    ),
    Cue(id="en.subjects.relative", code=k.RELATIVE, words="which | that | who | whose | where"),
    Cue(
        id="en.subjects.break",
        code=k.BREAK,
        words="""a day after | one day after | the day after | while | but | although | though | even as | as | after | before | when | whereas | because | since it | yet | however | until | despite | even though | once | amid | following | having
        | on the other hand | elsewhere | even so | later | on hopes | in tandem with""",
    ),
    Phrase(
        id="en.subjects.cumulative",
        code=k.BREAK,
        words="bringing | taking | to bring | to take | extending | stretching | widening | pushing | which brings | which takes | which brought | which took",
        pattern=r"(?:bringing|taking|to bring|to take|extending|stretching|widening|pushing|which (?:brings|takes|brought|took))(?= (?:its|their|the) (?:[a-z0-9-]+ ){0,2}(?:gains?|loss|losses|declines?|drop|fall|advance|rise|increase|rally|slide|slump|climb)\b)",
        read=lambda m: m[0],
    ),
    Cue(
        id="en.subjects.in",
        code=k.IN,
        words="in | on | for | among | across | over in | within | during | along | throughout | via | towards | toward | onto | alongside | outside | inside | beside | unlike | without | excluding | except",
    ),
    Cue(id="en.subjects.of", code=k.OF, words="of | of the"),
    Cue(
        id="en.subjects.hong-kong-listing",
        code=k.LISTING,
        value="XHKG",
        words="hong kong-listed | hong kong-traded | in hong kong trading | hong kong shares | hong kong-listed shares | hong kong stock | traded in hong kong | listed in hong kong | shares listed in hong kong | hong kong listing",
    ),
    Cue(id="en.subjects.h-shares", code=k.LISTING, value="XHKG", words="h-shares | h shares | h-share"),
    Cue(id="en.subjects.onshore", code=k.LISTING, value="CN", words="onshore"),
    Cue(
        id="en.subjects.us-listing",
        code=k.LISTING,
        value="US",
        words="us-listed | u.s.-listed | us-traded | u.s.-traded | new york-listed | american depositary | us-listed shares of | u.s.-listed shares | nasdaq-listed | nyse-listed | listed in the us | listed in the u.s. | listed in new york | listed in the united states | traded in new york | us shares | u.s. shares | american shares",
    ),
    Cue(
        id="en.subjects.us-trading",
        code=k.LISTING,
        value="US~",
        words="in new york | in us trading | in u.s. trading | in new york trading | on the new york stock exchange | on the nyse | on nasdaq | on the nasdaq | new york-traded",
    ),
    Cue(
        id="en.subjects.mainland-listing",
        code=k.LISTING,
        value="CN",
        words="onshore-listed | shanghai-listed | shenzhen-listed | a-shares | a shares | mainland-listed | mainland-traded | a-share",
    ),
    Cue(
        id="en.subjects.filler",
        code="",
        words="""on the day | has | have | had | has since | have since | had since | also | still | already | similarly | slightly | sharply | even | again | briefly | quickly | modestly | marginally | fractionally | steadily | now | itself | too | then | eventually | finally | once again | instead
        | has now | had been | has been | have been | having been | currently | nonetheless | nevertheless | simply | initially | swiftly | abruptly | collectively | together | largely | in all | further | back | meanwhile | barely | mostly | surprisingly | reportedly""",
    ),
    Cue(
        id="en.subjects.places",
        code=k.WORDS,
        value="place",
        words="""china | beijing | mainland china | north korea | europe | america | united states | u.s. | us | uk | britain | germany | france | asia | wall street's | washington
        | canada | russia | asia-pacific | the mainland | mainland | chinese | asian | european | american | japanese | korean | australian | british | german | the city | the territory | the region""",
    ),
    Cue(
        id="en.subjects.that-for",
        code=k.LISTING,
        value="FUTURE~",
        words="that for the | those for the | that of the",
    ),
    Cue(
        id="en.subjects.offshore",
        code=k.LISTING,
        value="CNH",
        words="in the offshore market | in offshore trading | in offshore trade | in the offshore trading | offshore trade",
    ),
    Phrase(
        id="en.subjects.yuan-in-hong-kong",
        code=k.LISTING,
        words="in hong kong",
        pattern=r"in hong kong(?=,? (?:the )?(?:chinese )?(?:yuan|renminbi)\b)",
        read=lambda m: "CNH",
    ),
    Cue(
        id="en.subjects.futures-on",
        code=k.LISTING,
        value="FUTURE",
        words="futures on | the contract for the | the contracts for the | contract for the | future for the | the future for the | futures contract for the | futures for | futures tracking | futures tied to | futures linked to",
    ),
    Construction(id="en.subjects.unknown-names", step="unknown-names"),
    Construction(id="en.subjects.carry", step="carry"),
    Construction(id="en.subjects.sector-phrase", step="sector-phrase"),
)
